package io.clearway.turn;

import io.clearway.kernel.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One roll-call: vehicles that stand at a post's road or in a holding park, in their order.
///
/// @param id inside
/// @param key at the edge, made by who opens it
/// @param place code of a post or of a holding park
/// @param stretch which part of it, in the words of who opens it
/// @param version counts what was said in it
/// @param members ids of its entries, those removed too
public record Roll(
    long id,
    UUID key,
    String place,
    String stretch,
    long openedBy,
    Instant openedAt,
    long version,
    Optional<Closing> closing,
    Ids<Long> members) {

  /// Who closed a roll, and with it signed what it said.
  ///
  /// @param version of the roll that was signed
  public record Closing(long actor, Instant at, long version) {}

  static Roll opened(TurnEvent.RollOpened e) {
    return new Roll(
        e.roll(),
        e.key(),
        e.place(),
        e.stretch(),
        e.actor(),
        e.at(),
        e.version(),
        Optional.empty(),
        Ids.empty());
  }

  public boolean open() {
    return closing.isEmpty();
  }

  /// After so many more words were said in it.
  Roll said(int words, Ids<Long> after) {
    return new Roll(id, key, place, stretch, openedBy, openedAt, version + words, closing, after);
  }

  Roll closed(Closing by) {
    return new Roll(id, key, place, stretch, openedBy, openedAt, version, Optional.of(by), members);
  }
}
