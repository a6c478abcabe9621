package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Matter;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Trip;
import io.clearway.crossing.Turning;
import io.clearway.reconciliation.CaseCommand;
import io.clearway.registration.Draft;
import io.clearway.registration.Preset;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.site.SiteCommand;
import io.clearway.turn.TurnCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A-1: every command against every role; what is not granted is denied.
class DenyByDefaultTest {

  private static final ClearanceCommand.Voice VOICE =
      new ClearanceCommand.Voice(new UUID(8, 1), Optional.empty());

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
      ConfirmPapers MEDICAL_QUARANTINE
      ConfirmPapers PLANT_QUARANTINE
      ConfirmPapers ANIMAL_QUARANTINE
      ConfirmPapers TRANSPORT_STATION
      ConfirmPapers MANAGEMENT_BOARD
      ConfirmPapers TRAFFIC_POLICE
      KeepPreset TRADER
      DropPreset TRADER
      Reroute SYSTEM
      ChangeTractor SYSTEM
      Retire SYSTEM
      OpenRoll BORDER_GUARD
      OpenRoll MANAGEMENT_BOARD
      OpenRoll TRAFFIC_POLICE
      NoteEntries BORDER_GUARD
      NoteEntries MANAGEMENT_BOARD
      NoteEntries TRAFFIC_POLICE
      CloseRoll BORDER_GUARD
      CloseRoll MANAGEMENT_BOARD
      CloseRoll TRAFFIC_POLICE
      GiveOrder TRAFFIC_POLICE
      Plan TRADER
      Cancel TRADER
      Start YARD
      RecordLoading YARD
      Finish YARD
      Sign CUSTOMS
      CallNext SYSTEM
      Drop SYSTEM
      ConfirmEntry BORDER_GUARD
      ConfirmEntry CUSTOMS
      ReportArrived GATE_DEVICE
      ReportYardEntered YARD
      ReportYardLeft YARD
      ReportGateLeft GATE_DEVICE
      TurnVehicle BORDER_GUARD
      TurnVehicle CUSTOMS
      TurnVehicle MANAGEMENT_BOARD
      WithdrawTurning BORDER_GUARD
      WithdrawTurning CUSTOMS
      WithdrawTurning MANAGEMENT_BOARD
      SayLeft BORDER_GUARD
      SayLeft CUSTOMS
      SayLeft MANAGEMENT_BOARD
      PlugReefer YARD
      UnplugReefer YARD
      AssignPlace YARD
      ReportPark YARD
      ReportLine GATE_DEVICE
      ReportReturn GATE_DEVICE
      ConfirmTravellers BORDER_GUARD
      OpenTrip SYSTEM
      LinkRegistration SYSTEM
      DeclareLate SYSTEM
      PutOffKeys SYSTEM
      VoidKeys SYSTEM
      Retire SYSTEM
      Require SYSTEM
      EndVisit SYSTEM
      RequestStep TRADER
      ConfirmByRule GATE_DEVICE
      SetChannel CUSTOMS
      ConfirmStep BORDER_GUARD
      RefuseStep BORDER_GUARD
      PlaceHold BORDER_GUARD
      LiftHold BORDER_GUARD
      WithdrawSecond BORDER_GUARD
      OpenInspection BORDER_GUARD
      JoinInspection BORDER_GUARD
      RecordResult BORDER_GUARD
      ConfirmStep CUSTOMS
      RefuseStep CUSTOMS
      PlaceHold CUSTOMS
      LiftHold CUSTOMS
      WithdrawSecond CUSTOMS
      OpenInspection CUSTOMS
      JoinInspection CUSTOMS
      RecordResult CUSTOMS
      ConfirmStep MEDICAL_QUARANTINE
      RefuseStep MEDICAL_QUARANTINE
      PlaceHold MEDICAL_QUARANTINE
      LiftHold MEDICAL_QUARANTINE
      WithdrawSecond MEDICAL_QUARANTINE
      OpenInspection MEDICAL_QUARANTINE
      JoinInspection MEDICAL_QUARANTINE
      RecordResult MEDICAL_QUARANTINE
      ConfirmStep PLANT_QUARANTINE
      RefuseStep PLANT_QUARANTINE
      PlaceHold PLANT_QUARANTINE
      LiftHold PLANT_QUARANTINE
      WithdrawSecond PLANT_QUARANTINE
      OpenInspection PLANT_QUARANTINE
      JoinInspection PLANT_QUARANTINE
      RecordResult PLANT_QUARANTINE
      ConfirmStep ANIMAL_QUARANTINE
      RefuseStep ANIMAL_QUARANTINE
      PlaceHold ANIMAL_QUARANTINE
      LiftHold ANIMAL_QUARANTINE
      WithdrawSecond ANIMAL_QUARANTINE
      OpenInspection ANIMAL_QUARANTINE
      JoinInspection ANIMAL_QUARANTINE
      RecordResult ANIMAL_QUARANTINE
      ConfirmStep TRANSPORT_STATION
      RefuseStep TRANSPORT_STATION
      PlaceHold TRANSPORT_STATION
      LiftHold TRANSPORT_STATION
      WithdrawSecond TRANSPORT_STATION
      OpenInspection TRANSPORT_STATION
      JoinInspection TRANSPORT_STATION
      RecordResult TRANSPORT_STATION
      ConfirmStep MANAGEMENT_BOARD
      RefuseStep MANAGEMENT_BOARD
      PlaceHold MANAGEMENT_BOARD
      LiftHold MANAGEMENT_BOARD
      WithdrawSecond MANAGEMENT_BOARD
      OpenInspection MANAGEMENT_BOARD
      JoinInspection MANAGEMENT_BOARD
      RecordResult MANAGEMENT_BOARD
      ConfirmStep TRAFFIC_POLICE
      RefuseStep TRAFFIC_POLICE
      PlaceHold TRAFFIC_POLICE
      LiftHold TRAFFIC_POLICE
      WithdrawSecond TRAFFIC_POLICE
      OpenInspection TRAFFIC_POLICE
      JoinInspection TRAFFIC_POLICE
      RecordResult TRAFFIC_POLICE
      AskTractor TRADER
      AskTractor YARD
      ConfirmTractor BORDER_GUARD
      ConfirmTractor CUSTOMS
      RefuseTractor BORDER_GUARD
      WithdrawTractor TRADER
      WithdrawTractor YARD
      EndTractor SYSTEM
      LetIn SYSTEM
      CountOut BORDER_GUARD
      EnrolDriver MANAGEMENT_BOARD
      RetireDriver MANAGEMENT_BOARD
      AssignDriver MANAGEMENT_BOARD
      FreeDriver MANAGEMENT_BOARD
      ConfirmPair BORDER_GUARD
      ConfirmPair CUSTOMS
      ReportHeld BORDER_GUARD
      ReportHeld CUSTOMS
      ReportHeld MANAGEMENT_BOARD
      WithdrawHeld BORDER_GUARD
      WithdrawHeld CUSTOMS
      WithdrawHeld MANAGEMENT_BOARD
      LinkPair SYSTEM
      PartPair SYSTEM
      JudgePair SYSTEM
      JudgeStay SYSTEM
      AdoptTariff OPERATOR
      AdoptTariff SYSTEM
      Assess SYSTEM
      ChargeProvisionally MANAGEMENT_BOARD
      Adjust MANAGEMENT_BOARD
      StartPayment TRADER
      StartPayment MANAGEMENT_BOARD
      StartDeposit TRADER
      StartDeposit MANAGEMENT_BOARD
      ReportPaid SYSTEM
      Settle MANAGEMENT_BOARD
      TakeDeposit MANAGEMENT_BOARD
      Owe MANAGEMENT_BOARD
      Refund MANAGEMENT_BOARD
      AssignMoney MANAGEMENT_BOARD
      Reconcile MANAGEMENT_BOARD
      CloseDoubt MANAGEMENT_BOARD
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
    for (Agency agency : Agency.values()) {
      all.add(
          new Command.OfRegistration(
              new RegistrationCommand.ConfirmPapers(key, agency, OptionalInt.empty())));
    }
    all.add(
        new Command.OfRegistration(
            new RegistrationCommand.KeepPreset(key, Preset.Kind.DRAFT, "x", List.of())));
    all.add(new Command.OfRegistration(new RegistrationCommand.DropPreset(key)));
    all.add(new Command.OfRegistration(new RegistrationCommand.Reroute(99, "TT")));
    all.add(
        new Command.OfRegistration(
            new RegistrationCommand.ChangeTractor(
                99, Driving.tractor("29C-777.77", "999000077777"))));
    all.add(new Command.OfRegistration(new RegistrationCommand.Retire(List.of())));
  }

  private static void clearances(List<Command> all) {
    all.add(new Command.OfClearance(new ClearanceCommand.Require(99, List.of(), List.of())));
    all.add(new Command.OfClearance(new ClearanceCommand.EndVisit(99)));
    all.add(new Command.OfClearance(new ClearanceCommand.RequestStep(99, "X")));
    all.add(new Command.OfClearance(new ClearanceCommand.ConfirmByRule(99, "X", "R", List.of())));
    all.add(
        new Command.OfClearance(
            new ClearanceCommand.SetChannel(99, Agency.CUSTOMS, Clearance.Channel.RED, VOICE)));
    for (Agency agency : Agency.values()) {
      List<ClearanceCommand> each =
          List.of(
              new ClearanceCommand.ConfirmStep(
                  99, "X", agency, OptionalInt.empty(), Optional.empty()),
              new ClearanceCommand.RefuseStep(99, "X", agency, Optional.empty()),
              new ClearanceCommand.PlaceHold(
                  99, agency, Clearance.HoldKind.DOUBT, Optional.empty(), List.of()),
              new ClearanceCommand.LiftHold(99, 98, agency, VOICE),
              new ClearanceCommand.WithdrawSecond(99, agency, new Second.Wish.Lift(98)),
              new ClearanceCommand.OpenInspection(99, agency, List.of()),
              new ClearanceCommand.JoinInspection(99, agency, List.of()),
              new ClearanceCommand.RecordResult(99, agency, Means.BAY, Inspection.Outcome.CLEAN));
      each.forEach(order -> all.add(new Command.OfClearance(order)));
    }
  }

  private static void road(UUID key, List<Command> all) {
    all.add(new Command.OfTurn(new TurnCommand.OpenRoll(key, "POST", "")));
    all.add(new Command.OfTurn(new TurnCommand.NoteEntries(key, List.of())));
    all.add(new Command.OfTurn(new TurnCommand.CloseRoll(key, 0)));
    all.add(new Command.OfTurn(new TurnCommand.GiveOrder(key, Road.given("29C12345"))));
    Changing.orders(key, 99, 97).forEach(order -> all.add(new Command.OfTransshipment(order)));
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

  private static void away(UUID key, CrossingCommand.Sighting seen, List<Command> all) {
    for (CrossingCommand order :
        List.of(
            new CrossingCommand.TurnVehicle(99, Turning.Reason.OTHER, Optional.empty()),
            new CrossingCommand.WithdrawTurning(99),
            new CrossingCommand.SayLeft(99, Instant.EPOCH),
            new CrossingCommand.PlugReefer(99, seen.occurredAt()),
            new CrossingCommand.UnplugReefer(99, seen.occurredAt()),
            new CrossingCommand.AssignPlace(99, "A-1", seen.occurredAt()),
            new CrossingCommand.ReportPark(seen.plate(), "P-HN", true, seen.occurredAt()),
            new CrossingCommand.ReportLine(seen.plate(), "HN", Trip.Way.IN, seen.occurredAt()),
            new CrossingCommand.ReportReturn(key, seen, Trip.Load.EMPTY),
            new CrossingCommand.ConfirmTravellers(99, List.of(0)),
            new CrossingCommand.OpenTrip(99, List.of()))) {
      all.add(new Command.OfCrossing(order));
    }
  }

  private static List<Command> commands(Played gate) {
    UUID key = gate.key();
    var seen = Played.sighting("HN", gate.now);
    List<Command> all = new ArrayList<>();
    all.add(new Command.OfSite(new SiteCommand.AdoptSite(TestSite.site())));
    all.add(new Command.OfAuthority(new AuthorityCommand.EnrolActor(key, Role.READER, "x")));
    authority(key, all);
    registrations(key, all);
    road(key, all);
    all.add(new Command.OfCrossing(new CrossingCommand.ConfirmEntry(99, KeyHolder.BORDER_GUARD)));
    all.add(new Command.OfCrossing(new CrossingCommand.ConfirmEntry(99, KeyHolder.CUSTOMS)));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportArrived(key, seen)));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportYardEntered(key, seen, "Y")));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportYardLeft(key, seen, "Y")));
    all.add(new Command.OfCrossing(new CrossingCommand.ReportGateLeft(key, seen)));
    away(key, seen, all);
    all.add(new Command.OfCrossing(new CrossingCommand.LinkRegistration(99, 98)));
    all.add(new Command.OfCrossing(new CrossingCommand.DeclareLate(99)));
    all.add(new Command.OfCrossing(new CrossingCommand.PutOffKeys(99, Instant.EPOCH)));
    all.add(new Command.OfCrossing(new CrossingCommand.VoidKeys(99, List.of())));
    all.add(new Command.OfCrossing(new CrossingCommand.Retire(List.of())));
    clearances(all);
    Driving.orders(98).forEach(order -> all.add(new Command.OfFleet(order)));
    Paired.orders(key, 96, 99).forEach(order -> all.add(new Command.OfPairing(order)));
    FeeOrders.all(key).forEach(order -> all.add(new Command.OfFee(order)));
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
    return command.cause().replaceFirst(".*[.]", "");
  }
}
