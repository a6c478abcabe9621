package io.clearway.world;

import io.clearway.authority.Operation;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.turn.TurnCommand;
import java.util.Optional;

/// Which operation a command is. Every command has exactly one: the compiler finds the forgotten.
public final class Permission {

  private Permission() {}

  public static Operation of(Command command) {
    return switch (command) {
      case Command.OfSite c -> Operation.ADMINISTER;
      case Command.OfAuthority c -> Operation.ADMINISTER;
      case Command.OfRegistration c -> ofRegistration(c.order());
      case Command.OfTurn c -> ofTurn(c.order());
      case Command.OfCrossing c -> ofCrossing(c.order());
      case Command.OfClearance c -> ofClearance(c.order());
      case Command.OfCase c -> Operation.RUN;
      case Command.OfWorld c -> ofWorld(c.order());
    };
  }

  private static Operation ofRegistration(RegistrationCommand order) {
    return switch (order) {
      case RegistrationCommand.Register c -> Operation.REGISTER;
      case RegistrationCommand.RegisterLot c -> Operation.REGISTER;
      case RegistrationCommand.Amend c -> Operation.REGISTER;
      case RegistrationCommand.Withdraw c -> Operation.REGISTER;
      case RegistrationCommand.ConfirmPapers c -> ofPapers(c.agency());
      case RegistrationCommand.KeepPreset c -> Operation.REGISTER;
      case RegistrationCommand.DropPreset c -> Operation.REGISTER;
      case RegistrationCommand.Retire c -> Operation.RUN;
    };
  }

  private static Operation ofPapers(Agency agency) {
    return switch (agency) {
      case BORDER_GUARD -> Operation.CONFIRM_ENTRY_AS_BORDER_GUARD;
      case CUSTOMS -> Operation.CONFIRM_ENTRY_AS_CUSTOMS;
      case MEDICAL_QUARANTINE,
          PLANT_QUARANTINE,
          ANIMAL_QUARANTINE,
          TRANSPORT_STATION,
          MANAGEMENT_BOARD,
          TRAFFIC_POLICE ->
          Operation.WORK_ON_LOAD;
    };
  }

  /// What turns that agency's key.
  public static Operation ofKey(KeyHolder agency) {
    return switch (agency) {
      case BORDER_GUARD -> Operation.CONFIRM_ENTRY_AS_BORDER_GUARD;
      case CUSTOMS -> Operation.CONFIRM_ENTRY_AS_CUSTOMS;
    };
  }

  /// Whose officer must speak: nobody speaks for another agency.
  static Optional<Agency> agencyOf(Command command) {
    return switch (command) {
      case Command.OfClearance(ClearanceCommand.OfAgency c) -> Optional.of(c.agency());
      case Command.OfRegistration(RegistrationCommand.ConfirmPapers c) -> Optional.of(c.agency());
      case Command.OfClearance c -> Optional.empty();
      case Command.OfRegistration c -> Optional.empty();
      case Command.OfSite c -> Optional.empty();
      case Command.OfAuthority c -> Optional.empty();
      case Command.OfTurn c -> Optional.empty();
      case Command.OfCrossing c -> Optional.empty();
      case Command.OfCase c -> Optional.empty();
      case Command.OfWorld c -> Optional.empty();
    };
  }

  private static Operation ofClearance(ClearanceCommand order) {
    return switch (order) {
      case ClearanceCommand.Require c -> Operation.RUN;
      case ClearanceCommand.RequestStep c -> Operation.REQUEST_STEP;
      case ClearanceCommand.ConfirmStep c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.ConfirmByRule c -> Operation.CONFIRM_BY_RULE;
      case ClearanceCommand.RefuseStep c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.PlaceHold c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.LiftHold c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.SetChannel c -> Operation.SET_CHANNEL;
      case ClearanceCommand.OpenInspection c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.JoinInspection c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.RecordResult c -> Operation.WORK_ON_LOAD;
    };
  }

  private static Operation ofTurn(TurnCommand order) {
    return switch (order) {
      case TurnCommand.OpenRoll c -> Operation.CALL_ROLL;
      case TurnCommand.NoteEntries c -> Operation.CALL_ROLL;
      case TurnCommand.CloseRoll c -> Operation.CALL_ROLL;
      case TurnCommand.GiveOrder c -> Operation.DIRECT_TRAFFIC;
    };
  }

  private static Operation ofCrossing(CrossingCommand order) {
    return switch (order) {
      case CrossingCommand.ConfirmEntry c -> ofKey(c.agency());
      case CrossingCommand.ReportArrived c -> Operation.REPORT_GATE;
      case CrossingCommand.ReportYardEntered c -> Operation.REPORT_YARD;
      case CrossingCommand.ReportYardLeft c -> Operation.REPORT_YARD;
      case CrossingCommand.ReportGateLeft c -> Operation.REPORT_GATE;
      case CrossingCommand.LinkRegistration c -> Operation.RUN;
      case CrossingCommand.DeclareLate c -> Operation.RUN;
      case CrossingCommand.VoidKeys c -> Operation.RUN;
      case CrossingCommand.Retire c -> Operation.RUN;
    };
  }

  private static Operation ofWorld(WorldCommand order) {
    return switch (order) {
      case WorldCommand.Tick c -> Operation.RUN;
      case WorldCommand.AcknowledgeNotice c -> Operation.ACKNOWLEDGE_NOTICE;
      case WorldCommand.OpenObligation c -> Operation.RUN;
      case WorldCommand.SetClock c -> Operation.ADMINISTER;
      case WorldCommand.Erase c -> Operation.ADMINISTER;
    };
  }
}
