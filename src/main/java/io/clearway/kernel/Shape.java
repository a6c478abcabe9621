package io.clearway.kernel;

/// The shape of a code, character by character: quicker to check than an expression, and read by
/// eye.
///
/// In a shape `9` stands for a digit, `A` for a capital letter, `X` for either; anything else for
/// itself.
public final class Shape {

  private Shape() {}

  public static boolean fits(String text, String shape) {
    return fits(text, 0, shape);
  }

  /// Whether the text from `from` to its end has the shape.
  static boolean fits(String text, int from, String shape) {
    return text.length() - from == shape.length() && begins(text, from, shape);
  }

  /// Whether what stands at `from` begins with the shape.
  static boolean begins(String text, int from, String shape) {
    if (text.length() - from < shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char wanted = shape.charAt(i);
      char found = text.charAt(from + i);
      boolean fits =
          switch (wanted) {
            case '9' -> isDigit(found);
            case 'A' -> isCapital(found);
            case 'X' -> isDigit(found) || isCapital(found);
            default -> found == wanted;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /// Digits and capitals only.
  public static boolean digitsAndCapitals(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i)) && !isCapital(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// The most digits that stand side by side.
  public static int longestRunOfDigits(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = isDigit(text.charAt(i)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /// One of the ten Latin digits.
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// One of the 26 Latin capitals.
  public static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
