package io.clearway.twin;

import io.clearway.clearance.Bays;
import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import io.clearway.world.Event;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
    private final TreeMap<Means, Booked> booked = new TreeMap<>();
    private final Set<Means> results = new TreeSet<>();
    private final List<Second> asked = new ArrayList<>();
    private final Set<Long> heavy = new TreeSet<>();
    private final Set<Agency> joined = new TreeSet<>();
    private Set<Agency> owing = new TreeSet<>();
    private boolean gone;
    private boolean unseen;
    private boolean red;
    private boolean inspected;
    private boolean doubt;

    private final FreeTimes times = new FreeTimes();

    boolean free(List<Procedure.StandIn> pairs) {
      return open.stream().allMatch(step -> doneFor(step, pairs)) && holds.isEmpty() && !owed();
    }

    boolean owed() {
      boolean open = inspected && !results.containsAll(booked.keySet());
      return open || (red && (!inspected || !joined.contains(Agency.CUSTOMS) || doubt));
    }

    /// Who takes part in what is not done; in the red channel customs, until that is answered.
    Set<Agency> owes() {
      Set<Agency> all = new TreeSet<>();
      if (inspected && !results.containsAll(booked.keySet())) {
        all.addAll(joined);
      }
      if (red && owed()) {
        all.add(Agency.CUSTOMS);
      }
      return all;
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

  private static final Set<Clearance.HoldKind> HEAVY =
      EnumSet.of(Clearance.HoldKind.FAULT, Clearance.HoldKind.DANGER, Clearance.HoldKind.ORDER);

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
        e.word().rule().ifPresent(rule -> byRule(page, e));
        confirmed(page, e.step());
      }
      case ClearanceEvent.StepRefused e -> refused(page, e.step());
      case ClearanceEvent.StepsVoided e -> anew(page, e.steps());
      case ClearanceEvent.VisitEnded e -> {
        page.unseen = page.owed();
        anew(page, e.steps());
        page.inspected = false;
      }
      case ClearanceEvent.TurnsEnded e -> {}
      case ClearanceEvent.InspectionOwed e -> page.owing = new TreeSet<>(e.agencies());
      case ClearanceEvent.SaidEarlier e -> {}
      case ClearanceEvent.ClearanceOverdue e -> {}
      case ClearanceEvent.HoldPlaced e -> placed(page, e.hold());
      case ClearanceEvent.HoldLifted e -> lifted(page, e);
      case ClearanceEvent.SecondAsked e -> page.asked.add(e.second());
      case ClearanceEvent.SecondWithdrawn e ->
          page.asked.removeIf(second -> second.wish().equals(e.wish()));
      case ClearanceEvent.ChannelSet e -> set(page, e);
      case ClearanceEvent.InspectionOpened e -> opened(page, e);
      case ClearanceEvent.InspectionJoined e -> page.joined.add(e.by().agency());
      case ClearanceEvent.InspectionVoided e -> page.inspected = false;
      case ClearanceEvent.MeansBooked e -> book(page, e.bookings(), e.by().at());
      case ClearanceEvent.ResultRecorded e -> found(page, e.result());
      case ClearanceEvent.ClearanceCarried e -> {}
    }
  }

  private static void confirmed(Page page, String step) {
    Invariants.require(page.open.remove(step), "confirmed and not open: " + step);
    page.stands.add(step);
    page.refused.remove(step);
  }

  /// C-10: a device saw something, and speaks against no hold, no red channel and no refusal.
  private static void byRule(Page page, ClearanceEvent.StepConfirmed e) {
    boolean may = page.holds.isEmpty() && !page.red && !page.refused.contains(e.step());
    boolean seen = !e.word().rule().orElseThrow().observations().isEmpty();
    Invariants.require(may && seen, "confirmed by a rule that may not: " + e);
  }

  private static void refused(Page page, String step) {
    page.open.add(step);
    page.stands.remove(step);
    if (!page.gone) {
      page.refused.add(step);
    }
  }

  private static void placed(Page page, Clearance.Hold hold) {
    Invariants.require(page.holds.add(hold.id()), "a hold twice");
    if (HEAVY.contains(hold.kind())) {
      page.heavy.add(hold.id());
    }
  }

  private static void lifted(Page page, ClearanceEvent.HoldLifted e) {
    Invariants.require(page.holds.remove(e.hold()), "no such hold is lifted");
    if (page.heavy.remove(e.hold())) {
      byTwo(page, new Second.Wish.Lift(e.hold()), e.actor(), e.at());
    }
  }

  private static void set(Page page, ClearanceEvent.ChannelSet e) {
    if (page.red && page.owed()) {
      byTwo(page, new Second.Wish.Lower(e.channel()), e.actor(), e.at());
    }
    page.red = e.channel() == Clearance.Channel.RED;
  }

  /// C-24: another officer asked for the same not long ago.
  private static void byTwo(Page page, Second.Wish wish, long actor, Instant at) {
    boolean two =
        page.asked.stream()
            .filter(second -> second.wish().equals(wish))
            .filter(second -> second.at().plus(Duration.ofHours(12)).isAfter(at))
            .anyMatch(second -> second.actor() != actor);
    Invariants.require(two, "one officer alone: " + wish + " by " + actor);
  }

  private static void anew(Page page, List<String> steps) {
    page.open.addAll(steps);
    page.stands.removeAll(steps);
    page.refused.removeAll(steps);
  }

  private static void found(Page page, Inspection.Result result) {
    Invariants.require(
        page.booked.containsKey(result.means()) && page.results.add(result.means()),
        "a result of what is not owed: " + result);
    page.doubt |= result.outcome() == Inspection.Outcome.DOUBT;
  }

  private static void opened(Page page, ClearanceEvent.InspectionOpened e) {
    page.inspected = true;
    page.joined.clear();
    page.joined.add(e.by().agency());
    page.doubt = false;
    page.booked.clear();
    page.results.clear();
    book(page, e.bookings(), e.by().at());
  }

  /// C-25: each means once, at one place.
  private static void book(Page page, List<Booking> bookings, Instant at) {
    Invariants.require(!bookings.isEmpty(), "an inspection by nothing");
    for (Booking b : bookings) {
      var before = page.booked.put(b.means(), new Booked(b.means(), b.place(), at));
      Invariants.require(before == null, "booked twice: " + b);
    }
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
    if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)) {
      Crossing crossing = after.crossings().all().get(e.crossing());
      crossing.registration().stream()
          .filter(pages::containsKey)
          .mapToObj(this::page)
          .forEach(page -> {
            boolean turned = crossing.turned().isPresent();
            if (turned) {
              Invariants.require(
                  (page.holds.isEmpty() && !page.unseen) || e.contradiction().isPresent(),
                  "left held: " + e.crossing());
            } else {
              page.times.judge(e);
            }
            page.gone |= !turned;
          });
    }
  }

  /// What was just said of a load may make it free, or no longer.
  void times(List<Event> entry, World after, Instant now) {
    for (Event event : entry) {
      if (event instanceof Event.OfClearance(ClearanceEvent fact)) {
        Page page = page(fact.registration());
        page.times.put(now, page.free(pairs(after, now)));
      }
    }
  }

  /// C-9: what opens the barrier is said when nothing else is missing.
  void releases(Event event, World after) {
    if (event instanceof Event.OfClearance(ClearanceEvent.StepConfirmed e)
        && SpokenBooks.opens(after, e.registration(), e.step(), e.word().at())) {
      Invariants.require(
          page(e.registration()).free(pairs(after, e.word().at())), "released too early: " + e);
      Invariants.require(e.word().rule().isEmpty(), "a device opened the barrier: " + e);
    }
  }

  /// What an entry did to inspections, and by rules, in words.
  static List<String> done(List<Event> entry) {
    List<String> words = new ArrayList<>();
    for (Event event : entry) {
      if (event instanceof Event.OfClearance(ClearanceEvent fact)) {
        if (fact instanceof ClearanceEvent.StepConfirmed e && e.word().rule().isPresent()) {
          words.add("confirmed by rule");
        } else if (fact instanceof ClearanceEvent.InspectionOpened e) {
          words.add("opened by " + e.by().agency());
        } else if (fact instanceof ClearanceEvent.InspectionJoined e) {
          words.add("joined by " + e.by().agency());
        } else if (fact instanceof ClearanceEvent.MeansBooked) {
          words.add("booked more");
        } else if (fact instanceof ClearanceEvent.ResultRecorded(long load, var result)) {
          words.add("found " + result.outcome());
        }
      }
    }
    return words;
  }

  /// What the world says of every load is what was said of it.
  void check(World world, Instant now) {
    List<Procedure.StandIn> pairs = pairs(world, now);
    for (Clearance held : world.clearances().all().values()) {
      Page page = page(held.registration());
      Invariants.require(
          Loads.mayLeave(world, held.registration(), now) == page.free(pairs),
          "release differs: " + held.registration());
      Invariants.require(page.owes().equals(page.owing), "owed by others: " + page.owing);
      for (Clearance.Task task : held.tasks()) {
        boolean open =
            Clearance.required(task) && !(task.state() instanceof Clearance.State.Confirmed);
        Invariants.require(open == page.open.contains(task.step()), "step differs: " + task);
      }
    }
    Invariants.require(
        world.clearances().all().size() == pages.size(), "a load without its registration");
    for (Places.Line gate : world.sites().get().places().lines()) {
      List<Bays.Stand> said = Loads.inspectionLine(world, gate.code());
      Invariants.require(
          said.equals(line(world, gate.code())), "another line where loads are looked at: " + said);
    }
  }

  /// C-26: who is here, is not turned and is owed something, in order of booking; each at a place
  /// of its gate that offers what it is there for.
  private List<Bays.Stand> line(World world, String gate) {
    var named = world.sites().get().places().inspectionsOf(gate);
    List<Bays.Stand> line = new ArrayList<>();
    pages.forEach((id, page) -> {
      if (page.inspected && isHere(world, id, gate)) {
        TreeMap<String, Bays.Stand> there = new TreeMap<>();
        for (Booked one : page.booked.values()) {
          boolean offered =
              named.stream()
                  .anyMatch(p -> p.code().equals(one.place()) && p.means().contains(one.means()));
          Invariants.require(offered || named.isEmpty(), "booked where it is not done: " + one);
          if (!page.results.contains(one.means())) {
            there.merge(one.place(), stand(id, one), LoadBooks::together);
          }
        }
        line.addAll(there.values());
      }
    });
    line.sort(
        Comparator.comparing(Bays.Stand::since)
            .thenComparingLong(Bays.Stand::registration)
            .thenComparing(Bays.Stand::place));
    return line;
  }

  private static boolean isHere(World world, long registration, String gate) {
    return world
        .crossings()
        .byRegistration()
        .find(registration)
        .flatMap(world.crossings()::find)
        .filter(here -> here.live() && here.turned().isEmpty() && here.gate().equals(gate))
        .isPresent();
  }

  private static Bays.Stand stand(long registration, Booked one) {
    return new Bays.Stand(registration, one.place(), List.of(one.means()), one.at());
  }

  private static Bays.Stand together(Bays.Stand some, Bays.Stand more) {
    List<Means> all = new ArrayList<>(some.means());
    all.addAll(more.means());
    Instant first = some.since().isBefore(more.since()) ? some.since() : more.since();
    return new Bays.Stand(some.registration(), some.place(), List.copyOf(all), first);
  }
}
