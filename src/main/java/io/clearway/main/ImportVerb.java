package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.journal.Digest;
import io.clearway.kernel.Violation;
import io.clearway.link.json.AsTyped;
import io.clearway.link.json.JsonText;
import io.clearway.link.json.RegistrationReader;
import io.clearway.live.Answer;
import io.clearway.live.LiveGate;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Site;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `import`: registers a file of declarations, and says of each what came of it.
final class ImportVerb {

  private ImportVerb() {}

  /// What came of a row: no violation means accepted.
  private interface Sink {
    /// @throws IOException when nobody knows what came of it
    List<Violation> register(UUID id, byte[] row, JsonNode node)
        throws IOException, InterruptedException;

    /// What would be said against a declaration that cannot be registered anyway, so that all its
    /// faults are named at once.
    List<Violation> check(JsonNode rest) throws IOException, InterruptedException;
  }

  static int run(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("import needs one file");
    }
    Path file = Path.of(arguments.words().getFirst());
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Arguments.WrongUse("the file cannot be read: " + file);
    }
    try (Lot lot = Lot.open(file, arguments.find("format"))) {
      return run(arguments, lot, out);
    }
  }

  private static int run(Arguments arguments, Lot lot, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    Site site = Hand.site(arguments);
    Optional<Running> running = running(arguments);
    if (running.isPresent()) {
      String token =
          arguments.find("token").isPresent()
              ? arguments.get("token")
              : AskVerbs.sameAgain(running.get(), site.complex(), Role.TRADER, "import");
      try (Ask ask = new Ask(running.get().url(), site.complex(), token)) {
        return each(lot, out, new Remote(ask));
      }
    }
    try (Installation installation = Installation.open(arguments);
        LiveGate gate = installation.gate(site.complex())) {
      Hand hand = new Hand(gate).awaitReady();
      hand.adopt(site);
      Actor trader = hand.actor("import", Role.TRADER);
      RegistrationReader reader = new RegistrationReader(installation.pseudonyms()::of, gate::now);
      return each(lot, out, new Direct(hand, trader, reader));
    }
  }

  private static Optional<Running> running(Arguments arguments) throws IOException {
    if (arguments.find("url").isPresent()) {
      return Optional.of(new Running(arguments.get("url"), arguments.get("token")));
    }
    return Running.find(arguments.dataFolder());
  }

  private static int each(Lot lot, PrintStream out, Sink sink)
      throws IOException, InterruptedException {
    long rows = 0;
    long refused = 0;
    for (Optional<Lot.Entry> next = lot.next(); next.isPresent(); next = lot.next()) {
      ObjectNode line =
          switch (next.get()) {
            case Lot.Entry.Declared declared -> register(declared, sink);
            case Lot.Entry.Faulty faulty -> refuse(faulty, sink);
          };
      out.println(line);
      rows++;
      refused += line.path("violations").isEmpty() ? 0 : 1;
    }
    System.err.printf("%d rows, %d accepted, %d refused%n", rows, rows - refused, refused);
    return refused == 0 ? 0 : 1;
  }

  private static ObjectNode register(Lot.Entry.Declared declared, Sink sink)
      throws IOException, InterruptedException {
    List<Violation> violations = new ArrayList<>();
    String declaration = "";
    switch (JsonText.parse(declared.bytes(), Lot.BYTES)) {
      case JsonText.Reading.Broken(String code, String detail) ->
          violations.add(new Violation("", code, "R-2", detail));
      case JsonText.Reading.Parsed(JsonNode node) -> {
        declaration = node.path("declarationId").asString("");
        try {
          UUID id = UUID.nameUUIDFromBytes(declared.bytes());
          violations.addAll(sink.register(id, declared.bytes(), node));
        } catch (IOException unknown) {
          throw new IOException(
              "line %d: %s; run it again, what was accepted is known and not registered twice"
                  .formatted(declared.line(), unknown.getMessage()),
              unknown);
        }
      }
    }
    return Found.line(declared.line(), declaration, Found.in(declared.cells(), violations));
  }

  /// The faults of the cells, and what else would be said against what could be read.
  private static ObjectNode refuse(Lot.Entry.Faulty faulty, Sink sink)
      throws IOException, InterruptedException {
    List<Found> all = new ArrayList<>();
    faulty.faults().forEach(fault -> all.add(Found.of(fault)));
    String declaration = "";
    if (faulty.rest().isPresent()) {
      Lot.Entry.Rest rest = faulty.rest().get();
      declaration = rest.declaration().path("declarationId").asString("");
      Set<String> said = new HashSet<>();
      faulty.faults().forEach(fault -> said.add(fault.violation().path()));
      if (!said.contains("")) {
        List<Violation> more = new ArrayList<>(sink.check(rest.declaration()));
        more.removeIf(violation -> said.contains(violation.path()));
        all.addAll(Found.in(Optional.of(rest.cells()), more));
      }
    }
    return Found.line(faulty.line(), declaration, all);
  }

  /// At an instance that runs.
  private record Remote(Ask ask) implements Sink {

    @Override
    public List<Violation> register(UUID id, byte[] row, JsonNode node)
        throws IOException, InterruptedException {
      if (!(node instanceof ObjectNode object)) {
        return List.of(new Violation("", "WRONG_TYPE", "R-2", "A row is one JSON object."));
      }
      object.put("id", id.toString());
      return said(ask.post("/registrations", id, object.toString()));
    }

    @Override
    public List<Violation> check(JsonNode rest) throws IOException, InterruptedException {
      Ask.Reply reply = ask.post("/checks", UUID.randomUUID(), rest.toString());
      return reply.good() ? listed(reply) : said(reply);
    }
  }

  private static List<Violation> said(Ask.Reply reply) throws IOException {
    if (reply.good()) {
      return List.of();
    }
    if (reply.status() >= 500 || reply.status() == 429) {
      throw new IOException(reply.sentence());
    }
    if (reply.status() == 401 || reply.status() == 403) {
      throw new Arguments.WrongUse(reply.sentence() + " No row was registered with this token.");
    }
    List<Violation> violations = listed(reply);
    if (violations.isEmpty()) {
      violations.add(
          new Violation(
              "",
              reply.body().path("code").asString("HTTP_" + reply.status()),
              reply.body().path("rule").asString(""),
              reply.body().path("detail").asString("")));
    }
    return violations;
  }

  private static List<Violation> listed(Ask.Reply reply) {
    List<Violation> violations = new ArrayList<>();
    for (JsonNode v : reply.body().path("violations")) {
      violations.add(
          new Violation(
              v.path("path").asString(""),
              v.path("code").asString(""),
              v.path("rule").asString(""),
              v.path("message").asString("")));
    }
    return violations;
  }

  /// On the data folder itself, with no instance running.
  private record Direct(Hand hand, Actor trader, RegistrationReader reader) implements Sink {

    @Override
    public List<Violation> register(UUID id, byte[] row, JsonNode node) throws IOException {
      return AsTyped.of(node, registered(id, row, node));
    }

    private List<Violation> registered(UUID id, byte[] row, JsonNode node) throws IOException {
      return switch (reader.read(node)) {
        case RegistrationReader.Reading.Faulty faulty -> faulty.with(rules(faulty.rest()));
        case RegistrationReader.Reading.Read(var form) -> {
          Command command =
              new Command.OfRegistration(
                  new RegistrationCommand.Register(id, Registration.Via.FILE, form));
          Digest digest = Digest.of(row);
          yield violations(hand.send(id, digest, trader.id(), command));
        }
      };
    }

    @Override
    public List<Violation> check(JsonNode rest) {
      List<Violation> faults =
          switch (reader.read(rest)) {
            case RegistrationReader.Reading.Read(var form) -> rules(form);
            case RegistrationReader.Reading.Faulty faulty -> faulty.with(rules(faulty.rest()));
          };
      return AsTyped.of(rest, faults);
    }

    private List<Violation> rules(Registration.Form form) {
      World world = hand.gate().published().world();
      return RegistrationRules.check(world.registrations(), form, world.sites().get());
    }
  }

  private static List<Violation> violations(Answer answer) throws IOException {
    return switch (answer) {
      case Answer.Committed c -> List.of();
      case Answer.Repeated c -> List.of();
      case Answer.Refused(var refusal) ->
          refusal.violations().isEmpty()
              ? List.of(new Violation("", refusal.code(), refusal.rule(), refusal.detail()))
              : refusal.violations();
      case Answer.Denied c -> List.of(new Violation("", "DENIED", "A-1", "Denied."));
      case Answer.IdReused c ->
          List.of(new Violation("", "COMMAND_ID_REUSED", "W-5", "Another row had this id."));
      case Answer.Overloaded c -> throw new IOException("the gate is overloaded");
      case Answer.Unavailable(String why, boolean uncertain) -> throw new IOException(why);
      case Answer.Fault(String correlation) ->
          throw new IOException("a defect of ours, see the log at " + correlation);
    };
  }
}
