package io.clearway.link.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the door is set up.
///
/// @param host the address that is listened on
/// @param bodyBytes largest body
/// @param bodyTime how long a body may take in all
/// @param idle how long a request that has begun may say nothing
/// @param keepAlive how long a connection may rest between requests; longer than clients keep
///   theirs, so that it is not closed under a request on its way
/// @param streams most open event streams
/// @param connections most open connections; further ones wait
/// @param page the folder of the screens' files, when there is one
public record Settings(
    String host,
    int bodyBytes,
    Duration bodyTime,
    Duration idle,
    Duration keepAlive,
    int streams,
    int connections,
    Optional<Path> page) {

  /// The same for a body that may be so large.
  public Settings upTo(int bytes) {
    return new Settings(host, bytes, bodyTime, idle, keepAlive, streams, connections, page);
  }

  /// This machine alone (TLS in front of it speaks to others), 256 KiB in 10 s, 10 s idle, 75 s
  /// kept alive (browsers and Java's client let go after 30 to 60), 1,000 streams, 4,000
  /// connections.
  public static Settings usual(Optional<Path> page) {
    return new Settings(
        "127.0.0.1",
        256 * 1024,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(75),
        1_000,
        4_000,
        page);
  }
}
