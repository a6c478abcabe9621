package io.clearway.statistics;

import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Entry;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What entries change in the tables. Each row is set to what it is from now on, never counted up,
/// so that hearing of something twice changes nothing.
final class Projection {

  /// So many passages are remembered; of others the table knows.
  private static final int REMEMBERED = 50_000;

  private static final int ROOM = 1 << 16;

  /// A passage that was written before.
  interface Written {
    Optional<Passage> find(long crossing);
  }

  private final Written written;
  private final Map<Long, Passage> known = new LinkedHashMap<>(ROOM, 0.75f, true);
  private final Map<Long, Passage> passages = new TreeMap<>();
  private final Map<Long, Cargo> cargoes = new TreeMap<>();
  private Optional<Site> site;
  private long siteSeq;
  private long seq;
  private long events;

  /// @param seq the last entry that was taken
  /// @param site in force then, with the entry that adopted it
  Projection(Written written, long seq, Optional<Site> site, long siteSeq) {
    this.written = written;
    this.seq = seq;
    this.site = site;
    this.siteSeq = siteSeq;
  }

  void take(Entry entry) {
    for (Event event : entry.events()) {
      take(event, entry.seq());
    }
    events += entry.events().size();
    seq = entry.seq();
  }

  /// An entry that opens new books says only what was said before, from the first entry on.
  void pass(long carried) {
    seq = carried;
  }

  private void take(Event event, long at) {
    switch (event) {
      case Event.OfSite(SiteEvent.SiteAdopted(Site adopted)) -> {
        site = Optional.of(adopted);
        siteSeq = at;
      }
      case Event.OfSite e -> {}
      case Event.OfRegistration(RegistrationEvent fact) -> take(fact);
      case Event.OfCrossing(CrossingEvent fact) -> take(fact);
      case Event.OfAuthority e -> {}
      case Event.OfClearance e -> {}
      case Event.OfTransshipment e -> {}
      case Event.OfFleet e -> {}
      case Event.OfPairing e -> {}
      case Event.OfFee e -> {}
      case Event.OfTurn e -> {}
      case Event.OfCase e -> {}
      case Event.OfWorld e -> {}
    }
  }

  private void take(RegistrationEvent fact) {
    switch (fact) {
      case RegistrationEvent.Registered e ->
          declared(e.registration().id(), e.registration().form());
      case RegistrationEvent.Amended e -> declared(e.registration(), e.form());
      case RegistrationEvent.PapersConfirmed e -> {}
      case RegistrationEvent.PresetKept e -> {}
      case RegistrationEvent.PresetDropped e -> {}
      case RegistrationEvent.RegistrationsRetired e -> {}
    }
  }

  private void declared(long registration, Registration.Form form) {
    Rulebook rules = site.map(Site::rulebook).orElse(Rulebook.empty());
    cargoes.put(registration, Cargo.of(registration, form, rules));
  }

  private void take(CrossingEvent fact) {
    switch (fact) {
      case CrossingEvent.VehicleArrived e ->
          change(
              new Passage(e.crossing(), e.gate(), e.direction(), e.registration(), e.occurredAt()));
      case CrossingEvent.RegistrationLinked e ->
          set(e.crossing(), p -> p.registration = OptionalLong.of(e.registration()));
      case CrossingEvent.FirstKeyTurned e -> set(e.crossing(), p -> p.turnKey(e.agency(), e.at()));
      case CrossingEvent.EntryCompleted e ->
          set(
              e.crossing(),
              p -> {
                p.turnKey(e.agency(), e.at());
                p.entered = p.entered.or(() -> Optional.of(e.at()));
              });
      case CrossingEvent.KeyRenewed e -> set(e.crossing(), p -> p.turnKey(e.agency(), e.at()));
      case CrossingEvent.KeySaidEarlier e ->
          set(e.crossing(), p -> p.saidEarlier(e.agency(), e.at(), e.said()));
      case CrossingEvent.YardEntered e ->
          set(e.crossing(), p -> p.yardEntered = Optional.of(e.occurredAt()));
      case CrossingEvent.YardLeft e ->
          set(e.crossing(), p -> p.yardLeft = Optional.of(e.occurredAt()));
      case CrossingEvent.GateLeft e -> set(e.crossing(), p -> p.left = Optional.of(e.occurredAt()));
      case CrossingEvent.VehicleTurned e ->
          set(e.crossing(), p -> p.turned = Optional.of(e.turning().at()));
      case CrossingEvent.TurningWithdrawn e -> set(e.crossing(), p -> p.passesAfterAll(e.at()));
      case CrossingEvent.CrossingCarried e -> {}
      case CrossingEvent.OfYard e -> {}
      case CrossingEvent.Away e -> {}
      case CrossingEvent.KeysVoided e -> {}
      case CrossingEvent.AgencyLate e -> {}
      case CrossingEvent.KeysPutOff e -> {}
      case CrossingEvent.ReportSetAside e -> {}
      case CrossingEvent.CrossingsRetired e -> {}
    }
  }

  private interface Change {
    void of(Passage passage);
  }

  private void set(long crossing, Change change) {
    Passage passage = known.get(crossing);
    if (passage == null) {
      passage = written.find(crossing).orElse(null);
    }
    if (passage != null) {
      change.of(passage);
      change(passage);
    }
  }

  private void change(Passage passage) {
    known.put(passage.crossing, passage);
    passages.put(passage.crossing, passage);
  }

  /// What is to be written, by id.
  Map<Long, Passage> passages() {
    return passages;
  }

  Map<Long, Cargo> cargoes() {
    return cargoes;
  }

  /// It was written.
  void done() {
    passages.clear();
    cargoes.clear();
    var eldest = known.keySet().iterator();
    for (int surplus = known.size() - REMEMBERED; surplus > 0; surplus--) {
      eldest.next();
      eldest.remove();
    }
  }

  ZoneId zone() {
    return site.map(Site::zone).orElse(ZoneOffset.UTC);
  }

  long seq() {
    return seq;
  }

  long siteSeq() {
    return siteSeq;
  }

  long events() {
    return events;
  }
}
