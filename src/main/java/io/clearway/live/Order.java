package io.clearway.live;

import io.clearway.journal.Digest;
import io.clearway.world.Command;
import java.util.UUID;

/// A command on its way to the writer.
///
/// @param id made by the client; the same id with the same digest is the same command
/// @param digest of the bytes in which the client said it
/// @param lane its class in the inbox
/// @param actor who gives it, an enrolled actor's id
public record Order(UUID id, Digest digest, Lane lane, long actor, Command command) {

  /// The inbox's classes in order of precedence; after the first they share by weight.
  public enum Lane {
    STOP,
    LANE_DECISION,
    PEOPLE,
    VEHICLE,
    NEIGHBOUR,
    DEVICE_AND_IMPORT
  }
}
