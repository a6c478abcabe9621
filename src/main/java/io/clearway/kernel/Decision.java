package io.clearway.kernel;

import java.util.List;

/// What a rule answers to a command: the events that follow, or why not. Switched over at the edge.
///
/// @param <E> the domain's event
public sealed interface Decision<E> {

  /// The command holds; `events` in the order in which they happen, possibly none.
  record Accepted<E>(List<E> events) implements Decision<E> {}

  /// A rule said no.
  record Refused<E>(Refusal refusal) implements Decision<E> {}

  static <E> Decision<E> accept(E event) {
    return new Accepted<>(List.of(event));
  }

  static <E> Decision<E> accept(List<E> events) {
    return new Accepted<>(events);
  }

  static <E> Decision<E> refuse(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
