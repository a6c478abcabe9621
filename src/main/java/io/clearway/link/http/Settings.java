package io.clearway.link.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the door is set up.
///
/// @param host the address that is listened on
/// @param bodyBytes largest body
/// @param bodyTime how long a body may take in all
/// @param idle how long a connection may say nothing
/// @param streams most open event streams
/// @param page the folder of the screens' files, when there is one
public record Settings(
    String host,
    int bodyBytes,
    Duration bodyTime,
    Duration idle,
    int streams,
    Optional<Path> page) {

  /// This machine alone (TLS in front of it speaks to others), 256 KiB in 10 s, 30 s idle, 500
  /// streams.
  public static Settings usual(Optional<Path> page) {
    return new Settings(
        "127.0.0.1", 256 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(30), 500, page);
  }
}
