package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// where, when and for whom a role counts.
class ScopeScenariosTest {

  private static final Outcome DENIED = new Outcome.Denied();
  private static final String TAX = "0101234567";
  private static final Scope AT_TT = Scope.at(List.of("TT"));
  private static final Scope AT_HN = Scope.at(List.of("HN"));

  private final Played gate = new Played();

  private long enrol(Role role, Scope scope) {
    long id = gate.world.nextId();
    Actor actor = new Actor(id, new UUID(7, id), role, "test", scope);
    gate.world = gate.world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
    return id;
  }

  private Outcome by(long actor, Command command) {
    Outcome outcome = Engine.step(gate.world, new Envelope(actor, command), gate.now);
    if (outcome instanceof Outcome.Accepted(World after, List<Event> events)) {
      gate.world = after;
    }
    return outcome;
  }

  private Command confirm() {
    return new Command.OfCrossing(
        new CrossingCommand.ConfirmEntry(gate.passage().id(), KeyHolder.CUSTOMS));
  }

  private Command papers() {
    UUID key = gate.world.registrations().all().values().getFirst().key();
    return new Command.OfRegistration(
        new RegistrationCommand.ConfirmPapers(key, Agency.CUSTOMS, OptionalInt.empty()));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> "accepted";
      case Outcome.Refused(var refusal) -> refusal.code();
      case Outcome.Denied() -> "denied";
    };
  }

  @Test
  void anOfficerOfAnotherGateMayNotAct() {
    gate.register("2026112400001");
    gate.arrived();
    long elsewhere = enrol(Role.CUSTOMS, AT_TT);
    assertThat(by(elsewhere, papers())).isEqualTo(DENIED);
    assertThat(by(elsewhere, confirm())).isEqualTo(DENIED);
    long here = enrol(Role.CUSTOMS, AT_HN);
    assertThat(word(by(here, papers()))).isEqualTo("accepted");
    assertThat(word(by(here, confirm()))).isEqualTo("accepted");
  }

  @Test
  void aDeviceReportsFromItsOwnGateAndATraderRegistersThere() {
    var seen = Played.sighting("HN", gate.now);
    var arrived = new Command.OfCrossing(new CrossingCommand.ReportArrived(gate.key(), seen));
    assertThat(by(enrol(Role.GATE_DEVICE, AT_TT), arrived)).isEqualTo(DENIED);
    assertThat(word(by(enrol(Role.GATE_DEVICE, AT_HN), arrived))).isEqualTo("accepted");
    Command register =
        new Command.OfRegistration(
            new RegistrationCommand.Register(gate.key(), new Draft().form()));
    assertThat(by(enrol(Role.TRADER, AT_TT), register)).isEqualTo(DENIED);
    assertThat(word(by(enrol(Role.TRADER, AT_HN), register))).isEqualTo("accepted");
  }

  @Test
  void aLotIsOfTheTradersGatesAltogetherOrNotAtAll() {
    Draft here = new Draft();
    Draft there = new Draft();
    there.gate = "TT";
    Command lot =
        new Command.OfRegistration(
            new RegistrationCommand.RegisterLot(
                gate.key(),
                List.of(
                    new RegistrationCommand.Register(gate.key(), here.form()),
                    new RegistrationCommand.Register(gate.key(), there.form()))));
    assertThat(by(enrol(Role.TRADER, AT_HN), lot)).isEqualTo(DENIED);
    assertThat(by(enrol(Role.TRADER, Scope.at(List.of("HN", "TT"))), lot)).isNotEqualTo(DENIED);
  }

  @Test
  void nobodyMovesARegistrationToAGateThatIsNotTheirs() {
    long trader = enrol(Role.TRADER, AT_HN);
    UUID key = gate.key();
    Draft draft = new Draft();
    by(trader, new Command.OfRegistration(new RegistrationCommand.Register(key, draft.form())));
    draft.gate = "TT";
    Command amend = new Command.OfRegistration(new RegistrationCommand.Amend(key, 0, draft.form()));
    assertThat(by(trader, amend)).isEqualTo(DENIED);
  }

  /// The gate's clock at noon UTC is seven in the evening there; 2026-11-24 is a Tuesday.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TUESDAY   | 18:00 | 20:00 | 2026-11-24T12:00:00Z | on
          TUESDAY   | 08:00 | 18:00 | 2026-11-24T12:00:00Z | off
          WEDNESDAY | 18:00 | 20:00 | 2026-11-24T12:00:00Z | off
          TUESDAY   | 19:00 | 20:00 | 2026-11-24T12:00:00Z | on
          TUESDAY   | 18:00 | 19:00 | 2026-11-24T12:00:00Z | off
          TUESDAY   | 18:00 | 06:00 | 2026-11-24T22:59:59Z | on
          TUESDAY   | 18:00 | 06:00 | 2026-11-24T23:00:00Z | off
          WEDNESDAY | 18:00 | 06:00 | 2026-11-24T22:59:59Z | off
          TUESDAY   | 00:00 | 00:00 | 2026-11-24T16:59:59Z | on
          TUESDAY   | 00:00 | 00:00 | 2026-11-24T17:00:00Z | off
          """)
  void anOfficerActsInTheShiftAlone(
      DayOfWeek day, LocalTime from, LocalTime to, Instant now, String duty) {
    gate.register("2026112400001");
    gate.now = now;
    Scope scope =
        new Scope(List.of(), Optional.empty(), List.of(new Shift(List.of(day), from, to)));
    Outcome outcome = by(enrol(Role.CUSTOMS, scope), papers());
    assertThat(outcome.equals(DENIED)).isEqualTo(duty.equals("off"));
  }

  /// What was said on duty, without a connection, counts when the shift is over; nothing else does.
  @Test
  void whatWasSaidOnDutyCountsAfterTheShift() {
    gate.register("2026112400001");
    gate.arrived();
    LocalTime ends = gate.now.atZone(TestSite.site().zone()).toLocalTime().plusMinutes(3);
    Shift shift = new Shift(List.of(DayOfWeek.values()), ends.minusHours(6), ends);
    long officer = enrol(Role.CUSTOMS, new Scope(List.of(), Optional.empty(), List.of(shift)));
    gate.after(10);
    assertThat(by(officer, confirm())).isEqualTo(DENIED);
    assertThat(by(officer, confirm(5))).isEqualTo(DENIED);
    assertThat(by(officer, confirm(9))).isInstanceOf(Outcome.Accepted.class);
  }

  private Command confirm(int minutesAgo) {
    var said = Optional.of(gate.now.minusSeconds(60L * minutesAgo));
    return new Command.OfCrossing(
        new CrossingCommand.ConfirmEntry(
            gate.passage().id(), KeyHolder.CUSTOMS, OptionalInt.of(0), said));
  }

  @Test
  void withoutASiteNobodyWithShiftsIsOnDuty() {
    Scope scope =
        new Scope(
            List.of(),
            Optional.empty(),
            List.of(new Shift(List.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MIN)));
    assertThat(scope.onDuty(gate.now, Optional.empty())).isFalse();
    assertThat(scope.onDuty(gate.now, Optional.of(java.time.ZoneOffset.UTC))).isTrue();
  }

  @Test
  void accountsOfOneCompanyShareWhatTheyRegister() {
    long first = enrol(Role.TRADER, Scope.of(TAX));
    long colleague = enrol(Role.TRADER, Scope.of(TAX));
    long other = enrol(Role.TRADER, Scope.of("0109999999"));
    long alone = enrol(Role.TRADER, Scope.everywhere());
    UUID key = gate.key();
    Draft draft = new Draft();
    by(first, new Command.OfRegistration(new RegistrationCommand.Register(key, draft.form())));
    draft.phone = "0911111111";
    Command amend = new Command.OfRegistration(new RegistrationCommand.Amend(key, 0, draft.form()));
    assertThat(word(by(other, amend))).isEqualTo("REGISTRATION_UNKNOWN");
    assertThat(word(by(alone, amend))).isEqualTo("REGISTRATION_UNKNOWN");
    assertThat(word(by(colleague, amend))).isEqualTo("accepted");
    Command withdraw = new Command.OfRegistration(new RegistrationCommand.Withdraw(key));
    assertThat(word(by(other, withdraw))).isEqualTo("REGISTRATION_UNKNOWN");
    assertThat(word(by(colleague, withdraw))).isEqualTo("accepted");
  }

  @Test
  void whatARevokedAccountRegisteredStaysItsCompanys() {
    long first = enrol(Role.TRADER, Scope.of(TAX));
    long colleague = enrol(Role.TRADER, Scope.of(TAX));
    UUID key = gate.key();
    Draft draft = new Draft();
    by(first, new Command.OfRegistration(new RegistrationCommand.Register(key, draft.form())));
    gate.ask(Role.OPERATOR, new Command.OfAuthority(new AuthorityCommand.RevokeActor(first)));
    gate.world = CarryForward.fold(CarryForward.of(gate.world, gate.now));
    Command withdraw = new Command.OfRegistration(new RegistrationCommand.Withdraw(key));
    assertThat(by(first, withdraw)).isEqualTo(DENIED);
    assertThat(word(by(colleague, withdraw))).isEqualTo("accepted");
  }

  @Test
  void aColleagueReadsTheNoticeToo() {
    long first = enrol(Role.TRADER, Scope.of(TAX));
    long colleague = enrol(Role.TRADER, Scope.of(TAX));
    by(
        first,
        new Command.OfRegistration(
            new RegistrationCommand.Register(gate.key(), new Draft().form())));
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
    long notice = gate.world.obligations().values().getFirst().id();
    Command read = new Command.OfWorld(new WorldCommand.AcknowledgeNotice(notice));
    assertThat(word(by(enrol(Role.TRADER, Scope.of("0109999999")), read)))
        .isEqualTo("NOTICE_UNKNOWN");
    assertThat(by(enrol(Role.TRADER, Scope.at(List.of("TT"))), read)).isEqualTo(DENIED);
    assertThat(word(by(colleague, read))).isEqualTo("accepted");
  }

  /// A-6, in words: gates, company, days of the shift, role.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HN,HN | -          | -  | CUSTOMS | SCOPE_SIZE
          XX    | -          | -  | CUSTOMS | SCOPE_GATE
          -     | 0101234567 | -  | CUSTOMS | SCOPE_COMPANY
          -     | 12345      | -  | TRADER  | SCOPE_COMPANY
          -     | -          | 1  | TRADER  | SCOPE_SHIFT
          -     | -          | 0  | CUSTOMS | SCOPE_SHIFT
          -     | -          | 11 | CUSTOMS | SCOPE_SHIFT
          HN,TT | -          | 12 | CUSTOMS | accepted
          HN    | 0101234567 | -  | TRADER  | accepted
          -     | 0101234567001 | - | TRADER | accepted
          """)
  void aScopeFitsTheSiteAndTheRole(
      String gates, String company, String days, Role role, String result) {
    List<Shift> shifts =
        days.equals("-")
            ? List.of()
            : List.of(
                new Shift(
                    days.chars()
                        .filter(c -> c != '0')
                        .mapToObj(c -> DayOfWeek.of(c - '0'))
                        .toList(),
                    LocalTime.NOON,
                    LocalTime.MIN));
    Scope scope =
        new Scope(
            gates.equals("-") ? List.of() : List.of(gates.split(",")),
            company.equals("-") ? Optional.empty() : Optional.of(company),
            shifts);
    var enrol = new AuthorityCommand.EnrolActor(gate.key(), role, "x", scope);
    assertThat(word(gate.ask(Role.OPERATOR, new Command.OfAuthority(enrol)))).isEqualTo(result);
  }

  /// C-18: whatever the door lets through.
  @Test
  void nobodyAsksForAStepOnAnotherCompanysLoad() {
    Load load = new Load();
    gate.world = load.gate.world;
    Command ask =
        new Command.OfClearance(new ClearanceCommand.RequestStep(load.held().id(), "FUMIGATION"));
    assertThat(word(by(enrol(Role.TRADER, Scope.of(TAX)), ask))).isEqualTo("CLEARANCE_UNKNOWN");
    assertThat(word(by(load.held().owner(), ask))).isEqualTo("accepted");
  }

  /// yards only of a yard operator, at the gates that it reaches.
  @ParameterizedTest
  @CsvSource({
    "HN, Y-HN, YARD, accepted",
    "HN, Y-TT, YARD, SCOPE_YARD",
    "HN, Y-XX, YARD, SCOPE_YARD",
    "HN, Y-HN, CUSTOMS, SCOPE_YARD"
  })
  void yardsAreOfAYardOperatorAtItsGates(String at, String yard, Role role, String result) {
    var enrol =
        new AuthorityCommand.EnrolActor(gate.key(), role, "x", Scope.ofYards(at, List.of(yard)));
    assertThat(word(gate.ask(Role.OPERATOR, new Command.OfAuthority(enrol)))).isEqualTo(result);
    var twice =
        new AuthorityCommand.EnrolActor(
            gate.key(), role, "x", Scope.ofYards(at, List.of(yard, yard)));
    assertThat(word(gate.ask(Role.OPERATOR, new Command.OfAuthority(twice))))
        .isEqualTo("SCOPE_SIZE");
  }

  @Test
  void anOperatorOfOneYardReportsOfNoOther() {
    long own = enrol(Role.YARD, Scope.ofYards("HN", List.of("Y-HN")));
    long other = enrol(Role.YARD, Scope.ofYards("HN", List.of("Y-2")));
    gate.register("2026112400001");
    gate.arrived();
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
    var seen = Played.sighting("HN", gate.now);
    Command enters =
        new Command.OfCrossing(new CrossingCommand.ReportYardEntered(gate.key(), seen, "Y-HN"));
    assertThat(by(other, enters)).isEqualTo(DENIED);
    assertThat(word(by(own, enters))).isEqualTo("accepted");
    Command place =
        new Command.OfCrossing(
            new CrossingCommand.AssignPlace(gate.passage().id(), "A-1", gate.now));
    assertThat(by(other, place)).isEqualTo(DENIED);
    assertThat(word(by(own, place))).isEqualTo("accepted");
    Command leaves =
        new Command.OfCrossing(new CrossingCommand.ReportYardLeft(gate.key(), seen, "Y-HN"));
    assertThat(by(other, leaves)).isEqualTo(DENIED);
    Command elsewhere =
        new Command.OfCrossing(new CrossingCommand.ReportYardLeft(gate.key(), seen, "Y-2"));
    assertThat(by(other, elsewhere)).as("out of its own, where it never was").isEqualTo(DENIED);
    Command park =
        new Command.OfCrossing(
            new CrossingCommand.ReportPark(seen.plate(), "PARK", true, gate.now));
    assertThat(by(other, park)).as("a park is no yard of its").isEqualTo(DENIED);
    assertThat(word(by(own, leaves))).isEqualTo("accepted");
  }

  /// It is the business of the yard in which it stands, before that of the one that was declared.
  @Test
  void aVehicleIsTheBusinessOfTheYardInWhichItStands() {
    gate.register("2026112400001");
    gate.arrived();
    Scope declared = Scope.ofYards("HN", List.of("Y-HN"));
    Scope other = Scope.ofYards("HN", List.of("Y-2"));
    assertThat(reaches(declared)).containsExactly(true, true);
    assertThat(reaches(other)).containsExactly(false, false);
    var seen = Played.sighting("HN", gate.now);
    gate.crossing(Role.YARD, new CrossingCommand.ReportYardEntered(gate.key(), seen, "Y-2"));
    assertThat(reaches(declared)).containsExactly(false, false);
    assertThat(reaches(other)).containsExactly(true, true);
    assertThat(reaches(Scope.at(List.of("HN")))).containsExactly(true, true);
    assertThat(reaches(Scope.at(List.of("TT")))).containsExactly(false, false);
  }

  /// The passage, and its load.
  private List<Boolean> reaches(Scope scope) {
    var load = gate.world.registrations().all().get(gate.passage().registration().orElseThrow());
    return List.of(
        Permission.reaches(gate.world, scope, gate.passage()),
        Permission.reaches(gate.world, scope, load));
  }

  @Test
  void anAccountStaysItsCompanys() {
    long trader = enrol(Role.TRADER, Scope.of(TAX));
    UUID key = new UUID(7, trader);
    for (Scope scope : List.of(Scope.of("0109999999"), Scope.everywhere())) {
      var away = new Command.OfAuthority(new AuthorityCommand.RescopeActor(key, scope));
      assertThat(word(gate.ask(Role.OPERATOR, away))).isEqualTo("COMPANY_FIXED");
    }
    Scope narrower = new Scope(List.of("TT"), Optional.of(TAX), List.of());
    var narrow = new Command.OfAuthority(new AuthorityCommand.RescopeActor(key, narrower));
    assertThat(word(gate.ask(Role.OPERATOR, narrow))).isEqualTo("accepted");
    assertThat(gate.register("2026112400001", "HN", Direction.EXPORT)).isNotEqualTo(DENIED);
    Command register =
        new Command.OfRegistration(
            new RegistrationCommand.Register(gate.key(), new Draft().form()));
    assertThat(by(trader, register)).isEqualTo(DENIED);
  }
}
