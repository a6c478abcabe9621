package io.clearway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.world.TestSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the place demands of a load, as its file says.
class SiteRulesTest {

  private static final Figure.Origin SAID = new Figure.Origin(Figure.Evidence.A, "");
  private static final Figure UNKNOWN = new Figure.Unknown("");

  private final List<Rulebook.Need> needs = new ArrayList<>();
  private final List<Rulebook.Eligibility> eligibilities = new ArrayList<>();
  private final List<Rulebook.VehicleClass> classes = new ArrayList<>();
  private final Draft draft = new Draft();
  private final List<Rulebook.AxleLimit> axleLimits = new ArrayList<>();
  private Figure residentsPerDay = UNKNOWN;
  private String hsVersion = "";

  @Test
  void goodsPassOnlyWhereTheFileLetsThem() {
    eligible("HN", Rulebook.Elsewhere.REFUSED);
    assertThat(faults()).isEmpty();
    draft.gate = "TT";
    assertThat(faults()).containsExactly("gateCode GATE_NOT_ELIGIBLE");
    draft.route = Optional.of("TT");
    assertThat(faults()).containsExactly("route GATE_NOT_ELIGIBLE");
  }

  @Test
  void whereNobodyKnowsTheTraderIsToldToAskAndNothingIsRefused() {
    eligible("HN", Rulebook.Elsewhere.ASK);
    draft.gate = "TT";
    assertThat(faults()).isEmpty();
    assertThat(RegistrationRules.questions(draft.form(), site()))
        .containsExactly(new RegistrationRules.Question("gateCode", "DRAGON_FRUIT"));
    draft.gate = "HN";
    assertThat(RegistrationRules.questions(draft.form(), site())).isEmpty();
  }

  @Test
  void goodsOnTheListOfWhichNothingIsSaidAreAskedAndOthersAreNot() {
    assertThat(RegistrationRules.questions(draft.form(), site())).hasSize(1);
    draft.hsCode = "85423100";
    assertThat(RegistrationRules.questions(draft.form(), site())).isEmpty();
  }

  @Test
  void whatIsNeededWithTheRegistrationIsMissedAtItsField() {
    for (Rulebook.Paper paper : Rulebook.Paper.values()) {
      need(paper, Rulebook.Stage.REGISTRATION);
    }
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "quarantine.medicalRequired QUARANTINE_FLAG_WRONG",
            "quarantine.plantRequired QUARANTINE_FLAG_WRONG",
            "quarantine.animalRequired QUARANTINE_FLAG_WRONG",
            "quarantine.plantCertificateNumber PLANT_CERTIFICATE_MISSING",
            "quarantine.residueTestReportNumber TEST_REPORT_MISSING",
            "goodsGroups[0].goodsLines[0].plantingAreaCode PLANTING_AREA_MISSING",
            "goodsGroups[0].goodsLines[0].packingHouseCode PACKING_HOUSE_MISSING",
            "vehicles[0].internationalTransportPermit PERMIT_MISSING",
            "vehicles[0].insuranceValidTo INSURANCE_MISSING",
            "otherSideFiling FILING_MISSING");
    draft.medical = true;
    draft.plant = true;
    draft.animal = true;
    draft.plantCertificate = Optional.of("KD-1");
    draft.residueReport = Optional.of("TN-1");
    draft.plantingArea = Optional.of("VN-DLOR-0042");
    draft.packingHouse = Optional.of("VN-DLPH-007");
    draft.permit = Optional.of("GP-1");
    draft.insuranceTo = Optional.of("2027-01-01");
    draft.otherSide = Optional.of(new Registration.Filing("F1", draft.arrival.plusSeconds(3600)));
    assertThat(faults()).isEmpty();
  }

  @Test
  void anEmptyVehicleNeedsWhatAVehicleNeeds() {
    need(Rulebook.Paper.VEHICLE_INSURANCE, Rulebook.Stage.REGISTRATION);
    need(Rulebook.Paper.PLANT_QUARANTINE, Rulebook.Stage.REGISTRATION);
    draft.regime = Registration.Regime.EMPTY;
    draft.withGoods = false;
    draft.goods = 0;
    draft.total = 0;
    assertThat(faults()).containsExactly("vehicles[0].insuranceValidTo INSURANCE_MISSING");
  }

  @Test
  void whatIsNeededLaterRefusesNothingAndIsTold() {
    need(Rulebook.Paper.TRANSPORT_PERMIT, Rulebook.Stage.CALL);
    assertThat(faults()).isEmpty();
    assertThat(RegistrationRules.missing(draft.form(), site()))
        .singleElement()
        .satisfies(missing -> {
          assertThat(missing.agency()).isEqualTo(Agency.TRANSPORT_STATION);
          assertThat(missing.before()).isEqualTo(Rulebook.Stage.CALL);
          assertThat(missing.where().path()).isEqualTo("vehicles[0].internationalTransportPermit");
        });
  }

  @Test
  void aNeedBeginsOnItsDay() {
    needs.add(
        new Rulebook.Need(
            Agency.PLANT_QUARANTINE,
            Optional.of(Direction.EXPORT),
            List.of("0810"),
            Rulebook.Paper.RESIDUE_REPORT,
            Rulebook.Stage.REGISTRATION,
            Optional.of("2026-11-25"),
            SAID));
    assertThat(faults()).isEmpty();
    draft.arrival = draft.arrival.plusSeconds(86_400);
    assertThat(faults()).containsExactly("quarantine.residueTestReportNumber TEST_REPORT_MISSING");
    draft.hsCode = "85423100";
    assertThat(faults()).isEmpty();
  }

  @Test
  void aClassLimitsGoodsAndGross() {
    classes.add(new Rulebook.VehicleClass("VT6", label(), limit(20_000), limit(35_000)));
    assertThat(faults()).isEmpty();
    draft.goods = 20_001;
    draft.gross = 35_001;
    draft.total = 20_001;
    assertThat(faults())
        .containsExactly(
            "vehicles[0].goodsKg GOODS_OVER_CLASS", "vehicles[0].grossKg GROSS_OVER_LIMIT");
    draft.vehicleClass = "VT7";
    assertThat(faults()).containsExactly("vehicles[0].vehicleClass VEHICLE_CLASS_UNKNOWN");
    draft.regime = Registration.Regime.RAIL;
    draft.wagons =
        List.of(new Registration.Wagon("31001234", Optional.empty(), Optional.empty(), 20_001));
    assertThat(faults()).as("a train is on no road").isEmpty();
  }

  @Test
  void soManyAxlesCarrySoMuch() {
    axleLimits.add(new Rulebook.AxleLimit(2, limit(16_000)));
    axleLimits.add(new Rulebook.AxleLimit(3, UNKNOWN));
    axleLimits.add(new Rulebook.AxleLimit(5, limit(35_000)));
    assertThat(faults()).as("nobody said how many").isEmpty();
    draft.axles = OptionalInt.of(2);
    assertThat(faults()).containsExactly("vehicles[0].grossKg GROSS_OVER_AXLES");
    draft.axles = OptionalInt.of(4);
    assertThat(faults()).as("not known for three or four").isEmpty();
    draft.axles = OptionalInt.of(6);
    assertThat(faults()).isEmpty();
    draft.gross = 35_001;
    assertThat(faults()).containsExactly("vehicles[0].grossKg GROSS_OVER_AXLES");
    draft.axles = OptionalInt.of(1);
    assertThat(faults()).containsExactly("vehicles[0].axles AXLES_RANGE");
  }

  @Test
  void anUnknownLimitLimitsNothing() {
    classes.add(new Rulebook.VehicleClass("VT6", label(), UNKNOWN, UNKNOWN));
    draft.goods = 90_000;
    draft.gross = 105_000;
    draft.total = 90_000;
    assertThat(faults()).isEmpty();
  }

  @Test
  void aBorderResidentTradesUpToTheLimitOfADay() {
    residentsPerDay = limit(2_000_000);
    draft.regime = Registration.Regime.BORDER_RESIDENTS;
    draft.residents = List.of(resident(2_000_000));
    assertThat(faults()).isEmpty();
    draft.residents = List.of(resident(2_000_001));
    assertThat(faults()).containsExactly("residents[0].valueVnd RESIDENT_LIMIT");
  }

  @Test
  void theLimitOfADayIsOverAllThatAResidentRegistersForIt() {
    residentsPerDay = limit(2_000_000);
    Draft first = new Draft();
    first.regime = Registration.Regime.BORDER_RESIDENTS;
    first.residents = List.of(resident(1_200_000));
    Registrations held = Registrations.empty().evolve(registered(first.form()));
    draft.number = "2026112400002";
    draft.plate = "29C-123.46";
    draft.regime = Registration.Regime.BORDER_RESIDENTS;
    draft.residents = List.of(resident(800_000));
    assertThat(faults(held)).isEmpty();
    draft.residents = List.of(resident(500_000), resident(300_001));
    assertThat(faults(held)).containsExactly("residents[1].valueVnd RESIDENT_LIMIT");
    draft.arrival = draft.arrival.plusSeconds(86_400);
    assertThat(faults(held)).isEmpty();
    draft.arrival = first.arrival;
    assertThat(faults(held.evolve(new RegistrationEvent.RegistrationsRetired(List.of(7L)))))
        .isEmpty();
  }

  private static RegistrationEvent registered(Registration.Form form) {
    return new RegistrationEvent.Registered(
        new Registration(
            7,
            new UUID(0, 7),
            3,
            form.createdAt(),
            Registration.Via.API,
            Optional.empty(),
            List.of(),
            List.of(),
            form),
        form.createdAt());
  }

  @Test
  void anHsCodeIsInTheListThatTheFileNames() {
    draft.hsCode = "08109192";
    assertThat(faults()).isEmpty();
    hsVersion = "HS 2022";
    assertThat(faults()).containsExactly("goodsGroups[0].goodsLines[0].hsCode HS_NOT_LISTED");
    draft.hsCode = "77109192";
    assertThat(faults()).containsExactly("goodsGroups[0].goodsLines[0].hsCode HS_CHAPTER");
    draft.hsCode = "081090";
    assertThat(faults()).isEmpty();
  }

  @Test
  void aVehicleStandsInAYardOfThePlaceIfItTellsThem() {
    draft.yard = "Y9";
    assertThat(faults()).containsExactly("parkingPlace YARD_UNKNOWN");
  }

  private static Registration.Resident resident(long value) {
    return new Registration.Resident(
        new Registration.Person(
            Draft.personal("Cư Dân"),
            Optional.empty(),
            Optional.of(Draft.personal("999000000003")),
            List.of()),
        value);
  }

  private void need(Rulebook.Paper paper, Rulebook.Stage before) {
    needs.add(
        new Rulebook.Need(
            Agency.TRANSPORT_STATION,
            Optional.empty(),
            List.of(),
            paper,
            before,
            Optional.empty(),
            SAID));
  }

  private void eligible(String route, Rulebook.Elsewhere elsewhere) {
    eligibilities.add(
        new Rulebook.Eligibility(
            "DRAGON_FRUIT", Direction.EXPORT, List.of(route), elsewhere, SAID));
  }

  private static Figure limit(long most) {
    return new Figure.Known(0, most, SAID);
  }

  private static Places.Label label() {
    return new Places.Label("a", "b", "c");
  }

  private Site site() {
    Site plain = TestSite.site();
    Rulebook.Commodity fruit =
        new Rulebook.Commodity(
            "DRAGON_FRUIT", label(), List.of("08109092"), Rulebook.Perishability.PERISHABLE, SAID);
    Rulebook rules =
        new Rulebook(
            hsVersion,
            List.of(fruit),
            eligibilities,
            needs,
            classes,
            List.of(),
            List.of(),
            residentsPerDay,
            axleLimits);
    return new Site(plain.head(), plain.places(), rules, List.of());
  }

  private List<String> faults() {
    return faults(Registrations.empty());
  }

  private List<String> faults(Registrations held) {
    return RegistrationRules.check(held, draft.form(), site()).stream()
        .map(v -> v.path() + " " + v.code())
        .toList();
  }
}
