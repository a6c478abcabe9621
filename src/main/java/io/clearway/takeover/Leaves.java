package io.clearway.takeover;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The values of a form by their paths, and which of them are a person's.
final class Leaves {

  private static final Set<String> PERSONAL =
      Set.of(
          "plateNumber",
          "trailerNumber",
          "dedicatedPlateNumber",
          "driverName",
          "driverPhone",
          "driverIdNumber",
          "procedureOfficerName",
          "procedureOfficerPhone",
          "phone",
          "email",
          "idNumber");

  /// Told by the normalised plate, or not by the trader at all.
  private static final Set<String> NOT_COMPARED = Set.of("plateNumber", "synthetic");

  private Leaves() {}

  /// A plate counts as it is compared, under the name of the field that people fill in.
  static Map<String, JsonNode> of(JsonNode form) {
    Map<String, JsonNode> leaves = new TreeMap<>();
    add("", form, leaves);
    return leaves;
  }

  private static void add(String path, JsonNode node, Map<String, JsonNode> into) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!NOT_COMPARED.contains(entry.getKey())) {
          String name = entry.getKey().equals("plateNormalised") ? "plateNumber" : entry.getKey();
          add(path.isEmpty() ? name : path + "." + name, entry.getValue(), into);
        }
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(path + "[" + i + "]", node.get(i), into);
      }
    } else if (!node.isNull()) {
      into.put(path, node);
    }
  }

  static boolean personal(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    boolean ofPerson = path.matches(".*(coDrivers|residents|ocuments)\\[\\d+]\\.(name|number)");
    return ofPerson || PERSONAL.contains(name);
  }
}
