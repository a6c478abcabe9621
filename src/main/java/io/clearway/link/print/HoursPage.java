package io.clearway.link.print;

import io.clearway.kernel.Direction;
import io.clearway.report.Hours;
import io.clearway.report.Step;
import io.clearway.site.Places;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where the hours go, as a page for A4 lying.
public final class HoursPage {

  private final Wording words;
  private final Hours hours;
  private final Site site;
  private final Html html = new Html();

  private HoursPage(Hours hours, Site site, Language language) {
    this.words = new Wording(language);
    this.hours = hours;
    this.site = site;
  }

  public static String of(Hours hours, Site site, Language language) {
    return new HoursPage(hours, site, language).page();
  }

  private String page() {
    String title = words.say("hours.title") + " · " + words.day(hours.day());
    html.element("h1", title);
    html.raw("<div class=\"facts\">");
    fact("complex", words.place(site));
    fact("asOfSeq", Long.toString(hours.asOfSeq()));
    fact("definition", Hours.DEFINITION);
    html.raw("</div>");
    html.element("p", "small", words.say("hours.meaning", words.city(hours.zone())));
    if (hours.spans().stream().allMatch(span -> span.times().count() == 0)) {
      html.element("p", words.say("hours.none"));
    }
    everywhere();
    slowest();
    turned();
    new AgenciesSection(html, words, hours, site).write();
    for (Step.Interval interval : Step.INTERVALS) {
      interval(interval);
    }
    return html.page(words, title, PrintStyle.LANDSCAPE, "");
  }

  private void fact(String key, String value) {
    html.raw("<div>").text(words.say(key)).raw(" <b>").text(value).raw("</b></div>");
  }

  private String named(Step.Interval interval) {
    return words.say("step." + interval.from().id())
        + " → "
        + words.say("step." + interval.to().id());
  }

  private String place(String gate, Direction direction) {
    return place(gate, direction, site, words);
  }

  static String place(String gate, Direction direction, Site site, Wording words) {
    return ProvinceTable.gateName(gate, site.lines(), words)
        + " · "
        + words.say("side." + direction.name());
  }

  private void head(List<String> left, List<String> right) {
    html.raw("<thead><tr>");
    left.forEach(key -> html.element("th", words.say(key)));
    right.forEach(key -> html.element("th", "n", words.say(key)));
    html.raw("</tr></thead>");
  }

  private void everywhere() {
    html.element("h2", words.say("hours.everywhere")).raw("<table>");
    head(
        List.of("hours.interval", "hours.party"),
        List.of("hours.count", "hours.median", "hours.p90", "hours.longest", "hours.reversed"));
    html.raw("<tbody>");
    for (Hours.Span span : hours.spans()) {
      if (span.gate().isEmpty()) {
        html.raw("<tr>").element("td", named(span.interval()));
        html.element("td", words.say("party." + span.interval().party()));
        times(span.times());
        html.element("td", "n", Long.toString(span.reversed())).raw("</tr>");
      }
    }
    html.raw("</tbody></table>");
  }

  private void times(Hours.Times times) {
    html.element("td", "n", Integer.toString(times.count()));
    for (Optional<Duration> time : List.of(times.median(), times.p90(), times.longest())) {
      html.element("td", "n", time.map(Wording::span).orElse("–"));
    }
  }

  private void slowest() {
    if (hours.slowest().isEmpty()) {
      return;
    }
    html.raw("<section>").element("h2", words.say("hours.slowest")).raw("<table>");
    head(List.of("gate", "hours.interval", "hours.party"), List.of("hours.lasted"));
    html.raw("<tbody>");
    for (Hours.Slow slow : hours.slowest()) {
      html.raw("<tr>").element("td", "c", place(slow.gate(), slow.direction()));
      html.raw("<td>").text(named(slow.interval())).raw("<small>").text(why(slow));
      html.raw("</small></td>");
      html.element("td", words.say("party." + slow.interval().party()));
      html.element("td", "n", Wording.span(slow.lasted())).raw("</tr>");
    }
    html.raw("</tbody></table></section>");
  }

  private void turned() {
    if (hours.turned().stream().allMatch(one -> one.stood().count() == 0)) {
      return;
    }
    html.raw("<section>").element("h2", words.say("hours.turned")).raw("<table>");
    head(List.of("gate"), List.of("hours.count", "hours.median", "hours.p90", "hours.longest"));
    html.raw("<tbody>");
    for (Hours.Turned one : hours.turned()) {
      String where =
          one.gate().isEmpty()
              ? words.say("hours.everywhere")
              : place(one.gate().get(), one.direction().orElseThrow());
      html.raw("<tr>").element("td", "c", where);
      times(one.stood());
      html.raw("</tr>");
    }
    html.raw("</tbody></table></section>");
  }

  /// What had come before, and when; the day where it is another than the one before.
  private String why(Hours.Slow slow) {
    List<String> steps = new ArrayList<>();
    LocalDate day = hours.day();
    for (Hours.Reached reached : slow.before()) {
      String step = words.say("step." + reached.step().id());
      steps.add(step + " " + moment(reached.at(), day));
      day = dayOf(reached.at());
    }
    return words.say("hours.before", String.join(", ", steps))
        + " "
        + words.say("hours.until", moment(slow.end(), day));
  }

  private LocalDate dayOf(Instant at) {
    return at.atZone(hours.zone()).toLocalDate();
  }

  private String moment(Instant at, LocalDate known) {
    String day = dayOf(at).equals(known) ? "" : words.day(dayOf(at)) + " ";
    return day + words.minute(at, hours.zone());
  }

  /// Each gate and direction, and each hour of the day in which somebody began to wait.
  private void interval(Step.Interval interval) {
    List<String> order = site.lines().stream().map(Places.Line::code).toList();
    List<Hours.Span> spans =
        hours.spans().stream()
            .filter(span -> span.interval().equals(interval) && span.gate().isPresent())
            .sorted(Comparator.comparingInt(span -> order.indexOf(span.gate().orElse(""))))
            .toList();
    if (spans.isEmpty()) {
      return;
    }
    Map<String, Map<Integer, Hours.Times>> cells = new TreeMap<>();
    TreeSet<Integer> columns = new TreeSet<>();
    for (Hours.HourSpan span : hours.byHour()) {
      if (span.interval().equals(interval)) {
        columns.add(span.hour());
        cells
            .computeIfAbsent(span.gate() + span.direction(), none -> new TreeMap<>())
            .put(span.hour(), span.times());
      }
    }
    html.raw("<section>").element("h2", named(interval));
    html.raw("<div class=\"wide\"><table><thead><tr>").element("th", words.say("gate"));
    for (String key : List.of("hours.count", "hours.median", "hours.p90", "hours.longest")) {
      html.element("th", "n", words.say(key));
    }
    columns.forEach(hour -> html.element("th", "n", words.say("hours.hour", hour)));
    html.raw("</tr></thead><tbody>");
    for (Hours.Span span : spans) {
      String gate = span.gate().orElseThrow();
      Direction direction = span.direction().orElseThrow();
      html.raw("<tr>").element("td", "c", place(gate, direction));
      times(span.times());
      Map<Integer, Hours.Times> row = cells.getOrDefault(gate + direction, Map.of());
      columns.forEach(hour -> hour(Optional.ofNullable(row.get(hour))));
      html.raw("</tr>");
    }
    html.raw("</tbody></table></div></section>");
  }

  private void hour(Optional<Hours.Times> times) {
    html.open("td", "n");
    times.ifPresent(t -> {
      html.text(t.median().map(Wording::span).orElse("–"));
      html.raw("<small>").text(t.p90().map(Wording::span).orElse("")).raw("</small>");
    });
    html.raw("</td>");
  }
}
