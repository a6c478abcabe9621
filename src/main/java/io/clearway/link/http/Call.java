package io.clearway.link.http;

import io.clearway.authority.Actor;
import io.clearway.authority.Operation;
import io.clearway.identity.Sessions;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import io.clearway.live.Gate;
import io.clearway.registration.Registration;
import io.clearway.site.Site;
import io.clearway.world.Permission;
import io.clearway.world.World;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One request on its way: who asks, and the one instant of the world that it sees.
///
/// @param who nobody where the door is open to everybody
public record Call(Context context, Optional<Who> who, Gate.Published seen) {

  private static final String READ = "clearway.read";

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

  /// Whether the actor may see that registration: at a gate and a yard of its scope, and its own or
  /// its company's when it sees no others.
  public boolean sees(Registration registration) {
    return Permission.reaches(world(), actor().scope(), registration)
        && (!ownOnly() || world().authorities().together(registration.owner(), actor().id()));
  }

  /// The id in the path; what is no id is not there.
  public UUID id() {
    return Fields.uuidOf(context.pathParam("id"))
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  public Optional<String> query(String name) {
    read().add(name);
    return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
  }

  /// What was asked and nobody has read: nothing of that name can be asked here.
  List<Violation> unread() {
    return context.queryParamMap().keySet().stream()
        .filter(name -> !read().contains(name))
        .sorted()
        .map(name -> new Violation(name, "UNKNOWN_FIELD", "E-1", "There is no such parameter."))
        .toList();
  }

  private Set<String> read() {
    Set<String> read = context.attribute(READ);
    if (read == null) {
      read = new TreeSet<>();
      context.attribute(READ, read);
    }
    return read;
  }

  /// Reads what a query asks and names everything that is wrong with it at once.
  public Asked asked() {
    return new Asked(this);
  }

  public static Problem.Halt bad(String path, String code, String detail) {
    return new Problem.Halt(Problem.input(path, code, detail));
  }

  /// @throws Problem.Halt when something was asked that is not known here; a command is never
  ///   refused for it once it is done
  public void answer(int status, JsonNode json) {
    if (context.method().equals(HandlerType.GET) && context.path().startsWith("/v1/")) {
      Problem.none(unread());
    }
    write(context, status, "application/json", json);
  }

  public static void write(Context context, int status, String type, JsonNode json) {
    context.status(status);
    context.contentType(type);
    context.result(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
