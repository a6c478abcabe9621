package io.clearway.link.json;

import io.clearway.kernel.Subject;

/// Names a person, company or plate without telling who it is.
@FunctionalInterface
public interface Subjects {

  /// The same subject for the same kind and value, always.
  ///
  /// @param kind `person`, `plate` or `company`
  Subject of(String kind, String value);
}
