package io.clearway.twin;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// I2: no word stands whose agency relies on a field that was amended since. Which words stand is
/// counted from the events alone. Mutable, for one run.
final class DigestBooks {

  /// By registration, what was said and by which agency: steps, keys, papers.
  private final TreeMap<Long, Map<String, Agency>> words = new TreeMap<>();

  void check(World world, List<Event> entry) {
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent fact)) {
        note(world, fact);
      }
      if (event instanceof Event.OfClearance(ClearanceEvent fact)) {
        note(world, fact);
      }
      if (event instanceof Event.OfRegistration(RegistrationEvent fact)) {
        note(fact);
      }
    }
    for (Event event : entry) {
      if (event instanceof Event.OfRegistration(RegistrationEvent.Amended e) && !e.correction()) {
        amended(world.sites().get(), e);
      }
    }
  }

  private void amended(Site site, RegistrationEvent.Amended e) {
    of(e.registration())
        .forEach((word, agency) ->
            Invariants.require(
                !relies(site, agency, e.change().fields()), "stands though amended: " + word));
  }

  private static boolean relies(Site site, Agency agency, List<String> fields) {
    return site.rulebook().reliances().stream()
        .anyMatch(r -> r.agency() == agency && r.fields().stream().anyMatch(fields::contains));
  }

  private Map<String, Agency> of(long registration) {
    return words.computeIfAbsent(registration, id -> new TreeMap<>());
  }

  private void note(RegistrationEvent fact) {
    if (fact instanceof RegistrationEvent.PapersConfirmed e) {
      of(e.registration()).put("PAPERS_" + e.papers().agency(), e.papers().agency());
    }
    if (fact instanceof RegistrationEvent.Amended e) {
      e.voided().forEach(agency -> of(e.registration()).remove("PAPERS_" + agency));
    }
    if (fact instanceof RegistrationEvent.RegistrationsRetired e) {
      e.registrations().forEach(words::remove);
    }
  }

  private void note(World world, CrossingEvent fact) {
    if (fact instanceof CrossingEvent.FirstKeyTurned e) {
      turned(world, e.crossing(), e.agency());
    }
    if (fact instanceof CrossingEvent.EntryCompleted e) {
      turned(world, e.crossing(), e.agency());
    }
    if (fact instanceof CrossingEvent.KeyRenewed e) {
      turned(world, e.crossing(), e.agency());
    }
    if (fact instanceof CrossingEvent.KeysVoided e) {
      e.agencies().forEach(key -> of(papers(world, e.crossing())).remove("KEY_" + key));
    }
    if (fact instanceof CrossingEvent.GateLeft e) {
      left(world.crossings().all().get(e.crossing()));
    }
  }

  private static long papers(World world, long crossing) {
    return world.crossings().all().get(crossing).registration().orElseThrow();
  }

  private void turned(World world, long crossing, KeyHolder key) {
    of(papers(world, crossing)).put("KEY_" + key, Agency.valueOf(key.name()));
  }

  /// What has passed is decided; of what was turned away the keys are of no visit any more.
  private void left(Crossing crossing) {
    crossing
        .registration()
        .ifPresent(papers -> {
          if (crossing.turnedAway()) {
            of(papers).keySet().removeIf(word -> word.startsWith("KEY_"));
          } else {
            of(papers).clear();
          }
        });
  }

  private void note(World world, ClearanceEvent fact) {
    Map<String, Agency> said = of(fact.registration());
    if (fact instanceof ClearanceEvent.StepConfirmed e) {
      said(world, e.registration(), e.step());
    }
    if (fact instanceof ClearanceEvent.StepRefused e) {
      said(world, e.registration(), e.step());
    }
    if (fact instanceof ClearanceEvent.StepsVoided e) {
      said.keySet().removeAll(e.steps());
    }
    if (fact instanceof ClearanceEvent.VisitEnded e) {
      said.keySet().removeAll(e.steps());
    }
    if (fact instanceof ClearanceEvent.StepsChanged e) {
      said.keySet()
          .removeIf(word ->
              isStep(word) && e.tasks().stream().noneMatch(task -> task.step().equals(word)));
    }
  }

  private static boolean isStep(String word) {
    return !word.startsWith("KEY_") && !word.startsWith("PAPERS_");
  }

  private void said(World world, long registration, String step) {
    world
        .clearances()
        .find(registration)
        .flatMap(held -> held.find(step))
        .ifPresent(task -> of(registration).put(step, task.agency()));
  }
}
