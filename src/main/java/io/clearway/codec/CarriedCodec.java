package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Placing;
import io.clearway.crossing.Plugging;
import io.clearway.crossing.Track;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.values.AwayCodec;
import io.clearway.values.EnumCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// A whole passage in bytes, as it is carried into a new segment, in every version that there was.
///
/// The first did not say when a vehicle with both keys entered: with the later one, since no key
/// was renewed. The third added how it is turned, the fourth its reefer, the fifth how long it
/// stood turned before, and keys that were said earlier than they came, the sixth its place in the
/// yard.
final class CarriedCodec {

  private static final int ENTERED = 2;
  private static final int TURNED = 3;
  private static final int PLUGGED = 4;
  private static final int STOOD = 5;
  private static final int PLACED = 6;

  /// How long before it was due a key had been asked for, by every site file until the fifth.
  private static final Duration WITHIN = Duration.ofMinutes(30);

  private CarriedCodec() {}

  static void write(ByteOut out, Crossing crossing) {
    write(out, crossing, PLACED);
  }

  static CrossingEvent.CrossingCarried carried(ByteIn in) {
    return new CrossingEvent.CrossingCarried(read(in, PLACED));
  }

  /// The step that leads away from that version.
  static Upcasters.Step lift(int version) {
    return (old, next) -> write(next, read(old, version), version + 1);
  }

  private static void write(ByteOut out, Crossing crossing, int version) {
    out.number(crossing.id());
    out.uuid(crossing.key());
    out.optionalNumber(crossing.registration());
    out.personal(crossing.plate());
    out.text(crossing.gate());
    out.varint(EnumCodes.of(crossing.direction()));
    keys(out, crossing.keys(), version);
    track(out, crossing.track(), version);
    if (version >= TURNED) {
      out.optional(crossing.turned(), AwayCodec::turning);
    }
    if (version >= PLUGGED) {
      out.optional(crossing.plugging(), CarriedCodec::plugging);
    }
    if (version >= STOOD) {
      out.list(crossing.turnings().over(), CarriedCodec::span);
    }
  }

  private static Crossing read(ByteIn in, int version) {
    long id = in.number();
    UUID key = in.uuid();
    OptionalLong registration = in.optionalNumber();
    Personal<String> plate = in.personal();
    String gate = in.word();
    Direction direction = EnumCodes.direction(in);
    Keys keys = keys(in, version);
    Track track = track(in, version);
    Optional<Turning> turned =
        version >= TURNED ? in.optional(AwayCodec::turning) : Optional.empty();
    Optional<Plugging> plugging =
        version >= PLUGGED ? in.optional(CarriedCodec::plugging) : Optional.empty();
    List<Turning.Span> over = version >= STOOD ? in.list(CarriedCodec::span) : List.of();
    Turning.History turnings = new Turning.History(turned, over);
    return new Crossing(
        id, key, registration, plate, gate, direction, keys, track, turnings, plugging);
  }

  private static void span(ByteOut out, Turning.Span span) {
    out.instant(span.from());
    out.instant(span.to());
  }

  private static Turning.Span span(ByteIn in) {
    return new Turning.Span(in.instant(), in.instant());
  }

  private static void plugging(ByteOut out, Plugging plugging) {
    out.instant(plugging.from());
    out.optional(plugging.to(), ByteOut::instant);
  }

  private static Plugging plugging(ByteIn in) {
    return new Plugging(in.instant(), in.optional(ByteIn::instant));
  }

  private static void placing(ByteOut out, Placing placing) {
    out.text(placing.place());
    out.instant(placing.since());
  }

  private static Placing placing(ByteIn in) {
    return new Placing(in.word(), in.instant());
  }

  private static void keys(ByteOut out, Keys keys, int version) {
    ByteOut.Writer<Keys.Turned> turned = (to, key) -> turned(to, key, version);
    switch (keys) {
      case Keys.None() -> out.varint(1);
      case Keys.One one -> {
        out.varint(2);
        out.varint(EnumCodes.of(one.turned()));
        turned.write(out, one.by());
        out.instant(one.due());
        out.flag(one.late());
      }
      case Keys.Both both -> {
        out.varint(3);
        turned.write(out, both.borderGuard());
        turned.write(out, both.customs());
        out.optional(both.late(), EnumCodes::agency);
        out.instant(both.entered());
      }
      case Keys.Again again -> {
        out.varint(4);
        out.optional(again.borderGuard(), turned);
        out.optional(again.customs(), turned);
        out.optional(again.entered(), ByteOut::instant);
        if (version >= STOOD) {
          out.instant(again.asked());
        }
        out.instant(again.due());
        out.flag(again.late());
      }
    }
  }

  private static Keys keys(ByteIn in, int version) {
    ByteIn.Reader<Keys.Turned> turned = from -> turned(from, version);
    return switch (in.code()) {
      case 1 -> new Keys.None();
      case 2 -> new Keys.One(EnumCodes.agency(in), turned.read(in), in.instant(), in.flag());
      case 3 -> both(turned.read(in), turned.read(in), in, version);
      case 4 -> again(in, turned, version);
      default -> throw in.corrupt("no such state of the keys");
    };
  }

  private static Keys both(Keys.Turned guard, Keys.Turned customs, ByteIn in, int version) {
    Optional<KeyHolder> late = in.optional(EnumCodes::agency);
    return version >= ENTERED
        ? new Keys.Both(guard, customs, late, in.instant())
        : Keys.Both.first(guard, customs, late);
  }

  private static Keys again(ByteIn in, ByteIn.Reader<Keys.Turned> turned, int version) {
    Optional<Keys.Turned> guard = in.optional(turned);
    Optional<Keys.Turned> customs = in.optional(turned);
    Optional<Instant> entered = in.optional(ByteIn::instant);
    Optional<Instant> asked = version >= STOOD ? Optional.of(in.instant()) : Optional.empty();
    Instant due = in.instant();
    return new Keys.Again(
        guard, customs, entered, asked.orElseGet(() -> due.minus(WITHIN)), due, in.flag());
  }

  private static void turned(ByteOut out, Keys.Turned turned, int version) {
    out.number(turned.actor());
    out.instant(turned.at());
    if (version >= STOOD) {
      out.optional(turned.said(), ByteOut::instant);
    }
  }

  private static Keys.Turned turned(ByteIn in, int version) {
    return new Keys.Turned(
        in.number(),
        in.instant(),
        version >= STOOD ? in.optional(ByteIn::instant) : Optional.empty());
  }

  private static void track(ByteOut out, Track track, int version) {
    switch (track) {
      case Track.AtGate here -> {
        out.varint(1);
        out.instant(here.arrivedAt());
      }
      case Track.InYard yard -> {
        out.varint(2);
        out.instant(yard.arrivedAt());
        out.text(yard.yard());
        out.instant(yard.enteredYardAt());
        if (version >= PLACED) {
          out.optional(yard.placing(), CarriedCodec::placing);
        }
      }
      case Track.OutOfYard left -> {
        out.varint(3);
        out.instant(left.arrivedAt());
        out.optional(left.enteredYardAt(), ByteOut::instant);
        out.instant(left.leftYardAt());
      }
      case Track.Gone gone -> {
        out.varint(4);
        out.instant(gone.arrivedAt());
        out.optional(gone.enteredYardAt(), ByteOut::instant);
        out.optional(gone.leftYardAt(), ByteOut::instant);
        out.instant(gone.leftGateAt());
      }
    }
  }

  private static Track track(ByteIn in, int version) {
    return switch (in.code()) {
      case 1 -> new Track.AtGate(in.instant());
      case 2 ->
          new Track.InYard(
              in.instant(),
              in.word(),
              in.instant(),
              version >= PLACED ? in.optional(CarriedCodec::placing) : Optional.empty());
      case 3 -> new Track.OutOfYard(in.instant(), in.optional(ByteIn::instant), in.instant());
      case 4 ->
          new Track.Gone(
              in.instant(),
              in.optional(ByteIn::instant),
              in.optional(ByteIn::instant),
              in.instant());
      default -> throw in.corrupt("no such state of the track");
    };
  }
}
