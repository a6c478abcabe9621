package io.clearway.fleet;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.List;

/// What drives, as pure functions. Rules: docs/rules/fleet.md.
public final class FleetRules {

  private FleetRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param nextId the id that something new gets
  /// @param where what is where, with the passages and their papers
  /// @param mine the vehicle is the speaker's, of the same company, or in the speaker's yard
  /// @param kept who holds the vehicle, and what is done with its goods
  public record Facts(
      Site site, long actor, long nextId, Whereabouts where, boolean mine, List<String> kept) {}

  public static Decision<FleetEvent> decide(FleetCommand command, Facts facts, Instant now) {
    return switch (command) {
      case FleetCommand.OfTractor c -> TractorRules.decide(c, facts, now);
      case FleetCommand.OfPool c -> PoolRules.decide(c, facts, now);
      case FleetCommand.OfPersons c -> PersonRules.decide(c, facts, now);
    };
  }

  static Decision<FleetEvent> no(String code, String rule, String detail) {
    return Decision.refuse(Refusal.of(code, rule, detail));
  }
}
