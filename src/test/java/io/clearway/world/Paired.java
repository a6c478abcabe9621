package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingCommand;
import io.clearway.pairing.PairingEvent;
import io.clearway.pairing.Stay;
import io.clearway.pairing.StayClock;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.SiteEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// A small language for one vehicle that goes loaded and comes back loaded, at
/// [TestSite#changing()].
final class Paired {

  static final String OURS = "29C-123.45";
  static final String THEIRS = "桂A12345";

  final Played gate;
  private final Map<Direction, Draft> drafts = new TreeMap<>();
  private final Map<Direction, UUID> keys = new TreeMap<>();
  private final String plate;
  private final boolean foreign;
  private int made;
  private long visit;

  /// Everything that can be asked of that pair and that stay.
  static List<PairingCommand> orders(UUID key, long pair, long visit) {
    OptionalInt any = OptionalInt.empty();
    return List.of(
        new PairingCommand.ConfirmPair(pair, KeyHolder.BORDER_GUARD, any, any),
        new PairingCommand.ConfirmPair(pair, KeyHolder.CUSTOMS, any, any),
        new PairingCommand.ReportHeld(visit, key, said(Instant.EPOCH, Optional.empty())),
        new PairingCommand.WithdrawHeld(visit, key),
        new PairingCommand.LinkPair(pair, pair),
        new PairingCommand.PartPair(pair),
        new PairingCommand.JudgePair(pair, List.of()),
        new PairingCommand.JudgeStay(visit));
  }

  static Pair pair(long id, long half) {
    return new Pair(id, half, 95, Instant.EPOCH, List.of(), List.of());
  }

  /// One that goes on, of a vehicle of ours.
  static PairingEvent stay(long visit, long registration) {
    return new PairingEvent.StayCarried(
        new Stay(
            visit,
            Stay.Side.ABROAD,
            Draft.subject("29C12345"),
            registration,
            "HN",
            new Stay.Times(Instant.EPOCH, false, Optional.empty(), false),
            List.of(),
            List.of(),
            Stay.Told.NOTHING,
            Optional.empty()));
  }

  static Stay.Said said(Instant from, Optional<Instant> to) {
    return new Stay.Said(from, to, Stay.Reason.INSPECTION, Stay.Source.CALL);
  }

  private Paired(Played gate, String plate, boolean foreign) {
    this.gate = gate;
    this.plate = plate;
    this.foreign = foreign;
  }

  /// One of many at that gate.
  ///
  /// @param number of its first registration, less one
  static Paired of(Played gate, String plate, boolean foreign, int number) {
    Paired one = new Paired(gate, plate, foreign);
    one.made = number;
    return one;
  }

  private static Paired alone(String plate, boolean foreign) {
    Played gate = new Played();
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.changing())));
    return new Paired(gate, plate, foreign);
  }

  /// A vehicle of this country: out with an export, back with an import.
  static Paired ours() {
    return alone(OURS, false);
  }

  /// A vehicle of the other country: in with an import, out with an export.
  static Paired theirs() {
    return alone(THEIRS, true);
  }

  /// Apples out, industrial goods in.
  Draft draft(Direction direction) {
    made++;
    Draft draft = new Draft();
    draft.direction = direction;
    draft.number = "20261124" + "%05d".formatted(made);
    draft.plate = plate;
    draft.country = foreign ? Registration.Country.CN : Registration.Country.VN;
    draft.permit = foreign ? Optional.of("GP-1") : Optional.empty();
    draft.customsNumber = (direction == Direction.EXPORT ? "308" : "108") + "%09d".formatted(made);
    draft.hsCode = direction == Direction.EXPORT ? "08081000" : "84713020";
    draft.container = Optional.empty();
    draft.createdAt = gate.now.minusSeconds(3600);
    draft.arrival = gate.now.plusSeconds(3600);
    return draft;
  }

  Outcome register(Draft draft) {
    keys.put(draft.direction, new UUID(3, made));
    drafts.put(draft.direction, draft);
    return papers(new RegistrationCommand.Register(new UUID(3, made), draft.form()));
  }

  Outcome papers(RegistrationCommand command) {
    return gate.ask(Role.TRADER, new Command.OfRegistration(command));
  }

  /// Both, the second naming the first.
  Paired linked() {
    Direction first = foreign ? Direction.IMPORT : Direction.EXPORT;
    Direction second = foreign ? Direction.EXPORT : Direction.IMPORT;
    assertThat(register(draft(first))).isInstanceOf(Outcome.Accepted.class);
    Draft back = draft(second);
    back.linked = List.of("D-" + form(first).number());
    assertThat(register(back)).isInstanceOf(Outcome.Accepted.class);
    return this;
  }

  Outcome amend(Direction which, Consumer<Draft> change) {
    Draft draft = Optional.ofNullable(drafts.get(which)).orElseThrow();
    change.accept(draft);
    Registration held = held(which);
    return papers(new RegistrationCommand.Amend(held.key(), held.version(), draft.form()));
  }

  Registration held(Direction which) {
    UUID key = Optional.ofNullable(keys.get(which)).orElseThrow();
    return gate.world.registrations().find(key).orElseThrow();
  }

  Registration.Form form(Direction which) {
    return held(which).form();
  }

  Optional<Pair> pair() {
    return gate.world.pairings().pairs().values().stream().findFirst();
  }

  /// That of this vehicle, among many.
  Optional<Pair> pairOf() {
    return gate.world.pairings().of(held(Direction.EXPORT).id());
  }

  Outcome confirm(Pair pair, KeyHolder agency) {
    return ask(
        Role.valueOf(agency.name()),
        new PairingCommand.ConfirmPair(
            pair.id(), agency, OptionalInt.empty(), OptionalInt.empty()));
  }

  Outcome confirm(KeyHolder agency) {
    return ask(
        Role.valueOf(agency.name()),
        new PairingCommand.ConfirmPair(
            pair().map(Pair::id).orElse(99L), agency, OptionalInt.empty(), OptionalInt.empty()));
  }

  /// With the words of both.
  Paired registeredWithBoth() {
    assertThat(confirm(KeyHolder.BORDER_GUARD)).isInstanceOf(Outcome.Accepted.class);
    assertThat(confirm(KeyHolder.CUSTOMS)).isInstanceOf(Outcome.Accepted.class);
    return this;
  }

  Outcome ask(Role role, PairingCommand command) {
    return gate.ask(role, new Command.OfPairing(command));
  }

  private CrossingCommand.Sighting seen(Direction direction, Instant at) {
    String bare = plate.replaceAll("[-. ]", "");
    return new CrossingCommand.Sighting(
        new Personal.Known<>(Draft.subject(bare), bare), "HN", direction, at);
  }

  Crossing passage(Direction direction) {
    String bare = plate.replaceAll("[-. ]", "");
    return gate.world.crossings().latest(Draft.subject(bare), "HN", direction).orElseThrow();
  }

  Optional<Crossing> find(Direction direction) {
    String bare = plate.replaceAll("[-. ]", "");
    return gate.world.crossings().latest(Draft.subject(bare), "HN", direction);
  }

  /// Its papers of that direction are held.
  boolean has(Direction which) {
    return Optional.ofNullable(keys.get(which))
        .flatMap(key -> gate.world.registrations().find(key))
        .isPresent();
  }

  Outcome arrives(Direction direction) {
    return gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportArrived(gate.key(), seen(direction, gate.now)));
  }

  Outcome leaves(Direction direction) {
    return gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportGateLeft(gate.key(), seen(direction, gate.now)));
  }

  Outcome returns(Trip.Load load, Instant at) {
    return gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportReturn(gate.key(), seen(Direction.IMPORT, at), load));
  }

  Outcome line(Trip.Way way, Instant at) {
    CrossingCommand.Sighting seen = seen(Direction.EXPORT, at);
    return gate.crossing(
        Role.GATE_DEVICE, new CrossingCommand.ReportLine(seen.plate(), "HN", way, at));
  }

  /// In by both keys.
  Paired enters(Direction direction) {
    arrives(direction);
    for (KeyHolder holder : KeyHolder.values()) {
      Role role = holder == KeyHolder.CUSTOMS ? Role.CUSTOMS : Role.BORDER_GUARD;
      assertThat(
              gate.crossing(
                  role,
                  new CrossingCommand.ConfirmEntry(
                      passage(direction).id(), holder, OptionalInt.of(held(direction).version()))))
          .isInstanceOf(Outcome.Accepted.class);
    }
    return this;
  }

  /// Over there with its export.
  Paired out() {
    enters(Direction.EXPORT);
    gate.after(5);
    leaves(Direction.EXPORT);
    visit();
    return this;
  }

  Outcome heard(UUID key, Stay.Said said) {
    return ask(Role.BORDER_GUARD, new PairingCommand.ReportHeld(visit(), key, said));
  }

  /// The passage with which its stay began.
  long visit() {
    if (visit == 0) {
      visit = passage(foreign ? Direction.IMPORT : Direction.EXPORT).id();
    }
    return visit;
  }

  Stay stay() {
    return gate.world.pairings().stays().find(visit()).orElseThrow();
  }

  StayClock.Reading clock() {
    return TwoWay.clock(gate.world, stay(), gate.now);
  }

  /// So many hours later; the gate's timers run every quarter of an hour.
  Paired hours(double many) {
    for (int i = 0; i < Math.round(many * 4); i++) {
      gate.after(15).tick();
    }
    return this;
  }

  /// What is open about its stay.
  List<String> cases() {
    return gate.world.cases().of(visit()).stream()
        .map(c -> c.kind().name())
        .filter(kind -> kind.startsWith("STAY"))
        .toList();
  }

  long notices() {
    return gate.world.obligations().values().stream()
        .filter(open -> open.kind() == Obligation.Kind.STAY_ENDING)
        .count();
  }
}
