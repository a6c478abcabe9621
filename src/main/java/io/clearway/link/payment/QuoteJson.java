package io.clearway.link.payment;

import io.clearway.fee.Line;
import io.clearway.fee.Tariff;
import io.clearway.view.Quote;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A quote as the contract shows it: one total, split public and private, as a whole and for each
/// vehicle; what nobody knows is in no total, and named.
final class QuoteJson {

  private QuoteJson() {}

  static void put(ObjectNode json, Quote quote) {
    parts(json, quote.lines());
    json.put("unknown", !quote.silent().isEmpty() || isUnknown(quote.lines()));
    ArrayNode vehicles = json.putArray("vehicles");
    for (Quote.Party party : quote.parties()) {
      ObjectNode item = vehicles.addObject();
      item.put("vehicleClass", party.vehicle().vehicleClass());
      item.put("use", party.vehicle().use().name());
      parts(item, party.lines());
      item.put("unknown", isUnknown(party.lines()));
    }
    ArrayNode unknown = json.putArray("unknownParts");
    for (Line line : quote.lines()) {
      if (line.amount().isEmpty()) {
        ObjectNode item = unknown.addObject().put("kind", line.kind().name());
        item.put("vehicleClass", line.vehicle().vehicleClass());
        item.put("use", line.vehicle().use().name()).put("why", line.source());
      }
    }
    for (String issuer : quote.silent()) {
      ObjectNode item = unknown.addObject().put("issuer", issuer);
      item.put(
          "why",
          issuer.equals(Tariff.PUBLIC)
              ? "no tariff of the province is in force"
              : "this yard's own charges are not held here");
    }
  }

  private static boolean isUnknown(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.amount().isEmpty());
  }

  private static void parts(ObjectNode json, List<Line> lines) {
    part(json.putObject("public"), lines.stream().filter(line -> line.kind().isPublic()).toList());
    part(
        json.putObject("private"), lines.stream().filter(line -> !line.kind().isPublic()).toList());
    json.put("total", Quote.sum(lines).dong());
  }

  private static void part(ObjectNode json, List<Line> lines) {
    json.put("total", Quote.sum(lines).dong());
    FeeJson.lines(json.putArray("lines"), lines);
  }
}
