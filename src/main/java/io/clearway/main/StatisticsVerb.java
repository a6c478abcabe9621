package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.kernel.Violation;
import io.clearway.link.print.Language;
import io.clearway.link.print.YearPage;
import io.clearway.link.print.YearReport;
import io.clearway.link.sheet.Format;
import io.clearway.link.sheet.SheetReader;
import io.clearway.site.Site;
import io.clearway.statistics.Projector;
import io.clearway.statistics.Sheet;
import io.clearway.statistics.StatisticsTables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `statistics`: counts anew from the journal, takes official totals, prints a year.
final class StatisticsVerb {

  private static final String LINES = "lines[";

  private StatisticsVerb() {}

  static int run(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    List<String> words = arguments.words();
    if (words.equals(List.of("rebuild"))) {
      return rebuild(arguments, out);
    } else if (words.size() == 2 && words.getFirst().equals("import")) {
      return bring(arguments, Path.of(words.getLast()), out);
    } else if (words.size() == 2
        && words.getFirst().equals("year")
        && words.getLast().matches("20[0-9]{2}")) {
      return year(arguments, Integer.parseInt(words.getLast()), out);
    }
    throw new Arguments.WrongUse("statistics is followed by rebuild, import FILE, or year YEAR");
  }

  /// Beside a gate that runs too: its own counting goes on from wherever this one stands.
  private static int rebuild(Arguments arguments, PrintStream out)
      throws SQLException, IOException {
    String complex = Hand.site(arguments).complex();
    try (Installation installation = Installation.beside(arguments)) {
      installation.database().migrate();
      long began = System.nanoTime();
      Projector.forget(installation.database(), complex);
      long events;
      try (Projector projector =
          new Projector(installation.database(), complex, installation.codec())) {
        events = projector.catchUp();
      }
      new StatisticsTables(installation.database(), complex).renewTotals();
      double seconds = (System.nanoTime() - began) / 1e9;
      ObjectNode line = JsonMapper.shared().createObjectNode();
      line.put("events", events).put("millis", Math.round(seconds * 1e3));
      out.println(line);
      return 0;
    }
  }

  /// By the running instance when there is one.
  private static int bring(Arguments arguments, Path file, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    Read read = read(file);
    List<Violation> faults = Sheet.of(read.lines()).faults();
    if (!faults.isEmpty()) {
      faults.forEach(fault -> out.println(said(fault, read.numbers())));
      return 1;
    }
    String name = file.getFileName().toString();
    String complex = Hand.site(arguments).complex();
    Optional<Running> running = Running.find(arguments.dataFolder());
    if (running.isPresent()) {
      try (Ask ask = new Ask(running.get().url(), complex, running.get().operatorToken())) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("name", name);
        read.lines().forEach(line -> body.withArray("lines").addPOJO(line));
        Ask.Reply reply = ask.post("/official-totals", UUID.randomUUID(), body.toString());
        if (!reply.good()) {
          throw new Arguments.WrongUse(reply.sentence());
        }
        out.println(reply.body());
        return 0;
      }
    }
    try (Installation installation = Installation.existing(arguments)) {
      installation.database().migrate();
      int number =
          new StatisticsTables(installation.database(), complex)
              .bring(name, read.lines(), Actor.SYSTEM.id(), Instant.now());
      ObjectNode line = JsonMapper.shared().createObjectNode();
      out.println(line.put("number", number).put("lines", read.lines().size()));
      return 0;
    }
  }

  /// @param numbers of the lines in the file
  private record Read(List<Map<String, String>> lines, List<Integer> numbers) {}

  private static Read read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Arguments.WrongUse("the file cannot be read: " + file);
    }
    Optional<Format> format = Format.of(file);
    if (format.isPresent()) {
      return sheet(SheetReader.lines(file, format.get(), Sheet.LINES + 1));
    } else if (file.toString().endsWith(".json")) {
      return json(Files.readString(file, StandardCharsets.UTF_8));
    }
    throw new Arguments.WrongUse("official totals come as .csv, .xlsx or .json");
  }

  private static Read sheet(List<SheetReader.Line> rows) {
    List<Map<String, String>> lines = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<String> head = rows.isEmpty() ? List.of() : rows.getFirst().cells();
    for (SheetReader.Line row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      Map<String, String> line = new LinkedHashMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        String name = i < head.size() ? head.get(i).strip() : "column " + (i + 1);
        if (!name.isEmpty() || !row.cells().get(i).isEmpty()) {
          line.put(name, row.cells().get(i));
        }
      }
      lines.add(line);
      numbers.add(row.number());
    }
    return new Read(lines, numbers);
  }

  /// A list of objects; a line is an element, counted from 1.
  private static Read json(String text) {
    JsonNode all;
    try {
      all = JsonMapper.shared().readTree(text);
    } catch (JacksonException broken) {
      throw new Arguments.WrongUse("this is no JSON: " + broken.getOriginalMessage());
    }
    List<Map<String, String>> lines = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode element : all.isArray() ? all : all.path("lines")) {
      Map<String, String> line = new LinkedHashMap<>();
      element
          .properties()
          .forEach(field -> line.put(field.getKey(), field.getValue().asString("")));
      lines.add(line);
      numbers.add(lines.size());
    }
    return new Read(lines, numbers);
  }

  /// `{"line":7,"field":"unit",...}`.
  private static ObjectNode said(Violation fault, List<Integer> numbers) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    String path = fault.path();
    if (path.startsWith(LINES)) {
      int end = path.indexOf(']');
      line.put("line", numbers.get(Integer.parseInt(path.substring(LINES.length(), end))));
      line.put("field", path.substring(end + 2));
    }
    return line.put("code", fault.code()).put("rule", fault.rule()).put("message", fault.message());
  }

  private static int year(Arguments arguments, int year, PrintStream out)
      throws IOException, InterruptedException {
    String tag = arguments.find("lang").orElse(Language.tags().getFirst());
    if (!Language.tags().contains(tag)) {
      throw new Arguments.WrongUse("--lang must be one of " + String.join(", ", Language.tags()));
    }
    Site site = Hand.site(arguments);
    Optional<Running> running = Running.find(arguments.dataFolder());
    byte[] page;
    if (running.isPresent()) {
      try (Ask ask = new Ask(running.get().url(), site.complex(), running.get().operatorToken())) {
        page = ask.bytes("/statistics/years?year=" + year + "&lang=" + tag);
      }
    } else {
      try (Installation installation = Installation.existing(arguments)) {
        var tables = new StatisticsTables(installation.database(), site.complex());
        YearReport report = YearReport.of(tables, year, site.zone());
        page = YearPage.of(report, site, Language.of(tag)).getBytes(StandardCharsets.UTF_8);
      }
    }
    if (arguments.find("out").isPresent()) {
      Files.write(Path.of(arguments.get("out")), page);
    } else {
      out.write(page);
      out.println();
    }
    return 0;
  }
}
