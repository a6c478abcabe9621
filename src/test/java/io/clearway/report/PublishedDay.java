package io.clearway.report;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.link.json.Declarations;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.SiteEvent;
import io.clearway.world.Command;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Event;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/// 11 November 2025 at the Lang Son gates, played by the engine: every truck registers, arrives, is
/// given both keys, goes into its yard and leaves, so that the day comes out as it was published.
/// What was not published (how Coc Nam and Chi Ma share the rest, what fruit waits where, who came
/// at what hour) is ours.
final class PublishedDay {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDate DAY = LocalDate.of(2025, 11, 11);
  private static final Map<String, String> YARDS =
      Map.of("HN", "XUAN_CUONG", "TT", "BAO_NGUYEN", "COC", "COC_NAM_YARD", "CM", "CHI_MA_YARD");

  /// What a truck carries.
  enum Kind {
    FRUIT,
    RUBBER,
    PARTS,
    NEW_VEHICLE,
    EMPTY
  }

  /// Something that happens at a moment.
  private record Act(Instant at, long order, Runnable what) {}

  /// How the export side of one gate goes.
  private record Export(String gate, int opening, int arrivals, int exits, int fruit, int left) {}

  private final Published published;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final Map<String, Long> passages = new TreeMap<>();
  private World world = World.empty();
  private Instant now = Instant.EPOCH;
  private int trucks;

  private PublishedDay(Published published) {
    this.published = published;
  }

  /// Plays it from the morning before to the morning after.
  static List<Entry> entries(Published published) {
    PublishedDay day = new PublishedDay(published);
    day.begin();
    day.exports();
    day.imports();
    day.around();
    day.acts.sort(Comparator.comparing(Act::at).thenComparingLong(Act::order));
    for (Act act : day.acts) {
      day.now = act.at();
      act.what().run();
    }
    return List.copyOf(day.entries);
  }

  static Instant at(LocalDate day, int minute) {
    return day.atStartOfDay(ZONE).plusMinutes(minute).toInstant();
  }

  private void begin() {
    now = at(DAY.minusDays(1), 5 * 60);
    happened(new Event.OfSite(new SiteEvent.SiteAdopted(Declarations.site("lang-son"))));
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        Actor actor = new Actor(id(role), new UUID(1, id(role)), role, "test " + role);
        happened(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
      }
    }
  }

  private static long id(Role role) {
    return List.of(Role.values()).indexOf(role) + 1L;
  }

  private void happened(Event event) {
    world = world.apply(event);
    note(Actor.SYSTEM.id(), List.of(event));
  }

  private void note(long actor, List<Event> events) {
    long seq = entries.size() + 1L;
    entries.add(new Entry(seq, now, actor, new UUID(3, seq), "test", events));
  }

  private void ask(Role role, Command command) {
    switch (Engine.step(world, new Envelope(id(role), command), now)) {
      case Outcome.Accepted(World after, List<Event> events) -> {
        world = after;
        note(id(role), events);
      }
      case Outcome.Refused(var refusal) -> throw new AssertionError(refusal + " " + command);
      case Outcome.Denied() -> throw new AssertionError("denied " + command);
    }
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
      Instant leaves =
          goes ? at(DAY, 14 * 60 + i * 355 / export.exits()) : at(DAY.plusDays(1), 8 * 60 + i);
      pass(new Truck(export.gate(), Direction.EXPORT, kind, arrives, leaves));
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
      pass(new Truck(gate, Direction.IMPORT, kind, arrives, leaves));
    }
  }

  /// What happens the day before and the day after, which nobody may count.
  private void around() {
    for (int i = 0; i < 25; i++) {
      Instant before = at(DAY.minusDays(1), 8 * 60 + i);
      pass(new Truck("HN", Direction.IMPORT, Kind.PARTS, before, before.plusSeconds(9_000)));
      Instant after = at(DAY.plusDays(1), i);
      pass(new Truck("TT", Direction.EXPORT, Kind.FRUIT, after, after.plusSeconds(30_000)));
    }
  }

  private record Truck(
      String gate, Direction direction, Kind kind, Instant arrives, Instant leaves) {}

  private void pass(Truck truck) {
    int number = trucks++;
    String plate = plate(truck, number);
    act(truck.arrives().minus(Duration.ofHours(2)), () -> register(truck, plate, number));
    act(
        truck.arrives(),
        () -> {
          ask(Role.GATE_DEVICE, new Command.OfCrossing(arrived(truck, plate, number)));
          passages.put(plate, world.crossings().find(new UUID(4, number)).orElseThrow().id());
        });
    Instant customs = truck.arrives().plusSeconds(600);
    // One in eight waits an hour and a half for the border guard.
    Instant guard = customs.plusSeconds(number % 8 == 0 ? 4_980 : 900);
    act(customs, () -> key(Role.CUSTOMS, KeyHolder.CUSTOMS, plate));
    act(guard, () -> key(Role.BORDER_GUARD, KeyHolder.BORDER_GUARD, plate));
    String yard = java.util.Objects.requireNonNull(YARDS.get(truck.gate()));
    Instant in = guard.plusSeconds(300);
    act(
        in,
        () -> {
          var seen = seen(truck, plate, in);
          order(Role.YARD, new CrossingCommand.ReportYardEntered(key(), seen, yard));
        });
    Instant out = truck.leaves().minusSeconds(120);
    act(
        out,
        () -> {
          var seen = seen(truck, plate, out);
          order(Role.YARD, new CrossingCommand.ReportYardLeft(key(), seen, yard));
        });
    // One in five leavings is told twenty minutes late.
    act(
        truck.leaves().plusSeconds(number % 5 == 0 ? 1_200 : 0),
        () -> {
          var seen = seen(truck, plate, truck.leaves());
          order(Role.GATE_DEVICE, new CrossingCommand.ReportGateLeft(key(), seen));
        });
  }

  private static String plate(Truck truck, int number) {
    if (truck.kind() == Kind.NEW_VEHICLE) {
      return "LTEST%012d".formatted(number);
    }
    return truck.direction() == Direction.EXPORT
        ? "12H%05d".formatted(number)
        : "桂F%05d".formatted(number);
  }

  private void act(Instant at, Runnable what) {
    acts.add(new Act(at, acts.size(), what));
  }

  private static UUID key() {
    return UUID.randomUUID();
  }

  private void order(Role role, CrossingCommand command) {
    ask(role, new Command.OfCrossing(command));
  }

  private void key(Role role, KeyHolder agency, String plate) {
    long passage = java.util.Objects.requireNonNull(passages.get(plate));
    order(role, new CrossingCommand.ConfirmEntry(passage, agency));
  }

  private static CrossingCommand arrived(Truck truck, String plate, int number) {
    return new CrossingCommand.ReportArrived(
        new UUID(4, number), seen(truck, plate, truck.arrives()));
  }

  private static CrossingCommand.Sighting seen(Truck truck, String plate, Instant occurred) {
    return new CrossingCommand.Sighting(
        new Personal.Known<>(Draft.subject(plate), plate),
        truck.gate(),
        truck.direction(),
        occurred);
  }

  private void register(Truck truck, String plate, int number) {
    Draft draft = new Draft();
    draft.direction = truck.direction();
    draft.gate = truck.gate();
    draft.yard = java.util.Objects.requireNonNull(YARDS.get(truck.gate()));
    draft.number = "20251111%05d".formatted(number);
    draft.customsNumber =
        (truck.direction() == Direction.EXPORT ? "308" : "108") + "%09d".formatted(number);
    draft.plate = plate;
    draft.createdAt = now;
    draft.arrival = truck.arrives();
    draft.declaredOn = "2025-11-10";
    draft.insuranceTo = java.util.Optional.of("2026-06-30");
    draft.medical = true;
    if (plate.startsWith("桂")) {
      draft.country = Registration.Country.CN;
    }
    load(draft, truck.kind());
    ask(
        Role.TRADER,
        new Command.OfRegistration(
            new RegistrationCommand.Register(new UUID(5, number), draft.form())));
  }

  private static void load(Draft draft, Kind kind) {
    switch (kind) {
      case FRUIT -> {
        draft.hsCode = "08109092";
        draft.plant = true;
        draft.plantingArea = java.util.Optional.of("VN-BTOR-0042");
        draft.packingHouse = java.util.Optional.of("VN-BTPH-007");
      }
      case RUBBER -> draft.hsCode = "40012200";
      case PARTS -> draft.hsCode = "85171300";
      case NEW_VEHICLE -> {
        draft.hsCode = "87042100";
        draft.regime = Registration.Regime.NEW_VEHICLE;
      }
      case EMPTY -> {
        draft.regime = Registration.Regime.EMPTY;
        draft.withGoods = false;
        draft.total = 0;
        draft.goods = 0;
        draft.gross = 15_000;
      }
    }
  }

  /// The last entry that was made before a moment.
  static long seqBefore(List<Entry> entries, Instant moment) {
    OptionalLong last =
        entries.stream().filter(e -> e.at().isBefore(moment)).mapToLong(Entry::seq).max();
    return last.orElse(0);
  }
}
