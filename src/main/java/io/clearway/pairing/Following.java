package io.clearway.pairing;

import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Approach;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How stays follow what happens to passages, trips, loads and papers. Rules:
/// docs/rules/pairing.md, Y-15 to Y-19 and Y-22.
///
/// @param around as it is right after the event
/// @param known before it
public record Following(Around around, Pairings known) {

  /// Who is seen over the line so long before it stands at the gate was seen on that way.
  private static final Duration WAY = Duration.ofHours(12);

  /// After an event of a passage or a trip.
  public Stays after(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.VehicleArrived e ->
          e.direction() == Direction.EXPORT
              ? stillHere(e)
              : begun(e.crossing(), true, known.stays());
      case CrossingEvent.RegistrationLinked e ->
          kept(e.registration(), e.at(), begun(e.crossing(), true, known.stays()));
      case CrossingEvent.CrossingCarried e -> begun(e.crossing().id(), false, known.stays());
      case CrossingEvent.GateLeft e -> left(e);
      case CrossingEvent.VehicleTurned e -> turned(e.crossing(), e.turning().at());
      case CrossingEvent.TurningWithdrawn e -> turned(e.crossing(), e.at());
      case CrossingEvent.CrossingsRetired(List<Long> ids) -> {
        Stays rest = known.stays();
        for (long id : ids) {
          boolean here = rest.find(id).filter(stay -> stay.side() == Stay.Side.HERE).isPresent();
          rest = here ? rest.without(id) : rest;
        }
        yield rest;
      }
      case CrossingEvent.Away e -> after(e);
      case CrossingEvent.FirstKeyTurned e -> known.stays();
      case CrossingEvent.EntryCompleted e -> known.stays();
      case CrossingEvent.KeysVoided e -> known.stays();
      case CrossingEvent.KeyRenewed e -> known.stays();
      case CrossingEvent.KeySaidEarlier e -> known.stays();
      case CrossingEvent.AgencyLate e -> known.stays();
      case CrossingEvent.KeysPutOff e -> known.stays();
      case CrossingEvent.YardEntered e -> known.stays();
      case CrossingEvent.YardLeft e -> known.stays();
      case CrossingEvent.ReportSetAside e -> known.stays();
      case CrossingEvent.OfYard e -> known.stays();
    };
  }

  private Stays after(CrossingEvent.Away fact) {
    return switch (fact) {
      case CrossingEvent.TripOpened e -> put(abroad(e.trip()));
      case CrossingEvent.TripCarried e -> put(abroad(e.trip()));
      case CrossingEvent.LineCrossed e -> moved(e.crossing());
      case CrossingEvent.VehicleReturned e -> moved(e.crossing());
      case CrossingEvent.TripsRetired(List<Long> ids) -> {
        Stays rest = known.stays();
        for (long id : ids) {
          rest = rest.without(id);
        }
        yield rest;
      }
      case CrossingEvent.ApproachSeen e -> seen(e.plate().subject(), e.point());
      case CrossingEvent.ApproachesForgotten e -> known.stays();
      case CrossingEvent.ApproachCarried e -> known.stays();
      case CrossingEvent.ReturnUnexplained e -> known.stays();
      case CrossingEvent.TravellersReturned e -> known.stays();
    };
  }

  /// After something was said on a load: an agency may keep it, or no longer.
  public Stays after(ClearanceEvent fact) {
    Optional<Instant> at =
        fact instanceof ClearanceEvent.HoldPlaced e
            ? Optional.of(e.hold().at())
            : fact instanceof ClearanceEvent.HoldLifted e
                ? Optional.of(e.at())
                : fact instanceof ClearanceEvent.InspectionOwed e
                    ? Optional.of(e.at())
                    : Optional.empty();
    return at.map(when -> kept(fact.registration(), when, known.stays())).orElse(known.stays());
  }

  /// Another tractor draws the vehicle of that passage: it is looked for by another plate.
  public Stays drawn(long crossing) {
    Optional<Stay> stay = here(crossing);
    return stay.isEmpty()
        ? known.stays()
        : put(stay.get().with(around.crossings().all().get(crossing).plate().subject()));
  }

  /// The country of a vehicle was set right.
  public Stays amended(long registration) {
    Optional<Crossing> passage =
        around.crossings().byRegistration().find(registration).flatMap(around.crossings()::find);
    if (passage.isEmpty() || passage.get().direction() != Direction.IMPORT) {
      return known.stays();
    }
    long id = passage.get().id();
    return foreign(passage.get()).isPresent()
        ? begun(id, true, known.stays())
        : known.stays().without(id);
  }

  /// These are halves of no pair any more: whose goods left before is awaited with nothing else.
  public Stays parted(List<Long> registrations) {
    Stays rest = known.stays();
    for (long registration : registrations) {
      Optional<Stay> stay =
          rest.of(registration).filter(one -> one.side() == Stay.Side.HERE && one.open());
      Optional<Instant> left =
          stay.flatMap(one -> around.crossings().find(one.visit()))
              .flatMap(gone -> gone.track().gateLeftAt());
      if (left.isPresent()) {
        rest = rest.put(looked(stay.get().with(ended(stay.get(), left.get(), false))));
      }
    }
    return rest;
  }

  private Stays put(Stay stay) {
    return known.stays().put(stay);
  }

  private Optional<Stay> here(long visit) {
    return known.stays().find(visit).filter(stay -> stay.side() == Stay.Side.HERE);
  }

  /// The papers of an import whose vehicle is of the other country.
  private Optional<Registration> foreign(Crossing passage) {
    return around
        .registrations()
        .find(passage.registration())
        .filter(held -> held.form().leading().country() != Registration.Country.VN);
  }

  /// As a passage or a trip that is known begins its stay, with nothing that was said since.
  public Optional<Stay> fresh(long visit) {
    Optional<Trip> trip = around.crossings().outside().trips().find(visit);
    return trip.map(this::abroad)
        .or(() -> around.crossings().find(visit).flatMap(c -> arrived(c, false)));
  }

  /// @param looks back to where it was seen before it stood at the gate; books that are opened know
  ///   no more than the passage
  private Stays begun(long crossing, boolean looks, Stays stays) {
    Optional<Stay> fresh =
        around.crossings().find(crossing).flatMap(passage -> arrived(passage, looks));
    return fresh.isEmpty() || stays.find(crossing).isPresent() ? stays : stays.put(fresh.get());
  }

  private Optional<Stay> arrived(Crossing passage, boolean looks) {
    if (passage.direction() != Direction.IMPORT) {
      return Optional.empty();
    }
    return foreign(passage)
        .map(papers -> {
          Instant arrived = passage.track().arrivedAt();
          Subject plate = passage.plate().subject();
          Optional<Instant> over =
              looks ? overLine(plate, passage.id(), arrived) : Optional.empty();
          Stay.Times times =
              new Stay.Times(
                  over.orElse(arrived), over.isPresent(), passage.track().gateLeftAt(), false);
          Stay stay =
              Stay.begun(
                  passage.id(),
                  Stay.Side.HERE,
                  plate,
                  papers.id(),
                  new Stay.Where(passage.gate(), times));
          SortedMap<String, Instant> why = around.keeping(papers.id());
          Instant since = why.values().stream().min(Instant::compareTo).orElse(arrived);
          Instant from = since.isBefore(arrived) ? arrived : since;
          return looked(stay.kept(List.copyOf(why.keySet()), from));
        });
  }

  /// When it was seen over the line on the way to that passage.
  private Optional<Instant> overLine(Subject plate, long crossing, Instant arrived) {
    Instant after =
        around
            .crossings()
            .before(plate, crossing)
            .flatMap(last -> last.track().gateLeftAt())
            .orElse(Instant.EPOCH);
    return around
        .crossings()
        .outside()
        .approach(plate)
        .flatMap(seen -> seen.last(Approach.Kind.LINE_IN))
        .map(Approach.Point::occurredAt)
        .filter(at -> onTheWay(at, arrived) && !at.isBefore(after));
  }

  private static boolean onTheWay(Instant over, Instant arrived) {
    return !over.isAfter(arrived) && !over.isBefore(arrived.minus(WAY));
  }

  /// Y-17: whoever was taken to have left, and stands here with an export, has not.
  private Stays stillHere(CrossingEvent.VehicleArrived e) {
    Optional<Stay> last =
        known
            .stays()
            .here(e.plate().subject())
            .filter(stay -> !stay.times().backSeen())
            .filter(stay -> stay.times().back().filter(at -> at.isAfter(e.occurredAt())).isEmpty());
    if (last.isEmpty()) {
      return known.stays();
    }
    Stay.Times before = last.get().times();
    Stay.Times times = new Stay.Times(before.from(), before.overSeen(), Optional.empty(), false);
    return put(again(last.get().with(times), e.at()));
  }

  /// Y-16: it is back when it left with the export, or with the import if none is to follow.
  private Stays left(CrossingEvent.GateLeft e) {
    Optional<Crossing> gone = around.crossings().find(e.crossing());
    if (gone.isEmpty()) {
      return known.stays();
    }
    boolean outward = gone.get().direction() == Direction.EXPORT;
    Optional<Stay> stay =
        outward
            ? known
                .stays()
                .here(gone.get().plate().subject())
                .filter(one -> !gone.get().turnedAway())
            : here(e.crossing());
    Optional<Stay> open = stay.filter(Stay::open);
    if (open.isEmpty()) {
      return known.stays();
    }
    Stay kept = again(open.get(), e.at());
    boolean follows = !outward && !gone.get().turnedAway() && exportFollows(kept);
    return put(follows ? kept : looked(kept.with(ended(kept, e.occurredAt(), false))));
  }

  /// It is linked to an export that has not left.
  private boolean exportFollows(Stay stay) {
    return known
        .of(stay.registration())
        .map(Pair::export)
        .filter(export ->
            around
                .crossings()
                .byRegistration()
                .find(export)
                .flatMap(around.crossings()::find)
                .filter(passage -> !passage.live())
                .isEmpty())
        .isPresent();
  }

  private static Stay.Times ended(Stay stay, Instant at, boolean seen) {
    Instant from = stay.times().from();
    return new Stay.Times(
        from, stay.times().overSeen(), Optional.of(at.isBefore(from) ? from : at), seen);
  }

  /// Y-18: what was seen of it at the line, however late that is told.
  private Stays seen(Subject plate, Approach.Point point) {
    Optional<Stay> last = known.stays().here(plate);
    if (last.isEmpty()) {
      return known.stays();
    }
    Stay stay = last.get();
    Stay.Times times = stay.times();
    Instant at = point.occurredAt();
    return switch (point.kind()) {
      case LINE_IN ->
          !times.overSeen() && onTheWay(at, times.from())
              ? put(looked(stay.with(new Stay.Times(at, true, times.back(), times.backSeen()))))
              : known.stays();
      case LINE_OUT ->
          !times.backSeen() && !at.isBefore(times.from())
              ? put(looked(stay.with(ended(stay, at, true))))
              : known.stays();
      case PARK_ENTERED, PARK_LEFT, RETURNED -> known.stays();
    };
  }

  private Stay abroad(Trip trip) {
    return looked(
        Stay.begun(
            trip.crossing(),
            Stay.Side.ABROAD,
            trip.plate().subject(),
            trip.registration(),
            new Stay.Where(trip.gate(), times(trip))));
  }

  private static Stay.Times times(Trip trip) {
    Optional<Instant> back = trip.lineInAt().or(() -> trip.back().map(Trip.Back::occurredAt));
    return new Stay.Times(
        trip.lineOutAt().orElse(trip.leftAt()),
        trip.lineOutAt().isPresent(),
        back,
        trip.lineInAt().isPresent());
  }

  private Stays moved(long visit) {
    Optional<Trip> trip = around.crossings().outside().trips().find(visit);
    Optional<Stay> stay = known.stays().find(visit);
    return trip.isEmpty() || stay.isEmpty()
        ? known.stays()
        : put(looked(stay.get().with(times(trip.get()))));
  }

  private Stays turned(long crossing, Instant at) {
    return around.crossings().find(crossing).stream()
        .flatMapToLong(passage -> passage.registration().stream())
        .mapToObj(papers -> kept(papers, at, known.stays()))
        .findFirst()
        .orElse(known.stays());
  }

  /// That of the vehicle of those papers, as our agencies keep it since then.
  private Stays kept(long registration, Instant at, Stays stays) {
    return stays
        .of(registration)
        .or(() -> known.of(registration).flatMap(p -> stays.of(p.otherThan(registration))))
        .filter(one -> one.side() == Stay.Side.HERE && one.open())
        .map(one -> stays.put(again(one, at)))
        .orElse(stays);
  }

  /// Of both halves of the trip, whichever vehicle's papers are at the gate.
  private Stay again(Stay stay, Instant at) {
    SortedMap<String, Instant> why = new TreeMap<>(around.keeping(stay.registration()));
    known
        .of(stay.registration())
        .ifPresent(pair -> why.putAll(around.keeping(pair.otherThan(stay.registration()))));
    return looked(stay.kept(List.copyOf(why.keySet()), at));
  }

  /// Its time cannot be over before that: a clock that stands only moves it later.
  private Stay looked(Stay stay) {
    if (!stay.open()) {
      return stay.with(stay.told(), Optional.empty());
    }
    if (stay.told() != Stay.Told.NOTHING) {
      return stay;
    }
    Instant from = stay.times().from();
    Optional<Instant> look =
        Clocks.limit(stay, around, known, from)
            .map(limit -> from.plus(limit.longest()).minus(limit.warn()));
    return stay.with(stay.told(), look);
  }
}
