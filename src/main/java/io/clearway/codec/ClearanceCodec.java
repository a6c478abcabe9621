package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.values.LoadCodec;
import io.clearway.values.LoadEnums;
import io.clearway.values.SiteEnums;

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
      case ClearanceEvent.HoldPlaced e -> EventType.HOLD_PLACED;
      case ClearanceEvent.HoldLifted e -> EventType.HOLD_LIFTED;
      case ClearanceEvent.ChannelSet e -> EventType.CHANNEL_SET;
      case ClearanceEvent.InspectionOpened e -> EventType.INSPECTION_OPENED;
      case ClearanceEvent.InspectionJoined e -> EventType.INSPECTION_JOINED;
      case ClearanceEvent.ResultRecorded e -> EventType.RESULT_RECORDED;
      case ClearanceEvent.ClearanceCarried e -> EventType.CLEARANCE_CARRIED;
    };
  }

  static void write(ByteOut out, ClearanceEvent fact) {
    switch (fact) {
      case ClearanceEvent.ClearanceOpened e -> {
        out.number(e.registration());
        out.list(e.tasks(), LoadCodec::task);
        out.instant(e.at());
      }
      case ClearanceEvent.StepsChanged e -> {
        out.number(e.registration());
        out.list(e.tasks(), LoadCodec::task);
        out.instant(e.at());
      }
      case ClearanceEvent.StepRequested e -> {
        out.number(e.registration());
        out.text(e.step());
        out.number(e.actor());
        out.instant(e.at());
      }
      case ClearanceEvent.StepConfirmed e -> {
        out.number(e.registration());
        out.text(e.step());
        LoadCodec.word(out, e.word());
        out.duration(e.waited());
      }
      case ClearanceEvent.StepRefused e -> {
        out.number(e.registration());
        out.text(e.step());
        LoadCodec.word(out, e.word());
        out.duration(e.waited());
      }
      case ClearanceEvent.StepsVoided e -> {
        out.number(e.registration());
        out.list(e.steps(), ByteOut::text);
        out.instant(e.at());
      }
      case ClearanceEvent.HoldPlaced e -> {
        out.number(e.registration());
        LoadCodec.hold(out, e.hold());
      }
      case ClearanceEvent.HoldLifted e -> {
        out.number(e.registration());
        out.number(e.hold());
        SiteEnums.agency(out, e.agency());
        out.number(e.actor());
        out.instant(e.at());
      }
      case ClearanceEvent.ChannelSet e -> {
        out.number(e.registration());
        LoadEnums.channel(out, e.channel());
        out.number(e.actor());
        out.instant(e.at());
      }
      case ClearanceEvent.InspectionOpened e -> {
        out.number(e.registration());
        out.text(e.place());
        out.list(e.means(), LoadEnums::means);
        LoadCodec.joined(out, e.by());
      }
      case ClearanceEvent.InspectionJoined e -> {
        out.number(e.registration());
        LoadCodec.joined(out, e.by());
      }
      case ClearanceEvent.ResultRecorded e -> {
        out.number(e.registration());
        LoadCodec.result(out, e.result());
      }
      case ClearanceEvent.ClearanceCarried(Clearance held) -> LoadCodec.clearance(out, held);
    }
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
        in.number(), in.text(), in.list(LoadEnums::means), LoadCodec.joined(in));
  }

  static ClearanceEvent.InspectionJoined joined(ByteIn in) {
    return new ClearanceEvent.InspectionJoined(in.number(), LoadCodec.joined(in));
  }

  static ClearanceEvent.ResultRecorded result(ByteIn in) {
    return new ClearanceEvent.ResultRecorded(in.number(), LoadCodec.result(in));
  }

  static ClearanceEvent.ClearanceCarried carried(ByteIn in) {
    return new ClearanceEvent.ClearanceCarried(LoadCodec.clearance(in));
  }
}
