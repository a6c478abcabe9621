package io.clearway.world;

import io.clearway.crossing.Crossing;
import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a person's data may be erased: not while a passage or a registration of theirs is live.
final class Erasure {

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._/-]{1,80}");

  private Erasure() {}

  static Decision<Event> decide(World world, WorldCommand.Erase command, Instant now) {
    if (!REFERENCE.matcher(command.reason()).matches()) {
      return Decision.refuse(
          Refusal.of(
              "REASON_FORMAT",
              "W-3",
              "The reason is a reference of up to 80 letters, digits, dots, dashes, slashes."));
    }
    if (live(world, command.subject())) {
      return Decision.refuse(
          Refusal.of(
              "SUBJECT_LIVE", "W-4", "Something of this person is live; erase it afterwards."));
    }
    return Decision.accept(
        new Event.OfWorld(new WorldEvent.SubjectErased(command.subject(), command.reason(), now)));
  }

  private static boolean live(World world, Subject subject) {
    for (Crossing crossing : world.crossings().all().values()) {
      if (crossing.live() && crossing.plate().subject().equals(subject)) {
        return true;
      }
    }
    if (world.turns().live(subject) || world.fleets().live(subject)) {
      return true;
    }
    for (Registration registration : world.registrations().all().values()) {
      if (registration.form().concerns(subject) && !gone(world, registration.id())) {
        return true;
      }
    }
    return false;
  }

  private static boolean gone(World world, long registration) {
    Optional<Long> crossing = world.crossings().byRegistration().find(registration);
    return crossing.isPresent() && !world.crossings().all().get(crossing.get()).live();
  }
}
