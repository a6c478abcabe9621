package io.clearway.link.json;

import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Names a fault at the field that the client wrote. A client may give one co-driver by name alone,
/// `coDriverName`, whom the form keeps as the first of its co-drivers.
public final class AsTyped {

  private static final Pattern CO_DRIVER =
      Pattern.compile("(?<vehicle>.*vehicles\\[\\d+])\\.coDrivers\\[(?<index>\\d+)](?<rest>.*)");

  private AsTyped() {}

  /// @param body what the client sent
  public static List<Violation> of(JsonNode body, List<Violation> violations) {
    return violations.stream().map(violation -> of(body, violation)).toList();
  }

  /// The same refusal, its faults named so.
  public static Refusal of(JsonNode body, Refusal refusal) {
    return new Refusal(
        refusal.code(),
        refusal.rule(),
        refusal.detail(),
        refusal.unmet(),
        of(body, refusal.violations()));
  }

  private static Violation of(JsonNode body, Violation violation) {
    Matcher at = CO_DRIVER.matcher(violation.path());
    if (!at.matches()) {
      return violation;
    }
    String vehicle = at.group("vehicle");
    if (!JsonPaths.at(body, vehicle).path("coDriverName").isString()) {
      return violation;
    }
    int index = Integer.parseInt(at.group("index"));
    String path =
        index == 0
            ? vehicle + ".coDriverName"
            : vehicle + ".coDrivers[" + (index - 1) + "]" + at.group("rest");
    return new Violation(path, violation.code(), violation.rule(), violation.message());
  }
}
