package io.clearway.world;

import io.clearway.crossing.Approach;
import io.clearway.crossing.Crossing;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import io.clearway.site.Places;
import io.clearway.turn.Advice;
import io.clearway.turn.Advising;
import io.clearway.turn.Entry;
import io.clearway.turn.Roll;
import io.clearway.turn.Rolls;
import io.clearway.turn.TurnCommand;
import io.clearway.turn.TurnRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the rest of the world knows of a vehicle that stands on the road to the gates.
public final class Roads {

  private static final Duration LATELY = Duration.ofDays(1);

  private Roads() {}

  /// What to tell the driver of that plate at that post.
  public static Advice advise(World world, Places.Post post, Subject plate, Instant now) {
    List<Registration> open =
        world.registrations().withPlate(plate).stream()
            .filter(id -> !world.crossings().holdsRegistration(id))
            .flatMap(id -> world.registrations().find(id).stream())
            .toList();
    Rolls rolls = world.turns().rolls();
    List<Advice.Standing> standing =
        rolls.standing(plate).stream().map(entry -> standing(rolls, entry)).toList();
    return Advising.advise(
        new Advising.Facts(
            world.sites().get(),
            post,
            open,
            atGate(world, plate).map(Crossing::gate),
            standing,
            parks(world, plate, now),
            now));
  }

  /// The holding parks that reported the plate within a day and since it last left a gate.
  private static List<String> parks(World world, Subject plate, Instant now) {
    Instant since =
        world.crossings().byPlate().of(plate).stream()
            .flatMap(id -> world.crossings().all().get(id).track().gateLeftAt().stream())
            .filter(left -> left.isAfter(now.minus(LATELY)))
            .max(Instant::compareTo)
            .orElse(now.minus(LATELY));
    return world.crossings().outside().approach(plate).stream()
        .flatMap(approach -> approach.points().stream())
        .filter(point -> point.kind() == Approach.Kind.PARK_ENTERED)
        .filter(point -> point.occurredAt().isAfter(since))
        .map(Approach.Point::place)
        .toList();
  }

  private static Advice.Standing standing(Rolls rolls, Entry entry) {
    Roll roll = rolls.all().get(entry.roll());
    return new Advice.Standing(
        roll.key(), roll.place(), entry.said().section(), rolls.position(entry), roll.open());
  }

  /// The passage of that plate that has not gone, if there is one.
  public static Optional<Crossing> atGate(World world, Subject plate) {
    return world.crossings().byPlate().of(plate).stream()
        .map(world.crossings().all()::get)
        .filter(Crossing::live)
        .findFirst();
  }

  static TurnRules.Facts facts(World world, TurnCommand order, Envelope envelope) {
    List<Subject> atGate =
        order instanceof TurnCommand.NoteEntries note
            ? note.said().stream()
                .map(said -> said.plate().subject())
                .filter(plate -> atGate(world, plate).isPresent())
                .distinct()
                .toList()
            : List.of();
    return new TurnRules.Facts(envelope.actor(), world.nextId(), atGate);
  }
}
