package io.clearway.link.json;

import io.clearway.kernel.Violation;
import java.util.List;
import java.util.Locale;

/// Whether a rule's complaint only repeats that some field could not be read.
final class Echo {

  private Echo() {}

  static boolean of(Violation byRule, List<Violation> unread) {
    String path = byRule.path();
    String parent = path.contains(".") ? path.substring(0, path.lastIndexOf('.') + 1) : "";
    return touches(path, unread)
        || compared(byRule.code()).stream().anyMatch(other -> touches(parent + other, unread))
        || (byRule.code().equals("TOTAL_WEIGHT_MISMATCH") && anyWeight(unread))
        || (byRule.code().equals("CUSTOMS_NUMBER_DIRECTION") && touches("direction", unread));
  }

  /// The fields beside its own that a rule looks at.
  private static List<String> compared(String code) {
    return switch (code) {
      case "GROSS_BELOW_GOODS" -> List.of("goodsKg");
      case "ARRIVAL_BEFORE_CREATION" -> List.of("createdAt");
      case "PLATE_NATIONALITY_CONFLICT" -> List.of("plateNumber");
      default -> List.of();
    };
  }

  private static boolean anyWeight(List<Violation> unread) {
    return unread.stream()
        .anyMatch(v ->
            v.path().endsWith("oodsKg")
                || v.path().equals("vehicles")
                || v.path().toLowerCase(Locale.ROOT).matches("vehicles\\[[0-9]+]"));
  }

  /// The path itself or something that holds it was not read.
  private static boolean touches(String path, List<Violation> unread) {
    return unread.stream()
        .filter(v -> !v.code().equals("UNKNOWN_FIELD"))
        .map(Violation::path)
        .anyMatch(p ->
            p.isEmpty() || path.equals(p) || path.startsWith(p + ".") || path.startsWith(p + "["));
  }
}
