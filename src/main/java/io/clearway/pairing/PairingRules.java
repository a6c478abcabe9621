package io.clearway.pairing;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Two-way trips and stays as pure functions. Rules: docs/rules/pairing.md.
public final class PairingRules {

  /// So many words of the other side one stay takes.
  static final int MOST = 50;

  private PairingRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param nextId the id that a new pair gets
  /// @param halves the registrations of the pair that is named, the export first; none when they
  ///   are not held
  /// @param unmet which conditions do not hold between them
  /// @param reading the clock of the stay that is named, if there is one
  public record Facts(
      long actor,
      long nextId,
      List<Registration> halves,
      List<String> unmet,
      Optional<StayClock.Reading> reading) {}

  public static Decision<PairingEvent> decide(
      Pairings known, PairingCommand command, Facts facts, Instant now) {
    return switch (command) {
      case PairingCommand.ConfirmPair c -> confirm(known, c, facts, now);
      case PairingCommand.ReportHeld c -> held(known, c, facts, now);
      case PairingCommand.WithdrawHeld c -> withdraw(known, c, facts, now);
      case PairingCommand.LinkPair c -> link(known, c, facts, now);
      case PairingCommand.PartPair(long pair) ->
          known.find(pair).isEmpty()
              ? Decision.accept(List.of())
              : Decision.accept(new PairingEvent.PairParted(pair, now));
      case PairingCommand.JudgePair(long pair, List<String> broken) ->
          known.find(pair).filter(held -> !held.broken().equals(broken)).isEmpty()
              ? Decision.accept(List.of())
              : Decision.accept(new PairingEvent.PairJudged(pair, broken, now));
      case PairingCommand.JudgeStay(long visit) -> judge(known, visit, facts, now);
    };
  }

  /// Y-12 to Y-14.
  private static Decision<PairingEvent> confirm(
      Pairings known, PairingCommand.ConfirmPair c, Facts facts, Instant now) {
    Optional<Pair> found = known.find(c.pair());
    if (found.isEmpty() || facts.halves().size() < 2) {
      return no("PAIR_UNKNOWN", "Y-12", "There is no such two-way trip.");
    }
    Agency agency =
        switch (c.agency()) {
          case BORDER_GUARD -> Agency.BORDER_GUARD;
          case CUSTOMS -> Agency.CUSTOMS;
        };
    if (found.get().wordOf(agency).isPresent()) {
      return no("ALREADY_CONFIRMED", "Y-12", agency + " has registered this trip already.");
    }
    if (stale(c.seenExport(), facts.halves().getFirst())
        || stale(c.seenImport(), facts.halves().getLast())) {
      return no("STALE", "Y-14", "It was amended since you saw it; look at it again.");
    }
    if (!facts.unmet().isEmpty()) {
      return Decision.refuse(
          new Refusal(
              "NOT_TWO_WAY",
              "Y-13",
              "This is no two-way trip as it stands.",
              facts.unmet(),
              List.of()));
    }
    return Decision.accept(
        new PairingEvent.PairConfirmed(c.pair(), new Pair.Word(agency, facts.actor(), now)));
  }

  private static boolean stale(OptionalInt seen, Registration held) {
    return seen.isPresent() && seen.getAsInt() != held.version();
  }

  /// Y-10, Y-11: whoever is linked is linked once.
  private static Decision<PairingEvent> link(
      Pairings known, PairingCommand.LinkPair c, Facts facts, Instant now) {
    boolean free = known.of(c.export()).isEmpty() && known.of(c.imported()).isEmpty();
    return free
        ? Decision.accept(
            new PairingEvent.PairLinked(
                new Pair(facts.nextId(), c.export(), c.imported(), now, List.of(), List.of())))
        : Decision.accept(List.of());
  }

  /// Y-24: what is heard from the other side is taken down as it was heard.
  private static Decision<PairingEvent> held(
      Pairings known, PairingCommand.ReportHeld c, Facts facts, Instant now) {
    Optional<Stay> stay = abroad(known, c.visit());
    if (stay.isEmpty()) {
      return no("STAY_UNKNOWN", "Y-24", "No vehicle of ours went out with that passage.");
    }
    boolean again = stay.get().held().stream().anyMatch(one -> one.key().equals(c.key()));
    if (!again && stay.get().held().size() >= MOST) {
      return no("TOO_MANY_HOLDS", "Y-24", "It was held " + MOST + " times already.");
    }
    return Decision.accept(
        new PairingEvent.OtherSideHeld(
            c.visit(), new Stay.Held(c.key(), c.said(), facts.actor(), now)));
  }

  private static Decision<PairingEvent> withdraw(
      Pairings known, PairingCommand.WithdrawHeld c, Facts facts, Instant now) {
    boolean there =
        abroad(known, c.visit()).stream()
            .flatMap(stay -> stay.held().stream())
            .anyMatch(one -> one.key().equals(c.key()));
    return there
        ? Decision.accept(
            new PairingEvent.OtherSideHoldWithdrawn(c.visit(), c.key(), facts.actor(), now))
        : no("HOLD_UNKNOWN", "Y-24", "Nobody said that the other side held it then.");
  }

  private static Optional<Stay> abroad(Pairings known, long visit) {
    return known.stays().find(visit).filter(stay -> stay.side() == Stay.Side.ABROAD);
  }

  /// Y-25, Y-26.
  private static Decision<PairingEvent> judge(
      Pairings known, long visit, Facts facts, Instant now) {
    Optional<Stay> stay = known.stays().find(visit);
    return stay.isEmpty() || facts.reading().isEmpty()
        ? Decision.accept(List.of())
        : StayClock.judge(stay.get(), facts.reading().get(), false, now)
            .map(Decision::accept)
            .orElse(Decision.accept(List.of()));
  }

  private static Decision<PairingEvent> no(String code, String rule, String detail) {
    return Decision.refuse(Refusal.of(code, rule, detail));
  }
}
