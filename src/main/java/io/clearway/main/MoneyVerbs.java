package io.clearway.main;

import io.clearway.authority.Role;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.FeeEvent;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Violation;
import io.clearway.link.payment.BankFile;
import io.clearway.link.payment.TariffFile;
import io.clearway.link.site.SiteReader.Mistake;
import io.clearway.live.Answer;
import io.clearway.live.LiveGate;
import io.clearway.site.Site;
import io.clearway.world.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `reconcile`: holds the bank's file of a day against the books; the same file again changes
/// nothing. `tariff`: what a tariff file would mean, and putting it in force. Both by the running
/// instance when there is one.
final class MoneyVerbs {

  private static final Pattern PATH = Pattern.compile("file\\[([0-9]+)\\](?:\\.(.+))?");
  private static final String LABEL = "reconcile";

  private MoneyVerbs() {}

  static int reconcile(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("reconcile needs one file");
    }
    String text = text(Path.of(arguments.words().getFirst()));
    Site site = Hand.site(arguments);
    BankFile file = BankFile.read(text);
    if (!file.mistakes().isEmpty()) {
      file.mistakes().forEach(mistake -> out.println(said(mistake)));
      return 1;
    }
    LocalDate day =
        arguments
            .find("day")
            .map(AskVerbs::date)
            .or(() -> file.day(site.zone()))
            .orElseThrow(
                () -> new Arguments.WrongUse("its lines are not of one day: say which with --day"));
    Optional<Running> running = Running.find(arguments.dataFolder());
    out.println(
        running.isPresent()
            ? askedToReconcile(running.get(), site, day, text)
            : reconciled(arguments, site, file.command(day.toString())));
    return 0;
  }

  private static String text(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Arguments.WrongUse("the file cannot be read: " + file);
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException other) {
      throw new Arguments.WrongUse("the file is no text in UTF-8: " + file);
    }
  }

  /// `{"line":7,"field":"amount",...}`.
  private static ObjectNode said(Violation mistake) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    Matcher path = PATH.matcher(mistake.path());
    if (path.matches()) {
      line.put("line", Integer.parseInt(path.group(1)));
      Optional.ofNullable(path.group(2)).ifPresent(field -> line.put("field", field));
    }
    return line.put("code", mistake.code())
        .put("rule", mistake.rule())
        .put("message", mistake.message());
  }

  private static ObjectNode askedToReconcile(Running running, Site site, LocalDate day, String text)
      throws IOException, InterruptedException {
    String token = AskVerbs.sameAgain(running, site.complex(), Role.MANAGEMENT_BOARD, LABEL);
    try (Ask ask = new Ask(running.url(), site.complex(), token)) {
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.put("day", day.toString()).put("file", text);
      Ask.Reply reply = good(ask.post("/bank-files", UUID.randomUUID(), body.toString()));
      boolean again = reply.body().path("events").isEmpty();
      for (JsonNode one : good(ask.get("/cashier")).body().path("days")) {
        if (one.path("day").asString("").equals(day.toString())) {
          return line(
                  day.toString(),
                  one.path("lines").asInt(0),
                  one.path("matched").asInt(0),
                  one.path("amount").asLong(0),
                  one.path("doubts").asInt(0))
              .put("again", again);
        }
      }
      throw new IllegalStateException("no day " + day + " in the books");
    }
  }

  private static Ask.Reply good(Ask.Reply reply) {
    if (!reply.good()) {
      throw new Arguments.WrongUse(reply.sentence());
    }
    return reply;
  }

  private static ObjectNode reconciled(Arguments arguments, Site site, FeeCommand.Reconcile order)
      throws IOException, SQLException, InterruptedException {
    try (Installation installation = Installation.existing(arguments);
        LiveGate gate = installation.gate(site.complex())) {
      Hand hand = new Hand(gate).awaitReady();
      long officer = hand.actor(LABEL, Role.MANAGEMENT_BOARD).id();
      return switch (hand.send(officer, new Command.OfFee(order))) {
        case Answer.Committed(var entry) ->
            day(gate, order.day()).put("again", entry.events().isEmpty());
        case Answer.Repeated c -> day(gate, order.day()).put("again", true);
        case Answer.Refused(var refusal) ->
            throw new Arguments.WrongUse(refusal.code() + ": " + refusal.detail());
        case Answer.Denied c -> throw new Arguments.WrongUse("denied");
        case Answer.IdReused c -> throw new IllegalStateException("a new id was used before");
        case Answer.Overloaded c -> throw new IOException("the gate is overloaded");
        case Answer.Unavailable(String why, boolean uncertain) -> throw new IOException(why);
        case Answer.Fault(String correlation) ->
            throw new IOException("a defect of ours, see the log at " + correlation);
      };
    }
  }

  private static ObjectNode day(LiveGate gate, String day) {
    FeeEvent.DayReconciled one =
        gate.published().world().fees().days().stream()
            .filter(held -> held.day().equals(day))
            .findFirst()
            .orElseThrow();
    return line(one.day(), one.lines(), one.matched().size(), one.moved().dong(), one.doubts());
  }

  private static ObjectNode line(String day, int lines, int matched, long amount, int doubts) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("day", day).put("lines", lines).put("matched", matched);
    return line.put("amount", amount).put("doubts", doubts);
  }

  static int tariff(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("tariff needs one file, or the name of one that ships");
    }
    Site site = Hand.site(arguments);
    byte[] file = Hand.bytes("tariffs", arguments.words().getFirst());
    List<Mistake> mistakes = TariffFile.mistakes(file, site);
    if (!mistakes.isEmpty()) {
      mistakes.forEach(mistake -> out.println(said(mistake)));
      return 1;
    }
    boolean check = arguments.find("check").isPresent();
    Optional<Running> running = Running.find(arguments.dataFolder());
    out.println(
        running.isPresent()
            ? askedToAdopt(running.get(), site, file, check)
            : adopted(arguments, site, TariffFile.tariff(file, site), check));
    return 0;
  }

  private static ObjectNode said(Mistake mistake) {
    ObjectNode line = JsonMapper.shared().createObjectNode().put("line", mistake.line());
    line.put("field", mistake.violation().path()).put("code", mistake.violation().code());
    return line.put("message", mistake.violation().message());
  }

  /// In the name of the local operator.
  private static JsonNode askedToAdopt(Running running, Site site, byte[] file, boolean check)
      throws IOException, InterruptedException {
    try (Ask ask = new Ask(running.url(), site.complex(), running.operatorToken())) {
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.put("file", new String(file, StandardCharsets.UTF_8));
      Ask.Reply preview = ask.post("/tariff-previews", UUID.randomUUID(), body.toString());
      if (!preview.good()) {
        throw new Arguments.WrongUse(preview.sentence());
      }
      if (!check) {
        Ask.Reply adopted = ask.post("/tariffs", UUID.randomUUID(), body.toString());
        if (!adopted.good()) {
          throw new Arguments.WrongUse(adopted.sentence());
        }
      }
      return ((ObjectNode) preview.body()).put("adopted", !check);
    }
  }

  private static JsonNode adopted(Arguments arguments, Site site, Tariff tariff, boolean check)
      throws IOException, SQLException, InterruptedException {
    try (Installation installation = Installation.existing(arguments);
        LiveGate gate = installation.gate(site.complex())) {
      Hand hand = new Hand(gate).awaitReady();
      String today = LocalDate.ofInstant(gate.now(), site.zone()).toString();
      ObjectNode preview = TariffFile.preview(tariff, gate.published().world().fees(), today);
      if (!check) {
        hand.adopt(tariff);
      }
      return preview.put("adopted", !check);
    }
  }
}
