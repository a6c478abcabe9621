package io.clearway.main;

import io.clearway.journal.Entry;
import io.clearway.live.LiveGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The journal from its first entry on, a thousand entries at a time.
record JournalPages(LiveGate gate) implements Iterable<Entry> {

  private static final int PAGE = 1_000;

  @Override
  public Iterator<Entry> iterator() {
    return new Iterator<>() {
      private List<Entry> page = new ArrayList<>();
      private int place;
      private long next = 1;

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

  private List<Entry> read(long first) {
    List<Entry> page = new ArrayList<>();
    try {
      gate.read(first, first + PAGE - 1, page::add);
    } catch (SQLException unreachable) {
      throw new UncheckedIOException(new IOException(unreachable.getMessage(), unreachable));
    }
    return page;
  }
}
