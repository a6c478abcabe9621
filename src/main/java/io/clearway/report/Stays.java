package io.clearway.report;

import io.clearway.clearance.Inspection;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The longest stays at the gate, and what took how long in them.
final class Stays {

  private Stays() {}

  static List<AgencyWaits.Stay> of(Journeys journeys, Predicate<Instant> onDay, int most) {
    List<AgencyWaits.Stay> stays = new ArrayList<>();
    journeys
        .passing()
        .forEach((id, journey) -> {
          Optional<Instant> arrived = journey.at(Step.ARRIVED);
          Optional<Instant> left = journey.at(Step.GATE_LEFT).filter(onDay);
          if (arrived.isPresent() && left.isPresent() && !left.get().isBefore(arrived.get())) {
            stays.add(
                new AgencyWaits.Stay(
                    journey.key(),
                    journey.gate(),
                    journey.direction(),
                    arrived.get(),
                    left.get(),
                    journey.lasted(arrived.get(), left.get()),
                    parts(journey, journeys.load(id), arrived.get(), left.get())));
          }
        });
    stays.sort(
        Comparator.comparing(AgencyWaits.Stay::lasted)
            .reversed()
            .thenComparing(stay -> stay.crossing().toString()));
    return List.copyOf(stays.subList(0, Math.min(most, stays.size())));
  }

  private static List<AgencyWaits.Part> parts(
      Journeys.Journey journey, Optional<Works.Load> load, Instant arrived, Instant left) {
    List<AgencyWaits.Part> parts = new ArrayList<>();
    key(journey, Step.CUSTOMS_KEY, Agency.CUSTOMS).ifPresent(parts::add);
    key(journey, Step.BORDER_GUARD_KEY, Agency.BORDER_GUARD).ifPresent(parts::add);
    load.ifPresent(l -> {
      l.lines.forEach((step, line) -> {
        if (line.done().filter(done -> done.at().isBefore(arrived)).isEmpty()) {
          AgencyWaits.Kind kind =
              Inspection.isLine(step) ? AgencyWaits.Kind.INSPECTION : AgencyWaits.Kind.STEP;
          parts.add(new AgencyWaits.Part(kind, line.agency(), Works.step(step), line.waited()));
        }
      });
      l.stops().forEach(stop -> parts.add(part(stop, arrived, left)));
    });
    parts.removeIf(part -> part.lasted().isZero() || part.lasted().isNegative());
    parts.sort(
        Comparator.comparing(AgencyWaits.Part::lasted)
            .reversed()
            .thenComparing(AgencyWaits.Part::what));
    return List.copyOf(parts);
  }

  /// From the vehicle and its papers to the key that was turned first.
  private static Optional<AgencyWaits.Part> key(
      Journeys.Journey journey, Step step, Agency agency) {
    Instant begin =
        journey
            .at(Step.REGISTERED)
            .filter(papers -> papers.isAfter(journey.at(Step.ARRIVED).orElse(papers)))
            .or(() -> journey.at(Step.ARRIVED))
            .orElse(Instant.EPOCH);
    return journey
        .at(step)
        .map(at ->
            new AgencyWaits.Part(AgencyWaits.Kind.KEY, agency, "KEY", journey.lasted(begin, at)));
  }

  /// As much of it as is in the stay; what was over before is not.
  private static AgencyWaits.Part part(Works.Stop stop, Instant arrived, Instant left) {
    Instant from = stop.from().isBefore(arrived) ? arrived : stop.from();
    return new AgencyWaits.Part(
        AgencyWaits.Kind.HOLD,
        stop.agency(),
        stop.kind().name(),
        Duration.between(from, stop.until().filter(left::isAfter).orElse(left)));
  }
}
