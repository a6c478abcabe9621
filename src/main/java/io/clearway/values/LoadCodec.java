package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Opening;
import io.clearway.clearance.Second;
import io.clearway.clearance.Stops;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A clearance in bytes: the parts of a record in the order in which it names them.
public final class LoadCodec {

  private LoadCodec() {}

  public static void clearance(ByteOut out, Clearance held) {
    withoutOwed(out, held);
    out.list(held.owed(), LoadCodec::owed);
  }

  /// As it was when an inspection was no line of the waits.
  static void withoutOwed(ByteOut out, Clearance held) {
    carried(out, held, LoadCodec::inspection);
    out.list(held.seconds(), LoadCodec::second);
  }

  /// All but what takes two.
  static void carried(ByteOut out, Clearance held, ByteOut.Writer<Inspection> inspection) {
    out.number(held.registration());
    LoadEnums.channel(out, held.channel());
    out.list(held.tasks(), LoadCodec::task);
    out.list(held.holds(), LoadCodec::hold);
    out.list(held.pauses(), LoadCodec::pause);
    out.optional(held.stops().freedAt(), ByteOut::instant);
    out.optional(held.inspection(), inspection);
    out.list(held.askedAgain(), LoadCodec::askedAgain);
  }

  public static Clearance clearance(ByteIn in) {
    return clearance(
        in,
        LoadCodec::inspection,
        LoadCodec::rounds,
        list -> list.list(LoadCodec::second),
        list -> list.list(LoadCodec::owed));
  }

  static Clearance withoutOwed(ByteIn in) {
    return clearance(
        in,
        LoadCodec::inspection,
        LoadCodec::rounds,
        list -> list.list(LoadCodec::second),
        none -> List.of());
  }

  static List<Clearance.AskedAgain> rounds(ByteIn in) {
    return in.list(LoadCodec::askedAgain);
  }

  static Clearance clearance(
      ByteIn in,
      ByteIn.Reader<Inspection> inspection,
      ByteIn.Reader<List<Clearance.AskedAgain>> rounds,
      ByteIn.Reader<List<Second>> seconds,
      ByteIn.Reader<List<Inspection.Owed>> owed) {
    long registration = in.number();
    Clearance.Channel channel = LoadEnums.channel(in);
    List<Clearance.Task> tasks = in.list(LoadCodec::task);
    Stops stops =
        new Stops(
            in.list(LoadCodec::hold), in.list(LoadCodec::pause), in.optional(ByteIn::instant));
    Optional<Inspection> opened = in.optional(inspection);
    List<Clearance.AskedAgain> again = rounds.read(in);
    List<Second> asked = seconds.read(in);
    return new Clearance(
        registration, channel, tasks, stops, new Opening(opened, owed.read(in)), again, asked);
  }

  public static void wish(ByteOut out, Second.Wish wish) {
    switch (wish) {
      case Second.Wish.Lower(Clearance.Channel channel) -> {
        out.varint(1);
        LoadEnums.channel(out, channel);
      }
      case Second.Wish.Lift(long hold) -> {
        out.varint(2);
        out.number(hold);
      }
    }
  }

  public static void second(ByteOut out, Second second) {
    wish(out, second.wish());
    out.number(second.actor());
    out.uuid(second.session());
    out.instant(second.at());
    out.personal(second.reason());
  }

  public static Second second(ByteIn in) {
    return new Second(wish(in), in.number(), in.uuid(), in.instant(), in.personal());
  }

  public static Second.Wish wish(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Second.Wish.Lower(LoadEnums.channel(in));
      case 2 -> new Second.Wish.Lift(in.number());
      default -> throw in.corrupt("nothing that takes two");
    };
  }

  private static void owed(ByteOut out, Inspection.Owed owed) {
    SiteEnums.agency(out, owed.agency());
    out.instant(owed.since());
    out.optional(owed.until(), ByteOut::instant);
    out.duration(owed.waited());
  }

  private static Inspection.Owed owed(ByteIn in) {
    return new Inspection.Owed(
        SiteEnums.agency(in), in.instant(), in.optional(ByteIn::instant), in.duration());
  }

  private static void askedAgain(ByteOut out, Clearance.AskedAgain again) {
    SiteEnums.agency(out, again.agency());
    out.duration(again.waited());
    out.instant(again.since());
  }

  private static Clearance.AskedAgain askedAgain(ByteIn in) {
    return new Clearance.AskedAgain(SiteEnums.agency(in), in.duration(), in.instant());
  }

  public static void task(ByteOut out, Clearance.Task task) {
    out.text(task.step());
    SiteEnums.agency(out, task.agency());
    switch (task.state()) {
      case Clearance.State.Required r -> {
        out.varint(1);
        out.instant(r.since());
        out.flag(r.again());
      }
      case Clearance.State.Open o -> out.varint(2);
      case Clearance.State.Requested r -> {
        out.varint(3);
        out.number(r.actor());
        out.instant(r.at());
      }
      case Clearance.State.Confirmed(Clearance.Word word) -> {
        out.varint(4);
        word(out, word);
      }
      case Clearance.State.Refused(Clearance.Word word) -> {
        out.varint(5);
        word(out, word);
      }
    }
    out.duration(task.waited());
  }

  public static Clearance.Task task(ByteIn in) {
    return new Clearance.Task(in.word(), SiteEnums.agency(in), state(in), in.duration());
  }

  private static Clearance.State state(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Clearance.State.Required(in.instant(), in.flag());
      case 2 -> new Clearance.State.Open();
      case 3 -> new Clearance.State.Requested(in.number(), in.instant());
      case 4 -> new Clearance.State.Confirmed(word(in));
      case 5 -> new Clearance.State.Refused(word(in));
      default -> throw in.corrupt("no such state of a step");
    };
  }

  public static void word(ByteOut out, Clearance.Word word) {
    out.number(word.actor());
    out.instant(word.at());
    out.optional(word.seen().stream().boxed().findFirst(), (into, seen) -> into.number(seen));
    out.optional(word.note(), ByteOut::personal);
    out.optional(word.rule(), LoadCodec::rule);
  }

  public static Clearance.Word word(ByteIn in) {
    return new Clearance.Word(
        in.number(),
        in.instant(),
        in.optional(ByteIn::intNumber).map(OptionalInt::of).orElse(OptionalInt.empty()),
        in.optional(ByteIn::personal),
        in.optional(LoadCodec::rule));
  }

  private static void rule(ByteOut out, Clearance.ByRule rule) {
    out.text(rule.code());
    SiteEnums.agency(out, rule.authorisedBy());
    out.list(rule.observations(), ByteOut::text);
  }

  private static Clearance.ByRule rule(ByteIn in) {
    return new Clearance.ByRule(in.word(), SiteEnums.agency(in), in.list(ByteIn::text));
  }

  public static void hold(ByteOut out, Clearance.Hold hold) {
    out.number(hold.id());
    SiteEnums.agency(out, hold.agency());
    LoadEnums.kind(out, hold.kind());
    out.number(hold.actor());
    out.instant(hold.at());
    out.optional(hold.note(), ByteOut::personal);
    out.list(hold.lifters(), SiteEnums::agency);
  }

  public static Clearance.Hold hold(ByteIn in) {
    return new Clearance.Hold(
        in.number(),
        SiteEnums.agency(in),
        LoadEnums.kind(in),
        in.number(),
        in.instant(),
        in.optional(ByteIn::personal),
        in.list(SiteEnums::agency));
  }

  private static void pause(ByteOut out, Clearance.Pause pause) {
    out.instant(pause.from());
    out.optional(pause.to(), ByteOut::instant);
  }

  private static Clearance.Pause pause(ByteIn in) {
    return new Clearance.Pause(in.instant(), in.optional(ByteIn::instant));
  }

  private static void inspection(ByteOut out, Inspection inspection) {
    out.list(inspection.booked(), LoadCodec::booked);
    out.list(inspection.joined(), LoadCodec::joined);
    out.list(inspection.results(), LoadCodec::result);
  }

  private static Inspection inspection(ByteIn in) {
    return new Inspection(
        in.list(LoadCodec::booked), in.list(LoadCodec::joined), in.list(LoadCodec::result));
  }

  private static void booked(ByteOut out, Booked booked) {
    LoadEnums.means(out, booked.means());
    out.text(booked.place());
    out.instant(booked.at());
  }

  private static Booked booked(ByteIn in) {
    return new Booked(LoadEnums.means(in), in.text(), in.instant());
  }

  public static void booking(ByteOut out, Booking booking) {
    LoadEnums.means(out, booking.means());
    out.text(booking.place());
  }

  public static Booking booking(ByteIn in) {
    return new Booking(LoadEnums.means(in), in.text());
  }

  public static void joined(ByteOut out, Inspection.Joined joined) {
    SiteEnums.agency(out, joined.agency());
    out.number(joined.actor());
    out.instant(joined.at());
  }

  public static Inspection.Joined joined(ByteIn in) {
    return new Inspection.Joined(SiteEnums.agency(in), in.number(), in.instant());
  }

  public static void result(ByteOut out, Inspection.Result result) {
    LoadEnums.means(out, result.means());
    LoadEnums.outcome(out, result.outcome());
    SiteEnums.agency(out, result.agency());
    out.number(result.actor());
    out.instant(result.at());
  }

  public static Inspection.Result result(ByteIn in) {
    return new Inspection.Result(
        LoadEnums.means(in),
        LoadEnums.outcome(in),
        SiteEnums.agency(in),
        in.number(),
        in.instant());
  }
}
