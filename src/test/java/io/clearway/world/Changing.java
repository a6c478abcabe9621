package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Figure;
import io.clearway.site.Handling;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentCommand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// A small language for goods that change vehicles, at [TestSite#changing()]: import vehicles from
/// the other side with twenty tonnes of one declaration each, and receiving vehicles.
final class Changing {

  static final UUID KEY = new UUID(7, 1);

  final Played gate = new Played();
  private final Map<String, Long> papers = new TreeMap<>();
  private final Map<String, Draft> drafts = new TreeMap<>();
  private int made;

  /// Everything that can be asked of that one.
  static List<TransshipmentCommand> orders(UUID key, long source, long held) {
    return List.of(
        new TransshipmentCommand.Plan(key, source, Handling.Method.GANG, List.of(), List.of()),
        new TransshipmentCommand.Cancel(held),
        new TransshipmentCommand.Start(held, Instant.EPOCH),
        new TransshipmentCommand.RecordLoading(held, 98, List.of(), "S", Instant.EPOCH),
        new TransshipmentCommand.Finish(held, List.of(), Instant.EPOCH),
        new TransshipmentCommand.Sign(held, Optional.empty()),
        new TransshipmentCommand.CallNext("Y-HN"),
        new TransshipmentCommand.Drop(held));
  }

  /// One whose source is that registration.
  static Transshipment planned(UUID key, long source) {
    return new Transshipment(
        97,
        key,
        source,
        new Transshipment.Plan(1, Instant.EPOCH, Handling.Method.GANG, List.of(), List.of()),
        new Transshipment.Stage.Planned(Instant.EPOCH),
        List.of(),
        Optional.empty());
  }

  Changing() {
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.changing())));
  }

  /// The area has so many bays, and a gang for each.
  void bays(long many) {
    Site site = TestSite.changing();
    Handling.Area area = site.handling().areas().getFirst();
    Figure each = new Figure.Known(many, many, new Figure.Origin(Figure.Evidence.A, ""));
    Handling.Crew gangs =
        new Handling.Crew(Handling.Method.GANG, each, area.crews().getFirst().usual());
    Handling handling =
        new Handling(
            List.of(new Handling.Area(area.code(), area.name(), area.yard(), each, List.of(gangs))),
            site.handling().tolerances(),
            site.handling().callWithin());
    Site wide =
        new Site(
            site.head(),
            site.places(),
            site.rulebook(),
            site.procedure(),
            handling,
            site.assumptions());
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(wide)));
  }

  private Draft draft(String plate) {
    made++;
    Draft draft = new Draft();
    draft.direction = Direction.IMPORT;
    draft.number = "20261124" + "%05d".formatted(made);
    draft.plate = plate;
    draft.driver = "Tài Xế " + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(made % 26);
    draft.document = "9990000%05d".formatted(made);
    draft.container = Optional.empty();
    draft.createdAt = gate.now.minusSeconds(3600);
    draft.arrival = gate.now.plusSeconds(3600);
    return draft;
  }

  /// A vehicle of the other side with goods.
  long source(String plate) {
    return source(plate, Optional.of("GP-" + plate));
  }

  long source(String plate, Optional<String> permit) {
    Draft draft = draft(plate);
    draft.country = Registration.Country.CN;
    draft.customsNumber = "1080000%05d".formatted(made);
    draft.permit = permit;
    return register(plate, draft);
  }

  /// A vehicle that comes empty.
  long receiver(String plate) {
    Draft draft = draft(plate);
    draft.regime = Registration.Regime.RECEIVING;
    draft.withGoods = false;
    draft.goods = 0;
    draft.total = 0;
    draft.gross = draft.tare;
    return register(plate, draft);
  }

  private long register(String plate, Draft draft) {
    UUID key = new UUID(3, made);
    assertThat(
            gate.ask(
                Role.TRADER,
                new Command.OfRegistration(new RegistrationCommand.Register(key, draft.form()))))
        .isInstanceOf(Outcome.Accepted.class);
    long id = gate.world.registrations().find(key).orElseThrow().id();
    papers.put(plate, id);
    drafts.put(plate, draft);
    return id;
  }

  void amend(String plate, Consumer<Draft> change) {
    Draft draft = Optional.ofNullable(drafts.get(plate)).orElseThrow();
    change.accept(draft);
    Registration held = gate.world.registrations().all().get(papers(plate));
    var amend = new RegistrationCommand.Amend(held.key(), held.version(), draft.form());
    assertThat(gate.ask(Role.TRADER, new Command.OfRegistration(amend)))
        .isInstanceOf(Outcome.Accepted.class);
  }

  long papers(String plate) {
    return Optional.ofNullable(papers.get(plate)).orElseThrow();
  }

  private CrossingCommand.Sighting seen(String plate) {
    return seen(plate, gate.now);
  }

  private static CrossingCommand.Sighting seen(String plate, Instant at) {
    String bare = plate.replaceAll("[-. ]", "");
    return new CrossingCommand.Sighting(
        new Personal.Known<>(Draft.subject(bare), bare), "HN", Direction.IMPORT, at);
  }

  Crossing passage(String plate) {
    String bare = plate.replaceAll("[-. ]", "");
    return gate.world.crossings().latest(Draft.subject(bare), "HN", Direction.IMPORT).orElseThrow();
  }

  Optional<Crossing> find(String plate) {
    String bare = plate.replaceAll("[-. ]", "");
    return gate.world.crossings().latest(Draft.subject(bare), "HN", Direction.IMPORT);
  }

  Changing arrives(String plate) {
    gate.crossing(Role.GATE_DEVICE, new CrossingCommand.ReportArrived(gate.key(), seen(plate)));
    return this;
  }

  Changing key(String plate, KeyHolder holder) {
    Role role = holder == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
    var confirm = new CrossingCommand.ConfirmEntry(passage(plate).id(), holder, OptionalInt.of(0));
    assertThat(gate.crossing(role, confirm)).isInstanceOf(Outcome.Accepted.class);
    return this;
  }

  Changing inYard(String plate) {
    gate.crossing(
        Role.YARD, new CrossingCommand.ReportYardEntered(gate.key(), seen(plate), "Y-HN"));
    return this;
  }

  Changing enters(String... plates) {
    for (String plate : plates) {
      arrives(plate).key(plate, KeyHolder.CUSTOMS).key(plate, KeyHolder.BORDER_GUARD).inYard(plate);
    }
    return this;
  }

  Outcome turn(String plate) {
    return gate.crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.TurnVehicle(
            passage(plate).id(), Turning.Reason.OTHER, Optional.empty()));
  }

  Outcome leaves(String plate) {
    return leavesAt(plate, gate.now);
  }

  Outcome leavesAt(String plate, Instant left) {
    return gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(gate.key(), seen(plate, left)));
  }

  Outcome confirm(String plate, String step, Agency agency) {
    return gate.ask(
        Role.valueOf(agency.name()),
        new Command.OfClearance(
            new ClearanceCommand.ConfirmStep(
                papers(plate), step, agency, OptionalInt.of(0), Optional.empty())));
  }

  Changing permitted(String plate) {
    assertThat(confirm(plate, "PERMIT", Agency.TRANSPORT_STATION))
        .isInstanceOf(Outcome.Accepted.class);
    return this;
  }

  /// The lot of the source, whole.
  static Transshipment.Lot lot(Changing all, String source, int packages, long kg) {
    return new Transshipment.Lot(all.number(source), packages, kg);
  }

  /// Of its customs declaration; of a vehicle without goods none.
  String number(String source) {
    return gate.world.registrations().all().get(papers(source)).form().goods().stream()
        .findFirst()
        .map(Registration.GoodsGroup::customsNumber)
        .orElse("");
  }

  Outcome plan(String source, String... receivers) {
    return plan(KEY, Handling.Method.GANG, source, receivers);
  }

  Outcome plan(UUID key, Handling.Method method, String source, String... receivers) {
    String number = number(source);
    return ask(
        Role.TRADER,
        new TransshipmentCommand.Plan(
            key,
            papers(source),
            method,
            List.of(lot(this, source, 1_000, 20_000)),
            List.of(receivers).stream()
                .map(plate -> new Transshipment.Receiver(papers(plate), List.of(number)))
                .toList()));
  }

  Outcome ask(Role role, TransshipmentCommand command) {
    return gate.ask(role, new Command.OfTransshipment(command));
  }

  Transshipment held() {
    return held(KEY);
  }

  Transshipment held(UUID key) {
    return gate.world.transshipments().find(key).orElseThrow();
  }

  Outcome start() {
    return ask(Role.YARD, new TransshipmentCommand.Start(held().id(), gate.now));
  }

  Outcome load(String receiver, int packages, long kg, String seal) {
    String source =
        papers.entrySet().stream()
            .filter(e -> e.getValue() == held().source())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return ask(
        Role.YARD,
        new TransshipmentCommand.RecordLoading(
            held().id(),
            papers(receiver),
            List.of(lot(this, source, packages, kg)),
            seal,
            gate.now));
  }

  Outcome finish(Transshipment.Lot... remaining) {
    return ask(
        Role.YARD, new TransshipmentCommand.Finish(held().id(), List.of(remaining), gate.now));
  }

  Outcome sign(String... reason) {
    Optional<Personal<String>> why = List.of(reason).stream().findFirst().flatMap(Changing::why);
    return ask(Role.CUSTOMS, new TransshipmentCommand.Sign(held().id(), why));
  }

  static Optional<Personal<String>> why(String text) {
    return Optional.of(new Personal.Known<>(Draft.subject("reason"), text));
  }

  String stage() {
    return held().stage().getClass().getSimpleName();
  }

  /// From the plan to the last package, in two vehicles.
  Changing packed() {
    source("桂A10001");
    receiver("29C-100.01");
    receiver("29C-100.02");
    plan("桂A10001", "29C-100.01", "29C-100.02");
    enters("桂A10001", "29C-100.01", "29C-100.02").permitted("桂A10001");
    assertThat(start()).isInstanceOf(Outcome.Accepted.class);
    assertThat(load("29C-100.01", 600, 12_000, "S1")).isInstanceOf(Outcome.Accepted.class);
    assertThat(load("29C-100.02", 400, 8_000, "S2")).isInstanceOf(Outcome.Accepted.class);
    assertThat(finish()).isInstanceOf(Outcome.Accepted.class);
    return this;
  }
}
