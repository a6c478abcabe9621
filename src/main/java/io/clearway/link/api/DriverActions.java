package io.clearway.link.api;

import io.clearway.crossing.Crossing;
import io.clearway.identity.DriverLinks;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import io.clearway.registration.Registration;
import io.clearway.world.World;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Links that a trader gives its drivers: each reads one passage and nothing else.
final class DriverActions {

  private static final long MOST_HOURS = DriverLinks.LONGEST.toHours();

  private final DriverLinks links;
  private final Settings settings;

  DriverActions(DriverLinks links, Settings settings) {
    this.links = links;
    this.settings = settings;
  }

  void make(Call call) {
    Fields fields = Fields.of(Submission.body(call, settings));
    long hours = fields.optionalWhole("hours").orElse(MOST_HOURS);
    if (hours < 1 || hours > MOST_HOURS) {
      fields.fault("hours", "NUMBER_OUT_OF_RANGE", "1 to " + MOST_HOURS + " hours.");
    }
    Registration registration = registration(call, fields);
    String link = links.make(registration.key(), call.actor().key(), Duration.ofHours(hours));
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("link", link);
    json.put("expiresAt", links.open(link).orElseThrow(call::nobody).expires().toString());
    call.answer(201, json);
  }

  void revoke(Call call) {
    Fields fields = Fields.of(Submission.body(call, settings));
    Registration registration = registration(call, fields);
    links.revoke(registration.key());
    call.answer(200, JsonNodeFactory.instance.objectNode().put("revoked", true));
  }

  private static Registration registration(Call call, Fields fields) {
    var key = fields.uuid("registration");
    Submission.check(fields);
    return call.world()
        .registrations()
        .find(key)
        .filter(call::sees)
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  /// Of who holds a link; what the trader who made it may see no more, the driver may neither.
  void passage(Call call) {
    World world = call.world();
    DriverLinks.Link link = call.bearer().flatMap(links::open).orElseThrow(call::nobody);
    var issuer = world.authorities().find(link.issuer()).orElseThrow(call::nobody);
    Registration registration =
        world
            .registrations()
            .find(link.registration())
            .filter(r -> issuer.scope().covers(r.form().gate()))
            .filter(r -> Rows.owned(world, r, issuer.id()))
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", call.seen().at().toString());
    Registration.Form form = registration.form();
    Rows.put(json, "plate", form.leading().plate());
    json.put("gate", form.gate()).put("direction", form.direction().name());
    json.put("plannedArrivalAt", form.plannedArrivalAt().toString());
    Optional<Crossing> crossing =
        world.crossings().byRegistration().find(registration.id()).flatMap(world.crossings()::find);
    json.put("state", crossing.map(Rows::state).orElse("REGISTERED"));
    crossing.ifPresent(c -> {
      json.put("arrivedAt", c.track().arrivedAt().toString());
      Rows.time(json, "enteredAt", c.keys().enteredAt());
      Rows.time(json, "yardEnteredAt", c.track().yardEnteredAt());
      Rows.time(json, "yardLeftAt", c.track().yardLeftAt());
      Rows.time(json, "gateLeftAt", c.track().gateLeftAt());
    });
    call.answer(200, json);
  }
}
