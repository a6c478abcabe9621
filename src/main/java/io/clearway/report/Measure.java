package io.clearway.report;

import io.clearway.site.Places.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What the province's daily report counts, in the order of its layout. What each means stands in
/// `report/measures.tsv`, in three languages, and in docs/rules/report.md.
public enum Measure {
  TRIPS,
  LOADED,
  FRUIT,
  EMPTY,
  NEW_VEHICLES,
  UNREGISTERED,
  RECEIVING,
  TURNED_BACK,
  ARRIVALS,
  BACKLOG,
  BACKLOG_CHANGE,
  BACKLOG_FRUIT,
  IN_YARDS;

  /// For which directions it is counted.
  public List<Side> sides() {
    return switch (this) {
      case TRIPS, LOADED, FRUIT, EMPTY, NEW_VEHICLES, UNREGISTERED, IN_YARDS ->
          List.of(Side.values());
      case RECEIVING, TURNED_BACK -> List.of(Side.ALL);
      case ARRIVALS, BACKLOG, BACKLOG_CHANGE, BACKLOG_FRUIT -> List.of(Side.EXPORT);
    };
  }

  /// The written definition.
  ///
  /// @param clock by whose clock: of the device that reported, or ours
  /// @param name what a table calls it
  /// @param counts what it counts, in a sentence
  public record Definition(Measure measure, Clock clock, Label name, Label counts) {}

  /// By which clock something is counted.
  public enum Clock {
    /// Of the device that saw it.
    DEVICE,
    /// Ours: when it was recorded.
    OURS,
    /// Nothing tells it yet.
    NONE
  }

  /// Every definition, in the order of the layout.
  public static List<Definition> definitions() {
    return Written.ALL;
  }

  public Definition definition() {
    return Written.ALL.stream().filter(d -> d.measure() == this).findFirst().orElseThrow();
  }

  /// Read once.
  private static final class Written {
    private static final int COLUMNS = 8;
    static final List<Definition> ALL = read();

    private static List<Definition> read() {
      List<Definition> all =
          text().lines().skip(1).map(line -> line.split("\t", -1)).map(Written::row).toList();
      if (!all.stream().map(Definition::measure).toList().equals(List.of(values()))) {
        throw new IllegalStateException("measures.tsv does not name every measure in order");
      }
      return all;
    }

    private static Definition row(String[] cells) {
      if (cells.length != COLUMNS) {
        throw new IllegalStateException("measures.tsv: a row of " + cells.length + " cells");
      }
      return new Definition(
          valueOf(cells[0]),
          Clock.valueOf(cells[1]),
          new Label(cells[2], cells[3], cells[4]),
          new Label(cells[5], cells[6], cells[7]));
    }

    private static String text() {
      try (InputStream in = Measure.class.getResourceAsStream("/report/measures.tsv")) {
        return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
