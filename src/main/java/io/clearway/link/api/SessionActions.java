package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.identity.Identity;
import io.clearway.identity.Passwords;
import io.clearway.identity.Sessions;
import io.clearway.link.http.Call;
import io.clearway.link.http.Cookies;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Signing in and out, taking a desk over, one's own password and badge. None of it is a command:
/// the core knows nobody's secrets.
final class SessionActions {

  private static final int NAME = 80;

  private final Identity identity;
  private final Settings settings;

  SessionActions(Identity identity, Settings settings) {
    this.identity = identity;
    this.settings = settings;
  }

  /// Name and password. Unknown names, wrong passwords and revoked actors are told the same and
  /// take the same time.
  void signIn(Call call) {
    if (Cookies.isForeign(call.context())) {
      throw new Problem.Halt(Problem.of(403, "DENIED", "This is not allowed."));
    }
    Fields fields = Fields.of(Submission.body(call, settings));
    String name = bounded(fields, "name", NAME);
    String password = bounded(fields, "password", Passwords.MOST);
    Submission.check(fields);
    Passwords.Known known =
        tried(call, Passwords.name(name), () -> identity.passwords().byPassword(name, password));
    Sessions.Opened opened = identity.sessions().open(known.actor(), known.initial());
    answer(call, 201, opened);
  }

  private static String bounded(Fields fields, String field, int most) {
    String text = fields.text(field);
    if (text.length() > most) {
      fields.fault(field, "TEXT_TOO_LONG", "At most " + most + " characters are read.");
    }
    return text;
  }

  /// Who it is, if the world knows the actor; every wrong try is counted.
  private Passwords.Known tried(
      Call call, String account, Supplier<Optional<Passwords.Known>> look) {
    String address = Cookies.address(call.context());
    Duration wait = identity.attempts().wait(account, address);
    if (wait.isPositive()) {
      throw new Problem.Halt(
          Problem.after(
              429, "TOO_MANY_TRIES", "Too many wrong tries; wait.", wait.toSeconds() + 1));
    }
    Optional<Passwords.Known> known =
        look.get().filter(k -> call.world().authorities().find(k.actor()).isPresent());
    if (known.isEmpty()) {
      identity.attempts().wrong(account, address);
      throw new Problem.Halt(Problem.of(401, "WRONG_CREDENTIALS", "Name and password do not fit."));
    }
    identity.attempts().right(account);
    return known.get();
  }

  private void answer(Call call, int status, Sessions.Opened opened) {
    Cookies.set(call.context(), opened.secret());
    Sessions.Session session = opened.session();
    Actor actor = call.world().authorities().find(session.actor()).orElseThrow();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("actor", actor.key().toString());
    json.put("label", actor.label()).put("role", actor.role().name());
    json.put("passwordInitial", session.initial());
    json.put("endsAt", session.begun().plus(Sessions.LONGEST).toString());
    json.put("idleSeconds", Sessions.IDLE.toSeconds());
    call.answer(status, json);
  }

  void signOut(Call call) {
    identity.sessions().end(call.signedIn().id());
    Cookies.clear(call.context());
    call.answer(200, JsonNodeFactory.instance.objectNode().put("signedOut", true));
  }

  /// The next officer sits down at the desk: badge and PIN, in one request.
  void takeOver(Call call) {
    Sessions.Session desk = call.signedIn();
    Fields fields = Fields.of(Submission.body(call, settings));
    String badge = bounded(fields, "badge", 12);
    String pin = bounded(fields, "pin", 8);
    Submission.check(fields);
    Passwords.Known known =
        tried(call, "badge " + badge, () -> identity.passwords().byBadge(badge, pin));
    Sessions.Opened opened =
        identity.sessions().takeOver(desk.id(), known.actor(), false).orElseThrow(call::nobody);
    answer(call, 200, opened);
  }

  /// One's own choice. Every other session of the person ends.
  void changePassword(Call call) {
    Sessions.Session session = call.signedIn();
    Fields fields = Fields.of(Submission.body(call, settings));
    String old = bounded(fields, "old", Passwords.MOST);
    String chosen = bounded(fields, "new", Passwords.MOST);
    if (fields.has("new") && (chosen.length() < Passwords.LEAST || chosen.equals(old))) {
      fields.fault(
          "new", "PASSWORD_WEAK", "At least " + Passwords.LEAST + " characters, and not the old.");
    }
    Submission.check(fields);
    String account = "change " + session.actor();
    tried(
        call,
        account,
        () ->
            identity.passwords().change(session.actor(), old, chosen)
                ? Optional.of(new Passwords.Known(session.actor(), false))
                : Optional.empty());
    identity.sessions().chosen(session.id());
    identity.sessions().endOthers(session.actor(), session.id());
    call.answer(200, JsonNodeFactory.instance.objectNode().put("changed", true));
  }

  /// One's own badge and PIN, which nobody else has seen.
  void setBadge(Call call) {
    Sessions.Session session = call.signedIn();
    Fields fields = Fields.of(Submission.body(call, settings));
    String badge = bounded(fields, "badge", 12);
    String pin = bounded(fields, "pin", 8);
    if (fields.has("badge") && !badge.matches("[0-9]{3,12}")) {
      fields.fault("badge", "BADGE_FORMAT", "A badge number has 3 to 12 digits.");
    }
    if (fields.has("pin") && !Passwords.isPin(badge, pin)) {
      fields.fault("pin", "PIN_WEAK", "Six to eight digits that nobody guesses first.");
    }
    Submission.check(fields);
    if (!identity.passwords().badge(session.actor(), badge, pin)) {
      throw new Problem.Halt(Problem.of(409, "BADGE_IN_USE", "Somebody else has this badge."));
    }
    call.answer(200, JsonNodeFactory.instance.objectNode().put("changed", true));
  }
}
