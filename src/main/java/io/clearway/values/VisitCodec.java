package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.fleet.PoolDriver;
import io.clearway.fleet.Visit;

/// Persons who came in with a foreign vehicle, and dedicated drivers, in bytes: the parts of a
/// record in the order in which it names them.
public final class VisitCodec {

  private VisitCodec() {}

  public static void visit(ByteOut out, Visit visit) {
    out.number(visit.id());
    out.uuid(visit.key());
    out.number(visit.crossing());
    out.text(visit.gate());
    out.personal(visit.plate());
    out.instant(visit.inAt());
    out.optional(visit.stay(), VisitCodec::stay);
    out.list(visit.persons(), VisitCodec::guest);
    told(out, visit.told());
  }

  public static Visit visit(ByteIn in) {
    return new Visit(
        in.number(),
        in.uuid(),
        in.number(),
        in.word(),
        in.personal(),
        in.instant(),
        in.optional(one -> new Visit.Stay(one.instant(), one.instant())),
        in.list(VisitCodec::guest),
        told(in));
  }

  private static void stay(ByteOut out, Visit.Stay stay) {
    out.instant(stay.warnAt());
    out.instant(stay.until());
  }

  private static void guest(ByteOut out, Visit.Guest guest) {
    out.personal(guest.name());
    out.optional(
        guest.out(),
        (bytes, one) -> {
          bytes.instant(one.at());
          bytes.number(one.with());
        });
  }

  private static Visit.Guest guest(ByteIn in) {
    return new Visit.Guest(
        in.personal(), in.optional(one -> new Visit.Out(one.instant(), one.number())));
  }

  public static void driver(ByteOut out, PoolDriver driver) {
    out.number(driver.id());
    out.uuid(driver.key());
    out.text(driver.gate());
    out.personal(driver.name());
    out.personal(driver.number());
    out.list(driver.documents(), PersonCodec::document);
    out.flag(driver.onDuty());
    out.optional(
        driver.assignment(),
        (bytes, one) -> {
          bytes.number(one.crossing());
          bytes.number(one.actor());
          bytes.instant(one.at());
        });
  }

  public static PoolDriver driver(ByteIn in) {
    return new PoolDriver(
        in.number(),
        in.uuid(),
        in.word(),
        in.personal(),
        in.personal(),
        in.list(PersonCodec::document),
        in.flag(),
        in.optional(one -> new PoolDriver.Assignment(one.number(), one.number(), one.instant())));
  }

  public static void told(ByteOut out, Visit.Told told) {
    out.varint(
        switch (told) {
          case NOTHING -> 1;
          case ENDS -> 2;
          case OVER -> 3;
        });
  }

  public static Visit.Told told(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Visit.Told.NOTHING;
      case 2 -> Visit.Told.ENDS;
      case 3 -> Visit.Told.OVER;
      default -> throw in.corrupt("no such word on a stay");
    };
  }
}
