package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.clearance.Waits;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A small language for what agencies do on one load, at [TestSite#working()].
final class Load {

  static final UUID KEY = new UUID(2, 1);

  final Played gate = new Played();
  final Draft draft = new Draft();

  /// Registered, with medical and plant quarantine asked for.
  Load() {
    this(TestSite.working());
  }

  Load(Site site) {
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(site)));
    draft.medical = true;
    draft.plant = true;
    assertThat(papers(new RegistrationCommand.Register(KEY, draft.form())))
        .isInstanceOf(Outcome.Accepted.class);
  }

  /// It is back from its trip, with everybody who went.
  void home() {
    gate.crossing(
        Role.GATE_DEVICE,
        new CrossingCommand.ReportReturn(
            gate.key(), Played.sighting("HN", gate.now), Trip.Load.EMPTY));
    long trip = gate.passage().id();
    int persons = gate.world.crossings().outside().trips().get(trip).travellers().size();
    gate.crossing(
        Role.BORDER_GUARD,
        new CrossingCommand.ConfirmTravellers(trip, IntStream.range(0, persons).boxed().toList()));
  }

  Outcome papers(RegistrationCommand command) {
    return gate.ask(Role.TRADER, new Command.OfRegistration(command));
  }

  Outcome amend(Consumer<Draft> change) {
    change.accept(draft);
    return papers(new RegistrationCommand.Amend(KEY, held().version(), draft.form()));
  }

  Registration held() {
    return gate.world.registrations().find(KEY).orElseThrow();
  }

  Clearance clearance() {
    return gate.world.clearances().find(held().id()).orElseThrow();
  }

  Load arrives() {
    gate.arrived();
    return this;
  }

  Load enters() {
    arrives();
    gate.confirm(KeyHolder.BORDER_GUARD);
    gate.confirm(KeyHolder.CUSTOMS);
    return this;
  }

  /// All but the word that opens the barrier.
  Load done() {
    enters();
    for (String step : List.of("MEDICAL", "PLANT", "CLEARED", "GUARD_DONE")) {
      assertThat(confirm(step)).as(step).isInstanceOf(Outcome.Accepted.class);
    }
    return this;
  }

  Load released() {
    done();
    assertThat(confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
    return this;
  }

  Outcome ask(Agency agency, ClearanceCommand command) {
    return gate.ask(Role.valueOf(agency.name()), new Command.OfClearance(command));
  }

  /// By the step's own agency, of the version that stands.
  Outcome confirm(String step) {
    Agency agency = agency(step);
    return confirm(step, agency, OptionalInt.of(held().version()));
  }

  Outcome confirm(String step, Agency agency, OptionalInt seen) {
    return ask(
        agency,
        new ClearanceCommand.ConfirmStep(held().id(), step, agency, seen, Optional.empty()));
  }

  Outcome refuse(String step) {
    Agency agency = agency(step);
    return ask(
        agency, new ClearanceCommand.RefuseStep(held().id(), step, agency, Optional.empty()));
  }

  Outcome hold(Agency agency, Clearance.HoldKind kind, Agency... lifters) {
    return ask(
        agency,
        new ClearanceCommand.PlaceHold(
            held().id(), agency, kind, Optional.empty(), List.of(lifters)));
  }

  Outcome lift(Agency agency) {
    long hold = clearance().holds().isEmpty() ? 99 : clearance().holds().getFirst().id();
    return ask(agency, new ClearanceCommand.LiftHold(held().id(), hold, agency, voice()));
  }

  /// The first officer, with a reason.
  ClearanceCommand.Voice voice() {
    return voice(1);
  }

  ClearanceCommand.Voice voice(long session) {
    var subject = draft.form().leading().plate().subject();
    return new ClearanceCommand.Voice(
        new UUID(8, session), Optional.of(new Personal.Known<>(subject, "a reason")));
  }

  /// Another officer of that agency, in another session.
  Outcome deputy(Agency agency, Function<ClearanceCommand.Voice, ClearanceCommand> says) {
    return gate.askDeputy(
        Role.valueOf(agency.name()), new Command.OfClearance(says.apply(voice(2))));
  }

  /// By two officers.
  Outcome lower(Clearance.Channel channel) {
    channel(channel);
    return deputy(Agency.CUSTOMS, voice -> setting(channel, voice));
  }

  ClearanceCommand setting(Clearance.Channel channel, ClearanceCommand.Voice voice) {
    return new ClearanceCommand.SetChannel(held().id(), Agency.CUSTOMS, channel, voice);
  }

  /// By two officers.
  Outcome liftByTwo(Agency agency) {
    lift(agency);
    long hold = clearance().holds().getFirst().id();
    return deputy(agency, voice -> new ClearanceCommand.LiftHold(held().id(), hold, agency, voice));
  }

  Outcome withdraw(Agency agency, Second.Wish wish) {
    return ask(agency, new ClearanceCommand.WithdrawSecond(held().id(), agency, wish));
  }

  Outcome channel(Clearance.Channel channel) {
    return ask(Agency.CUSTOMS, setting(channel, voice()));
  }

  Outcome open(Agency agency, Means... means) {
    return ask(
        agency,
        new ClearanceCommand.OpenInspection(
            held().id(), agency, Stream.of(means).map(Load::booking).toList()));
  }

  /// Where it is done at HN.
  static Booking booking(Means means) {
    return new Booking(means, means == Means.XRAY ? "HN_SCAN" : "HN_BAYS");
  }

  Outcome join(Agency agency) {
    return ask(agency, new ClearanceCommand.JoinInspection(held().id(), agency, List.of()));
  }

  Outcome result(Agency agency, Means means, Inspection.Outcome outcome) {
    return ask(agency, new ClearanceCommand.RecordResult(held().id(), agency, means, outcome));
  }

  Outcome byRule(String step, String rule, String... observations) {
    return gate.ask(
        Role.GATE_DEVICE,
        new Command.OfClearance(
            new ClearanceCommand.ConfirmByRule(held().id(), step, rule, List.of(observations))));
  }

  Waits.Wait waiting(String line) {
    return Loads.lines(gate.world, held(), gate.now).stream()
        .filter(l -> l.step().equals(line))
        .findFirst()
        .orElseThrow()
        .waiting();
  }

  static Agency agency(String step) {
    return TestSite.releasing().procedure().find(step).orElseThrow().agency();
  }

  static String code(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var refusal) ? refusal.code() : outcome.toString();
  }

  static List<String> unmet(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var refusal) ? refusal.unmet() : List.of();
  }
}
