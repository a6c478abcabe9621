package io.clearway.report;

import io.clearway.authority.Role;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.link.json.Declarations;
import io.clearway.site.Procedure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// 11 November 2025 at the Lang Son gates as what people and devices say, one request after the
/// other: every truck is registered, seen, given both keys and goes into its yard; every step that
/// the site's procedure asks for is confirmed by an officer of its own agency, the barrier's last;
/// then it leaves. Who was still there in the evening lacks at least that last word. So the day
/// comes out as it was published. What was not published (how Coc Nam and Chi Ma share the rest,
/// what fruit waits where, who came at what hour) is ours.
public final class PublishedDay {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDate DAY = LocalDate.of(2025, 11, 11);

  /// When the gate opens its books, a day before.
  static final Instant BEGIN = at(DAY.minusDays(1), 5 * 60);

  /// How many were sent back.
  static final int TURNED = 5;

  /// What a truck carries.
  enum Kind {
    FRUIT,
    RUBBER,
    PARTS,
    NEW_VEHICLE,
    EMPTY
  }

  /// How far the agencies came.
  enum Fate {
    RELEASED,
    /// Every word but the barrier's.
    BEFORE_THE_BARRIER,
    /// Neither the last two words.
    ONE_MORE_MISSING,
    /// Only what is done before the entry.
    ENTERED,
    /// Sent back before it entered, and gone.
    TURNED
  }

  /// Where it is played.
  public interface Place {

    /// Turns the gate's clock.
    void turn(Instant now);

    /// Says it there. Whatever is not taken is an error.
    void post(Role role, String path, ObjectNode body);
  }

  /// Something that is said at a moment.
  private record Act(Instant at, Role role, String path, ObjectNode body) {}

  /// How the export side of one gate goes.
  private record Export(String gate, int opening, int arrivals, int exits, int fruit, int left) {}

  private final Published published;
  private final Procedure procedure = Declarations.site("lang-son").procedure();
  private final List<PublishedTruck> trucks = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private int said;

  /// From the morning before to the morning after.
  PublishedDay(Published published) {
    this.published = published;
    exports();
    imports();
    turned();
    around();
    for (PublishedTruck truck : trucks) {
      truck.says((at, role, path, body) -> acts.add(new Act(at, role, path, body)));
    }
    // Sorting is stable: what is said at one moment keeps its order.
    acts.sort(Comparator.comparing(Act::at));
  }

  /// Says what is to be said before a moment and turns the clock there.
  void play(Place place, Instant until) {
    while (said < acts.size() && acts.get(said).at().isBefore(until)) {
      Act act = acts.get(said++);
      place.turn(act.at());
      place.post(act.role(), act.path(), act.body());
    }
    place.turn(until);
  }

  /// The same to the end.
  void play(Place place) {
    play(place, acts.getLast().at().plusSeconds(1));
  }

  List<PublishedTruck> trucks() {
    return List.copyOf(trucks);
  }

  static Instant at(LocalDate day, int minute) {
    return day.atStartOfDay(ZONE).plusMinutes(minute).toInstant();
  }

  private void exports() {
    Export huuNghi = export("HN");
    Export tanThanh = export("TT");
    int exits = all(Measure.TRIPS) - huuNghi.exits() - tanThanh.exits();
    int fruit = all(Measure.FRUIT) - huuNghi.fruit() - tanThanh.fruit();
    int backlog = all(Measure.BACKLOG);
    int opening = backlog - all(Measure.BACKLOG_CHANGE) - huuNghi.opening() - tanThanh.opening();
    int closing = backlog - left(huuNghi) - left(tanThanh);
    int arrivals = closing + exits - opening;
    int waiting = all(Measure.BACKLOG_FRUIT) - huuNghi.left() - tanThanh.left();
    play(huuNghi);
    play(tanThanh);
    int half = exits / 2;
    play(new Export("COC", opening / 2, arrivals / 2, half, fruit / 2, waiting / 2));
    play(
        new Export(
            "CM",
            opening - opening / 2,
            arrivals - arrivals / 2,
            exits - half,
            fruit - fruit / 2,
            waiting - waiting / 2));
  }

  private int all(Measure measure) {
    return published.get(measure, "ALL", Side.EXPORT);
  }

  private static int left(Export export) {
    return export.opening() + export.arrivals() - export.exits();
  }

  /// A published gate; three in five of those that wait there carry fruit, which is ours.
  private Export export(String gate) {
    int exits = published.get(Measure.TRIPS, gate, Side.EXPORT);
    int backlog = published.get(Measure.BACKLOG, gate, Side.EXPORT);
    int arrivals = published.get(Measure.ARRIVALS, gate, Side.EXPORT);
    int fruit = published.get(Measure.FRUIT, gate, Side.EXPORT);
    int opening = backlog + exits - arrivals;
    return new Export(gate, opening, arrivals, exits, fruit, backlog * 3 / 5 + backlog / 12);
  }

  /// Those that came first go first. Of those that go, the first carry fruit, and of those that
  /// stay.
  private void play(Export export) {
    int total = export.opening() + export.arrivals();
    for (int i = 0; i < total; i++) {
      boolean goes = i < export.exits();
      int place = goes ? i : i - export.exits();
      Kind kind = place < (goes ? export.fruit() : export.left()) ? Kind.FRUIT : Kind.RUBBER;
      Instant arrives =
          i < export.opening()
              ? at(DAY.minusDays(1), 9 * 60 + i % 600)
              : at(DAY, 6 * 60 + (i - export.opening()) * 3 % 780);
      Optional<Instant> leaves =
          goes ? Optional.of(at(DAY, 14 * 60 + i * 355 / export.exits())) : Optional.empty();
      Fate fate = goes ? Fate.RELEASED : Fate.values()[1 + place % 3];
      pass(new Way(export.gate(), Direction.EXPORT, kind, arrives, leaves), fate);
    }
  }

  private void imports() {
    int huuNghi = published.get(Measure.TRIPS, "HN", Side.IMPORT);
    int tanThanh = published.get(Measure.TRIPS, "TT", Side.IMPORT);
    int rest = published.get(Measure.TRIPS, "ALL", Side.IMPORT) - huuNghi - tanThanh;
    int cars = published.get(Measure.NEW_VEHICLES, "ALL", Side.IMPORT);
    imports("HN", huuNghi, cars, 0);
    imports("TT", tanThanh, 0, 30);
    imports("COC", rest / 2, 0, 0);
    imports("CM", rest - rest / 2, 0, 0);
  }

  /// The last of each gate leave between 20:00 and 21:00.
  private void imports(String gate, int count, int cars, int empties) {
    for (int i = 0; i < count; i++) {
      Kind kind = i < cars ? Kind.NEW_VEHICLE : i < cars + empties ? Kind.EMPTY : Kind.PARTS;
      Instant arrives = at(DAY, 7 * 60 + i * 600 / count);
      Instant leaves = i < count - 10 ? arrives.plusSeconds(7_200) : at(DAY, 20 * 60 + 2 + i % 50);
      released(gate, Direction.IMPORT, kind, arrives, leaves);
    }
  }

  /// Nobody published who was sent back: five, who are nobody's trip.
  private void turned() {
    for (int i = 0; i < TURNED; i++) {
      boolean in = i < 3;
      Instant comes = at(DAY, 10 * 60 + i);
      Direction direction = in ? Direction.IMPORT : Direction.EXPORT;
      Optional<Instant> leaves = Optional.of(comes.plusSeconds(5_400));
      pass(new Way(in ? "HN" : "COC", direction, Kind.PARTS, comes, leaves), Fate.TURNED);
    }
  }

  /// What happens the day before and the day after, which nobody may count.
  private void around() {
    for (int i = 0; i < 25; i++) {
      Instant before = at(DAY.minusDays(1), 8 * 60 + i);
      released("HN", Direction.IMPORT, Kind.PARTS, before, before.plusSeconds(9_000));
      Instant after = at(DAY.plusDays(1), i);
      released("TT", Direction.EXPORT, Kind.FRUIT, after, after.plusSeconds(30_000));
    }
  }

  /// @param leaves empty: it stays
  record Way(
      String gate, Direction direction, Kind kind, Instant arrives, Optional<Instant> leaves) {}

  private void released(
      String gate, Direction direction, Kind kind, Instant arrives, Instant leaves) {
    pass(new Way(gate, direction, kind, arrives, Optional.of(leaves)), Fate.RELEASED);
  }

  private void pass(Way way, Fate fate) {
    trucks.add(new PublishedTruck(trucks.size(), way, fate, asked(way)));
  }

  /// What the agencies have to say of it, in the order of the procedure, the step that opens the
  /// barrier on that day last. Of the triggers only plant quarantine depends on what is played.
  private List<Procedure.Step> asked(Way way) {
    String day = way.arrives().atZone(ZONE).toLocalDate().toString();
    Procedure.Step barrier = procedure.barrier(way.direction(), day).orElseThrow();
    List<Procedure.Step> steps = new ArrayList<>(procedure.steps());
    steps.removeIf(step -> step.equals(barrier) || !asks(step.applies().trigger(), way.kind()));
    steps.add(barrier);
    return List.copyOf(steps);
  }

  private static boolean asks(Procedure.Trigger trigger, Kind kind) {
    return switch (trigger) {
      case ALWAYS, MEDICAL_ASKED -> true;
      case PLANT_ASKED -> kind == Kind.FRUIT;
      case WITH_GOODS -> kind != Kind.EMPTY;
      case ON_REQUEST, ANIMAL_ASKED, TRANSPORT_PERMIT, GOODS_RETURNED -> false;
    };
  }

  /// The last entry that was made before a moment.
  static long seqBefore(List<Entry> entries, Instant moment) {
    OptionalLong last =
        entries.stream().filter(e -> e.at().isBefore(moment)).mapToLong(Entry::seq).max();
    return last.orElse(0);
  }
}
