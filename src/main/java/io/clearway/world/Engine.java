package io.clearway.world;

import io.clearway.authority.Actor;
import io.clearway.kernel.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs one command to its end: may the actor, decide, apply, then the policies, breadth first.
/// What comes out is one journal entry or a no. Live and twin run this and nothing else.
public final class Engine {

  /// More commands than this from one cause are a defect.
  public static final int FAN_OUT = 64;

  private Engine() {}

  /// @param now monotone; one value per batch
  /// @throws PolicyDefect when a rule refuses what a policy proposes, or policies do not end
  public static Outcome step(World world, Envelope envelope, Instant now) {
    if (!may(world, envelope, now)) {
      return new Outcome.Denied();
    }
    return switch (Decider.decide(world, envelope, now)) {
      case Decision.Refused<Event>(var refusal) -> new Outcome.Refused(refusal);
      case Decision.Accepted<Event>(List<Event> events) -> follow(world, events, now);
    };
  }

  /// The same without policies, so that they can be measured apart. No runner does this.
  public static Outcome bare(World world, Envelope envelope, Instant now) {
    if (!may(world, envelope, now)) {
      return new Outcome.Denied();
    }
    return switch (Decider.decide(world, envelope, now)) {
      case Decision.Refused<Event>(var refusal) -> new Outcome.Refused(refusal);
      case Decision.Accepted<Event>(List<Event> events) -> {
        World after = world;
        for (Event event : events) {
          after = after.apply(event);
        }
        yield new Outcome.Accepted(after, events);
      }
    };
  }

  private static boolean may(World world, Envelope envelope, Instant now) {
    Optional<Actor> actor = world.authorities().find(envelope.actor());
    return actor.isPresent() && Permission.granted(world, actor.get(), envelope.command(), now);
  }

  private static Outcome follow(World before, List<Event> first, Instant now) {
    List<Command> waiting = new ArrayList<>(2);
    World world = applyAndAsk(before, first, waiting);
    if (waiting.isEmpty()) {
      return new Outcome.Accepted(world, first);
    }
    List<Event> events = new ArrayList<>(first);
    for (int next = 0; next < waiting.size(); next++) {
      if (next >= FAN_OUT && !tick(first)) {
        throw new PolicyDefect("more than " + FAN_OUT + " commands follow from one cause");
      }
      List<Event> more = accepted(world, waiting.get(next), now);
      world = applyAndAsk(world, more, waiting);
      events.addAll(more);
    }
    return new Outcome.Accepted(world, List.copyOf(events));
  }

  /// A Tick is many causes in one entry: each due timer has its own.
  private static boolean tick(List<Event> first) {
    return !first.isEmpty()
        && first.getFirst() instanceof Event.OfWorld(WorldEvent.KeyDue due)
        && first.size() <= Decider.TIMERS_PER_TICK;
  }

  private static World applyAndAsk(World before, List<Event> events, List<Command> proposed) {
    World world = before;
    for (Event event : events) {
      world = world.apply(event);
      Policies.follow(world, event, proposed);
    }
    return world;
  }

  private static List<Event> accepted(World world, Command command, Instant now) {
    Envelope bySystem = new Envelope(Actor.SYSTEM.id(), command);
    return switch (Decider.decide(world, bySystem, now)) {
      case Decision.Accepted<Event>(List<Event> events) -> events;
      case Decision.Refused<Event>(var refusal) ->
          throw new PolicyDefect(refusal.code() + " answered a policy's " + command);
    };
  }

  /// A policy proposed what a rule refuses, or does not end: a defect of ours.
  public static final class PolicyDefect extends IllegalStateException {
    private static final long serialVersionUID = 1;

    PolicyDefect(String message) {
      super(message);
    }
  }
}
