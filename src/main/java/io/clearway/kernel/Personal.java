package io.clearway.kernel;

/// A value that belongs to a person and dies with the key of that person.
///
/// Rules are total over both cases. Equality of known values includes the value.
///
/// @param <T> the value's type
public sealed interface Personal<T> {

  /// Whose value it is.
  Subject subject();

  /// This value, or nothing to read when it belongs to the erased subject.
  default Personal<T> without(Subject erased) {
    return subject().equals(erased) ? new Erased<>(erased) : this;
  }

  /// The value can be read.
  record Known<T>(Subject subject, T value) implements Personal<T> {
    /// Never shows the value: a record in a log line must not leak it.
    @Override
    public String toString() {
      return "Known[" + subject + "]";
    }
  }

  /// The key was destroyed: nobody can read the value again.
  record Erased<T>(Subject subject) implements Personal<T> {}
}
