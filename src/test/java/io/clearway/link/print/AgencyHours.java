package io.clearway.link.print;

import io.clearway.kernel.Direction;
import io.clearway.report.AgencyWaits;
import io.clearway.report.Hours;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A day with two steps of agencies, one of them no longer in the procedure.
final class AgencyHours {

  private AgencyHours() {}

  static Hours of(Site site) {
    Agency plant = Agency.PLANT_QUARANTINE;
    Optional<String> gate = Optional.of("HN");
    Optional<Direction> export = Optional.of(Direction.EXPORT);
    Optional<String> nowhere = Optional.empty();
    Optional<Direction> both = Optional.empty();
    AgencyWaits waits =
        new AgencyWaits(
            List.of(
                new AgencyWaits.Span(plant, "PLANT_CHECK", nowhere, both, waits(35, 260)),
                new AgencyWaits.Span(plant, "PLANT_CHECK", gate, export, waits(35, 260)),
                new AgencyWaits.Span(plant, "GONE_STEP", nowhere, both, waits(5, 9)),
                new AgencyWaits.Span(plant, "GONE_STEP", gate, export, waits(5, 9))),
            List.of(
                new AgencyWaits.HourSpan(
                    plant, "PLANT_CHECK", "HN", Direction.EXPORT, 11, waits(35, 35)),
                new AgencyWaits.HourSpan(
                    plant, "PLANT_CHECK", "HN", Direction.EXPORT, 12, waits(260, 260))),
            List.of(stay(plant)));
    LocalDate day = LocalDate.of(2025, 11, 11);
    List<Hours.Turned> turned =
        List.of(
            new Hours.Turned(nowhere, both, times(25, 40)),
            new Hours.Turned(gate, export, times(25, 40)));
    return new Hours(day, site.zone(), 7, List.of(), List.of(), List.of(), turned, waits);
  }

  private static AgencyWaits.Both waits(int least, int most) {
    return new AgencyWaits.Both(times(least, most), times(least / 5, most / 5));
  }

  private static Hours.Times times(int least, int most) {
    return new Hours.Times(2, minutes(least), minutes(most), minutes(most));
  }

  private static Optional<Duration> minutes(int minutes) {
    return Optional.of(Duration.ofMinutes(minutes));
  }

  private static AgencyWaits.Stay stay(Agency plant) {
    return new AgencyWaits.Stay(
        new UUID(4, 8),
        "HN",
        Direction.EXPORT,
        Instant.parse("2025-11-11T01:20:00Z"),
        Instant.parse("2025-11-11T06:00:00Z"),
        Duration.ofMinutes(280),
        List.of(
            new AgencyWaits.Part(AgencyWaits.Kind.HOLD, plant, "TEST", Duration.ofMinutes(90)),
            new AgencyWaits.Part(
                AgencyWaits.Kind.STEP, plant, "PLANT_CHECK", Duration.ofMinutes(35)),
            new AgencyWaits.Part(
                AgencyWaits.Kind.KEY, Agency.CUSTOMS, "KEY", Duration.ofMinutes(10))));
  }
}
