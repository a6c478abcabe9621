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

/// The open cases. At most one of a kind is open about a passage or an approach.
public record Cases(Ids<Case> open, Ids<List<Long>> byAbout) {

  public static Cases empty() {
    return new Cases(Ids.empty(), Ids.empty());
  }

  /// The same cases, to be changed under that edit or under none.
  public Cases under(@Nullable Edit edit) {
    return new Cases(open.under(edit), byAbout.under(edit));
  }

  /// The open cases about a passage or an approach, in order of opening.
  public List<Case> of(long about) {
    return byAbout.find(about).orElse(List.of()).stream().map(open::get).toList();
  }

  /// Opening what is open, and closing what is not, change nothing and are no error.
  public Decision<CaseEvent> decide(CaseCommand command, long nextId, Instant now) {
    return switch (command) {
      case CaseCommand.OpenCase(long about, Contradiction kind) ->
          find(about, kind).isPresent()
              ? Decision.accept(List.of())
              : Decision.accept(new CaseEvent.CaseOpened(new Case(nextId, about, kind, now)));
      case CaseCommand.CloseCase(long about, Contradiction kind) ->
          find(about, kind)
              .<Decision<CaseEvent>>map(
                  c -> Decision.accept(new CaseEvent.CaseClosed(c.id(), about, now)))
              .orElseGet(() -> Decision.accept(List.of()));
    };
  }

  private Optional<Case> find(long about, Contradiction kind) {
    return of(about).stream().filter(c -> c.kind() == kind).findFirst();
  }

  public Cases evolve(CaseEvent event) {
    return switch (event) {
      case CaseEvent.CaseOpened(Case c) -> {
        if (open.has(c.id())) {
          throw new IllegalStateException("case " + c.id() + " is opened twice");
        }
        List<Long> ids = new ArrayList<>(byAbout.find(c.about()).orElse(List.of()));
        ids.add(c.id());
        yield new Cases(open.with(c.id(), c), byAbout.with(c.about(), List.copyOf(ids)));
      }
      case CaseEvent.CaseClosed(long id, long about, Instant at) -> {
        List<Long> ids = new ArrayList<>(byAbout.get(about));
        ids.remove(id);
        yield new Cases(
            open.without(id),
            ids.isEmpty() ? byAbout.without(about) : byAbout.with(about, List.copyOf(ids)));
      }
    };
  }
}
