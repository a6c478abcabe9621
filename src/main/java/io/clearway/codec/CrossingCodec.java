package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.CrossingEvent;
import io.clearway.values.AwayCodec;
import io.clearway.values.EnumCodes;
import java.util.Optional;

/// Events of passages, in bytes: the parts of a record in the order in which it names them.
final class CrossingCodec {

  private CrossingCodec() {}

  static EventType type(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.VehicleArrived e -> EventType.VEHICLE_ARRIVED;
      case CrossingEvent.RegistrationLinked e -> EventType.REGISTRATION_LINKED;
      case CrossingEvent.FirstKeyTurned e -> EventType.FIRST_KEY_TURNED;
      case CrossingEvent.EntryCompleted e -> EventType.ENTRY_COMPLETED;
      case CrossingEvent.AgencyLate e -> EventType.AGENCY_LATE;
      case CrossingEvent.YardEntered e -> EventType.YARD_ENTERED;
      case CrossingEvent.YardLeft e -> EventType.YARD_LEFT;
      case CrossingEvent.GateLeft e -> EventType.GATE_LEFT;
      case CrossingEvent.ReportSetAside e -> EventType.REPORT_SET_ASIDE;
      case CrossingEvent.CrossingCarried e -> EventType.CROSSING_CARRIED;
      case CrossingEvent.CrossingsRetired e -> EventType.CROSSINGS_RETIRED;
      case CrossingEvent.KeysVoided e -> EventType.KEYS_VOIDED;
      case CrossingEvent.KeyRenewed e -> EventType.KEY_RENEWED;
      case CrossingEvent.KeySaidEarlier e -> EventType.KEY_SAID_EARLIER;
      case CrossingEvent.VehicleTurned e -> EventType.VEHICLE_TURNED;
      case CrossingEvent.TurningWithdrawn e -> EventType.TURNING_WITHDRAWN;
      case CrossingEvent.ReeferPlugged e -> EventType.REEFER_PLUGGED;
      case CrossingEvent.ReeferUnplugged e -> EventType.REEFER_UNPLUGGED;
      case CrossingEvent.PlaceAssigned e -> EventType.PLACE_ASSIGNED;
      case CrossingEvent.KeysPutOff e -> EventType.KEYS_PUT_OFF;
      case CrossingEvent.Away e -> AwayEvents.type(e);
    };
  }

  static void write(ByteOut out, CrossingEvent fact) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e -> vehicleArrived(out, e);
      case CrossingEvent.RegistrationLinked e -> registrationLinked(out, e);
      case CrossingEvent.FirstKeyTurned e -> firstKeyTurned(out, e);
      case CrossingEvent.EntryCompleted e -> entryCompleted(out, e);
      case CrossingEvent.AgencyLate e -> agencyLate(out, e);
      case CrossingEvent.YardEntered e -> yardEntered(out, e);
      case CrossingEvent.YardLeft e -> yardLeft(out, e);
      case CrossingEvent.GateLeft e -> gateLeft(out, e);
      case CrossingEvent.ReportSetAside e -> reportSetAside(out, e);
      case CrossingEvent.CrossingCarried e -> CarriedCodec.write(out, e.crossing());
      case CrossingEvent.CrossingsRetired e -> out.list(e.crossings(), ByteOut::number);
      case CrossingEvent.KeysVoided e -> voided(out, e);
      case CrossingEvent.KeyRenewed e -> renewed(out, e);
      case CrossingEvent.KeySaidEarlier e -> saidEarlier(out, e);
      case CrossingEvent.VehicleTurned e -> vehicleTurned(out, e);
      case CrossingEvent.TurningWithdrawn e -> withdrawn(out, e);
      case CrossingEvent.ReeferPlugged e -> plugged(out, e);
      case CrossingEvent.ReeferUnplugged e -> unplugged(out, e);
      case CrossingEvent.PlaceAssigned e -> placed(out, e);
      case CrossingEvent.KeysPutOff e -> {
        out.number(e.crossing());
        out.instant(e.due());
        out.instant(e.at());
      }
      case CrossingEvent.Away e -> AwayEvents.write(out, e);
    }
  }

  private static void vehicleArrived(ByteOut out, CrossingEvent.VehicleArrived e) {
    out.number(e.crossing());
    out.uuid(e.key());
    out.optionalNumber(e.registration());
    out.personal(e.plate());
    out.text(e.gate());
    out.varint(EnumCodes.of(e.direction()));
    out.instant(e.occurredAt());
    out.instant(e.at());
    out.optional(e.contradiction(), EnumCodes::contradiction);
  }

  static CrossingEvent.VehicleArrived vehicleArrived(ByteIn in) {
    return new CrossingEvent.VehicleArrived(
        in.number(),
        in.uuid(),
        in.optionalNumber(),
        in.personal(),
        in.word(),
        EnumCodes.direction(in),
        in.instant(),
        in.instant(),
        in.optional(EnumCodes::contradiction));
  }

  private static void registrationLinked(ByteOut out, CrossingEvent.RegistrationLinked e) {
    out.number(e.crossing());
    out.number(e.registration());
    out.instant(e.at());
  }

  static CrossingEvent.RegistrationLinked registrationLinked(ByteIn in) {
    return new CrossingEvent.RegistrationLinked(in.number(), in.number(), in.instant());
  }

  private static void firstKeyTurned(ByteOut out, CrossingEvent.FirstKeyTurned e) {
    out.number(e.crossing());
    out.varint(EnumCodes.of(e.agency()));
    out.number(e.actor());
    out.instant(e.at());
    out.instant(e.otherDue());
  }

  static CrossingEvent.FirstKeyTurned firstKeyTurned(ByteIn in) {
    return new CrossingEvent.FirstKeyTurned(
        in.number(), EnumCodes.agency(in), in.number(), in.instant(), in.instant());
  }

  private static void entryCompleted(ByteOut out, CrossingEvent.EntryCompleted e) {
    out.number(e.crossing());
    out.varint(EnumCodes.of(e.agency()));
    out.number(e.actor());
    out.instant(e.at());
  }

  static CrossingEvent.EntryCompleted entryCompleted(ByteIn in) {
    return new CrossingEvent.EntryCompleted(
        in.number(), EnumCodes.agency(in), in.number(), in.instant());
  }

  private static void agencyLate(ByteOut out, CrossingEvent.AgencyLate e) {
    out.number(e.crossing());
    out.varint(EnumCodes.of(e.agency()));
    out.instant(e.due());
    out.instant(e.at());
  }

  static CrossingEvent.AgencyLate agencyLate(ByteIn in) {
    return new CrossingEvent.AgencyLate(
        in.number(), EnumCodes.agency(in), in.instant(), in.instant());
  }

  private static void yardEntered(ByteOut out, CrossingEvent.YardEntered e) {
    out.number(e.crossing());
    out.text(e.yard());
    out.instant(e.occurredAt());
    out.instant(e.at());
    out.optional(e.contradiction(), EnumCodes::contradiction);
  }

  static CrossingEvent.YardEntered yardEntered(ByteIn in) {
    return new CrossingEvent.YardEntered(
        in.number(), in.word(), in.instant(), in.instant(), in.optional(EnumCodes::contradiction));
  }

  private static void yardLeft(ByteOut out, CrossingEvent.YardLeft e) {
    out.number(e.crossing());
    out.text(e.yard());
    out.instant(e.occurredAt());
    out.instant(e.at());
    out.optional(e.contradiction(), EnumCodes::contradiction);
  }

  static CrossingEvent.YardLeft yardLeft(ByteIn in) {
    return new CrossingEvent.YardLeft(
        in.number(), in.word(), in.instant(), in.instant(), in.optional(EnumCodes::contradiction));
  }

  private static void gateLeft(ByteOut out, CrossingEvent.GateLeft e) {
    out.number(e.crossing());
    out.instant(e.occurredAt());
    out.instant(e.at());
    out.optional(e.contradiction(), EnumCodes::contradiction);
  }

  static CrossingEvent.GateLeft gateLeft(ByteIn in) {
    return new CrossingEvent.GateLeft(
        in.number(), in.instant(), in.instant(), in.optional(EnumCodes::contradiction));
  }

  private static void reportSetAside(ByteOut out, CrossingEvent.ReportSetAside e) {
    out.number(e.crossing());
    out.varint(EnumCodes.of(e.report()));
    out.instant(e.occurredAt());
    out.instant(e.at());
  }

  static CrossingEvent.ReportSetAside reportSetAside(ByteIn in) {
    return new CrossingEvent.ReportSetAside(
        in.number(), EnumCodes.report(in), in.instant(), in.instant());
  }

  static CrossingEvent.CrossingsRetired retired(ByteIn in) {
    return new CrossingEvent.CrossingsRetired(in.list(ByteIn::number));
  }

  private static void voided(ByteOut out, CrossingEvent.KeysVoided e) {
    out.number(e.crossing());
    out.list(e.agencies(), EnumCodes::agency);
    out.instant(e.due());
    out.instant(e.at());
  }

  static CrossingEvent.KeysVoided voided(ByteIn in) {
    return new CrossingEvent.KeysVoided(
        in.number(), in.list(EnumCodes::agency), in.instant(), in.instant());
  }

  private static void renewed(ByteOut out, CrossingEvent.KeyRenewed e) {
    out.number(e.crossing());
    out.varint(EnumCodes.of(e.agency()));
    out.number(e.actor());
    out.instant(e.at());
  }

  static CrossingEvent.KeyRenewed renewed(ByteIn in) {
    return new CrossingEvent.KeyRenewed(
        in.number(), EnumCodes.agency(in), in.number(), in.instant());
  }

  private static void saidEarlier(ByteOut out, CrossingEvent.KeySaidEarlier e) {
    out.number(e.crossing());
    out.varint(EnumCodes.of(e.agency()));
    out.number(e.actor());
    out.instant(e.said());
    out.instant(e.at());
    out.flag(e.inTime());
  }

  private static CrossingEvent.KeySaidEarlier saidEarlier(ByteIn in) {
    return new CrossingEvent.KeySaidEarlier(
        in.number(), EnumCodes.agency(in), in.number(), in.instant(), in.instant(), in.flag());
  }

  /// The first version did not say whether it was in time: whoever had been said to be late was.
  static void liftSaid(ByteIn old, ByteOut next) {
    saidEarlier(
        next,
        new CrossingEvent.KeySaidEarlier(
            old.number(),
            EnumCodes.agency(old),
            old.number(),
            old.instant(),
            old.instant(),
            false));
  }

  private static void vehicleTurned(ByteOut out, CrossingEvent.VehicleTurned e) {
    out.number(e.crossing());
    AwayCodec.turning(out, e.turning());
  }

  private static void withdrawn(ByteOut out, CrossingEvent.TurningWithdrawn e) {
    out.number(e.crossing());
    out.number(e.actor());
    out.instant(e.at());
    out.optional(e.due(), ByteOut::instant);
  }

  /// The first version left the missing key's time as it was.
  static void liftWithdrawn(ByteIn old, ByteOut next) {
    withdrawn(
        next,
        new CrossingEvent.TurningWithdrawn(
            old.number(), old.number(), old.instant(), Optional.empty()));
  }

  private static void plugged(ByteOut out, CrossingEvent.ReeferPlugged e) {
    out.number(e.crossing());
    out.text(e.yard());
    out.number(e.actor());
    out.instant(e.occurredAt());
    out.instant(e.at());
    out.flag(e.beyondPlugs());
  }

  private static CrossingEvent.ReeferPlugged plugged(ByteIn in) {
    return new CrossingEvent.ReeferPlugged(
        in.number(), in.word(), in.number(), in.instant(), in.instant(), in.flag());
  }

  private static void unplugged(ByteOut out, CrossingEvent.ReeferUnplugged e) {
    out.number(e.crossing());
    out.number(e.actor());
    out.instant(e.occurredAt());
    out.instant(e.at());
  }

  private static CrossingEvent.ReeferUnplugged unplugged(ByteIn in) {
    return new CrossingEvent.ReeferUnplugged(in.number(), in.number(), in.instant(), in.instant());
  }

  private static void placed(ByteOut out, CrossingEvent.PlaceAssigned e) {
    out.number(e.crossing());
    out.text(e.yard());
    out.text(e.place());
    out.number(e.actor());
    out.instant(e.occurredAt());
    out.instant(e.at());
    out.flag(e.beyondSpaces());
  }

  private static CrossingEvent.PlaceAssigned placed(ByteIn in) {
    return new CrossingEvent.PlaceAssigned(
        in.number(), in.word(), in.word(), in.number(), in.instant(), in.instant(), in.flag());
  }

  static CrossingEvent read(EventType type, ByteIn in) {
    return type == EventType.CROSSING_CARRIED ? CarriedCodec.carried(in) : held(type, in);
  }

  private static CrossingEvent held(EventType type, ByteIn in) {
    if (type == EventType.VEHICLE_ARRIVED) {
      return vehicleArrived(in);
    }
    if (type == EventType.REGISTRATION_LINKED) {
      return registrationLinked(in);
    }
    if (type == EventType.FIRST_KEY_TURNED) {
      return firstKeyTurned(in);
    }
    if (type == EventType.ENTRY_COMPLETED) {
      return entryCompleted(in);
    }
    if (type == EventType.AGENCY_LATE) {
      return agencyLate(in);
    }
    if (type == EventType.YARD_ENTERED) {
      return yardEntered(in);
    }
    return later(type, in);
  }

  private static CrossingEvent later(EventType type, ByteIn in) {
    if (type == EventType.YARD_LEFT) {
      return yardLeft(in);
    }
    if (type == EventType.GATE_LEFT) {
      return gateLeft(in);
    }
    if (type == EventType.REPORT_SET_ASIDE) {
      return reportSetAside(in);
    }
    if (type == EventType.CROSSINGS_RETIRED) {
      return retired(in);
    }
    return ofKeys(type, in);
  }

  private static CrossingEvent ofKeys(EventType type, ByteIn in) {
    if (type == EventType.KEYS_VOIDED) {
      return voided(in);
    }
    if (type == EventType.KEY_RENEWED) {
      return renewed(in);
    }
    if (type == EventType.KEY_SAID_EARLIER) {
      return saidEarlier(in);
    }
    if (type == EventType.KEYS_PUT_OFF) {
      return new CrossingEvent.KeysPutOff(in.number(), in.instant(), in.instant());
    }
    if (type == EventType.VEHICLE_TURNED) {
      return new CrossingEvent.VehicleTurned(in.number(), AwayCodec.turning(in));
    }
    if (type == EventType.TURNING_WITHDRAWN) {
      return new CrossingEvent.TurningWithdrawn(
          in.number(), in.number(), in.instant(), in.optional(ByteIn::instant));
    }
    if (type == EventType.REEFER_PLUGGED) {
      return plugged(in);
    }
    if (type == EventType.REEFER_UNPLUGGED) {
      return unplugged(in);
    }
    if (type == EventType.PLACE_ASSIGNED) {
      return placed(in);
    }
    return AwayEvents.read(type, in);
  }
}
