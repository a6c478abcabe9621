package io.clearway.link.print;

import io.clearway.report.Count;
import io.clearway.report.Measure;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Side;
import io.clearway.report.Version;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.List;

/// The province's report as a page for A4, with what every number means.
public final class ProvincePage {

  private final Wording words;
  private final Version version;
  private final ProvinceReport report;
  private final Site site;
  private final Html html = new Html();

  private ProvincePage(Version version, Site site, Language language) {
    this.words = new Wording(language);
    this.version = version;
    this.report = version.report();
    this.site = site;
  }

  public static String of(Version version, Site site, Language language) {
    return new ProvincePage(version, site, language).page();
  }

  private String page() {
    String title = words.say("title") + " · " + words.day(report.day());
    html.element("h1", title);
    facts();
    ProvinceTable table = ProvinceTable.of(version, site.lines(), words.language());
    figures(table);
    html.element("p", "small", words.say("unknown.meaning"));
    changes(table);
    definitions();
    return html.page(words, title, PrintStyle.PORTRAIT, "");
  }

  private void facts() {
    html.raw("<div class=\"facts\">");
    fact("complex", words.place(site));
    fact("edition", words.say("edition." + report.edition()));
    fact("version", version.number().map(Object::toString).orElse(words.say("unnumbered")));
    String zone = words.city(report.zone());
    fact(
        "asOf",
        words.day(report.asOf().atZone(report.zone()).toLocalDate())
            + " "
            + words.minute(report.asOf(), report.zone())
            + " ("
            + zone
            + ")");
    fact("asOfSeq", Long.toString(report.asOfSeq()));
    fact("definition", ProvinceReport.DEFINITION);
    html.raw("</div>");
    if (report.since().isPresent()) {
      String since = words.minute(report.since().get(), report.zone());
      html.element("p", words.say("countedSince", since));
    }
  }

  private void fact(String key, String value) {
    html.raw("<div>").text(words.say(key)).raw(" <b>").text(value).raw("</b></div>");
  }

  private void figures(ProvinceTable table) {
    html.raw("<table><thead><tr>");
    List<String> head = table.head();
    for (int i = 1; i < head.size(); i++) {
      html.element("th", i < 3 ? "" : "n", head.get(i));
    }
    html.raw("</tr></thead><tbody>");
    for (ProvinceTable.Row row : table.rows()) {
      html.open("tr", row.first() ? "first" : "");
      html.open("td", "what");
      if (row.first()) {
        html.text(words.language().of(row.measure().definition().name()));
      }
      html.raw("</td>").element("td", words.say("side." + row.side()));
      row.cells().forEach(this::cell);
      html.raw("</tr>");
    }
    html.raw("</tbody></table>");
  }

  private void cell(ProvinceTable.Cell cell) {
    String kind =
        switch (cell) {
          case ProvinceTable.Text text -> "";
          case ProvinceTable.Unknown unknown -> "u";
          case ProvinceTable.Amount number -> "n";
        };
    html.element("td", kind, ProvinceTable.shown(cell));
  }

  /// A row for each measure and direction in which a gate differs.
  private void changes(ProvinceTable table) {
    if (version.number().filter(number -> number > 1).isEmpty()) {
      return;
    }
    html.element("h2", words.say("changes", version.number().orElseThrow() - 1));
    html.raw("<table><thead><tr>");
    List<String> head = table.head();
    for (int i = 1; i < head.size(); i++) {
      html.element("th", i < 3 ? "" : "n", head.get(i));
    }
    html.raw("</tr></thead><tbody>");
    for (Measure measure : Measure.values()) {
      measure.sides().forEach(side -> changed(measure, side));
    }
    html.raw("</tbody></table>");
  }

  private void changed(Measure measure, Side side) {
    List<Version.Change> here =
        version.changes().stream().filter(c -> c.measure() == measure && c.side() == side).toList();
    if (here.isEmpty()) {
      return;
    }
    html.raw("<tr>").element("td", words.language().of(measure.definition().name()));
    html.element("td", words.say("side." + side));
    List<String> columns = new ArrayList<>(List.of(ProvinceReport.EVERYWHERE));
    columns.addAll(report.gates());
    for (String gate : columns) {
      html.open("td", "n");
      here.stream().filter(c -> c.gate().equals(gate)).findFirst().ifPresent(this::difference);
      html.raw("</td>");
    }
    html.raw("</tr>");
  }

  private void difference(Version.Change change) {
    html.raw("<small>").text(shown(change.measure(), change.before())).raw(" →</small> ");
    html.text(shown(change.measure(), change.after()));
  }

  private String shown(Measure measure, Count count) {
    return ProvinceTable.shown(ProvinceTable.cell(measure, count, words));
  }

  private void definitions() {
    html.element("h2", words.say("definitions")).raw("<dl>");
    for (Measure.Definition definition : Measure.definitions()) {
      html.element("dt", "id", definition.measure().name());
      html.raw("<dd><b>").text(words.language().of(definition.name())).raw("</b> · ");
      html.text(words.language().of(definition.counts()));
      html.raw(" <small>").text(words.say("clock." + definition.clock())).raw("</small></dd>");
    }
    html.raw("</dl>");
  }
}
