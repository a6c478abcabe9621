package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.values.LoadCodec;
import io.clearway.values.LoadEnums;
import io.clearway.values.SiteEnums;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Events of clearances, in bytes; the parts are in [LoadCodec].
final class ClearanceCodec {

  private ClearanceCodec() {}

  static EventType type(ClearanceEvent fact) {
    return switch (fact) {
      case ClearanceEvent.ClearanceOpened e -> EventType.CLEARANCE_OPENED;
      case ClearanceEvent.StepsChanged e -> EventType.STEPS_CHANGED;
      case ClearanceEvent.StepRequested e -> EventType.STEP_REQUESTED;
      case ClearanceEvent.StepConfirmed e -> EventType.STEP_CONFIRMED;
      case ClearanceEvent.StepRefused e -> EventType.STEP_REFUSED;
      case ClearanceEvent.StepsVoided e -> EventType.STEPS_VOIDED;
      case ClearanceEvent.VisitEnded e -> EventType.VISIT_ENDED;
      case ClearanceEvent.TurnsEnded e -> EventType.TURNS_ENDED;
      case ClearanceEvent.SaidEarlier e -> EventType.SAID_EARLIER;
      case ClearanceEvent.HoldPlaced e -> EventType.HOLD_PLACED;
      case ClearanceEvent.HoldLifted e -> EventType.HOLD_LIFTED;
      case ClearanceEvent.SecondAsked e -> EventType.SECOND_ASKED;
      case ClearanceEvent.SecondWithdrawn e -> EventType.SECOND_WITHDRAWN;
      case ClearanceEvent.ChannelSet e -> EventType.CHANNEL_SET;
      case ClearanceEvent.InspectionOpened e -> EventType.INSPECTION_OPENED;
      case ClearanceEvent.InspectionJoined e -> EventType.INSPECTION_JOINED;
      case ClearanceEvent.MeansBooked e -> EventType.MEANS_BOOKED;
      case ClearanceEvent.InspectionVoided e -> EventType.INSPECTION_VOIDED;
      case ClearanceEvent.InspectionOwed e -> EventType.INSPECTION_OWED;
      case ClearanceEvent.ClearanceOverdue e -> EventType.CLEARANCE_OVERDUE;
      case ClearanceEvent.ResultRecorded e -> EventType.RESULT_RECORDED;
      case ClearanceEvent.ClearanceCarried e -> EventType.CLEARANCE_CARRIED;
    };
  }

  static void write(ByteOut out, ClearanceEvent fact) {
    switch (fact) {
      case ClearanceEvent.ClearanceOpened e -> tasks(out, e.registration(), e.tasks(), e.at());
      case ClearanceEvent.StepsChanged e -> tasks(out, e.registration(), e.tasks(), e.at());
      case ClearanceEvent.StepRequested e -> {
        out.number(e.registration());
        out.text(e.step());
        out.number(e.actor());
        out.instant(e.at());
      }
      case ClearanceEvent.StepConfirmed e ->
          word(out, e.registration(), e.step(), e.word(), e.waited());
      case ClearanceEvent.StepRefused e ->
          word(out, e.registration(), e.step(), e.word(), e.waited());
      case ClearanceEvent.StepsVoided e -> steps(out, e.registration(), e.steps(), e.at());
      case ClearanceEvent.VisitEnded e -> steps(out, e.registration(), e.steps(), e.at());
      case ClearanceEvent.TurnsEnded e -> ended(out, e);
      case ClearanceEvent.SaidEarlier e -> saidEarlier(out, e);
      case ClearanceEvent.HoldPlaced e -> placed(out, e);
      case ClearanceEvent.HoldLifted e -> lifted(out, e);
      case ClearanceEvent.SecondAsked e -> second(out, e);
      case ClearanceEvent.SecondWithdrawn e -> withdrawn(out, e);
      case ClearanceEvent.ChannelSet e -> channel(out, e);
      case ClearanceEvent.InspectionOpened e -> booked(out, e.registration(), e.bookings(), e.by());
      case ClearanceEvent.InspectionJoined e -> joined(out, e);
      case ClearanceEvent.InspectionVoided e -> voided(out, e);
      case ClearanceEvent.InspectionOwed e -> owed(out, e);
      case ClearanceEvent.ClearanceOverdue e -> overdue(out, e);
      case ClearanceEvent.MeansBooked e -> booked(out, e.registration(), e.bookings(), e.by());
      case ClearanceEvent.ResultRecorded e -> result(out, e);
      case ClearanceEvent.ClearanceCarried(Clearance held) -> LoadCodec.clearance(out, held);
    }
  }

  private static void word(
      ByteOut out, long registration, String step, Clearance.Word word, Duration waited) {
    out.number(registration);
    out.text(step);
    LoadCodec.word(out, word);
    out.duration(waited);
  }

  private static void tasks(
      ByteOut out, long registration, List<Clearance.Task> tasks, Instant at) {
    out.number(registration);
    out.list(tasks, LoadCodec::task);
    out.instant(at);
  }

  private static void steps(ByteOut out, long registration, List<String> steps, Instant at) {
    out.number(registration);
    out.list(steps, ByteOut::text);
    out.instant(at);
  }

  private static void placed(ByteOut out, ClearanceEvent.HoldPlaced e) {
    out.number(e.registration());
    LoadCodec.hold(out, e.hold());
  }

  private static void lifted(ByteOut out, ClearanceEvent.HoldLifted e) {
    out.number(e.registration());
    out.number(e.hold());
    SiteEnums.agency(out, e.agency());
    out.number(e.actor());
    out.instant(e.at());
  }

  private static void overdue(ByteOut out, ClearanceEvent.ClearanceOverdue e) {
    out.number(e.registration());
    out.instant(e.at());
  }

  private static void owed(ByteOut out, ClearanceEvent.InspectionOwed e) {
    out.number(e.registration());
    out.list(e.agencies(), SiteEnums::agency);
    out.instant(e.at());
  }

  private static void voided(ByteOut out, ClearanceEvent.InspectionVoided e) {
    out.number(e.registration());
    out.instant(e.at());
  }

  private static void second(ByteOut out, ClearanceEvent.SecondAsked e) {
    out.number(e.registration());
    LoadCodec.second(out, e.second());
  }

  private static void withdrawn(ByteOut out, ClearanceEvent.SecondWithdrawn e) {
    out.number(e.registration());
    LoadCodec.wish(out, e.wish());
    out.number(e.actor());
    out.instant(e.at());
  }

  private static void channel(ByteOut out, ClearanceEvent.ChannelSet e) {
    out.number(e.registration());
    LoadEnums.channel(out, e.channel());
    out.number(e.actor());
    out.instant(e.at());
  }

  private static void booked(
      ByteOut out, long registration, List<Booking> bookings, Inspection.Joined by) {
    out.number(registration);
    out.list(bookings, LoadCodec::booking);
    LoadCodec.joined(out, by);
  }

  private static void joined(ByteOut out, ClearanceEvent.InspectionJoined e) {
    out.number(e.registration());
    LoadCodec.joined(out, e.by());
  }

  private static void result(ByteOut out, ClearanceEvent.ResultRecorded e) {
    out.number(e.registration());
    LoadCodec.result(out, e.result());
  }

  static ClearanceEvent.ClearanceOpened opened(ByteIn in) {
    return new ClearanceEvent.ClearanceOpened(in.number(), in.list(LoadCodec::task), in.instant());
  }

  static ClearanceEvent.StepsChanged changed(ByteIn in) {
    return new ClearanceEvent.StepsChanged(in.number(), in.list(LoadCodec::task), in.instant());
  }

  static ClearanceEvent.StepRequested requested(ByteIn in) {
    return new ClearanceEvent.StepRequested(in.number(), in.word(), in.number(), in.instant());
  }

  static ClearanceEvent.StepConfirmed confirmed(ByteIn in) {
    return new ClearanceEvent.StepConfirmed(
        in.number(), in.word(), LoadCodec.word(in), in.duration());
  }

  static ClearanceEvent.StepRefused refused(ByteIn in) {
    return new ClearanceEvent.StepRefused(
        in.number(), in.word(), LoadCodec.word(in), in.duration());
  }

  static ClearanceEvent.StepsVoided voided(ByteIn in) {
    return new ClearanceEvent.StepsVoided(in.number(), in.list(ByteIn::word), in.instant());
  }

  static ClearanceEvent.HoldPlaced placed(ByteIn in) {
    return new ClearanceEvent.HoldPlaced(in.number(), LoadCodec.hold(in));
  }

  static ClearanceEvent.HoldLifted lifted(ByteIn in) {
    return new ClearanceEvent.HoldLifted(
        in.number(), in.number(), SiteEnums.agency(in), in.number(), in.instant());
  }

  static ClearanceEvent.ChannelSet channel(ByteIn in) {
    return new ClearanceEvent.ChannelSet(
        in.number(), LoadEnums.channel(in), in.number(), in.instant());
  }

  static ClearanceEvent.InspectionOpened inspection(ByteIn in) {
    return new ClearanceEvent.InspectionOpened(
        in.number(), in.list(LoadCodec::booking), LoadCodec.joined(in));
  }

  static ClearanceEvent.InspectionJoined joined(ByteIn in) {
    return new ClearanceEvent.InspectionJoined(in.number(), LoadCodec.joined(in));
  }

  static ClearanceEvent.ResultRecorded result(ByteIn in) {
    return new ClearanceEvent.ResultRecorded(in.number(), LoadCodec.result(in));
  }

  private static void ended(ByteOut out, ClearanceEvent.TurnsEnded e) {
    out.number(e.registration());
    out.list(e.turns(), ClearanceCodec::turn);
    out.instant(e.at());
  }

  private static void turn(ByteOut out, ClearanceEvent.Ended turn) {
    out.text(turn.line());
    out.duration(turn.waited());
  }

  private static void saidEarlier(ByteOut out, ClearanceEvent.SaidEarlier e) {
    out.number(e.registration());
    out.text(e.line());
    out.number(e.actor());
    out.instant(e.said());
    out.instant(e.at());
  }

  private static ClearanceEvent.SaidEarlier saidEarlier(ByteIn in) {
    return new ClearanceEvent.SaidEarlier(
        in.number(), in.word(), in.number(), in.instant(), in.instant());
  }

  static ClearanceEvent.TurnsEnded ended(ByteIn in) {
    return new ClearanceEvent.TurnsEnded(
        in.number(),
        in.list(turn -> new ClearanceEvent.Ended(turn.word(), turn.duration())),
        in.instant());
  }

  static ClearanceEvent.ClearanceCarried carried(ByteIn in) {
    return new ClearanceEvent.ClearanceCarried(LoadCodec.clearance(in));
  }

  static ClearanceEvent read(EventType type, ByteIn in) {
    if (type == EventType.CLEARANCE_OPENED) {
      return opened(in);
    }
    if (type == EventType.STEPS_CHANGED) {
      return changed(in);
    }
    if (type == EventType.STEP_REQUESTED) {
      return requested(in);
    }
    if (type == EventType.STEP_CONFIRMED) {
      return confirmed(in);
    }
    if (type == EventType.STEP_REFUSED) {
      return refused(in);
    }
    if (type == EventType.STEPS_VOIDED) {
      return voided(in);
    }
    if (type == EventType.VISIT_ENDED) {
      return new ClearanceEvent.VisitEnded(in.number(), in.list(ByteIn::word), in.instant());
    }
    if (type == EventType.TURNS_ENDED) {
      return ended(in);
    }
    if (type == EventType.SAID_EARLIER) {
      return saidEarlier(in);
    }
    if (type == EventType.SECOND_ASKED) {
      return new ClearanceEvent.SecondAsked(in.number(), LoadCodec.second(in));
    }
    if (type == EventType.SECOND_WITHDRAWN) {
      return new ClearanceEvent.SecondWithdrawn(
          in.number(), LoadCodec.wish(in), in.number(), in.instant());
    }
    return shared(type, in);
  }

  private static ClearanceEvent shared(EventType type, ByteIn in) {
    if (type == EventType.HOLD_PLACED) {
      return placed(in);
    }
    if (type == EventType.HOLD_LIFTED) {
      return lifted(in);
    }
    if (type == EventType.CHANNEL_SET) {
      return channel(in);
    }
    if (type == EventType.INSPECTION_OPENED) {
      return inspection(in);
    }
    if (type == EventType.INSPECTION_JOINED) {
      return joined(in);
    }
    if (type == EventType.INSPECTION_VOIDED) {
      return new ClearanceEvent.InspectionVoided(in.number(), in.instant());
    }
    if (type == EventType.INSPECTION_OWED) {
      return new ClearanceEvent.InspectionOwed(
          in.number(), in.list(SiteEnums::agency), in.instant());
    }
    if (type == EventType.CLEARANCE_OVERDUE) {
      return new ClearanceEvent.ClearanceOverdue(in.number(), in.instant());
    }
    if (type == EventType.MEANS_BOOKED) {
      return new ClearanceEvent.MeansBooked(
          in.number(), in.list(LoadCodec::booking), LoadCodec.joined(in));
    }
    if (type == EventType.RESULT_RECORDED) {
      return result(in);
    }
    if (type == EventType.CLEARANCE_CARRIED) {
      return carried(in);
    }
    throw new IllegalArgumentException(type.label() + " is no event of a load");
  }
}
