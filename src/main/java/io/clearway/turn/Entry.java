package io.clearway.turn;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One vehicle in a roll, as it was last reported.
///
/// @param id inside
/// @param roll the roll that it stands in
/// @param said what the phone says of it
/// @param actor who said so
/// @param at our clock
/// @param contradictions what did not fit when it was said
public record Entry(
    long id, long roll, Said said, long actor, Instant at, List<Contradiction> contradictions) {

  /// A vehicle as a phone reports it: the whole of it each time, so that reports may come late,
  /// twice or in any order.
  ///
  /// @param key made by the phone, the same for every word about this vehicle
  /// @param revision counts the words about it, from 0: a later word replaces an earlier one
  /// @param section the stretch of the roll that one person walks, from 1
  /// @param rank where in the section: a number between those of its neighbours
  /// @param plate normalised
  /// @param occurredAt the phone's clock
  /// @param standingSince since when it stands there, as the driver says
  /// @param removed why it no longer counts
  public record Said(
      UUID key,
      int revision,
      int section,
      long rank,
      Personal<String> plate,
      Instant occurredAt,
      Optional<Instant> standingSince,
      Optional<Personal<String>> note,
      Optional<Removal> removed) {

    Said without(Subject erased) {
      return new Said(
          key,
          revision,
          section,
          rank,
          plate.without(erased),
          occurredAt,
          standingSince,
          note.map(text -> text.without(erased)),
          removed);
    }
  }

  /// Why a vehicle no longer counts.
  public enum Removal {
    /// It was never there: a slip of the finger.
    MISTAKE,
    /// It drove away.
    LEFT,
    /// It stands in the roll under another entry.
    TWICE
  }

  /// How a report contradicts what was known.
  public enum Contradiction {
    /// The plate stands in an open roll already: in this one or in another.
    TWICE_IN_ROLLS,
    /// The vehicle is at a gate.
    AT_GATE,
    /// The roll was closed when the report came.
    AFTER_CLOSING
  }

  /// The physical order, whatever came first.
  public static final Comparator<Entry> ORDER =
      Comparator.comparingInt((Entry entry) -> entry.said().section())
          .thenComparingLong(entry -> entry.said().rank())
          .thenComparing(entry -> entry.said().key());

  /// It counts.
  public boolean stands() {
    return said.removed().isEmpty();
  }

  public Subject subject() {
    return said.plate().subject();
  }

  /// Which of two words about one vehicle is the later: by revision, then by the phone's clock,
  /// then by who speaks. Neither is when nothing tells them apart.
  boolean before(Said other, long speaker) {
    if (said.revision() != other.revision()) {
      return said.revision() < other.revision();
    }
    int byClock = said.occurredAt().compareTo(other.occurredAt());
    return byClock != 0 ? byClock < 0 : actor < speaker;
  }

  Entry without(Subject erased) {
    return new Entry(id, roll, said.without(erased), actor, at, contradictions);
  }
}
