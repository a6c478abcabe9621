package io.clearway.world;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Operation;
import io.clearway.authority.Proposal;
import io.clearway.authority.Scope;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.FleetCommand;
import io.clearway.kernel.Said;
import io.clearway.pairing.PairingCommand;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import io.clearway.transshipment.TransshipmentCommand;
import io.clearway.turn.TurnCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a command needs: an operation, and where one agency speaks in it, to be that agency's. At
/// which gates it acts says [PlacesOf]. Every command has exactly one: the compiler finds the
/// forgotten. This is the one place where it is decided whether an actor may.
///
/// @param agency in whose name it speaks
public record Permission(Operation operation, Optional<Agency> agency) {

  private static Permission of(Operation operation) {
    return new Permission(operation, Optional.empty());
  }

  /// Deny by default: the role must be granted the operation, the agency be the role's own, the
  /// actor on duty when it spoke (C-22), and every gate that the command acts at within the actor's
  /// scope, and the yard too.
  public static boolean granted(World world, Actor actor, Command command, Instant now) {
    Permission needed = of(world, command);
    if (!actor.role().may(needed.operation())) {
      return false;
    }
    if (needed.agency().isPresent() && !needed.agency().equals(actor.role().agency())) {
      return false;
    }
    Instant spoke =
        Said.at(said(command).filter(at -> Said.fault(Optional.of(at), now).isEmpty()), now);
    Scope scope = actor.scope();
    return scope.onDuty(spoke, world.sites().current().map(Site::zone))
        && (scope.gates().isEmpty() || scope.covers(PlacesOf.gates(world, command)))
        && (scope.yards().isEmpty() || scope.coversYard(PlacesOf.yard(world, command)));
  }

  /// Whether that passage is at a gate, and in or bound for a yard, of the scope.
  public static boolean reaches(World world, Scope scope, Crossing crossing) {
    return scope.covers(crossing.gate())
        && (scope.yards().isEmpty() || scope.coversYard(PlacesOf.yard(world, crossing)));
  }

  /// The same of a load.
  public static boolean reaches(World world, Scope scope, Registration load) {
    return scope.covers(load.form().gate())
        && (scope.yards().isEmpty() || scope.coversYard(Optional.of(PlacesOf.yard(world, load))));
  }

  /// When that was said, if it comes later.
  private static Optional<Instant> said(Command command) {
    return command instanceof Command.OfClearance(ClearanceCommand.ConfirmStep c)
        ? c.said()
        : command instanceof Command.OfClearance(ClearanceCommand.PlaceHold c)
            ? c.said()
            : command instanceof Command.OfCrossing(CrossingCommand.ConfirmEntry c)
                ? c.said()
                : Optional.empty();
  }

  /// What it is, in a world that knows what it is about.
  public static Permission of(World world, Command command) {
    return switch (command) {
      case Command.OfSite c -> of(Operation.ADMINISTER);
      case Command.OfAuthority c -> of(ofAuthority(world, c.order()));
      case Command.OfRegistration c -> ofRegistration(c.order());
      case Command.OfCrossing c -> ofCrossing(c.order());
      case Command.OfClearance c -> ofClearance(c.order());
      case Command.OfTurn c -> of(ofTurn(c.order()));
      case Command.OfTransshipment c -> ofTransshipment(c.order());
      case Command.OfFleet c -> ofFleet(c.order());
      case Command.OfPairing c -> ofPairing(c.order());
      case Command.OfFee c -> of(Dues.operation(c.order()));
      case Command.OfCase c -> of(Operation.RUN);
      case Command.OfWorld c -> of(ofWorld(c.order()));
    };
  }

  private static Operation ofAuthority(World world, AuthorityCommand order) {
    return switch (order) {
      case AuthorityCommand.EnrolActor c -> Operation.ADMINISTER;
      case AuthorityCommand.RescopeActor c -> Operation.ADMINISTER;
      case AuthorityCommand.RenewSecret c -> Operation.ADMINISTER;
      case AuthorityCommand.RevokeActor c -> Operation.ADMINISTER;
      case AuthorityCommand.Propose c -> c.matter().operation();
      case AuthorityCommand.Approve c -> ofProposal(world, c.proposal());
      case AuthorityCommand.Withdraw c -> ofProposal(world, c.proposal());
    };
  }

  /// What is not there can be asked about by whoever administers.
  private static Operation ofProposal(World world, UUID key) {
    return world
        .authorities()
        .proposals()
        .find(key)
        .map(Proposal::matter)
        .map(matter -> matter.operation())
        .orElse(Operation.ADMINISTER);
  }

  private static Permission ofRegistration(RegistrationCommand order) {
    return switch (order) {
      case RegistrationCommand.Register c -> of(Operation.REGISTER);
      case RegistrationCommand.RegisterLot c -> of(Operation.REGISTER);
      case RegistrationCommand.Amend c -> of(Operation.REGISTER);
      case RegistrationCommand.Withdraw c -> of(Operation.REGISTER);
      case RegistrationCommand.ConfirmPapers c ->
          new Permission(ofPapers(c.agency()), Optional.of(c.agency()));
      case RegistrationCommand.KeepPreset c -> of(Operation.REGISTER);
      case RegistrationCommand.DropPreset c -> of(Operation.REGISTER);
      case RegistrationCommand.ChangeTractor c -> of(Operation.RUN);
      case RegistrationCommand.Reroute c -> of(Operation.RUN);
      case RegistrationCommand.Retire c -> of(Operation.RUN);
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

  /// Nobody speaks for another agency.
  private static Permission ofClearance(ClearanceCommand order) {
    Optional<Agency> agency =
        order instanceof ClearanceCommand.OfAgency speaks
            ? Optional.of(speaks.agency())
            : Optional.empty();
    return new Permission(work(order), agency);
  }

  private static Operation work(ClearanceCommand order) {
    return switch (order) {
      case ClearanceCommand.Require c -> Operation.RUN;
      case ClearanceCommand.EndVisit c -> Operation.RUN;
      case ClearanceCommand.RequestStep c -> Operation.REQUEST_STEP;
      case ClearanceCommand.ConfirmStep c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.ConfirmByRule c -> Operation.CONFIRM_BY_RULE;
      case ClearanceCommand.RefuseStep c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.PlaceHold c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.LiftHold c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.WithdrawSecond c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.SetChannel c -> Operation.SET_CHANNEL;
      case ClearanceCommand.OpenInspection c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.JoinInspection c -> Operation.WORK_ON_LOAD;
      case ClearanceCommand.RecordResult c -> Operation.WORK_ON_LOAD;
    };
  }

  private static Permission ofTransshipment(TransshipmentCommand order) {
    return switch (order) {
      case TransshipmentCommand.Plan c -> of(Operation.REGISTER);
      case TransshipmentCommand.Cancel c -> of(Operation.REGISTER);
      case TransshipmentCommand.OfYard c -> of(Operation.REPORT_YARD);
      case TransshipmentCommand.Sign c ->
          new Permission(Operation.WORK_ON_LOAD, Optional.of(Agency.CUSTOMS));
      case TransshipmentCommand.CallNext c -> of(Operation.RUN);
      case TransshipmentCommand.Drop c -> of(Operation.RUN);
    };
  }

  private static Permission ofFleet(FleetCommand order) {
    return switch (order) {
      case FleetCommand.AskTractor c -> of(Operation.ASK_TRACTOR);
      case FleetCommand.WithdrawTractor c -> of(Operation.ASK_TRACTOR);
      case FleetCommand.ConfirmTractor c -> key(c.agency());
      case FleetCommand.RefuseTractor c -> key(c.agency());
      case FleetCommand.EndTractor c -> of(Operation.RUN);
      case FleetCommand.OfPool c -> of(Operation.MANAGE_DRIVERS);
      case FleetCommand.LetIn c -> of(Operation.RUN);
      case FleetCommand.CountOut c -> key(KeyHolder.BORDER_GUARD);
    };
  }

  private static Permission ofPairing(PairingCommand order) {
    return switch (order) {
      case PairingCommand.ConfirmPair c -> key(c.agency());
      case PairingCommand.ReportHeld c -> of(Operation.REPORT_OTHER_SIDE);
      case PairingCommand.WithdrawHeld c -> of(Operation.REPORT_OTHER_SIDE);
      case PairingCommand.LinkPair c -> of(Operation.RUN);
      case PairingCommand.PartPair c -> of(Operation.RUN);
      case PairingCommand.JudgePair c -> of(Operation.RUN);
      case PairingCommand.JudgeStay c -> of(Operation.RUN);
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

  private static Permission key(KeyHolder holder) {
    Agency agency =
        switch (holder) {
          case BORDER_GUARD -> Agency.BORDER_GUARD;
          case CUSTOMS -> Agency.CUSTOMS;
        };
    return new Permission(ofKey(holder), Optional.of(agency));
  }

  private static Permission ofCrossing(CrossingCommand order) {
    return switch (order) {
      case CrossingCommand.ConfirmEntry c -> key(c.agency());
      case CrossingCommand.ReportArrived c -> of(Operation.REPORT_GATE);
      case CrossingCommand.ReportYardEntered c -> of(Operation.REPORT_YARD);
      case CrossingCommand.ReportYardLeft c -> of(Operation.REPORT_YARD);
      case CrossingCommand.ReportGateLeft c -> of(Operation.REPORT_GATE);
      case CrossingCommand.TurnVehicle c -> of(Operation.TURN_VEHICLE);
      case CrossingCommand.WithdrawTurning c -> of(Operation.TURN_VEHICLE);
      case CrossingCommand.SayLeft c -> of(Operation.TURN_VEHICLE);
      case CrossingCommand.ConfirmTravellers c -> key(KeyHolder.BORDER_GUARD);
      case CrossingCommand.OfYard c -> of(Operation.REPORT_YARD);
      case CrossingCommand.OpenTrip c -> of(Operation.RUN);
      case CrossingCommand.ReportPark c -> of(Operation.REPORT_YARD);
      case CrossingCommand.ReportLine c -> of(Operation.REPORT_GATE);
      case CrossingCommand.ReportReturn c -> of(Operation.REPORT_GATE);
      case CrossingCommand.LinkRegistration c -> of(Operation.RUN);
      case CrossingCommand.DeclareLate c -> of(Operation.RUN);
      case CrossingCommand.PutOffKeys c -> of(Operation.RUN);
      case CrossingCommand.VoidKeys c -> of(Operation.RUN);
      case CrossingCommand.Retire c -> of(Operation.RUN);
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
