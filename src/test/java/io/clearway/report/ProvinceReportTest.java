package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.crossing.CrossingEvent;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import io.clearway.world.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvinceReportTest {

  private static final Event SITE =
      new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.site("test", "00", "2025-01-01")));

  private final Told told = new Told();

  private static Draft fruit(String hs) {
    Draft draft = new Draft();
    draft.hsCode = hs;
    return draft;
  }

  @Test
  void theEveningIsTheGatesOwnToTheMinute() {
    told.tell("10 06:00", SITE);
    told.exports(1, "10 19:00").exports(2, "10 20:00").exports(3, "10 20:01");
    told.leaves(1, "11 20:00", "11 20:00").exports(4, "11 20:00").exports(5, "11 20:01");
    told.leaves(2, "11 20:01", "11 20:01").leaves(4, "11 23:59", "11 23:59");
    assertThat(told.count("12 01:00", Measure.BACKLOG, Side.EXPORT)).isEqualTo(Count.of(3));
    assertThat(told.count("12 01:00", Measure.BACKLOG_CHANGE, Side.EXPORT)).isEqualTo(Count.of(1));
    assertThat(told.count("12 01:00", Measure.TRIPS, Side.EXPORT)).isEqualTo(Count.of(3));
    assertThat(told.count("11 23:59", Measure.TRIPS, Side.EXPORT)).isEqualTo(Count.of(1));
    assertThat(told.count("12 01:00", Measure.ARRIVALS, Side.EXPORT)).isEqualTo(Count.of(2));
  }

  @Test
  void whoIsTurnedBackIsCountedApartAndMakesNoTrip() {
    told.tell("10 06:00", SITE)
        .exports(1, "11 08:00")
        .exports(2, "11 08:10")
        .exports(3, "11 09:00");
    told.turned(1, "11 10:00").turned(2, "11 10:00").staysAfterAll(2, "11 10:05");
    told.turned(3, "11 12:00");
    assertThat(told.count("11 22:00", Measure.TURNED_BACK, Side.ALL)).isEqualTo(Count.of(0));
    told.leaves(1, "11 22:30", "11 22:30").leaves(2, "11 22:40", "11 22:40");
    assertThat(told.count("12 01:00", Measure.TURNED_BACK, Side.ALL)).isEqualTo(Count.of(1));
    assertThat(told.count("12 01:00", Measure.TRIPS, Side.EXPORT)).isEqualTo(Count.of(1));
    assertThat(told.count("12 01:00", Measure.ARRIVALS, Side.EXPORT)).isEqualTo(Count.of(3));
  }

  @Test
  void aVehicleThatTakesGoodsOverIsNoTripAndCountedApart() {
    Draft empty = new Draft();
    empty.regime = Registration.Regime.RECEIVING;
    empty.withGoods = false;
    told.tell("10 06:00", new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.changing())));
    told.registers(7, "10 08:00", empty);
    told.arrives(8, "HN", Direction.IMPORT, OptionalLong.of(7), "11 06:00");
    told.leaves(8, "11 09:00", "11 09:00");
    assertThat(told.count("12 01:00", Measure.TRIPS, Side.ALL)).isEqualTo(Count.of(0));
    assertThat(told.count("12 01:00", Measure.EMPTY, Side.ALL)).isEqualTo(Count.of(0));
    assertThat(told.count("12 01:00", Measure.RECEIVING, Side.ALL)).isEqualTo(Count.of(1));
  }

  @Test
  void whatNobodyRecordsIsUnknownAndNotZero() {
    told.tell("10 06:00", SITE).exports(1, "11 05:00");
    assertThat(told.count("12 01:00", Measure.RECEIVING, Side.ALL))
        .isEqualTo(Count.unknown(Count.Why.NOT_RECORDED));
  }

  @Test
  void whatHappensAtMidnightIsOfTheNextDay() {
    told.tell("10 06:00", SITE).exports(1, "10 19:00").exports(2, "11 00:00");
    told.leaves(1, "12 00:00", "12 00:00").exports(3, "12 00:00");
    assertThat(told.count("12 01:00", Measure.TRIPS, Side.EXPORT)).isEqualTo(Count.of(0));
    assertThat(told.count("12 01:00", Measure.ARRIVALS, Side.EXPORT)).isEqualTo(Count.of(1));
  }

  @Test
  void aDayBeforeTheBooksIsUnknownAndNotZero() {
    told.tell("12 06:00", SITE);
    assertThat(told.report("13 01:00").lines())
        .allMatch(l -> l.count().equals(Count.unknown(Count.Why.BEFORE_THE_BOOKS)));
  }

  @Test
  void aDayThatHasNotBegunIsUnknownAndNotZero() {
    told.tell("09 06:00", SITE);
    assertThat(told.report("10 12:00").lines())
        .isNotEmpty()
        .allMatch(l -> l.count().equals(Count.unknown(Count.Why.NOT_YET)));
  }

  @Test
  void booksThatBeginOnTheDaySayFromWhen() {
    told.tell("11 04:00", SITE).exports(1, "11 05:00");
    ProvinceReport report = told.report("12 01:00");
    assertThat(report.since()).isEqualTo(Optional.of(Told.at("11 04:00")));
    assertThat(report.count(Measure.BACKLOG_CHANGE, "HN", Side.EXPORT))
        .isEqualTo(Count.unknown(Count.Why.BEFORE_THE_BOOKS));
    assertThat(report.count(Measure.BACKLOG, "HN", Side.EXPORT)).isEqualTo(Count.of(1));
  }

  @ParameterizedTest
  @CsvSource({
    "08109092, 1",
    "08061000, 1",
    "08062000, 0",
    "08051000, 1",
    "08021100, 0",
    "40012200, 0",
  })
  void freshFruitIsKnownByItsHeading(String hs, long fruit) {
    told.tell("10 06:00", SITE).registers(7, "10 08:00", fruit(hs));
    told.arrives(8, "HN", Direction.EXPORT, OptionalLong.of(7), "11 06:00");
    told.leaves(8, "11 09:00", "11 09:00");
    assertThat(told.count("12 01:00", Measure.FRUIT, Side.EXPORT)).isEqualTo(Count.of(fruit));
  }

  @Test
  void anAmendmentAfterwardsMakesAnotherVersionAndNamesTheFigure() {
    told.tell("10 06:00", SITE).registers(7, "10 08:00", fruit("40012200"));
    told.arrives(8, "HN", Direction.EXPORT, OptionalLong.of(7), "11 06:00");
    told.leaves(8, "11 09:00", "11 09:00");
    KeptVersions kept = new KeptVersions();
    assertThat(Version.issue(kept, "test", told.report("12 01:00")).number()).contains(1);
    var change = new Registration.Change(Told.at("12 08:00"), List.of("goodsGroups"));
    told.tell(
        "12 08:00",
        new Event.OfRegistration(
            new RegistrationEvent.Amended(7, change, fruit("08109092").form(), List.of(), true)));
    Version second = Version.issue(kept, "test", told.report("12 09:00"));
    assertThat(second.number()).contains(2);
    assertThat(second.changes())
        .containsExactly(
            new Version.Change(Measure.FRUIT, "ALL", Side.ALL, Count.of(0), Count.of(1)),
            new Version.Change(Measure.FRUIT, "HN", Side.ALL, Count.of(0), Count.of(1)),
            new Version.Change(Measure.FRUIT, "ALL", Side.EXPORT, Count.of(0), Count.of(1)),
            new Version.Change(Measure.FRUIT, "HN", Side.EXPORT, Count.of(0), Count.of(1)));
    var series = new Version.Series("test", second.report().day(), second.report().zone());
    assertThat(Version.latest(kept, series, 30)).hasSize(2).last().isEqualTo(second);
    assertThat(Version.latest(kept, series, 1)).containsExactly(second);
  }

  @Test
  void carriedBooksSayTheSame() {
    told.tell("10 06:00", SITE).exports(1, "10 10:00").exports(2, "11 07:00");
    told.tell(
        "11 07:30",
        new CrossingEvent.FirstKeyTurned(
            2,
            io.clearway.crossing.KeyHolder.CUSTOMS,
            1,
            Told.at("11 07:30"),
            Told.at("11 07:45")));
    told.yardIn(2, "11 08:00");
    List<ProvinceReport.Line> before = told.report("11 21:00").lines();
    for (var crossing : told.world.crossings().all().values()) {
      told.entries.add(
          new io.clearway.journal.Entry(
              told.entries.size() + 1L,
              Told.at("11 20:30"),
              0,
              new java.util.UUID(0, 99),
              "carried",
              List.of(new Event.OfCrossing(new CrossingEvent.CrossingCarried(crossing)))));
    }
    assertThat(told.report("11 21:00").lines()).isEqualTo(before);
    assertThat(told.count("11 21:00", Measure.IN_YARDS, Side.EXPORT)).isEqualTo(Count.of(1));
  }

  /// The page of rules prints every definition as the code has it.
  @Test
  void thePageSaysWhatEveryNumberCounts() throws Exception {
    String page = Files.readString(Path.of("docs/rules/report.md"));
    for (Measure.Definition definition : Measure.definitions()) {
      assertThat(page)
          .contains(
              "| `"
                  + definition.measure()
                  + "` | "
                  + definition.name().en()
                  + " | "
                  + definition.counts().en()
                  + " | "
                  + definition.clock()
                  + " |");
      for (String text :
          List.of(
              definition.name().vi(),
              definition.name().zh(),
              definition.counts().vi(),
              definition.counts().zh())) {
        assertThat(text).isNotBlank();
      }
    }
  }
}
