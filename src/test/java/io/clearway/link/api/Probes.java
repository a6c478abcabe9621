package io.clearway.link.api;

import io.clearway.authority.Role;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// One request to every operation, by its operationId. One more operation needs one more entry.
final class Probes {

  private static final String AT = "\"occurredAt\":\"" + Door.NOW + "\"";

  private final Cast cast;
  private final Map<String, Probe> all = new TreeMap<>();

  private Probes(Cast cast) {
    this.cast = cast;
  }

  static Map<String, Probe> of(Cast cast) {
    Probes probes = new Probes(cast);
    probes.trade();
    probes.reports();
    probes.reads();
    probes.actors();
    probes.people();
    probes.loads();
    probes.handlings();
    probes.fleet();
    probes.road();
    probes.fees();
    return probes.all;
  }

  private void loads() {
    all.put("listLoads", one(get()).shows(cast.arrived));
    all.put("getLoad", one(get().id(cast.waiting)));
    all.put(
        "listInspectionPlaces",
        Probe.read(get()).elsewhere(Probe.Told.NOTHING).shows("\"place\":\"HN_SCAN\""));
    String step = "{\"step\":\"MEDICAL_CHECK\"}";
    all.put("confirmStep", work(step));
    all.put(
        "confirmStepByRule",
        Probe.command(
                post("{\"step\":\"MEDICAL_CHECK\",\"rule\":\"X\",\"observations\":[\"o-1\"]}")
                    .id(cast.waiting))
            .elsewhere(Probe.Told.DENIED));
    all.put("refuseStep", work(step));
    all.put("requestStep", work("{\"step\":\"GOODS_RELEASE\"}").ofCompany());
    all.put("placeHold", work("{\"kind\":\"DOUBT\",\"lifters\":[\"CUSTOMS\"]}"));
    all.put("liftHold", work("{\"hold\":999999}"));
    all.put("withdrawSecond", work("{\"hold\":999999}"));
    all.put("setChannel", work("{\"channel\":\"GREEN\"}"));
    all.put("openInspection", work("{\"bookings\":[{\"means\":\"BAY\",\"place\":\"HN_BAYS\"}]}"));
    all.put("joinInspection", work("{}"));
    all.put("recordResult", work("{\"means\":\"BAY\",\"outcome\":\"CLEAN\"}"));
  }

  private void handlings() {
    String at = "{" + AT + "}";
    UUID another = Door.seven(900_030);
    all.put(
        "planTransshipment",
        Probe.command(post(HandlingForms.plan(another, 500, 501)))
            .elsewhere(Probe.Told.DENIED)
            .ofCompany());
    all.put("listTransshipments", one(get()).shows(cast.changing));
    all.put("getTransshipment", one(get().id(cast.changing)));
    all.put("cancelTransshipment", changing("{}").ofCompany());
    all.put("startTransshipment", changing(at).otherYard(Probe.Told.NOTHING));
    all.put(
        "recordLoading",
        changing(HandlingForms.loading(500, 501, 1)).otherYard(Probe.Told.NOTHING));
    all.put("finishTransshipment", changing(at).otherYard(Probe.Told.NOTHING));
    all.put("signTransshipment", changing("{}"));
    all.put(
        "getIntake",
        Probe.read(get()).elsewhere(Probe.Told.NOTHING).shows("\"area\":\"XC_TRANSFER\""));
  }

  private Probe changing(String body) {
    return Probe.command(post(body).id(cast.changing)).elsewhere(Probe.Told.NOTHING);
  }

  private Probe work(String body) {
    return Probe.command(post(body).id(cast.waiting)).elsewhere(Probe.Told.NOTHING);
  }

  private void fleet() {
    Probe ask = Probe.command(post(FleetVisits.tractor(77)).id(cast.arrived));
    all.put(
        "askTractor", ask.elsewhere(Probe.Told.NOTHING).ofCompany().otherYard(Probe.Told.NOTHING));
    Probe withdraw = Probe.command(post("{}").id(cast.arrived));
    all.put(
        "withdrawTractor",
        withdraw.elsewhere(Probe.Told.NOTHING).ofCompany().otherYard(Probe.Told.NOTHING));
    all.put("confirmTractor", turn("{}"));
    all.put("refuseTractor", turn("{}"));
    all.put("listTractorChanges", one(get()).shows(cast.tractor));
    Probe enrol = Probe.command(post(FleetVisits.driver(Door.seven(900_043), 8)));
    all.put("enrolDriver", enrol.elsewhere(Probe.Told.DENIED));
    all.put("retireDriver", driver("{}"));
    all.put("freeDriver", driver("{}"));
    all.put("assignDriver", driver("{\"crossing\":\"" + cast.entered + "\"}"));
    all.put(
        "listDrivers",
        Probe.read(get()).elsewhere(Probe.Told.NOTHING).shows("\"gate\":\"HN\",\"drivers\""));
    Probe count = Probe.command(post("{\"persons\":[9]}").id(cast.foreign));
    all.put("countPersonsOut", count.elsewhere(Probe.Told.DENIED));
    all.put("listVisits", Probe.read(get()).elsewhere(Probe.Told.NOTHING).shows(cast.foreign));
  }

  private Probe driver(String body) {
    return Probe.command(post(body).id(cast.driver)).elsewhere(Probe.Told.DENIED);
  }

  private void road() {
    UUID roll = Door.seven(900_010);
    String open = "{\"id\":\"" + roll + "\",\"place\":\"CSGT_CAO_LOC\",\"stretch\":\"Km 8\"}";
    all.put("openRoll", Probe.command(post(open)));
    all.put("listRolls", Probe.read(get()));
    all.put("getRoll", Probe.read(get().id(cast.roll)));
    String entry =
        """
        {"entries":[{"id":"%s","revision":0,"section":1,"rank":1024,"plate":"29C-777.01",\
        "standingSince":"2025-08-28T22:00:00+07:00",%s}]}\
        """
            .formatted(Door.seven(900_011), AT);
    all.put("noteEntries", Probe.command(post(entry).id(cast.roll)));
    all.put("closeRoll", Probe.command(post("{\"version\":999}").id(cast.roll)));
    String asked = "{\"plate\":\"29C-777.01\",\"post\":\"CSGT_CAO_LOC\"}";
    all.put("adviseTraffic", Probe.read(post(asked)));
    String order =
        """
        {"id":"%s","plate":"29C-777.01","post":"CSGT_CAO_LOC","order":"TURN","to":"PHU_XA",\
        "reason":"PARK_COMPULSORY",%s}\
        """
            .formatted(Door.seven(900_012), AT);
    all.put("giveOrder", Probe.command(post(order)));
    all.put("getProvinceReport", Probe.read(get()));
    all.put("listProvinceReports", Probe.read(get()));
    all.put("getHours", Probe.read(get()));
    all.put("getStatistics", Probe.read(get()));
    all.put("getYearPage", Probe.read(get()));
    all.put("listOfficialTotals", Probe.read(get()));
    all.put("bringOfficialTotals", Probe.read(post(FigureVisits.SHEET)));
    all.put("getBoard", Probe.read(get()).by(Probe.By.ANYBODY));
    all.put("getBoardPage", Probe.read(get()).by(Probe.By.ANYBODY));
    all.put("checkWaitingRecord", Probe.read(get()).by(Probe.By.ANYBODY));
  }

  private void fees() {
    all.put("listCharges", one(get()).shows("\"charge\":" + cast.charge));
    all.put("quoteFees", Probe.read(post(Cast.form(6).toString())));
    all.put("listReceipts", Probe.read(get()));
    all.put("getReceipt", one(get().receipt("PUBLIC/2025/1")));
    all.put("checkReceipt", Probe.read(get()).by(Probe.By.ANYBODY));
    String tariff = TariffVisits.body("TT", 5);
    all.put("listTariffs", Probe.read(get()));
    all.put("previewTariff", Probe.read(post(tariff)));
    all.put("adoptTariff", Probe.command(post(tariff)));
    all.put("getCashier", Probe.read(get()));
    all.put("getPayment", Probe.read(get().id(cast.payment)).ofCompany());
    String key = "{\"id\":\"" + Door.seven(900_020) + "\",";
    String payer = "\"payer\":{\"taxCode\":\"1\",\"name\":\"x\"},\"amount\":5";
    all.put("startPayment", Probe.command(post(key + "\"deposit\":{" + payer + "}}")));
    all.put("reportPayment", Probe.read(post("{}")).by(Probe.By.ANYBODY));
    String file = "{\"day\":\"2025-08-29\",\"file\":\"transaction,payment,amount,at\"}";
    all.put("reconcileBank", Probe.command(post(file)));
    String charge = "{\"charge\":" + cast.charge + ",\"amount\":1,\"reason\":\"x\"}";
    String charges = "{\"charges\":[" + cast.charge + "],";
    all.put("chargeProvisionally", here(charge));
    all.put("settleCharges", here(charges + "\"means\":\"CASH\"}"));
    all.put("takeDeposit", Probe.command(post("{" + payer + "}")));
    all.put("oweCharges", here(charges + "\"reason\":\"x\"}"));
    all.put("correctMoney", here("{\"adjust\":" + charge + "}"));
    all.put("proposeCorrection", Probe.command(post(key + "\"adjust\":" + charge + "}")));
    all.put("approveCorrection", Probe.command(post("{}").id(cast.correction)));
    all.put("closeDoubt", Probe.command(post("{\"doubt\":" + cast.doubt + ",\"reason\":\"x\"}")));
  }

  private static Ask get() {
    return Ask.get();
  }

  /// The command's id is put in when it is asked.
  private static Ask post(String body) {
    return Ask.get().header("Content-Type", "application/json").body(body);
  }

  private void trade() {
    ObjectNode free = Cast.form(5);
    all.put("register", Probe.command(post(free.toString())).elsewhere(Probe.Told.DENIED));
    String lot = "{\"id\":\"%s\",\"registrations\":[%s]}".formatted(Door.seven(77), free);
    all.put("registerLot", Probe.command(post(lot)).elsewhere(Probe.Told.DENIED));
    all.put("checkRegistration", Probe.read(post("{\"direction\":\"EXPORT\"}")));
    String change =
        """
        {"version":0,"changes":[{"path":"vehicles[0].driverPhone","value":"0911111111"}]}\
        """;
    all.put(
        "previewAmendment",
        Probe.read(post(change).id(cast.waiting)).elsewhere(Probe.Told.NOTHING).ofCompany());
    all.put(
        "amendRegistration",
        Probe.command(post(change).id(cast.waiting)).elsewhere(Probe.Told.NOTHING).ofCompany());
    all.put(
        "withdrawRegistration",
        Probe.command(post("{}").id(cast.waiting)).elsewhere(Probe.Told.DENIED).ofCompany());
    String preset =
        """
        {"id":"%s","kind":"DRAFT","label":"x","content":{"direction":"EXPORT"}}\
        """
            .formatted(Door.seven(900_003));
    all.put("keepPreset", Probe.command(post(preset)));
    all.put("listPresets", Probe.read(get()).ofAccount().shows(cast.preset));
    all.put("dropPreset", Probe.command(post("{}").id(cast.preset)).ofAccount());
    String named = "{\"registration\":\"" + cast.waiting + "\"}";
    all.put("makeDriverLink", Probe.read(post(named)).elsewhere(Probe.Told.NOTHING).ofCompany());
    all.put("revokeDriverLinks", Probe.read(post(named)).elsewhere(Probe.Told.NOTHING).ofCompany());
    all.put("readDriverPassage", Probe.read(get()).by(Probe.By.LINK));
    all.put("readDriverWaitingRecord", Probe.read(get()).by(Probe.By.LINK));
  }

  private void reports() {
    String seen =
        """
        {"id":"%s","plate":"29C-777.77","gate":"HN","direction":"EXPORT",%s}\
        """
            .formatted(Door.seven(900_004), AT);
    all.put("reportArrived", here(seen));
    String named = "{\"crossing\":\"" + cast.entered + "\"," + AT;
    String inYard = named + ",\"yard\":\"" + Cast.YARD + "\"}";
    all.put("reportYardEntered", here(inYard).otherYard(Probe.Told.DENIED));
    all.put("reportYardLeft", here(inYard).otherYard(Probe.Told.DENIED));
    all.put("reportGateLeft", here(named + "}"));
    String plate = "{\"plate\":\"29C-777.78\",\"gate\":\"HN\"," + AT;
    all.put("reportLine", here(plate + ",\"way\":\"IN\"}"));
    all.put("reportReturn", here(plate + ",\"load\":\"EMPTY\"}"));
    String park = "{\"plate\":\"29C-777.78\",\"park\":\"PHU_XA\",\"entered\":true," + AT + "}";
    all.put("reportPark", here(park).otherYard(Probe.Told.DENIED));
    all.put("turnVehicle", turn("{\"reason\":\"OTHER\"}"));
    all.put("withdrawTurning", turn("{}"));
    all.put("sayLeft", turn("{" + AT + "}"));
    all.put("plugReefer", turn("{" + AT + "}").otherYard(Probe.Told.DENIED));
    all.put("unplugReefer", turn("{" + AT + "}").otherYard(Probe.Told.DENIED));
    all.put("assignPlace", turn("{\"place\":\"A-1\"," + AT + "}").otherYard(Probe.Told.DENIED));
    all.put("confirmTravellers", turn("{\"travellers\":[0]}"));
    pairs();
    all.put(
        "listTrips",
        Probe.read(get())
            .elsewhere(Probe.Told.NOTHING)
            .otherYard(Probe.Told.NOTHING)
            .shows(cast.out));
    all.put("listParks", Probe.read(get()));
    all.put(
        "confirmEntry", Probe.command(post("{}").id(cast.arrived)).elsewhere(Probe.Told.DENIED));
    all.put(
        "confirmPapers", Probe.command(post("{}").id(cast.waiting)).elsewhere(Probe.Told.DENIED));
    all.put(
        "acknowledgeNotice",
        Probe.command(post("{}").id(cast.notice)).elsewhere(Probe.Told.DENIED).ofCompany());
  }

  private Probe turn(String body) {
    return Probe.command(post(body).id(cast.arrived)).elsewhere(Probe.Told.DENIED);
  }

  private void pairs() {
    String hold = Door.seven(900_051).toString();
    all.put(
        "reportOtherSideHold",
        trip(
            "{\"id\":\"%s\",\"from\":\"%s\",\"reason\":\"PAPERS\",\"source\":\"CALL\"}"
                .formatted(hold, Door.NOW)));
    all.put("withdrawOtherSideHold", trip("{\"hold\":\"" + hold + "\"}"));
    all.put(
        "confirmTwoWay", Probe.command(post("{}").id(cast.halves)).elsewhere(Probe.Told.DENIED));
  }

  private Probe trip(String body) {
    return Probe.command(post(body).id(cast.out)).elsewhere(Probe.Told.DENIED);
  }

  private static Probe here(String body) {
    return Probe.command(post(body)).elsewhere(Probe.Told.DENIED);
  }

  private void reads() {
    all.put("listRegistrations", one(get()).shows(cast.waiting));
    all.put("getRegistration", one(get().id(cast.waiting)));
    all.put("getLotOptions", one(get().id(cast.waiting)));
    all.put("listCrossings", one(get()).shows(cast.arrived));
    all.put("getCrossing", one(get().id(cast.arrived)));
    all.put("getWaitingRecord", one(get().id(cast.arrived)));
    all.put("listNotices", one(get()).shows("\"id\":\"" + cast.notice + "\""));
    all.put("getGates", Probe.read(get()));
    all.put("getOverview", Probe.read(get()));
    all.put("getDailyReport", Probe.read(get()));
    all.put("getMe", Probe.read(get()));
    all.put("streamCrossings", Probe.read(get()));
  }

  /// What is at one gate, and of one company.
  private static Probe one(Ask ask) {
    return Probe.read(ask).elsewhere(Probe.Told.NOTHING).otherYard(Probe.Told.NOTHING).ofCompany();
  }

  private void actors() {
    UUID yard = cast.door.key(Role.YARD);
    String actor = "{\"id\":\"" + Door.seven(900_005) + "\",\"role\":\"READER\",\"label\":\"x\"}";
    all.put("listActors", Probe.read(get()));
    all.put("enrolActor", Probe.command(post(actor)));
    all.put("rescopeActor", Probe.command(post("{\"gates\":[\"HN\"]}").id(yard)));
    all.put("renewPassword", Probe.command(post("{\"name\":\"x\"}").id(cast.expendable)));
    all.put("revokeActor", Probe.command(post("{}").id(cast.expendable)));
    all.put("listProposals", Probe.read(get()));
    String wish =
        "{\"id\":\"" + Door.seven(900_006) + "\",\"renewPassword\":{\"actor\":\"" + yard + "\"}}";
    all.put("propose", Probe.command(post(wish)));
    all.put("listHandOvers", Probe.read(get()));
    String sheet = "{\"id\":\"" + Door.seven(900_007) + "\"}";
    all.put("handOverShift", Probe.command(post(sheet)));
    all.put("takeOverShift", Probe.command(post("{}").id(cast.sheet)));
    all.put("withdrawHandOver", Probe.command(post("{}").id(cast.sheet)));
    all.put("approve", Probe.command(post("{}").id(cast.proposal)));
    all.put("withdrawProposal", Probe.command(post("{}").id(cast.proposal)));
    String erasure = "{\"subject\":\"" + Cast.subject() + "\",\"reason\":\"r-1\"}";
    all.put("eraseSubject", Probe.command(post(erasure)));
  }

  private void people() {
    all.put("signIn", Probe.read(post("{}")).by(Probe.By.ANYBODY));
    all.put("signOut", Probe.read(get()).by(Probe.By.PERSON));
    all.put("takeOver", Probe.read(post("{}")).by(Probe.By.PERSON));
    all.put("changePassword", Probe.read(post("{}")).by(Probe.By.PERSON));
    all.put("setBadge", Probe.read(post("{}")).by(Probe.By.PERSON));
    for (String open : new String[] {"getLiveness", "getReadiness", "getMetrics", "getOpenApi"}) {
      all.put(open, Probe.read(get()).by(Probe.By.ANYBODY));
    }
  }
}
