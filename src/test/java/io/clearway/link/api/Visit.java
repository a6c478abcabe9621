package io.clearway.link.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How one operation is called. The asks are made when they are needed, in this order.
///
/// @param good are done as asked
/// @param stranger the token of somebody who may not
/// @param bad cannot be read
/// @param absent ask for what is not there
/// @param refused are refused by a rule
/// @param command what it does is an entry; what only answers has no Command-Id
record Visit(
    Supplier<List<Ask>> good,
    String stranger,
    List<Ask> bad,
    Supplier<List<Ask>> absent,
    Supplier<List<Ask>> refused,
    boolean command) {

  static Visit of(String stranger, Supplier<List<Ask>> good) {
    return new Visit(good, stranger, List.of(), List::of, List::of, true);
  }

  /// For what everybody with a token may ask.
  static Visit everybody(Supplier<List<Ask>> good) {
    return of("", good);
  }

  boolean everybody() {
    return stranger.isEmpty();
  }

  /// For what anybody may ask.
  static Visit open() {
    return of("", () -> List.of(Ask.get()));
  }

  Visit bad(Ask... asks) {
    List<Ask> all = new ArrayList<>();
    for (Ask ask : asks) {
      all.add(ask.malformed());
    }
    return new Visit(good, stranger, List.copyOf(all), absent, refused, command);
  }

  Visit absent(Supplier<List<Ask>> asks) {
    return new Visit(good, stranger, bad, asks, refused, command);
  }

  Visit refused(Supplier<List<Ask>> asks) {
    return new Visit(good, stranger, bad, absent, asks, command);
  }

  /// It answers and changes nothing.
  Visit question() {
    return new Visit(good, stranger, bad, absent, refused, false);
  }
}
