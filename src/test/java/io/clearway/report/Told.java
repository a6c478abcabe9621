package io.clearway.report;

import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Turning;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// A journal told event by event. Times are of 11 November 2025 in Hanoi, as `20:05`, or with a day
/// before them, as `10 20:05`.
public final class Told {

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  public static final LocalDate DAY = LocalDate.of(2025, 11, 11);

  public final List<Entry> entries = new ArrayList<>();
  public World world = World.empty();

  public static Instant at(String time) {
    String day = time.length() > 5 ? time.substring(0, 2) : "11";
    String clock = time.substring(time.length() - 5);
    return Instant.parse("2025-11-" + day + "T" + clock + ":00+07:00");
  }

  public Told tell(String at, Event event) {
    world = world.apply(event);
    long seq = entries.size() + 1L;
    entries.add(new Entry(seq, at(at), 0, new UUID(0, seq), "test", List.of(event)));
    return this;
  }

  public Told tell(String at, CrossingEvent fact) {
    return tell(at, new Event.OfCrossing(fact));
  }

  public Told registers(long id, String at, Draft draft) {
    var registration =
        new Registration(
            id,
            new UUID(6, id),
            1,
            at(at),
            Registration.Via.API,
            Optional.empty(),
            List.of(),
            List.of(),
            draft.form());
    return tell(
        at, new Event.OfRegistration(new RegistrationEvent.Registered(registration, at(at))));
  }

  public Told arrives(long id, String gate, Direction direction, OptionalLong papers, String at) {
    var plate = new Personal.Known<>(Draft.subject("P" + id), "P" + id);
    return tell(
        at,
        new CrossingEvent.VehicleArrived(
            id, new UUID(4, id), papers, plate, gate, direction, at(at), at(at), Optional.empty()));
  }

  public Told exports(long id, String at) {
    return arrives(id, "HN", Direction.EXPORT, OptionalLong.empty(), at);
  }

  public Told first(long id, KeyHolder agency, String at) {
    return tell(at, new CrossingEvent.FirstKeyTurned(id, agency, 1, at(at), at(at)));
  }

  public Told second(long id, KeyHolder agency, String at) {
    return tell(at, new CrossingEvent.EntryCompleted(id, agency, 1, at(at)));
  }

  /// @param occurred by the device
  public Told leaves(long id, String occurred, String told) {
    return tell(told, new CrossingEvent.GateLeft(id, at(occurred), at(told), Optional.empty()));
  }

  public Told turned(long id, String at) {
    Turning turning = new Turning(Turning.Reason.NO_ROOM, Optional.empty(), 9, at(at));
    return tell(at, new CrossingEvent.VehicleTurned(id, turning));
  }

  public Told staysAfterAll(long id, String at) {
    return tell(at, new CrossingEvent.TurningWithdrawn(id, 9, at(at), Optional.empty()));
  }

  public Told saidEarlier(long id, KeyHolder agency, String said, String told) {
    return tell(told, new CrossingEvent.KeySaidEarlier(id, agency, 9, at(said), at(told), true));
  }

  public Told yardIn(long id, String at) {
    return tell(at, new CrossingEvent.YardEntered(id, "Y-HN", at(at), at(at), Optional.empty()));
  }

  public Told yardOut(long id, String at) {
    return tell(at, new CrossingEvent.YardLeft(id, "Y-HN", at(at), at(at), Optional.empty()));
  }

  public ProvinceReport report(String asOf) {
    return ProvinceReport.of(
        entries, new ProvinceReport.Question(DAY, ZONE, entries.size(), at(asOf)));
  }

  Count count(String asOf, Measure measure, Side side) {
    return report(asOf).count(measure, "HN", side);
  }
}
