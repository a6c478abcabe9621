package io.clearway.values;

import io.clearway.authority.Role;
import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.world.Obligation;

/// The number that stands for each value of an enum. A number is never changed and never given
/// twice, whatever becomes of the order in which an enum names its values.
public final class EnumCodes {

  private EnumCodes() {}

  public static int of(Direction value) {
    return switch (value) {
      case EXPORT -> 1;
      case IMPORT -> 2;
    };
  }

  public static Direction direction(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Direction.EXPORT;
      case 2 -> Direction.IMPORT;
      default -> throw in.corrupt("no such direction");
    };
  }

  public static int of(Role value) {
    return switch (value) {
      case TRADER -> 1;
      case BORDER_GUARD -> 2;
      case CUSTOMS -> 3;
      case YARD -> 4;
      case GATE_DEVICE -> 5;
      case READER -> 6;
      case OPERATOR -> 7;
      case SYSTEM -> 8;
      case MEDICAL_QUARANTINE -> 9;
      case PLANT_QUARANTINE -> 10;
      case ANIMAL_QUARANTINE -> 11;
      case TRANSPORT_STATION -> 12;
      case MANAGEMENT_BOARD -> 13;
      case TRAFFIC_POLICE -> 14;
    };
  }

  public static Role role(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Role.TRADER;
      case 2 -> Role.BORDER_GUARD;
      case 3 -> Role.CUSTOMS;
      case 4 -> Role.YARD;
      case 5 -> Role.GATE_DEVICE;
      case 6 -> Role.READER;
      case 7 -> Role.OPERATOR;
      case 8 -> Role.SYSTEM;
      case 9 -> Role.MEDICAL_QUARANTINE;
      case 10 -> Role.PLANT_QUARANTINE;
      case 11 -> Role.ANIMAL_QUARANTINE;
      case 12 -> Role.TRANSPORT_STATION;
      case 13 -> Role.MANAGEMENT_BOARD;
      case 14 -> Role.TRAFFIC_POLICE;
      default -> throw in.corrupt("no such role");
    };
  }

  public static int of(Registration.Position value) {
    return switch (value) {
      case INSIDE_GATE -> 1;
      case OUTSIDE_GATE -> 2;
    };
  }

  public static Registration.Position position(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Registration.Position.INSIDE_GATE;
      case 2 -> Registration.Position.OUTSIDE_GATE;
      default -> throw in.corrupt("no such position");
    };
  }

  public static int of(Registration.Country value) {
    return switch (value) {
      case VN -> 1;
      case CN -> 2;
    };
  }

  public static Registration.Country country(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Registration.Country.VN;
      case 2 -> Registration.Country.CN;
      default -> throw in.corrupt("no such country");
    };
  }

  public static int of(KeyHolder value) {
    return switch (value) {
      case BORDER_GUARD -> 1;
      case CUSTOMS -> 2;
    };
  }

  public static KeyHolder agency(ByteIn in) {
    return switch (in.code()) {
      case 1 -> KeyHolder.BORDER_GUARD;
      case 2 -> KeyHolder.CUSTOMS;
      default -> throw in.corrupt("no such agency");
    };
  }

  public static void agency(ByteOut out, KeyHolder value) {
    out.varint(of(value));
  }

  public static int of(Contradiction value) {
    return switch (value) {
      case SEEN_BEFORE_REGISTERED -> 1;
      case NOT_SEEN_ARRIVING -> 2;
      case ENTERED_YARD_WITHOUT_BOTH_KEYS -> 3;
      case LEFT_WITHOUT_BOTH_KEYS -> 4;
      case REPORT_OUT_OF_ORDER -> 5;
      case LEFT_WITHOUT_RELEASE -> 6;
      case RETURN_UNEXPLAINED -> 7;
      case RETURNED_TWICE -> 8;
      case LEFT_AGAINST_TURNING -> 9;
      case DIVERSION_UNMET -> 10;
      case HELD_TOO_LATE -> 11;
      case LEFT_UNSEEN -> 12;
      case CLEARANCE_REFUSED -> 13;
      case CLEARANCE_OVERDUE -> 14;
      case GOODS_NOT_CONSERVED -> 15;
      case IN_TWO_PLACES -> 20;
      case PERSON_IN_ANOTHER_VEHICLE -> 21;
      case STAY_ENDS -> 22;
      case STAY_OVER -> 23;
      case WITHOUT_DEDICATED_DRIVER -> 24;
      case STAY_OVERDUE -> 30;
      case LEFT_UNPAID -> 16;
    };
  }

  public static Contradiction contradiction(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Contradiction.SEEN_BEFORE_REGISTERED;
      case 2 -> Contradiction.NOT_SEEN_ARRIVING;
      case 3 -> Contradiction.ENTERED_YARD_WITHOUT_BOTH_KEYS;
      case 4 -> Contradiction.LEFT_WITHOUT_BOTH_KEYS;
      case 5 -> Contradiction.REPORT_OUT_OF_ORDER;
      case 6 -> Contradiction.LEFT_WITHOUT_RELEASE;
      case 7 -> Contradiction.RETURN_UNEXPLAINED;
      case 8 -> Contradiction.RETURNED_TWICE;
      case 9 -> Contradiction.LEFT_AGAINST_TURNING;
      case 10 -> Contradiction.DIVERSION_UNMET;
      case 11 -> Contradiction.HELD_TOO_LATE;
      case 12 -> Contradiction.LEFT_UNSEEN;
      case 13 -> Contradiction.CLEARANCE_REFUSED;
      case 14 -> Contradiction.CLEARANCE_OVERDUE;
      case 15 -> Contradiction.GOODS_NOT_CONSERVED;
      case 20 -> Contradiction.IN_TWO_PLACES;
      case 21 -> Contradiction.PERSON_IN_ANOTHER_VEHICLE;
      case 22 -> Contradiction.STAY_ENDS;
      case 23 -> Contradiction.STAY_OVER;
      case 24 -> Contradiction.WITHOUT_DEDICATED_DRIVER;
      case 30 -> Contradiction.STAY_OVERDUE;
      case 16 -> Contradiction.LEFT_UNPAID;
      default -> throw in.corrupt("no such contradiction");
    };
  }

  public static void contradiction(ByteOut out, Contradiction value) {
    out.varint(of(value));
  }

  public static int of(CrossingEvent.Report value) {
    return switch (value) {
      case ARRIVED -> 1;
      case YARD_ENTERED -> 2;
      case YARD_LEFT -> 3;
      case GATE_LEFT -> 4;
    };
  }

  public static CrossingEvent.Report report(ByteIn in) {
    return switch (in.code()) {
      case 1 -> CrossingEvent.Report.ARRIVED;
      case 2 -> CrossingEvent.Report.YARD_ENTERED;
      case 3 -> CrossingEvent.Report.YARD_LEFT;
      case 4 -> CrossingEvent.Report.GATE_LEFT;
      default -> throw in.corrupt("no such report");
    };
  }

  public static int of(Obligation.Kind value) {
    return switch (value) {
      case ENTRY_COMPLETE -> 1;
      case VEHICLE_TURNED -> 2;
      case DIVERSION_UNMET -> 3;
      case CALLED_TO_BAY -> 4;
      case TRACTOR_CHANGED -> 10;
      case STAY_ENDING -> 8;
    };
  }

  public static Obligation.Kind obligation(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Obligation.Kind.ENTRY_COMPLETE;
      case 2 -> Obligation.Kind.VEHICLE_TURNED;
      case 3 -> Obligation.Kind.DIVERSION_UNMET;
      case 4 -> Obligation.Kind.CALLED_TO_BAY;
      case 10 -> Obligation.Kind.TRACTOR_CHANGED;
      case 8 -> Obligation.Kind.STAY_ENDING;
      default -> throw in.corrupt("no such kind of obligation");
    };
  }
}
