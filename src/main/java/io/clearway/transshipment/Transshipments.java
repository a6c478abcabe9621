package io.clearway.transshipment;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The transshipments that a rule can still need.
///
/// @param byParty from each registration in one, source or receiver, to it
/// @param open those that are not finished
/// @param calls when a call lapses
public record Transshipments(
    Ids<Transshipment> all,
    Table<UUID, Long> byKey,
    Ids<Long> byParty,
    Ids<Transshipment> open,
    Deadlines calls) {

  public static Transshipments empty() {
    return new Transshipments(
        Ids.empty(), Table.ofKeys(), Ids.empty(), Ids.empty(), Deadlines.empty());
  }

  /// The same, to be changed under that edit or under none.
  public Transshipments under(@Nullable Edit edit) {
    return new Transshipments(
        all.under(edit),
        byKey.under(edit),
        byParty.under(edit),
        open.under(edit),
        calls.under(edit));
  }

  public Optional<Transshipment> find(long id) {
    return all.find(id);
  }

  public Optional<Transshipment> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  /// That in which the registration is source or receiver.
  public Optional<Transshipment> of(long registration) {
    return byParty.find(registration).map(all::get);
  }

  /// Those whose call lapses by then.
  public List<TransshipmentEvent> due(Instant now, int limit) {
    return calls.upTo(now, limit).stream()
        .<TransshipmentEvent>map(due -> new TransshipmentEvent.CallLapsed(due.id(), now))
        .toList();
  }

  /// With a registration that is forgotten, what it was part of is.
  public Transshipments without(List<Long> registrations) {
    Transshipments rest = this;
    for (long registration : registrations) {
      Optional<Transshipment> held = rest.of(registration);
      rest = held.isPresent() ? rest.without(held.get()) : rest;
    }
    return rest;
  }

  /// Makes what was written about the subject unreadable.
  public Transshipments erase(Subject subject) {
    Transshipments rest = this;
    for (Transshipment held : all.values()) {
      Transshipment without = held.without(subject);
      rest = without.equals(held) ? rest : rest.changed(held, without);
    }
    return rest;
  }

  /// @throws IllegalStateException for an event that cannot follow: the log is corrupt
  public Transshipments evolve(TransshipmentEvent event) {
    return switch (event) {
      case TransshipmentEvent.TransshipmentPlanned(Transshipment held) -> begin(held, event);
      case TransshipmentEvent.TransshipmentCarried(Transshipment held) -> begin(held, event);
      case TransshipmentEvent.TransshipmentReplanned e -> {
        Transshipment held = held(e);
        yield without(held).begin(held.with(e.plan()).with(stage(held, e.plan())), e);
      }
      case TransshipmentEvent.TransshipmentCancelled e -> without(held(e));
      case TransshipmentEvent.CalledToBay e ->
          changed(
              held(e), held(e).with(new Transshipment.Stage.Called(e.area(), e.at(), e.until())));
      case TransshipmentEvent.CallLapsed e ->
          changed(held(e), held(e).with(new Transshipment.Stage.Planned(e.at())));
      case TransshipmentEvent.TransshipmentStarted e ->
          changed(
              held(e),
              held(e).with(new Transshipment.Stage.Started(e.area(), e.occurredAt(), e.at())));
      case TransshipmentEvent.VehicleLoaded e -> changed(held(e), held(e).with(e.loading()));
      case TransshipmentEvent.TransshipmentFinished e -> changed(held(e), finished(held(e), e));
      case TransshipmentEvent.TransshipmentSigned e ->
          changed(held(e), held(e).with(e.signature()));
    };
  }

  /// T-3: who plans anew neither wins nor loses its place; who was called keeps the bay until the
  /// call lapses, unless goods are to change vehicles another way.
  private static Transshipment.Stage stage(Transshipment held, Transshipment.Plan plan) {
    return held.stage() instanceof Transshipment.Stage.Called
            && held.plan().method() != plan.method()
        ? new Transshipment.Stage.Planned(plan.at())
        : held.stage();
  }

  private static Transshipment finished(
      Transshipment held, TransshipmentEvent.TransshipmentFinished e) {
    if (!(held.stage() instanceof Transshipment.Stage.Started started)) {
      throw corrupt(e);
    }
    return held.with(
        new Transshipment.Stage.Finished(
            started.area(),
            started.startedAt(),
            e.occurredAt(),
            e.at(),
            e.remaining(),
            e.differences()));
  }

  private Transshipment held(TransshipmentEvent event) {
    return all.find(event.transshipment()).orElseThrow(() -> corrupt(event));
  }

  private Transshipments begin(Transshipment held, TransshipmentEvent event) {
    if (all.has(held.id()) || byKey.has(held.key())) {
      throw corrupt(event);
    }
    Ids<Long> parties = byParty;
    for (long party : held.parties()) {
      if (parties.has(party)) {
        throw corrupt(event);
      }
      parties = parties.with(party, held.id());
    }
    return new Transshipments(all, byKey.with(held.key(), held.id()), parties, open, calls)
        .put(held);
  }

  private Transshipments changed(Transshipment before, Transshipment after) {
    return withoutCall(before).put(after);
  }

  private Transshipments put(Transshipment held) {
    boolean ended = held.stage() instanceof Transshipment.Stage.Finished;
    Ids<Transshipment> going =
        !ended ? open.with(held.id(), held) : open.has(held.id()) ? open.without(held.id()) : open;
    Deadlines due =
        held.stage() instanceof Transshipment.Stage.Called called
            ? calls.with(called.until(), held.id())
            : calls;
    return new Transshipments(all.with(held.id(), held), byKey, byParty, going, due);
  }

  private Transshipments withoutCall(Transshipment held) {
    return held.stage() instanceof Transshipment.Stage.Called called
        ? new Transshipments(all, byKey, byParty, open, calls.without(called.until(), held.id()))
        : this;
  }

  private Transshipments without(Transshipment held) {
    Transshipments rest = withoutCall(held);
    Ids<Long> parties = byParty;
    for (long party : held.parties()) {
      parties = parties.without(party);
    }
    return new Transshipments(
        rest.all.without(held.id()),
        byKey.without(held.key()),
        parties,
        open.has(held.id()) ? open.without(held.id()) : open,
        rest.calls);
  }

  private static IllegalStateException corrupt(TransshipmentEvent event) {
    return new IllegalStateException("corrupt log: " + event + " cannot follow");
  }
}
