package io.clearway.live;

import io.clearway.journal.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The journal from an entry on, a thousand entries at a time.
public record JournalPages(LiveGate gate, long first) implements Iterable<Entry> {

  private static final int PAGE = 1_000;

  /// From the books on that were opened before that day: they carry what was there then.
  public static JournalPages since(LiveGate gate, LocalDate day) {
    try {
      return new JournalPages(gate, gate.booksBefore(day));
    } catch (SQLException unreachable) {
      throw broken(unreachable);
    }
  }

  @Override
  public Iterator<Entry> iterator() {
    return new Iterator<>() {
      private List<Entry> page = new ArrayList<>();
      private int place;
      private long next = first;

      @Override
      public boolean hasNext() {
        if (place == page.size()) {
          page = read(next);
          place = 0;
        }
        return place < page.size();
      }

      @Override
      public Entry next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Entry entry = page.get(place++);
        next = entry.seq() + 1;
        return entry;
      }
    };
  }

  private List<Entry> read(long from) {
    List<Entry> page = new ArrayList<>();
    try {
      gate.read(from, from + PAGE - 1, page::add);
    } catch (SQLException unreachable) {
      throw broken(unreachable);
    }
    return page;
  }

  private static UncheckedIOException broken(SQLException unreachable) {
    return new UncheckedIOException(new IOException(unreachable.getMessage(), unreachable));
  }
}
