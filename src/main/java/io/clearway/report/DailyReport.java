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
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The report of one gate-local day in the province's own layout: arrivals and vehicles that left
/// per gate and direction, and the backlog of the export direction at 20:00.
///
/// @param asOfSeq the last entry that was looked at; later facts make another report
public record DailyReport(
    LocalDate day, ZoneId zone, long asOfSeq, List<Row> rows, List<Backlog> backlog2000) {

  /// What the figures count.
  public static final String DEFINITION =
      "`arrivals`: vehicles first seen on the day, by the device's clock; a vehicle that was never"
          + " seen arriving counts where it was first seen. `cleared`: vehicles that left the gate"
          + " on the day, by the device's clock, without those that were turned back. Neither"
          + " counts vehicles that came empty to take goods over in a yard. `backlog`:"
          + " export vehicles that had arrived by 20:00 and had not left by then. The day is the"
          + " gate's own.";

  /// When the province counts.
  private static final LocalTime COUNTED = LocalTime.of(20, 0);

  /// One gate and direction.
  public record Row(String gate, Direction direction, long arrivals, long cleared) {}

  /// Export vehicles still waiting at a gate.
  public record Backlog(String gate, long backlog) {}

  private record Passage(
      String gate,
      Direction direction,
      Instant arrivedAt,
      Optional<Instant> leftAt,
      boolean turned,
      OptionalLong papers) {

    Passage left(Instant at) {
      return new Passage(gate, direction, arrivedAt, Optional.of(at), turned, papers);
    }

    Passage of(long registration) {
      return new Passage(gate, direction, arrivedAt, leftAt, turned, OptionalLong.of(registration));
    }

    Optional<Instant> clearedAt() {
      return Crossing.clearedAt(leftAt, turned);
    }

    Passage turned(boolean now) {
      return new Passage(gate, direction, arrivedAt, leftAt, now, papers);
    }
  }

  /// Folds the entries up to `asOfSeq`. Carry-forward events may repeat what was said before.
  public static DailyReport of(Iterable<Entry> entries, LocalDate day, ZoneId zone, long asOfSeq) {
    Fold fold = new Fold(day.atStartOfDay(zone).toInstant());
    for (Entry entry : entries) {
      if (entry.seq() > asOfSeq) {
        break;
      }
      entry.events().forEach(fold::take);
    }
    return fold.report(day, zone, asOfSeq);
  }

  private static final class Fold {
    private final Instant begin;
    private final Map<Long, Passage> passages = new TreeMap<>();
    private final Map<String, Integer> gates = new TreeMap<>();

    /// Registrations under which goods are taken over in a yard: whoever has one passes nowhere.
    private final Set<Long> receiving = new TreeSet<>();

    Fold(Instant begin) {
      this.begin = begin;
    }

    void take(Event event) {
      switch (event) {
        case Event.OfSite(SiteEvent.SiteAdopted(Site site)) -> {
          for (Places.Line line : site.lines()) {
            gates.putIfAbsent(line.code(), gates.size());
          }
        }
        case Event.OfSite(SiteEvent.SitePlanned planned) -> {}
        case Event.OfCrossing(CrossingEvent fact) -> take(fact);
        case Event.OfAuthority e -> {}
        case Event.OfRegistration(RegistrationEvent.Registered(Registration held, Instant at)) ->
            receives(held.id(), held.form());
        case Event.OfRegistration(RegistrationEvent.Amended e) ->
            receives(e.registration(), e.form());
        case Event.OfRegistration e -> {}
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

    private void receives(long registration, Registration.Form form) {
      if (form.trade().regime() == Registration.Regime.RECEIVING) {
        receiving.add(registration);
      } else {
        receiving.remove(registration);
      }
    }

    private void take(CrossingEvent fact) {
      if (fact instanceof CrossingEvent.VehicleArrived e) {
        gates.putIfAbsent(e.gate(), gates.size());
        passages.put(
            e.crossing(),
            new Passage(
                e.gate(),
                e.direction(),
                e.occurredAt(),
                Optional.empty(),
                false,
                e.registration()));
      } else if (fact instanceof CrossingEvent.RegistrationLinked e) {
        passages.computeIfPresent(e.crossing(), (id, p) -> p.of(e.registration()));
      } else if (fact instanceof CrossingEvent.CrossingCarried(Crossing c)) {
        keep(
            c.id(),
            new Passage(
                c.gate(),
                c.direction(),
                c.track().arrivedAt(),
                c.track().gateLeftAt(),
                c.turned().isPresent(),
                c.registration()));
      } else if (fact instanceof CrossingEvent.GateLeft e && passages.containsKey(e.crossing())) {
        keep(e.crossing(), passages.get(e.crossing()).left(e.occurredAt()));
      } else if (fact instanceof CrossingEvent.VehicleTurned e) {
        passages.computeIfPresent(e.crossing(), (id, p) -> p.turned(true));
      } else if (fact instanceof CrossingEvent.TurningWithdrawn e) {
        passages.computeIfPresent(e.crossing(), (id, p) -> p.turned(false));
      }
    }

    /// What was over before the day began is let go, if it arrived before, too.
    private void keep(long id, Passage passage) {
      gates.putIfAbsent(passage.gate(), gates.size());
      if (passage.leftAt().filter(begin::isAfter).isPresent()
          && passage.arrivedAt().isBefore(begin)) {
        passages.remove(id);
      } else {
        passages.put(id, passage);
      }
    }

    DailyReport report(LocalDate day, ZoneId zone, long asOfSeq) {
      Instant counted = day.atTime(COUNTED).atZone(zone).toInstant();
      List<Row> rows = new ArrayList<>();
      List<Backlog> backlog = new ArrayList<>();
      List<String> order = new ArrayList<>(gates.keySet());
      order.sort(Comparator.comparingInt(gates::get));
      for (String gate : order) {
        for (Direction direction : Direction.values()) {
          List<Passage> here =
              passages.values().stream()
                  .filter(p -> p.gate().equals(gate) && p.direction() == direction)
                  .filter(p -> p.papers().stream().noneMatch(receiving::contains))
                  .toList();
          rows.add(
              new Row(
                  gate,
                  direction,
                  here.stream().filter(p -> on(p.arrivedAt(), day, zone)).count(),
                  here.stream()
                      .filter(p -> p.clearedAt().filter(at -> on(at, day, zone)).isPresent())
                      .count()));
          if (direction == Direction.EXPORT) {
            backlog.add(new Backlog(gate, here.stream().filter(p -> waiting(p, counted)).count()));
          }
        }
      }
      return new DailyReport(day, zone, asOfSeq, List.copyOf(rows), List.copyOf(backlog));
    }

    private static boolean on(Instant at, LocalDate day, ZoneId zone) {
      return at.atZone(zone).toLocalDate().equals(day);
    }

    private static boolean waiting(Passage p, Instant counted) {
      return !p.arrivedAt().isAfter(counted)
          && p.leftAt().filter(at -> !at.isAfter(counted)).isEmpty();
    }
  }
}
