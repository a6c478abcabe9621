package io.clearway.main;

import io.clearway.live.LiveGate;
import io.clearway.site.Site;
import io.clearway.takeover.Difference;
import io.clearway.takeover.OurSide;
import io.clearway.takeover.TheirSide;
import io.clearway.takeover.Transport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// `difference`: what another platform says of a day, against what is held here. A running instance
/// is asked with the local operator's token, as `report` asks it; else the data folder is opened.
final class DifferenceVerb {

  private static final int PAGE = 1000;

  private DifferenceVerb() {}

  static int run(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("difference needs one file");
    }
    Path file = Path.of(arguments.words().getFirst());
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Arguments.WrongUse("the file cannot be read: " + file);
    }
    Site site = Hand.site(arguments);
    Duration tolerance = tolerance(arguments.find("tolerance").orElse("PT5M"));
    Optional<LocalDate> date = arguments.find("date").map(AskVerbs::date);
    Predicate<Transport> counts = our -> date.isEmpty() || our.concerns(date.get(), site.zone());
    List<Transport> theirs = TheirSide.read(file);
    List<Transport> ours = ours(arguments, site);
    Difference.of(theirs, ours, tolerance, counts).forEach(out::println);
    return 0;
  }

  private static Duration tolerance(String text) {
    try {
      Duration tolerance = Duration.parse(text);
      if (!tolerance.isNegative()) {
        return tolerance;
      }
    } catch (DateTimeParseException none) {
      // the same sentence as for one below nothing
    }
    throw new Arguments.WrongUse("--tolerance must be a duration, as PT5M");
  }

  private static List<Transport> ours(Arguments arguments, Site site)
      throws IOException, InterruptedException, SQLException {
    Optional<Running> running = Running.find(arguments.dataFolder());
    if (running.isPresent()) {
      String token = running.get().operatorToken();
      try (Ask ask = new Ask(running.get().url(), site.complex(), token)) {
        return OurSide.of(registrations(ask), pages(ask, "/crossings?state=all&", "after"));
      }
    }
    try (Installation installation = Installation.existing(arguments);
        LiveGate gate = installation.gate(site.complex())) {
      new Hand(gate).awaitReady();
      return OurSide.of(gate.published().world());
    }
  }

  /// One that was forgotten between the list and the question is not there any more.
  private static List<JsonNode> registrations(Ask ask) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode row : pages(ask, "/registrations?", "before")) {
      Ask.Reply reply = ask.get("/registrations/" + row.path("id").asString());
      if (reply.good()) {
        all.add(reply.body());
      } else if (reply.status() != 404) {
        throw new Arguments.WrongUse(reply.sentence());
      }
    }
    return all;
  }

  private static List<JsonNode> pages(Ask ask, String path, String from)
      throws IOException, InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    String next = "";
    do {
      String more = next.isEmpty() ? "" : "&" + from + "=" + next;
      Ask.Reply reply = ask.get(path + "limit=" + PAGE + more);
      if (!reply.good()) {
        throw new Arguments.WrongUse(reply.sentence());
      }
      reply.body().path("items").forEach(rows::add);
      next = reply.body().path("next").asString("");
    } while (!next.isEmpty());
    return rows;
  }
}
