package io.clearway.codec;

import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Track;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Subject;
import io.clearway.reconciliation.Case;
import io.clearway.reconciliation.CaseEvent;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.SiteEvent;
import io.clearway.world.Clock;
import io.clearway.world.Event;
import io.clearway.world.Obligation;
import io.clearway.world.WorldEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Events of every kind, the same for the same seed. Each is well-formed by itself; they do not
/// follow from one another, so that no world can be folded from them.
public final class SampleEvents {

  private final SampleValues values;

  public SampleEvents(long seed) {
    this.values = new SampleValues(seed);
  }

  /// Events of kinds that are drawn.
  public List<Event> next(int count) {
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }

  public Event next() {
    return next(values.oneOf(EventType.values()));
  }

  /// One registration.
  public Registration registration() {
    return new SampleForms(values).registration();
  }

  Event next(EventType type) {
    String domain = type.label().substring(0, type.label().indexOf('.'));
    return switch (domain) {
      case "site" -> new Event.OfSite(site(type));
      case "authority" -> new Event.OfAuthority(new SampleAuthority(values).of(type));
      case "registration" -> new Event.OfRegistration(registered(type));
      case "reconciliation" -> new Event.OfCase(ofCase(type));
      case "world" -> new Event.OfWorld(world(type));
      case "crossing" -> new Event.OfCrossing(crossing(type));
      case "clearance" -> new Event.OfClearance(new SampleLoads(values).event(type));
      case "fee" -> new Event.OfFee(new SampleFees(values).event(type));
      case "turn" -> new Event.OfTurn(new SampleTurns(values).event(type));
      case "transshipment" ->
          new Event.OfTransshipment(new SampleTransshipments(values).event(type));
      case "fleet" -> new Event.OfFleet(new SampleFleet(values).event(type));
      case "pairing" -> new Event.OfPairing(new SamplePairings(values).event(type));
      default -> throw new AssertionError("no samples of " + domain);
    };
  }

  private SiteEvent site(EventType type) {
    var site = new SampleSites(values).site();
    return type == EventType.SITE_ADOPTED
        ? new SiteEvent.SiteAdopted(site)
        : new SiteEvent.SitePlanned(site);
  }

  private CaseEvent ofCase(EventType type) {
    return type == EventType.CASE_OPENED
        ? new CaseEvent.CaseOpened(aCase())
        : new CaseEvent.CaseClosed(values.id(), values.id(), values.instant());
  }

  private RegistrationEvent registered(EventType type) {
    SampleForms forms = new SampleForms(values);
    if (type == EventType.REGISTERED) {
      return new RegistrationEvent.Registered(registration(), values.instant());
    }
    if (type == EventType.REGISTRATION_AMENDED) {
      return new RegistrationEvent.Amended(
          values.id(), forms.change(), forms.form(), values.list(3, forms::agency), values.flag());
    }
    if (type == EventType.PRESET_KEPT) {
      return new RegistrationEvent.PresetKept(forms.preset());
    }
    if (type == EventType.PRESET_DROPPED) {
      return new RegistrationEvent.PresetDropped(values.id());
    }
    if (type == EventType.PAPERS_CONFIRMED) {
      return new RegistrationEvent.PapersConfirmed(values.id(), forms.papers());
    }
    return new RegistrationEvent.RegistrationsRetired(values.list(20, values::id));
  }

  private Case aCase() {
    return new Case(
        values.id(), values.id(), values.oneOf(Contradiction.values()), values.instant());
  }

  private WorldEvent world(EventType type) {
    if (type == EventType.KEY_DUE) {
      return new WorldEvent.KeyDue(values.id(), values.instant());
    }
    if (type == EventType.OBLIGATION_OPENED) {
      return new WorldEvent.ObligationOpened(
          new Obligation(
              values.id(),
              values.oneOf(Obligation.Kind.values()),
              values.id(),
              values.id(),
              values.id(),
              values.instant()));
    }
    if (type == EventType.OBLIGATION_CLOSED) {
      return new WorldEvent.ObligationClosed(values.id(), values.instant());
    }
    if (type == EventType.CLOCK_SET) {
      return new WorldEvent.ClockSet(
          new Clock(values.instant(), values.instant(), values.below(600)));
    }
    if (type == EventType.SUBJECT_ERASED) {
      return new WorldEvent.SubjectErased(
          new Subject(values.id(), values.id()), "request-17", values.instant());
    }
    return new WorldEvent.BooksOpened(values.id());
  }

  private CrossingEvent crossing(EventType type) {
    if (type.number() >= EventType.VEHICLE_TURNED.number()) {
      return new SampleAway(values).event(type);
    }
    if (type == EventType.VEHICLE_ARRIVED) {
      return arrived();
    }
    if (type == EventType.CROSSING_CARRIED) {
      return new CrossingEvent.CrossingCarried(carried());
    }
    if (type == EventType.CROSSINGS_RETIRED) {
      return new CrossingEvent.CrossingsRetired(values.list(20, values::id));
    }
    if (type == EventType.REGISTRATION_LINKED) {
      return new CrossingEvent.RegistrationLinked(values.id(), values.id(), values.instant());
    }
    if (type == EventType.YARD_ENTERED) {
      return new CrossingEvent.YardEntered(
          values.id(), values.code(), values.instant(), values.instant(), contradiction());
    }
    if (type == EventType.YARD_LEFT) {
      return new CrossingEvent.YardLeft(
          values.id(), values.code(), values.instant(), values.instant(), contradiction());
    }
    if (type == EventType.GATE_LEFT) {
      return new CrossingEvent.GateLeft(
          values.id(), values.instant(), values.instant(), contradiction());
    }
    if (type == EventType.REPORT_SET_ASIDE) {
      return new CrossingEvent.ReportSetAside(
          values.id(),
          values.oneOf(CrossingEvent.Report.values()),
          values.instant(),
          values.instant());
    }
    return key(type);
  }

  private CrossingEvent key(EventType type) {
    KeyHolder agency = agency();
    if (type == EventType.FIRST_KEY_TURNED) {
      return new CrossingEvent.FirstKeyTurned(
          values.id(), agency, values.id(), values.instant(), values.instant());
    }
    if (type == EventType.ENTRY_COMPLETED) {
      return new CrossingEvent.EntryCompleted(values.id(), agency, values.id(), values.instant());
    }
    if (type == EventType.KEY_RENEWED) {
      return new CrossingEvent.KeyRenewed(values.id(), agency, values.id(), values.instant());
    }
    if (type == EventType.KEYS_VOIDED) {
      return new CrossingEvent.KeysVoided(
          values.id(), values.list(2, this::agency), values.instant(), values.instant());
    }
    return new CrossingEvent.AgencyLate(values.id(), agency, values.instant(), values.instant());
  }

  private CrossingEvent arrived() {
    return new CrossingEvent.VehicleArrived(
        values.id(),
        values.uuid(),
        values.optionalId(),
        values.personal(),
        values.code(),
        values.oneOf(Direction.values()),
        values.instant(),
        values.instant(),
        contradiction());
  }

  private Crossing carried() {
    return new Crossing(
        values.id(),
        values.uuid(),
        values.optionalId(),
        values.personal(),
        values.code(),
        values.oneOf(Direction.values()),
        keys(),
        track(),
        new Turning.History(
            values.optional(() -> new SampleAway(values).turning()),
            values.list(3, () -> new Turning.Span(values.instant(), values.instant()))),
        values.optional(() -> new SampleAway(values).plugging()));
  }

  private Keys keys() {
    return switch (values.below(4)) {
      case 0 -> new Keys.None();
      case 1 -> new Keys.One(agency(), turned(), values.instant(), values.flag());
      case 2 ->
          new Keys.Again(
              values.optional(this::turned),
              values.optional(this::turned),
              values.optional(values::instant),
              values.instant(),
              values.instant(),
              values.flag());
      default -> new Keys.Both(turned(), turned(), values.optional(this::agency), values.instant());
    };
  }

  private Track track() {
    return switch (values.below(4)) {
      case 0 -> new Track.AtGate(values.instant());
      case 1 ->
          new Track.InYard(
              values.instant(),
              values.code(),
              values.instant(),
              values.optional(new SampleAway(values)::placing));
      case 2 ->
          new Track.OutOfYard(values.instant(), values.optional(values::instant), values.instant());
      default ->
          new Track.Gone(
              values.instant(),
              values.optional(values::instant),
              values.optional(values::instant),
              values.instant());
    };
  }

  private Keys.Turned turned() {
    return new Keys.Turned(values.id(), values.instant(), values.optional(values::instant));
  }

  private KeyHolder agency() {
    return values.oneOf(KeyHolder.values());
  }

  private Optional<Contradiction> contradiction() {
    return values.optional(() -> values.oneOf(Contradiction.values()));
  }
}
