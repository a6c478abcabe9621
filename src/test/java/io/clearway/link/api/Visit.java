package io.clearway.link.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// How one operation is called. The asks are made when they are needed, in this order.
///
/// @param good are done as asked
/// @param stranger the token of somebody who may not
/// @param bad cannot be read
/// @param absent ask for what is not there
/// @param refused are refused by a rule
/// @param command what it does is an entry; what only answers has no Command-Id
/// @param others what gives still another status, by that
/// @param standing is as good as the first good one was, after those were done
record Visit(
    Supplier<List<Ask>> good,
    String stranger,
    List<Ask> bad,
    Supplier<List<Ask>> absent,
    Supplier<List<Ask>> refused,
    boolean command,
    Map<Integer, Supplier<List<Ask>>> others,
    Optional<Supplier<Ask>> standing) {

  static Visit of(String stranger, Supplier<List<Ask>> good) {
    return new Visit(
        good, stranger, List.of(), List::of, List::of, true, Map.of(), Optional.empty());
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
    return new Visit(good, stranger, List.copyOf(all), absent, refused, command, others, standing);
  }

  Visit absent(Supplier<List<Ask>> asks) {
    return new Visit(good, stranger, bad, asks, refused, command, others, standing);
  }

  Visit refused(Supplier<List<Ask>> asks) {
    return new Visit(good, stranger, bad, absent, asks, command, others, standing);
  }

  /// It answers and changes nothing.
  Visit question() {
    return new Visit(good, stranger, bad, absent, refused, false, others, standing);
  }

  /// What is answered with that status.
  Visit other(int status, Supplier<List<Ask>> asks) {
    Map<Integer, Supplier<List<Ask>>> more = new TreeMap<>(others);
    more.put(status, asks);
    return new Visit(good, stranger, bad, absent, refused, command, more, standing);
  }

  /// What was asked well once cannot be asked so again.
  Visit once(Supplier<Ask> again) {
    return new Visit(good, stranger, bad, absent, refused, command, others, Optional.of(again));
  }
}
