package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Turning;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DailyReportTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate DAY = LocalDate.of(2025, 8, 29);

  private final List<Entry> entries = new ArrayList<>();
  private World world = World.empty();

  private void happens(CrossingEvent fact) {
    happens(new Event.OfCrossing(fact));
  }

  private void happens(Event event) {
    world = world.apply(event);
    long seq = entries.size() + 1L;
    entries.add(new Entry(seq, Instant.EPOCH, 0, new UUID(0, seq), "test", List.of(event)));
  }

  private void arrives(long id, Direction direction, String at) {
    arrives(id, direction, at, OptionalLong.empty());
  }

  private void arrives(long id, Direction direction, String at, OptionalLong papers) {
    Instant occurred = Instant.parse(at);
    Personal<String> plate = new Personal.Known<>(new Subject(0, id), "P" + id);
    happens(
        new CrossingEvent.VehicleArrived(
            id,
            new UUID(1, id),
            papers,
            plate,
            "HN",
            direction,
            occurred,
            occurred,
            Optional.empty()));
  }

  private void leaves(long id, String at) {
    Instant occurred = Instant.parse(at);
    happens(new CrossingEvent.GateLeft(id, occurred, occurred, Optional.empty()));
  }

  private void turned(long id) {
    happens(
        new CrossingEvent.VehicleTurned(
            id, new Turning(Turning.Reason.OTHER, Optional.empty(), 9, Instant.EPOCH)));
  }

  /// A registration with that id.
  private void registered(long id, Registration.Regime regime) {
    Draft draft = new Draft();
    draft.direction = Direction.IMPORT;
    draft.regime = regime;
    UUID key = new UUID(2, id);
    var held =
        new Registration(
            id,
            key,
            3,
            Instant.EPOCH,
            Registration.Via.API,
            Optional.empty(),
            List.of(),
            List.of(),
            draft.form());
    happens(new Event.OfRegistration(new RegistrationEvent.Registered(held, Instant.EPOCH)));
  }

  @Test
  void whoTakesGoodsOverInAYardNeitherArrivesNorLeaves() {
    registered(81, Registration.Regime.IMPORT);
    registered(82, Registration.Regime.RECEIVING);
    arrives(1, Direction.IMPORT, "2025-08-29T01:00:00Z", OptionalLong.of(81));
    arrives(2, Direction.IMPORT, "2025-08-29T01:10:00Z", OptionalLong.of(82));
    arrives(3, Direction.IMPORT, "2025-08-29T01:20:00Z");
    happens(new CrossingEvent.RegistrationLinked(3, 82, Instant.EPOCH));
    for (long id = 1; id <= 3; id++) {
      leaves(id, "2025-08-29T03:00:00Z");
    }
    assertThat(DailyReport.of(entries, DAY, ZONE, entries.size()).rows())
        .contains(new DailyReport.Row("HN", Direction.IMPORT, 1, 1));
  }

  @Test
  void whoIsTurnedBackIsNotCleared() {
    arrives(1, Direction.EXPORT, "2025-08-29T02:00:00Z");
    arrives(2, Direction.EXPORT, "2025-08-29T02:00:00Z");
    turned(1);
    leaves(1, "2025-08-29T03:00:00Z");
    leaves(2, "2025-08-29T03:00:00Z");
    DailyReport.Row row =
        report(9).rows().stream()
            .filter(r -> r.direction() == Direction.EXPORT)
            .findFirst()
            .orElseThrow();
    assertThat(row.arrivals()).isEqualTo(2);
    assertThat(row.cleared()).isEqualTo(1);
  }

  private DailyReport report(long asOfSeq) {
    return DailyReport.of(entries, DAY, ZONE, asOfSeq);
  }

  /// The day runs from 17:00 to 17:00 UTC; 20:00 at the gate is 13:00 UTC.
  @Test
  void theDayAndTheEveningAreTheGatesOwn() {
    arrives(1, Direction.EXPORT, "2025-08-28T16:59:59Z");
    arrives(2, Direction.EXPORT, "2025-08-28T17:00:00Z");
    arrives(3, Direction.EXPORT, "2025-08-29T13:00:00Z");
    arrives(4, Direction.EXPORT, "2025-08-29T13:00:01Z");
    arrives(5, Direction.IMPORT, "2025-08-29T02:00:00Z");
    arrives(6, Direction.EXPORT, "2025-08-29T17:00:00Z");
    leaves(1, "2025-08-29T13:00:00Z");
    leaves(2, "2025-08-29T13:00:01Z");
    leaves(3, "2025-08-29T17:00:00Z");
    assertThat(report(99).rows())
        .containsExactly(
            new DailyReport.Row("HN", Direction.EXPORT, 3, 2),
            new DailyReport.Row("HN", Direction.IMPORT, 1, 0));
    assertThat(report(99).backlog2000()).containsExactly(new DailyReport.Backlog("HN", 2));
  }

  @Test
  void whatCameLaterIsNotInAnEarlierReport() {
    arrives(1, Direction.EXPORT, "2025-08-29T02:00:00Z");
    DailyReport before = report(1);
    leaves(1, "2025-08-29T03:00:00Z");
    assertThat(report(1)).isEqualTo(before);
    assertThat(report(2).backlog2000()).containsExactly(new DailyReport.Backlog("HN", 0));
  }

  @Test
  void closingTheBooksCountsNobodyTwice() {
    arrives(1, Direction.EXPORT, "2025-08-28T01:00:00Z");
    arrives(2, Direction.EXPORT, "2025-08-29T01:00:00Z");
    leaves(1, "2025-08-29T02:00:00Z");
    List<DailyReport.Row> before = report(99).rows();
    for (var crossing : world.crossings().all().values()) {
      Event carried = new Event.OfCrossing(new CrossingEvent.CrossingCarried(crossing));
      entries.add(new Entry(50, Instant.EPOCH, 0, new UUID(0, 50), "test", List.of(carried)));
    }
    assertThat(report(99).rows()).isEqualTo(before);
  }
}
