package io.clearway.link.print;

import io.clearway.report.AgencyWaits;
import io.clearway.report.Hours;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where the hours go at the agencies: a part of [HoursPage].
final class AgenciesSection {

  private static final int PARTS = 6;

  private final Html html;
  private final Wording words;
  private final Hours hours;
  private final Site site;

  AgenciesSection(Html html, Wording words, Hours hours, Site site) {
    this.html = html;
    this.words = words;
    this.hours = hours;
    this.site = site;
  }

  void write() {
    stays();
    if (hours.agencies().spans().isEmpty()) {
      return;
    }
    html.raw("<section>").element("h2", words.say("agencies.title"));
    html.element("p", "small", words.say("agencies.meaning"));
    html.raw("<div class=\"wide\"><table>");
    TreeSet<Integer> columns = new TreeSet<>();
    hours.agencies().byHour().forEach(span -> columns.add(span.hour()));
    head(columns);
    html.raw("<tbody>");
    hours.agencies().spans().forEach(span -> row(span, columns));
    html.raw("</tbody></table></div></section>");
  }

  private void head(Set<Integer> columns) {
    html.raw("<thead><tr>");
    for (String key : List.of("agencies.step", "gate")) {
      html.element("th", words.say(key));
    }
    html.element("th", "n", words.say("hours.count"));
    for (String whom : List.of("agencies.forAgency", "agencies.forOthers")) {
      for (String rank : List.of("hours.median", "hours.p90", "hours.longest")) {
        html.raw("<th class=\"n\">").text(words.say(whom)).raw("<br>");
        html.text(words.say(rank)).raw("</th>");
      }
    }
    columns.forEach(hour -> html.element("th", "n", words.say("hours.hour", hour)));
    html.raw("</tr></thead>");
  }

  private void row(AgencyWaits.Span span, Set<Integer> columns) {
    boolean first = span.gate().isEmpty();
    html.raw("<tr><td>");
    if (first) {
      html.text(step(span.step())).raw("<small>").text(agency(span.agency())).raw("</small>");
    }
    html.raw("</td>");
    String place =
        first
            ? words.say("hours.everywhere")
            : HoursPage.place(
                span.gate().orElseThrow(), span.direction().orElseThrow(), site, words);
    html.element("td", "c", place);
    html.element("td", "n", Integer.toString(span.waits().forAgency().count()));
    ranks(span.waits().forAgency());
    ranks(span.waits().forOthers());
    Map<Integer, Hours.Times> cells = first ? Map.of() : cells(span);
    columns.forEach(hour -> cell(Optional.ofNullable(cells.get(hour))));
    html.raw("</tr>");
  }

  private Map<Integer, Hours.Times> cells(AgencyWaits.Span span) {
    Map<Integer, Hours.Times> cells = new TreeMap<>();
    for (AgencyWaits.HourSpan hour : hours.agencies().byHour()) {
      if (hour.agency() == span.agency()
          && hour.step().equals(span.step())
          && span.gate().equals(Optional.of(hour.gate()))
          && span.direction().equals(Optional.of(hour.direction()))) {
        cells.put(hour.hour(), hour.waits().forAgency());
      }
    }
    return cells;
  }

  private void ranks(Hours.Times times) {
    for (var time : List.of(times.median(), times.p90(), times.longest())) {
      html.element("td", "n", time.map(Wording::span).orElse("–"));
    }
  }

  private void cell(Optional<Hours.Times> times) {
    html.open("td", "n");
    times.ifPresent(t -> {
      html.text(t.median().map(Wording::span).orElse("–"));
      html.raw("<small>").text(t.p90().map(Wording::span).orElse("")).raw("</small>");
    });
    html.raw("</td>");
  }

  private void stays() {
    if (hours.agencies().stays().isEmpty()) {
      return;
    }
    html.raw("<section>").element("h2", words.say("agencies.stays")).raw("<table><thead><tr>");
    html.element("th", words.say("gate")).element("th", words.say("agencies.parts"));
    html.element("th", "n", words.say("hours.lasted")).raw("</tr></thead><tbody>");
    for (AgencyWaits.Stay stay : hours.agencies().stays()) {
      html.raw("<tr>");
      html.element("td", "c", HoursPage.place(stay.gate(), stay.direction(), site, words));
      List<String> parts = new ArrayList<>();
      stay.parts().stream().limit(PARTS).forEach(part -> parts.add(part(part)));
      html.element("td", String.join("; ", parts));
      html.element("td", "n", Wording.span(stay.lasted())).raw("</tr>");
    }
    html.raw("</tbody></table></section>");
  }

  private String part(AgencyWaits.Part part) {
    String what =
        part.kind() == AgencyWaits.Kind.STEP
            ? step(part.what())
            : agency(part.agency()) + ", " + words.say("part." + part.what());
    return what + " " + Wording.span(part.lasted());
  }

  private String agency(Agency agency) {
    return words.say("agency." + agency.name());
  }

  /// By its name in the site's procedure; one that is no longer there by its code.
  private String step(String code) {
    if (code.equals(AgencyWaits.Kind.INSPECTION.name())) {
      return words.say("part.INSPECTION");
    }
    return site.procedure().find(code).map(step -> words.language().of(step.name())).orElse(code);
  }
}
