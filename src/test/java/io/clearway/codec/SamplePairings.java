package io.clearway.codec;

import io.clearway.kernel.Subject;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingEvent;
import io.clearway.pairing.Stay;
import io.clearway.site.Agency;

/// Events of two-way trips and stays of [SampleEvents].
final class SamplePairings {

  private final SampleValues values;

  SamplePairings(SampleValues values) {
    this.values = values;
  }

  PairingEvent event(EventType type) {
    if (type == EventType.PAIR_LINKED) {
      return new PairingEvent.PairLinked(pair());
    }
    if (type == EventType.PAIR_CONFIRMED) {
      return new PairingEvent.PairConfirmed(values.id(), word());
    }
    if (type == EventType.PAIR_JUDGED) {
      return new PairingEvent.PairJudged(
          values.id(), values.list(4, values::code), values.instant());
    }
    if (type == EventType.PAIR_PARTED) {
      return new PairingEvent.PairParted(values.id(), values.instant());
    }
    if (type == EventType.PAIR_CARRIED) {
      return new PairingEvent.PairCarried(pair());
    }
    return stay(type);
  }

  private PairingEvent stay(EventType type) {
    if (type == EventType.OTHER_SIDE_HELD) {
      return new PairingEvent.OtherSideHeld(values.id(), held());
    }
    if (type == EventType.OTHER_SIDE_HOLD_WITHDRAWN) {
      return new PairingEvent.OtherSideHoldWithdrawn(
          values.id(), values.uuid(), values.id(), values.instant());
    }
    if (type == EventType.STAY_WARNED) {
      return new PairingEvent.StayWarned(
          values.id(), values.instant(), values.instant(), values.instant());
    }
    if (type == EventType.STAY_OVERDUE) {
      return new PairingEvent.StayOverdue(values.id(), values.instant(), values.instant());
    }
    if (type == EventType.STAY_PUT_OFF) {
      return new PairingEvent.StayPutOff(
          values.id(),
          values.oneOf(Stay.Told.values()),
          values.optional(values::instant),
          values.instant());
    }
    return new PairingEvent.StayCarried(stay());
  }

  private Pair pair() {
    return new Pair(
        values.id(),
        values.id(),
        values.id(),
        values.instant(),
        values.list(3, this::word),
        values.list(4, values::code));
  }

  private Pair.Word word() {
    return new Pair.Word(values.oneOf(Agency.values()), values.id(), values.instant());
  }

  private Stay.Held held() {
    return new Stay.Held(
        values.uuid(),
        new Stay.Said(
            values.instant(),
            values.optional(values::instant),
            values.oneOf(Stay.Reason.values()),
            values.oneOf(Stay.Source.values())),
        values.id(),
        values.instant());
  }

  private Stay.Stop stop() {
    return new Stay.Stop(
        values.instant(), values.optional(values::instant), values.list(3, values::code));
  }

  private Stay stay() {
    return new Stay(
        values.id(),
        values.oneOf(Stay.Side.values()),
        new Subject(values.id(), values.id()),
        values.id(),
        values.code(),
        new Stay.Times(
            values.instant(),
            values.below(2) == 0,
            values.optional(values::instant),
            values.below(2) == 0),
        values.list(3, this::held),
        values.list(3, this::stop),
        values.oneOf(Stay.Told.values()),
        values.optional(values::instant));
  }
}
