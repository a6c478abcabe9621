package io.clearway.link.rows;

import io.clearway.authority.Actor;
import io.clearway.clearance.Bays;
import io.clearway.clearance.Booked;
import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.kernel.Personal;
import io.clearway.link.http.Call;
import io.clearway.registration.Registration;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A clearance in JSON: who said what and when; of people the label of their account, never a name.
public final class LoadJson {

  private LoadJson() {}

  public static void lines(
      ArrayNode json, Optional<Clearance> held, List<Loads.Line> lines, World world) {
    for (Loads.Line line : lines) {
      ObjectNode item = json.addObject();
      item.put("step", line.step()).put("agency", line.agency().name());
      Optional<Clearance.Task> task = held.flatMap(clearance -> clearance.find(line.step()));
      if (task.isPresent()) {
        state(item, task.get(), world);
        line.doneBy().ifPresent(step -> item.put("doneBy", step));
        line.decidedWith().ifPresent(step -> item.put("decidedWith", step));
      } else {
        item.put("status", line.open() ? "REQUIRED" : "CONFIRMED");
      }
      line.waiting().since().ifPresent(at -> item.put("since", at.toString()));
      line.waiting().due().ifPresent(at -> item.put("due", at.toString()));
      if (line.waiting().since().isEmpty() && !line.before().isEmpty()) {
        line.before().forEach(item.putArray("before")::add);
      }
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

  /// In what role, and at which gates (absent: at all of them): what a label alone does not tell.
  public static void post(ObjectNode item, long actor, World world) {
    Optional<Actor> known = world.authorities().find(actor);
    known.ifPresent(who -> item.put("role", who.role().name()));
    known
        .map(who -> who.scope().gates())
        .filter(gates -> !gates.isEmpty())
        .ifPresent(gates -> gates.forEach(item.putArray("gates")::add));
  }

  /// As whoever is no officer reads it.
  public static void withoutNotes(ObjectNode load) {
    for (String part : new String[] {"lines", "holds", "seconds"}) {
      for (JsonNode item : load.path(part)) {
        ((ObjectNode) item).remove("note");
      }
    }
  }

  /// Steps that nobody asked for, holds, the inspection.
  ///
  /// @param line who stands where the loads of its gate are looked at
  public static void rest(
      ObjectNode json, Clearance held, World world, Instant now, Supplier<List<Bays.Stand>> line) {
    var offered = json.putArray("offered");
    held.tasks().stream()
        .filter(task -> !Clearance.required(task))
        .forEach(task -> offered.add(task.step()));
    json.put("channelByTwo", Second.lowersByTwo(held));
    ArrayNode holds = json.putArray("holds");
    for (Clearance.Hold hold : held.holds()) {
      ObjectNode item = holds.addObject().put("hold", hold.id());
      item.put("agency", hold.agency().name()).put("kind", hold.kind().name());
      item.put("at", hold.at().toString());
      by(item, hold.actor(), world);
      hold.note().ifPresent(note -> Rows.put(item, "note", note));
      var lifters = item.putArray("lifters");
      hold.lifters().forEach(agency -> lifters.add(agency.name()));
      item.put("byTwo", hold.byTwo());
    }
    held.inspection()
        .ifPresent(i -> {
          ObjectNode item = json.putObject("inspection");
          inspection(item, i, world);
          if (!i.done()) {
            positions(item.withArray("booked"), i, held.registration(), line.get());
          }
        });
    ArrayNode seconds = json.putArray("seconds");
    held.seconds().stream()
        .filter(second -> second.stands(held, now))
        .forEach(second -> second(seconds.addObject(), second, world));
  }

  /// What another officer has to say too.
  private static void second(ObjectNode item, Second second, World world) {
    switch (second.wish()) {
      case Second.Wish.Lower(Clearance.Channel channel) -> item.put("channel", channel.name());
      case Second.Wish.Lift(long hold) -> item.put("hold", hold);
    }
    item.put("at", second.at().toString()).put("until", second.expires().toString());
    by(item, second.actor(), world);
    post(item, second.actor(), world);
    Loads.agency(world, second.actor()).ifPresent(its -> item.put("agency", its.name()));
    Rows.put(item, "note", second.reason());
  }

  private static void inspection(ObjectNode json, Inspection inspection, World world) {
    json.put("done", inspection.done());
    ArrayNode booked = json.putArray("booked");
    for (Booked b : inspection.booked()) {
      ObjectNode item = booked.addObject().put("means", b.means().name()).put("place", b.place());
      item.put("since", b.at().toString());
    }
    ArrayNode joined = json.putArray("joined");
    for (Inspection.Joined j : inspection.joined()) {
      ObjectNode item = joined.addObject().put("agency", j.agency().name());
      by(item.put("at", j.at().toString()), j.actor(), world);
    }
    ArrayNode results = json.putArray("results");
    for (Inspection.Result r : inspection.results()) {
      ObjectNode item = results.addObject().put("means", r.means().name());
      item.put("outcome", r.outcome().name()).put("agency", r.agency().name());
      by(item.put("at", r.at().toString()), r.actor(), world);
    }
  }

  /// The how manieth it is at each place where something is owed of it, as long as it is here.
  private static void positions(
      ArrayNode booked, Inspection inspection, long load, List<Bays.Stand> line) {
    for (int i = 0; i < booked.size(); i++) {
      Booked one = inspection.booked().get(i);
      List<Bays.Stand> there =
          line.stream().filter(stand -> stand.place().equals(one.place())).toList();
      for (int at = 0; at < there.size(); at++) {
        if (there.get(at).registration() == load && there.get(at).means().contains(one.means())) {
          ((ObjectNode) booked.get(i)).put("position", at + 1);
        }
      }
    }
  }

  /// A place of inspection with whose turn it is and who waits.
  ///
  /// @param known as the site has it, if it has
  public static void place(
      ObjectNode json, Optional<Places.InspectionPlace> known, List<Bays.Stand> line, Call call) {
    World world = call.world();
    long most =
        known.isPresent() && known.get().atOnce() instanceof Figure.Known figure
            ? figure.most()
            : 0;
    if (most > 0) {
      json.put("atOnce", most);
    }
    ArrayNode items = json.putArray("line");
    int position = 0;
    for (Bays.Stand stand : line) {
      position++;
      Registration load = world.registrations().all().get(stand.registration());
      if (!call.sees(load)) {
        continue;
      }
      ObjectNode item = items.addObject();
      item.put("position", position).put("turn", position <= most);
      item.put("registration", load.key().toString());
      world
          .crossings()
          .byRegistration()
          .find(load.id())
          .flatMap(world.crossings()::find)
          .ifPresent(crossing -> item.put("crossing", crossing.key().toString()));
      Rows.put(item, "plate", load.form().leading().plate());
      item.put("direction", load.form().direction().name()).put("goods", Rows.goods(load.form()));
      ArrayNode means = item.putArray("means");
      stand.means().forEach(one -> means.add(one.name()));
      item.put("since", stand.since().toString());
    }
  }

  /// What a line of a history tells beside the event's name: codes, never a note.
  public static String detail(ClearanceEvent fact) {
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
      case ClearanceEvent.SecondWithdrawn e -> what(e.wish());
      case ClearanceEvent.ChannelSet e -> e.channel().name();
      case ClearanceEvent.InspectionOpened e -> e.by().agency() + " " + names(e.bookings());
      case ClearanceEvent.InspectionVoided e -> "";
      case ClearanceEvent.ClearanceOverdue e -> "";
      case ClearanceEvent.InspectionOwed e ->
          String.join(" ", e.agencies().stream().map(Enum::name).toList());
      case ClearanceEvent.MeansBooked e -> e.by().agency() + " " + names(e.bookings());
      case ClearanceEvent.InspectionJoined e -> e.by().agency().name();
      case ClearanceEvent.ResultRecorded e ->
          e.result().agency() + " " + e.result().means() + " " + e.result().outcome();
      case ClearanceEvent.ClearanceCarried e -> "";
    };
  }

  /// What an officer wrote with it: for officers, as it may name people.
  public static Optional<Personal<String>> note(ClearanceEvent fact) {
    return switch (fact) {
      case ClearanceEvent.StepConfirmed e -> e.word().note();
      case ClearanceEvent.StepRefused e -> e.word().note();
      case ClearanceEvent.HoldPlaced e -> e.hold().note();
      case ClearanceEvent.SecondAsked e -> Optional.of(e.second().reason());
      case ClearanceEvent.ClearanceOpened e -> Optional.empty();
      case ClearanceEvent.StepsChanged e -> Optional.empty();
      case ClearanceEvent.StepRequested e -> Optional.empty();
      case ClearanceEvent.StepsVoided e -> Optional.empty();
      case ClearanceEvent.VisitEnded e -> Optional.empty();
      case ClearanceEvent.TurnsEnded e -> Optional.empty();
      case ClearanceEvent.SaidEarlier e -> Optional.empty();
      case ClearanceEvent.HoldLifted e -> Optional.empty();
      case ClearanceEvent.SecondWithdrawn e -> Optional.empty();
      case ClearanceEvent.ChannelSet e -> Optional.empty();
      case ClearanceEvent.InspectionOpened e -> Optional.empty();
      case ClearanceEvent.InspectionJoined e -> Optional.empty();
      case ClearanceEvent.InspectionVoided e -> Optional.empty();
      case ClearanceEvent.MeansBooked e -> Optional.empty();
      case ClearanceEvent.InspectionOwed e -> Optional.empty();
      case ClearanceEvent.ClearanceOverdue e -> Optional.empty();
      case ClearanceEvent.ResultRecorded e -> Optional.empty();
      case ClearanceEvent.ClearanceCarried e -> Optional.empty();
    };
  }

  private static String what(Second.Wish wish) {
    return switch (wish) {
      case Second.Wish.Lower(Clearance.Channel channel) -> channel.name();
      case Second.Wish.Lift lift -> "LIFT_HOLD";
    };
  }

  private static String names(List<Booking> bookings) {
    return String.join(" ", bookings.stream().map(booking -> booking.means().name()).toList());
  }
}
