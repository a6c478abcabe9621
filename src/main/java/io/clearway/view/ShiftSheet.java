package io.clearway.view;

import io.clearway.authority.Actor;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Inspection;
import io.clearway.crossing.Crossing;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a shift leaves to the next, in words of ours: of each load that is here the number of its
/// transport registration, then what is open. No name, no plate: the journal keeps it for ever.
///
/// A line reads `20260115000012 CUSTOMS_CLEARANCE:turn:late inspection:HN_SCAN,HN_BAYS:turn
/// hold:DOUBT`; of an inspection that is still to be opened `inspection:owed`.
public final class ShiftSheet {

  /// So many loads stand on it, what is due first on top; the first line counts all.
  static final int MOST = 1_000;

  private record Row(Instant due, String line, Counted counted) {}

  private record Counted(int turn, int late, int held, int inspecting, int again) {

    static Counted of(String line) {
      return new Counted(
          times(line, ":turn"),
          times(line, ":late"),
          times(line, " hold:"),
          times(line, " inspection:"),
          times(line, ":again"));
    }

    private static int times(String line, String word) {
      return line.split(word, -1).length - 1;
    }

    Counted plus(Counted o) {
      return new Counted(
          turn + o.turn, late + o.late, held + o.held, inspecting + o.inspecting, again + o.again);
    }
  }

  private ShiftSheet() {}

  /// @param from who hands over: what its agency has open at the gates of its scope
  /// @param seq the entry of the journal that the world is as of
  public static String of(World world, Actor from, Agency agency, long seq, Instant now) {
    List<Row> rows = new ArrayList<>();
    for (Clearance held : world.clearances().all().values()) {
      world
          .registrations()
          .find(held.registration())
          .filter(load -> from.scope().covers(load.form().gate()))
          .filter(load -> isHere(world, load))
          .flatMap(load -> row(world, load, held, agency, now))
          .ifPresent(rows::add);
    }
    rows.sort(Comparator.comparing(Row::due).thenComparing(Row::line));
    Counted all = rows.stream().map(Row::counted).reduce(new Counted(0, 0, 0, 0, 0), Counted::plus);
    String gates = from.scope().gates().isEmpty() ? "all" : String.join(" ", from.scope().gates());
    StringBuilder text = new StringBuilder();
    text.append("shift of ").append(agency.name()).append(" at gates ").append(gates);
    text.append(" as of entry ").append(seq).append(": open ").append(rows.size());
    text.append(", turn ").append(all.turn()).append(", late ").append(all.late());
    text.append(", held ").append(all.held()).append(", inspected ").append(all.inspecting());
    text.append(", asked again ").append(all.again());
    rows.stream().limit(MOST).forEach(row -> text.append('\n').append(row.line()));
    return text.toString();
  }

  private static boolean isHere(World world, Registration load) {
    return world
        .crossings()
        .byRegistration()
        .find(load.id())
        .flatMap(world.crossings()::find)
        .filter(Crossing::live)
        .isPresent();
  }

  /// Empty when nothing of that agency is open on it.
  private static Optional<Row> row(
      World world, Registration load, Clearance held, Agency agency, Instant now) {
    List<String> words = new ArrayList<>();
    Instant due = Instant.MAX;
    for (Loads.Line line : Loads.lines(world, load, now, a -> a == agency)) {
      Optional<Clearance.Task> task = held.find(line.step());
      if (line.open()) {
        boolean turn = line.waiting().since().isPresent();
        words.add(
            word(line.step(), held)
                + (turn ? ":turn" : "")
                + (line.waiting().late() ? ":late" : "")
                + (task.filter(ShiftSheet::isAgain).isPresent() ? ":again" : ""));
        due = min(due, line.waiting().due());
      }
    }
    held.holds().stream()
        .filter(hold -> hold.agency() == agency || hold.lifters().contains(agency))
        .forEach(hold -> words.add("hold:" + hold.kind().name()));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String line = load.form().number() + " " + String.join(" ", words);
    return Optional.of(new Row(due, line, Counted.of(line)));
  }

  /// Of an inspection where it is, or that it is still to be opened.
  private static String word(String line, Clearance held) {
    if (!Inspection.isLine(line)) {
      return line;
    }
    return held.inspection()
        .filter(inspection -> !inspection.done())
        .map(inspection -> "inspection:" + String.join(",", inspection.places()))
        .orElse("inspection:owed");
  }

  private static Instant min(Instant one, Optional<Instant> other) {
    return other.filter(time -> time.isBefore(one)).orElse(one);
  }

  private static boolean isAgain(Clearance.Task task) {
    return task.state() instanceof Clearance.State.Required(var since, var again) && again;
  }
}
