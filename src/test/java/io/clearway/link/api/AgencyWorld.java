package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.HandOver;
import io.clearway.authority.Matter;
import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Second;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.site.Agency;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A load that wants one step of each agency, with a hold for each to lift, and a sheet of each.
final class AgencyWorld {

  /// What stands for each agency here; the road has no step in Lang Son, so it borrows one.
  private static final Map<Agency, String> STEPS =
      new EnumMap<>(
          Map.of(
              Agency.BORDER_GUARD, "GUARD_COMPLETION",
              Agency.CUSTOMS, "CUSTOMS_CLEARANCE",
              Agency.MEDICAL_QUARANTINE, "MEDICAL_CHECK",
              Agency.PLANT_QUARANTINE, "PLANT_CHECK",
              Agency.ANIMAL_QUARANTINE, "ANIMAL_CHECK",
              Agency.TRANSPORT_STATION, "TRANSPORT_PERMIT",
              Agency.MANAGEMENT_BOARD, "BOARD_FINISH",
              Agency.TRAFFIC_POLICE, "RETURN_TEST"));

  private AgencyWorld() {}

  /// What an agency's officer asked a second one for stands too.
  static World of(Cast everybody) {
    World before = everybody.world;
    long load = before.registrations().find(everybody.waiting).orElseThrow().id();
    List<Clearance.Task> tasks = new ArrayList<>();
    for (Agency agency : Agency.values()) {
      Clearance.State required = new Clearance.State.Required(Door.NOW, false);
      tasks.add(new Clearance.Task(step(agency), agency, required, Duration.ZERO));
    }
    World after = before.apply(fact(new ClearanceEvent.StepsChanged(load, tasks, Door.NOW)));
    for (Agency agency : Agency.values()) {
      Clearance.Hold hold =
          new Clearance.Hold(
              hold(agency),
              agency,
              Clearance.HoldKind.DOUBT,
              7,
              Door.NOW,
              Optional.empty(),
              List.of(agency));
      after = after.apply(fact(new ClearanceEvent.HoldPlaced(load, hold)));
      after = after.apply(fact(new ClearanceEvent.SecondAsked(load, asked(everybody, agency))));
    }
    everybody.door.gate.replayed(after);
    for (Agency agency : Agency.values()) {
      if (agency != Agency.CUSTOMS) {
        everybody.propose(sheet(everybody, agency), Matter.HAND_OVER_SHIFT, HandOver.of(agency));
      }
    }
    return everybody.door.gate.published().world();
  }

  private static Second asked(Cast everybody, Agency agency) {
    Actor by = everybody.actor(Situation.HERE, Role.valueOf(agency.name())).orElseThrow();
    return new Second(
        new Second.Wish.Lift(hold(agency)),
        by.id(),
        Door.seven(900_200),
        Door.NOW,
        new Personal.Known<>(new Subject(9, 9), "a reason"));
  }

  static Event fact(ClearanceEvent fact) {
    return new Event.OfClearance(fact);
  }

  static String step(Agency agency) {
    return Optional.ofNullable(STEPS.get(agency)).orElseThrow();
  }

  static long hold(Agency agency) {
    return 800_000L + List.of(Agency.values()).indexOf(agency);
  }

  static UUID sheet(Cast everybody, Agency agency) {
    return agency == Agency.CUSTOMS
        ? everybody.sheet
        : Door.seven(900_100 + List.of(Agency.values()).indexOf(agency));
  }
}
