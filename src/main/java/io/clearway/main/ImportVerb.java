package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.journal.Digest;
import io.clearway.kernel.Violation;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `import`: registers a file, one declaration a line, and says of each line what came of it.
final class ImportVerb {

  private static final int ROW_BYTES = 256 * 1024;

  private ImportVerb() {}

  /// What came of a row: no violation means accepted.
  private interface Sink {
    /// @throws IOException when nobody knows what came of it
    List<Violation> register(UUID id, byte[] row, JsonNode node)
        throws IOException, InterruptedException;
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
    Site site = Hand.site(arguments);
    Optional<Running> running = running(arguments);
    if (running.isPresent()) {
      String token =
          arguments.find("token").isPresent()
              ? arguments.get("token")
              : AskVerbs.sameAgain(running.get(), site.complex(), Role.TRADER, "import");
      try (Ask ask = new Ask(running.get().url(), site.complex(), token)) {
        return each(file, out, (id, row, node) -> over(ask, id, node));
      }
    }
    try (Installation installation = Installation.open(arguments);
        LiveGate gate = installation.gate(site.complex())) {
      Hand hand = new Hand(gate).awaitReady();
      hand.adopt(site);
      Actor trader = hand.actor("import", Role.TRADER);
      RegistrationReader reader = new RegistrationReader(installation.pseudonyms()::of, gate::now);
      return each(file, out, new Direct(hand, trader, reader));
    }
  }

  private static Optional<Running> running(Arguments arguments) throws IOException {
    if (arguments.find("url").isPresent()) {
      return Optional.of(new Running(arguments.get("url"), arguments.get("token")));
    }
    return Running.find(arguments.dataFolder());
  }

  private static int each(Path file, PrintStream out, Sink sink)
      throws IOException, InterruptedException {
    long number = 0;
    long rows = 0;
    long refused = 0;
    try (Lines lines = new Lines(file, ROW_BYTES)) {
      for (Optional<byte[]> next = lines.next(); next.isPresent(); next = lines.next()) {
        number++;
        byte[] bytes = next.get();
        if (isBlank(bytes)) {
          continue;
        }
        rows++;
        List<Violation> violations = new ArrayList<>();
        String declaration = "";
        switch (JsonText.parse(bytes, ROW_BYTES)) {
          case JsonText.Reading.Broken(String code, String detail) ->
              violations.add(new Violation("", code, "R-2", detail));
          case JsonText.Reading.Parsed(JsonNode node) -> {
            declaration = node.path("declarationId").asString("");
            try {
              violations.addAll(sink.register(UUID.nameUUIDFromBytes(bytes), bytes, node));
            } catch (IOException unknown) {
              throw new IOException(
                  "line %d: %s; run it again, what was accepted is known and not registered twice"
                      .formatted(number, unknown.getMessage()),
                  unknown);
            }
          }
        }
        out.println(line(number, declaration, violations));
        refused += violations.isEmpty() ? 0 : 1;
      }
    }
    System.err.printf("%d rows, %d accepted, %d refused%n", rows, rows - refused, refused);
    return refused == 0 ? 0 : 1;
  }

  private static boolean isBlank(byte[] row) {
    for (byte b : row) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static ObjectNode line(long number, String declaration, List<Violation> violations) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("line", number).put("declarationId", declaration);
    line.put("status", violations.isEmpty() ? "accepted" : "refused");
    ArrayNode array = line.putArray("violations");
    for (Violation violation : violations) {
      array
          .addObject()
          .put("path", violation.path())
          .put("code", violation.code())
          .put("rule", violation.rule())
          .put("message", violation.message());
    }
    return line;
  }

  private static List<Violation> over(Ask ask, UUID id, JsonNode node)
      throws IOException, InterruptedException {
    if (!(node instanceof ObjectNode object)) {
      return List.of(new Violation("", "WRONG_TYPE", "R-2", "A row is one JSON object."));
    }
    object.put("id", id.toString());
    Ask.Reply reply = ask.post("/registrations", id, object.toString());
    if (reply.good()) {
      return List.of();
    }
    if (reply.status() >= 500 || reply.status() == 429) {
      throw new IOException(reply.sentence());
    }
    if (reply.status() == 401 || reply.status() == 403) {
      throw new Arguments.WrongUse(reply.sentence() + " No row was registered with this token.");
    }
    List<Violation> violations = new ArrayList<>();
    for (JsonNode v : reply.body().path("violations")) {
      violations.add(
          new Violation(
              v.path("path").asString(""),
              v.path("code").asString(""),
              v.path("rule").asString(""),
              v.path("message").asString("")));
    }
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

  /// On the data folder itself, with no instance running.
  private record Direct(Hand hand, Actor trader, RegistrationReader reader) implements Sink {

    @Override
    public List<Violation> register(UUID id, byte[] row, JsonNode node) throws IOException {
      return switch (reader.read(node)) {
        case RegistrationReader.Reading.Faulty faulty ->
            faulty.with(rules(hand.gate().published().world(), faulty.rest()));
        case RegistrationReader.Reading.Read(var form) -> {
          Command command =
              new Command.OfRegistration(
                  new RegistrationCommand.Register(id, Registration.Via.FILE, form));
          Digest digest = Digest.of(row);
          yield violations(hand.send(id, digest, trader.id(), command));
        }
      };
    }
  }

  private static List<Violation> rules(World world, Registration.Form form) {
    return RegistrationRules.check(world.registrations(), form, world.sites().get());
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
