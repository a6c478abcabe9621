package io.clearway.live;

import io.clearway.codec.EventCodec;
import io.clearway.journal.Chain;
import io.clearway.journal.Digest;
import io.clearway.journal.Row;
import io.clearway.journal.Segment;
import io.clearway.journal.Verifier;
import io.clearway.world.CarryForward;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Closes the books: a new segment whose first entries recreate the live world.
final class Books {

  private static final int EVENTS_PER_ENTRY = 256;

  /// A segment ready to be written, and where the journal ends after it.
  record Opening(Segment segment, List<Row> rows, Tip tip) {}

  private Books() {}

  /// The gate's day at that moment.
  static String day(World world, Instant now) {
    ZoneId zone = world.sites().current().map(s -> s.zone()).orElse(ZoneId.of("UTC"));
    return LocalDate.ofInstant(now, zone).toString();
  }

  /// Prepares the next segment. The world goes on from what its carry-forward folds to, as it would
  /// after a restart.
  ///
  /// @throws IllegalStateException when carry-forward does not recreate the world
  static Opening open(Tip tip, EventCodec codec, long epoch, Instant now) {
    List<Event> carried = CarryForward.of(tip.world(), now);
    World folded = CarryForward.fold(carried);
    if (!CarryForward.of(folded, now).equals(carried)) {
      throw new IllegalStateException("carry-forward does not recreate the world");
    }
    int number = tip.segment() + 1;
    Chain chain = new Chain();
    List<Row> rows = new ArrayList<>();
    Digest hash = tip.hash();
    long seq = tip.seq();
    for (int from = 0; from < carried.size(); from += EVENTS_PER_ENTRY) {
      int to = Math.min(carried.size(), from + EVENTS_PER_ENTRY);
      Row.Head head =
          new Row.Head(
              ++seq,
              number,
              Row.micros(now),
              epoch,
              0,
              id(number, from),
              Digest.ZERO,
              Verifier.CARRIED);
      Row row = Row.link(chain, hash, head, codec.encode(carried.subList(from, to)));
      hash = row.hash;
      rows.add(row);
    }
    String day = day(folded, now);
    Segment segment = new Segment(number, tip.seq() + 1, rows.size(), tip.hash(), day);
    return new Opening(segment, rows, new Tip(folded, seq, hash, Row.micros(now), number, day));
  }

  private static UUID id(int segment, int from) {
    String name = "books " + segment + " " + from;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
