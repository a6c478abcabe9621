package io.clearway.world;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Approach;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingEvent;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Subject;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingEvent;
import io.clearway.pairing.Stay;
import io.clearway.pairing.StayClock;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Agency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Books of stays on the other side which are kept from the entries alone and ask no rule: when
/// each vehicle went and came, who kept it, what both agencies said. What breaks is thrown.
final class StayBooks {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// From then to then, by whoever.
  private record Span(Instant from, Optional<Instant> to) {}

  /// What is known of one stay.
  private static final class Books {
    boolean abroad;
    Subject plate = new Subject(0, 0);
    long papers;
    Instant from = Instant.EPOCH;
    boolean over;
    Optional<Instant> back = Optional.empty();
    boolean backOver;
    final Map<UUID, Span> told = new TreeMap<>();
    final List<Span> ours = new ArrayList<>();
    Optional<Instant> keptSince = Optional.empty();
  }

  /// What is known of one passage.
  private static final class Passage {
    long papers;
    Direction direction = Direction.EXPORT;
    Subject plate = new Subject(0, 0);
    boolean here = true;
    boolean turned;
  }

  private final Map<Long, Books> all = new TreeMap<>();
  private final Map<Long, Passage> passages = new TreeMap<>();
  private final Map<Long, Boolean> foreign = new TreeMap<>();
  private final Map<Long, Set<String>> keepers = new TreeMap<>();
  private final Map<Long, Pair> pairs = new TreeMap<>();
  private final Map<Subject, Instant> seenIn = new java.util.HashMap<>();
  private int late;
  private int stood;
  private int twoWays;

  private static void require(boolean holds, String what) {
    Promises.require(holds, what);
  }

  /// An entry was made.
  void entered(List<Event> entry) {
    for (Event event : entry) {
      switch (event) {
        case Event.OfRegistration(RegistrationEvent.Registered e) ->
            papers(e.registration().id(), e.registration().form());
        case Event.OfRegistration(RegistrationEvent.RegistrationsRetired(List<Long> ids)) ->
            pairs.values().removeIf(pair -> pair.registrations().stream().anyMatch(ids::contains));
        case Event.OfRegistration(RegistrationEvent.Amended e) ->
            papers(e.registration(), e.form());
        case Event.OfCrossing(CrossingEvent fact) -> take(fact);
        case Event.OfClearance(ClearanceEvent fact) -> take(fact);
        case Event.OfPairing(PairingEvent fact) -> take(fact);
        default -> {}
      }
    }
  }

  private void papers(long id, Registration.Form form) {
    foreign.put(id, form.leading().country() == Registration.Country.CN);
  }

  private void take(CrossingEvent fact) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e -> arrived(e);
      case CrossingEvent.GateLeft e -> left(e);
      case CrossingEvent.VehicleTurned e -> {
        passage(e.crossing()).turned = true;
        kept(passage(e.crossing()).papers, "TURNED", true, e.turning().at());
      }
      case CrossingEvent.TurningWithdrawn e -> {
        passage(e.crossing()).turned = false;
        kept(passage(e.crossing()).papers, "TURNED", false, e.at());
      }
      case CrossingEvent.TripOpened e -> {
        Books books = new Books();
        books.abroad = true;
        books.papers = e.trip().registration();
        books.from = e.trip().leftAt();
        all.put(e.trip().crossing(), books);
      }
      case CrossingEvent.LineCrossed e -> crossed(books(e.crossing()), e);
      case CrossingEvent.VehicleReturned e -> {
        Books books = books(e.crossing());
        books.back = books.backOver ? books.back : Optional.of(e.occurredAt());
      }
      case CrossingEvent.ApproachSeen e -> seen(e.plate().subject(), e.point());
      default -> {}
    }
  }

  private Books books(long visit) {
    return Optional.ofNullable(all.get(visit)).orElseThrow();
  }

  private Passage passage(long crossing) {
    return Optional.ofNullable(passages.get(crossing)).orElseThrow();
  }

  private static void crossed(Books books, CrossingEvent.LineCrossed e) {
    switch (e.way()) {
      case OUT -> {
        books.from = e.occurredAt();
        books.over = true;
      }
      case IN -> {
        books.back = Optional.of(e.occurredAt());
        books.backOver = true;
      }
    }
  }

  private void arrived(CrossingEvent.VehicleArrived e) {
    Passage passage = new Passage();
    passage.papers = e.registration().orElse(0);
    passage.direction = e.direction();
    passage.plate = e.plate().subject();
    passages.put(e.crossing(), passage);
    Optional<Books> before = latest(passage.plate);
    if (e.direction() == Direction.EXPORT && before.isPresent()) {
      before.get().back = before.get().backOver ? before.get().back : Optional.empty();
    }
    if (e.direction() == Direction.IMPORT && foreign.getOrDefault(passage.papers, false)) {
      Books books = new Books();
      books.plate = passage.plate;
      books.papers = passage.papers;
      Instant line = seenIn.get(passage.plate);
      books.over = line != null && !line.isAfter(e.occurredAt());
      books.from = books.over && line != null ? line : e.occurredAt();
      all.put(e.crossing(), books);
      settle(books, e.occurredAt());
    }
  }

  private Optional<Books> latest(Subject plate) {
    Optional<Books> found = Optional.empty();
    for (Books books : all.values()) {
      found = !books.abroad && books.plate.equals(plate) ? Optional.of(books) : found;
    }
    return found;
  }

  private void left(CrossingEvent.GateLeft e) {
    Passage passage = passage(e.crossing());
    passage.here = false;
    seenIn.remove(passage.plate);
    keepers.getOrDefault(passage.papers, new TreeSet<>()).remove("TURNED");
    Optional<Books> here = latest(passage.plate).filter(books -> books.back.isEmpty());
    if (here.isEmpty()) {
      return;
    }
    boolean outward = passage.direction == Direction.EXPORT;
    if (outward ? !passage.turned : passage.turned || !exportFollows(passage.papers)) {
      here.get().back = Optional.of(e.occurredAt());
    }
    settle(here.get(), e.at());
  }

  private boolean exportFollows(long papers) {
    return pairs.values().stream()
        .filter(pair -> pair.imported() == papers)
        .anyMatch(pair ->
            passages.values().stream().noneMatch(p -> p.papers == pair.export() && !p.here));
  }

  private void seen(Subject plate, Approach.Point point) {
    Optional<Books> here = latest(plate);
    Instant at = point.occurredAt();
    if (point.kind() == Approach.Kind.LINE_IN) {
      seenIn.put(plate, at);
      if (here.isPresent() && !here.get().over && !at.isAfter(here.get().from)) {
        here.get().from = at;
        here.get().over = true;
      }
    }
    if (point.kind() == Approach.Kind.LINE_OUT && here.isPresent() && !here.get().backOver) {
      here.get().back = Optional.of(at);
      here.get().backOver = true;
    }
  }

  private void take(ClearanceEvent fact) {
    switch (fact) {
      case ClearanceEvent.HoldPlaced e ->
          kept(e.registration(), "HOLD" + e.hold().id(), true, e.hold().at());
      case ClearanceEvent.HoldLifted e -> kept(e.registration(), "HOLD" + e.hold(), false, e.at());
      case ClearanceEvent.InspectionOwed e ->
          kept(e.registration(), "OWED", !e.agencies().isEmpty(), e.at());
      default -> {}
    }
  }

  /// Somebody began or ceased to keep the vehicle of those papers.
  private void kept(long papers, String by, boolean keeps, Instant at) {
    Set<String> who = keepers.computeIfAbsent(papers, id -> new TreeSet<>());
    if (keeps) {
      who.add(by);
    } else {
      who.remove(by);
    }
    all.values().stream()
        .filter(books -> !books.abroad && books.papers == papers && books.back.isEmpty())
        .forEach(books -> settle(books, at));
  }

  private void settle(Books books, Instant at) {
    boolean here = passages.values().stream().anyMatch(p -> p.papers == books.papers && p.here);
    boolean keeps = here && !keepers.getOrDefault(books.papers, Set.of()).isEmpty();
    if (keeps && books.keptSince.isEmpty()) {
      books.keptSince = Optional.of(at);
    } else if (!keeps && books.keptSince.isPresent()) {
      books.ours.add(new Span(books.keptSince.get(), Optional.of(at)));
      books.keptSince = Optional.empty();
    }
  }

  private void take(PairingEvent fact) {
    switch (fact) {
      case PairingEvent.PairLinked e -> pairs.put(e.pair(), e.linked());
      case PairingEvent.PairConfirmed e -> {
        Pair before = Optional.ofNullable(pairs.get(e.pair())).orElseThrow();
        List<Pair.Word> words = new ArrayList<>(before.words());
        words.add(e.word());
        pairs.put(
            e.pair(),
            new Pair(
                before.id(), before.export(), before.imported(), before.at(), words, List.of()));
      }
      case PairingEvent.PairJudged e -> {
        Pair before = Optional.ofNullable(pairs.get(e.pair())).orElseThrow();
        List<Pair.Word> words = e.broken().isEmpty() ? before.words() : List.of();
        pairs.put(
            e.pair(),
            new Pair(
                before.id(), before.export(), before.imported(), before.at(), words, List.of()));
      }
      case PairingEvent.PairParted e -> pairs.remove(e.pair());
      case PairingEvent.OtherSideHeld e ->
          books(e.visit())
              .told
              .put(e.held().key(), new Span(e.held().said().from(), e.held().said().to()));
      case PairingEvent.OtherSideHoldWithdrawn e -> books(e.visit()).told.remove(e.key());
      default -> {}
    }
  }

  /// Every clock is what these books make of it, and every case too, right after the timers ran.
  void look(World world, Instant now) {
    all.keySet().removeIf(visit -> world.pairings().stays().find(visit).isEmpty());
    for (Map.Entry<Long, Books> each : all.entrySet()) {
      Stay stay = world.pairings().stays().find(each.getKey()).orElseThrow();
      compare(world, stay, each.getValue(), now);
    }
    require(world.pairings().stays().all().size() == all.size(), "a stay that is in no book");
  }

  private void compare(World world, Stay stay, Books books, Instant now) {
    StayClock.Reading reading = TwoWay.clock(world, stay, now);
    String which = "stay " + stay.visit() + " of " + stay.side() + " at " + now + ": ";
    require(
        stay.times().from().equals(books.from),
        which + "began " + books.from + ", and not " + stay.times());
    require(stay.times().overSeen() == books.over, which + "over the line " + books.over);
    require(stay.times().back().equals(books.back), which + "back " + books.back);
    Instant until = books.back.orElse(now);
    Duration used = used(books, until);
    require(reading.used().equals(used), which + "used " + used + " and not " + reading.used());
    boolean both = both(books.papers, until);
    Duration limit = Duration.ofHours(both ? 36 : 24);
    require(reading.limit().orElseThrow().longest().equals(limit), which + "may stay " + limit);
    boolean over = used.compareTo(limit) > 0;
    boolean told =
        world.cases().of(stay.visit()).stream()
            .anyMatch(open -> open.kind() == Contradiction.STAY_OVERDUE);
    boolean fresh = used.minusMinutes(1).compareTo(limit) <= 0;
    require(over ? told || fresh : !told, which + "a case " + told + ", over " + over);
    late += over ? 1 : 0;
    stood += used.equals(Duration.between(books.from, until)) ? 0 : 1;
    twoWays += both ? 1 : 0;
  }

  private boolean both(long papers, Instant by) {
    return pairs.values().stream()
        .filter(pair -> pair.export() == papers || pair.imported() == papers)
        .anyMatch(pair ->
            List.of(Agency.BORDER_GUARD, Agency.CUSTOMS).stream()
                .allMatch(agency ->
                    pair.words().stream()
                        .anyMatch(w -> w.agency() == agency && !w.at().isAfter(by))));
  }

  /// Piece by piece between all moments at which anything changes.
  private static Duration used(Books books, Instant until) {
    TreeSet<Instant> moments = new TreeSet<>(List.of(books.from, until));
    List<Span> spans = new ArrayList<>(books.abroad ? books.told.values() : books.ours);
    books.keptSince.ifPresent(since -> spans.add(new Span(since, Optional.empty())));
    for (Span span : spans) {
      moments.add(span.from());
      span.to().ifPresent(moments::add);
    }
    long hours = books.abroad ? 0 : Duration.between(books.from, until).toHours() + 1;
    for (long hour = 0; hour <= hours; hour++) {
      moments.add(books.from.atZone(ZONE).plusHours(hour).withMinute(0).withSecond(0).toInstant());
    }
    Duration used = Duration.ZERO;
    Instant before = books.from;
    for (Instant next : moments) {
      if (next.isAfter(books.from) && !next.isAfter(until)) {
        used = keeps(books, spans, before) ? used : used.plus(Duration.between(before, next));
        before = next;
      }
    }
    return used;
  }

  private static boolean keeps(Books books, List<Span> spans, Instant at) {
    int hour = at.atZone(ZONE).getHour();
    boolean night = !books.abroad && (hour < 4 || hour >= 20);
    return night
        || spans.stream()
            .anyMatch(span ->
                !span.from().isAfter(at) && span.to().filter(to -> !to.isAfter(at)).isEmpty());
  }

  /// The world that the books recreate is the same.
  void carried(World world, Instant now) {
    require(
        CarryForward.fold(CarryForward.of(world, now)).equals(world),
        "carried forward it is another world");
  }

  /// How often a clock was over, had stood, was of a two-way trip.
  List<Integer> counts() {
    return List.of(late, stood, twoWays);
  }
}
