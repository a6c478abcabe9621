package io.clearway.clearance;

import io.clearway.site.Agency;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who owes an inspection, or its results, and since when: it is waited for like a step (C-28).
final class Owing {

  private Owing() {}

  /// Those who take part in what is not done, and customs in the red channel until that is
  /// answered.
  static SortedSet<Agency> by(Clearance held) {
    SortedSet<Agency> all = new TreeSet<>();
    held.inspection()
        .filter(inspection -> !inspection.done())
        .ifPresent(open -> open.joined().forEach(one -> all.add(one.agency())));
    if (held.channel() == Clearance.Channel.RED && Inspecting.owed(held)) {
      all.add(Agency.CUSTOMS);
    }
    return all;
  }

  /// The event that says so, when others do than before.
  static Optional<ClearanceEvent> changed(Clearance after, Instant now) {
    SortedSet<Agency> owing = by(after);
    return open(after).equals(owing)
        ? Optional.empty()
        : Optional.of(
            new ClearanceEvent.InspectionOwed(after.registration(), List.copyOf(owing), now));
  }

  /// From then on these owe it, and nobody else.
  static Clearance from(Clearance held, List<Agency> agencies, Instant at) {
    List<Inspection.Owed> owed = new ArrayList<>();
    for (Inspection.Owed one : held.owed()) {
      boolean ends = one.until().isEmpty() && !agencies.contains(one.agency());
      boolean begins = one.until().isPresent() && agencies.contains(one.agency());
      owed.add(
          ends
              ? new Inspection.Owed(one.agency(), one.since(), Optional.of(at), one.waited())
              : begins
                  ? new Inspection.Owed(one.agency(), at, Optional.empty(), one.waited())
                  : one);
    }
    agencies.stream()
        .filter(agency -> of(held, agency).isEmpty())
        .forEach(
            agency -> owed.add(new Inspection.Owed(agency, at, Optional.empty(), Duration.ZERO)));
    return held.withOwed(List.copyOf(owed));
  }

  /// What was waited in a round that ended, if it was one of an inspection.
  static Clearance kept(Clearance held, ClearanceEvent.Ended turn) {
    return Inspection.isLine(turn.line())
        ? held.withOwed(
            held.owed().stream()
                .map(one ->
                    Inspection.line(one.agency()).equals(turn.line())
                        ? one.plus(turn.waited())
                        : one)
                .toList())
        : held;
  }

  static Optional<Inspection.Owed> of(Clearance held, Agency agency) {
    return held.owed().stream().filter(owed -> owed.agency() == agency).findFirst();
  }

  /// C-15, C-16: who takes part waits for the results with all its words; who has to open one, with
  /// those for which the vehicle is inside.
  static Optional<String> unmet(Clearance held, Procedure.Step step) {
    return waits(held, step) && by(held).contains(step.agency())
        ? Optional.of(Inspecting.OWED)
        : Optional.empty();
  }

  /// When that step no longer had to wait for one.
  static Optional<Instant> over(Clearance held, Procedure.Step step) {
    return waits(held, step)
        ? of(held, step.agency()).flatMap(Inspection.Owed::until)
        : Optional.empty();
  }

  /// The same of the step as the site has it.
  static Optional<Instant> over(ClearanceRules.Load load, String step) {
    return load.facts().site().procedure().find(step).flatMap(s -> over(load.clearance(), s));
  }

  private static boolean waits(Clearance held, Procedure.Step step) {
    return step.after().contains(Procedure.Point.ENTERED)
        || step.after().contains(Procedure.Point.IN_YARD)
        || held.inspection().filter(inspection -> inspection.has(step.agency())).isPresent();
  }

  private static SortedSet<Agency> open(Clearance held) {
    SortedSet<Agency> all = new TreeSet<>();
    held.owed().stream()
        .filter(owed -> owed.until().isEmpty())
        .forEach(owed -> all.add(owed.agency()));
    return all;
  }
}
