package io.clearway.fleet;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.Crossings;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import io.clearway.registration.Registrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a tractor, a trailer, a container or a driver is: on a passage, or over the line. Each is
/// found by an index. Rules: docs/rules/fleet.md, D-7 to D-9.
///
/// @param fleets what stands here alone, and what is asked for
public record Whereabouts(Fleets fleets, Crossings crossings, Registrations registrations) {

  /// Where something is.
  ///
  /// @param crossing the passage, or that with which it went over the line
  public record Place(Kind kind, String gate, long crossing) {

    /// As it is named to who asks.
    String named() {
      return switch (kind) {
        case PASSAGE -> "at " + gate;
        case OVER_LINE -> "over the line from " + gate;
        case ALONE -> "alone at " + gate;
        case ASKED -> "asked for at " + gate;
      };
    }
  }

  /// How it is there.
  public enum Kind {
    PASSAGE,
    OVER_LINE,
    /// An old tractor without its trailer.
    ALONE,
    /// A tractor that is to take another trailer.
    ASKED
  }

  /// Where that tractor is, but for that passage.
  Optional<Place> tractor(Subject plate, long but) {
    Optional<Place> passage =
        crossings.live(plate).stream()
            .filter(here -> here.id() != but)
            .map(Whereabouts::at)
            .findFirst();
    return passage
        .or(() -> crossings.outside().out(plate).filter(t -> t.crossing() != but).map(this::over))
        .or(() ->
            fleets
                .letGo(plate)
                .filter(Change::standing)
                .map(change -> new Place(Kind.ALONE, change.gate(), change.crossing())))
        .or(() ->
            fleets
                .taken(plate)
                .filter(change -> change.open() && change.crossing() != but)
                .map(change -> new Place(Kind.ASKED, change.gate(), change.crossing())));
  }

  /// Where that person drives, but for that passage; as far as the person is not back from a trip.
  public Optional<Place> driver(Subject person, long but) {
    return passages(registrations.rigs().drivers().of(person), but)
        .filter(Crossing::live)
        .map(Whereabouts::at)
        .findFirst()
        .or(() ->
            crossings
                .outside()
                .travelling(person)
                .filter(trip -> trip.crossing() != but)
                .map(this::over)
                .findFirst());
  }

  /// D-7: the passages, or the trips of passages, on which something of that vehicle is that can be
  /// in one place only. A tractor that comes back from a trip brings what went with it; what
  /// receives goods comes empty, whatever its papers say that it will carry.
  public List<Place> alsoOn(Crossing here, Registration papers) {
    Registration.Vehicle vehicle = papers.form().leading();
    Registrations.Rigs rigs = registrations.rigs();
    List<Long> drawn = new ArrayList<>();
    if (!receives(papers)) {
      vehicle.trailer().ifPresent(plate -> drawn.addAll(rigs.trailers().of(plate.subject())));
      vehicle.container().ifPresent(number -> drawn.addAll(rigs.containing(number)));
    }
    Stream<Place> passages =
        Stream.concat(
            passages(drawn, here.id()).filter(other -> !receives(other)).flatMap(this::place),
            passages(rigs.drivers().of(vehicle.driver().identityNumber().subject()), here.id())
                .filter(Crossing::live)
                .map(Whereabouts::at));
    return passages.filter(place -> !sameTractor(place, here)).distinct().toList();
  }

  private boolean receives(Crossing crossing) {
    return crossing.registration().stream()
        .boxed()
        .flatMap(id -> registrations.find(id).stream())
        .anyMatch(Whereabouts::receives);
  }

  private static boolean receives(Registration papers) {
    return papers.form().trade().regime() == Registration.Regime.RECEIVING;
  }

  private boolean sameTractor(Place place, Crossing here) {
    return crossings
        .find(place.crossing())
        .filter(other -> other.plate().subject().equals(here.plate().subject()))
        .isPresent();
  }

  /// The passages of those papers, but for that one.
  private Stream<Crossing> passages(List<Long> papers, long but) {
    return papers.stream()
        .flatMap(id -> crossings.byRegistration().find(id).stream())
        .filter(id -> id != but)
        .flatMap(id -> crossings.find(id).stream());
  }

  /// Where what went with that passage is, if it is here or over the line.
  private Stream<Place> place(Crossing crossing) {
    return crossing.live()
        ? Stream.of(at(crossing))
        : crossings.outside().trips().find(crossing.id()).stream()
            .filter(trip -> trip.back().isEmpty())
            .map(this::over);
  }

  private static Place at(Crossing here) {
    return new Place(Kind.PASSAGE, here.gate(), here.id());
  }

  private Place over(Trip trip) {
    return new Place(Kind.OVER_LINE, trip.gate(), trip.crossing());
  }
}
