package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.link.api.DayAtTheDoor;
import io.clearway.statistics.Kept;
import io.clearway.statistics.Period;
import io.clearway.statistics.Question;
import io.clearway.statistics.StatisticsTables;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A day that was published comes out as it was published: 2,111 vehicles, each with every word
/// that its passage takes, are said over the real HTTP door, and the reports are asked there.
/// Nothing is sampled. The engine, the doors and the reports are the program's; the journal is a
/// list, and the clock is turned from word to word, so nothing rings when a key is late.
class PublishedDayTest {

  private static final Path GIVEN = Path.of("..", "shared", "data", "lang-son", "daily-flow.csv");

  private static final Published PUBLISHED = Published.noted();
  private static final PublishedDay PLAYED = new PublishedDay(PUBLISHED);
  @TempDir private static Path folder;
  private static @Nullable DayAtTheDoor atTheDoor;
  private static List<Entry> entries = List.of();

  /// What was told in the last minute of the day.
  private static ObjectNode board = JsonMapper.shared().createObjectNode();

  private static ObjectNode overview = JsonMapper.shared().createObjectNode();

  private static DayAtTheDoor door() {
    return Objects.requireNonNull(atTheDoor);
  }

  @BeforeAll
  static void theDayIsPlayed() {
    atTheDoor = new DayAtTheDoor(folder, PublishedDay.BEGIN);
    PLAYED.play(door(), PublishedDay.at(PublishedDay.DAY, 24 * 60 - 1));
    board = door().board();
    overview = door().read("/overview");
    PLAYED.play(door());
    entries = door().entries();
  }

  @AfterAll
  static void theDoorIsClosed() {
    door().close();
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

  /// Every vehicle that goes has every word it needs, each from its own agency and the barrier's
  /// last; who is not released stays.
  @Test
  void everyVehicleHasItsWordsInTheirOrderAndNoneLeavesWithoutRelease() {
    PublishedStory story = new PublishedStory(entries, door().world());
    assertThat(PLAYED.trucks()).hasSize(2_111);
    for (PublishedTruck truck : PLAYED.trucks()) {
      assertThat(story.of(truck)).as(truck.plate()).isEqualTo(PublishedStory.expected(truck));
    }
    assertThat(story.cases()).as("cases, and what nobody played").isEmpty();
    assertThat(door().world().cases().open().size()).isZero();
    List<PublishedTruck> staying =
        PLAYED.trucks().stream().filter(truck -> truck.way().leaves().isEmpty()).toList();
    assertThat(staying).hasSize(440);
    Instant end = PublishedDay.at(PublishedDay.DAY.plusDays(1), 12 * 60);
    for (PublishedTruck truck : staying) {
      World world = door().world();
      var load = world.registrations().find(truck.registration()).orElseThrow();
      var passage = world.crossings().find(truck.crossing()).orElseThrow();
      assertThat(passage.live()).as(truck.plate()).isTrue();
      assertThat(Loads.mayLeave(world, load.id(), end)).as(truck.plate()).isFalse();
    }
  }

  /// The same figures in every form in which the door gives them.
  @Test
  void everyFormOfTheReportSaysThePublishedNumbers() throws IOException {
    String path = "/reports/province?day=" + PublishedDay.DAY;
    JsonNode json = door().read(path);
    JsonNode gates = json.path("gates");
    assertThat(json.path("edition").asString("")).isEqualTo("FINAL");
    String file = path + "&lang=en&format=";
    for (Published.Says says :
        List.of(
            PublishedFiles.json(json),
            PublishedFiles.rows(PublishedFiles.csv(door().file(file + "csv")), gates),
            PublishedFiles.rows(PublishedFiles.xlsx(door().file(file + "xlsx")), gates))) {
      assertThat(PUBLISHED.differencesFrom(Set.of(Measure.values()), says)).isEmpty();
      assertThat(says.of(Measure.RECEIVING, "ALL", Side.ALL)).isEqualTo("0");
      assertThat(says.of(Measure.TURNED_BACK, "ALL", Side.ALL)).isEqualTo("5");
    }
  }

  @Test
  void theDaysCountSaysThePublishedNumbers() {
    JsonNode daily = door().read("/reports/daily?date=" + PublishedDay.DAY);
    var told = Set.of(Measure.TRIPS, Measure.ARRIVALS, Measure.BACKLOG);
    Published.Says says =
        (measure, gate, side) ->
            switch (measure) {
              case TRIPS -> sum(daily.path("rows"), gate, side, "cleared");
              case ARRIVALS -> sum(daily.path("rows"), gate, side, "arrivals");
              default -> sum(daily.path("backlog2000"), gate, side, "backlog");
            };
    assertThat(PUBLISHED.differencesFrom(told, says)).isEmpty();
  }

  /// And the tables that follow the journal, to the vehicle, by gate and direction.
  @Test
  void theStatisticsSayThePublishedNumbers() throws SQLException {
    Kept kept = new Kept().write(entries);
    kept.catchUp();
    var tables = new StatisticsTables(Kept.DATABASE, kept.complex);
    Published.Says says =
        (measure, gate, side) -> {
          Question.Filter all = Question.Filter.none();
          var filter =
              new Question.Filter(
                  gate.equals(ProvinceReport.EVERYWHERE) ? Optional.empty() : Optional.of(gate),
                  side == Side.ALL ? Optional.empty() : Optional.of(Direction.valueOf(side.name())),
                  all.regime(),
                  all.trade(),
                  all.goods(),
                  all.commodity(),
                  all.hs());
          Period day = new Period(PublishedDay.DAY, PublishedDay.DAY);
          var question =
              new Question(day, Question.Step.DAY, Question.By.KIND, filter, PublishedDay.ZONE);
          return Long.toString(
              tables.ask(question).lines().stream()
                  .mapToLong(line -> line.amounts().vehicles())
                  .sum());
        };
    assertThat(PUBLISHED.differencesFrom(Set.of(Measure.TRIPS), says)).isEmpty();
  }

  /// Nothing comes or goes on the export side between 20:00 and midnight: what is here in the last
  /// minute is the backlog of the evening.
  @Test
  void theBoardAndTheOverviewSayThePublishedNumbersInTheLastMinute() {
    var told = Set.of(Measure.TRIPS, Measure.BACKLOG);
    Published.Says ofBoard =
        (measure, gate, side) ->
            measure == Measure.TRIPS
                ? sum(board.path("gates"), gate, side, "today")
                : sum(board.path("gates"), gate, side, "waiting", "inside");
    assertThat(PUBLISHED.differencesFrom(told, ofBoard)).isEmpty();
    Published.Says ofOverview =
        (measure, gate, side) ->
            measure == Measure.TRIPS
                ? sum(overview.path("gates"), gate, side, "cleared")
                : sum(overview.path("gates"), gate, side, "live");
    assertThat(PUBLISHED.differencesFrom(told, ofOverview)).isEmpty();
    assertThat(overview.path("openCases").asInt(-1)).isZero();
  }

  private static String sum(JsonNode rows, String gate, Side side, String... names) {
    return PublishedFiles.sum(
        rows,
        gate,
        side,
        row -> Stream.of(names).mapToLong(name -> row.path(name).asLong(-1)).sum());
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
  void whatWasCountedAndDidNotHappenIsZero() {
    assertThat(count(atTheEnd(), Measure.RECEIVING, "ALL", Side.ALL)).isEqualTo(Count.of(0));
    assertThat(count(atTheEnd(), Measure.TURNED_BACK, "ALL", Side.ALL))
        .isEqualTo(Count.of(PublishedDay.TURNED));
    assertThat(count(atTheEnd(), Measure.TURNED_BACK, "TT", Side.ALL)).isEqualTo(Count.of(0));
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
