package io.clearway.link.print;

import io.clearway.report.Openings;
import io.clearway.report.PublicBoard;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.transshipment.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The public board for a telephone: one card for each gate, its two directions side by side. It
/// asks again by itself every half minute, without a script.
public final class BoardPage {

  private static final String AGAIN = "<meta http-equiv=\"refresh\" content=\"30\">";

  private final Wording words;
  private final PublicBoard board;
  private final Site site;
  private final Html html = new Html();

  private BoardPage(PublicBoard board, Site site, Language language) {
    this.words = new Wording(language);
    this.board = board;
    this.site = site;
  }

  public static String of(PublicBoard board, Site site, Language language) {
    return new BoardPage(board, site, language).page();
  }

  private String page() {
    html.raw("<header><div>").element("h1", words.say("board.title"));
    ZoneId zone = site.zone();
    ZoneId facing = site.head().facingZone();
    html.raw("<p>").text(words.say("board.computed")).raw(" <b>");
    html.text(words.second(board.at(), zone)).raw("</b> ").text(words.city(zone)).raw(" · <b>");
    html.text(words.second(board.at(), facing)).raw("</b> ").text(words.city(facing));
    html.raw(" · ").element("span", "c", words.day(site.dayOf(board.at()))).raw("</p></div>");
    languages();
    html.raw("</header><main class=\"gates\">");
    site.lines().forEach(this::gate);
    html.raw("</main>");
    html.element("p", "small", words.say("board.meaning"));
    if (!board.openings().isEmpty()) {
      html.element("p", "small", words.say("board.intakeMeaning"));
    }
    html.element("p", "small", words.say("board.few", PublicBoard.FEWEST));
    if (!site.assumptions().isEmpty()) {
      html.element("p", "small", words.say("board.assumed"));
    }
    return html.page(words, words.say("board.title"), PrintStyle.BOARD, AGAIN);
  }

  private void languages() {
    html.raw("<nav>");
    for (Language language : Language.values()) {
      if (language == words.language()) {
        html.element("b", language.ownName());
      } else {
        html.raw("<a lang=\"" + language.tag() + "\" href=\"?lang=" + language.tag() + "\">");
        html.text(language.ownName()).raw("</a>");
      }
    }
    html.raw("</nav>");
  }

  private void gate(Places.Line gate) {
    List<PublicBoard.Row> rows =
        board.rows().stream().filter(row -> row.gate().code().equals(gate.code())).toList();
    html.raw("<article>").element("h2", words.language().of(gate.name()));
    html.raw("<table><thead><tr><td></td>");
    for (PublicBoard.Row row : rows) {
      html.element("th", words.say("side." + row.direction().name()));
    }
    html.raw("</tr></thead><tbody>");
    line("board.waiting", rows, row -> html.element("td", Long.toString(row.waiting())));
    line("board.inside", rows, row -> html.element("td", Long.toString(row.inside())));
    line("board.today", rows, row -> html.element("td", Long.toString(row.today())));
    line("board.through", rows, row -> through(row.through()));
    ZoneId zone = site.zone();
    ZoneId facing = site.head().facingZone();
    line("board.hours", rows, row -> hours(row.hours(), zone, facing));
    line("board.facingHours", rows, row -> hours(row.facingHours(), facing, zone));
    html.raw("</tbody></table>");
    board.openings().stream()
        .filter(one -> gateOf(one).filter(gate.code()::equals).isPresent())
        .filter(one -> one.methods().stream().anyMatch(method -> !method.perHour().isEmpty()))
        .forEach(this::intake);
    html.raw("</article>");
  }

  private Optional<String> gateOf(Openings one) {
    return site.places().findYard(one.area().yard()).map(Places.Yard::line);
  }

  /// How many vehicles can begin to change their goods, in each hour by the clocks of both sides.
  private void intake(Openings openings) {
    html.element("h3", words.say("board.intake", words.language().of(openings.area().name())));
    html.raw("<table class=\"intake\"><thead><tr><td></td>");
    for (int hour = 0; hour < Intake.HOURS; hour++) {
      Instant from = board.at().plus(Duration.ofHours(hour));
      html.raw("<th><span class=\"c\">").text(words.minute(from, site.zone()));
      html.raw("</span><small class=\"c\">");
      html.text(words.minute(from, site.head().facingZone())).raw("</small></th>");
    }
    html.raw("</tr></thead><tbody>");
    for (Openings.Method method : openings.methods()) {
      if (!method.perHour().isEmpty()) {
        html.raw("<tr>").element("th", words.say("board.method." + method.method()));
        method.perHour().forEach(count -> html.element("td", Integer.toString(count)));
        html.raw("</tr>");
      }
    }
    html.raw("</tbody></table>");
  }

  private void line(String key, List<PublicBoard.Row> rows, Consumer<PublicBoard.Row> cell) {
    html.raw("<tr>").element("th", words.say(key));
    rows.forEach(cell);
    html.raw("</tr>");
  }

  private void through(PublicBoard.Wait wait) {
    switch (wait) {
      case PublicBoard.Nobody() -> html.element("td", "u", words.say("board.nobody"));
      case PublicBoard.TooFew() -> html.element("td", "u", words.say("board.tooFew"));
      case PublicBoard.Range(int count, Duration median, Duration p90) -> {
        html.raw("<td><span class=\"c\">");
        html.text(Wording.span(median) + "–" + Wording.span(p90)).raw("</span><small>");
        html.text(words.say("board.of", count)).raw("</small></td>");
      }
    }
  }

  /// By the clock of that side, and below by the other's.
  private void hours(List<Places.Hours> hours, ZoneId own, ZoneId other) {
    if (hours.isEmpty()) {
      html.element("td", "u", words.say("unknown"));
      return;
    }
    Duration ahead = ahead(own, other);
    List<String> here = new ArrayList<>();
    List<String> there = new ArrayList<>();
    for (Places.Hours open : hours) {
      here.add(open.opens() + "–" + open.closes());
      there.add(plus(open.opens(), ahead) + "–" + plus(open.closes(), ahead));
    }
    html.raw("<td><span class=\"c\">").text(String.join(", ", here)).raw("</span><small>");
    html.text(words.city(own)).raw("</small><small class=\"c\">");
    html.text(String.join(", ", there)).raw("</small><small>").text(words.city(other));
    html.raw("</small></td>");
  }

  private static String plus(LocalTime time, Duration ahead) {
    return time.plus(ahead).toString();
  }

  private Duration ahead(ZoneId own, ZoneId other) {
    Instant at = board.at();
    int theirs = other.getRules().getOffset(at).getTotalSeconds();
    return Duration.ofSeconds(theirs - own.getRules().getOffset(at).getTotalSeconds());
  }
}
