package io.clearway.twin;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Entry;
import io.clearway.journal.Verifier;
import io.clearway.report.WaitingRecord;
import io.clearway.site.Procedure;
import io.clearway.view.Standing;
import io.clearway.world.CarryForward;
import io.clearway.world.Event;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// Keeps a run's journal, and for each vehicle that leaves what the gate then says it waited for
/// each agency: the waiting record, made from the journal alone, must say the same.
final class WaitingBooks implements Simulation.Watcher {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Duration NEAR = Duration.ofSeconds(1);

  private final List<Entry> journal = new ArrayList<>();
  private final TreeMap<Long, Left> left = new TreeMap<>();
  private World before = World.empty();
  private LocalDate day = LocalDate.MIN;

  /// @param waits of every line that begins with the vehicle here
  private record Left(Instant arrived, Instant at, TreeMap<String, Duration> waits) {}

  /// @param compared lines of loads
  /// @param off of them not as long as the gate says
  record Tally(int vehicles, int compared, int off, int broken, List<String> examples) {}

  @Override
  public void happens(Happening what, Instant now) {}

  @Override
  public void entered(World world, List<Event> entry, Instant now) {
    LocalDate today = now.atZone(ZONE).toLocalDate();
    if (!day.equals(LocalDate.MIN) && today.isAfter(day)) {
      add(now, Verifier.CARRIED, CarryForward.of(before, now));
    }
    day = today;
    add(now, "test", entry);
    for (Event event : entry) {
      if (event instanceof Event.OfCrossing(CrossingEvent.GateLeft e)) {
        left(world, world.crossings().all().get(e.crossing()), now);
      }
    }
    before = world;
  }

  private void add(Instant now, String cause, List<Event> events) {
    long seq = journal.size() + 1L;
    journal.add(new Entry(seq, now, 0, new UUID(0, seq), cause, events));
  }

  private void left(World world, Crossing crossing, Instant now) {
    // What was waited before a vehicle left turned is forgotten with that.
    World told = crossing.turnedAway() ? before : world;
    Instant at = crossing.turnedAway() ? crossing.track().gateLeftAt().orElseThrow() : now;
    TreeMap<String, Duration> waits = new TreeMap<>();
    crossing.registration().stream()
        .boxed()
        .flatMap(papers -> world.registrations().find(papers).stream())
        .flatMap(papers -> Loads.lines(told, papers, at).stream())
        .filter(line -> beginsHere(world, line.step()))
        .forEach(line -> waits.put(line.step(), line.waiting().forAgency()));
    left.put(
        crossing.id(),
        new Left(crossing.track().arrivedAt(), crossing.track().gateLeftAt().orElseThrow(), waits));
  }

  /// What is read before the vehicle comes is waited for before, too.
  private static boolean beginsHere(World world, String line) {
    return world
        .sites()
        .get()
        .procedure()
        .find(line)
        .filter(step -> step.after().stream().allMatch(Procedure.Point.PAPERS::equals))
        .isEmpty();
  }

  /// Of each vehicle that left; the entries after that change nothing.
  Tally compare() {
    int compared = 0;
    int off = 0;
    int broken = 0;
    List<String> examples = new ArrayList<>();
    for (var one : left.entrySet()) {
      WaitingRecord record =
          WaitingRecord.of(
                  journal,
                  new WaitingRecord.Question(one.getKey(), journal.size(), journal.getLast().at()))
              .orElseThrow();
      if (!whole(record, one.getValue())) {
        broken++;
        examples.add("broken " + one.getKey() + " " + record.stretches());
      }
      for (var wait : one.getValue().waits().entrySet()) {
        Duration said = said(record, wait.getKey());
        compared++;
        if (said.minus(wait.getValue()).abs().compareTo(NEAR) > 0) {
          off++;
          examples.add(
              one.getKey() + " " + wait + " said " + said + "\n" + told(record, wait.getKey()));
        }
      }
    }
    return new Tally(left.size(), compared, off, broken, examples);
  }

  private static String told(WaitingRecord record, String line) {
    StringBuilder text = new StringBuilder();
    record.stretches().stream()
        .filter(stretch -> stretch.causes().stream().anyMatch(c -> c.what().equals(line)))
        .forEach(stretch -> text.append("  " + stretch.from() + " " + stretch.to() + "\n"));
    return text.toString();
  }

  private static Duration said(WaitingRecord record, String line) {
    return record.stretches().stream()
        .filter(stretch ->
            stretch.causes().stream()
                .anyMatch(c -> c.kind() == Standing.Kind.AGENCY && c.what().equals(line)))
        .map(WaitingRecord.Stretch::lasted)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// Without a gap or an overlap, each with a cause; the stay at the gate is in it from end to end.
  private static boolean whole(WaitingRecord record, Left stay) {
    Instant at = record.from();
    for (WaitingRecord.Stretch stretch : record.stretches()) {
      if (!stretch.from().equals(at) || !stretch.to().isAfter(at) || stretch.causes().isEmpty()) {
        return false;
      }
      at = stretch.to();
    }
    boolean covers =
        !stay.at().isAfter(stay.arrived())
            || (!record.from().isAfter(stay.arrived()) && !record.to().isBefore(stay.at()));
    Duration longest =
        record.totals().stream()
            .map(WaitingRecord.Total::alone)
            .reduce(Duration.ZERO, Duration::plus);
    return covers && longest.compareTo(record.lasted()) <= 0;
  }
}
