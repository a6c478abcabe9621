package io.clearway.kernel;

import java.util.HexFormat;

/// A keyed hash that names a person or a plate without telling who it is: 128 bits.
public record Subject(long high, long low) {

  /// Reads the 32 hexadecimal digits that [#toString()] writes.
  ///
  /// @throws IllegalArgumentException when it is anything else
  public static Subject parse(String digits) {
    if (digits.length() != 32) {
      throw new IllegalArgumentException("a subject is 32 hexadecimal digits");
    }
    return new Subject(
        HexFormat.fromHexDigitsToLong(digits, 0, 16),
        HexFormat.fromHexDigitsToLong(digits, 16, 32));
  }

  @Override
  public String toString() {
    return hex(high) + hex(low);
  }

  private static String hex(long bits) {
    String digits = Long.toHexString(bits);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
