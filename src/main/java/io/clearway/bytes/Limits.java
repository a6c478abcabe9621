package io.clearway.bytes;

/// How much one entry may hold. What is larger is not written and, when read, is corrupt.
public final class Limits {

  private Limits() {}

  /// Bytes of one text in UTF-8.
  public static final int TEXT = 64 * 1024;

  /// Items of one list, and events of one entry.
  public static final int LIST = 100_000;

  /// Bytes of one entry's body.
  public static final int BODY = 16 * 1024 * 1024;

  /// The least bytes that [Sealing] makes; none at all means erased.
  public static final int LEAST_SEALED = 28;

  /// Bytes of what is sealed of one person in one event.
  public static final int SEALED = 1024 * 1024;
}
