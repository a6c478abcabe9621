package io.clearway.codec;

import io.clearway.world.Event;
import java.util.List;

/// Events to bytes and back. The bytes that are hashed are the bytes that are stored.
public interface EventCodec {

  /// A list of (type, version, event); personal values sealed.
  byte[] encode(List<Event> events);

  /// Reads what any version wrote.
  ///
  /// @throws IllegalStateException when the bytes are corrupt
  List<Event> decode(byte[] body);
}
