package io.clearway.link.http;

import io.clearway.authority.Actor;
import io.clearway.authority.Operation;
import io.clearway.kernel.Direction;
import io.clearway.link.json.Fields;
import io.clearway.live.Gate;
import io.clearway.site.Site;
import io.clearway.world.World;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One request on its way: who asks, and the one instant of the world that it sees.
record Call(Context context, Actor actor, Gate.Published seen) {

  World world() {
    return seen.world();
  }

  Site site() {
    return world().sites().get();
  }

  /// Whether the actor sees only what it registered.
  boolean ownOnly() {
    return !actor.role().may(Operation.READ_ALL);
  }

  /// The id in the path; what is no id is not there.
  UUID id() {
    return Fields.uuidOf(context.pathParam("id"))
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
  }

  Optional<String> gateAsked() {
    Optional<String> gate = query("gate");
    if (gate.isPresent() && site().findGate(gate.get()).isEmpty()) {
      throw bad("gate", "GATE_UNKNOWN", "There is no such gate.");
    }
    return gate;
  }

  Optional<Direction> directionAsked() {
    return query("direction")
        .map(text -> {
          for (Direction direction : Direction.values()) {
            if (direction.name().equals(text)) {
              return direction;
            }
          }
          throw bad("direction", "UNKNOWN_WORD", "EXPORT or IMPORT is expected.");
        });
  }

  /// A whole number of at most 18 digits.
  long number(String name, long otherwise) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[0-9]{1,18}")) {
      throw bad(name, "NUMBER_FORMAT", "A whole number is expected.");
    }
    return Long.parseLong(text.get());
  }

  static Problem.Halt bad(String path, String code, String detail) {
    return new Problem.Halt(Problem.input(path, code, detail));
  }

  void answer(int status, JsonNode json) {
    write(context, status, "application/json", json);
  }

  static void write(Context context, int status, String type, JsonNode json) {
    context.status(status);
    context.contentType(type);
    context.result(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
