package io.clearway.link.api;

import io.clearway.kernel.Violation;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import io.clearway.link.print.Language;
import io.clearway.link.print.StatisticsFiles;
import io.clearway.link.print.StatisticsJson;
import io.clearway.link.print.YearPage;
import io.clearway.link.print.YearReport;
import io.clearway.registration.Registration;
import io.clearway.statistics.Answer;
import io.clearway.statistics.GoodsClass;
import io.clearway.statistics.Period;
import io.clearway.statistics.Question;
import io.clearway.statistics.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Statistics, and the official totals that an operator brings.
final class StatisticsActions {

  private static final List<String> FORMATS = List.of("json", "csv", "xlsx");
  private static final int LINES = 20_000;
  private static final int FIRST_YEAR = 2_000;
  private static final int LAST_YEAR = 2_200;

  private final Sources sources;
  private final Settings settings;

  StatisticsActions(Sources sources, Settings settings) {
    this.sources = sources;
    this.settings = settings;
  }

  void ask(Call call) {
    Asked asked = call.asked();
    LocalDate today = LocalDate.ofInstant(call.seen().at(), call.site().zone());
    Period period =
        asked
            .read(
                "period", Period::of, "A period is expected, as 2026, 2026-11 or 2026-01/2026-11.")
            .orElseGet(() -> Period.of(Integer.toString(today.getYear())).orElseThrow());
    Question question =
        new Question(
            period,
            asked.oneOf("step", Question.Step.class).orElse(Question.Step.MONTH),
            asked.oneOf("by", Question.By.class).orElse(Question.By.NOTHING),
            filter(asked),
            call.site().zone());
    asked.fits("period", question.beginsWhole(), "It begins where its first step begins.");
    asked.fits(
        "period",
        question.bounded(),
        "At most " + Question.YEARS + " years of months, or " + Question.DAYS + " days.");
    String format = asked.choice("format", FORMATS);
    Language language = Language.of(asked.choice("lang", Language.tags()));
    asked.close();
    Answer answer = sources.statistics().ask(question);
    if (answer.lines().size() > LINES) {
      throw Call.bad("step", "TOO_MUCH", "At most " + LINES + " lines are told; ask for less.");
    }
    write(call, answer, format, language);
  }

  private static void write(Call call, Answer answer, String format, Language language) {
    String name = "statistics-" + answer.question().period().toString().replace('/', '-');
    switch (format) {
      case "csv" ->
          FigureActions.file(
              call,
              "text/csv; charset=utf-8",
              name + ".csv",
              StatisticsFiles.csv(answer, language));
      case "xlsx" ->
          FigureActions.file(
              call, FigureActions.SHEET, name + ".xlsx", StatisticsFiles.xlsx(answer, language));
      default -> call.answer(200, StatisticsJson.of(answer));
    }
  }

  private static Question.Filter filter(Asked asked) {
    return new Question.Filter(
        asked.gate(),
        asked.direction(),
        asked.oneOf("regime", Registration.Regime.class),
        asked.oneOf("trade", Question.Trade.class),
        asked.oneOf("class", GoodsClass.class),
        asked.read(
            "commodity",
            text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9_-]{1,40}")),
            "The code of a commodity is expected."),
        asked.read(
            "hs",
            text -> Optional.of(text).filter(t -> t.matches("[0-9]{2}([0-9]{2})?")),
            "Two digits of a chapter or four of a heading are expected."));
  }

  /// The page of a year.
  void year(Call call) {
    Asked asked = call.asked();
    LocalDate today = LocalDate.ofInstant(call.seen().at(), call.site().zone());
    int year = (int) asked.number("year", today.getYear(), FIRST_YEAR, LAST_YEAR);
    Language language = Language.of(asked.choice("lang", Language.tags()));
    asked.close();
    YearReport report = YearReport.of(sources.statistics(), year, call.site().zone());
    FigureActions.page(call, YearPage.of(report, call.site(), language));
  }

  void totals(Call call) {
    call.answer(200, StatisticsJson.of(sources.statistics().totals()));
  }

  /// Nothing of a sheet with a fault is taken.
  void bring(Call call) {
    Fields fields = Fields.of(Submission.body(call, settings));
    String name = fields.text("name");
    JsonNode lines = fields.any("lines");
    Submission.check(fields);
    List<Map<String, String>> all = new ArrayList<>();
    for (JsonNode element : lines) {
      all.add(line(element));
    }
    List<Violation> faults = Sheet.of(all).faults();
    if (!faults.isEmpty()) {
      throw new Problem.Halt(Problem.input(faults));
    }
    int number = sources.statistics().bring(name, all, call.actor().id(), sources.gate().now());
    call.answer(
        200, JsonNodeFactory.instance.objectNode().put("number", number).put("lines", all.size()));
  }

  private static Map<String, String> line(JsonNode element) {
    Map<String, String> line = new TreeMap<>();
    element
        .properties()
        .forEach(field ->
            line.put(
                field.getKey(),
                field.getValue().isNumber()
                    ? field.getValue().decimalValue().toPlainString()
                    : field.getValue().asString("")));
    return line;
  }
}
