package io.clearway.clearance;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the agencies have to do, and did, on the load of one registration.
///
/// @param registration its id is the clearance's
/// @param tasks in the order of the site's procedure
/// @param stops holds, and the clocks that stood
/// @param opening the inspection, and who owes it
/// @param askedAgain whose key of the entry became void
/// @param seconds what one officer asked for and a second one has not said yet
public record Clearance(
    long registration,
    Channel channel,
    List<Task> tasks,
    Stops stops,
    Opening opening,
    List<AskedAgain> askedAgain,
    List<Second> seconds) {

  /// Nobody said anything yet.
  static Clearance of(long registration, List<Task> tasks) {
    return new Clearance(
        registration, Channel.NONE, tasks, Stops.NONE, Opening.NONE, List.of(), List.of());
  }

  /// A key of the entry became void and is asked for again.
  ///
  /// @param waited how long it waited for the agency in all earlier rounds
  /// @param since when this round began
  public record AskedAgain(Agency agency, Duration waited, Instant since) {}

  /// How closely customs looks (luồng, 通道).
  public enum Channel {
    /// Nobody said yet.
    NONE,
    GREEN,
    /// The papers are looked at.
    YELLOW,
    /// The goods are looked at.
    RED
  }

  /// One step of one agency.
  ///
  /// @param step its code in the site's procedure
  /// @param waited how long it waited for the agency in earlier rounds, before it was asked again
  public record Task(String step, Agency agency, State state, Duration waited) {

    /// It is asked for, and nothing was said.
    boolean open() {
      return state instanceof State.Required || state instanceof State.Requested;
    }

    Task with(State other) {
      return new Task(step, agency, other, waited);
    }

    Task plus(Duration more) {
      return new Task(step, agency, state, waited.plus(more));
    }
  }

  /// How far a step is.
  public sealed interface State {

    /// To be done.
    ///
    /// @param again it was confirmed, and what it relied on was amended
    record Required(Instant since, boolean again) implements State {}

    /// Not done unasked, and nobody asked.
    record Open() implements State {}

    /// Somebody asked for it.
    record Requested(long actor, Instant at) implements State {}

    record Confirmed(Word word) implements State {}

    record Refused(Word word) implements State {}
  }

  /// What an officer, or a rule, said.
  ///
  /// @param actor who spoke; of a rule the device
  /// @param seen the version of the registration that was in front of who spoke
  /// @param rule when no person spoke
  public record Word(
      long actor,
      Instant at,
      OptionalInt seen,
      Optional<Personal<String>> note,
      Optional<ByRule> rule) {

    Word without(Subject erased) {
      return new Word(actor, at, seen, note.map(text -> text.without(erased)), rule);
    }
  }

  /// @param code of the rule
  /// @param authorisedBy the agency that authorised it
  /// @param observations what was seen, as ids of the evidence
  public record ByRule(String code, Agency authorisedBy, List<String> observations) {}

  /// Nothing leaves while one stands.
  ///
  /// @param lifters who may lift it
  public record Hold(
      long id,
      Agency agency,
      HoldKind kind,
      long actor,
      Instant at,
      Optional<Personal<String>> note,
      List<Agency> lifters) {

    /// Whether no officer lifts it alone (C-24).
    public boolean byTwo() {
      return switch (kind) {
        case FAULT, DANGER, ORDER -> true;
        case DOUBT, TEST -> false;
      };
    }

    Hold without(Subject erased) {
      return new Hold(id, agency, kind, actor, at, note.map(text -> text.without(erased)), lifters);
    }
  }

  /// Why a load is held.
  public enum HoldKind {
    /// Something does not fit.
    DOUBT,
    /// A sample is being tested: the clocks of all agencies stand still.
    TEST,
    /// Danger to people or goods.
    DANGER,
    /// Something is wrong, as an inspection found.
    FAULT,
    /// A court or another authority ordered it.
    ORDER
  }

  /// The clocks stood still.
  ///
  /// @param to empty as long as they do
  public record Pause(Instant from, Optional<Instant> to) {

    /// When it ended, at the latest then.
    Instant end(Instant latest) {
      return to.filter(at -> at.isBefore(latest)).orElse(latest);
    }

    /// All of them, the earliest first, and none in two.
    static List<Pause> together(List<Pause> some, List<Pause> more) {
      List<Pause> all = new ArrayList<>(some);
      all.addAll(more);
      all.sort(Comparator.comparing(Pause::from));
      List<Pause> apart = new ArrayList<>();
      for (Pause next : all) {
        Optional<Instant> before =
            apart.isEmpty() ? Optional.of(Instant.MIN) : apart.getLast().to();
        if (before.filter(next.from()::isAfter).isPresent()) {
          apart.add(next);
        } else if (before.isPresent()) {
          Optional<Instant> end = next.to().map(at -> Waits.later(at, before.get()));
          apart.set(apart.size() - 1, new Pause(apart.getLast().from(), end));
        }
      }
      return List.copyOf(apart);
    }
  }

  /// Those that stand.
  public List<Hold> holds() {
    return stops.holds();
  }

  /// For which all clocks stood.
  public List<Pause> pauses() {
    return stops.pauses();
  }

  public Optional<Inspection> inspection() {
    return opening.inspection();
  }

  public List<Inspection.Owed> owed() {
    return opening.owed();
  }

  public Optional<Task> find(String step) {
    return tasks.stream().filter(task -> task.step().equals(step)).findFirst();
  }

  /// Whether, and since when, that agency's key is asked for again.
  Optional<AskedAgain> asked(Agency agency) {
    return askedAgain.stream().filter(again -> again.agency() == agency).findFirst();
  }

  public boolean confirmed(String step) {
    return confirmedAt(step).isPresent();
  }

  /// When that step was confirmed, if it is.
  public Optional<Instant> confirmedAt(String step) {
    return find(step)
        .filter(task -> task.state() instanceof State.Confirmed)
        .map(task -> ((State.Confirmed) task.state()).word().at());
  }

  /// Whether that step must be confirmed before the load may leave.
  public static boolean required(Task task) {
    return !(task.state() instanceof State.Open);
  }

  /// Every required step is done with, that which opens the barrier among them; no inspection is
  /// owed and nobody holds the load.
  public boolean mayLeave(Done done) {
    return holds().isEmpty()
        && !Inspecting.owed(this)
        && tasks.stream().allMatch(task -> done.with(this, task));
  }

  Clearance with(Channel set) {
    return new Clearance(registration, set, tasks, stops, opening, askedAgain, seconds);
  }

  Clearance with(Stops changed) {
    return new Clearance(registration, channel, tasks, changed, opening, askedAgain, seconds);
  }

  Clearance with(Opening changed) {
    return new Clearance(registration, channel, tasks, stops, changed, askedAgain, seconds);
  }

  Clearance withTasks(List<Task> changed) {
    return new Clearance(registration, channel, changed, stops, opening, askedAgain, seconds);
  }

  Clearance withSeconds(List<Second> changed) {
    return new Clearance(registration, channel, tasks, stops, opening, askedAgain, changed);
  }

  /// nobody held it then, and no inspection was owed.
  public boolean unheldAt(Instant then) {
    return stops.noneAt(then)
        && owed().stream()
            .filter(one -> one.until().isEmpty())
            .allMatch(one -> one.since().isAfter(then));
  }

  /// Somebody keeps it by a word that came after that.
  public boolean keptSince(Instant then) {
    return holds().stream().anyMatch(hold -> hold.at().isAfter(then))
        || Inspecting.owed(this)
        || tasks.stream()
            .anyMatch(task ->
                task.state() instanceof State.Refused(Word word) && word.at().isAfter(then));
  }

  /// A test is under way.
  public boolean paused() {
    return stops.paused();
  }

  Clearance with(String step, State state) {
    return withTasks(
        tasks.stream().map(task -> task.step().equals(step) ? task.with(state) : task).toList());
  }

  /// For another visit: these steps begin anew, nothing was opened, no clock stood; what is still
  /// tested stands in its way from the first.
  Clearance visited(List<String> anew, Instant at) {
    List<Task> fresh =
        tasks.stream()
            .map(task ->
                anew.contains(task.step())
                    ? new Task(
                        task.step(), task.agency(), new State.Required(at, false), Duration.ZERO)
                    : task)
            .toList();
    return new Clearance(
        registration, channel, fresh, stops.visited(at), Opening.NONE, List.of(), List.of());
  }

  Clearance withHolds(List<Hold> changed, Instant at) {
    return with(stops.with(changed, at));
  }

  /// Something that was owed fell away.
  Clearance freed(Instant at) {
    return with(stops.freed(at));
  }

  Clearance with(AskedAgain again) {
    List<AskedAgain> rest = new ArrayList<>(askedAgain);
    rest.removeIf(earlier -> earlier.agency() == again.agency());
    rest.add(again);
    return new Clearance(registration, channel, tasks, stops, opening, List.copyOf(rest), seconds);
  }

  Clearance with(Inspection changed) {
    return with(new Opening(Optional.of(changed), owed()));
  }

  Clearance withoutInspection() {
    return with(new Opening(Optional.empty(), owed()));
  }

  Clearance withOwed(List<Inspection.Owed> changed) {
    return with(new Opening(inspection(), changed));
  }

  Clearance without(Subject erased) {
    List<Task> rest =
        tasks.stream()
            .map(task ->
                switch (task.state()) {
                  case State.Confirmed(Word word) ->
                      task.with(new State.Confirmed(word.without(erased)));
                  case State.Refused(Word word) ->
                      task.with(new State.Refused(word.without(erased)));
                  case State.Required r -> task;
                  case State.Open o -> task;
                  case State.Requested r -> task;
                })
            .toList();
    return new Clearance(
        registration,
        channel,
        rest,
        stops.without(erased),
        opening,
        askedAgain,
        seconds.stream().map(second -> second.without(erased)).toList());
  }
}
