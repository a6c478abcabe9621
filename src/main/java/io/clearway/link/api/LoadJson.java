package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Second;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A clearance in JSON: who said what and when; of people the label of their account, never a name.
final class LoadJson {

  private LoadJson() {}

  static void lines(ArrayNode json, Optional<Clearance> held, List<Loads.Line> lines, World world) {
    for (Loads.Line line : lines) {
      ObjectNode item = json.addObject();
      item.put("step", line.step()).put("agency", line.agency().name());
      Optional<Clearance.Task> task = held.flatMap(clearance -> clearance.find(line.step()));
      if (task.isPresent()) {
        state(item, task.get(), world);
        line.doneBy().ifPresent(step -> item.put("doneBy", step));
      } else {
        boolean over = line.waiting().since().isEmpty();
        item.put("status", over ? "CONFIRMED" : "REQUIRED");
      }
      line.waiting().since().ifPresent(at -> item.put("since", at.toString()));
      line.waiting().due().ifPresent(at -> item.put("due", at.toString()));
      item.put("late", line.waiting().late());
      item.put("forAgencySeconds", line.waiting().forAgency().toSeconds());
      item.put("forOthersSeconds", line.waiting().forOthers().toSeconds());
    }
  }

  private static void state(ObjectNode item, Clearance.Task task, World world) {
    switch (task.state()) {
      case Clearance.State.Required r ->
          item.put("status", "REQUIRED").put("askedAgain", r.again());
      case Clearance.State.Open o -> item.put("status", "OPEN");
      case Clearance.State.Requested r -> {
        item.put("status", "REQUESTED").put("at", r.at().toString());
        by(item, r.actor(), world);
      }
      case Clearance.State.Confirmed(Clearance.Word word) ->
          word(item.put("status", "CONFIRMED"), word, world);
      case Clearance.State.Refused(Clearance.Word word) ->
          word(item.put("status", "REFUSED"), word, world);
    }
  }

  private static void word(ObjectNode item, Clearance.Word word, World world) {
    item.put("at", word.at().toString());
    by(item, word.actor(), world);
    word.note().ifPresent(note -> Rows.put(item, "note", note));
    word.rule()
        .ifPresent(rule -> {
          ObjectNode by = item.putObject("byRule");
          by.put("rule", rule.code()).put("authorisedBy", rule.authorisedBy().name());
          var seen = by.putArray("observations");
          rule.observations().forEach(seen::add);
        });
  }

  private static void by(ObjectNode item, long actor, World world) {
    item.put("by", world.authorities().find(actor).map(Actor::label).orElse("#" + actor));
  }

  /// As whoever is no officer reads it.
  static void withoutNotes(ObjectNode load) {
    for (String part : new String[] {"lines", "holds", "seconds"}) {
      for (JsonNode item : load.path(part)) {
        ((ObjectNode) item).remove("note");
      }
    }
  }

  /// Steps that nobody asked for, holds, the inspection.
  static void rest(ObjectNode json, Clearance held, World world) {
    var offered = json.putArray("offered");
    held.tasks().stream()
        .filter(task -> !Clearance.required(task))
        .forEach(task -> offered.add(task.step()));
    ArrayNode holds = json.putArray("holds");
    for (Clearance.Hold hold : held.holds()) {
      ObjectNode item = holds.addObject().put("hold", hold.id());
      item.put("agency", hold.agency().name()).put("kind", hold.kind().name());
      item.put("at", hold.at().toString());
      by(item, hold.actor(), world);
      hold.note().ifPresent(note -> Rows.put(item, "note", note));
      var lifters = item.putArray("lifters");
      hold.lifters().forEach(agency -> lifters.add(agency.name()));
    }
    held.inspection().ifPresent(i -> inspection(json.putObject("inspection"), i, world));
    ArrayNode seconds = json.putArray("seconds");
    held.seconds().forEach(second -> second(seconds.addObject(), second, world));
  }

  /// What another officer has to say too.
  private static void second(ObjectNode item, Second second, World world) {
    switch (second.wish()) {
      case Second.Wish.Lower(Clearance.Channel channel) -> item.put("channel", channel.name());
      case Second.Wish.Lift(long hold) -> item.put("hold", hold);
    }
    item.put("at", second.at().toString()).put("until", second.expires().toString());
    by(item, second.actor(), world);
    Rows.put(item, "note", second.reason());
  }

  private static void inspection(ObjectNode json, Clearance.Inspection inspection, World world) {
    json.put("place", inspection.place()).put("done", inspection.done());
    var booked = json.putArray("booked");
    inspection.booked().forEach(means -> booked.add(means.name()));
    ArrayNode joined = json.putArray("joined");
    for (Clearance.Joined j : inspection.joined()) {
      ObjectNode item = joined.addObject().put("agency", j.agency().name());
      by(item.put("at", j.at().toString()), j.actor(), world);
    }
    ArrayNode results = json.putArray("results");
    for (Clearance.Result r : inspection.results()) {
      ObjectNode item = results.addObject().put("means", r.means().name());
      item.put("outcome", r.outcome().name()).put("agency", r.agency().name());
      by(item.put("at", r.at().toString()), r.actor(), world);
    }
  }

  /// What a line of a history tells beside the event's name: codes, never a note.
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
      case ClearanceEvent.VisitEnded e -> String.join(" ", e.steps());
      case ClearanceEvent.TurnsEnded e ->
          String.join(" ", e.turns().stream().map(turn -> turn.line()).toList());
      case ClearanceEvent.SaidEarlier e -> e.line();
      case ClearanceEvent.HoldPlaced e -> e.hold().agency() + " " + e.hold().kind();
      case ClearanceEvent.HoldLifted e -> e.agency().name();
      case ClearanceEvent.SecondAsked e -> what(e.second().wish());
      case ClearanceEvent.ChannelSet e -> e.channel().name();
      case ClearanceEvent.InspectionOpened e -> e.by().agency() + " " + names(e.means());
      case ClearanceEvent.InspectionJoined e -> e.by().agency().name();
      case ClearanceEvent.ResultRecorded e ->
          e.result().agency() + " " + e.result().means() + " " + e.result().outcome();
      case ClearanceEvent.ClearanceCarried e -> "";
    };
  }

  private static String what(Second.Wish wish) {
    return switch (wish) {
      case Second.Wish.Lower(Clearance.Channel channel) -> channel.name();
      case Second.Wish.Lift lift -> "LIFT_HOLD";
    };
  }

  private static String names(List<? extends Enum<?>> words) {
    return String.join(" ", words.stream().map(Enum::name).toList());
  }
}
