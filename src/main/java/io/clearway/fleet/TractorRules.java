package io.clearway.fleet;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Another tractor takes the trailer. Rules: docs/rules/fleet.md, D-1 to D-6.
final class TractorRules {

  private TractorRules() {}

  static Decision<FleetEvent> decide(
      FleetCommand.OfTractor command, FleetRules.Facts facts, Instant now) {
    return switch (command) {
      case FleetCommand.AskTractor c -> ask(c, facts, now);
      case FleetCommand.ConfirmTractor c -> confirm(c, facts, now);
      case FleetCommand.RefuseTractor c -> end(c, Optional.of(c.agency()), facts, now);
      case FleetCommand.WithdrawTractor c ->
          facts.mine() ? end(c, Optional.empty(), facts, now) : unknown();
      case FleetCommand.EndTractor c -> end(c, Optional.empty(), facts, now);
    };
  }

  /// D-1, D-2: everything that is missing is named; what is wrong with a field is named by it.
  private static Decision<FleetEvent> ask(
      FleetCommand.AskTractor c, FleetRules.Facts facts, Instant now) {
    Optional<Crossing> found = facts.where().crossings().find(c.crossing());
    if (found.isEmpty() || !facts.mine()) {
      return FleetRules.no("CROSSING_UNKNOWN", "D-1", "There is no such passage.");
    }
    Crossing here = found.get();
    Optional<Registration> papers = papers(here, facts);
    List<Violation> faults =
        papers
            .map(held -> c.tractor().faults(facts.where().registrations(), held, facts.site()))
            .orElse(List.of());
    List<Named> unmet = new ArrayList<>(unmet(here, papers, c.tractor(), facts, now));
    facts.where().fleets().open(here.id()).ifPresent(open -> unmet.add(new Named("ALREADY_ASKED")));
    if (!unmet.isEmpty()) {
      return notSo(unmet, faults);
    }
    if (!faults.isEmpty()) {
      return Decision.refuse(Refusal.ofFields(faults));
    }
    Change.Head head =
        new Change.Head(facts.nextId(), c.key(), here.id(), papers.orElseThrow().id(), here.gate());
    return Decision.accept(
        new FleetEvent.TractorAsked(
            Change.asked(head, here.plate(), c.tractor(), new Change.Word(facts.actor(), now))));
  }

  /// D-3, D-4: both see the new plate; what was so when it was asked for must still be.
  private static Decision<FleetEvent> confirm(
      FleetCommand.ConfirmTractor c, FleetRules.Facts facts, Instant now) {
    Optional<Change> open = facts.where().fleets().open(c.crossing());
    Optional<Crossing> here = facts.where().crossings().find(c.crossing());
    if (open.isEmpty() || here.isEmpty()) {
      return unknown();
    }
    Change change = open.get();
    if (change.of(c.agency()).isPresent()) {
      return FleetRules.no(
          "ALREADY_CONFIRMED", "D-3", c.agency() + " has confirmed this tractor already.");
    }
    List<Named> unmet = unmet(here.get(), papers(here.get(), facts), change.tractor(), facts, now);
    if (!unmet.isEmpty()) {
      return notSo(unmet, List.of());
    }
    return Decision.accept(
        change.missing().equals(List.of(c.agency()))
            ? new FleetEvent.TractorChanged(
                change.id(), c.crossing(), c.agency(), facts.actor(), now)
            : new FleetEvent.TractorKeyTurned(
                change.id(), c.crossing(), c.agency(), facts.actor(), now));
  }

  private static Decision<FleetEvent> end(
      FleetCommand.OfTractor c, Optional<KeyHolder> by, FleetRules.Facts facts, Instant now) {
    return facts
        .where()
        .fleets()
        .open(c.crossing())
        .map(open ->
            Decision.<FleetEvent>accept(
                new FleetEvent.TractorAskEnded(open.id(), open.crossing(), by, facts.actor(), now)))
        .orElseGet(TractorRules::unknown);
  }

  private static Decision<FleetEvent> unknown() {
    return FleetRules.no("CHANGE_UNKNOWN", "D-3", "No other tractor is asked for there.");
  }

  private static Optional<Registration> papers(Crossing here, FleetRules.Facts facts) {
    return facts.where().registrations().find(here.registration());
  }

  /// A condition that is not met.
  ///
  /// @param place where it is that should be here
  private record Named(String code, Optional<Whereabouts.Place> place) {
    Named(String code) {
      this(code, Optional.empty());
    }

    String sentence() {
      return code + place.map(where -> " (" + where.named() + ")").orElse("");
    }
  }

  private static Decision<FleetEvent> notSo(List<Named> unmet, List<Violation> faults) {
    return Decision.refuse(
        new Refusal(
            "TRACTOR_NOT_CHANGEABLE",
            "D-2",
            "The tractor cannot be changed so: "
                + String.join(", ", unmet.stream().map(Named::sentence).toList()),
            unmet.stream().map(Named::code).toList(),
            faults));
  }

  /// D-2.
  private static List<Named> unmet(
      Crossing here,
      Optional<Registration> papers,
      Tractor tractor,
      FleetRules.Facts facts,
      Instant now) {
    List<String> codes = new ArrayList<>();
    if (!here.live()) {
      codes.add("NOT_HERE");
    }
    if (papers.isEmpty()) {
      codes.add("REGISTRATION");
    }
    if (here.turned().isPresent()) {
      codes.add("TURNED");
    }
    codes.addAll(facts.kept());
    if (tractor.plate().subject().equals(here.plate().subject())) {
      codes.add("SAME_TRACTOR");
    }
    LocalDate today = facts.site().dayOf(now);
    codes.addAll(papersOf(tractor, here.direction(), today));
    List<Named> all = new ArrayList<>(codes.stream().map(Named::new).toList());
    facts
        .where()
        .tractor(tractor.plate().subject(), here.id())
        .ifPresent(place -> all.add(new Named("TRACTOR_ELSEWHERE", Optional.of(place))));
    facts
        .where()
        .driver(tractor.driver().identityNumber().subject(), here.id())
        .ifPresent(place -> all.add(new Named("DRIVER_ELSEWHERE", Optional.of(place))));
    return all;
  }

  /// D-2: a foreign tractor, and one that goes over the line, needs its permit; each its insurance;
  /// its driver a document.
  private static List<String> papersOf(Tractor tractor, Direction direction, LocalDate today) {
    List<String> codes = new ArrayList<>();
    boolean abroad = tractor.country() != Registration.Country.VN || direction == Direction.EXPORT;
    if (abroad) {
      codes.addAll(paper("PERMIT", tractor.permit(), tractor.permitTo(), today));
    }
    codes.addAll(paper("INSURANCE", tractor.insurance(), tractor.insuranceTo(), today));
    if (tractor.driver().documents().isEmpty()) {
      codes.add("DRIVER_DOCUMENT");
    }
    if (expired(tractor.driver().documents(), today)) {
      codes.add("DRIVER_DOCUMENT_EXPIRED");
    }
    return codes;
  }

  private static List<String> paper(
      String code, Optional<String> number, Optional<String> lastDay, LocalDate today) {
    if (number.isEmpty() || lastDay.isEmpty()) {
      return List.of(code);
    }
    return over(lastDay.get(), today) ? List.of(code + "_EXPIRED") : List.of();
  }

  /// Whether one of them has run out.
  private static boolean expired(List<Registration.Document> documents, LocalDate today) {
    return documents.stream()
        .flatMap(document -> Stream.of(document.validTo()).flatMap(Optional::stream))
        .anyMatch(day -> over(day, today));
  }

  /// ISO dates order as texts do.
  private static boolean over(String lastDay, LocalDate today) {
    return lastDay.compareTo(today.toString()) < 0;
  }
}
