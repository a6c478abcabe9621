package io.clearway.live;

import io.clearway.journal.Chain;
import io.clearway.journal.Digest;
import io.clearway.journal.Row;
import io.clearway.world.World;

/// Where the journal ends: the world after the last entry and what the next one is linked to.
///
/// @param at of the last entry, microseconds
/// @param day the gate's day of the open segment, ISO; empty before the first
record Tip(World world, long seq, Digest hash, long at, int segment, String day) {

  static Tip beginning(String complex) {
    return new Tip(World.empty(), 0, Chain.genesis(complex), 0, 0, "");
  }

  Gate.Published published() {
    return new Gate.Published(world, seq, Row.instant(at));
  }
}
