package io.clearway.link.http;

import io.clearway.authority.Actor;
import io.clearway.identity.Identity;
import io.clearway.identity.Sessions;
import io.clearway.journal.Digest;
import io.clearway.world.World;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who asks, if it may at all: deny by default. What a command may is decided behind the gate.
final class Admission {

  /// What a person may ask who has not chosen a password yet.
  private static final Set<String> BEFORE_CHOOSING = Set.of("getMe", "changePassword", "signOut");

  private final Identity identity;

  Admission(Identity identity) {
    this.identity = identity;
  }

  /// @throws Problem.Halt when it is nobody, or may not
  Who admit(Route route, Context context, World world) {
    Who who = who(route, context, world).orElseThrow(() -> nobody(context));
    inOwnName(context, who.actor());
    if (route.allowed().stream().noneMatch(who.actor().role()::may)) {
      throw denied();
    }
    if (who.signedIn().filter(Sessions.Session::initial).isPresent()
        && !BEFORE_CHOOSING.contains(route.operation())) {
      throw new Problem.Halt(
          Problem.of(403, "PASSWORD_INITIAL", "Choose a password of your own first."));
    }
    return who;
  }

  /// A page may say in whose name it speaks. At a desk that somebody else has taken over meanwhile,
  /// in another tab of the same browser, nothing is done in the new person's name.
  private static void inOwnName(Context context, Actor actor) {
    String named = context.header(Cookies.PERSON);
    if (named != null && !named.equals(actor.key().toString())) {
      throw new Problem.Halt(
          Problem.of(403, "ANOTHER_PERSON", "Somebody else is signed in here by now."));
    }
  }

  private Optional<Who> who(Route route, Context context, World world) {
    Optional<String> token = token(route, context);
    if (token.isPresent()) {
      return token
          .flatMap(identity.tokens()::find)
          .flatMap(world.authorities()::find)
          .map(actor -> new Who(actor, standIn(token.get()), Optional.empty()));
    }
    Optional<String> secret = Cookies.secret(context);
    if (secret.isPresent() && !context.method().name().equals("GET") && !Cookies.isOurs(context)) {
      throw denied();
    }
    boolean active =
        context.header(Cookies.BACKGROUND) == null && !route.operation().equals("streamCrossings");
    return secret
        .flatMap(text -> identity.sessions().find(text, active))
        .flatMap(session -> signedIn(session, world));
  }

  private static Optional<Who> signedIn(Sessions.Session session, World world) {
    return world
        .authorities()
        .find(session.actor())
        .map((Actor actor) -> new Who(actor, session.id(), Optional.of(session)));
  }

  /// The session that a token stands for: two tokens are two.
  private static UUID standIn(String token) {
    ByteBuffer digest =
        ByteBuffer.wrap(Digest.of(("session " + token).getBytes(StandardCharsets.UTF_8)).bytes());
    return new UUID(digest.getLong(), digest.getLong());
  }

  private static Optional<String> token(Route route, Context context) {
    Optional<String> bearer = bearer(context);
    return bearer.isPresent() || !route.operation().equals("streamCrossings")
        ? bearer
        : Optional.ofNullable(context.queryParam("access_token"));
  }

  static Optional<String> bearer(Context context) {
    String header = Optional.ofNullable(context.header("Authorization")).orElse("");
    return header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(header.substring(7).strip())
        : Optional.empty();
  }

  static Problem.Halt nobody(Context context) {
    context.header("WWW-Authenticate", "Bearer");
    return new Problem.Halt(Problem.of(401, "NOT_SIGNED_IN", "A valid token is needed."));
  }

  static Problem.Halt denied() {
    return new Problem.Halt(Problem.of(403, "DENIED", "This is not allowed."));
  }
}
