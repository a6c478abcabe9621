package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.site.Means;
import java.time.Instant;
import java.util.List;

/// The older versions of a clearance and of an opening, each lifted to the next. The first did not
/// count the rounds of keys, the second knew nothing that takes two officers; until the third an
/// inspection had one place for all its means, until the fourth it was no line of the waits.
public final class OlderLoads {

  private OlderLoads() {}

  public static void rounds(ByteIn old, ByteOut next) {
    Clearance held =
        LoadCodec.clearance(
            old, OlderLoads::atOnePlace, none -> List.of(), none -> List.of(), none -> List.of());
    LoadCodec.carried(next, held, OlderLoads::atOnePlace);
  }

  public static void seconds(ByteIn old, ByteOut next) {
    Clearance held =
        LoadCodec.clearance(
            old, OlderLoads::atOnePlace, LoadCodec::rounds, none -> List.of(), none -> List.of());
    LoadCodec.carried(next, held, OlderLoads::atOnePlace);
    next.list(held.seconds(), LoadCodec::second);
  }

  public static void places(ByteIn old, ByteOut next) {
    LoadCodec.withoutOwed(
        next,
        LoadCodec.clearance(
            old,
            OlderLoads::atOnePlace,
            LoadCodec::rounds,
            list -> list.list(LoadCodec::second),
            none -> List.of()));
  }

  /// Nobody was waited for with an inspection.
  public static void owed(ByteIn old, ByteOut next) {
    LoadCodec.clearance(next, LoadCodec.withoutOwed(old));
  }

  /// An opening, with its place at each means.
  public static void opened(ByteIn old, ByteOut next) {
    next.number(old.number());
    String place = old.text();
    List<Means> means = old.list(LoadEnums::means);
    next.list(means.stream().map(one -> new Booking(one, place)).toList(), LoadCodec::booking);
    LoadCodec.joined(next, LoadCodec.joined(old));
  }

  private static Inspection atOnePlace(ByteIn in) {
    String place = in.text();
    List<Means> means = in.list(LoadEnums::means);
    List<Inspection.Joined> joined = in.list(LoadCodec::joined);
    Instant opened = joined.stream().findFirst().map(Inspection.Joined::at).orElse(Instant.EPOCH);
    return new Inspection(
        means.stream().map(one -> new Booked(one, place, opened)).toList(),
        joined,
        in.list(LoadCodec::result));
  }

  private static void atOnePlace(ByteOut out, Inspection inspection) {
    out.text(inspection.places().stream().findFirst().orElse(""));
    out.list(inspection.booked().stream().map(Booked::means).toList(), LoadEnums::means);
    out.list(inspection.joined(), LoadCodec::joined);
    out.list(inspection.results(), LoadCodec::result);
  }
}
