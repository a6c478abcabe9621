package io.clearway.link.rows;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.CrossingEvent;
import io.clearway.fleet.FleetEvent;
import io.clearway.journal.Entry;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.pairing.PairingEvent;
import io.clearway.reconciliation.Case;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.RegistrationEvent;
import io.clearway.transshipment.TransshipmentEvent;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened to each passage that the world still holds, newest last, at most 64 lines each.
///
/// Feed it every entry in order: those that are replayed at start, then those that follow.
/// Thread-safe; an entry twice does no harm.
public final class Timelines {

  private static final int LINES = 64;

  private static final Set<String> WORDS =
      Stream.of(
              ClearanceEvent.StepConfirmed.class,
              ClearanceEvent.StepRefused.class,
              ClearanceEvent.InspectionOpened.class)
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<Long, Story> stories = new HashMap<>();
  private final Map<Long, Role> roles = new HashMap<>();

  /// What was done on the papers before the vehicle came, by registration.
  private final Map<Long, List<Line>> papers = new HashMap<>();

  private final Map<Long, Long> passages = new HashMap<>();
  private final ChangingLines changing = new ChangingLines();
  private final PairLines pairs = new PairLines();
  private long last;

  /// One line of a passage's history.
  ///
  /// @param occurredAt the reporter's clock, when it is a report
  /// @param detail a word that tells more: the agency, the yard, the contradiction; or empty
  /// @param note what an officer wrote with it
  public record Line(
      long seq,
      Instant at,
      Optional<Instant> occurredAt,
      String type,
      long actor,
      String detail,
      Optional<Personal<String>> note) {

    private Line without(Subject erased) {
      return new Line(
          seq, at, occurredAt, type, actor, detail, note.map(text -> text.without(erased)));
    }
  }

  /// A case that was opened about a passage.
  public record Opened(Case opened, Optional<Instant> closedAt) {}

  /// A passage's history.
  public record Story(List<Line> lines, List<Opened> cases) {}

  /// Takes one entry.
  public synchronized void accept(Entry entry) {
    if (entry.seq() <= last) {
      return;
    }
    last = entry.seq();
    for (Event event : entry.events()) {
      accept(entry, event);
    }
  }

  /// The passage's history; empty when it is not known.
  public synchronized Story of(long crossing) {
    return stories.getOrDefault(crossing, new Story(List.of(), List.of()));
  }

  /// When an agency first spoke on the load or opened it, from a moment on; what was said stays
  /// said when an amendment makes it void. Empty when those lines are kept no longer.
  public Optional<Instant> firstWord(long crossing, Instant from) {
    return of(crossing).lines().stream()
        .filter(line -> WORDS.contains(line.type()) && !line.at().isBefore(from))
        .map(Line::at)
        .min(Instant::compareTo);
  }

  /// The role in which an actor was enrolled, even if it was revoked since.
  public synchronized Optional<Role> role(long actor) {
    return Optional.ofNullable(roles.get(actor));
  }

  /// How many passages have one.
  public synchronized int size() {
    return stories.size();
  }

  private void accept(Entry entry, Event event) {
    switch (event) {
      case Event.OfAuthority(AuthorityEvent.ActorEnrolled(Actor actor)) ->
          roles.put(actor.id(), actor.role());
      case Event.OfAuthority e -> {}
      case Event.OfCrossing(CrossingEvent.CrossingsRetired(List<Long> ids)) ->
          ids.forEach(stories::remove);
      case Event.OfCrossing(CrossingEvent.CrossingCarried(var crossing)) -> {
        stories.putIfAbsent(crossing.id(), new Story(List.of(), List.of()));
        crossing.registration().ifPresent(held -> passages.put(held, crossing.id()));
      }
      case Event.OfCrossing(CrossingEvent fact) -> {
        line(entry, fact);
        link(fact);
      }
      case Event.OfClearance(ClearanceEvent.ClearanceCarried carried) -> {}
      case Event.OfClearance(ClearanceEvent fact) -> line(entry, fact);
      case Event.OfTransshipment(TransshipmentEvent fact) -> line(entry, fact);
      case Event.OfRegistration(RegistrationEvent.RegistrationsRetired(List<Long> ids)) ->
          ids.forEach(id -> {
            papers.remove(id);
            passages.remove(id);
            changing.retire(id);
            pairs.retire(id);
          });
      case Event.OfCase(CaseEvent.CaseOpened(Case opened)) -> open(opened);
      case Event.OfCase(CaseEvent.CaseClosed closed) -> close(closed);
      case Event.OfSite e -> {}
      case Event.OfRegistration e -> {}
      case Event.OfTurn e -> {}
      case Event.OfFleet(FleetEvent fact) -> line(entry, fact);
      case Event.OfPairing(PairingEvent.StayCarried e) -> {}
      case Event.OfPairing(PairingEvent.StayPutOff e) -> {}
      case Event.OfPairing(PairingEvent fact) -> line(entry, fact);
      case Event.OfFee e -> {}
      case Event.OfWorld(WorldEvent.SubjectErased erased) -> erase(erased.subject());
      case Event.OfWorld e -> {}
    }
  }

  private void line(Entry entry, CrossingEvent fact) {
    Line line =
        new Line(
            entry.seq(),
            entry.at(),
            occurred(fact),
            fact.getClass().getSimpleName(),
            entry.actor(),
            detail(fact),
            Optional.empty());
    for (long crossing : EventNames.crossings(fact)) {
      if (fact instanceof CrossingEvent.Away && !stories.containsKey(crossing)) {
        // What comes back may do so long after its passage was forgotten.
        continue;
      }
      Story story = of(crossing);
      stories.put(crossing, new Story(with(story.lines(), line), story.cases()));
    }
  }

  private void line(Entry entry, ClearanceEvent fact) {
    Line line =
        new Line(
            entry.seq(),
            entry.at(),
            fact instanceof ClearanceEvent.SaidEarlier said
                ? Optional.of(said.said())
                : Optional.empty(),
            fact.getClass().getSimpleName(),
            entry.actor(),
            LoadJson.detail(fact),
            LoadJson.note(fact));
    line(fact.registration(), line);
    if (fact instanceof ClearanceEvent.VisitEnded) {
      passages.remove(fact.registration());
    }
  }

  /// Of a passage that is held: an old tractor may leave long after it.
  private void line(Entry entry, FleetEvent fact) {
    for (long crossing : EventNames.crossings(fact)) {
      if (stories.containsKey(crossing) && !(fact instanceof FleetEvent.PersonsCameIn)) {
        Line line =
            new Line(
                entry.seq(),
                entry.at(),
                FleetLines.occurred(fact),
                fact.getClass().getSimpleName(),
                entry.actor(),
                FleetLines.detail(fact),
                Optional.empty());
        Story story = of(crossing);
        stories.put(crossing, new Story(with(story.lines(), line), story.cases()));
      }
    }
  }

  /// Goods that change vehicles are in the history of each of them.
  private void line(Entry entry, TransshipmentEvent fact) {
    for (ChangingLines.Line one : changing.of(fact)) {
      Line line =
          new Line(
              entry.seq(),
              entry.at(),
              ChangingLines.occurred(fact),
              fact.getClass().getSimpleName(),
              entry.actor(),
              one.detail(),
              ChangingLines.note(fact));
      line(one.registration(), line);
    }
  }

  /// A two-way trip is in the history of both passages; a stay in that of its own.
  private void line(Entry entry, PairingEvent fact) {
    Line line =
        new Line(
            entry.seq(),
            entry.at(),
            PairLines.occurred(fact),
            fact.getClass().getSimpleName(),
            entry.actor(),
            PairLines.detail(fact),
            Optional.empty());
    switch (fact) {
      case PairingEvent.OfPair e -> pairs.of(e).forEach(half -> line(half, line));
      case PairingEvent.OfStay e ->
          stories.computeIfPresent(
              e.visit(), (visit, story) -> new Story(with(story.lines(), line), story.cases()));
    }
  }

  private void line(long registration, Line line) {
    Optional<Long> passage = Optional.ofNullable(passages.get(registration));
    if (passage.isPresent()) {
      Story story = of(passage.get());
      stories.put(passage.get(), new Story(with(story.lines(), line), story.cases()));
    } else {
      papers.merge(registration, List.of(line), (before, one) -> with(before, line));
    }
  }

  /// What an officer wrote of whom nothing is kept any more is not kept here either.
  private void erase(Subject erased) {
    stories.replaceAll(
        (passage, story) -> new Story(without(story.lines(), erased), story.cases()));
    papers.replaceAll((registration, lines) -> without(lines, erased));
  }

  private static List<Line> without(List<Line> lines, Subject erased) {
    return lines.stream().map(line -> line.without(erased)).toList();
  }

  private static List<Line> with(List<Line> before, Line line) {
    List<Line> lines = new ArrayList<>(before);
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.add(line);
    return List.copyOf(lines);
  }

  /// A passage has its papers now: what was done on them stands before its own lines.
  private void link(CrossingEvent fact) {
    if (fact instanceof CrossingEvent.VehicleArrived e && e.registration().isPresent()) {
      link(e.registration().getAsLong(), e.crossing());
    } else if (fact instanceof CrossingEvent.RegistrationLinked e) {
      link(e.registration(), e.crossing());
    }
  }

  private void link(long registration, long crossing) {
    passages.put(registration, crossing);
    List<Line> before = papers.remove(registration);
    if (before != null) {
      Story story = of(crossing);
      List<Line> lines = before;
      for (Line line : story.lines()) {
        lines = with(lines, line);
      }
      stories.put(crossing, new Story(lines, story.cases()));
    }
  }

  /// A case about what is no passage, or about one that was forgotten, is in no passage's history.
  private void open(Case opened) {
    Story story = of(opened.about());
    if (!stories.containsKey(opened.about())
        || story.cases().stream().anyMatch(c -> c.opened().id() == opened.id())) {
      return;
    }
    List<Opened> cases = new ArrayList<>(story.cases());
    cases.add(new Opened(opened, Optional.empty()));
    stories.put(opened.about(), new Story(story.lines(), List.copyOf(cases)));
  }

  private void close(CaseEvent.CaseClosed closed) {
    Story story = of(closed.about());
    List<Opened> cases =
        story.cases().stream()
            .map(c ->
                c.opened().id() == closed.id()
                    ? new Opened(c.opened(), Optional.of(closed.at()))
                    : c)
            .toList();
    stories.computeIfPresent(closed.about(), (passage, held) -> new Story(held.lines(), cases));
  }

  private static Optional<Instant> occurred(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.VehicleArrived e -> Optional.of(e.occurredAt());
      case CrossingEvent.YardEntered e -> Optional.of(e.occurredAt());
      case CrossingEvent.YardLeft e -> Optional.of(e.occurredAt());
      case CrossingEvent.GateLeft e -> Optional.of(e.occurredAt());
      case CrossingEvent.ReportSetAside e -> Optional.of(e.occurredAt());
      case CrossingEvent.AgencyLate e -> Optional.of(e.due());
      case CrossingEvent.KeysPutOff e -> Optional.empty();
      case CrossingEvent.LineCrossed e -> Optional.of(e.occurredAt());
      case CrossingEvent.VehicleReturned e -> Optional.of(e.occurredAt());
      case CrossingEvent.OfYard e -> Optional.of(e.occurredAt());
      case CrossingEvent.Away e -> Optional.empty();
      case CrossingEvent.VehicleTurned e -> Optional.empty();
      case CrossingEvent.TurningWithdrawn e -> Optional.empty();
      case CrossingEvent.RegistrationLinked e -> Optional.empty();
      case CrossingEvent.FirstKeyTurned e -> Optional.empty();
      case CrossingEvent.EntryCompleted e -> Optional.empty();
      case CrossingEvent.KeysVoided e -> Optional.empty();
      case CrossingEvent.KeyRenewed e -> Optional.empty();
      case CrossingEvent.KeySaidEarlier e -> Optional.of(e.said());
      case CrossingEvent.CrossingCarried e -> Optional.empty();
      case CrossingEvent.CrossingsRetired e -> Optional.empty();
    };
  }

  private static String detail(CrossingEvent fact) {
    return switch (fact) {
      case CrossingEvent.VehicleArrived e -> word(e.contradiction());
      case CrossingEvent.YardEntered e -> (e.yard() + " " + word(e.contradiction())).strip();
      case CrossingEvent.YardLeft e -> (e.yard() + " " + word(e.contradiction())).strip();
      case CrossingEvent.GateLeft e -> word(e.contradiction());
      case CrossingEvent.ReportSetAside e -> e.report().name();
      case CrossingEvent.AgencyLate e -> e.agency().name();
      case CrossingEvent.FirstKeyTurned e -> e.agency().name();
      case CrossingEvent.EntryCompleted e -> e.agency().name();
      case CrossingEvent.KeysVoided e ->
          String.join(" ", e.agencies().stream().map(Enum::name).toList());
      case CrossingEvent.KeyRenewed e -> e.agency().name();
      case CrossingEvent.KeySaidEarlier e -> e.agency().name();
      case CrossingEvent.VehicleTurned e ->
          (e.turning().reason() + " " + e.turning().to().orElse("")).strip();
      case CrossingEvent.LineCrossed e -> e.way().name();
      case CrossingEvent.VehicleReturned e -> e.load().name();
      case CrossingEvent.TravellersReturned e -> Integer.toString(e.travellers().size());
      case CrossingEvent.ReeferPlugged e -> (e.yard() + (e.beyondPlugs() ? " BEYOND_PLUGS" : ""));
      case CrossingEvent.ReeferUnplugged e -> "";
      case CrossingEvent.PlaceAssigned e ->
          (e.place() + (e.beyondSpaces() ? " BEYOND_SPACES" : ""));
      case CrossingEvent.Away e -> "";
      case CrossingEvent.TurningWithdrawn e -> "";
      case CrossingEvent.KeysPutOff e -> "";
      case CrossingEvent.RegistrationLinked e -> "";
      case CrossingEvent.CrossingCarried e -> "";
      case CrossingEvent.CrossingsRetired e -> "";
    };
  }

  private static String word(Optional<Contradiction> contradiction) {
    return contradiction.map(Contradiction::name).orElse("");
  }
}
