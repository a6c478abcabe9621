package io.clearway.live;

import java.io.UncheckedIOException;
import java.sql.SQLException;

/// What became of the attempt to write a batch.
sealed interface Commit {

  /// It is on disk and published.
  record Written() implements Commit {}

  /// Another process owns the journal; nothing was written.
  record NotOurs() implements Commit {}

  /// A command's id is in the journal already; nothing was written.
  record OldId() implements Commit {}

  /// The keys of personal values cannot be stored; nothing was written.
  record NoKeys(UncheckedIOException cause) implements Commit {}

  /// Nobody knows whether it was written.
  record Unknown(SQLException cause) implements Commit {}
}
