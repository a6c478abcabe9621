package io.clearway.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Journals in a real PostgreSQL.
class ProjectorTest {

  static final String PASSED =
      "select day || ' ' || gate || ' ' || direction || ' ' || kind || ' ' || regime || ' '"
          + " || class || ' ' || heading || ' ' || vehicles || ' '"
          + " || weight_kg from statistics_day";

  static final List<String> TOLD =
      List.of(
          "2025-11-10 HN EXPORT GOODS EXPORT FRESH_FRUIT 0810 1 20000",
          "2025-11-10 HN IMPORT EMPTY EMPTY   1 0",
          "2025-11-10 HN IMPORT GOODS BORDER_RESIDENTS FARM 0714 1 20000",
          "2025-11-10 HN IMPORT RECEIVING RECEIVING   1 0",
          "2025-11-11 HN EXPORT GOODS EXPORT CHEMICALS 4001 1 20000",
          "2025-11-11 HN EXPORT UNREGISTERED    1 0",
          "2025-11-11 HN IMPORT GOODS IMPORT ELECTRONICS 8517 1 20000",
          "2025-11-11 TT EXPORT GOODS EXPORT FRESH_FRUIT 0807 1 20000");

  @Test
  void whatPassedCountsOnceOnItsDayAtItsGate() throws SQLException {
    Kept kept = new Story().written();
    kept.catchUp();
    assertThat(kept.lines(PASSED)).isEqualTo(TOLD);
  }

  /// Entry by entry beside the gate, or in one go: every row of every table is the same.
  @Test
  void whatWasFollowedIsWhatIsMadeAnew() throws SQLException {
    Kept kept = new Story().followed();
    List<String> followed = kept.tables();
    assertThat(kept.lines(PASSED)).isEqualTo(TOLD);
    Projector.forget(Kept.DATABASE, kept.complex);
    assertThat(kept.tables()).isEmpty();
    assertThat(kept.catchUp()).isGreaterThan(0);
    assertThat(kept.tables()).isEqualTo(followed);
    assertThat(kept.catchUp()).isZero();
    assertThat(kept.tables()).isEqualTo(followed);
  }

  @Test
  void aMonthIsTheSumOfItsDays() throws SQLException {
    Kept kept = new Story().written();
    kept.catchUp();
    String month =
        "select gate || direction || kind || class || heading || vehicles from statistics_month";
    assertThat(kept.lines(month)).hasSize(TOLD.size());
    assertThat(kept.lines("select sum(vehicles)::text from statistics_month"))
        .isEqualTo(List.of("8"));
  }

  /// What it stood turned and passed after all is no part of its stay: two hours of four.
  @Test
  void aStayIsFromTheArrivalToTheLeavingWithoutWhatItStoodTurned() throws SQLException {
    Kept kept = new Story().written();
    kept.catchUp();
    String stays = "select gate || ' ' || class || ' ' || buckets[1] from statistics_stay_day";
    assertThat(kept.lines(stays))
        .contains(
            "TT FRESH_FRUIT " + Buckets.of(Duration.ofHours(2)),
            "HN FRESH_FRUIT " + Buckets.of(Duration.ofHours(3)));
  }

  @Test
  void whatAPassageWasToldIsInOneRow() throws SQLException {
    Kept kept = new Story().written();
    kept.catchUp();
    assertThat(
            kept.lines(
                "select crossing || ' ' || kind || ' ' || trade || ' ' || coalesce(hs, '-')"
                    + " || ' ' || coalesce(vehicle_class, '-') || ' '"
                    + " || (turned is not null) || ' '"
                    + " || coalesce(to_char(gate_left at time zone 'UTC', 'DD HH24:MI'), '-')"
                    + " from statistics_told"))
        .contains(
            "11 GOODS OFFICIAL 08109092 VT6 false 10 05:00",
            "14 GOODS RESIDENTS 07141011 VT6 false 10 06:00",
            "15 GOODS OFFICIAL 08071100 VT6 true 10 08:30",
            "18 UNREGISTERED UNKNOWN - - false 11 07:00");
  }

  /// Four at once on one journal, and each goes on from where another stopped.
  @Test
  void severalProjectorsCountNothingTwice() throws Exception {
    Kept kept = new Story().written();
    List<Callable<Long>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(kept::catchUp);
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Long> one : threads.invokeAll(all)) {
        one.get();
      }
    }
    assertThat(kept.lines(PASSED)).isEqualTo(TOLD);
  }

  /// No table has a column for what is personal, and no row holds it.
  @Test
  void nothingPersonalIsKept() throws SQLException {
    Kept kept = new Story().written();
    kept.catchUp();
    String all = String.join("\n", kept.tables());
    assertThat(all).contains("FRESH_FRUIT");
    assertThat(all)
        .doesNotContain("29C", "P11", "P12", "Thử", "0012345678", "999000000001", "308000000001");
  }
}
