package io.clearway.codec;

import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Opening;
import io.clearway.clearance.Second;
import io.clearway.clearance.Stops;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;

/// The clearances of [SampleEvents].
final class SampleLoads {

  private final SampleValues values;

  SampleLoads(SampleValues values) {
    this.values = values;
  }

  ClearanceEvent event(EventType type) {
    long id = values.id();
    if (type == EventType.CLEARANCE_OPENED) {
      return new ClearanceEvent.ClearanceOpened(id, values.list(3, this::task), values.instant());
    }
    if (type == EventType.STEPS_CHANGED) {
      return new ClearanceEvent.StepsChanged(id, values.list(3, this::task), values.instant());
    }
    if (type == EventType.STEP_REQUESTED) {
      return new ClearanceEvent.StepRequested(id, values.code(), values.id(), values.instant());
    }
    if (type == EventType.STEP_CONFIRMED) {
      return new ClearanceEvent.StepConfirmed(id, values.code(), word(), duration());
    }
    if (type == EventType.STEP_REFUSED) {
      return new ClearanceEvent.StepRefused(id, values.code(), word(), duration());
    }
    if (type == EventType.STEPS_VOIDED) {
      return new ClearanceEvent.StepsVoided(id, values.list(3, values::code), values.instant());
    }
    if (type == EventType.VISIT_ENDED) {
      return new ClearanceEvent.VisitEnded(id, values.list(3, values::code), values.instant());
    }
    if (type == EventType.HOLD_PLACED) {
      return new ClearanceEvent.HoldPlaced(id, hold());
    }
    if (type == EventType.HOLD_LIFTED) {
      return new ClearanceEvent.HoldLifted(
          id, values.id(), agency(), values.id(), values.instant());
    }
    return shared(type, id);
  }

  private ClearanceEvent shared(EventType type, long id) {
    if (type == EventType.CHANNEL_SET) {
      return new ClearanceEvent.ChannelSet(
          id, values.oneOf(Clearance.Channel.values()), values.id(), values.instant());
    }
    if (type == EventType.INSPECTION_OPENED) {
      return new ClearanceEvent.InspectionOpened(id, values.list(3, this::booking), joined());
    }
    if (type == EventType.INSPECTION_JOINED) {
      return new ClearanceEvent.InspectionJoined(id, joined());
    }
    if (type == EventType.INSPECTION_VOIDED) {
      return new ClearanceEvent.InspectionVoided(id, values.instant());
    }
    if (type == EventType.MEANS_BOOKED) {
      return new ClearanceEvent.MeansBooked(id, values.list(3, this::booking), joined());
    }
    if (type == EventType.RESULT_RECORDED) {
      return new ClearanceEvent.ResultRecorded(id, result());
    }
    if (type == EventType.SAID_EARLIER) {
      return new ClearanceEvent.SaidEarlier(
          id, values.code(), values.id(), values.instant(), values.instant());
    }
    if (type == EventType.TURNS_ENDED) {
      return new ClearanceEvent.TurnsEnded(
          id,
          values.list(3, () -> new ClearanceEvent.Ended(values.code(), duration())),
          values.instant());
    }
    return newest(type, id);
  }

  private ClearanceEvent newest(EventType type, long id) {
    if (type == EventType.INSPECTION_OWED) {
      return new ClearanceEvent.InspectionOwed(id, values.list(3, this::agency), values.instant());
    }
    if (type == EventType.CLEARANCE_OVERDUE) {
      return new ClearanceEvent.ClearanceOverdue(id, values.instant());
    }
    if (type == EventType.SECOND_ASKED) {
      return new ClearanceEvent.SecondAsked(id, second());
    }
    if (type == EventType.SECOND_WITHDRAWN) {
      return new ClearanceEvent.SecondWithdrawn(id, wish(), values.id(), values.instant());
    }
    return carried(id);
  }

  private ClearanceEvent carried(long id) {
    return new ClearanceEvent.ClearanceCarried(
        new Clearance(
            id,
            values.oneOf(Clearance.Channel.values()),
            values.list(3, this::task),
            new Stops(
                values.list(2, this::hold),
                values.list(
                    2,
                    () -> new Clearance.Pause(values.instant(), values.optional(values::instant))),
                values.optional(values::instant)),
            new Opening(values.optional(this::inspection), values.list(2, this::owed)),
            values.list(2, () -> new Clearance.AskedAgain(agency(), duration(), values.instant())),
            values.list(2, this::second)));
  }

  private Inspection inspection() {
    return new Inspection(
        values.list(3, () -> new Booked(means(), values.text(), values.instant())),
        values.list(2, this::joined),
        values.list(2, this::result));
  }

  private Inspection.Owed owed() {
    return new Inspection.Owed(
        agency(), values.instant(), values.optional(values::instant), duration());
  }

  private Second second() {
    return new Second(
        wish(),
        values.id(),
        new UUID(values.id(), values.id()),
        values.instant(),
        values.personal());
  }

  private Second.Wish wish() {
    return values.flag()
        ? new Second.Wish.Lift(values.id())
        : new Second.Wish.Lower(values.oneOf(Clearance.Channel.values()));
  }

  private Booking booking() {
    return new Booking(means(), values.text());
  }

  private Clearance.Task task() {
    return new Clearance.Task(values.code(), agency(), state(), duration());
  }

  private Clearance.State state() {
    return switch (values.below(5)) {
      case 0 -> new Clearance.State.Required(values.instant(), values.flag());
      case 1 -> new Clearance.State.Open();
      case 2 -> new Clearance.State.Requested(values.id(), values.instant());
      case 3 -> new Clearance.State.Confirmed(word());
      default -> new Clearance.State.Refused(word());
    };
  }

  private Clearance.Word word() {
    return new Clearance.Word(
        values.id(),
        values.instant(),
        values.flag() ? OptionalInt.of(values.below(1000)) : OptionalInt.empty(),
        values.optional(values::personal),
        values.optional(
            () -> new Clearance.ByRule(values.code(), agency(), values.list(3, values::text))));
  }

  private Clearance.Hold hold() {
    return new Clearance.Hold(
        values.id(),
        agency(),
        values.oneOf(Clearance.HoldKind.values()),
        values.id(),
        values.instant(),
        values.optional(values::personal),
        values.list(3, this::agency));
  }

  private Inspection.Joined joined() {
    return new Inspection.Joined(agency(), values.id(), values.instant());
  }

  private Inspection.Result result() {
    return new Inspection.Result(
        means(),
        values.oneOf(Inspection.Outcome.values()),
        agency(),
        values.id(),
        values.instant());
  }

  private Means means() {
    return values.oneOf(Means.values());
  }

  private Agency agency() {
    return values.oneOf(Agency.values());
  }

  private Duration duration() {
    return Duration.ofSeconds(values.below(100_000), values.below(1_000_000_000));
  }
}
