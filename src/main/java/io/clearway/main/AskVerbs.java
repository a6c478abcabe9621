package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.identity.Tokens;
import io.clearway.live.LiveGate;
import io.clearway.takeover.Taking;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `token`: talks to the running instance when there is one, else opens the data folder.
final class AskVerbs {

  private AskVerbs() {}

  static int token(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    if (arguments.find("account").isPresent()) {
      return ofAccount(arguments, out);
    }
    Role role = role(arguments.get("role"));
    String label = label(arguments, role);
    Optional<Running> running = Running.find(arguments.dataFolder());
    if (running.isPresent()) {
      out.println(enrol(running.get(), Hand.site(arguments).complex(), role, label));
      return 0;
    }
    try (Installation installation = Installation.open(arguments);
        LiveGate gate = installation.gate(Hand.site(arguments).complex())) {
      Hand hand = new Hand(gate).awaitReady();
      hand.adopt(Hand.site(arguments));
      Actor actor = hand.actor(label + " " + UUID.randomUUID(), role);
      out.println(new Tokens(installation.folder()).issue(actor.key()));
      return 0;
    }
  }

  /// Of an account that is there already.
  private static int ofAccount(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    UUID key = Taking.account(arguments.get("account"));
    try (Installation installation = Installation.existing(arguments);
        LiveGate gate = installation.gate(Hand.site(arguments).complex())) {
      new Hand(gate).awaitReady();
      if (gate.published().world().authorities().find(key).isEmpty()) {
        throw new Arguments.WrongUse("there is no account of this tax code");
      }
      out.println(new Tokens(installation.folder()).issue(key));
      return 0;
    }
  }

  /// Enrols an actor over HTTP and gives its token.
  static String enrol(Running running, String complex, Role role, String label)
      throws IOException, InterruptedException {
    return enrol(running, complex, role, label, UUID.randomUUID());
  }

  /// The actor of that label and role, enrolled when it is new, with a new token.
  static String sameAgain(Running running, String complex, Role role, String label)
      throws IOException, InterruptedException {
    String name = role + " " + label;
    UUID key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return enrol(running, complex, role, label, key);
  }

  /// The command carries the actor's id, so that asking again enrols nobody twice.
  private static String enrol(Running running, String complex, Role role, String label, UUID key)
      throws IOException, InterruptedException {
    try (Ask ask = new Ask(running.url(), complex, running.operatorToken())) {
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.put("id", key.toString()).put("role", role.name()).put("label", label);
      Ask.Reply reply = ask.post("/actors", key, body.toString());
      if (!reply.good()) {
        throw new Arguments.WrongUse(reply.sentence());
      }
      return reply.body().path("token").asString();
    }
  }

  /// What stands in lists; the role where nothing is given.
  static String label(Arguments arguments, Role role) {
    return arguments.find("label").orElse(role.name().toLowerCase(Locale.ROOT));
  }

  static Role role(String word) {
    for (Role role : Role.values()) {
      if (role.name().equals(word) && role != Role.SYSTEM) {
        return role;
      }
    }
    throw new Arguments.WrongUse("there is no role '" + word + "'");
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw new Arguments.WrongUse("--date must be a day, as 2026-01-15");
    }
  }
}
