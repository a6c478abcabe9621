package io.clearway.link.waiting;

import io.clearway.kernel.Money;
import io.clearway.link.api.Sources;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.view.LotOptions;
import io.clearway.view.Standing;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What can be done with goods that are held, and what it costs. Where an amount is not known it is
/// not there, and the source says what was looked for.
record OptionActions(Sources sources) {

  void options(Call call) {
    Asked asked = call.asked();
    long days = asked.number("days", 1, 1, 90);
    asked.close();
    Registration load =
        call.world()
            .registrations()
            .find(call.id())
            .filter(call::sees)
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    LotOptions found = LotOptions.of(call.world(), load, sources.gate().now());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", call.seen().at().toString()).put("days", days);
    ArrayNode held = json.putArray("held");
    for (Standing.Cause cause : found.held()) {
      ObjectNode item = held.addObject().put("cause", cause.kind().name());
      cause.agency().map(Agency::name).ifPresent(agency -> item.put("agency", agency));
      item.put("what", cause.what());
    }
    prices(json.putArray("soFar"), found.soFar());
    ArrayNode options = json.putArray("options");
    for (LotOptions.Option option : found.options()) {
      ObjectNode item = options.addObject().put("option", option.choice().name());
      prices(item.putArray("perDay"), option.perDay());
      prices(item.putArray("once"), option.once());
      dong(item, "expected", option.expected(days));
      option.needs().forEach(item.putArray("needs")::add);
    }
    call.answer(200, json);
  }

  private static void prices(ArrayNode json, List<LotOptions.Price> prices) {
    for (LotOptions.Price price : prices) {
      ObjectNode item = json.addObject().put("what", price.what());
      dong(item, "amount", price.amount());
      item.put("source", price.source());
    }
  }

  private static void dong(ObjectNode item, String name, Optional<Money> amount) {
    amount.ifPresent(known -> item.put(name, known.dong()));
  }
}
