package io.clearway.clearance;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Agency;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The channel, and one opening of the load for all agencies: booked once, joined, its results
/// shared.
final class Inspecting {

  /// What is unmet as long as an inspection is owed or under way.
  static final String OWED = "INSPECTION";

  private Inspecting() {}

  /// An inspection whose results are not all there, or the red channel without one that answers it.
  static boolean owed(Clearance held) {
    Optional<Inspection> inspection = held.inspection();
    return inspection.filter(i -> !i.done()).isPresent()
        || (held.channel() == Clearance.Channel.RED
            && inspection.filter(Inspecting::answers).isEmpty());
  }

  /// C-16: the channel is customs', which took part; nothing is left in doubt.
  private static boolean answers(Inspection inspection) {
    return inspection.has(Agency.CUSTOMS)
        && inspection.results().stream()
            .noneMatch(result -> result.outcome() == Inspection.Outcome.DOUBT);
  }

  /// C-17: results were said of the load as its papers were: they fall when a field was amended on
  /// which one of those who took part relies. What is under way goes on, with the same bookings.
  static List<ClearanceEvent> voided(Clearance held, List<String> changed, Site site, Instant now) {
    return held.inspection()
        .filter(inspection -> !inspection.results().isEmpty())
        .filter(inspection ->
            inspection.joined().stream()
                .anyMatch(one -> RegistrationRules.relies(site, one.agency(), changed)))
        .map(inspection -> anew(held.registration(), inspection, now))
        .orElse(List.of());
  }

  private static List<ClearanceEvent> anew(long id, Inspection inspection, Instant now) {
    List<ClearanceEvent> events = new ArrayList<>();
    events.add(new ClearanceEvent.InspectionVoided(id, now));
    if (inspection.done()) {
      return List.copyOf(events);
    }
    Inspection.Joined first = inspection.joined().getFirst();
    SortedMap<Instant, List<Booking>> booked = new TreeMap<>();
    inspection
        .booked()
        .forEach(one ->
            booked
                .computeIfAbsent(one.at(), at -> new ArrayList<>())
                .add(new Booking(one.means(), one.place())));
    booked.forEach((at, bookings) -> {
      var by = new Inspection.Joined(first.agency(), first.actor(), at);
      boolean opening = events.size() == 1;
      events.add(
          opening
              ? new ClearanceEvent.InspectionOpened(id, bookings, by)
              : new ClearanceEvent.MeansBooked(id, bookings, by));
    });
    inspection.joined().stream()
        .skip(1)
        .forEach(by -> events.add(new ClearanceEvent.InspectionJoined(id, by)));
    return List.copyOf(events);
  }

  static Decision<ClearanceEvent> channel(ClearanceRules.Load load, ClearanceCommand.SetChannel c) {
    if (load.clearance().channel() == c.channel()) {
      return Decision.accept(List.of());
    }
    ClearanceEvent set =
        new ClearanceEvent.ChannelSet(load.id(), c.channel(), load.facts().actor(), load.now());
    boolean owed = owed(load.clearance().with(c.channel()));
    Decision<ClearanceEvent> done = Decision.accept(owed ? load.with(set) : List.of(set));
    return Seconds.lowers(load.clearance(), c.channel())
        ? Seconds.twice(load, new Second.Wish.Lower(c.channel()), c.voice(), done)
        : done;
  }

  /// C-13.
  static Decision<ClearanceEvent> open(
      ClearanceRules.Load load, ClearanceCommand.OpenInspection c) {
    if (load.visit().at(Procedure.Point.ENTERED).isEmpty()) {
      return ClearanceRules.unmet(
          "STEP_NOT_READY",
          "C-13",
          "The vehicle is not inside.",
          List.of(Procedure.Point.ENTERED.name()));
    }
    Optional<Inspection> before = load.clearance().inspection();
    if (before.filter(inspection -> !inspection.done()).isPresent()) {
      return ClearanceRules.no(
          "INSPECTION_OPEN", "C-13", "The load is opened once for all; join that inspection.");
    }
    boolean doubt =
        before.stream()
            .flatMap(inspection -> inspection.results().stream())
            .anyMatch(result -> result.outcome() != Inspection.Outcome.CLEAN);
    if (before.isPresent() && !doubt && !owed(load.clearance())) {
      return ClearanceRules.no(
          "INSPECTED_ALREADY", "C-13", "The load was inspected; its results are on the file.");
    }
    if (c.bookings().isEmpty()) {
      return ClearanceRules.no("MEANS_MISSING", "C-13", "An inspection says by what means.");
    }
    Optional<Refusal> unfit = unfit(load, c.bookings());
    return unfit.isPresent()
        ? Decision.refuse(unfit.get())
        : Decision.accept(
            load.with(
                new ClearanceEvent.InspectionOpened(
                    load.id(), List.copyOf(c.bookings()), by(load, c.agency()))));
  }

  private static Inspection.Joined by(ClearanceRules.Load load, Agency agency) {
    return new Inspection.Joined(agency, load.facts().actor(), load.now());
  }

  /// C-25: each means once; where the gate has places of inspection, at one of them that offers it.
  private static Optional<Refusal> unfit(ClearanceRules.Load load, List<Booking> bookings) {
    if (bookings.stream().map(Booking::means).distinct().count() < bookings.size()) {
      return Optional.of(Refusal.of("MEANS_TWICE", "C-25", "Each means is booked once."));
    }
    List<Places.InspectionPlace> there =
        load.facts().site().places().inspectionsOf(load.visit().line());
    List<String> unknown = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (Booking booking : there.isEmpty() ? List.<Booking>of() : bookings) {
      var place = there.stream().filter(p -> p.code().equals(booking.place())).findFirst();
      if (place.isEmpty()) {
        unknown.add(booking.place());
      } else if (!place.get().means().contains(booking.means())) {
        lacking.add(booking.means().name());
      }
    }
    return !unknown.isEmpty()
        ? Optional.of(
            new Refusal(
                "INSPECTION_PLACE_UNKNOWN",
                "C-25",
                "The gate has no such place of inspection.",
                unknown.stream().distinct().toList(),
                List.of()))
        : !lacking.isEmpty()
            ? Optional.of(
                new Refusal(
                    "PLACE_LACKS_MEANS",
                    "C-25",
                    "This is not done at that place.",
                    lacking.stream().distinct().toList(),
                    List.of()))
            : Optional.empty();
  }

  static Decision<ClearanceEvent> join(
      ClearanceRules.Load load, ClearanceCommand.JoinInspection c) {
    Optional<Inspection> inspection = load.clearance().inspection();
    if (inspection.filter(i -> !i.done()).isEmpty()) {
      return ClearanceRules.no("NO_INSPECTION", "C-14", "No inspection is under way.");
    }
    List<Booking> more =
        c.bookings().stream().filter(booking -> !inspection.get().has(booking.means())).toList();
    boolean joined = inspection.get().has(c.agency());
    if (joined && more.isEmpty()) {
      return ClearanceRules.no("ALREADY_JOINED", "C-14", "Your agency takes part already.");
    }
    Optional<Refusal> unfit = unfit(load, more);
    if (unfit.isPresent()) {
      return Decision.refuse(unfit.get());
    }
    List<ClearanceEvent> events = new ArrayList<>();
    if (!joined) {
      events.add(new ClearanceEvent.InspectionJoined(load.id(), by(load, c.agency())));
    }
    if (!more.isEmpty()) {
      events.add(new ClearanceEvent.MeansBooked(load.id(), more, by(load, c.agency())));
    }
    return Decision.accept(List.copyOf(events));
  }

  /// C-15: what is wrong, or in doubt, holds the load until the agency that found it lifts the
  /// hold.
  static Decision<ClearanceEvent> result(
      ClearanceRules.Load load, ClearanceCommand.RecordResult c) {
    Optional<Inspection> inspection = load.clearance().inspection();
    if (inspection.isEmpty() || !inspection.get().has(c.means())) {
      return ClearanceRules.no("NOT_BOOKED", "C-15", "This was not booked.");
    }
    if (!inspection.get().has(c.agency())) {
      return ClearanceRules.no("NOT_JOINED", "C-15", "Your agency does not take part.");
    }
    if (inspection.get().resultOf(c.means()).isPresent()) {
      return ClearanceRules.no("RESULT_KNOWN", "C-15", "Its result is recorded already.");
    }
    List<ClearanceEvent> events = new ArrayList<>();
    events.add(
        new ClearanceEvent.ResultRecorded(
            load.id(),
            new Inspection.Result(
                c.means(), c.outcome(), c.agency(), load.facts().actor(), load.now())));
    holds(c.outcome())
        .ifPresent(kind ->
            events.add(
                new ClearanceEvent.HoldPlaced(
                    load.id(),
                    new Clearance.Hold(
                        load.facts().nextId(),
                        c.agency(),
                        kind,
                        load.facts().actor(),
                        load.now(),
                        Optional.empty(),
                        List.of(c.agency())))));
    return Decision.accept(List.copyOf(events));
  }

  private static Optional<Clearance.HoldKind> holds(Inspection.Outcome found) {
    return switch (found) {
      case CLEAN -> Optional.empty();
      case DOUBT -> Optional.of(Clearance.HoldKind.DOUBT);
      case FAULT -> Optional.of(Clearance.HoldKind.FAULT);
    };
  }
}
