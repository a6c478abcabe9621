package io.clearway.statistics;

import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Turning;
import io.clearway.journal.Entry;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.report.Told;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import io.clearway.world.TestSite;
import io.clearway.world.World;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Two days at a gate, with everything that could make a figure double: books that close, papers
/// that are amended after the leaving or come only then, keys that are turned again, vehicles that
/// are turned, sent elsewhere, or let pass after all, vehicles without goods.
final class Story {

  /// The rest of the vehicles leaves after the books were closed.
  static final String CLOSED = "11 00:00";

  private final Told told = new Told();
  private int books;
  private Optional<World> carried = Optional.empty();

  Story() {
    told.tell("10 07:00", new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.site())));
    before();
    books = told.entries.size();
    carried = Optional.of(told.world);
    after();
  }

  private static Draft draft(Direction direction, String hs) {
    Draft draft = new Draft();
    draft.direction = direction;
    draft.hsCode = hs;
    return draft;
  }

  private void before() {
    told.registers(1, "10 08:00", draft(Direction.EXPORT, "08106000"));
    passes(11, Direction.EXPORT, OptionalLong.of(1), "10 09:00", "10 12:00");
    told.registers(2, "10 08:00", draft(Direction.IMPORT, "85176200"));
    told.arrives(12, "HN", Direction.IMPORT, OptionalLong.of(2), "10 20:00");
    told.first(12, KeyHolder.CUSTOMS, "10 20:10").second(12, KeyHolder.BORDER_GUARD, "10 20:20");
    Draft empty = draft(Direction.IMPORT, "85176200");
    empty.regime = Registration.Regime.EMPTY;
    empty.withGoods = false;
    told.registers(3, "10 08:00", empty);
    passes(13, Direction.IMPORT, OptionalLong.of(3), "10 10:00", "10 11:00");
    Draft receiving = draft(Direction.IMPORT, "85176200");
    receiving.regime = Registration.Regime.RECEIVING;
    receiving.withGoods = false;
    told.registers(7, "10 08:00", receiving);
    passes(20, Direction.IMPORT, OptionalLong.of(7), "10 09:30", "10 11:30");
    Draft residents = draft(Direction.IMPORT, "07141011");
    residents.regime = Registration.Regime.BORDER_RESIDENTS;
    told.registers(4, "10 08:00", residents);
    passes(14, Direction.IMPORT, OptionalLong.of(4), "10 10:00", "10 13:00");
    told.registers(5, "10 08:00", draft(Direction.EXPORT, "08071100"));
    told.arrives(15, "HN", Direction.EXPORT, OptionalLong.of(5), "10 14:00");
    told.tell(
        "10 15:00",
        new CrossingEvent.VehicleTurned(
            15, new Turning(Turning.Reason.NO_ROOM, Optional.of("TT"), 9, Told.at("10 15:00"))));
    told.leaves(15, "10 15:30", "10 15:30");
    told.exports(16, "10 22:00");
  }

  private void after() {
    told.leaves(12, "11 02:00", "11 02:00");
    told.arrives(17, "TT", Direction.EXPORT, OptionalLong.of(5), "11 08:00");
    told.first(17, KeyHolder.CUSTOMS, "11 08:10").second(17, KeyHolder.BORDER_GUARD, "11 08:20");
    told.turned(17, "11 09:00").staysAfterAll(17, "11 11:00").leaves(17, "11 12:00", "11 12:00");
    told.leaves(16, "11 10:00", "11 10:00");
    told.registers(6, "11 09:30", draft(Direction.EXPORT, "40012210"));
    told.tell("11 10:30", new CrossingEvent.RegistrationLinked(16, 6, Told.at("11 10:30")));
    passes(18, Direction.EXPORT, OptionalLong.empty(), "11 13:00", "11 14:00");
    amends(1, "08109092", "11 15:00");
  }

  private void passes(
      long id, Direction direction, OptionalLong papers, String arrives, String leaves) {
    told.arrives(id, "HN", direction, papers, arrives);
    told.first(id, KeyHolder.CUSTOMS, arrives).second(id, KeyHolder.BORDER_GUARD, arrives);
    told.yardIn(id, arrives).yardOut(id, leaves).leaves(id, leaves, leaves);
  }

  private void amends(long registration, String hs, String at) {
    var change = new Registration.Change(Told.at(at), List.of("goodsGroups"));
    told.tell(
        at,
        new Event.OfRegistration(
            new RegistrationEvent.Amended(
                registration, change, draft(Direction.EXPORT, hs).form(), List.of(), true)));
  }

  /// All at once.
  Kept written() throws SQLException {
    Kept kept = new Kept();
    kept.write(entries().subList(0, books));
    kept.closeBooks(carried.orElseThrow(), Told.at(CLOSED));
    return kept.write(entries().subList(books, entries().size()));
  }

  /// Entry by entry, each counted before the next is written.
  Kept followed() throws SQLException {
    Kept kept = new Kept();
    try (Projector projector = new Projector(Kept.DATABASE, kept.complex, Kept.CODEC)) {
      for (int i = 0; i < entries().size(); i++) {
        if (i == books) {
          kept.closeBooks(carried.orElseThrow(), Told.at(CLOSED));
          projector.catchUp();
        }
        kept.write(entries().subList(i, i + 1));
        projector.catchUp();
      }
    }
    return kept;
  }

  List<Entry> entries() {
    return told.entries;
  }
}
