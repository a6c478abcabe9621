package io.clearway.main;

import io.clearway.link.json.ReportJson;
import io.clearway.link.print.HoursJson;
import io.clearway.link.print.HoursPage;
import io.clearway.link.print.Language;
import io.clearway.link.print.ProvinceJson;
import io.clearway.link.print.ProvincePage;
import io.clearway.link.print.TableFiles;
import io.clearway.live.JournalPages;
import io.clearway.live.LiveGate;
import io.clearway.report.DailyReport;
import io.clearway.report.Hours;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Version;
import io.clearway.report.VersionTable;
import io.clearway.site.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// `report`: the province's daily report, where the hours go, or the plain daily count. Asks the
/// running instance when there is one, else opens the data folder.
final class ReportVerb {

  private ReportVerb() {}

  /// What was asked for, checked before anything is opened.
  private record Wish(
      What what, Optional<LocalDate> day, String format, Language language, Optional<Path> to) {

    enum What {
      DAILY,
      PROVINCE,
      HOURS
    }

    static Wish of(Arguments arguments) {
      What what = what(arguments);
      List<String> formats =
          switch (what) {
            case DAILY -> List.of("json");
            case PROVINCE -> List.of("json", "csv", "xlsx", "html");
            case HOURS -> List.of("json", "html");
          };
      String format = word(arguments, "format", formats);
      Optional<Path> to = arguments.find("out").map(Path::of);
      if (format.equals("xlsx") && to.isEmpty()) {
        throw new Arguments.WrongUse("a workbook needs --out FILE");
      }
      if (arguments.find("day").isPresent() && arguments.find("date").isPresent()) {
        throw new Arguments.WrongUse("--day and --date say the same; give one");
      }
      return new Wish(
          what,
          arguments
              .find("day")
              .map(day -> date("day", day))
              .or(() -> arguments.find("date").map(day -> date("date", day))),
          format,
          Language.of(word(arguments, "lang", Language.tags())),
          to);
    }

    private static What what(Arguments arguments) {
      boolean hours = arguments.find("hours").isPresent();
      if (arguments.words().equals(List.of("daily")) && !hours) {
        return What.DAILY;
      }
      if (!arguments.words().isEmpty()) {
        throw new Arguments.WrongUse("report takes the word daily, or none");
      }
      return hours ? What.HOURS : What.PROVINCE;
    }

    /// Where the running instance has it.
    String path() {
      String query = "?lang=" + language.tag() + "&format=" + format;
      return switch (what) {
        case DAILY -> "/reports/daily" + day.map(d -> "?date=" + d).orElse("");
        case PROVINCE -> "/reports/province" + query + day.map(d -> "&day=" + d).orElse("");
        case HOURS -> "/reports/hours" + query + day.map(d -> "&day=" + d).orElse("");
      };
    }
  }

  private static String word(Arguments arguments, String flag, List<String> words) {
    String word = arguments.find(flag).orElse(words.getFirst());
    if (!words.contains(word)) {
      throw new Arguments.WrongUse("--" + flag + " must be one of " + String.join(", ", words));
    }
    return word;
  }

  private static LocalDate date(String flag, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      throw new Arguments.WrongUse("--" + flag + " must be a day, as 2026-01-15");
    }
  }

  static int run(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    Wish wish = Wish.of(arguments);
    Site site = Hand.site(arguments);
    Optional<Running> running = Running.find(arguments.dataFolder());
    if (running.isPresent()) {
      try (Ask ask = new Ask(running.get().url(), site.complex(), running.get().operatorToken())) {
        write(wish, ask.bytes(wish.path()), out);
        return 0;
      }
    }
    try (Installation installation = Installation.existing(arguments);
        LiveGate gate = installation.gate(site.complex())) {
      new Hand(gate).awaitReady();
      write(wish, made(wish, site, gate, new VersionTable(installation.database())), out);
      return 0;
    }
  }

  private static void write(Wish wish, byte[] bytes, PrintStream out) throws IOException {
    if (wish.to().isPresent()) {
      Files.write(wish.to().get(), bytes);
      return;
    }
    out.write(bytes);
    out.println();
  }

  private static byte[] made(Wish wish, Site site, LiveGate gate, Version.Store store) {
    long seq = gate.published().seq();
    LocalDate day =
        wish.day().orElseGet(() -> LocalDate.ofInstant(gate.published().at(), site.zone()));
    return switch (wish.what()) {
      case DAILY ->
          utf8(
              ReportJson.of(DailyReport.of(JournalPages.since(gate, day), day, site.zone(), seq))
                  .toString());
      case PROVINCE -> {
        var question = new ProvinceReport.Question(day, site.zone(), seq, gate.now());
        LocalDate books = ProvinceReport.Question.booksOf(day);
        var report = ProvinceReport.of(JournalPages.since(gate, books), question);
        yield province(wish, site, Version.issue(store, site.complex(), report));
      }
      case HOURS -> {
        Hours hours = Hours.of(JournalPages.since(gate, day), day, site.zone(), seq);
        yield utf8(
            wish.format().equals("html")
                ? HoursPage.of(hours, site, wish.language())
                : HoursJson.of(hours).toString());
      }
    };
  }

  private static byte[] province(Wish wish, Site site, Version version) {
    return switch (wish.format()) {
      case "csv" -> TableFiles.csv(version, site.lines(), wish.language());
      case "xlsx" -> TableFiles.xlsx(version, site.lines(), wish.language());
      case "html" -> utf8(ProvincePage.of(version, site, wish.language()));
      default -> utf8(ProvinceJson.of(version).toString());
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
