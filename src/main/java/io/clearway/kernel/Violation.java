package io.clearway.kernel;

/// One field at fault.
///
/// @param path where, as `vehicles[0].plateNumber`; empty for the whole form
/// @param code stable, in capitals
/// @param rule the rule's id in `docs/rules`
/// @param message one English sentence that says what is expected; never repeats the value
public record Violation(String path, String code, String rule, String message) {

  /// The same fault, seen from the whole that has the form at `part`, as `registrations[3]`.
  public Violation in(String part) {
    return new Violation(part + "." + path, code, rule, message);
  }
}
