package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Matter;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.fee.FeeCommand;
import io.clearway.fleet.FleetCommand;
import io.clearway.pairing.PairingCommand;
import io.clearway.pairing.PairingEvent;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Draft;
import io.clearway.registration.Preset;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.site.SiteCommand;
import io.clearway.transshipment.TransshipmentCommand;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.turn.TurnCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every command × every role × every agency × own or foreign gate × in or out of shift, asked of
/// the engine, is as the approved file says: docs/states/command-matrix.md. With
/// `-Dclearway.access=write` the file is written anew; it is then to be read by somebody.
class CommandMatrixTest {

  private static final ClearanceCommand.Voice VOICE =
      new ClearanceCommand.Voice(new UUID(8, 1), Optional.empty());

  private static final Path FILE = Path.of("docs/states/command-matrix.md");
  private static final boolean WRITE = "write".equals(System.getProperty("clearway.access"));
  private static final String HEAD =
      """
      # Who may give which command

      Asked of the engine by `CommandMatrixTest`, every cell. The commands are about a registration
      and its passage at one gate. Who is not named is denied. Only officers have shifts.

      | command | at its own gate, on duty | at a foreign gate | out of shift |
      |---|---|---|---|
      """;

  private static final Shift NEVER =
      new Shift(List.of(DayOfWeek.MONDAY), LocalTime.of(1, 0), LocalTime.of(2, 0));

  private final Played gate = new Played();

  private enum Where {
    HERE,
    ELSEWHERE,
    OFF_DUTY
  }

  private Map<String, Command> commands() {
    gate.register("2026112400001");
    gate.arrived();
    Map<String, Command> all = new LinkedHashMap<>();
    UUID key = gate.key();
    all.put("AdoptSite", new Command.OfSite(new SiteCommand.AdoptSite(TestSite.site())));
    authority(all, key);
    registrations(all, key);
    crossings(all, key);
    clearances(all);
    road(all, key);
    changing(all, key);
    Driving.orders(gate.passage().id())
        .forEach(order -> all.put(name(order), new Command.OfFleet(order)));
    paired(all, key);
    FeeOrders.all(key).forEach(order -> all.put(name(order), new Command.OfFee(order)));
    var kind = Contradiction.REPORT_OUT_OF_ORDER;
    all.put("OpenCase", new Command.OfCase(new CaseCommand.OpenCase(99, kind)));
    all.put("CloseCase", new Command.OfCase(new CaseCommand.CloseCase(99, kind)));
    all.put("Tick", new Command.OfWorld(new WorldCommand.Tick()));
    all.put("AcknowledgeNotice", new Command.OfWorld(new WorldCommand.AcknowledgeNotice(notice())));
    var open = new WorldCommand.OpenObligation(Obligation.Kind.ENTRY_COMPLETE, 99);
    all.put("OpenObligation", new Command.OfWorld(open));
    all.put("SetClock", new Command.OfWorld(new WorldCommand.SetClock(gate.now, gate.now, 1)));
    var erase = new WorldCommand.Erase(Draft.subject("nobody"), "E-1");
    all.put("Erase", new Command.OfWorld(erase));
    return all;
  }

  private long notice() {
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
    return gate.world.obligations().values().getFirst().id();
  }

  private static void authority(Map<String, Command> all, UUID key) {
    for (AuthorityCommand order :
        List.of(
            new AuthorityCommand.EnrolActor(key, Role.READER, "x"),
            new AuthorityCommand.RescopeActor(key, Scope.everywhere()),
            new AuthorityCommand.RenewSecret(key),
            new AuthorityCommand.RevokeActor(99),
            new AuthorityCommand.Propose(key, Matter.ENROL_ACTOR, key, "x", key),
            new AuthorityCommand.Approve(key, key),
            new AuthorityCommand.Withdraw(key))) {
      String name =
          order instanceof AuthorityCommand.Withdraw ? "Withdraw (proposal)" : name(order);
      all.put(name, new Command.OfAuthority(order));
    }
  }

  private static String name(Object order) {
    return order.getClass().getSimpleName();
  }

  private void registrations(Map<String, Command> all, UUID key) {
    UUID held = gate.world.registrations().all().values().getFirst().key();
    var form = new Draft().form();
    for (RegistrationCommand order :
        List.of(
            new RegistrationCommand.Register(key, form),
            new RegistrationCommand.RegisterLot(
                key, List.of(new RegistrationCommand.Register(key, form))),
            new RegistrationCommand.Amend(held, 0, form),
            new RegistrationCommand.Withdraw(held),
            new RegistrationCommand.KeepPreset(key, Preset.Kind.DRAFT, "x", List.of()),
            new RegistrationCommand.DropPreset(key),
            new RegistrationCommand.ChangeTractor(
                99, Driving.tractor("29C-777.77", "999000077777")),
            new RegistrationCommand.Reroute(99, "TT"),
            new RegistrationCommand.Retire(List.of()))) {
      all.put(name(order), new Command.OfRegistration(order));
    }
    for (Agency agency : Agency.values()) {
      all.put(
          "ConfirmPapers of " + agency,
          new Command.OfRegistration(
              new RegistrationCommand.ConfirmPapers(held, agency, OptionalInt.empty())));
    }
  }

  private void crossings(Map<String, Command> all, UUID key) {
    long here = gate.passage().id();
    var seen = Played.sighting("HN", gate.now);
    for (KeyHolder holder : KeyHolder.values()) {
      all.put(
          "ConfirmEntry of " + holder,
          new Command.OfCrossing(new CrossingCommand.ConfirmEntry(here, holder)));
    }
    for (CrossingCommand order :
        List.of(
            new CrossingCommand.ReportArrived(key, seen),
            new CrossingCommand.ReportYardEntered(key, seen, "Y"),
            new CrossingCommand.ReportYardLeft(key, seen, "Y"),
            new CrossingCommand.ReportGateLeft(key, seen),
            new CrossingCommand.TurnVehicle(here, Turning.Reason.OTHER, Optional.empty()),
            new CrossingCommand.WithdrawTurning(here),
            new CrossingCommand.SayLeft(here, gate.now),
            new CrossingCommand.PlugReefer(here, seen.occurredAt()),
            new CrossingCommand.UnplugReefer(here, seen.occurredAt()),
            new CrossingCommand.AssignPlace(here, "A-1", seen.occurredAt()),
            new CrossingCommand.ReportPark(seen.plate(), "P-HN", true, gate.now),
            new CrossingCommand.ReportLine(seen.plate(), "HN", Trip.Way.IN, seen.occurredAt()),
            new CrossingCommand.ReportReturn(key, seen, Trip.Load.EMPTY),
            new CrossingCommand.ConfirmTravellers(here, List.of(0)),
            new CrossingCommand.OpenTrip(here, List.of()),
            new CrossingCommand.LinkRegistration(here, 98),
            new CrossingCommand.DeclareLate(here),
            new CrossingCommand.PutOffKeys(here, gate.now),
            new CrossingCommand.VoidKeys(here, List.of()))) {
      all.put(name(order), new Command.OfCrossing(order));
    }
    all.put("Retire (passages)", new Command.OfCrossing(new CrossingCommand.Retire(List.of())));
  }

  private void clearances(Map<String, Command> all) {
    long held = gate.passage().registration().orElseThrow();
    for (ClearanceCommand order :
        List.of(
            new ClearanceCommand.Require(held, List.of(), List.of()),
            new ClearanceCommand.EndVisit(held),
            new ClearanceCommand.RequestStep(held, "X"),
            new ClearanceCommand.ConfirmByRule(held, "X", "R", List.of()),
            new ClearanceCommand.SetChannel(held, Agency.CUSTOMS, Clearance.Channel.RED, VOICE))) {
      all.put(order.getClass().getSimpleName(), new Command.OfClearance(order));
    }
    for (Agency agency : Agency.values()) {
      for (ClearanceCommand order :
          List.of(
              new ClearanceCommand.ConfirmStep(
                  held, "X", agency, OptionalInt.empty(), Optional.empty()),
              new ClearanceCommand.RefuseStep(held, "X", agency, Optional.empty()),
              new ClearanceCommand.PlaceHold(
                  held, agency, Clearance.HoldKind.DOUBT, Optional.empty(), List.of()),
              new ClearanceCommand.LiftHold(held, 98, agency, VOICE),
              new ClearanceCommand.WithdrawSecond(held, agency, new Second.Wish.Lift(98)),
              new ClearanceCommand.OpenInspection(held, agency, List.of()),
              new ClearanceCommand.JoinInspection(held, agency, List.of()),
              new ClearanceCommand.RecordResult(
                  held, agency, Means.BAY, Inspection.Outcome.CLEAN))) {
        all.put(order.getClass().getSimpleName() + " of " + agency, new Command.OfClearance(order));
      }
    }
  }

  private static void road(Map<String, Command> all, UUID key) {
    for (TurnCommand order :
        List.of(
            new TurnCommand.OpenRoll(key, "POST", ""),
            new TurnCommand.NoteEntries(key, List.of()),
            new TurnCommand.CloseRoll(key, 0),
            new TurnCommand.GiveOrder(key, Road.given("29C12345")))) {
      all.put(order.getClass().getSimpleName(), new Command.OfTurn(order));
    }
  }

  private void changing(Map<String, Command> all, UUID key) {
    long source = gate.passage().registration().orElseThrow();
    var planned = new TransshipmentEvent.TransshipmentPlanned(Changing.planned(key, source));
    gate.world = gate.world.apply(new Event.OfTransshipment(planned));
    for (TransshipmentCommand order : Changing.orders(key, source, 97)) {
      all.put(name(order), new Command.OfTransshipment(order));
    }
  }

  private void paired(Map<String, Command> all, UUID key) {
    long half = gate.passage().registration().orElseThrow();
    var linked = new PairingEvent.PairLinked(Paired.pair(96, half));
    gate.world = gate.world.apply(new Event.OfPairing(linked));
    gate.world = gate.world.apply(new Event.OfPairing(Paired.stay(gate.passage().id(), half)));
    for (PairingCommand order : Paired.orders(key, 96, gate.passage().id())) {
      String of = order instanceof PairingCommand.ConfirmPair c ? " of " + c.agency() : "";
      all.put(name(order) + of, new Command.OfPairing(order));
    }
  }

  private String matrix() {
    Map<String, Command> all = commands();
    StringBuilder text = new StringBuilder(HEAD);
    all.forEach((name, command) -> {
      text.append("| `").append(name).append("` |");
      for (Where where : Where.values()) {
        text.append(' ').append(allowed(command, where)).append(" |");
      }
      text.append('\n');
    });
    return text.toString().replace("|  |", "| |").replace("|  |", "| |");
  }

  private String allowed(Command command, Where where) {
    TreeSet<String> allowed = new TreeSet<>();
    for (Role role : Role.values()) {
      if (where != Where.OFF_DUTY || role.agency().isPresent()) {
        long id = role == Role.SYSTEM ? 0 : enrolled(role, where);
        boolean system = role == Role.SYSTEM && where != Where.HERE;
        Outcome outcome = Engine.step(gate.world, new Envelope(id, command), gate.now);
        if (!system && !outcome.equals(new Outcome.Denied())) {
          allowed.add(role.name());
        }
      }
    }
    return String.join(" ", allowed);
  }

  private long enrolled(Role role, Where where) {
    long id = gate.world.nextId();
    Scope scope =
        switch (where) {
          case HERE -> Scope.at(List.of("HN"));
          case ELSEWHERE -> Scope.at(List.of("TT"));
          case OFF_DUTY -> new Scope(List.of("HN"), Optional.empty(), List.of(NEVER));
        };
    Actor actor = new Actor(id, new UUID(7, id), role, "x", scope);
    gate.world = gate.world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
    return id;
  }

  @Test
  void everyCellIsWhatTheEngineDoes() throws IOException {
    String found = matrix();
    if (WRITE) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, found);
    }
    assertThat(found).isEqualTo(Files.readString(FILE));
  }

  /// The first tick comes before the site file was adopted.
  @Test
  void beforeThereIsAGateEveryCommandHasAnAnswer() {
    Map<String, Command> all = commands();
    for (Role role : Role.values()) {
      World bare = World.empty();
      long id = role == Role.SYSTEM ? 0 : Played.id(role);
      if (role != Role.SYSTEM) {
        Actor actor = new Actor(id, new UUID(7, id), role, "x", Scope.everywhere());
        bare = bare.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
      }
      for (Map.Entry<String, Command> each : all.entrySet()) {
        Envelope envelope = new Envelope(id, each.getValue());
        World before = bare;
        assertThatCode(() -> Engine.step(before, envelope, gate.now))
            .as("%s by %s", each.getKey(), role)
            .doesNotThrowAnyException();
      }
    }
  }

  /// The names of all records that are commands, so that none is forgotten above.
  @Test
  void everyCommandHasARow() {
    TreeSet<String> orders = new TreeSet<>();
    for (Class<?> domain :
        List.of(
            SiteCommand.class,
            AuthorityCommand.class,
            RegistrationCommand.class,
            CrossingCommand.class,
            ClearanceCommand.class,
            TurnCommand.class,
            TransshipmentCommand.class,
            FleetCommand.class,
            PairingCommand.class,
            FeeCommand.class,
            CaseCommand.class,
            WorldCommand.class)) {
      addOrders(domain, orders);
    }
    TreeSet<String> rows = new TreeSet<>();
    commands().keySet().forEach(name -> rows.add(name.replaceFirst(" .*", "")));
    assertThat(rows).isEqualTo(orders);
  }

  private static void addOrders(Class<?> type, Set<String> into) {
    if (!type.isSealed()) {
      into.add(type.getSimpleName());
      return;
    }
    for (Class<?> each : type.getPermittedSubclasses()) {
      addOrders(each, into);
    }
  }

  @Test
  void nobodyOutOfShiftAndNobodyElsewhereActsAtTheGate() {
    for (String line : matrix().lines().filter(l -> l.contains("Confirm")).toList()) {
      assertThat(line.substring(line.length() - 6)).as(line).isEqualTo(" | | |");
    }
  }
}
