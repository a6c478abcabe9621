package io.clearway.crossing;

/// Who holds a key of the entry.
public enum KeyHolder {
  /// Bộ đội biên phòng, 边防.
  BORDER_GUARD,
  /// Hải quan, 海关.
  CUSTOMS;

  /// The holder of the other key.
  public KeyHolder other() {
    return switch (this) {
      case BORDER_GUARD -> CUSTOMS;
      case CUSTOMS -> BORDER_GUARD;
    };
  }
}
