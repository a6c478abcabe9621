package io.clearway.crossing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The two keys of the entry: inside only when border guard and customs both confirmed.
public sealed interface Keys {

  /// Who turned a key.
  ///
  /// @param at when it came to be turned
  /// @param said before that, when it was said without a connection
  record Turned(long actor, Instant at, Optional<Instant> said) {

    /// Said when it was turned.
    public Turned(long actor, Instant at) {
      this(actor, at, Optional.empty());
    }

    /// When its agency had done what it was asked for.
    public Instant done() {
      return said.orElse(at);
    }
  }

  record None() implements Keys {}

  /// @param due when it counts as late
  /// @param late it was said already
  record One(KeyHolder turned, Turned by, Instant due, boolean late) implements Keys {}

  /// @param late the agency that was late, if one was
  /// @param entered when the vehicle counts as entered: a key that was renewed does not move it
  record Both(Turned borderGuard, Turned customs, Optional<KeyHolder> late, Instant entered)
      implements Keys {

    /// Both for the first time: entered with the later one.
    public static Both first(Turned guard, Turned customs, Optional<KeyHolder> late) {
      Instant entered = guard.at().isAfter(customs.at()) ? guard.at() : customs.at();
      return new Both(guard, customs, late, entered);
    }
  }

  /// An amendment made one key or both void; whose key is missing is asked again.
  ///
  /// @param entered when the vehicle entered, if it had
  /// @param asked when it became void
  /// @param due when whoever is missing counts as late
  /// @param late it was said already
  record Again(
      Optional<Turned> borderGuard,
      Optional<Turned> customs,
      Optional<Instant> entered,
      Instant asked,
      Instant due,
      boolean late)
      implements Keys {}

  /// When the vehicle counts as entered.
  default Optional<Instant> enteredAt() {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> Optional.empty();
      case Both both -> Optional.of(both.entered());
      case Again again -> again.entered();
    };
  }

  /// The key of that agency, as far as it is turned and not void.
  default Optional<Turned> of(KeyHolder agency) {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> one.turned() == agency ? Optional.of(one.by()) : Optional.empty();
      case Both both ->
          Optional.of(agency == KeyHolder.BORDER_GUARD ? both.borderGuard() : both.customs());
      case Again again -> agency == KeyHolder.BORDER_GUARD ? again.borderGuard() : again.customs();
    };
  }

  /// When that agency turned its key.
  default Optional<Instant> turnedAt(KeyHolder agency) {
    return of(agency).map(Turned::at);
  }

  /// Since when whoever's key is missing is waited for.
  default Optional<Instant> askedAt() {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> Optional.of(one.by().at());
      case Both both -> Optional.empty();
      case Again again -> Optional.of(again.asked());
    };
  }

  /// Until when whoever's key is missing is waited for.
  default Optional<Instant> dueAt() {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> Optional.of(one.due());
      case Both both -> Optional.empty();
      case Again again -> Optional.of(again.due());
    };
  }

  /// The same when whoever is missing is waited for until then.
  default Keys until(Instant due) {
    return switch (this) {
      case None none -> none;
      case One one -> new One(one.turned(), one.by(), due, one.late());
      case Both both -> both;
      case Again a ->
          new Again(a.borderGuard(), a.customs(), a.entered(), a.asked(), due, a.late());
    };
  }

  /// The same when that agency had turned its key earlier.
  ///
  /// @param inTime before it was due: it was not late
  /// @throws IllegalStateException when its key is not turned
  default Keys said(KeyHolder agency, Instant said, boolean inTime) {
    Optional<Turned> earlier =
        of(agency).map(key -> new Turned(key.actor(), key.at(), Optional.of(said)));
    Turned key = earlier.orElseThrow(() -> new IllegalStateException("no such key is turned"));
    boolean guards = agency == KeyHolder.BORDER_GUARD;
    return switch (this) {
      case None none -> none;
      case One one -> new One(one.turned(), key, one.due(), one.late());
      case Both both ->
          new Both(
              guards ? key : both.borderGuard(),
              guards ? both.customs() : key,
              both.late().filter(late -> !inTime || late != agency),
              both.entered());
      case Again a ->
          new Again(
              guards ? earlier : a.borderGuard(),
              guards ? a.customs() : earlier,
              a.entered(),
              a.asked(),
              a.due(),
              a.late());
    };
  }

  /// When a missing key is due and nobody was said to be late for it yet.
  default Optional<Instant> deadline() {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> one.late() ? Optional.empty() : Optional.of(one.due());
      case Both both -> Optional.empty();
      case Again again -> again.late() ? Optional.empty() : Optional.of(again.due());
    };
  }

  /// Whose key somebody waits for since a time: none as long as no key was turned.
  default List<KeyHolder> missing() {
    return switch (this) {
      case None() -> List.of();
      case One one -> List.of(one.turned().other());
      case Both both -> List.of();
      case Again again ->
          List.of(KeyHolder.values()).stream().filter(a -> again.of(a).isEmpty()).toList();
    };
  }

  /// The agency that was said to be late; of two the first.
  default Optional<KeyHolder> lateAgency() {
    return switch (this) {
      case None() -> Optional.empty();
      case One one -> one.late() ? Optional.of(one.turned().other()) : Optional.empty();
      case Both both -> both.late();
      case Again again -> again.late() ? again.missing().stream().findFirst() : Optional.empty();
    };
  }

  /// Somebody is said to be late and has not come since.
  default boolean overdue() {
    return !missing().isEmpty() && deadline().isEmpty();
  }
}
