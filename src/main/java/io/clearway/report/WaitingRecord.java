package io.clearway.report;

import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.site.Agency;
import io.clearway.view.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Where one vehicle was, since when, and whose cause each stretch of its waiting was, from the
/// journal alone. Rules: docs/rules/report.md, J-1 to J-9.
///
/// @param asOf the moment up to which it tells
/// @param stretches without a gap from the first to the last
/// @param totals of every cause
/// @param plugged when its reefer was at the mains
public record WaitingRecord(
    Head head,
    Instant asOf,
    boolean over,
    List<Stretch> stretches,
    List<Total> totals,
    List<Plugged> plugged) {

  /// The name and version of what it means.
  public static final String DEFINITION = "waiting/1";

  /// Which vehicle.
  ///
  /// @param facing the other side's clock
  /// @param number of the transport registration, when it has one
  /// @param plate as long as it was not erased
  /// @param asOfSeq the last entry that was looked at
  public record Head(
      String complex,
      ZoneId zone,
      ZoneId facing,
      UUID crossing,
      Optional<String> number,
      Personal<String> plate,
      String gate,
      Direction direction,
      long asOfSeq) {}

  /// What kind of place.
  public enum Spot {
    /// A holding park before the gate.
    PARK,
    GATE,
    YARD,
    /// Between our gate and the line.
    ROAD,
    OTHER_SIDE
  }

  /// @param code a yard's or a park's; else the gate's reporting line
  public record Where(Spot spot, String code) {}

  /// @param causes one at least; each for all of it
  public record Stretch(Instant from, Instant to, Where where, List<Standing.Cause> causes) {

    public Duration lasted() {
      return Duration.between(from, to);
    }
  }

  /// How long that cause kept the vehicle.
  ///
  /// @param alone for how much of it there was no other cause
  public record Total(
      Standing.Kind kind, Optional<Agency> agency, Duration lasted, Duration alone) {}

  /// @param to empty: it is plugged in
  public record Plugged(Instant from, Optional<Instant> to) {}

  /// Of which passage, and up to when it is told.
  ///
  /// @param crossing the passage's id inside
  public record Question(long crossing, long asOfSeq, Instant asOf) {}

  /// Empty when the entries do not know the passage.
  ///
  /// @param entries from books on that were opened before the vehicle came
  public static Optional<WaitingRecord> of(Iterable<Entry> entries, Question question) {
    WaitingFold fold = new WaitingFold(question);
    for (Entry entry : entries) {
      if (entry.seq() > question.asOfSeq()) {
        break;
      }
      fold.take(entry);
    }
    return fold.record();
  }

  public Instant from() {
    return stretches.isEmpty() ? asOf : stretches.getFirst().from();
  }

  public Instant to() {
    return stretches.isEmpty() ? asOf : stretches.getLast().to();
  }

  public Duration lasted() {
    return Duration.between(from(), to());
  }

  /// Of each agency apart, what nobody's agency is together.
  static List<Total> totals(List<Stretch> stretches) {
    Map<Standing.Cause, Duration> all = new TreeMap<>();
    Map<Standing.Cause, Duration> alone = new TreeMap<>();
    for (Stretch stretch : stretches) {
      List<Standing.Cause> whose =
          stretch.causes().stream().map(WaitingRecord::whose).distinct().toList();
      whose.forEach(one -> all.merge(one, stretch.lasted(), Duration::plus));
      if (whose.size() == 1) {
        alone.merge(whose.getFirst(), stretch.lasted(), Duration::plus);
      }
    }
    return all.entrySet().stream()
        .map(one ->
            new Total(
                one.getKey().kind(),
                one.getKey().agency(),
                one.getValue(),
                alone.getOrDefault(one.getKey(), Duration.ZERO)))
        .toList();
  }

  /// Without what it was about; of what is no agency's, without the agency too.
  private static Standing.Cause whose(Standing.Cause cause) {
    return new Standing.Cause(
        cause.kind(), cause.kind() == Standing.Kind.TRADER ? Optional.empty() : cause.agency(), "");
  }
}
