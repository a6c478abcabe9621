package io.clearway.link.print;

import io.clearway.kernel.Direction;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.statistics.Answer;
import io.clearway.statistics.Answer.Amounts;
import io.clearway.statistics.Answer.Fractions;
import io.clearway.statistics.Answer.Line;
import io.clearway.statistics.Measure;
import io.clearway.statistics.Official;
import io.clearway.statistics.Projector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// A year as a page for A4: what passed, with charts, and the official totals beside it.
public final class YearPage {

  private static final int MONTHS = 12;
  private static final int HEADINGS = 12;
  private static final int SECONDS_AN_HOUR = 3_600;

  /// How many years of official totals are shown.
  private static final int YEARS = 3;

  private final YearReport report;
  private final Site site;
  private final Wording words;
  private final Numbers numbers;
  private final Html html = new Html();

  private YearPage(YearReport report, Site site, Language language) {
    this.report = report;
    this.site = site;
    this.words = new Wording(language);
    this.numbers = new Numbers(words);
  }

  public static String of(YearReport report, Site site, Language language) {
    return new YearPage(report, site, language).page();
  }

  private String page() {
    String title = words.say("year.title", report.year());
    head(title);
    tiles();
    months();
    directions();
    groups("year.gates", report.gates(), this::gate);
    groups("year.trades", report.trades(), group -> words.say(key("trade.", group)));
    groups("year.regimes", report.regimes(), group -> words.say(key("regime.", group)));
    groups("year.classes", report.classes(), group -> words.say(key("class.", group)));
    headings();
    stays();
    kinds();
    official();
    definitions();
    return html.page(words, title, PrintStyle.PORTRAIT + PrintStyle.YEAR, "");
  }

  private static String key(String prefix, String group) {
    return prefix + (group.isEmpty() ? "NONE" : group);
  }

  private void head(String title) {
    html.element("h1", title);
    html.element("p", "place", words.place(site));
    Answer whole = report.whole();
    LocalDate last = LocalDate.ofInstant(whole.asOf(), site.zone());
    html.raw("<div class=\"facts\">");
    fact(
        words.say("year.counted"), words.day(last) + " " + words.minute(whole.asOf(), site.zone()));
    fact(words.say("asOfSeq"), Long.toString(whole.asOfSeq()));
    fact(words.say("definition"), Projector.DEFINITION);
    html.raw("</div>");
    if (last.getYear() <= report.year()) {
      html.element("p", "small", words.say("year.running"));
    }
  }

  private void fact(String name, String value) {
    html.raw("<div>").text(name).raw(" <b>").text(value).raw("</b></div>");
  }

  private void tiles() {
    Optional<Line> line = report.whole().lines().stream().findFirst();
    Amounts amounts = line.map(Line::amounts).orElse(Amounts.NOTHING);
    Fractions growth = line.map(Line::yearBefore).orElse(Fractions.UNKNOWN);
    html.raw("<div class=\"tiles\">");
    tile("year.vehicles", numbers.whole(amounts.vehicles()), grown(growth.vehicles()));
    tile("year.tonnes", numbers.tonnes(amounts.weightKg()), grown(growth.weightKg()));
    tile("year.value", numbers.large(amounts.valueVnd(), 0), grown(growth.valueVnd()));
    String stay = line.flatMap(Line::stay).map(s -> Wording.span(s.median())).orElse("–");
    String p95 = line.flatMap(Line::stay).map(s -> Wording.span(s.p95())).orElse("–");
    tile("year.stay", stay, words.say("year.p95", p95));
    html.raw("</div>");
    BigDecimal lines = BigDecimal.valueOf(Math.max(1, amounts.lines()));
    String valued =
        numbers.share(
            Optional.of(
                BigDecimal.valueOf(amounts.valued()).divide(lines, 4, RoundingMode.HALF_EVEN)));
    html.element("p", "small", words.say("year.valued", valued));
  }

  private String grown(Optional<BigDecimal> growth) {
    return growth.isEmpty()
        ? words.say("year.noGrowth")
        : words.say("year.growth", numbers.growth(growth));
  }

  private void tile(String name, String value, String below) {
    html.raw("<div>").element("span", words.say(name)).element("b", value);
    html.element("small", below).raw("</div>");
  }

  private void legend(String dark, String light) {
    html.raw("<p class=\"legend\"><i class=\"dark\"></i>").text(dark);
    html.raw("<i class=\"light\"></i>").text(light).raw("</p>");
  }

  private List<String> labels() {
    return IntStream.rangeClosed(1, MONTHS).mapToObj(m -> words.say("year.month", m)).toList();
  }

  private static List<OptionalLong> monthly(
      Answer answer, int year, String group, Function<Line, OptionalLong> value) {
    List<OptionalLong> values = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      LocalDate first = LocalDate.of(year, month, 1);
      values.add(
          answer.lines().stream()
              .filter(line -> line.period().first().equals(first) && line.group().equals(group))
              .findFirst()
              .map(value)
              .orElse(OptionalLong.empty()));
    }
    return values;
  }

  private static OptionalLong vehicles(Line line) {
    return OptionalLong.of(line.amounts().vehicles());
  }

  private void months() {
    String title = words.say("year.months");
    html.raw("<section>").element("h2", title);
    legend(Integer.toString(report.year()), Integer.toString(report.year() - 1));
    List<OptionalLong> before = monthly(report.months(), report.year() - 1, "", YearPage::vehicles);
    List<OptionalLong> now = monthly(report.months(), report.year(), "", YearPage::vehicles);
    html.raw(
        Charts.beside(
            labels(),
            List.of(new Charts.Series(before, Charts.LIGHT), new Charts.Series(now, Charts.DARK)),
            numbers::whole,
            title));
    html.raw("</section>");
  }

  private void directions() {
    String title = words.say("year.directions");
    html.raw("<section>").element("h2", title);
    legend(words.say("side.IMPORT"), words.say("side.EXPORT"));
    html.raw(
        Charts.above(
            labels(),
            List.of(series(Direction.IMPORT, Charts.DARK), series(Direction.EXPORT, Charts.LIGHT)),
            numbers::whole,
            title));
    html.raw("</section>");
  }

  private Charts.Series series(Direction direction, String tone) {
    return new Charts.Series(
        monthly(report.directions(), report.year(), direction.name(), YearPage::vehicles), tone);
  }

  private String gate(String code) {
    return site.lines().stream()
        .filter(line -> line.code().equals(code))
        .map(Places.Line::name)
        .map(words.language()::of)
        .findFirst()
        .orElse(code);
  }

  private void groups(String title, Answer answer, Function<String, String> name) {
    html.raw("<section>")
        .element("h2", words.say(title))
        .raw("<table class=\"groups\"><thead><tr>");
    html.element("th", "").element("th", "n", words.say("year.vehicles"));
    html.element("th", "", words.say("year.share"));
    html.element("th", "n", words.say("year.tonnes"));
    html.element("th", "n", words.say("year.value"));
    html.element("th", "n", words.say("year.against", report.year() - 1));
    html.element("th", "n", words.say("year.median"));
    html.element("th", "n", "P95").raw("</tr></thead><tbody>");
    for (Line line : answer.lines()) {
      html.raw("<tr>").element("td", name.apply(line.group()));
      html.element("td", "n", numbers.whole(line.amounts().vehicles()));
      bar(line.share().vehicles());
      html.element("td", "n", numbers.tonnes(line.amounts().weightKg()));
      html.element("td", "n", numbers.large(line.amounts().valueVnd(), 0));
      html.element("td", "n", numbers.growth(line.yearBefore().vehicles()));
      html.element("td", "n", line.stay().map(s -> Wording.span(s.median())).orElse("–"));
      html.element("td", "n", line.stay().map(s -> Wording.span(s.p95())).orElse("–"));
      html.raw("</tr>");
    }
    html.raw("</tbody></table></section>");
  }

  /// How much of all it is, as a bar and a number.
  private void bar(Optional<BigDecimal> share) {
    String wide = share.map(s -> s.movePointRight(2).toPlainString()).orElse("0");
    html.raw("<td class=\"bar\"><span><i style=\"width:" + wide + "%\"></i></span><small>");
    html.text(numbers.share(share)).raw("</small></td>");
  }

  private void headings() {
    html.raw("<section>").element("h2", words.say("year.headings", HEADINGS));
    html.raw("<table class=\"groups\"><thead><tr>").element("th", "HS");
    html.element("th", "n", words.say("year.tonnes")).element("th", "", words.say("year.share"));
    html.element("th", "n", words.say("year.value")).element("th", "n", words.say("year.vehicles"));
    html.element("th", "n", words.say("year.against", report.year() - 1));
    html.raw("</tr></thead><tbody>");
    ToLongFunction<Line> weight = line -> -line.amounts().weightKg();
    report.headings().lines().stream()
        .sorted(Comparator.comparingLong(weight))
        .limit(HEADINGS)
        .forEach(this::heading);
    html.raw("</tbody></table></section>");
  }

  private void heading(Line line) {
    html.raw("<tr>").element("td", line.group().isEmpty() ? words.say("unknown") : line.group());
    html.element("td", "n", numbers.tonnes(line.amounts().weightKg()));
    bar(line.share().weightKg());
    html.element("td", "n", numbers.large(line.amounts().valueVnd(), 0));
    html.element("td", "n", numbers.whole(line.amounts().vehicles()));
    html.element("td", "n", numbers.growth(line.yearBefore().weightKg())).raw("</tr>");
  }

  private void stays() {
    String title = words.say("year.stays");
    html.raw("<section class=\"lines\">").element("h2", title);
    legend(words.say("side.IMPORT"), words.say("side.EXPORT"));
    html.raw(
        Charts.lines(
            labels(),
            List.of(median(Direction.EXPORT, Charts.MIDDLE), median(Direction.IMPORT, Charts.DARK)),
            hundredths -> numbers.decimal(BigDecimal.valueOf(hundredths, 2), 1),
            title));
    html.raw("</section>");
  }

  private Charts.Series median(Direction direction, String tone) {
    return new Charts.Series(
        monthly(
            report.stays(),
            report.year(),
            direction.name(),
            line ->
                line.stay()
                    .map(stay -> OptionalLong.of(stay.median().toSeconds() * 100 / SECONDS_AN_HOUR))
                    .orElse(OptionalLong.empty())),
        tone);
  }

  private void kinds() {
    html.raw("<section>").element("h2", words.say("year.kinds")).raw("<table><tbody>");
    for (Line line : report.kinds().lines()) {
      html.raw("<tr>").element("td", words.say("kind." + line.group()));
      html.element("td", "n", numbers.whole(line.amounts().vehicles()));
      html.element("td", "n", numbers.growth(line.yearBefore().vehicles())).raw("</tr>");
    }
    html.raw("</tbody></table></section>");
  }

  private void official() {
    List<Official> shown =
        report.official().stream()
            .filter(total -> total.period().last().getYear() <= report.year())
            .filter(total -> total.period().last().getYear() > report.year() - YEARS)
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    html.raw("<section class=\"official\">").element("h2", words.say("official.title"));
    html.element("p", words.say("official.apart"));
    for (Measure measure : Measure.ALL) {
      List<Official> totals = shown.stream().filter(t -> t.measure().equals(measure)).toList();
      if (!totals.isEmpty()) {
        measure(measure.code(), measure.unit().name(), totals);
      }
    }
    html.raw("</section>");
  }

  private void measure(String code, String unit, List<Official> totals) {
    html.element("h3", words.say("official." + code) + " · " + words.say("unit." + unit));
    html.raw("<table><thead><tr>").element("th", words.say("statistics.period"));
    html.element("th", words.say("official.branch"));
    html.element("th", "n", words.say("official.value"));
    html.element("th", "n", words.say("official.plan"));
    html.element("th", "n", words.say("official.published"));
    html.element("th", "n", words.say("official.growth"));
    html.element("th", "source", words.say("official.source")).raw("</tr></thead><tbody>");
    totals.forEach(this::total);
    html.raw("</tbody></table>");
  }

  private void total(Official total) {
    html.raw("<tr>").element("td", "c", total.period().toString().replace("/", " – "));
    html.element("td", total.branch().isEmpty() ? words.say("everywhere") : total.branch());
    html.element("td", "n", numbers.large(BigDecimal.valueOf(total.amount()), 2));
    html.open("td", "n");
    if (total.plan().isPresent()) {
      html.text(numbers.large(BigDecimal.valueOf(total.plan().getAsLong()), 2));
      html.raw(" <small>").text("(" + numbers.share(total.ofPlan()) + ")").raw("</small>");
    }
    html.raw("</td>").element("td", "n", total.growth().map(numbers::signed).orElse("–"));
    html.element("td", "n", numbers.growth(Official.growth(total, report.official())));
    html.element("td", "source", total.source()).raw("</tr>");
  }

  private void definitions() {
    html.element("h2", words.say("definitions")).raw("<dl>");
    for (String name : List.of("vehicles", "tonnes", "value", "stay", "share", "growth")) {
      html.element("dt", words.say("year.name." + name));
      html.element("dd", words.say("year.means." + name));
    }
    html.raw("</dl>");
  }
}
