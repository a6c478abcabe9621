package io.clearway.pairing;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Vehicles on the side that is not their own, as long as their passage or trip is held.
///
/// @param byPapers from the registration of its passage
/// @param hereBy every stay on our side of a plate, in order of arrival
/// @param looks when each is looked at again
public record Stays(Ids<Stay> all, Ids<Long> byPapers, Groups hereBy, Deadlines looks) {

  static Stays empty() {
    return new Stays(Ids.empty(), Ids.empty(), Groups.empty(), Deadlines.empty());
  }

  Stays under(@Nullable Edit edit) {
    return new Stays(all.under(edit), byPapers.under(edit), hereBy.under(edit), looks.under(edit));
  }

  public Optional<Stay> find(long visit) {
    return all.find(visit);
  }

  /// That which began with the passage of that registration.
  public Optional<Stay> of(long registration) {
    return byPapers.find(registration).map(all::get);
  }

  /// The latest of that plate on our side.
  public Optional<Stay> here(Subject plate) {
    return hereBy.of(plate).reversed().stream().findFirst().map(all::get);
  }

  /// What is to be told of those whose time to be looked at has come.
  public List<PairingEvent> due(Instant now, int limit, Function<Stay, StayClock.Reading> clock) {
    List<PairingEvent> told = new ArrayList<>();
    for (Deadlines.Due due : looks.upTo(now, limit)) {
      Stay stay = all.get(due.id());
      StayClock.judge(stay, clock.apply(stay), true, now).ifPresent(told::add);
    }
    return List.copyOf(told);
  }

  Stays evolve(PairingEvent.OfStay event) {
    return switch (event) {
      case PairingEvent.StayCarried(Stay stay) -> put(stay);
      case PairingEvent.OtherSideHeld e -> put(held(e).with(e.held()));
      case PairingEvent.OtherSideHoldWithdrawn e -> put(held(e).without(e.key()));
      case PairingEvent.StayWarned e -> put(held(e).with(Stay.Told.WARNED, Optional.of(e.next())));
      case PairingEvent.StayOverdue e -> put(held(e).with(Stay.Told.OVERDUE, Optional.empty()));
      case PairingEvent.StayPutOff e -> put(held(e).with(e.told(), e.next()));
    };
  }

  private Stay held(PairingEvent.OfStay event) {
    return all.find(event.visit()).orElseThrow(() -> Pairings.corrupt(event));
  }

  /// In place of what was known of that visit.
  public Stays put(Stay stay) {
    long visit = stay.visit();
    Optional<Stay> before = all.find(visit);
    if (before.filter(stay::equals).isPresent()) {
      return this;
    }
    boolean here = stay.side() == Stay.Side.HERE;
    Groups others =
        before.filter(one -> here).map(one -> hereBy.without(one.plate(), visit)).orElse(hereBy);
    boolean latest = byPapers.find(stay.registration()).filter(id -> id > visit).isEmpty();
    Deadlines rest = before.flatMap(Stay::look).map(at -> looks.without(at, visit)).orElse(looks);
    return new Stays(
        all.with(visit, stay),
        latest ? byPapers.with(stay.registration(), visit) : byPapers,
        here ? others.with(stay.plate(), visit) : others,
        stay.look().map(at -> rest.with(at, visit)).orElse(rest));
  }

  /// Its passage or trip is forgotten.
  public Stays without(long visit) {
    Optional<Stay> found = all.find(visit);
    if (found.isEmpty()) {
      return this;
    }
    Stay stay = found.get();
    boolean papers = byPapers.find(stay.registration()).filter(id -> id == visit).isPresent();
    return new Stays(
        all.without(visit),
        papers ? byPapers.without(stay.registration()) : byPapers,
        stay.side() == Stay.Side.HERE ? hereBy.without(stay.plate(), visit) : hereBy,
        stay.look().map(at -> looks.without(at, visit)).orElse(looks));
  }
}
