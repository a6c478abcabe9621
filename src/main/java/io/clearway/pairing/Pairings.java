package io.clearway.pairing;

import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The two-way trips and the stays that a rule can still need.
///
/// @param byHalf from each registration of a pair to it
public record Pairings(Ids<Pair> pairs, Ids<Long> byHalf, Stays stays) {

  public static Pairings empty() {
    return new Pairings(Ids.empty(), Ids.empty(), Stays.empty());
  }

  /// The same, to be changed under that edit or under none.
  public Pairings under(@Nullable Edit edit) {
    return new Pairings(pairs.under(edit), byHalf.under(edit), stays.under(edit));
  }

  public Optional<Pair> find(long pair) {
    return pairs.find(pair);
  }

  /// That of which the registration is a half.
  public Optional<Pair> of(long registration) {
    return byHalf.find(registration).map(pairs::get);
  }

  /// With other stays.
  public Pairings with(Stays changed) {
    return new Pairings(pairs, byHalf, changed);
  }

  /// With a registration that is forgotten, the pair is.
  public Pairings without(List<Long> registrations) {
    Pairings rest = this;
    for (long registration : registrations) {
      Optional<Pair> held = rest.of(registration);
      rest = held.isPresent() ? rest.without(held.get()) : rest;
    }
    return rest;
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Pairings evolve(PairingEvent event) {
    return switch (event) {
      case PairingEvent.PairLinked(Pair pair) -> begin(pair, event);
      case PairingEvent.PairCarried(Pair pair) -> begin(pair, event);
      case PairingEvent.PairConfirmed e -> changed(held(e).with(e.word()));
      case PairingEvent.PairJudged e -> changed(held(e).judged(e.broken()));
      case PairingEvent.PairParted e -> without(held(e));
      case PairingEvent.OfStay e -> new Pairings(pairs, byHalf, stays.evolve(e));
    };
  }

  private Pair held(PairingEvent.OfPair event) {
    return pairs.find(event.pair()).orElseThrow(() -> corrupt(event));
  }

  private Pairings begin(Pair pair, PairingEvent event) {
    if (pairs.has(pair.id()) || byHalf.has(pair.export()) || byHalf.has(pair.imported())) {
      throw corrupt(event);
    }
    Ids<Long> halves = byHalf.with(pair.export(), pair.id()).with(pair.imported(), pair.id());
    return new Pairings(pairs.with(pair.id(), pair), halves, stays);
  }

  private Pairings changed(Pair pair) {
    return new Pairings(pairs.with(pair.id(), pair), byHalf, stays);
  }

  private Pairings without(Pair pair) {
    return new Pairings(
        pairs.without(pair.id()), byHalf.without(pair.export()).without(pair.imported()), stays);
  }

  static IllegalStateException corrupt(PairingEvent event) {
    return new IllegalStateException("corrupt log: " + event + " cannot follow");
  }
}
