package io.clearway.clearance;

import io.clearway.kernel.Decision;
import java.util.Optional;

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

  static boolean heavy(Clearance.Hold hold) {
    return switch (hold.kind()) {
      case FAULT, DANGER, ORDER -> true;
      case DOUBT, TEST -> false;
    };
  }

  /// Done when another officer asked for it in another session, else asked for.
  static Decision<ClearanceEvent> twice(
      ClearanceRules.Load load,
      Second.Wish wish,
      ClearanceCommand.Voice voice,
      Decision<ClearanceEvent> done) {
    Optional<Second> asked =
        load.clearance().seconds().stream()
            .filter(second -> second.wish().equals(wish))
            .filter(second -> load.now().isBefore(second.expires()))
            .findFirst();
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
