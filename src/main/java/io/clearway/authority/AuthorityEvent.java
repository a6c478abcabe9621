package io.clearway.authority;

import java.util.List;

/// What happened to the register of actors.
public sealed interface AuthorityEvent {

  record ActorEnrolled(Actor actor) implements AuthorityEvent {}

  record ActorRescoped(long actor, Scope scope) implements AuthorityEvent {}

  record SecretRenewed(long actor) implements AuthorityEvent {}

  record ActorRevoked(long actor) implements AuthorityEvent {}

  record Proposed(Proposal proposal) implements AuthorityEvent {}

  record Approved(long proposal, Proposal.Voice voice) implements AuthorityEvent {}

  /// They were withdrawn, their time is over, or what they are about was done.
  record ProposalsClosed(List<Long> proposals, Closing how) implements AuthorityEvent {}

  /// What is known of the past and no actor says any more.
  record PastCarried(Past past) implements AuthorityEvent {}

  /// Why a proposal stands no more.
  enum Closing {
    WITHDRAWN,
    EXPIRED,
    /// What was approved was done.
    DONE
  }
}
