package io.clearway.crossing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reefers at the plugs of a yard, vehicles on its places. Rules: docs/rules/crossing.md, X-26 to
///
final class YardRules {

  private YardRules() {}

  static Decision<CrossingEvent> decide(
      Crossings crossings, CrossingCommand.OfYard command, CrossingRules.Facts facts, Instant now) {
    Optional<Crossing> found = crossings.find(command.crossing());
    if (found.isEmpty()) {
      return Decision.refuse(Refusal.of("CROSSING_UNKNOWN", "X-1", "There is no such passage."));
    }
    if (!found.get().live()) {
      return Decision.refuse(Refusal.of("ALREADY_GONE", "X-2", "The vehicle has left."));
    }
    return switch (command) {
      case CrossingCommand.PlugReefer c -> plug(crossings, found.get(), c, facts, now);
      case CrossingCommand.UnplugReefer c -> unplug(found.get(), c, facts, now);
      case CrossingCommand.AssignPlace c -> assign(crossings, found.get(), c, facts, now);
    };
  }

  private static Decision<CrossingEvent> plug(
      Crossings crossings,
      Crossing crossing,
      CrossingCommand.PlugReefer c,
      CrossingRules.Facts facts,
      Instant now) {
    if (!(crossing.track() instanceof Track.InYard here)) {
      return Decision.refuse(
          Refusal.of("NOT_IN_YARD", "X-26", "The vehicle does not stand in a yard."));
    }
    if (crossing.plugged()) {
      return Decision.refuse(
          Refusal.of("ALREADY_PLUGGED", "X-26", "The reefer is plugged in already."));
    }
    boolean beyond =
        facts.capacity().stream().anyMatch(plugs -> crossings.plugged(here.yard()) >= plugs);
    Instant at = later(c.occurredAt(), crossing.track().yardEnteredAt());
    return Decision.accept(
        new CrossingEvent.ReeferPlugged(
            crossing.id(), here.yard(), facts.actor(), at, now, beyond));
  }

  private static Decision<CrossingEvent> unplug(
      Crossing crossing, CrossingCommand.UnplugReefer c, CrossingRules.Facts facts, Instant now) {
    Instant at = later(c.occurredAt(), crossing.plugging().map(Plugging::from));
    return crossing.plugged()
        ? Decision.accept(new CrossingEvent.ReeferUnplugged(crossing.id(), facts.actor(), at, now))
        : Decision.refuse(Refusal.of("NOT_PLUGGED", "X-27", "The reefer is not plugged in."));
  }

  /// nothing is done in a yard, nor undone, before it could be.
  private static Instant later(Instant said, Optional<Instant> earliest) {
    return earliest.filter(said::isBefore).orElse(said);
  }

  /// Who moves a vehicle to where another stands says first where that one stands now.
  private static Decision<CrossingEvent> assign(
      Crossings crossings,
      Crossing crossing,
      CrossingCommand.AssignPlace c,
      CrossingRules.Facts facts,
      Instant now) {
    if (!(crossing.track() instanceof Track.InYard here)) {
      return Decision.refuse(
          Refusal.of("NOT_IN_YARD", "X-32", "The vehicle does not stand in a yard."));
    }
    Optional<Crossing> holder = crossings.on(here.yard(), c.place());
    if (holder.isPresent()) {
      return holder.get().id() == crossing.id()
          ? Decision.accept(List.of())
          : Decision.refuse(
              Refusal.of("PLACE_TAKEN", "X-33", "Another vehicle stands on that place."));
    }
    Instant since = later(c.occurredAt(), crossing.track().yardEnteredAt());
    long others = crossings.placed(here.yard()).filter(o -> o.id() != crossing.id()).count();
    boolean beyond = facts.capacity().stream().anyMatch(spaces -> others >= spaces);
    return Decision.accept(
        new CrossingEvent.PlaceAssigned(
            crossing.id(), here.yard(), c.place(), facts.actor(), since, now, beyond));
  }
}
