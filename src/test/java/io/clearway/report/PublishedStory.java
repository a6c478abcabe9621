package io.clearway.report;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.journal.Entry;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Procedure;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What the journal tells of each truck of the published day, in the order in which it happened,
/// and who spoke; and what it should tell.
final class PublishedStory {

  private final World world;
  private final Map<UUID, List<String>> told = new HashMap<>();
  private final Map<Long, List<String>> passages = new HashMap<>();
  private final Map<Long, List<String>> loads = new HashMap<>();
  private final List<String> cases = new ArrayList<>();

  /// @param world as it is after the entries
  PublishedStory(List<Entry> entries, World world) {
    this.world = world;
    for (Entry entry : entries) {
      entry.events().forEach(this::take);
    }
  }

  List<String> of(PublishedTruck truck) {
    return told.getOrDefault(truck.registration(), List.of());
  }

  /// Every case that was opened.
  List<String> cases() {
    return List.copyOf(cases);
  }

  /// What has to be told of it.
  static List<String> expected(PublishedTruck truck) {
    List<String> all = new ArrayList<>(List.of("registered", "arrived"));
    List<Procedure.Step> inside = new ArrayList<>(truck.confirmed());
    List<Procedure.Step> before =
        inside.stream().filter(step -> !step.after().contains(Procedure.Point.ENTERED)).toList();
    inside.removeAll(before);
    before.forEach(step -> all.add(step.code() + " by " + step.agency()));
    if (truck.fate() == PublishedDay.Fate.TURNED) {
      all.add("turned by BORDER_GUARD");
      all.add("left");
      return List.copyOf(all);
    }
    all.add("key by CUSTOMS");
    all.add("key by BORDER_GUARD");
    all.add("in the yard");
    inside.forEach(step -> all.add(step.code() + " by " + step.agency()));
    if (truck.way().leaves().isPresent()) {
      all.add("out of the yard");
      all.add("left");
    }
    return List.copyOf(all);
  }

  private void take(Event event) {
    switch (event) {
      case Event.OfRegistration(RegistrationEvent.Registered(var held, var at)) -> {
        List<String> story = new ArrayList<>(List.of("registered"));
        told.put(held.key(), story);
        loads.put(held.id(), story);
      }
      case Event.OfCrossing(CrossingEvent fact) -> take(fact);
      case Event.OfClearance(ClearanceEvent fact) -> take(fact);
      case Event.OfCase(CaseEvent.CaseOpened opened) -> cases.add(opened.toString());
      case Event.OfFleet e -> {}
      case Event.OfPairing e -> {}
      case Event.OfFee e -> {}
      case Event.OfCase e -> {}
      case Event.OfRegistration e -> {}
      case Event.OfSite e -> {}
      case Event.OfAuthority e -> {}
      case Event.OfTurn e -> {}
      case Event.OfTransshipment e -> {}
      case Event.OfWorld e -> {}
    }
  }

  private void take(ClearanceEvent fact) {
    if (fact instanceof ClearanceEvent.StepConfirmed e) {
      load(e.registration()).add(e.step() + " by " + roleOf(e.word().actor()));
    } else if (!(fact instanceof ClearanceEvent.ClearanceOpened
        || fact instanceof ClearanceEvent.VisitEnded)) {
      load(fact.registration()).add(fact.getClass().getSimpleName());
    }
  }

  private void take(CrossingEvent fact) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e -> {
        List<String> story = load(e.registration().orElseThrow());
        passages.put(e.crossing(), story);
        story.add("arrived");
      }
      case CrossingEvent.FirstKeyTurned e -> key(e.crossing(), e.agency(), e.actor());
      case CrossingEvent.EntryCompleted e -> key(e.crossing(), e.agency(), e.actor());
      case CrossingEvent.YardEntered e -> passage(e.crossing()).add("in the yard");
      case CrossingEvent.YardLeft e -> passage(e.crossing()).add("out of the yard");
      case CrossingEvent.GateLeft e ->
          passage(e.crossing()).add(e.contradiction().map(how -> "left, " + how).orElse("left"));
      case CrossingEvent.VehicleTurned e ->
          passage(e.crossing()).add("turned by " + roleOf(e.turning().actor()));
      // ours: the time an agency has, and the export's trip, are no part of what is told
      case CrossingEvent.AgencyLate e -> {}
      case CrossingEvent.TripOpened e -> {}
      case CrossingEvent other -> cases.add(other.toString());
    }
  }

  private List<String> load(long registration) {
    return Objects.requireNonNull(loads.get(registration));
  }

  private List<String> passage(long crossing) {
    return Objects.requireNonNull(passages.get(crossing));
  }

  private void key(long crossing, KeyHolder agency, long actor) {
    String whose = agency.name().equals(roleOf(actor)) ? "" : " for " + agency;
    passage(crossing).add("key by " + roleOf(actor) + whose);
  }

  private String roleOf(long actor) {
    return world.authorities().find(actor).orElseThrow().role().name();
  }
}
