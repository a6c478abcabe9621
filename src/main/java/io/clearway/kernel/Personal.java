package io.clearway.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value that belongs to a person and dies with the key of that person.
///
/// What a command brings is [Known]. What comes from the journal stays [Sealed] until somebody at
/// the edge reads it: most of it nobody does. Rules are total over all cases and look only into
/// values that a command brings. Two are equal when they are the same person's and read the same.
///
/// @param <T> the value's type
public sealed interface Personal<T> {

  /// Whose value it is.
  Subject subject();

  /// The value, as long as its key exists. For the edge: a pure room never asks.
  Optional<T> read();

  /// This value, or nothing to read when it belongs to the erased subject.
  default Personal<T> without(Subject erased) {
    return subject().equals(erased) ? new Erased<>(erased) : this;
  }

  private boolean sameAs(@Nullable Object other) {
    return other instanceof Personal<?> personal
        && subject().equals(personal.subject())
        && read().equals(personal.read());
  }

  /// The value can be read.
  record Known<T>(Subject subject, T value) implements Personal<T> {
    @Override
    public Optional<T> read() {
      return Optional.of(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return Personal.super.sameAs(other);
    }

    @Override
    public int hashCode() {
      return subject.hashCode();
    }

    /// Never shows the value: a record in a log line must not leak it.
    @Override
    public String toString() {
      return "Known[" + subject + "]";
    }
  }

  /// Opens what is sealed.
  interface Opening<T> {
    /// The value, or empty when its key was destroyed.
    Optional<T> open();
  }

  /// The value can be read as long as its key exists.
  record Sealed<T>(Subject subject, Opening<T> opening) implements Personal<T> {
    @Override
    public Optional<T> read() {
      return opening.open();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return Personal.super.sameAs(other);
    }

    @Override
    public int hashCode() {
      return subject.hashCode();
    }

    @Override
    public String toString() {
      return "Sealed[" + subject + "]";
    }
  }

  /// The key was destroyed: nobody can read the value again.
  record Erased<T>(Subject subject) implements Personal<T> {
    @Override
    public Optional<T> read() {
      return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return Personal.super.sameAs(other);
    }

    @Override
    public int hashCode() {
      return subject.hashCode();
    }
  }
}
