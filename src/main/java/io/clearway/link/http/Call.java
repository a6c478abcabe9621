package io.clearway.link.http;

import io.clearway.authority.Actor;
import io.clearway.authority.Operation;
import io.clearway.identity.Sessions;
import io.clearway.link.json.Fields;
import io.clearway.live.Gate;
import io.clearway.registration.Registration;
import io.clearway.site.Site;
import io.clearway.world.World;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One request on its way: who asks, and the one instant of the world that it sees.
///
/// @param who nobody where the door is open to everybody
public record Call(Context context, Optional<Who> who, Gate.Published seen) {

  /// @throws IllegalStateException where the door is open to everybody: such a request gives no
  ///   commands
  public Actor actor() {
    return asking().actor();
  }

  /// Who asks, with the session.
  public Who asking() {
    return who.orElseThrow(() -> new IllegalStateException("nobody in particular asks this"));
  }

  /// The person's session.
  ///
  /// @throws Problem.Halt for who asks with a token: nobody has signed in
  public Sessions.Session signedIn() {
    return asking().signedIn().orElseThrow(Admission::denied);
  }

  /// What is sent as `Authorization: Bearer`.
  public Optional<String> bearer() {
    return Admission.bearer(context);
  }

  /// The answer to who is nobody.
  public Problem.Halt nobody() {
    return Admission.nobody(context);
  }

  public World world() {
    return seen.world();
  }

  public Site site() {
    return world().sites().get();
  }

  /// Whether the actor sees only what it registered.
  public boolean ownOnly() {
    return !actor().role().may(Operation.READ_ALL);
  }

  /// Whether the actor may see that registration: at a gate of its scope, and its own or its
  /// company's when it sees no others.
  public boolean sees(Registration registration) {
    return actor().scope().covers(registration.form().gate())
        && (!ownOnly() || world().authorities().together(registration.owner(), actor().id()));
  }

  /// The id in the path; what is no id is not there.
  public UUID id() {
    return Fields.uuidOf(context.pathParam("id"))
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
  }

  /// Reads what a query asks and names everything that is wrong with it at once.
  public Asked asked() {
    return new Asked(this);
  }

  public static Problem.Halt bad(String path, String code, String detail) {
    return new Problem.Halt(Problem.input(path, code, detail));
  }

  public void answer(int status, JsonNode json) {
    write(context, status, "application/json", json);
  }

  public static void write(Context context, int status, String type, JsonNode json) {
    context.status(status);
    context.contentType(type);
    context.result(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
