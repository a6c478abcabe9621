package io.clearway.crossing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Passage of one vehicle through a gate, as pure functions. Rules: docs/rules/crossing.md.
public final class CrossingRules {

  private CrossingRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param actor who speaks
  /// @param nextId the id that a new passage gets
  /// @param lateAfter how long the second key may be missing
  /// @param working when the agencies work where the vehicle stands
  /// @param stale what the agency relies on was amended since the officer saw it
  /// @param papers the registration that fits the sighting and has no passage yet, when the report
  ///   may begin one
  /// @param onLoad what contradicts in the load of the vehicle that leaves: not released, or held
  ///   by a word that came when it had gone
  /// @param unmet what stands against turning the vehicle, or against sending it there
  /// @param capacity of the yard where the vehicle stands, at most: plugs or spaces, by what is
  ///   asked; empty: not known
  public record Facts(
      long actor,
      long nextId,
      Duration lateAfter,
      Working working,
      boolean stale,
      OptionalLong papers,
      Optional<Contradiction> onLoad,
      List<String> unmet,
      OptionalLong capacity) {

    /// Until when a key that is asked for now is waited for.
    Instant due(KeyHolder agency, Instant now) {
      return working.after(agency, now, lateAfter);
    }

    /// The first of several.
    Instant due(List<KeyHolder> agencies, Instant now) {
      return agencies.stream()
          .map(agency -> due(agency, now))
          .min(Instant::compareTo)
          .orElseThrow(() -> new IllegalStateException("nobody is asked"));
    }
  }

  public static Decision<CrossingEvent> decide(
      Crossings crossings, CrossingCommand command, Facts facts, Instant now) {
    return switch (command) {
      case CrossingCommand.ConfirmEntry c -> confirmEntry(crossings, c, facts, now);
      case CrossingCommand.Report report ->
          Decision.accept(report(crossings, report, Optional.empty(), facts, now));
      case CrossingCommand.TurnVehicle c -> TurningRules.turn(crossings, c, facts, now);
      case CrossingCommand.WithdrawTurning(long id) ->
          TurningRules.withdraw(crossings, id, facts, now);
      case CrossingCommand.SayLeft c -> Leaving.say(crossings, c, facts, now);
      case CrossingCommand.OfYard c -> YardRules.decide(crossings, c, facts, now);
      case CrossingCommand.OpenTrip c -> AwayRules.open(crossings, c, now);
      case CrossingCommand.ConfirmTravellers c ->
          AwayRules.travellers(crossings, c, facts.actor(), now);
      case CrossingCommand.Away c -> Decision.accept(away(crossings, c, facts, now));
      case CrossingCommand.LinkRegistration c -> link(crossings, c, now);
      case CrossingCommand.DeclareLate(long id) -> KeyClock.declareLate(crossings, id, now);
      case CrossingCommand.PutOffKeys c -> KeyClock.putOff(crossings, c, facts, now);
      case CrossingCommand.VoidKeys c -> voidKeys(crossings, c, facts, now);
      case CrossingCommand.Retire(List<Long> ids) -> retire(crossings, ids);
    };
  }

  /// C-22. A vehicle that went on without its keys can still be given them:
  /// the paper then says what the case is about.
  private static Decision<CrossingEvent> confirmEntry(
      Crossings crossings, CrossingCommand.ConfirmEntry c, Facts facts, Instant now) {
    Optional<Crossing> found = crossings.find(c.crossing());
    if (found.isEmpty()) {
      return Decision.refuse(Refusal.of("CROSSING_UNKNOWN", "X-1", "There is no such passage."));
    }
    Crossing crossing = found.get();
    Optional<Refusal> fault =
        notConfirmable(crossing, c, facts).or(() -> Said.fault(c.said(), now));
    if (fault.isPresent()) {
      return Decision.refuse(fault.get());
    }
    CrossingEvent turned = turn(crossing, c.agency(), facts, now);
    Instant said = Said.at(c.said(), now);
    boolean inTime = crossing.keys().dueAt().filter(said::isAfter).isEmpty();
    return said.isBefore(now)
        ? Decision.accept(
            List.of(
                turned,
                new CrossingEvent.KeySaidEarlier(
                    crossing.id(), c.agency(), facts.actor(), said, now, inTime)))
        : Decision.accept(turned);
  }

  private static Optional<Refusal> notConfirmable(
      Crossing crossing, CrossingCommand.ConfirmEntry c, Facts facts) {
    if (!crossing.live()) {
      return Optional.of(Refusal.of("ALREADY_GONE", "X-2", "The vehicle has left."));
    }
    if (crossing.turned().isPresent()) {
      return Optional.of(
          Refusal.of("TURNED", "X-19", "The vehicle was turned; who lets it pass withdraws that."));
    }
    if (crossing.registration().isEmpty()) {
      return Optional.of(
          new Refusal(
              "NOT_REGISTERED",
              "X-3",
              "Nobody registered this vehicle; its entry cannot be confirmed.",
              List.of("REGISTRATION"),
              List.of()));
    }
    if (crossing.keys().of(c.agency()).isPresent()) {
      return Optional.of(
          Refusal.of(
              "ALREADY_CONFIRMED", "X-5", c.agency() + " has confirmed this entry already."));
    }
    return facts.stale()
        ? Optional.of(
            Refusal.of(
                "STALE", "X-16", "What you confirm was amended since you saw it; look again."))
        : Optional.empty();
  }

  /// What it means that this agency turns its key, which it has not.
  private static CrossingEvent turn(Crossing crossing, KeyHolder agency, Facts facts, Instant now) {
    return switch (crossing.keys()) {
      case Keys.None() ->
          new CrossingEvent.FirstKeyTurned(
              crossing.id(), agency, facts.actor(), now, facts.due(agency.other(), now));
      case Keys.One one ->
          new CrossingEvent.EntryCompleted(crossing.id(), agency, facts.actor(), now);
      case Keys.Both both -> throw new IllegalStateException("both keys are turned already");
      case Keys.Again again ->
          again.entered().isEmpty() && again.of(agency.other()).isPresent()
              ? new CrossingEvent.EntryCompleted(crossing.id(), agency, facts.actor(), now)
              : new CrossingEvent.KeyRenewed(crossing.id(), agency, facts.actor(), now);
    };
  }

  /// only a key that is turned can become void, and only of a vehicle that has not gone.
  private static Decision<CrossingEvent> voidKeys(
      Crossings crossings, CrossingCommand.VoidKeys c, Facts facts, Instant now) {
    List<KeyHolder> turned =
        crossings.find(c.crossing()).filter(Crossing::live).stream()
            .flatMap(
                crossing -> c.agencies().stream().filter(a -> crossing.keys().of(a).isPresent()))
            .toList();
    return turned.isEmpty()
        ? Decision.refuse(Refusal.of("NO_SUCH_KEY", "X-15", "No such key is turned."))
        : Decision.accept(
            new CrossingEvent.KeysVoided(c.crossing(), turned, facts.due(turned, now), now));
  }

  /// What a report of a vehicle away from the gate says of a passage: what comes back loaded
  /// arrives, what is seen over the line has left.
  public static Optional<CrossingCommand.Report> ofPassage(
      Crossings crossings, CrossingCommand command) {
    return switch (command) {
      case CrossingCommand.Report report -> Optional.of(report);
      case CrossingCommand.Request request -> Optional.empty();
      case CrossingCommand.ReportPark r -> Optional.empty();
      case CrossingCommand.ReportReturn r ->
          r.load() == Trip.Load.LOADED
              ? Optional.of(new CrossingCommand.ReportArrived(r.key(), r.sighting()))
              : Optional.empty();
      case CrossingCommand.ReportLine r ->
          crossings.live(r.plate().subject()).reversed().stream()
              .filter(here -> r.way() == Trip.Way.OUT)
              .filter(here -> !r.occurredAt().isBefore(here.track().arrivedAt()))
              .findFirst()
              .map(here ->
                  new CrossingCommand.ReportGateLeft(
                      here.key(),
                      new CrossingCommand.Sighting(
                          r.plate(), here.gate(), here.direction(), r.occurredAt()),
                      Optional.of(r.way())));
    };
  }

  ///
  private static List<CrossingEvent> away(
      Crossings crossings, CrossingCommand.Away command, Facts facts, Instant now) {
    List<CrossingEvent> events =
        new ArrayList<>(AwayRules.report(crossings, command, facts.nextId(), now));
    Optional<Trip.Load> load =
        command instanceof CrossingCommand.ReportReturn r
            ? Optional.of(r.load())
            : Optional.empty();
    ofPassage(crossings, command)
        .ifPresent(report -> events.addAll(report(crossings, report, load, facts, now)));
    return List.copyOf(events);
  }

  /// Whether the report can be the first word of a passage, so that its papers matter.
  public static boolean mayBegin(Crossings crossings, CrossingCommand.Report report, Instant now) {
    return latest(crossings, report.sighting())
        .filter(c -> !afterLeaving(c, report.sighting().occurredAt(), now))
        .isEmpty();
  }

  private static Optional<Crossing> latest(Crossings crossings, CrossingCommand.Sighting sighting) {
    return crossings.latest(sighting.plate().subject(), sighting.gate(), sighting.direction());
  }

  /// a passage that is still live elsewhere was not seen leaving. If it was sent here it has
  /// left; else the report is set aside there, which opens its case.
  private static List<CrossingEvent> report(
      Crossings crossings,
      CrossingCommand.Report report,
      Optional<Trip.Load> load,
      Facts facts,
      Instant now) {
    CrossingCommand.Sighting sighting = report.sighting();
    Optional<Crossing> latest = latest(crossings, sighting);
    Optional<Crossing> former = latest.flatMap(here -> former(crossings, here, sighting, now));
    if (former.isPresent()) {
      return List.of(setAside(former.get(), kind(report), sighting.occurredAt(), now));
    }
    boolean arrival = report instanceof CrossingCommand.ReportArrived;
    boolean anew =
        latest.isEmpty()
            || (afterLeaving(latest.get(), sighting.occurredAt(), now)
                && (arrival || (facts.papers().isPresent() && !leavesAgain(latest.get(), report))));
    if (!anew) {
      List<CrossingEvent> against = TurningRules.against(latest.get(), report, facts.actor(), now);
      return against.isEmpty() ? next(latest.get(), report, facts, now) : against;
    }
    CrossingEvent.VehicleArrived begun = begin(report, facts, now, arrival);
    List<CrossingEvent> events = new ArrayList<>();
    events.add(begun);
    if (!arrival) {
      events.addAll(next(Evolution.begun(begun), report, facts, now));
    }
    AwayRules.arrived(crossings, begun, load, now).ifPresent(events::add);
    for (Crossing elsewhere : crossings.live(sighting.plate().subject())) {
      Instant occurred = sighting.occurredAt();
      events.addAll(
          elsewhere.wasSentTo(sighting)
              ? Leaving.left(elsewhere, occurred, facts, now)
              : List.of(setAside(elsewhere, kind(report), occurred, now)));
    }
    return List.copyOf(events);
  }

  /// the passage before, when it is that one's late word: a doubled report of its leaving
  /// does not close the passage that stands here now.
  private static Optional<Crossing> former(
      Crossings crossings, Crossing here, CrossingCommand.Sighting sighting, Instant now) {
    Instant occurred = sighting.occurredAt();
    return crossings
        .before(here.plate().subject(), here.id())
        .filter(c -> c.gate().equals(here.gate()) && c.direction() == here.direction())
        .filter(c -> occurred.isBefore(here.track().arrivedAt()))
        .filter(c -> !c.live() && !afterLeaving(c, occurred, now));
  }

  /// a doubled report of its leaving.
  private static boolean leavesAgain(Crossing crossing, CrossingCommand.Report report) {
    return crossing.turnedAway() && report instanceof CrossingCommand.ReportGateLeft;
  }

  /// a report from before the vehicle left is a late word of that passage, not a new one. A
  /// clock that puts the leaving into the future is not believed.
  private static boolean afterLeaving(Crossing crossing, Instant occurred, Instant now) {
    return crossing
        .track()
        .gateLeftAt()
        .filter(left -> left.isAfter(now) || occurred.isAfter(left))
        .isPresent();
  }

  private static CrossingEvent.Report kind(CrossingCommand.Report report) {
    return switch (report) {
      case CrossingCommand.ReportArrived r -> CrossingEvent.Report.ARRIVED;
      case CrossingCommand.ReportYardEntered r -> CrossingEvent.Report.YARD_ENTERED;
      case CrossingCommand.ReportYardLeft r -> CrossingEvent.Report.YARD_LEFT;
      case CrossingCommand.ReportGateLeft r -> CrossingEvent.Report.GATE_LEFT;
    };
  }

  private static CrossingEvent.VehicleArrived begin(
      CrossingCommand.Report report, Facts facts, Instant now, boolean arrival) {
    CrossingCommand.Sighting sighting = report.sighting();
    Optional<Contradiction> contradiction =
        facts.papers().isEmpty()
            ? Optional.of(Contradiction.SEEN_BEFORE_REGISTERED)
            : arrival ? Optional.empty() : Optional.of(Contradiction.NOT_SEEN_ARRIVING);
    return new CrossingEvent.VehicleArrived(
        facts.nextId(),
        report.key(),
        facts.papers(),
        sighting.plate(),
        sighting.gate(),
        sighting.direction(),
        sighting.occurredAt(),
        now,
        contradiction);
  }

  /// what a report about a known passage says. The track only goes forward.
  private static List<CrossingEvent> next(
      Crossing crossing, CrossingCommand.Report report, Facts facts, Instant now) {
    Instant occurred = report.sighting().occurredAt();
    CrossingEvent aside = setAside(crossing, kind(report), occurred, now);
    return switch (report) {
      case CrossingCommand.ReportArrived r -> List.of(aside);
      case CrossingCommand.ReportYardEntered r ->
          List.of(crossing.track() instanceof Track.AtGate ? yardEntered(crossing, r, now) : aside);
      case CrossingCommand.ReportYardLeft r ->
          List.of(
              switch (crossing.track()) {
                case Track.AtGate here -> yardLeft(crossing, r, now, false);
                case Track.InYard yard -> yardLeft(crossing, r, now, yard.yard().equals(r.yard()));
                case Track.OutOfYard out -> aside;
                case Track.Gone gone -> aside;
              });
      case CrossingCommand.ReportGateLeft r ->
          crossing.live() && !Leaving.before(crossing, occurred)
              ? Leaving.left(crossing, occurred, facts, now)
              : List.of(aside);
    };
  }

  private static CrossingEvent yardEntered(
      Crossing crossing, CrossingCommand.ReportYardEntered r, Instant now) {
    boolean inside = crossing.keys().enteredAt().isPresent();
    return new CrossingEvent.YardEntered(
        crossing.id(),
        r.yard(),
        r.sighting().occurredAt(),
        now,
        unless(inside, Contradiction.ENTERED_YARD_WITHOUT_BOTH_KEYS));
  }

  private static CrossingEvent yardLeft(
      Crossing crossing, CrossingCommand.ReportYardLeft r, Instant now, boolean expected) {
    return new CrossingEvent.YardLeft(
        crossing.id(),
        r.yard(),
        r.sighting().occurredAt(),
        now,
        unless(expected, Contradiction.REPORT_OUT_OF_ORDER));
  }

  private static CrossingEvent setAside(
      Crossing crossing, CrossingEvent.Report report, Instant occurred, Instant now) {
    return new CrossingEvent.ReportSetAside(crossing.id(), report, occurred, now);
  }

  private static Optional<Contradiction> unless(boolean fine, Contradiction otherwise) {
    return fine ? Optional.empty() : Optional.of(otherwise);
  }

  private static Decision<CrossingEvent> link(
      Crossings crossings, CrossingCommand.LinkRegistration c, Instant now) {
    Optional<Crossing> found = crossings.find(c.crossing());
    if (found.isEmpty() || found.get().registration().isPresent()) {
      return Decision.refuse(
          Refusal.of("NOT_WITHOUT_PAPERS", "X-10", "The passage needs no registration."));
    }
    return Decision.accept(
        new CrossingEvent.RegistrationLinked(c.crossing(), c.registration(), now));
  }

  /// only what has gone is forgotten; a live passage may still have a key that falls due.
  private static Decision<CrossingEvent> retire(Crossings crossings, List<Long> ids) {
    List<Long> gone =
        ids.stream()
            .distinct()
            .filter(id -> crossings.find(id).filter(c -> !c.live()).isPresent())
            .toList();
    return gone.size() == ids.size()
        ? Decision.accept(new CrossingEvent.CrossingsRetired(gone))
        : Decision.refuse(Refusal.of("NOT_GONE", "X-13", "A passage has not gone."));
  }
}
