package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.site.Means;

/// The number that stands for each word of a clearance, as in [EnumCodes].
public final class LoadEnums {

  private LoadEnums() {}

  public static void channel(ByteOut out, Clearance.Channel value) {
    out.varint(
        switch (value) {
          case NONE -> 1;
          case GREEN -> 2;
          case YELLOW -> 3;
          case RED -> 4;
        });
  }

  public static Clearance.Channel channel(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Clearance.Channel.NONE;
      case 2 -> Clearance.Channel.GREEN;
      case 3 -> Clearance.Channel.YELLOW;
      case 4 -> Clearance.Channel.RED;
      default -> throw in.corrupt("no such colour of customs");
    };
  }

  public static void kind(ByteOut out, Clearance.HoldKind value) {
    out.varint(
        switch (value) {
          case DOUBT -> 1;
          case TEST -> 2;
          case DANGER -> 3;
          case ORDER -> 4;
          case FAULT -> 5;
        });
  }

  public static Clearance.HoldKind kind(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Clearance.HoldKind.DOUBT;
      case 2 -> Clearance.HoldKind.TEST;
      case 3 -> Clearance.HoldKind.DANGER;
      case 4 -> Clearance.HoldKind.ORDER;
      case 5 -> Clearance.HoldKind.FAULT;
      default -> throw in.corrupt("no such kind of hold");
    };
  }

  public static void means(ByteOut out, Means value) {
    out.varint(
        switch (value) {
          case BAY -> 1;
          case XRAY -> 2;
          case SAMPLING -> 3;
        });
  }

  public static Means means(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Means.BAY;
      case 2 -> Means.XRAY;
      case 3 -> Means.SAMPLING;
      default -> throw in.corrupt("no such means");
    };
  }

  public static void outcome(ByteOut out, Inspection.Outcome value) {
    out.varint(
        switch (value) {
          case CLEAN -> 1;
          case DOUBT -> 2;
          case FAULT -> 3;
        });
  }

  public static Inspection.Outcome outcome(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Inspection.Outcome.CLEAN;
      case 2 -> Inspection.Outcome.DOUBT;
      case 3 -> Inspection.Outcome.FAULT;
      default -> throw in.corrupt("no such outcome");
    };
  }
}
