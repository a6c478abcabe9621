package io.clearway.link.print;

import io.clearway.report.Count;
import io.clearway.report.Measure;
import io.clearway.report.ProvinceReport;
import io.clearway.report.Side;
import io.clearway.report.Version;
import io.clearway.site.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The province's report as a table: a row for each measure and direction, a column for each gate.
///
/// @param head what the columns are
public record ProvinceTable(List<String> head, List<Row> rows, List<List<Cell>> changes) {

  /// @param first of its measure
  record Row(Measure measure, Side side, boolean first, List<Cell> cells) {}

  /// What a cell holds.
  sealed interface Cell {}

  record Text(String text) implements Cell {}

  /// @param signed shown with its sign
  record Amount(long is, boolean signed) implements Cell {}

  /// Not known; the text says so.
  record Unknown(String text) implements Cell {}

  /// @param names how the site calls its gates
  public static ProvinceTable of(Version version, List<Places.Line> names, Language language) {
    Wording words = new Wording(language);
    ProvinceReport report = version.report();
    List<String> columns = new ArrayList<>(List.of(ProvinceReport.EVERYWHERE));
    columns.addAll(report.gates());
    List<String> head =
        new ArrayList<>(List.of(words.say("id"), words.say("counted"), words.say("direction")));
    columns.forEach(gate -> head.add(gateName(gate, names, words)));
    List<Row> rows = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Side side : measure.sides()) {
        List<Cell> cells =
            columns.stream()
                .map(gate -> cell(measure, report.count(measure, gate, side), words))
                .toList();
        rows.add(new Row(measure, side, side == measure.sides().getFirst(), cells));
      }
    }
    return new ProvinceTable(
        List.copyOf(head),
        List.copyOf(rows),
        version.changes().stream().map(c -> change(c, names, words)).toList());
  }

  /// The first of those that say so; a gate that the site no longer has keeps its code.
  static String gateName(String gate, List<Places.Line> names, Wording words) {
    if (gate.equals(ProvinceReport.EVERYWHERE)) {
      return words.say("everywhere");
    }
    Optional<Places.Line> line = names.stream().filter(l -> l.code().equals(gate)).findFirst();
    return line.map(l -> words.language().of(l.name())).orElse(gate);
  }

  private static List<Cell> change(Version.Change c, List<Places.Line> names, Wording words) {
    return List.of(
        new Text(c.measure().name()),
        new Text(words.language().of(c.measure().definition().name())),
        new Text(words.say("side." + c.side())),
        new Text(gateName(c.gate(), names, words)),
        cell(c.measure(), c.before(), words),
        cell(c.measure(), c.after(), words));
  }

  static Cell cell(Measure measure, Count count, Wording words) {
    return switch (count) {
      case Count.Known(long is) -> new Amount(is, measure == Measure.BACKLOG_CHANGE);
      case Count.Unknown(Count.Why why) -> new Unknown(words.say("unknown"));
    };
  }

  /// A number as people read it.
  static String shown(Cell cell) {
    return switch (cell) {
      case Text(String text) -> text;
      case Unknown(String text) -> text;
      case Amount(long is, boolean signed) ->
          (signed && is > 0 ? "+" : is < 0 ? "−" : "") + grouped(Math.abs(is));
    };
  }

  /// Thousands apart by a thin space, which no language takes for a decimal sign.
  private static String grouped(long number) {
    String digits = Long.toString(number);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append('\u202F');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /// The whole as rows of a file: head, figures, then what changed.
  List<List<Cell>> file(Wording words) {
    List<List<Cell>> all = new ArrayList<>();
    all.add(head.stream().<Cell>map(Text::new).toList());
    for (Row row : rows) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Text(row.measure().name()));
      cells.add(new Text(words.language().of(row.measure().definition().name())));
      cells.add(new Text(words.say("side." + row.side())));
      cells.addAll(row.cells());
      all.add(List.copyOf(cells));
    }
    if (!changes.isEmpty()) {
      all.add(List.of());
      all.add(
          List.of("id", "counted", "direction", "gate", "before", "after").stream()
              .<Cell>map(key -> new Text(words.say(key)))
              .toList());
      all.addAll(changes);
    }
    return List.copyOf(all);
  }
}
