package io.clearway.authority;

import java.util.List;

/// What stays known when actors have gone.
///
/// @param twoOperators whether there ever were two operators at once
/// @param companies whose accounts revoked actors were, by the actor's id
public record Past(boolean twoOperators, List<Account> companies) {

  /// Nothing is known.
  public static final Past NOTHING = new Past(false, List.of());

  /// An account that was a company's.
  public record Account(long actor, String company) {}
}
