package io.clearway.clearance;

import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The clearances that a rule can still need, by registration.
///
/// @param inspecting those of them whose inspection is under way
public record Clearances(Ids<Clearance> all, Ids<Clearance> inspecting) {

  public static Clearances empty() {
    return new Clearances(Ids.empty(), Ids.empty());
  }

  /// The same clearances, to be changed under that edit or under none.
  public Clearances under(@Nullable Edit edit) {
    return new Clearances(all.under(edit), inspecting.under(edit));
  }

  public Optional<Clearance> find(long registration) {
    return all.find(registration);
  }

  /// Those of forgotten registrations are forgotten with them.
  public Clearances without(List<Long> registrations) {
    Ids<Clearance> rest = all;
    Ids<Clearance> looked = inspecting;
    for (long id : registrations) {
      rest = rest.has(id) ? rest.without(id) : rest;
      looked = looked.has(id) ? looked.without(id) : looked;
    }
    return new Clearances(rest, looked);
  }

  /// What a revoked officer asked a second one for counts no more.
  public Clearances withoutSecondsOf(long actor) {
    Clearances rest = this;
    for (Clearance held : all.values()) {
      Clearance without = Seconds.left(held, second -> second.actor() != actor);
      rest = without.equals(held) ? rest : rest.with(without);
    }
    return rest;
  }

  /// What one officer asked a second one for was asked of other papers.
  public Clearances withoutSeconds(long registration) {
    return find(registration)
        .filter(held -> !held.seconds().isEmpty())
        .map(held -> with(held.withSeconds(List.of())))
        .orElse(this);
  }

  /// Makes what was written about the subject unreadable.
  public Clearances erase(Subject subject) {
    Clearances rest = this;
    for (Clearance held : all.values()) {
      Clearance without = held.without(subject);
      rest = without.equals(held) ? rest : rest.with(without);
    }
    return rest;
  }

  private Clearances with(Clearance changed) {
    long id = changed.registration();
    boolean underWay = changed.inspection().filter(inspection -> !inspection.done()).isPresent();
    Ids<Clearance> looked =
        underWay
            ? inspecting.with(id, changed)
            : inspecting.has(id) ? inspecting.without(id) : inspecting;
    return new Clearances(all.with(id, changed), looked);
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Clearances evolve(ClearanceEvent event) {
    return with(
        switch (event) {
          case ClearanceEvent.ClearanceOpened e -> opened(e);
          case ClearanceEvent.ClearanceCarried(Clearance carried) -> carried;
          case ClearanceEvent.StepsChanged e -> changed(held(e), e);
          case ClearanceEvent.StepRequested e ->
              held(e).with(e.step(), new Clearance.State.Requested(e.actor(), e.at()));
          case ClearanceEvent.StepConfirmed e ->
              said(held(e), e.step(), new Clearance.State.Confirmed(e.word()), e.waited());
          case ClearanceEvent.StepRefused e ->
              said(held(e), e.step(), new Clearance.State.Refused(e.word()), e.waited());
          case ClearanceEvent.StepsVoided e -> voided(held(e), e);
          case ClearanceEvent.VisitEnded e -> visitEnded(held(e), e);
          case ClearanceEvent.TurnsEnded e -> ended(held(e), e);
          case ClearanceEvent.SaidEarlier e -> held(e);
          case ClearanceEvent.ClearanceOverdue e -> held(e);
          case ClearanceEvent.HoldPlaced e -> placed(held(e), e);
          case ClearanceEvent.HoldLifted e -> lifted(held(e), e);
          case ClearanceEvent.SecondAsked e -> Seconds.with(held(e), e.second());
          case ClearanceEvent.SecondWithdrawn e -> Seconds.without(held(e), e.wish());
          case ClearanceEvent.ChannelSet e -> channel(Seconds.withoutLowering(held(e)), e);
          case ClearanceEvent.InspectionOpened e ->
              held(e)
                  .with(
                      new Inspection(
                          Booked.all(e.bookings(), e.by().at()), List.of(e.by()), List.of()));
          case ClearanceEvent.InspectionJoined e -> joined(held(e), e);
          case ClearanceEvent.MeansBooked e -> booked(held(e), e);
          case ClearanceEvent.InspectionVoided e -> held(e).withoutInspection();
          case ClearanceEvent.InspectionOwed e -> Owing.from(held(e), e.agencies(), e.at());
          case ClearanceEvent.ResultRecorded e -> result(held(e), e);
        });
  }

  private Clearance held(ClearanceEvent event) {
    return all.find(event.registration()).orElseThrow(() -> corrupt(event));
  }

  private Clearance opened(ClearanceEvent.ClearanceOpened e) {
    if (all.has(e.registration())) {
      throw corrupt(e);
    }
    return Clearance.of(e.registration(), e.tasks());
  }

  private static Clearance said(
      Clearance held, String step, Clearance.State state, Duration waited) {
    return held.withTasks(
        held.tasks().stream()
            .map(task -> task.step().equals(step) ? task.with(state).plus(waited) : task)
            .toList());
  }

  private static Clearance voided(Clearance held, ClearanceEvent.StepsVoided e) {
    Clearance changed = held;
    for (String step : e.steps()) {
      if (held.find(step).isEmpty()) {
        throw corrupt(e);
      }
      changed = changed.with(step, new Clearance.State.Required(e.at(), true));
    }
    return changed;
  }

  private static Clearance visitEnded(Clearance held, ClearanceEvent.VisitEnded e) {
    if (e.steps().stream().anyMatch(step -> held.find(step).isEmpty())) {
      throw corrupt(e);
    }
    return held.visited(e.steps(), e.at());
  }

  private static Clearance ended(Clearance held, ClearanceEvent.TurnsEnded e) {
    Clearance changed = held;
    for (ClearanceEvent.Ended turn : e.turns()) {
      Optional<Agency> key = Turns.key(turn.line());
      changed =
          key.isPresent()
              ? changed.with(asked(changed, key.get(), turn.waited(), e.at()))
              : Owing.kept(kept(changed, turn), turn);
    }
    return changed;
  }

  private static Clearance.AskedAgain asked(
      Clearance held, Agency agency, Duration waited, Instant at) {
    Duration before = held.asked(agency).map(Clearance.AskedAgain::waited).orElse(Duration.ZERO);
    return new Clearance.AskedAgain(agency, before.plus(waited), at);
  }

  private static Clearance kept(Clearance held, ClearanceEvent.Ended turn) {
    return held.withTasks(
        held.tasks().stream()
            .map(task -> task.step().equals(turn.line()) ? task.plus(turn.waited()) : task)
            .toList());
  }

  /// With an open step that falls away the load is freer than it was.
  private static Clearance changed(Clearance held, ClearanceEvent.StepsChanged e) {
    Clearance changed = held.withTasks(e.tasks());
    boolean less =
        held.tasks().stream()
            .filter(Clearance::required)
            .filter(task -> !held.confirmed(task.step()))
            .anyMatch(task -> changed.find(task.step()).isEmpty());
    return less ? changed.freed(e.at()) : changed;
  }

  private static Clearance channel(Clearance held, ClearanceEvent.ChannelSet e) {
    Clearance changed = held.with(e.channel());
    return Inspecting.owed(held) && !Inspecting.owed(changed) ? changed.freed(e.at()) : changed;
  }

  private static Clearance placed(Clearance held, ClearanceEvent.HoldPlaced e) {
    List<Clearance.Hold> more = new ArrayList<>(held.holds());
    more.add(e.hold());
    return held.withHolds(more, e.hold().at());
  }

  private static Clearance lifted(Clearance held, ClearanceEvent.HoldLifted e) {
    List<Clearance.Hold> rest =
        held.holds().stream().filter(hold -> hold.id() != e.hold()).toList();
    if (rest.size() == held.holds().size()) {
      throw corrupt(e);
    }
    return Seconds.without(held.withHolds(rest, e.at()), new Second.Wish.Lift(e.hold()));
  }

  private static Clearance joined(Clearance held, ClearanceEvent.InspectionJoined e) {
    Inspection before = held.inspection().orElseThrow(() -> corrupt(e));
    List<Inspection.Joined> more = new ArrayList<>(before.joined());
    more.add(e.by());
    return held.with(new Inspection(before.booked(), List.copyOf(more), before.results()));
  }

  private static Clearance booked(Clearance held, ClearanceEvent.MeansBooked e) {
    Inspection before = held.inspection().orElseThrow(() -> corrupt(e));
    List<Booked> more = new ArrayList<>(before.booked());
    more.addAll(Booked.all(e.bookings(), e.by().at()));
    return held.with(new Inspection(List.copyOf(more), before.joined(), before.results()));
  }

  private static Clearance result(Clearance held, ClearanceEvent.ResultRecorded e) {
    Inspection before = held.inspection().orElseThrow(() -> corrupt(e));
    List<Inspection.Result> more = new ArrayList<>(before.results());
    more.add(e.result());
    return held.with(new Inspection(before.booked(), before.joined(), List.copyOf(more)));
  }

  private static IllegalStateException corrupt(ClearanceEvent event) {
    return new IllegalStateException("corrupt log: " + event + " cannot follow");
  }
}
