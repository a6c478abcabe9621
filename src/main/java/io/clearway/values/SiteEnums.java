package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;

/// The number that stands for each value of the place's enums, under the same rule as in
/// [EnumCodes].
public final class SiteEnums {

  private SiteEnums() {}

  public static void direction(ByteOut out, Direction value) {
    out.varint(EnumCodes.of(value));
  }

  public static void evidence(ByteOut out, Figure.Evidence value) {
    out.varint(
        switch (value) {
          case S -> 1;
          case C -> 2;
          case I -> 3;
          case K -> 4;
          case A -> 5;
        });
  }

  public static Figure.Evidence evidence(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Figure.Evidence.S;
      case 2 -> Figure.Evidence.C;
      case 3 -> Figure.Evidence.I;
      case 4 -> Figure.Evidence.K;
      case 5 -> Figure.Evidence.A;
      default -> throw in.corrupt("no such evidence");
    };
  }

  public static void way(ByteOut out, Places.Way value) {
    out.varint(
        switch (value) {
          case ROAD -> 1;
          case PASSAGE -> 2;
          case OPENING -> 3;
          case PONTOON -> 4;
          case RAIL -> 5;
        });
  }

  public static Places.Way way(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Places.Way.ROAD;
      case 2 -> Places.Way.PASSAGE;
      case 3 -> Places.Way.OPENING;
      case 4 -> Places.Way.PONTOON;
      case 5 -> Places.Way.RAIL;
      default -> throw in.corrupt("no such way");
    };
  }

  public static void perishability(ByteOut out, Rulebook.Perishability value) {
    out.varint(
        switch (value) {
          case VERY_PERISHABLE -> 1;
          case PERISHABLE -> 2;
          case GENERAL -> 3;
        });
  }

  public static Rulebook.Perishability perishability(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Rulebook.Perishability.VERY_PERISHABLE;
      case 2 -> Rulebook.Perishability.PERISHABLE;
      case 3 -> Rulebook.Perishability.GENERAL;
      default -> throw in.corrupt("no such perishability");
    };
  }

  public static void elsewhere(ByteOut out, Rulebook.Elsewhere value) {
    out.varint(
        switch (value) {
          case REFUSED -> 1;
          case ASK -> 2;
        });
  }

  public static Rulebook.Elsewhere elsewhere(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Rulebook.Elsewhere.REFUSED;
      case 2 -> Rulebook.Elsewhere.ASK;
      default -> throw in.corrupt("no such eligibility");
    };
  }

  public static void agency(ByteOut out, Agency value) {
    out.varint(
        switch (value) {
          case BORDER_GUARD -> 1;
          case CUSTOMS -> 2;
          case MEDICAL_QUARANTINE -> 3;
          case PLANT_QUARANTINE -> 4;
          case ANIMAL_QUARANTINE -> 5;
          case TRANSPORT_STATION -> 6;
          case MANAGEMENT_BOARD -> 7;
          case TRAFFIC_POLICE -> 8;
        });
  }

  public static Agency agency(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Agency.BORDER_GUARD;
      case 2 -> Agency.CUSTOMS;
      case 3 -> Agency.MEDICAL_QUARANTINE;
      case 4 -> Agency.PLANT_QUARANTINE;
      case 5 -> Agency.ANIMAL_QUARANTINE;
      case 6 -> Agency.TRANSPORT_STATION;
      case 7 -> Agency.MANAGEMENT_BOARD;
      case 8 -> Agency.TRAFFIC_POLICE;
      default -> throw in.corrupt("no such agency");
    };
  }

  public static void paper(ByteOut out, Rulebook.Paper value) {
    out.varint(
        switch (value) {
          case CUSTOMS_DECLARATION -> 1;
          case MEDICAL_QUARANTINE -> 2;
          case PLANT_QUARANTINE -> 3;
          case ANIMAL_QUARANTINE -> 4;
          case PLANT_CERTIFICATE -> 5;
          case PLANTING_AREA -> 6;
          case PACKING_HOUSE -> 7;
          case RESIDUE_REPORT -> 8;
          case TRANSPORT_PERMIT -> 9;
          case VEHICLE_INSURANCE -> 10;
          case OTHER_SIDE_FILING -> 11;
        });
  }

  public static Rulebook.Paper paper(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Rulebook.Paper.CUSTOMS_DECLARATION;
      case 2 -> Rulebook.Paper.MEDICAL_QUARANTINE;
      case 3 -> Rulebook.Paper.PLANT_QUARANTINE;
      case 4 -> Rulebook.Paper.ANIMAL_QUARANTINE;
      case 5 -> Rulebook.Paper.PLANT_CERTIFICATE;
      case 6 -> Rulebook.Paper.PLANTING_AREA;
      case 7 -> Rulebook.Paper.PACKING_HOUSE;
      case 8 -> Rulebook.Paper.RESIDUE_REPORT;
      case 9 -> Rulebook.Paper.TRANSPORT_PERMIT;
      case 10 -> Rulebook.Paper.VEHICLE_INSURANCE;
      case 11 -> Rulebook.Paper.OTHER_SIDE_FILING;
      default -> throw in.corrupt("no such paper");
    };
  }

  public static void stage(ByteOut out, Rulebook.Stage value) {
    out.varint(
        switch (value) {
          case REGISTRATION -> 1;
          case CALL -> 2;
          case RELEASE -> 3;
        });
  }

  public static Rulebook.Stage stage(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Rulebook.Stage.REGISTRATION;
      case 2 -> Rulebook.Stage.CALL;
      case 3 -> Rulebook.Stage.RELEASE;
      default -> throw in.corrupt("no such stage");
    };
  }

  public static void kind(ByteOut out, Rulebook.Tariff.Kind value) {
    out.varint(
        switch (value) {
          case RATE -> 1;
          case COEFFICIENT -> 2;
          case MAXIMUM -> 3;
        });
  }

  public static Rulebook.Tariff.Kind kind(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Rulebook.Tariff.Kind.RATE;
      case 2 -> Rulebook.Tariff.Kind.COEFFICIENT;
      case 3 -> Rulebook.Tariff.Kind.MAXIMUM;
      default -> throw in.corrupt("no such kind of tariff line");
    };
  }

  public static void trigger(ByteOut out, Procedure.Trigger value) {
    out.varint(
        switch (value) {
          case ALWAYS -> 1;
          case ON_REQUEST -> 2;
          case MEDICAL_ASKED -> 3;
          case PLANT_ASKED -> 4;
          case ANIMAL_ASKED -> 5;
          case TRANSPORT_PERMIT -> 6;
          case GOODS_RETURNED -> 7;
          case WITH_GOODS -> 8;
        });
  }

  public static Procedure.Trigger trigger(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Procedure.Trigger.ALWAYS;
      case 2 -> Procedure.Trigger.ON_REQUEST;
      case 3 -> Procedure.Trigger.MEDICAL_ASKED;
      case 4 -> Procedure.Trigger.PLANT_ASKED;
      case 5 -> Procedure.Trigger.ANIMAL_ASKED;
      case 6 -> Procedure.Trigger.TRANSPORT_PERMIT;
      case 7 -> Procedure.Trigger.GOODS_RETURNED;
      case 8 -> Procedure.Trigger.WITH_GOODS;
      default -> throw in.corrupt("no such trigger");
    };
  }

  public static void point(ByteOut out, Procedure.Point value) {
    out.varint(
        switch (value) {
          case PAPERS -> 1;
          case VEHICLE -> 2;
          case ENTERED -> 3;
          case IN_YARD -> 4;
        });
  }

  public static Procedure.Point point(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Procedure.Point.PAPERS;
      case 2 -> Procedure.Point.VEHICLE;
      case 3 -> Procedure.Point.ENTERED;
      case 4 -> Procedure.Point.IN_YARD;
      default -> throw in.corrupt("no such point");
    };
  }
}
