package io.clearway.report;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the agencies did on each load, from the events alone. Which steps there are the events say.
final class Works {

  private static final String INSPECTION = "INSPECTION";

  /// One step.
  ///
  /// @param waited for the agency, all rounds together
  /// @param done its confirmation, as long as that stands
  record Line(Agency agency, Duration waited, Optional<Done> done) {

    Line plus(Duration more) {
      return new Line(agency, waited.plus(more), done);
    }

    Line done(Optional<Done> word) {
      return new Line(agency, waited, word);
    }
  }

  /// The step of a line: of every agency's inspection it is `INSPECTION`.
  static String step(String line) {
    return Inspection.isLine(line) ? INSPECTION : line;
  }

  /// @param gate of which the load was then
  record Done(Instant at, String gate) {}

  /// A hold.
  ///
  /// @param until empty as long as it goes on
  record Stop(Agency agency, Clearance.HoldKind kind, Instant from, Optional<Instant> until) {}

  /// One load.
  static final class Load {
    final Direction direction;
    private String gate;
    final Map<String, Line> lines = new TreeMap<>();
    private final Map<Long, Stop> holds = new TreeMap<>();

    private Load(Registration registration) {
      this.gate = registration.form().gate();
      this.direction = registration.form().direction();
    }

    List<Stop> stops() {
      return List.copyOf(holds.values());
    }
  }

  private final Map<Long, Load> loads = new TreeMap<>();

  void registered(Registration registration) {
    loads.putIfAbsent(registration.id(), new Load(registration));
  }

  /// Its vehicle was sent to another gate, or its trader named one.
  void amended(long registration, Registration.Form form) {
    Load load = loads.get(registration);
    if (load != null) {
      load.gate = form.gate();
    }
  }

  Map<Long, Load> all() {
    return loads;
  }

  void take(ClearanceEvent fact) {
    Load load = loads.get(fact.registration());
    if (load == null) {
      return;
    }
    switch (fact) {
      case ClearanceEvent.ClearanceOpened e -> tasks(load, e.tasks());
      case ClearanceEvent.StepsChanged e -> tasks(load, e.tasks());
      case ClearanceEvent.StepRequested e -> {}
      case ClearanceEvent.StepConfirmed e ->
          said(load, e.step(), e.waited(), Optional.of(e.word()));
      case ClearanceEvent.StepRefused e -> said(load, e.step(), e.waited(), Optional.empty());
      case ClearanceEvent.StepsVoided e ->
          e.steps().forEach(step -> said(load, step, Duration.ZERO, Optional.empty()));
      case ClearanceEvent.VisitEnded e -> anew(load, e.steps());
      case ClearanceEvent.TurnsEnded e ->
          e.turns()
              .forEach(t ->
                  load.lines.computeIfPresent(t.line(), (step, line) -> line.plus(t.waited())));
      case ClearanceEvent.HoldPlaced e -> held(load, e.hold());
      case ClearanceEvent.HoldLifted e ->
          load.holds.computeIfPresent(e.hold(), (id, hold) -> ended(hold, e.at()));
      case ClearanceEvent.SecondAsked e -> {}
      case ClearanceEvent.SecondWithdrawn e -> {}
      case ClearanceEvent.ChannelSet e -> {}
      case ClearanceEvent.SaidEarlier e -> {}
      case ClearanceEvent.ClearanceOverdue e -> {}
      case ClearanceEvent.InspectionOpened e -> {}
      case ClearanceEvent.InspectionJoined e -> {}
      case ClearanceEvent.InspectionVoided e -> {}
      case ClearanceEvent.InspectionOwed e -> owed(load, e);
      case ClearanceEvent.MeansBooked e -> {}
      case ClearanceEvent.ResultRecorded e -> {}
      case ClearanceEvent.ClearanceCarried(Clearance held) -> carried(load, held);
    }
  }

  private static void tasks(Load load, List<Clearance.Task> tasks) {
    load.lines
        .keySet()
        .removeIf(step ->
            !Inspection.isLine(step) && tasks.stream().noneMatch(t -> t.step().equals(step)));
    for (Clearance.Task task : tasks) {
      load.lines.putIfAbsent(task.step(), new Line(task.agency(), task.waited(), Optional.empty()));
    }
  }

  private static void said(Load load, String step, Duration waited, Optional<Clearance.Word> word) {
    load.lines.computeIfPresent(
        step,
        (code, line) -> line.plus(waited).done(word.map(said -> new Done(said.at(), load.gate))));
  }

  /// The next visit is another stay.
  private static void anew(Load load, List<String> steps) {
    for (String step : steps) {
      load.lines.computeIfPresent(
          step, (code, line) -> new Line(line.agency(), Duration.ZERO, Optional.empty()));
    }
    load.lines.keySet().removeIf(Inspection::isLine);
  }

  private static void held(Load load, Clearance.Hold hold) {
    load.holds.putIfAbsent(
        hold.id(), new Stop(hold.agency(), hold.kind(), hold.at(), Optional.empty()));
  }

  private static Stop ended(Stop stop, Instant at) {
    return new Stop(stop.agency(), stop.kind(), stop.from(), Optional.of(at));
  }

  /// Of an inspection: it is waited for until nobody owes it or its results any more.
  private static void owed(Load load, ClearanceEvent.InspectionOwed e) {
    Optional<Done> over = Optional.of(new Done(e.at(), load.gate));
    load.lines.replaceAll((step, line) ->
        Inspection.isLine(step) && line.done().isEmpty() && !e.agencies().contains(line.agency())
            ? line.done(over)
            : line);
    for (Agency agency : e.agencies()) {
      load.lines.merge(
          Inspection.line(agency),
          new Line(agency, Duration.ZERO, Optional.empty()),
          (before, none) -> before.done(Optional.empty()));
    }
  }

  /// As the books were opened: what was waited, said, held and inspected until then.
  private static void carried(Load load, Clearance held) {
    for (Clearance.Task task : held.tasks()) {
      Optional<Done> known = Optional.ofNullable(load.lines.get(task.step())).flatMap(Line::done);
      Optional<Done> done =
          task.state() instanceof Clearance.State.Confirmed(Clearance.Word word)
              ? known.or(() -> Optional.of(new Done(word.at(), load.gate)))
              : Optional.empty();
      load.lines.put(task.step(), new Line(task.agency(), task.waited(), done));
    }
    held.holds().forEach(hold -> held(load, hold));
    for (Inspection.Owed owed : held.owed()) {
      String line = Inspection.line(owed.agency());
      Optional<Done> known = Optional.ofNullable(load.lines.get(line)).flatMap(Line::done);
      Optional<Done> done =
          owed.until().flatMap(at -> known.or(() -> Optional.of(new Done(at, load.gate))));
      load.lines.put(line, new Line(owed.agency(), owed.waited(), done));
    }
  }
}
