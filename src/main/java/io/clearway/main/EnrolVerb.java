package io.clearway.main;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.identity.Passwords;
import io.clearway.live.LiveGate;
import io.clearway.world.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `enrol`: somebody new who signs in on the page. Talks to the running instance when there is one,
/// else opens the data folder.
final class EnrolVerb {

  private static final int NAME = 80;

  private EnrolVerb() {}

  /// @param name by which the person signs in
  private record Person(UUID key, Role role, String name, String label, Scope scope) {

    static Person of(Arguments arguments) {
      Role role = AskVerbs.role(arguments.get("role"));
      String name = Passwords.name(arguments.get("name"));
      if (name.isEmpty() || name.length() > NAME) {
        throw new Arguments.WrongUse("--name has 1 to " + NAME + " characters");
      }
      Optional<String> company = arguments.find("company").map(text -> text.replace("-", ""));
      Scope scope =
          new Scope(codes(arguments, "gates"), company, List.of(), codes(arguments, "yards"));
      return new Person(UUID.randomUUID(), role, name, AskVerbs.label(arguments, role), scope);
    }

    private static List<String> codes(Arguments arguments, String flag) {
      return arguments.find(flag).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    ObjectNode json() {
      ObjectNode json = JsonMapper.shared().createObjectNode().put("id", key.toString());
      json.put("role", role.name()).put("label", label).put("name", name);
      scope.gates().forEach(json.putArray("gates")::add);
      scope.company().ifPresent(company -> json.put("company", company));
      scope.yards().forEach(json.putArray("yards")::add);
      return json;
    }
  }

  static int run(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    Person person = Person.of(arguments);
    Optional<Running> running = Running.find(arguments.dataFolder());
    String password =
        running.isPresent()
            ? asked(running.get(), Hand.site(arguments).complex(), person)
            : atRest(arguments, person);
    ObjectNode told = JsonMapper.shared().createObjectNode();
    told.put("role", person.role().name()).put("label", person.label());
    out.println(told.put("name", person.name()).put("password", password));
    return 0;
  }

  private static String asked(Running running, String complex, Person person)
      throws IOException, InterruptedException {
    try (Ask ask = new Ask(running.url(), complex, running.operatorToken())) {
      Ask.Reply reply = ask.post("/actors", person.key(), person.json().toString());
      if (!reply.good()) {
        throw new Arguments.WrongUse(reply.sentence());
      }
      return reply.body().path("password").asString();
    }
  }

  private static String atRest(Arguments arguments, Person person)
      throws IOException, InterruptedException, SQLException {
    try (Installation installation = Installation.open(arguments);
        LiveGate gate = installation.gate(Hand.site(arguments).complex())) {
      Passwords passwords = new Passwords(installation.folder());
      if (passwords.taken(person.name(), person.key())) {
        throw new Arguments.WrongUse("somebody else signs in by this name");
      }
      Hand hand = new Hand(gate).awaitReady();
      hand.adopt(Hand.site(arguments));
      hand.order(
          new Command.OfAuthority(
              new AuthorityCommand.EnrolActor(
                  person.key(), person.role(), person.label(), person.scope())));
      return passwords.renew(person.key(), person.name());
    }
  }
}
