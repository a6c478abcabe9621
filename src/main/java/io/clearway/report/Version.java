package io.clearway.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A report as it was given out under a number.
///
/// @param number from 1 on for each day; empty as long as the day runs, and for a look at an
///   earlier entry
/// @param changes against the number before
public record Version(Optional<Integer> number, ProvinceReport report, List<Change> changes) {

  /// A number that differs from the version before.
  public record Change(Measure measure, String gate, Side side, Count before, Count after) {}

  /// What is numbered together: the reports of one day of one complex.
  public record Series(String complex, LocalDate day, ZoneId zone) {}

  /// What was given out, kept. Thread-safe.
  public interface Store {
    /// What was given out in the order of the numbers, from 1.
    List<ProvinceReport> of(Series series);

    /// Keeps it under the number.
    ///
    /// @return false when that number is given already
    boolean add(Series series, int number, ProvinceReport report);
  }

  /// The report under its number: the last one when nothing changed since, else the next. While the
  /// day runs there is none, and nothing older than what was given out gets one.
  public static Version issue(Store store, String complex, ProvinceReport report) {
    if (report.edition() == Edition.OPEN) {
      return unnumbered(report);
    }
    Series series = new Series(complex, report.day(), report.zone());
    while (true) {
      List<ProvinceReport> given = store.of(series);
      Optional<ProvinceReport> last =
          given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
      if (last.filter(l -> says(l, report)).isPresent()) {
        return version(given, given.size());
      }
      if (last.filter(l -> l.asOfSeq() > report.asOfSeq()).isPresent()) {
        return unnumbered(report);
      }
      int next = given.size() + 1;
      if (store.add(series, next, report)) {
        List<ProvinceReport> all = new ArrayList<>(given);
        all.add(report);
        return version(all, next);
      }
    }
  }

  /// The report that was given out under that number.
  public static Optional<Version> find(Store store, Series series, int number) {
    List<ProvinceReport> given = store.of(series);
    return number < 1 || number > given.size()
        ? Optional.empty()
        : Optional.of(version(given, number));
  }

  /// What was given out last, in the order of the numbers and each with its changes.
  ///
  /// @param most so many at most
  public static List<Version> latest(Store store, Series series, int most) {
    List<ProvinceReport> given = store.of(series);
    List<Version> latest = new ArrayList<>();
    for (int number = Math.max(1, given.size() - most + 1); number <= given.size(); number++) {
      latest.add(version(given, number));
    }
    return List.copyOf(latest);
  }

  /// A report without a number.
  public static Version unnumbered(ProvinceReport report) {
    return new Version(Optional.empty(), report, List.of());
  }

  private static boolean says(ProvinceReport last, ProvinceReport now) {
    return last.edition() == now.edition() && last.lines().equals(now.lines());
  }

  private static Version version(List<ProvinceReport> given, int number) {
    ProvinceReport report = given.get(number - 1);
    List<Change> changes =
        number == 1 ? List.of() : changes(given.get(number - 2).lines(), report.lines());
    return new Version(Optional.of(number), report, changes);
  }

  /// What the later lines say otherwise; a line that is new comes from nothing known.
  static List<Change> changes(List<ProvinceReport.Line> before, List<ProvinceReport.Line> after) {
    List<Change> changes = new ArrayList<>();
    for (ProvinceReport.Line line : after) {
      Count was =
          before.stream()
              .filter(line::isSame)
              .map(ProvinceReport.Line::count)
              .findFirst()
              .orElse(Count.unknown(Count.Why.BEFORE_THE_BOOKS));
      if (!was.equals(line.count())) {
        changes.add(new Change(line.measure(), line.gate(), line.side(), was, line.count()));
      }
    }
    return List.copyOf(changes);
  }
}
