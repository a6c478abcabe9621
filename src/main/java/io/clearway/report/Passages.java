package io.clearway.report;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// The passages that entries tell of, with what their vehicles carry. Carry-forward events may
/// repeat what was said before.
final class Passages {

  /// One vehicle on its way, by the devices' clocks.
  record Passage(
      String gate,
      Direction direction,
      OptionalLong registration,
      Instant arrivedAt,
      Optional<Instant> yardEnteredAt,
      Optional<Instant> yardLeftAt,
      Optional<Instant> leftAt,
      boolean turned) {

    /// It was here and had not left.
    boolean hereAt(Instant moment) {
      return !arrivedAt.isAfter(moment) && !is(leftAt, moment);
    }

    boolean inYardAt(Instant moment) {
      return is(yardEnteredAt, moment) && !is(yardLeftAt, moment) && !is(leftAt, moment);
    }

    private static boolean is(Optional<Instant> done, Instant moment) {
      return done.filter(at -> !at.isAfter(moment)).isPresent();
    }

    Passage withLeft(Instant at) {
      return new Passage(
          gate,
          direction,
          registration,
          arrivedAt,
          yardEnteredAt,
          yardLeftAt,
          Optional.of(at),
          turned);
    }

    Passage withYardEntered(Instant at) {
      return new Passage(
          gate, direction, registration, arrivedAt, Optional.of(at), yardLeftAt, leftAt, turned);
    }

    Passage withYardLeft(Instant at) {
      return new Passage(
          gate, direction, registration, arrivedAt, yardEnteredAt, Optional.of(at), leftAt, turned);
    }

    Optional<Instant> clearedAt() {
      return Crossing.clearedAt(leftAt, turned);
    }

    /// It left without passing.
    boolean turnedAway() {
      return leftAt.isPresent() && clearedAt().isEmpty();
    }

    Passage withTurned(boolean now) {
      return new Passage(
          gate, direction, registration, arrivedAt, yardEnteredAt, yardLeftAt, leftAt, now);
    }

    Passage with(long papers) {
      return new Passage(
          gate,
          direction,
          OptionalLong.of(papers),
          arrivedAt,
          yardEnteredAt,
          yardLeftAt,
          leftAt,
          turned);
    }
  }

  private final LocalDate day;
  private final Map<Long, Passage> passages = new TreeMap<>();
  private final Map<Long, Load> loads = new TreeMap<>();
  private final Map<String, Integer> gates = new TreeMap<>();
  private Optional<Site> site = Optional.empty();
  private Optional<Instant> begun = Optional.empty();

  private Passages(LocalDate day) {
    this.day = day;
  }

  /// Folds the entries up to `asOfSeq`.
  static Passages of(Iterable<Entry> entries, LocalDate day, long asOfSeq) {
    Passages fold = new Passages(day);
    for (Entry entry : entries) {
      if (entry.seq() > asOfSeq) {
        break;
      }
      fold.begun = fold.begun.or(() -> Optional.of(entry.at()));
      entry.events().forEach(fold::take);
    }
    return fold;
  }

  private void take(Event event) {
    switch (event) {
      case Event.OfSite(SiteEvent.SiteAdopted(Site adopted)) -> adopt(adopted);
      case Event.OfSite(SiteEvent.SitePlanned planned) -> {}
      case Event.OfCrossing(CrossingEvent fact) -> take(fact);
      case Event.OfRegistration(RegistrationEvent fact) -> take(fact);
      case Event.OfAuthority e -> {}
      case Event.OfClearance e -> {}
      case Event.OfTurn e -> {}
      case Event.OfTransshipment e -> {}
      case Event.OfFleet e -> {}
      case Event.OfPairing e -> {}
      case Event.OfFee e -> {}
      case Event.OfCase e -> {}
      case Event.OfWorld e -> {}
    }
  }

  /// The rules of that day: a site of a later day does not change what an earlier one counted.
  private void adopt(Site adopted) {
    if (site.isEmpty() || adopted.inForce(day)) {
      site = Optional.of(adopted);
    }
    for (Places.Line line : adopted.lines()) {
      gates.putIfAbsent(line.code(), gates.size());
    }
  }

  private void take(RegistrationEvent fact) {
    switch (fact) {
      case RegistrationEvent.Registered(Registration r, Instant at) ->
          loads.put(r.id(), Load.of(r.form()));
      case RegistrationEvent.Amended e -> loads.put(e.registration(), Load.of(e.form()));
      case RegistrationEvent.PapersConfirmed e -> {}
      case RegistrationEvent.PresetKept e -> {}
      case RegistrationEvent.PresetDropped e -> {}
      case RegistrationEvent.RegistrationsRetired e -> {}
    }
  }

  private void take(CrossingEvent fact) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e -> begin(e);
      case CrossingEvent.CrossingCarried(Crossing c) -> carry(c);
      case CrossingEvent.RegistrationLinked e -> set(e.crossing(), p -> p.with(e.registration()));
      case CrossingEvent.YardEntered e -> set(e.crossing(), p -> p.withYardEntered(e.occurredAt()));
      case CrossingEvent.YardLeft e -> set(e.crossing(), p -> p.withYardLeft(e.occurredAt()));
      case CrossingEvent.GateLeft e -> set(e.crossing(), p -> p.withLeft(e.occurredAt()));
      case CrossingEvent.VehicleTurned e -> set(e.crossing(), p -> p.withTurned(true));
      case CrossingEvent.TurningWithdrawn e -> set(e.crossing(), p -> p.withTurned(false));
      case CrossingEvent.OfYard e -> {}
      case CrossingEvent.Away e -> {}
      case CrossingEvent.FirstKeyTurned e -> {}
      case CrossingEvent.EntryCompleted e -> {}
      case CrossingEvent.KeysVoided e -> {}
      case CrossingEvent.KeyRenewed e -> {}
      case CrossingEvent.KeySaidEarlier e -> {}
      case CrossingEvent.AgencyLate e -> {}
      case CrossingEvent.KeysPutOff e -> {}
      case CrossingEvent.ReportSetAside e -> {}
      case CrossingEvent.CrossingsRetired e -> {}
    }
  }

  private interface Step {
    Passage of(Passage before);
  }

  private void set(long crossing, Step step) {
    Passage before = passages.get(crossing);
    if (before != null) {
      passages.put(crossing, step.of(before));
    }
  }

  private void begin(CrossingEvent.VehicleArrived e) {
    gates.putIfAbsent(e.gate(), gates.size());
    passages.put(
        e.crossing(),
        new Passage(
            e.gate(),
            e.direction(),
            e.registration(),
            e.occurredAt(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  private void carry(Crossing c) {
    gates.putIfAbsent(c.gate(), gates.size());
    passages.put(
        c.id(),
        new Passage(
            c.gate(),
            c.direction(),
            c.registration(),
            c.track().arrivedAt(),
            c.track().yardEnteredAt(),
            c.track().yardLeftAt(),
            c.track().gateLeftAt(),
            c.turned().isPresent()));
  }

  Collection<Passage> all() {
    return passages.values();
  }

  Optional<Load> load(Passage passage) {
    return passage.registration().isPresent()
        ? Optional.ofNullable(loads.get(passage.registration().getAsLong()))
        : Optional.empty();
  }

  /// It came empty from inland, took goods over and goes back: it passed nowhere.
  boolean receiving(Passage passage) {
    return load(passage).filter(Load::receiving).isPresent();
  }

  /// Whether there is a place in which goods change vehicles.
  boolean transshipmentsAreRecorded() {
    return site.filter(known -> !known.handling().areas().isEmpty()).isPresent();
  }

  boolean fruit(Passage passage) {
    return site.isPresent()
        && load(passage).filter(l -> l.fruit(site.get().rulebook())).isPresent();
  }

  /// Reporting lines in the order of the site.
  List<String> gates() {
    List<String> order = new ArrayList<>(gates.keySet());
    order.sort(Comparator.comparingInt(gates::get));
    return List.copyOf(order);
  }

  /// When the first entry was made that was read.
  Optional<Instant> begun() {
    return begun;
  }
}
