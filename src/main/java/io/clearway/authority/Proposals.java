package io.clearway.authority;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The proposals that stand.
///
/// @param byKey from the id at the edge
/// @param due when each expires
public record Proposals(Ids<Proposal> all, Table<UUID, Long> byKey, Deadlines due) {

  /// So many stand at once.
  static final int MOST = 100;

  /// So many hand-overs of one agency's shift stand at once, beside those.
  static final int HAND_OVERS = 8;

  static int most(Matter matter) {
    return matter == Matter.HAND_OVER_SHIFT ? HAND_OVERS : MOST;
  }

  /// How many stand that count against one more of that matter: of a hand-over its agency's.
  long standing(Matter matter, UUID subject) {
    return all.values().stream()
        .filter(one ->
            matter == Matter.HAND_OVER_SHIFT
                ? one.matter() == matter && one.subject().equals(subject)
                : one.matter() != Matter.HAND_OVER_SHIFT)
        .count();
  }

  static Proposals empty() {
    return new Proposals(Ids.empty(), Table.ofKeys(), Deadlines.empty());
  }

  Proposals under(@Nullable Edit edit) {
    return new Proposals(all.under(edit), byKey.under(edit), due.under(edit));
  }

  public Optional<Proposal> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  /// Those whose time is over, at most as many.
  public List<Long> expired(Instant now, int limit) {
    return due.upTo(now, limit).stream().map(Deadlines.Due::id).toList();
  }

  /// The approval of exactly that, as long as it stands.
  public Optional<Proposal> approved(Matter matter, UUID subject, String statement, Instant now) {
    for (Proposal proposal : all.values()) {
      if (proposal.approved().isPresent()
          && proposal.matter() == matter
          && proposal.subject().equals(subject)
          && proposal.statement().equals(statement)
          && now.isBefore(proposal.expires())) {
        return Optional.of(proposal);
      }
    }
    return Optional.empty();
  }

  Proposals with(Proposal proposal) {
    if (all.has(proposal.id())) {
      throw new IllegalStateException("proposal " + proposal.id() + " is made twice");
    }
    return new Proposals(
        all.with(proposal.id(), proposal),
        byKey.with(proposal.key(), proposal.id()),
        due.with(proposal.expires(), proposal.id()));
  }

  Proposals approved(long id, Proposal.Voice voice) {
    return new Proposals(all.with(id, all.get(id).approvedBy(voice)), byKey, due);
  }

  Proposals without(long id) {
    Proposal proposal = all.get(id);
    return new Proposals(
        all.without(id), byKey.without(proposal.key()), due.without(proposal.expires(), id));
  }

  /// Without those that the actor proposed or approved.
  Proposals withoutThoseOf(long actor) {
    Proposals rest = this;
    for (Proposal proposal : all.values()) {
      if (proposal.by(actor)) {
        rest = rest.without(proposal.id());
      }
    }
    return rest;
  }
}
