package io.clearway.fee;

import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The charges that are held.
///
/// @param byVisit their ids, in order
/// @param pending those that somebody has still to pay, or to set an amount for
public record Charges(Ids<Charge> all, Ids<List<Long>> byVisit, Ids<Long> pending) {

  static Charges empty() {
    return new Charges(Ids.empty(), Ids.empty(), Ids.empty());
  }

  Charges under(@Nullable Edit edit) {
    return new Charges(all.under(edit), byVisit.under(edit), pending.under(edit));
  }

  /// Of that visit, in order of their ids.
  public List<Charge> of(long visit) {
    return byVisit.find(visit).orElse(List.of()).stream().map(all::get).toList();
  }

  Optional<Charge> find(long visit, FeeKind kind) {
    return of(visit).stream().filter(charge -> charge.kind() == kind).findFirst();
  }

  /// Those that are waited for, the oldest first.
  public List<Charge> waiting() {
    return pending.values().stream().map(all::get).toList();
  }

  /// What that payer's vehicles left with, unpaid.
  Money owed(Payer payer) {
    return Money.sum(
        waiting().stream()
            .filter(charge -> charge.state() == Charge.State.OWED)
            .filter(charge -> charge.payer().taxCode().equals(payer.taxCode()))
            .map(Charge::open)
            .toList());
  }

  /// @throws IllegalStateException for a second one of a visit and a kind (I14)
  Charges with(Charge fresh) {
    List<Long> ids = new ArrayList<>(byVisit.find(fresh.visit()).orElse(List.of()));
    if (ids.stream().anyMatch(id -> all.get(id).kind() == fresh.kind())) {
      throw new IllegalStateException("two charges of a kind for visit " + fresh.visit());
    }
    ids.add(fresh.id());
    return new Charges(all, byVisit.with(fresh.visit(), List.copyOf(ids)), pending).changed(fresh);
  }

  Charges changed(Charge charge) {
    boolean waits =
        switch (charge.state()) {
          case UNRATED, OPEN, OWED -> true;
          case PAID, FREE -> false;
        };
    return new Charges(
        all.with(charge.id(), charge),
        byVisit,
        waits ? pending.with(charge.id(), charge.id()) : pending.without(charge.id()));
  }

  Charges without(long id) {
    Charge old = all.get(id);
    List<Long> rest = new ArrayList<>(byVisit.get(old.visit()));
    rest.remove(id);
    return new Charges(
        all.without(id),
        rest.isEmpty()
            ? byVisit.without(old.visit())
            : byVisit.with(old.visit(), List.copyOf(rest)),
        pending.without(id));
  }
}
