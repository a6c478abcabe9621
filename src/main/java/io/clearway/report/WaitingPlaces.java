package io.clearway.report;

import io.clearway.crossing.Approach;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Plugging;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where one vehicle was, by the clocks of those who saw it, and when its reefer was plugged in.
final class WaitingPlaces {

  private final TreeMap<Instant, WaitingRecord.Where> places = new TreeMap<>();
  private final List<Plugging> pluggings = new ArrayList<>();
  private String gate = "";
  private boolean trip;
  private Optional<Instant> left = Optional.empty();
  private Optional<Instant> back = Optional.empty();
  private Optional<Instant> occurred = Optional.empty();

  /// The passage is known for the first time.
  void begin(Crossing crossing, World world) {
    gate = crossing.gate();
    Instant arrived = crossing.track().arrivedAt();
    world
        .crossings()
        .outside()
        .approach(crossing.plate().subject())
        .ifPresent(seen -> onTheWay(seen.points(), crossing.direction(), arrived));
    at(arrived, WaitingRecord.Spot.GATE, gate);
    String yard = crossing.track().inYard().orElse(gate);
    crossing.track().yardEnteredAt().ifPresent(at -> at(at, WaitingRecord.Spot.YARD, yard));
    crossing.track().yardLeftAt().ifPresent(at -> at(at, WaitingRecord.Spot.GATE, gate));
    left = crossing.track().gateLeftAt();
  }

  /// As it stands: of a plug the latest time is known, the earlier ones were seen before.
  void look(Crossing crossing) {
    crossing
        .plugging()
        .ifPresent(now -> {
          if (!pluggings.isEmpty() && pluggings.getLast().from().equals(now.from())) {
            pluggings.removeLast();
          }
          pluggings.add(now);
        });
  }

  /// What was seen since the vehicle came here last: an export in the parks, an import since it
  /// came over the line.
  private void onTheWay(List<Approach.Point> points, Direction direction, Instant arrived) {
    for (Approach.Point point : points) {
      if (point.occurredAt().isBefore(arrived)) {
        switch (point.kind()) {
          case PARK_ENTERED -> at(point.occurredAt(), WaitingRecord.Spot.PARK, point.place());
          case PARK_LEFT -> at(point.occurredAt(), WaitingRecord.Spot.ROAD, gate);
          case LINE_IN -> {
            places.clear();
            if (direction == Direction.IMPORT) {
              at(point.occurredAt(), WaitingRecord.Spot.ROAD, gate);
            }
          }
          case LINE_OUT -> places.clear();
          case RETURNED -> places.clear();
        }
      }
    }
  }

  void take(Event event, long crossing) {
    if (!(event instanceof Event.OfCrossing(CrossingEvent fact))) {
      return;
    }
    if (fact instanceof CrossingEvent.YardEntered e && e.crossing() == crossing) {
      seen(e.occurredAt(), WaitingRecord.Spot.YARD, e.yard());
    } else if (fact instanceof CrossingEvent.YardLeft e && e.crossing() == crossing) {
      seen(e.occurredAt(), WaitingRecord.Spot.GATE, gate);
    } else if (fact instanceof CrossingEvent.GateLeft e && e.crossing() == crossing) {
      left = Optional.of(e.occurredAt());
      seen(e.occurredAt(), WaitingRecord.Spot.ROAD, gate);
    } else if (fact instanceof CrossingEvent.TripOpened e && e.trip().crossing() == crossing) {
      trip = true;
    } else if (fact instanceof CrossingEvent.LineCrossed e && e.crossing() == crossing) {
      boolean out = e.way() == Trip.Way.OUT;
      seen(e.occurredAt(), out ? WaitingRecord.Spot.OTHER_SIDE : WaitingRecord.Spot.ROAD, gate);
    } else if (fact instanceof CrossingEvent.VehicleReturned e && e.crossing() == crossing) {
      back = Optional.of(e.occurredAt());
    }
  }

  private void seen(Instant at, WaitingRecord.Spot spot, String code) {
    occurred = Optional.of(at);
    at(at, spot, code);
  }

  private void at(Instant at, WaitingRecord.Spot spot, String code) {
    places.put(at, new WaitingRecord.Where(spot, code));
  }

  /// When what the last entry told of the vehicle happened, if that was before; asked once.
  Instant occurred(Instant at) {
    Instant when = occurred.filter(at::isAfter).orElse(at);
    occurred = Optional.empty();
    return when;
  }

  /// It has gone, and does not come back or is back.
  boolean over() {
    return left.isPresent() && (!trip || back.isPresent());
  }

  /// Up to when there is something to tell.
  Instant end(Instant asOf) {
    return over() ? back.or(() -> left).orElse(asOf) : asOf;
  }

  Instant first() {
    return places.firstKey();
  }

  /// Each since when.
  Map<Instant, WaitingRecord.Where> all() {
    return places;
  }

  /// Where it was then.
  WaitingRecord.Where at(Instant moment) {
    Map.Entry<Instant, WaitingRecord.Where> floor = places.floorEntry(moment);
    WaitingRecord.Where where = floor == null ? places.firstEntry().getValue() : floor.getValue();
    return lineUnseen(moment, where)
        ? new WaitingRecord.Where(WaitingRecord.Spot.OTHER_SIDE, gate)
        : where;
  }

  /// Where nobody saw it over the line, it is on the other side since it left the gate.
  private boolean lineUnseen(Instant moment, WaitingRecord.Where where) {
    return trip
        && where.spot() == WaitingRecord.Spot.ROAD
        && left.filter(at -> !at.isAfter(moment)).isPresent()
        && places.values().stream().noneMatch(one -> one.spot() == WaitingRecord.Spot.OTHER_SIDE);
  }

  List<WaitingRecord.Plugged> plugged() {
    return pluggings.stream().map(one -> new WaitingRecord.Plugged(one.from(), one.to())).toList();
  }
}
