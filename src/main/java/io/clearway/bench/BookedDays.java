package io.clearway.bench;

import io.clearway.authority.Actor;
import io.clearway.codec.EventCodec;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.journal.Chain;
import io.clearway.journal.Database;
import io.clearway.journal.Digest;
import io.clearway.journal.EntryStore;
import io.clearway.journal.Row;
import io.clearway.journal.Verifier;
import io.clearway.site.SiteEvent;
import io.clearway.world.CarryForward;
import io.clearway.world.Command;
import io.clearway.world.Event;
import io.clearway.world.WorldCommand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Writes a journal as the gate does: the engine's events of whole passages with their policies,
/// sealed, encoded, linked by hashes, the books closed every midnight.
final class BookedDays {

  private static final int TRUCKS = 2_000;
  private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(TRUCKS);
  private static final int STAY = 300;
  private static final int BATCH = 512;
  private static final int CARRIED = 256;

  private final Core core = Core.withPolicies();
  private final Fleet fleet = new Fleet(2 * TRUCKS + STAY + 400);
  private final ArrayDeque<Fleet.Member> live = new ArrayDeque<>();
  private final Chain chain = new Chain();
  private final List<Row> rows = new ArrayList<>();
  private final EntryStore store;
  private final EventCodec codec;
  private Digest hash;
  private Instant now = Trucks.DAY;
  private long seq;
  private long events;

  private BookedDays(EntryStore store, EventCodec codec, String complex) {
    this.store = store;
    this.codec = codec;
    this.hash = Chain.genesis(complex);
  }

  /// @return how many events there are, without those that open books
  static long write(Database database, EventCodec codec, String complex, int days)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement own =
            connection.prepareStatement(
                "insert into owner (complex, epoch, holder, heartbeat)"
                    + " values (?, 1, 'bench', clock_timestamp())")) {
      own.setString(1, complex);
      own.executeUpdate();
    }
    try (EntryStore store = new EntryStore(database, complex)) {
      BookedDays booked = new BookedDays(store, codec, complex);
      booked.add(
          "site.AdoptSite", List.of(new Event.OfSite(new SiteEvent.SiteAdopted(Trucks.site()))));
      for (int day = 0; day < days; day++) {
        booked.day();
      }
      booked.flush();
      return booked.events;
    }
  }

  private void day() throws SQLException {
    for (int i = 0; i < TRUCKS; i++) {
      now = now.plus(BETWEEN);
      begin();
      if (live.size() > STAY) {
        end();
      }
      say(Actor.SYSTEM.id(), new Command.OfWorld(new WorldCommand.Tick()));
    }
    List<Event> carried = CarryForward.of(core.world().under(null), now);
    core.world(CarryForward.fold(carried));
    for (int from = 0; from < carried.size(); from += CARRIED) {
      add(Verifier.CARRIED, carried.subList(from, Math.min(carried.size(), from + CARRIED)));
    }
  }

  private void begin() throws SQLException {
    Fleet.Member truck = fleet.next();
    say(Core.TRADER, truck.registers(now));
    long id = core.world().nextId();
    say(Core.DEVICE, truck.arrives(now));
    say(Core.CUSTOMS, Fleet.crossing(new CrossingCommand.ConfirmEntry(id, KeyHolder.CUSTOMS)));
    List<Event> entered =
        say(
            Core.GUARD,
            Fleet.crossing(new CrossingCommand.ConfirmEntry(id, KeyHolder.BORDER_GUARD)));
    say(
        Core.TRADER,
        new Command.OfWorld(new WorldCommand.AcknowledgeNotice(Trucks.notice(entered))));
    say(Core.YARD, truck.entersYard(now));
    live.add(truck);
  }

  private void end() throws SQLException {
    Fleet.Member truck = live.remove();
    say(Core.YARD, truck.leavesYard(now));
    say(Core.DEVICE, truck.leavesGate(now));
  }

  private List<Event> say(long actor, Command command) throws SQLException {
    List<Event> happened = core.step(actor, command, now);
    if (!happened.isEmpty()) {
      add("bench." + command.getClass().getSimpleName(), happened);
    }
    return happened;
  }

  private void add(String cause, List<Event> happened) throws SQLException {
    events += cause.equals(Verifier.CARRIED) ? 0 : happened.size();
    seq++;
    UUID id = new UUID(seq, 0x8000000000000000L | hash.a() >>> 2);
    Row.Head head = new Row.Head(seq, 1, Row.micros(now), 1, 0, id, Digest.ZERO, cause);
    Row row = Row.link(chain, hash, head, codec.encode(happened));
    hash = row.hash;
    rows.add(row);
    if (rows.size() == BATCH) {
      flush();
    }
  }

  private void flush() throws SQLException {
    if (!rows.isEmpty() && !store.append(rows)) {
      throw new IllegalStateException("nothing was appended");
    }
    rows.clear();
  }
}
