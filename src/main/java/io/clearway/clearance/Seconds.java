package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.site.Agency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What one officer alone may not do to a load (C-24): out of the red channel without an
/// inspection, and away with a hold for a fault, for danger or by order.
final class Seconds {

  private Seconds() {}

  /// Whether that channel lets go what was to be looked at.
  static boolean lowers(Clearance held, Clearance.Channel to) {
    return held.channel() == Clearance.Channel.RED
        && to != Clearance.Channel.RED
        && Inspecting.owed(held);
  }

  /// Whose officers may say the second word, since the first was said.
  static List<Awaited> askedOf(Clearance held, Instant now) {
    return held.seconds().stream()
        .filter(second -> second.stands(held, now))
        .flatMap(second ->
            mayToo(held, second.wish())
                .map(agency -> new Awaited(agency, Awaited.SECOND, second.at())))
        .toList();
  }

  private static Stream<Agency> mayToo(Clearance held, Second.Wish wish) {
    return switch (wish) {
      case Second.Wish.Lower lower -> Stream.of(Agency.CUSTOMS);
      case Second.Wish.Lift(long hold) ->
          held.holds().stream()
              .filter(one -> one.id() == hold)
              .flatMap(one -> one.lifters().stream());
    };
  }

  /// With that asked for, anew if it was before.
  static Clearance with(Clearance held, Second asked) {
    List<Second> more = new ArrayList<>(without(held, asked.wish()).seconds());
    more.add(asked);
    return held.withSeconds(List.copyOf(more));
  }

  /// That was done, or is past doing.
  static Clearance without(Clearance held, Second.Wish wish) {
    return left(held, second -> !second.wish().equals(wish));
  }

  /// Nobody lowers a channel that was set anew.
  static Clearance withoutLowering(Clearance held) {
    return left(held, second -> !(second.wish() instanceof Second.Wish.Lower));
  }

  static Clearance left(Clearance held, Predicate<Second> stays) {
    return held.seconds().stream().allMatch(stays)
        ? held
        : held.withSeconds(held.seconds().stream().filter(stays).toList());
  }

  /// Any officer of the agency that asked says so, alone: nothing is let go by it.
  static Decision<ClearanceEvent> withdraw(
      ClearanceRules.Load load, ClearanceCommand.WithdrawSecond c) {
    Optional<Second> asked = standing(load, c.wish());
    if (asked.isEmpty()) {
      return ClearanceRules.no("SECOND_UNKNOWN", "C-24", "Nobody asks for that, or no longer.");
    }
    return load.facts().colleagues().contains(asked.get().actor())
        ? Decision.accept(
            new ClearanceEvent.SecondWithdrawn(
                load.id(), c.wish(), load.facts().actor(), load.now()))
        : ClearanceRules.no("OTHER_AGENCY", "C-3", "Another agency's officer asked for that.");
  }

  private static Optional<Second> standing(ClearanceRules.Load load, Second.Wish wish) {
    return load.clearance().seconds().stream()
        .filter(second -> second.wish().equals(wish) && second.stands(load.clearance(), load.now()))
        .findFirst();
  }

  /// Done when another officer asked for it in another session, else asked for.
  static Decision<ClearanceEvent> twice(
      ClearanceRules.Load load,
      Second.Wish wish,
      ClearanceCommand.Voice voice,
      Decision<ClearanceEvent> done) {
    Optional<Second> asked = standing(load, wish);
    if (asked.isEmpty()) {
      return voice
          .reason()
          .<Decision<ClearanceEvent>>map(reason ->
              Decision.accept(
                  new ClearanceEvent.SecondAsked(
                      load.id(),
                      new Second(wish, load.facts().actor(), voice.session(), load.now(), reason))))
          .orElseGet(() ->
              ClearanceRules.no("REASON_MISSING", "C-24", "This takes a reason and two officers."));
    }
    if (asked.get().actor() == load.facts().actor()) {
      return ClearanceRules.no("SECOND_OFFICER", "C-24", "Another officer has to say so too.");
    }
    return asked.get().session().equals(voice.session())
        ? ClearanceRules.no("SECOND_SESSION", "C-24", "It was asked for in this session.")
        : done;
  }
}
