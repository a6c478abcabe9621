package io.clearway.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Figures that were published of a day, each in its place of the layout.
record Published(List<Figure> figures) {

  private static final Pattern CHANGE = Pattern.compile("backlog change ([+-][0-9]+)");
  private static final Pattern NEW = Pattern.compile("([0-9]+) new cars");

  /// @param is empty where nothing was published
  record Figure(Measure measure, String gate, Side side, OptionalLong is) {
    boolean known() {
      return is.isPresent();
    }
  }

  /// Our own notes of the published figures.
  static Published noted() {
    List<Figure> figures = new ArrayList<>();
    for (String line : text().lines().filter(l -> !l.startsWith("#")).skip(1).toList()) {
      String[] cells = line.split(",", -1);
      OptionalLong is =
          cells[3].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[3]));
      figures.add(new Figure(Measure.valueOf(cells[0]), cells[1], Side.valueOf(cells[2]), is));
    }
    return new Published(List.copyOf(figures));
  }

  private static String text() {
    try (InputStream in = Published.class.getResourceAsStream("/report/2025-11-11.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What a file of daily flows says of that day.
  static Published given(Path file, String day) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(day) && cells[1].equals(day)) {
        row(cells, figures);
      }
    }
    return new Published(List.copyOf(figures));
  }

  private static void row(String[] cells, List<Figure> figures) {
    String gate = cells[2];
    Side side = Side.valueOf(cells[3]);
    add(figures, Measure.TRIPS, gate, side, cells[4]);
    add(figures, Measure.FRUIT, gate, side, cells[5]);
    if (side == Side.EXPORT) {
      add(figures, Measure.ARRIVALS, gate, side, cells[6]);
      add(figures, Measure.BACKLOG, gate, side, cells[7]);
      add(figures, Measure.BACKLOG_FRUIT, gate, side, cells[8]);
      Matcher change = CHANGE.matcher(cells[9]);
      add(figures, Measure.BACKLOG_CHANGE, gate, side, change.find() ? change.group(1) : "");
    }
    if (side == Side.IMPORT) {
      Matcher cars = NEW.matcher(cells[9]);
      add(figures, Measure.NEW_VEHICLES, gate, side, cars.find() ? cars.group(1) : "");
    }
  }

  private static void add(
      List<Figure> figures, Measure measure, String gate, Side side, String is) {
    if (!is.isEmpty()) {
      figures.add(new Figure(measure, gate, side, OptionalLong.of(Long.parseLong(is))));
    }
  }

  /// @throws IllegalArgumentException when it was not published
  int get(Measure measure, String gate, Side side) {
    return figures.stream()
        .filter(f -> f.measure() == measure && f.gate().equals(gate) && f.side() == side)
        .filter(Figure::known)
        .mapToInt(f -> Math.toIntExact(f.is().getAsLong()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(measure + " " + gate + " " + side));
  }

  /// What something says of a figure, as a number; anything else where it does not know.
  interface Says {
    String of(Measure measure, String gate, Side side);
  }

  /// What a report says otherwise than what was published. What was not published is not compared.
  List<String> differencesFrom(ProvinceReport report) {
    return differencesFrom(
        Set.of(Measure.values()),
        (measure, gate, side) ->
            report.count(measure, gate, side) instanceof Count.Known(long is)
                ? Long.toString(is)
                : "unknown");
  }

  /// The same of whatever tells only some measures.
  List<String> differencesFrom(Set<Measure> told, Says says) {
    List<String> found = new ArrayList<>();
    for (Figure figure : figures) {
      if (figure.known() && told.contains(figure.measure())) {
        String said = says.of(figure.measure(), figure.gate(), figure.side());
        if (!said.equals(Long.toString(figure.is().getAsLong()))) {
          found.add(figure + " and what is said is " + said);
        }
      }
    }
    return found;
  }
}
