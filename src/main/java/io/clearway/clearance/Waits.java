package io.clearway.clearance;

import io.clearway.site.Agency;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import io.clearway.site.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is late: an agency's clock starts when vehicle, papers and the step before are in front of
/// it, runs within its hours and stands while a test is under way or the vehicle is turned.
public final class Waits {

  private final Site site;
  private final Visit visit;
  private final List<Clearance.Pause> pauses;
  private final Barrier barrier;
  private final Instant now;
  private final Done done;

  /// Asked of the site file once for each agency: every line asks several times.
  private final Map<Agency, WorkTime> times = new EnumMap<>(Agency.class);

  /// @param pauses for which all clocks stood, beside the time for which the vehicle was turned
  public Waits(Site site, Visit visit, List<Clearance.Pause> pauses, Barrier barrier, Instant now) {
    this.site = site;
    this.visit = visit;
    this.pauses = Clearance.Pause.together(pauses, visit.stood());
    this.barrier = barrier;
    this.now = visit.leftAt().filter(now::isAfter).orElse(now);
    this.done = Done.on(site, this.now);
  }

  /// @param step that opens it, whose turn comes when everything else is done
  /// @param elsewhere what that step waits for beside this load
  public record Barrier(Optional<String> step, Elsewhere elsewhere) {

    boolean is(String other) {
      return step.filter(other::equals).isPresent();
    }
  }

  /// What a vehicle waits for beside its own load: goods that are to change vehicles, or did.
  ///
  /// @param keeps what refuses the word that opens the barrier
  /// @param before what that word's turn waits for; `keeps` and what may be left undone
  /// @param over when the last of it was done; empty where there is or was nothing
  public record Elsewhere(List<String> keeps, List<String> before, Optional<Instant> over) {

    /// Nothing but its own load.
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), List.of(), Optional.empty());
  }

  /// How long a vehicle waited for one agency, and meanwhile for others.
  ///
  /// @param since when it became this agency's turn, as long as it is
  /// @param due until when, if it is
  /// @param forOthers of the time since the vehicle came, as far as it was not turned
  /// @param late it is this agency's turn and its time is over
  public record Wait(
      Optional<Instant> since,
      Optional<Instant> due,
      Duration forAgency,
      Duration forOthers,
      boolean late) {}

  /// What a step still waits for that is not its own agency: points, steps, a test.
  static List<String> unmet(Clearance held, Procedure.Step step, Visit visit, Done done) {
    List<String> unmet = new ArrayList<>();
    for (Procedure.Point point : step.after()) {
      if (visit.at(point).isEmpty()) {
        unmet.add(point.name());
      }
    }
    for (String before : step.following()) {
      if (held.find(before).filter(task -> !done.with(held, task)).isPresent()) {
        unmet.add(before);
      }
    }
    done.refused(held, step.code()).map(Clearance.Task::step).ifPresent(unmet::add);
    Owing.unmet(held, step).ifPresent(unmet::add);
    return unmet;
  }

  /// What others have to do before it is the turn of the step's agency; none when it is, or when
  /// the step is done or nobody can do it any more.
  public List<String> before(Clearance held, Clearance.Task task) {
    Optional<Procedure.Step> step = site.procedure().find(task.step());
    if (step.isEmpty() || done.with(held, task) || !visit.live()) {
      return List.of();
    }
    List<String> before = new ArrayList<>(unmet(held, step.get(), visit, done));
    List<String> more = new ArrayList<>();
    if (barrier.is(task.step())) {
      more.addAll(ClearanceRules.missing(held, task.step(), visit, done));
      more.addAll(barrier.elsewhere().before());
    }
    held.holds().stream()
        .filter(hold -> hold.kind() == Clearance.HoldKind.TEST)
        .forEach(hold -> more.add("HOLD_" + hold.agency()));
    more.stream().filter(word -> !before.contains(word)).forEach(before::add);
    return List.copyOf(before);
  }

  /// Of one step.
  public Wait of(Clearance held, Clearance.Task task) {
    Optional<Procedure.Step> step = site.procedure().find(task.step());
    Optional<Instant> turn =
        step.isEmpty() || !Clearance.required(task)
            ? Optional.empty()
            : turn(held, task, step.get());
    return switch (task.state()) {
      case Clearance.State.Confirmed(Clearance.Word word) -> over(task.waited(), word.at());
      case Clearance.State.Refused(Clearance.Word word) -> over(task.waited(), word.at());
      case Clearance.State.Open o -> over(task.waited(), now);
      case Clearance.State.Required r ->
          running(task.agency(), turn, step.map(Procedure.Step::within), task.waited());
      case Clearance.State.Requested r ->
          running(task.agency(), turn, step.map(Procedure.Step::within), task.waited());
    };
  }

  /// Of a key of the entry: it is both agencies' turn as soon as vehicle and papers are there, and
  /// again when what they confirmed was amended.
  public Wait key(Optional<Clearance> held, Agency agency) {
    Duration before =
        held.flatMap(c -> c.asked(agency)).map(Clearance.AskedAgain::waited).orElse(Duration.ZERO);
    Optional<Instant> turn = keyTurn(held, agency);
    Optional<Instant> done = visit.key(agency).flatMap(Visit.Key::doneAt);
    return turn.isPresent() && done.isPresent()
        ? over(
            before.plus(worked(agency, turn.get(), done.get())),
            visit.key(agency).flatMap(Visit.Key::turnedAt).orElse(done.get()))
        : running(agency, turn, Optional.of(site.agencyLateAfter()), before);
  }

  /// Of an inspection, for each agency that owes it or its results, or did.
  public Wait of(Inspection.Owed owed) {
    return owed.until()
        .map(until -> over(owed.waited(), until))
        .orElseGet(() ->
            running(owed.agency(), turn(owed), site.procedure().inspectionWithin(), owed.waited()));
  }

  /// Since when an inspection is waited for; empty as long as the vehicle is not inside.
  Optional<Instant> turn(Inspection.Owed owed) {
    return owed.until().isPresent()
        ? Optional.empty()
        : visit.enteredAt().map(entered -> later(entered, owed.since()));
  }

  /// How long this round of that agency's key took; empty as long as the key is not turned.
  Optional<Duration> round(Clearance held, Agency agency) {
    Optional<Instant> done = visit.key(agency).flatMap(Visit.Key::doneAt);
    return keyTurn(Optional.of(held), agency)
        .flatMap(turn -> done.map(at -> worked(agency, turn, at)));
  }

  /// Since when it is, or was, the turn of a key. A clearance knows whose became void; where there
  /// is none, all that are missing then count as asked again.
  private Optional<Instant> keyTurn(Optional<Clearance> held, Agency agency) {
    return held.flatMap(c -> c.asked(agency))
        .map(Clearance.AskedAgain::since)
        .or(() ->
            held.isPresent() ? Optional.empty() : visit.key(agency).flatMap(Visit.Key::askedAt))
        .or(() -> visit.arrivedAt().map(at -> later(at, visit.registeredAt())));
  }

  /// Of something that was the agency's turn from a moment on and is not done yet.
  ///
  /// @param turn empty as long as others are to act first
  private Wait running(
      Agency agency, Optional<Instant> turn, Optional<Duration> within, Duration before) {
    Duration waited = turn.map(since -> before.plus(worked(agency, since, now))).orElse(before);
    if (turn.isEmpty() || paused() || !visit.live()) {
      return new Wait(Optional.empty(), Optional.empty(), waited, others(waited, now), false);
    }
    Optional<Instant> due = within.map(time -> due(agency, turn.get(), time));
    boolean late = due.filter(now::isAfter).isPresent();
    return new Wait(turn, due, waited, others(waited, now), late);
  }

  /// Of something that was done.
  private Wait over(Duration waited, Instant done) {
    return new Wait(Optional.empty(), Optional.empty(), waited, others(waited, done), false);
  }

  /// How long it has been the agency's turn, within its hours and without the pauses.
  Duration worked(Agency agency, Instant from, Instant to) {
    Duration sum = between(agency, from, to);
    for (Clearance.Pause pause : pauses) {
      sum = sum.minus(between(agency, later(pause.from(), from), pause.end(to)));
    }
    return sum;
  }

  /// Since when it is the turn of the step's agency; empty as long as something else is missing,
  /// when another step does for it, and while one is asked for that would.
  Optional<Instant> turn(Clearance held, Clearance.Task task, Procedure.Step step) {
    boolean opens = barrier.is(step.code());
    if (done.byOther(held, task).isPresent()
        || done.decidedWith(held, task).isPresent()
        || !unmet(held, step, visit, done).isEmpty()
        || (opens && !barrier.elsewhere().before().isEmpty())
        || (opens && !ClearanceRules.missing(held, step.code(), visit, done).isEmpty())) {
      return Optional.empty();
    }
    Instant since = opens ? everythingElse(held, step.code()) : visit.registeredAt();
    for (Procedure.Point point : step.after()) {
      since = later(since, visit.at(point).orElseThrow());
    }
    for (String before : step.following()) {
      since = later(since, held.find(before).flatMap(earlier -> done.at(held, earlier)));
    }
    since = later(since, done.askedAgain(held, step.code()));
    since = later(since, done.aloneSince(held, step.code()));
    since = later(since, Owing.over(held, step));
    since = later(since, opens ? barrier.elsewhere().over() : Optional.empty());
    return Optional.of(
        switch (task.state()) {
          case Clearance.State.Required r -> later(since, r.since());
          case Clearance.State.Requested r -> later(since, r.at());
          case Clearance.State.Open o -> since;
          case Clearance.State.Confirmed c -> since;
          case Clearance.State.Refused(Clearance.Word word) -> later(since, word.at());
        });
  }

  /// When the last other step was confirmed, and the last hold lifted.
  private Instant everythingElse(Clearance held, String step) {
    Instant since = held.stops().freedAt().orElse(visit.registeredAt());
    for (Clearance.Task task : held.tasks()) {
      if (!task.step().equals(step)) {
        since = later(since, done.at(held, task));
      }
    }
    for (Inspection.Result result : held.inspection().map(Inspection::results).orElse(List.of())) {
      since = later(since, result.at());
    }
    return later(since, visit.enteredAt());
  }

  private boolean paused() {
    return !pauses.isEmpty() && pauses.getLast().to().isEmpty();
  }

  private Duration others(Duration agency, Instant until) {
    if (visit.arrivedAt().isEmpty() || visit.arrivedAt().get().isAfter(until)) {
      return Duration.ZERO;
    }
    Instant arrived = visit.arrivedAt().get();
    Duration rest = Duration.between(arrived, until).minus(agency);
    for (Clearance.Pause stood : visit.stood()) {
      Instant from = later(stood.from(), arrived);
      Instant to = stood.end(until);
      rest = to.isAfter(from) ? rest.minus(Duration.between(from, to)) : rest;
    }
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private Duration between(Agency agency, Instant from, Instant to) {
    return workTime(agency).between(from, to);
  }

  private WorkTime workTime(Agency agency) {
    return times.computeIfAbsent(
        agency, one -> site.workTime(one, visit.line(), visit.direction()));
  }

  /// Pauses put it off.
  private Instant due(Agency agency, Instant from, Duration within) {
    WorkTime time = workTime(agency);
    Duration stood = Duration.ZERO;
    for (Clearance.Pause pause : pauses) {
      stood = stood.plus(time.between(later(from, pause.from()), pause.to().orElse(now)));
    }
    return time.after(from, within.plus(stood));
  }

  private static Instant later(Instant a, Optional<Instant> b) {
    return b.map(at -> later(a, at)).orElse(a);
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
