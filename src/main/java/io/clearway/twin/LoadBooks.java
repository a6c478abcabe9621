package io.clearway.twin;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import io.clearway.world.Event;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// An own count of what the agencies said, from the events alone, so that releases and lateness are
/// not judged by the rules that gave them. Mutable, for one run.
final class LoadBooks {

  /// One load: which steps are open, who holds it, whether it must still be looked into.
  private static final class Page {
    private final Set<String> open = new TreeSet<>();
    private final Set<String> stands = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final Set<Long> holds = new TreeSet<>();
    private int booked;
    private int results;
    private boolean red;
    private boolean inspected;

    boolean free(List<Procedure.StandIn> pairs) {
      boolean owed = inspected ? results < booked : red;
      return open.stream().allMatch(step -> doneFor(step, pairs)) && holds.isEmpty() && !owed;
    }

    /// The word on the other one of its pair stands, and customs clearance was not refused.
    private boolean doneFor(String step, List<Procedure.StandIn> pairs) {
      return pairs.stream().anyMatch(pair -> released(step, pair) || through(step, pair));
    }

    private boolean released(String step, Procedure.StandIn pair) {
      return pair.instead().equals(step) && stands.contains(pair.step()) && !refused.contains(step);
    }

    private boolean through(String step, Procedure.StandIn pair) {
      return pair.step().equals(step) && stands.contains(pair.instead());
    }
  }

  /// Which steps do for one another on that day.
  private static List<Procedure.StandIn> pairs(World world, Instant now) {
    Site site = world.sites().get();
    return site.procedure().standIns().stream()
        .filter(pair -> !LocalDate.parse(pair.from()).isAfter(site.dayOf(now)))
        .toList();
  }

  private final TreeMap<Long, Page> pages = new TreeMap<>();

  void note(Event event) {
    if (event instanceof Event.OfClearance(ClearanceEvent fact)) {
      note(fact);
    }
    if (event instanceof Event.OfRegistration(RegistrationEvent.RegistrationsRetired(var ids))) {
      ids.forEach(pages::remove);
    }
  }

  private Page page(long registration) {
    return pages.computeIfAbsent(registration, id -> new Page());
  }

  private void note(ClearanceEvent fact) {
    Page page = page(fact.registration());
    switch (fact) {
      case ClearanceEvent.ClearanceOpened e -> tasks(page, e.tasks());
      case ClearanceEvent.StepsChanged e -> tasks(page, e.tasks());
      case ClearanceEvent.StepRequested e -> page.open.add(e.step());
      case ClearanceEvent.StepConfirmed e -> {
        Invariants.require(page.open.remove(e.step()), "confirmed and not open: " + e.step());
        page.stands.add(e.step());
        page.refused.remove(e.step());
      }
      case ClearanceEvent.StepRefused e -> {
        page.open.add(e.step());
        page.stands.remove(e.step());
        page.refused.add(e.step());
      }
      case ClearanceEvent.StepsVoided e -> anew(page, e.steps());
      case ClearanceEvent.VisitEnded e -> {
        anew(page, e.steps());
        page.inspected = false;
      }
      case ClearanceEvent.TurnsEnded e -> {}
      case ClearanceEvent.SaidEarlier e -> {}
      case ClearanceEvent.HoldPlaced e ->
          Invariants.require(page.holds.add(e.hold().id()), "a hold twice");
      case ClearanceEvent.HoldLifted e ->
          Invariants.require(page.holds.remove(e.hold()), "no such hold is lifted");
      case ClearanceEvent.ChannelSet e -> page.red = e.channel() == Clearance.Channel.RED;
      case ClearanceEvent.InspectionOpened e -> {
        page.inspected = true;
        page.booked = e.means().size();
        page.results = 0;
      }
      case ClearanceEvent.InspectionJoined e -> {}
      case ClearanceEvent.ResultRecorded e -> page.results++;
      case ClearanceEvent.ClearanceCarried e -> {}
    }
  }

  private static void anew(Page page, List<String> steps) {
    page.open.addAll(steps);
    page.stands.removeAll(steps);
    page.refused.removeAll(steps);
  }

  private static void tasks(Page page, List<Clearance.Task> tasks) {
    for (Clearance.Task task : tasks) {
      if (Clearance.required(task) && !(task.state() instanceof Clearance.State.Confirmed)) {
        page.open.add(task.step());
      }
    }
    page.open.removeIf(step -> tasks.stream().noneMatch(task -> task.step().equals(step)));
    page.stands.removeIf(step -> tasks.stream().noneMatch(task -> task.step().equals(step)));
  }

  /// I1, I3: nothing leaves without every required release, or while somebody holds it, and is not
  /// said to have.
  void leaves(Event event, World after) {
    if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)
        && e.contradiction().isEmpty()) {
      Crossing crossing = after.crossings().all().get(e.crossing());
      crossing
          .registration()
          .ifPresent(id ->
              Invariants.require(
                  !pages.containsKey(id)
                      || (crossing.turned().isPresent()
                          ? page(id).holds.isEmpty()
                          : page(id).free(pairs(after, e.occurredAt()))),
                  "left unreleased: " + e.crossing()));
    }
  }

  /// C-9: what opens the barrier is said when nothing else is missing.
  void releases(Event event, World after) {
    if (event instanceof Event.OfClearance(ClearanceEvent.StepConfirmed e)
        && SpokenBooks.opens(after, e.registration(), e.step(), e.word().at())) {
      Invariants.require(
          page(e.registration()).free(pairs(after, e.word().at())), "released too early: " + e);
    }
  }

  /// What the world says of every load is what was said of it.
  void check(World world, Instant now) {
    List<Procedure.StandIn> pairs = pairs(world, now);
    for (Clearance held : world.clearances().all().values()) {
      Page page = page(held.registration());
      Invariants.require(
          Loads.mayLeave(world, held.registration(), now) == page.free(pairs),
          "release differs: " + held.registration());
      for (Clearance.Task task : held.tasks()) {
        boolean open =
            Clearance.required(task) && !(task.state() instanceof Clearance.State.Confirmed);
        Invariants.require(open == page.open.contains(task.step()), "step differs: " + task);
      }
    }
    Invariants.require(
        world.clearances().all().size() == pages.size(), "a load without its registration");
  }
}
