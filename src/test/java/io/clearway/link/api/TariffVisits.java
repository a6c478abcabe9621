package io.clearway.link.api;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/// How tariffs are asked for and adopted, for [Visits].
record TariffVisits(String trader, String operator, String reader) {

  private static final String FILE =
      """
      {
        "complex": "lang-son",
        "issuer": "BAO_NGUYEN",
        "title": "invented %s",
        "effective": "2030-01-01",
        "source": "invented",
        "rates": [
          { "code": "A", "kind": "HANDLING", "when": { "classes": ["VT4"] },
            "amount": { "is": %d, "evidence": "A" } }
        ],
        "assumptions": ["all"]
      }
      """;

  /// A yard's tariff that is not in force yet.
  static String body(String title, long amount) {
    return body(FILE.formatted(title, amount));
  }

  static String body(String file) {
    return JsonNodeFactory.instance.objectNode().put("file", file).toString();
  }

  void add(Map<String, Visit> all) {
    String wrong = body(FILE.formatted("x", 5).replace("VT4", "VT9").replace("BAO_", "GAO_"));
    all.put("listTariffs", Visit.of(reader, () -> List.of(Ask.get(trader), Ask.get(operator))));
    all.put(
        "previewTariff",
        Visit.of(
                trader,
                () -> List.of(Ask.ask(operator, body("x", 5)), Ask.ask(operator, body("y", 6))))
            .bad(Ask.ask(operator, body("{")), Ask.ask(operator, wrong))
            .question());
    all.put(
        "adoptTariff",
        Visit.of(
                trader,
                () -> List.of(Ask.post(operator, body("x", 5)), Ask.post(operator, body("x", 5))))
            .bad(Ask.post(operator, body("{")), Ask.post(operator, wrong)));
  }
}
