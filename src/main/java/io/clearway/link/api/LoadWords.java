package io.clearway.link.api;

import io.clearway.clearance.ClearanceEvent;
import java.util.List;

/// What a line of a history tells of a clearance beside the event's name: codes, never a note.
final class LoadWords {

  private LoadWords() {}

  static String detail(ClearanceEvent fact) {
    return switch (fact) {
      case ClearanceEvent.ClearanceOpened e ->
          String.join(" ", e.tasks().stream().map(task -> task.step()).toList());
      case ClearanceEvent.StepsChanged e ->
          String.join(" ", e.tasks().stream().map(task -> task.step()).toList());
      case ClearanceEvent.StepRequested e -> e.step();
      case ClearanceEvent.StepConfirmed e ->
          (e.step() + " " + e.word().rule().map(rule -> rule.code()).orElse("")).strip();
      case ClearanceEvent.StepRefused e -> e.step();
      case ClearanceEvent.StepsVoided e -> String.join(" ", e.steps());
      case ClearanceEvent.HoldPlaced e -> e.hold().agency() + " " + e.hold().kind();
      case ClearanceEvent.HoldLifted e -> e.agency().name();
      case ClearanceEvent.ChannelSet e -> e.channel().name();
      case ClearanceEvent.InspectionOpened e -> e.by().agency() + " " + names(e.means());
      case ClearanceEvent.InspectionJoined e -> e.by().agency().name();
      case ClearanceEvent.ResultRecorded e ->
          e.result().agency() + " " + e.result().means() + " " + e.result().outcome();
      case ClearanceEvent.ClearanceCarried e -> "";
    };
  }

  private static String names(List<? extends Enum<?>> words) {
    return String.join(" ", words.stream().map(Enum::name).toList());
  }
}
