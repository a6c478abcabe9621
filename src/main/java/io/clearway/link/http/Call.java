package io.clearway.link.http;

import io.clearway.authority.Actor;
import io.clearway.authority.Operation;
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

  /// Reads what a query asks and names everything that is wrong with it at once.
  Asked asked() {
    return new Asked(this);
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
