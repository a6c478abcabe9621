package io.clearway.reconciliation;

import io.clearway.crossing.Contradiction;
import io.clearway.kernel.Decision;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The open cases. At most one of a kind is open for a passage.
public record Cases(Ids<Case> open, Ids<List<Long>> byCrossing) {

  public static Cases empty() {
    return new Cases(Ids.empty(), Ids.empty());
  }

  /// The same cases, to be changed under that edit or under none.
  public Cases under(@Nullable Edit edit) {
    return new Cases(open.under(edit), byCrossing.under(edit));
  }

  /// The open cases of a passage in order of opening.
  public List<Case> of(long crossing) {
    return byCrossing.find(crossing).orElse(List.of()).stream().map(open::get).toList();
  }

  /// Opening what is open, and closing what is not, change nothing and are no error.
  public Decision<CaseEvent> decide(CaseCommand command, long nextId, Instant now) {
    return switch (command) {
      case CaseCommand.OpenCase(long crossing, Contradiction kind) ->
          find(crossing, kind).isPresent()
              ? Decision.accept(List.of())
              : Decision.accept(new CaseEvent.CaseOpened(new Case(nextId, crossing, kind, now)));
      case CaseCommand.CloseCase(long crossing, Contradiction kind) ->
          find(crossing, kind)
              .<Decision<CaseEvent>>map(
                  c -> Decision.accept(new CaseEvent.CaseClosed(c.id(), crossing, now)))
              .orElseGet(() -> Decision.accept(List.of()));
    };
  }

  private Optional<Case> find(long crossing, Contradiction kind) {
    return of(crossing).stream().filter(c -> c.kind() == kind).findFirst();
  }

  public Cases evolve(CaseEvent event) {
    return switch (event) {
      case CaseEvent.CaseOpened(Case c) -> {
        if (open.has(c.id())) {
          throw new IllegalStateException("case " + c.id() + " is opened twice");
        }
        List<Long> ids = new ArrayList<>(byCrossing.find(c.crossing()).orElse(List.of()));
        ids.add(c.id());
        yield new Cases(open.with(c.id(), c), byCrossing.with(c.crossing(), List.copyOf(ids)));
      }
      case CaseEvent.CaseClosed(long id, long crossing, Instant at) -> {
        List<Long> ids = new ArrayList<>(byCrossing.get(crossing));
        ids.remove(id);
        yield new Cases(
            open.without(id),
            ids.isEmpty()
                ? byCrossing.without(crossing)
                : byCrossing.with(crossing, List.copyOf(ids)));
      }
    };
  }
}
