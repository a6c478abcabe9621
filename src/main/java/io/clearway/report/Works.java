package io.clearway.report;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the agencies did on each load, from the events alone. Which steps there are the events say.
final class Works {

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

  /// @param gate of which the load was then
  record Done(Instant at, String gate) {}

  /// A hold or an inspection.
  ///
  /// @param what the hold's kind; of an inspection `INSPECTION`
  /// @param until empty as long as it goes on
  record Stop(Agency agency, String what, Instant from, Optional<Instant> until) {}

  /// One load.
  static final class Load {
    final Direction direction;
    private String gate;
    final Map<String, Line> lines = new TreeMap<>();
    private final Map<Long, Stop> holds = new TreeMap<>();
    private final List<Stop> inspections = new ArrayList<>();
    private int booked;

    private Load(Registration registration) {
      this.gate = registration.form().gate();
      this.direction = registration.form().direction();
    }

    List<Stop> stops() {
      List<Stop> stops = new ArrayList<>(holds.values());
      stops.addAll(inspections);
      return stops;
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
      case ClearanceEvent.ChannelSet e -> {}
      case ClearanceEvent.SaidEarlier e -> {}
      case ClearanceEvent.InspectionOpened e -> opened(load, e.by(), e.bookings().size());
      case ClearanceEvent.InspectionJoined e -> {}
      case ClearanceEvent.InspectionVoided e -> {}
      case ClearanceEvent.MeansBooked e -> load.booked += e.bookings().size();
      case ClearanceEvent.ResultRecorded e -> found(load, e.result().at());
      case ClearanceEvent.ClearanceCarried(Clearance held) -> carried(load, held);
    }
  }

  private static void tasks(Load load, List<Clearance.Task> tasks) {
    load.lines.keySet().removeIf(step -> tasks.stream().noneMatch(t -> t.step().equals(step)));
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
    load.inspections.clear();
  }

  private static void held(Load load, Clearance.Hold hold) {
    load.holds.putIfAbsent(
        hold.id(), new Stop(hold.agency(), hold.kind().name(), hold.at(), Optional.empty()));
  }

  private static Stop ended(Stop stop, Instant at) {
    return new Stop(stop.agency(), stop.what(), stop.from(), Optional.of(at));
  }

  private static void opened(Load load, Inspection.Joined by, int means) {
    load.inspections.add(new Stop(by.agency(), "INSPECTION", by.at(), Optional.empty()));
    load.booked = means;
  }

  /// With its last result an inspection is over.
  private static void found(Load load, Instant at) {
    load.booked--;
    if (load.booked == 0 && !load.inspections.isEmpty()) {
      load.inspections.add(ended(load.inspections.removeLast(), at));
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
    boolean inspected = !load.inspections.isEmpty();
    held.inspection()
        .filter(inspection -> !inspected && !inspection.joined().isEmpty())
        .ifPresent(inspection -> {
          opened(load, inspection.joined().getFirst(), inspection.booked().size());
          inspection.results().forEach(result -> found(load, result.at()));
        });
  }
}
