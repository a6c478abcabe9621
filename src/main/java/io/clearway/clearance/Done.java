package io.clearway.clearance;

import io.clearway.site.Agency;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which steps are done with on a day: each by its own agency's word, or by that on the step that
/// does for it (C-23). Mostly nothing does for any.
public final class Done {

  private final Procedure procedure;
  private final String day;

  private Done(Procedure procedure, String day) {
    this.procedure = procedure;
    this.day = day;
  }

  public static Done on(Site site, Instant now) {
    boolean pairs = !site.procedure().standIns().isEmpty();
    return new Done(site.procedure(), pairs ? site.dayOf(now).toString() : "");
  }

  /// Nobody need act on it before the load may leave.
  boolean with(Clearance held, Clearance.Task task) {
    return !Clearance.required(task)
        || task.state() instanceof Clearance.State.Confirmed
        || byOther(held, task).isPresent();
  }

  /// The step whose word does for this one, which has none. It is never a release of goods whose
  /// customs clearance was refused: with that it falls, and it is not given then.
  public Optional<String> byOther(Clearance held, Clearance.Task task) {
    return task.state() instanceof Clearance.State.Confirmed
        ? Optional.empty()
        : procedure
            .pairOf(task.step(), day)
            .map(pair -> other(pair, task.step()))
            .filter(held::confirmed);
  }

  /// The step that is asked for and would do for this one: its agency decides both with one word.
  public Optional<String> decidedWith(Clearance held, Clearance.Task task) {
    return procedure
        .pairOf(task.step(), day)
        .filter(pair -> pair.instead().equals(task.step()))
        .map(Procedure.StandIn::step)
        .filter(step -> task.open() && held.find(step).filter(Clearance.Task::open).isPresent());
  }

  /// When the step was refused that would do for this one: this one is decided alone since then.
  Optional<Instant> aloneSince(Clearance held, String step) {
    return procedure
        .pairOf(step, day)
        .filter(pair -> pair.instead().equals(step))
        .flatMap(pair -> held.find(pair.step()))
        .filter(task -> task.state() instanceof Clearance.State.Refused)
        .map(task -> ((Clearance.State.Refused) task.state()).word().at());
  }

  private Optional<Procedure.StandIn> pairOf(String step) {
    return procedure.pairOf(step, day);
  }

  /// Whether a word of that time on the step, or on the other of its pair, was refused after it.
  boolean refusedAfter(Clearance held, String step, Instant said) {
    Stream<String> other = pairOf(step).map(pair -> other(pair, step)).stream();
    return Stream.concat(Stream.of(step), other)
        .flatMap(code -> held.find(code).stream())
        .anyMatch(task ->
            task.state() instanceof Clearance.State.Refused(Clearance.Word word)
                && said.isBefore(word.at()));
  }

  /// Whether customs clearance is still owed of goods that were released.
  public boolean owes(Clearance held) {
    return held.tasks().stream()
        .filter(Clearance::required)
        .filter(task -> !(task.state() instanceof Clearance.State.Confirmed))
        .flatMap(task -> pairOf(task.step()).stream())
        .filter(pair -> held.find(pair.instead()).filter(Clearance::required).isPresent())
        .anyMatch(pair -> !held.confirmed(pair.instead()) && held.confirmed(pair.step()));
  }

  private static String other(Procedure.StandIn pair, String step) {
    return pair.step().equals(step) ? pair.instead() : pair.step();
  }

  /// Since when it is: the first word that did, when the other was said after it.
  Optional<Instant> at(Clearance held, Clearance.Task task) {
    Optional<Instant> other =
        procedure
            .pairOf(task.step(), day)
            .flatMap(pair -> held.confirmedAt(other(pair, task.step())));
    return Stream.concat(held.confirmedAt(task.step()).stream(), other.stream())
        .min(Comparator.naturalOrder());
  }

  /// The release that falls when that step is refused.
  Optional<String> releaseOf(Clearance held, String step) {
    return procedure
        .pairOf(step, day)
        .filter(pair -> pair.instead().equals(step))
        .map(Procedure.StandIn::step)
        .filter(held::confirmed);
  }

  /// Whose refusals keep the load from leaving.
  public List<Agency> refused(Clearance held) {
    return held.tasks().stream()
        .filter(task -> task.state() instanceof Clearance.State.Refused && !with(held, task))
        .map(Clearance.Task::agency)
        .distinct()
        .toList();
  }

  /// The step that was refused, when that one would do for it: it cannot as long as it is.
  Optional<Clearance.Task> refused(Clearance held, String step) {
    return insteadOf(held, step).filter(task -> task.state() instanceof Clearance.State.Refused);
  }

  /// When the step was asked for again for which that one would do.
  Optional<Instant> askedAgain(Clearance held, String step) {
    return insteadOf(held, step)
        .filter(task -> task.state() instanceof Clearance.State.Required r && r.again())
        .map(task -> ((Clearance.State.Required) task.state()).since());
  }

  private Optional<Clearance.Task> insteadOf(Clearance held, String step) {
    return procedure
        .pairOf(step, day)
        .filter(pair -> pair.step().equals(step))
        .flatMap(pair -> held.find(pair.instead()));
  }

  /// Whether that step is the release of goods whose customs clearance is given.
  boolean needless(Clearance held, String step) {
    return insteadOf(held, step)
        .filter(task -> task.state() instanceof Clearance.State.Confirmed)
        .isPresent();
  }

  /// Those whose turn it is again because what did for them no longer does.
  List<String> fallen(Clearance before, Clearance after) {
    return after.tasks().stream()
        .filter(Clearance::required)
        .filter(task -> !(task.state() instanceof Clearance.State.Refused))
        .filter(task -> !with(after, task))
        .map(Clearance.Task::step)
        .filter(step -> before.find(step).flatMap(task -> byOther(before, task)).isPresent())
        .toList();
  }
}
