package io.clearway.link.postgres;

import org.jspecify.annotations.Nullable;

/// The server cannot be started, reached or stopped; the message ends with its last words.
public final class PostgresUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  PostgresUnavailable(String message) {
    this(message, null);
  }

  PostgresUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
