package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Matter;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Draft;
import io.clearway.registration.Preset;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.SiteCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// every command against every role; what is not granted is denied.
class DenyByDefaultTest {

  private static final String GRANTED =
      """
      AdoptSite OPERATOR
      AdoptSite SYSTEM
      EnrolActor OPERATOR
      EnrolActor SYSTEM
      RescopeActor OPERATOR
      RescopeActor SYSTEM
      RenewSecret OPERATOR
      RenewSecret SYSTEM
      RevokeActor OPERATOR
      RevokeActor SYSTEM
      Propose OPERATOR
      Propose SYSTEM
      Approve OPERATOR
      Approve SYSTEM
      Withdraw OPERATOR
      Withdraw SYSTEM
      Register TRADER
      RegisterLot TRADER
      Amend TRADER
      Withdraw TRADER
      ConfirmPapers BORDER_GUARD
      ConfirmPapers CUSTOMS
      KeepPreset TRADER
      DropPreset TRADER
      Retire SYSTEM
      ConfirmEntry BORDER_GUARD
      ConfirmEntry CUSTOMS
      ReportArrived GATE_DEVICE
      ReportYardEntered YARD
      ReportYardLeft YARD
      ReportGateLeft GATE_DEVICE
      LinkRegistration SYSTEM
      DeclareLate SYSTEM
      VoidKeys SYSTEM
      Retire SYSTEM
      OpenCase SYSTEM
      CloseCase SYSTEM
      Tick SYSTEM
      AcknowledgeNotice TRADER
      OpenObligation SYSTEM
      SetClock OPERATOR
      SetClock SYSTEM
      Erase OPERATOR
      Erase SYSTEM
      """;

  private static void registrations(UUID key, List<Command> all) {
    all.add(new Command.OfRegistration(new RegistrationCommand.Register(key, new Draft().form())));
    all.add(new Command.OfRegistration(new RegistrationCommand.RegisterLot(key, List.of())));
    all.add(new Command.OfRegistration(new RegistrationCommand.Amend(key, 0, new Draft().form())));
    all.add(new Command.OfRegistration(new RegistrationCommand.Withdraw(key)));
    for (Agency agency : List.of(Agency.BORDER_GUARD, Agency.CUSTOMS)) {
      all.add(
          new Command.OfRegistration(
              new RegistrationCommand.ConfirmPapers(key, agency, OptionalInt.empty())));
    }
    all.add(
        new Command.OfRegistration(
            new RegistrationCommand.KeepPreset(key, Preset.Kind.DRAFT, "x", List.of())));
    all.add(new Command.OfRegistration(new RegistrationCommand.DropPreset(key)));
    all.add(new Command.OfRegistration(new RegistrationCommand.Retire(List.of())));
  }

  private static void authority(UUID key, List<Command> all) {
    all.add(new Command.OfAuthority(new AuthorityCommand.RescopeActor(key, Scope.everywhere())));
    all.add(new Command.OfAuthority(new AuthorityCommand.RenewSecret(key)));
    all.add(new Command.OfAuthority(new AuthorityCommand.RevokeActor(99)));
    all.add(
        new Command.OfAuthority(
            new AuthorityCommand.Propose(key, Matter.ENROL_ACTOR, key, "x", key)));
    all.add(new Command.OfAuthority(new AuthorityCommand.Approve(key, key)));
    all.add(new Command.OfAuthority(new AuthorityCommand.Withdraw(key)));
  }

  private static List<Command> commands(Played gate) {
    UUID key = gate.key();
    var seen = Played.sighting("HN", gate.now);
    List<Command> all = new ArrayList<>();
    all.add(new Command.OfSite(new SiteCommand.AdoptSite(TestSite.site())));
    all.add(new Command.OfAuthority(new AuthorityCommand.EnrolActor(key, Role.READER, "x")));
    authority(key, all);
    registrations(key, all);
    all.add(new Command.OfCrossing(new CrossingCommand.ConfirmEntry(99, KeyHolder.BORDER_GUARD)));
    all.add(new Command.OfCrossing(new CrossingCommand.ConfirmEntry(99, KeyHolder.CUSTOMS)));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportArrived(key, seen)));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportYardEntered(key, seen, "Y")));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportYardLeft(key, seen, "Y")));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportGateLeft(key, seen)));
    all.add(new Command.OfCrossing(new CrossingCommand.LinkRegistration(99, 98)));
    all.add(new Command.OfCrossing(new CrossingCommand.DeclareLate(99)));
    all.add(new Command.OfCrossing(new CrossingCommand.VoidKeys(99, List.of())));
    all.add(new Command.OfCrossing(new CrossingCommand.Retire(List.of())));
    var kind = Contradiction.REPORT_OUT_OF_ORDER;
    all.add(new Command.OfCase(new CaseCommand.OpenCase(99, kind)));
    all.add(new Command.OfCase(new CaseCommand.CloseCase(99, kind)));
    all.add(new Command.OfWorld(new WorldCommand.Tick()));
    all.add(new Command.OfWorld(new WorldCommand.AcknowledgeNotice(99)));
    all.add(
        new Command.OfWorld(new WorldCommand.OpenObligation(Obligation.Kind.ENTRY_COMPLETE, 99)));
    all.add(new Command.OfWorld(new WorldCommand.SetClock(gate.now, gate.now, 1)));
    all.add(new Command.OfWorld(new WorldCommand.Erase(Draft.subject("nobody"), "E-1")));
    return all;
  }

  @Test
  void everyCommandIsDeniedToEveryRoleButThoseNamed() {
    StringBuilder granted = new StringBuilder();
    for (Command command : commands(new Played())) {
      for (Role role : Role.values()) {
        if (!(new Played().ask(role, command) instanceof Outcome.Denied)) {
          granted.append(name(command)).append(' ').append(role).append('\n');
        }
      }
    }
    assertThat(granted.toString()).isEqualTo(GRANTED);
  }

  @Test
  void whoIsNotEnrolledOrWasRevokedMayNothing() {
    Played gate = new Played();
    for (Command command : commands(gate)) {
      assertThat(Engine.step(gate.world, new Envelope(12_345, command), gate.now))
          .isEqualTo(new Outcome.Denied());
    }
    long trader = Played.id(Role.TRADER);
    gate.ask(Role.OPERATOR, new Command.OfAuthority(new AuthorityCommand.RevokeActor(trader)));
    assertThat(gate.register("2026112400001")).isEqualTo(new Outcome.Denied());
  }

  private static String name(Command command) {
    return switch (command) {
      case Command.OfSite c -> c.order().getClass().getSimpleName();
      case Command.OfAuthority c -> c.order().getClass().getSimpleName();
      case Command.OfRegistration c -> c.order().getClass().getSimpleName();
      case Command.OfCrossing c -> c.order().getClass().getSimpleName();
      case Command.OfCase c -> c.order().getClass().getSimpleName();
      case Command.OfWorld c -> c.order().getClass().getSimpleName();
    };
  }
}
