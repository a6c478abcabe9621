package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.CrossingEvent;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetEvent;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.link.json.Declarations;
import io.clearway.link.rows.Timelines;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingEvent;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import io.clearway.site.Handling;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.world.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every line that a passage's history can have is kept in a file: each kind of event with each
/// code that it can tell, of each site. `web/test/timeline.test.mjs` says all of them in each
/// language.
///
/// `-Dclearway.golden=write` writes the file anew.
class TimelineWordsTest {

  static final long SUBJECT = 7;

  private static final Path KEPT = Path.of("src/test/resources/timeline.tsv");
  private static final List<String> SITES = List.of("lang-son", "mong-cai", "lao-cai");

  /// They begin, carry or forget a passage, and are no line of it.
  private static final Set<String> NO_LINE =
      Set.of(
          "ApproachSeen",
          "ApproachesForgotten",
          "ApproachCarried",
          "ReturnUnexplained",
          "TripsRetired",
          "TripCarried",
          "CrossingCarried",
          "CrossingsRetired",
          "ClearanceCarried",
          "TransshipmentCarried",
          "ChangeCarried",
          "FleetForgotten",
          "PersonsCameIn",
          "DriverEnrolled",
          "PairCarried",
          "StayPutOff",
          "StayCarried");

  @Test
  void everyLineOfAHistoryIsKeptForThePageToSayIt() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : SITES) {
      Set<String> said = new TreeSet<>();
      Variations variations = new Variations(Declarations.site(name));
      events(variations).forEach(event -> said.add(name + "\t" + line(event)));
      lines.addAll(said);
    }
    if ("write".equals(System.getProperty("clearway.golden"))) {
      Files.write(KEPT, lines);
    }
    List<String> kept = Files.readAllLines(KEPT);
    assertThat(lines.stream().filter(line -> !kept.contains(line)))
        .as("new: look at them, then -Dclearway.golden=write")
        .isEmpty();
    assertThat(kept).as("no more, or in another order").isEqualTo(lines);
  }

  @Test
  void everyKindOfEventIsALineOrNamedAsNone() {
    List<String> kinds =
        Stream.of(
                CrossingEvent.class,
                ClearanceEvent.class,
                TransshipmentEvent.class,
                FleetEvent.class,
                PairingEvent.class)
            .flatMap(Variations::records)
            .map(Class::getSimpleName)
            .toList();
    assertThat(kinds).containsAll(NO_LINE);
    Set<String> told = new TreeSet<>();
    events(new Variations(Declarations.site("lang-son")))
        .forEach(event -> told.add(line(event).split("\t", -1)[0]));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            kinds.stream().filter(kind -> !NO_LINE.contains(kind)).toList());
  }

  private static Stream<Event> events(Variations variations) {
    Stream<Event> crossings =
        records(CrossingEvent.class)
            .flatMap(kind -> variations.of(kind).stream())
            .map(fact -> new Event.OfCrossing((CrossingEvent) fact));
    Stream<Event> clearances =
        records(ClearanceEvent.class)
            .flatMap(kind -> variations.of(kind).stream())
            .map(fact -> new Event.OfClearance((ClearanceEvent) fact));
    Stream<Event> changing =
        records(TransshipmentEvent.class)
            .flatMap(kind -> variations.of(kind).stream())
            .map(fact -> new Event.OfTransshipment((TransshipmentEvent) fact));
    Stream<Event> fleet =
        Stream.concat(
            Stream.of(new Event.OfFleet(new FleetEvent.TractorAsked(change()))),
            records(FleetEvent.class)
                .filter(kind -> kind != FleetEvent.TractorAsked.class)
                .flatMap(kind -> variations.of(kind).stream())
                .map(fact -> new Event.OfFleet((FleetEvent) fact)));
    Stream<Event> paired =
        records(PairingEvent.class)
            .flatMap(kind -> variations.of(kind).stream())
            .map(fact -> new Event.OfPairing((PairingEvent) fact));
    return Stream.of(crossings, clearances, changing, fleet, paired).flatMap(some -> some);
  }

  private static Stream<Class<?>> records(Class<?> events) {
    return Variations.records(events).filter(kind -> !NO_LINE.contains(kind.getSimpleName()));
  }

  /// The line as the door has it.
  private static String line(Event event) {
    Timelines timelines = new Timelines();
    CrossingEvent arrived =
        new CrossingEvent.VehicleArrived(
            SUBJECT,
            new UUID(1, 1),
            OptionalLong.of(SUBJECT),
            new Personal.Known<>(new Subject(9, 9), "29C-901.01"),
            "HN",
            Direction.EXPORT,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty());
    timelines.accept(entry(1, new Event.OfCrossing(arrived)));
    if (event instanceof Event.OfTransshipment) {
      timelines.accept(entry(2, new Event.OfTransshipment(planned())));
    }
    if (event instanceof Event.OfPairing) {
      var pair = new Pair(SUBJECT, SUBJECT, SUBJECT + 1, Instant.EPOCH, List.of(), List.of());
      var linked = new PairingEvent.PairLinked(pair);
      timelines.accept(entry(2, new Event.OfPairing(linked)));
    }
    timelines.accept(entry(3, event));
    Timelines.Line line = timelines.of(SUBJECT).lines().getLast();
    assertThat(line.seq()).as(event.toString()).isEqualTo(3);
    return line.type() + "\t" + line.detail();
  }

  private static Change change() {
    Personal<String> none = new Personal.Erased<>(new Subject(9, 9));
    return new Change(
        1,
        new UUID(1, 2),
        SUBJECT,
        SUBJECT,
        "HN",
        none,
        new Tractor(
            none,
            none,
            1,
            Registration.Country.VN,
            new Registration.Driver(none, none, none, List.of(), List.of()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Change.Word(1, Instant.EPOCH),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// So that it is known whose vehicles it is about.
  private static TransshipmentEvent planned() {
    var plan = new Transshipment.Plan(1, Instant.EPOCH, Handling.Method.GANG, List.of(), List.of());
    return new TransshipmentEvent.TransshipmentPlanned(
        new Transshipment(
            SUBJECT,
            new UUID(1, 2),
            SUBJECT,
            plan,
            new Transshipment.Stage.Planned(Instant.EPOCH),
            List.of(),
            Optional.empty()));
  }

  private static Entry entry(long seq, Event event) {
    return new Entry(seq, Instant.EPOCH, 1, new UUID(1, seq), "test", List.of(event));
  }
}
