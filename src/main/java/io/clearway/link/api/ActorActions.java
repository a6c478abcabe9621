package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.identity.Identity;
import io.clearway.identity.Passwords;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.link.json.ScopeJson;
import io.clearway.live.Order;
import io.clearway.world.Command;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What operators do about actors: enrol, give a scope or a password, revoke.
final class ActorActions {

  private static final int LABEL = 80;
  private static final int NAME = 80;

  /// No actor has it, so the rules refuse; a repeated command is known nevertheless.
  private static final long NO_ACTOR = -1;

  private final CommandActions commands;
  private final Sources sources;
  private final Identity identity;

  ActorActions(CommandActions commands, Sources sources) {
    this.commands = commands;
    this.sources = sources;
    this.identity = sources.identity();
  }

  /// What is said of an actor who shall come.
  static AuthorityCommand.EnrolActor enrolment(Fields fields) {
    UUID key = fields.uuid("id");
    Role role = fields.word("role", Role.class);
    String label = fields.text("label");
    if (label.length() > LABEL) {
      fields.fault("label", "TEXT_TOO_LONG", "At most " + LABEL + " characters are read.");
    }
    return new AuthorityCommand.EnrolActor(key, role, label, ScopeJson.read(fields));
  }

  /// A token cannot be shown twice: whoever repeats the command gets another one. Who was enrolled
  /// by two gets none: the person signs in and chooses a password, which nobody else knows.
  void enrol(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    AuthorityCommand.EnrolActor order = enrolment(fields);
    Optional<String> name = name(fields);
    Submission.check(fields);
    free(name, order.key());
    ObjectNode answer = send(call, submission, "enrolActor", order);
    answer.put("actor", order.key().toString());
    if (!order.role().privileged() || !call.world().authorities().twoOperators()) {
      answer.put("token", identity.tokens().issue(order.key()));
    }
    name.ifPresent(given -> password(answer, order.key(), given));
    call.answer(201, answer);
  }

  private static Optional<String> name(Fields fields) {
    Optional<String> name = fields.optionalText("name").map(Passwords::name);
    if (name.filter(text -> text.isEmpty() || text.length() > NAME).isPresent()) {
      fields.fault("name", "NAME_LENGTH", "A name has 1 to " + NAME + " characters.");
    }
    return name;
  }

  private void free(Optional<String> name, UUID actor) {
    if (name.filter(text -> identity.passwords().taken(text, actor)).isPresent()) {
      throw new Problem.Halt(
          Problem.of(409, "NAME_IN_USE", "Somebody else signs in by this name."));
    }
  }

  private void password(ObjectNode answer, UUID actor, String name) {
    answer.put("name", name);
    answer.put("password", identity.passwords().renew(actor, name));
  }

  private ObjectNode send(
      Call call, Submission submission, String operation, AuthorityCommand order) {
    return commands.send(
        call, submission, operation, Order.Lane.PEOPLE, new Command.OfAuthority(order));
  }

  void rescope(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    var order = new AuthorityCommand.RescopeActor(call.id(), ScopeJson.read(fields));
    Submission.check(fields);
    ObjectNode answer = send(call, submission, "rescopeActor", order);
    call.answer(200, answer.put("actor", call.id().toString()));
  }

  /// The password is shown once, and the person must choose another before anything else.
  void renewPassword(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    Optional<String> name = name(fields);
    if (name.isEmpty()) {
      fields.text("name");
    }
    Submission.check(fields);
    free(name, call.id());
    ObjectNode answer =
        send(call, submission, "renewPassword", new AuthorityCommand.RenewSecret(call.id()));
    answer.put("actor", call.id().toString());
    password(answer, call.id(), name.orElseThrow());
    identity.sessions().endOf(call.id());
    call.answer(201, answer);
  }

  /// When this is answered nothing opens the door for that actor any more.
  void revoke(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    long actor = call.world().authorities().find(call.id()).map(Actor::id).orElse(NO_ACTOR);
    ObjectNode answer =
        send(call, submission, "revokeActor", new AuthorityCommand.RevokeActor(actor));
    identity.revoke(call.id());
    call.answer(200, answer.put("actor", call.id().toString()));
  }

  void actors(Call call) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    call.world().authorities().actors().values().stream()
        .sorted(Comparator.comparingLong(Actor::id))
        .forEach(actor -> {
          ObjectNode item = items.addObject().put("id", actor.key().toString());
          item.put("role", actor.role().name()).put("label", actor.label());
          ScopeJson.write(item, actor);
        });
    json.put("twoOperators", sources.gate().published().world().authorities().twoOperators());
    call.answer(200, json);
  }
}
