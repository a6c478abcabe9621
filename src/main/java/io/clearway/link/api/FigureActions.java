package io.clearway.link.api;

import io.clearway.journal.Entry;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.print.HoursJson;
import io.clearway.link.print.HoursPage;
import io.clearway.link.print.Language;
import io.clearway.link.print.ProvinceJson;
import io.clearway.link.print.ProvincePage;
import io.clearway.link.print.TableFiles;
import io.clearway.report.Hours;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Version;
import io.clearway.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Reports for the province: its daily layout under numbered versions, and where the hours go. One
/// is made at a time.
final class FigureActions {

  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "html");

  /// So many numbers of one day are listed, the last ones.
  private static final int LISTED = 30;

  static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Sources sources;
  private final ReentrantLock reporting = new ReentrantLock();

  FigureActions(Sources sources) {
    this.sources = sources;
  }

  /// In which form an answer is wanted.
  private record Form(String format, Language language) {}

  void province(Call call) {
    Asked asked = call.asked();
    LocalDate day = asked.day("day");
    boolean earlier = call.query("asOfSeq").isPresent();
    boolean numbered = call.query("version").isPresent();
    long asOf = asked.number("asOfSeq", call.seen().seq(), 0, call.seen().seq());
    int version = (int) asked.number("version", 1, 1, 1_000_000);
    asked.notWith("version", earlier, "A version has its own entry.");
    Form form = form(asked, FORMATS);
    asked.close();
    Version answer;
    reporting.lock();
    try {
      answer = numbered ? given(call, day, version) : made(call, day, asOf, earlier);
    } finally {
      reporting.unlock();
    }
    write(call, answer, form);
  }

  private static Form form(Asked asked, List<String> formats) {
    String format = asked.choice("format", formats);
    return new Form(format, Language.of(asked.choice("lang", Language.tags())));
  }

  private Version made(Call call, LocalDate day, long asOf, boolean earlier) {
    Site site = call.site();
    Instant at =
        earlier
            ? sources.gate().entry(asOf).map(Entry::at).orElse(Instant.EPOCH)
            : sources.gate().now();
    var question = new ProvinceReport.Question(day, site.zone(), asOf, at);
    ProvinceReport report =
        ProvinceReport.of(sources.journal().apply(ProvinceReport.Question.booksOf(day)), question);
    return earlier
        ? Version.unnumbered(report)
        : Version.issue(sources.versions(), site.complex(), report);
  }

  private Version given(Call call, LocalDate day, int number) {
    Site site = call.site();
    return Version.find(
            sources.versions(), new Version.Series(site.complex(), day, site.zone()), number)
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  /// What was given out for a day. Looking gives no number and waits for nobody who makes one.
  void versions(Call call) {
    Asked asked = call.asked();
    LocalDate day = asked.day("day");
    asked.close();
    Site site = call.site();
    Version.Series series = new Version.Series(site.complex(), day, site.zone());
    List<Version> latest = Version.latest(sources.versions(), series, LISTED);
    call.answer(200, ProvinceJson.list(series, latest));
  }

  private static void write(Call call, Version version, Form form) {
    Site site = call.site();
    String name = "province-" + version.report().day();
    name += version.number().map(number -> "-v" + number).orElse("");
    switch (form.format()) {
      case "csv" ->
          file(
              call,
              "text/csv; charset=utf-8",
              name + ".csv",
              TableFiles.csv(version, site.lines(), form.language()));
      case "xlsx" ->
          file(
              call, SHEET, name + ".xlsx", TableFiles.xlsx(version, site.lines(), form.language()));
      case "html" -> page(call, ProvincePage.of(version, site, form.language()));
      default -> call.answer(200, ProvinceJson.of(version));
    }
  }

  static void file(Call call, String type, String name, byte[] bytes) {
    call.context().status(200).contentType(type);
    call.context().header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    call.context().result(bytes);
  }

  static void page(Call call, String html) {
    call.context().status(200).contentType("text/html; charset=utf-8");
    call.context().result(html.getBytes(StandardCharsets.UTF_8));
  }

  void hours(Call call) {
    Asked asked = call.asked();
    LocalDate day = asked.day("day");
    long asOf = asked.number("asOfSeq", call.seen().seq(), 0, call.seen().seq());
    Form form = form(asked, List.of("json", "html"));
    asked.close();
    Hours hours;
    reporting.lock();
    try {
      hours = Hours.of(sources.journal().apply(day), day, call.site().zone(), asOf);
    } finally {
      reporting.unlock();
    }
    if (form.format().equals("html")) {
      page(call, HoursPage.of(hours, call.site(), form.language()));
    } else {
      call.answer(200, HoursJson.of(hours));
    }
  }
}
