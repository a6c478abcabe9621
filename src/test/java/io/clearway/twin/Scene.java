package io.clearway.twin;

import io.clearway.clearance.Clearance;
import io.clearway.site.Agency;
import io.clearway.site.Procedure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What lies in front of the agencies at one moment: the papers, the vehicle, what was said. Says
/// by itself whose turn it is, and asks no rule. Mutable.
final class Scene {

  private enum Said {
    NOT_ASKED,
    ASKED,
    DONE,
    REFUSED
  }

  private static final List<Agency> KEYS = List.of(Agency.BORDER_GUARD, Agency.CUSTOMS);

  private final Procedure procedure;
  private final Optional<String> barrier;
  private final TreeMap<String, Said> steps = new TreeMap<>();
  private final TreeMap<Long, Boolean> holds = new TreeMap<>();
  private final Set<Agency> turned = new TreeSet<>();
  private final TreeMap<String, Integer> words = new TreeMap<>();
  private final TreeMap<String, Integer> beginnings = new TreeMap<>();
  private final Set<String> spoken = new TreeSet<>();
  private boolean aside;
  private boolean papers;
  private boolean vehicle;
  private boolean yard;
  private boolean gone;
  private boolean red;
  private int lookedFor;
  private int found;
  private boolean looked;
  private final Set<Agency> joined = new TreeSet<>();
  private final Set<Agency> owing = new TreeSet<>();
  private final Set<Agency> everOwing = new TreeSet<>();
  private boolean doubt;

  Scene(Procedure procedure, Optional<String> barrier) {
    this.procedure = procedure;
    this.barrier = barrier;
  }

  void papers() {
    papers = true;
  }

  void vehicle() {
    vehicle = true;
  }

  void yard() {
    yard = true;
  }

  void gone() {
    gone = true;
  }

  /// An officer turned the vehicle, or let it pass after all.
  void aside(boolean stands) {
    aside = stands;
  }

  /// It drove off turned: what is in front of whom begins anew when it comes again.
  void leftAside() {
    aside = false;
    vehicle = false;
    yard = false;
    turned.clear();
    KEYS.forEach(agency -> beginnings.merge("KEY_" + agency, 1, Integer::sum));
  }

  /// These steps are asked for the next visit, and nothing was opened.
  void anew(List<String> again) {
    looked = false;
    joined.clear();
    owing.clear();
    everOwing.clear();
    List.of(Agency.values()).forEach(a -> beginnings.merge("INSPECTION_" + a, 1, Integer::sum));
    owed();
    asked(again);
    again.forEach(step -> beginnings.merge(step, 1, Integer::sum));
  }

  /// The agency has spoken, and its word is still on its way.
  void spoke(String line) {
    spoken.add(line);
  }

  void turned(Agency agency) {
    spoken.remove("KEY_" + agency);
    words.merge("KEY_" + agency, 1, Integer::sum);
    turned.add(agency);
  }

  void voided(List<Agency> agencies) {
    agencies.forEach(agency -> spoken.remove("KEY_" + agency));
    agencies.forEach(turned::remove);
  }

  /// All steps that there are from now on.
  void steps(List<Clearance.Task> tasks) {
    steps.clear();
    for (Clearance.Task task : tasks) {
      steps.put(
          task.step(),
          switch (task.state()) {
            case Clearance.State.Required r -> Said.ASKED;
            case Clearance.State.Requested r -> Said.ASKED;
            case Clearance.State.Open o -> Said.NOT_ASKED;
            case Clearance.State.Confirmed c -> Said.DONE;
            case Clearance.State.Refused r -> Said.REFUSED;
          });
    }
  }

  void asked(List<String> again) {
    spoken.removeAll(again);
    again.forEach(step -> steps.put(step, Said.ASKED));
  }

  void done(String step) {
    spoken.remove(step);
    words.merge(step, 1, Integer::sum);
    steps.put(step, Said.DONE);
  }

  void refused(String step) {
    spoken.remove(step);
    words.merge(step, 1, Integer::sum);
    steps.put(step, Said.REFUSED);
  }

  void held(long hold, boolean test) {
    holds.put(hold, test);
  }

  void lifted(long hold) {
    holds.remove(hold);
  }

  void channel(boolean isRed) {
    red = isRed;
    owed();
  }

  void opened(int means, Agency by) {
    looked = true;
    lookedFor = means;
    found = 0;
    joined.clear();
    joined.add(by);
    doubt = false;
    owed();
  }

  /// What was found was found of other papers.
  void unseen() {
    looked = false;
    owed();
  }

  void joined(Agency by) {
    joined.add(by);
    owed();
  }

  void more(int means) {
    lookedFor += means;
  }

  void found(boolean undecided) {
    found++;
    doubt |= undecided;
    owed();
  }

  /// Whether anybody may be asked for that.
  boolean offers(String line) {
    return line.startsWith("KEY_") || line.startsWith("INSPECTION_") || steps.containsKey(line);
  }

  /// How often the agency spoke.
  int words(String line) {
    return words.getOrDefault(line, 0);
  }

  /// For how many visits it began anew.
  int beginnings(String line) {
    return beginnings.getOrDefault(line, 0);
  }

  /// Nobody waits for anybody.
  boolean isAside() {
    return aside;
  }

  boolean isGone() {
    return gone;
  }

  boolean hasVehicle() {
    return vehicle;
  }

  /// A sample is being tested.
  boolean tested() {
    return holds.containsValue(true);
  }

  /// The agency has nothing to do there any more, or not before it is asked again.
  boolean said(String line) {
    if (line.startsWith("INSPECTION_")) {
      Agency by = Agency.valueOf(line.substring(11));
      return everOwing.contains(by) && !owing.contains(by);
    }
    return line.startsWith("KEY_")
        ? turned.contains(Agency.valueOf(line.substring(4)))
        : steps.get(line) == Said.DONE || steps.get(line) == Said.REFUSED;
  }

  /// Vehicle, papers and whatever comes before are in front of it, and it has not spoken.
  boolean turn(String line) {
    if (said(line) || spoken.contains(line) || gone || !papers) {
      return false;
    }
    if (line.startsWith("KEY_")) {
      return vehicle;
    }
    if (line.startsWith("INSPECTION_")) {
      return turned.containsAll(KEYS) && owing.contains(Agency.valueOf(line.substring(11)));
    }
    Optional<Procedure.Step> step = procedure.find(line);
    return step.isPresent()
        && steps.get(line) == Said.ASKED
        && !waitsForResults(step.get())
        && !doneFor(line)
        && !decidedWithAnother(line)
        && !vain(line)
        && step.get().after().stream().allMatch(this::reached)
        && step.get().following().stream().allMatch(this::behind)
        && (!barrier.equals(Optional.of(line)) || everythingElse(line));
  }

  private boolean reached(Procedure.Point point) {
    return switch (point) {
      case PAPERS -> papers;
      case VEHICLE -> vehicle;
      case ENTERED -> turned.containsAll(KEYS);
      case IN_YARD -> yard;
    };
  }

  private boolean behind(String before) {
    Said said = steps.getOrDefault(before, Said.NOT_ASKED);
    return said == Said.DONE || said == Said.NOT_ASKED || doneFor(before);
  }

  /// Goods whose customs clearance was refused are not released.
  private boolean vain(String step) {
    return procedure.standIns().stream()
        .anyMatch(pair -> pair.step().equals(step) && steps.get(pair.instead()) == Said.REFUSED);
  }

  /// Released goods need not be through customs, unless that was refused; what is through customs
  /// need not be released.
  private boolean doneFor(String step) {
    return procedure.standIns().stream()
        .anyMatch(pair ->
            (pair.step().equals(step) && steps.get(pair.instead()) == Said.DONE)
                || (pair.instead().equals(step)
                    && steps.get(step) != Said.REFUSED
                    && steps.get(pair.step()) == Said.DONE));
  }

  /// Who takes part says nothing before the results; who is to look, nothing of what is inside.
  private boolean waitsForResults(Procedure.Step step) {
    boolean inside =
        step.after().contains(Procedure.Point.ENTERED)
            || step.after().contains(Procedure.Point.IN_YARD);
    return owing.contains(step.agency()) && (inside || (looked && joined.contains(step.agency())));
  }

  private boolean underWay() {
    return looked && found < lookedFor;
  }

  private boolean toLook() {
    boolean answered = looked && joined.contains(Agency.CUSTOMS) && !doubt;
    return underWay() || (red && !answered);
  }

  /// Who owes an inspection or its results now; for whom that is over has spoken.
  private void owed() {
    Set<Agency> now = new TreeSet<>(underWay() ? joined : Set.of());
    if (red && toLook()) {
      now.add(Agency.CUSTOMS);
    }
    owing.stream()
        .filter(agency -> !now.contains(agency))
        .forEach(agency -> words.merge("INSPECTION_" + agency, 1, Integer::sum));
    owing.clear();
    owing.addAll(now);
    everOwing.addAll(now);
  }

  /// Goods are asked to be released: customs says that or more, and is waited for once.
  private boolean decidedWithAnother(String step) {
    return procedure.standIns().stream()
        .anyMatch(pair -> pair.instead().equals(step) && steps.get(pair.step()) == Said.ASKED);
  }

  private boolean everythingElse(String line) {
    boolean owed = toLook();
    return vehicle
        && turned.containsAll(KEYS)
        && holds.isEmpty()
        && !owed
        && steps.keySet().stream().allMatch(step -> step.equals(line) || behind(step));
  }
}
