package io.clearway.kernel;

/// A licence to change in place the parts of a table that were made under it.
///
/// A runner that decides many commands before anybody may see the outcome puts the world under one
/// edit, and takes it out again before it publishes. Within an edit each table is used in one line:
/// the value before a change is spent, and reading it throws.
public final class Edit {

  /// A new licence, equal to no other.
  public Edit() {}
}
