package io.clearway.journal;

import io.clearway.codec.EventCodec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// One entry as it is stored. The array is never changed after it was made. Its time is in
/// microseconds since 1970, UTC.
public final class Row {
  public final long seq;
  public final int segment;
  public final long at;
  public final long epoch;
  public final long actor;
  public final UUID commandId;
  public final Digest commandDigest;
  public final String cause;
  public final byte[] body;
  public final Digest hash;

  /// Who said what and when, apart from what came of it.
  public record Head(
      long seq,
      int segment,
      long at,
      long epoch,
      long actor,
      UUID commandId,
      Digest commandDigest,
      String cause) {}

  private Row(Head head, byte[] body, Digest hash) {
    this.seq = head.seq();
    this.segment = head.segment();
    this.at = head.at();
    this.epoch = head.epoch();
    this.actor = head.actor();
    this.commandId = head.commandId();
    this.commandDigest = head.commandDigest();
    this.cause = head.cause();
    this.body = body;
    this.hash = hash;
  }

  /// A new row, linked to the hash of the row before.
  public static Row link(Chain chain, Digest previous, Head head, byte[] body) {
    return new Row(head, body, chain.hash(previous, head, body));
  }

  /// A row as read, with the hash it claims.
  public static Row read(Head head, byte[] body, Digest hash) {
    return new Row(head, body, hash);
  }

  /// Whether its hash follows from the row before.
  public boolean follows(Chain chain, Digest previous) {
    return hash.equals(chain.hash(previous, head(), body));
  }

  public Head head() {
    return new Head(seq, segment, at, epoch, actor, commandId, commandDigest, cause);
  }

  public Entry entry(EventCodec codec) {
    return new Entry(seq, instant(), actor, commandId, cause, codec.decode(body));
  }

  public Instant instant() {
    return instant(at);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
