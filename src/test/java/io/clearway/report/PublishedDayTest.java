package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.journal.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A day that was published, fed to the engine truck by truck, comes out as it was published.
class PublishedDayTest {

  private static final Path GIVEN = Path.of("..", "shared", "data", "lang-son", "daily-flow.csv");

  private static final Published PUBLISHED = Published.noted();
  private static List<Entry> entries = List.of();

  @BeforeAll
  static void theDayIsPlayed() {
    entries = PublishedDay.entries(PUBLISHED);
  }

  private static ProvinceReport asOf(int minute) {
    Instant moment = PublishedDay.at(PublishedDay.DAY, minute);
    long seq = PublishedDay.seqBefore(entries, moment);
    return ProvinceReport.of(
        entries, new ProvinceReport.Question(PublishedDay.DAY, PublishedDay.ZONE, seq, moment));
  }

  private static ProvinceReport atTheEnd() {
    return asOf(24 * 60 + 60);
  }

  private static Count count(ProvinceReport report, Measure measure, String gate, Side side) {
    return report.count(measure, gate, side);
  }

  @Test
  void thePublishedNumbersComeOutOneByOne() {
    ProvinceReport report = atTheEnd();
    assertThat(report.edition()).isEqualTo(Edition.FINAL);
    assertThat(PUBLISHED.differencesFrom(report)).isEmpty();
    assertThat(PUBLISHED.figures().stream().filter(Published.Figure::known)).hasSize(20);
    assertThat(PUBLISHED.figures().stream().filter(f -> !f.known())).hasSize(11);
  }

  /// A report that counts another evening is found: the comparison can fail.
  @Test
  void aReportOfAnotherDayDiffersInEveryFigureOfTheDay() {
    ProvinceReport other =
        ProvinceReport.of(
            entries,
            new ProvinceReport.Question(
                PublishedDay.DAY.minusDays(1),
                PublishedDay.ZONE,
                entries.size(),
                PublishedDay.at(PublishedDay.DAY, 0)));
    assertThat(PUBLISHED.differencesFrom(other)).hasSizeGreaterThan(18);
  }

  @Test
  void ourNotesSayWhatTheGivenTableSays() throws IOException {
    assumeTrue(Files.exists(GIVEN), "SKIPPED: the given table is not beside this checkout");
    Published given = Published.given(GIVEN, "2025-11-11");
    assertThat(given.figures())
        .hasSize(20)
        .containsExactlyInAnyOrderElementsOf(
            PUBLISHED.figures().stream().filter(Published.Figure::known).toList());
  }

  @Test
  void tripsAreWithGoodsOrEmptyOrNewOrNotRegistered() {
    ProvinceReport report = atTheEnd();
    for (String gate : List.of("ALL", "HN", "TT", "COC", "CM")) {
      for (Side side : Side.values()) {
        long parts = 0;
        for (Measure part :
            List.of(Measure.LOADED, Measure.EMPTY, Measure.NEW_VEHICLES, Measure.UNREGISTERED)) {
          parts += known(report, part, gate, side);
        }
        assertThat(parts).as(gate + side).isEqualTo(known(report, Measure.TRIPS, gate, side));
      }
    }
    assertThat(known(report, Measure.EMPTY, "TT", Side.IMPORT)).isEqualTo(30);
    assertThat(known(report, Measure.NEW_VEHICLES, "HN", Side.IMPORT)).isEqualTo(91);
  }

  private static long known(ProvinceReport report, Measure measure, String gate, Side side) {
    return count(report, measure, gate, side) instanceof Count.Known(long is) ? is : -1_000_000;
  }

  @Test
  void whatNobodyRecordsIsUnknownAndNotZero() {
    assertThat(count(atTheEnd(), Measure.RECEIVING, "ALL", Side.ALL))
        .isEqualTo(Count.unknown(Count.Why.NOT_RECORDED));
    assertThat(count(atTheEnd(), Measure.TURNED_BACK, "ALL", Side.ALL)).isEqualTo(Count.of(0));
  }

  @Test
  void inTheAfternoonTheEveningIsNotKnownYet() {
    ProvinceReport report = asOf(16 * 60);
    assertThat(report.edition()).isEqualTo(Edition.OPEN);
    assertThat(count(report, Measure.BACKLOG, "HN", Side.EXPORT))
        .isEqualTo(Count.unknown(Count.Why.NOT_YET));
    assertThat(known(report, Measure.TRIPS, "ALL", Side.ALL)).isBetween(300L, 1_200L);
  }

  /// Forty imports leave after 20:00: they are of the day and not of its cut-off.
  @Test
  void theCutOffCountsUntilEightAndTheFinalUntilMidnight() {
    ProvinceReport cut = asOf(21 * 60 + 30);
    assertThat(cut.edition()).isEqualTo(Edition.CUT_OFF);
    assertThat(known(cut, Measure.TRIPS, "ALL", Side.ALL)).isEqualTo(1_616 - 40);
    assertThat(known(cut, Measure.BACKLOG, "ALL", Side.EXPORT)).isEqualTo(440);
  }

  @Test
  void laterFactsMakeTheNextNumberWithWhatChanged() {
    KeptVersions kept = new KeptVersions();
    Version first = Version.issue(kept, "lang-son", asOf(20 * 60));
    Version again = Version.issue(kept, "lang-son", asOf(20 * 60));
    assertThat(first.number()).isEqualTo(Optional.of(1));
    assertThat(again.number()).isEqualTo(Optional.of(1));
    Version second = Version.issue(kept, "lang-son", asOf(20 * 60 + 59));
    assertThat(second.number()).isEqualTo(Optional.of(2));
    long late =
        known(second.report(), Measure.TRIPS, "ALL", Side.ALL)
            - known(first.report(), Measure.TRIPS, "ALL", Side.ALL);
    assertThat(late).as("leavings before 20:00 that were told after it").isPositive();
    assertThat(second.changes())
        .contains(
            new Version.Change(
                Measure.TRIPS,
                "ALL",
                Side.ALL,
                count(first.report(), Measure.TRIPS, "ALL", Side.ALL),
                count(second.report(), Measure.TRIPS, "ALL", Side.ALL)))
        .allMatch(change -> !change.before().equals(change.after()))
        .noneMatch(change -> change.measure() == Measure.ARRIVALS);
    Version third = Version.issue(kept, "lang-son", atTheEnd());
    assertThat(third.number()).isEqualTo(Optional.of(3));
    var series = new Version.Series("lang-son", PublishedDay.DAY, PublishedDay.ZONE);
    assertThat(Version.find(kept, series, 1)).isEqualTo(Optional.of(first));
    assertThat(Version.find(kept, series, 4)).isEmpty();
    Version earlier = Version.issue(kept, "lang-son", asOf(20 * 60));
    assertThat(earlier.number()).as("older than what was given out").isEmpty();
  }

  @Test
  void theWaitForTheBorderGuardIsWhatWasPlayed() {
    Hours hours = Hours.of(entries, PublishedDay.DAY, PublishedDay.ZONE, entries.size());
    Hours.Span gap =
        hours.spans().stream()
            .filter(s -> s.gate().isEmpty())
            .filter(s -> s.interval().id().equals("CUSTOMS_KEY-BORDER_GUARD_KEY"))
            .findFirst()
            .orElseThrow();
    assertThat(gap.times().median()).isEqualTo(Optional.of(Duration.ofMinutes(15)));
    assertThat(gap.times().p90()).isEqualTo(Optional.of(Duration.ofMinutes(83)));
    assertThat(gap.times().longest()).isEqualTo(Optional.of(Duration.ofMinutes(83)));
    assertThat(gap.times().count()).isGreaterThan(1_500);
    assertThat(hours.slowest()).hasSize(10);
    assertThat(hours.slowest().getFirst().interval().party()).isEqualTo(Step.Party.YARD);
  }
}
