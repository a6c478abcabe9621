package io.clearway.transshipment;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.site.Handling;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Goods that change vehicles, as pure functions. Rules: docs/rules/transshipment.md.
public final class TransshipmentRules {

  private TransshipmentRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param nextId the id that a new one gets
  /// @param parties those that the command is about, the source first, then the receiving vehicles
  ///   as planned; whom nobody registered is not in it
  /// @param planned those that are planned, with their sources, when somebody is to be called
  /// @param sealed whether a seal is in use, as seals are compared
  public record Facts(
      Site site,
      long actor,
      long nextId,
      List<Party> parties,
      List<Line.Waiting> planned,
      boolean sealed) {

    Optional<Party> party(long registration) {
      return parties.stream().filter(party -> party.id() == registration).findFirst();
    }
  }

  public static Decision<TransshipmentEvent> decide(
      Transshipments known, TransshipmentCommand command, Facts facts, Instant now) {
    return switch (command) {
      case TransshipmentCommand.Plan c -> Planning.plan(known, c, facts, now);
      case TransshipmentCommand.CallNext(String yard) ->
          Decision.accept(
              Line.call(Line.of(yard, facts.planned()), yard, known, facts.site(), now));
      case TransshipmentCommand.OfOne c ->
          known
              .find(c.transshipment())
              .map(held -> decide(held, c, facts, now))
              .orElseGet(TransshipmentRules::unknown);
    };
  }

  private static Decision<TransshipmentEvent> decide(
      Transshipment held, TransshipmentCommand.OfOne command, Facts facts, Instant now) {
    return switch (command) {
      case TransshipmentCommand.Cancel c -> Planning.cancel(held, facts, now);
      case TransshipmentCommand.Drop c ->
          begun(held)
              ? Decision.accept(List.of())
              : Decision.accept(
                  new TransshipmentEvent.TransshipmentCancelled(held.id(), facts.actor(), now));
      case TransshipmentCommand.Start c -> start(held, c, facts, now);
      case TransshipmentCommand.RecordLoading c -> load(held, c, facts, now);
      case TransshipmentCommand.Finish c -> finish(held, c, facts, now);
      case TransshipmentCommand.Sign c -> sign(held, c, facts, now);
    };
  }

  static Decision<TransshipmentEvent> unknown() {
    return no("TRANSSHIPMENT_UNKNOWN", "T-1", "There is no such transshipment.");
  }

  static Decision<TransshipmentEvent> no(String code, String rule, String detail) {
    return Decision.refuse(Refusal.of(code, rule, detail));
  }

  /// Goods were on the move, or are.
  static boolean begun(Transshipment held) {
    return switch (held.stage()) {
      case Transshipment.Stage.Planned s -> false;
      case Transshipment.Stage.Called s -> false;
      case Transshipment.Stage.Started s -> true;
      case Transshipment.Stage.Finished s -> true;
    };
  }

  /// T-5: everything that is missing is named.
  private static Decision<TransshipmentEvent> start(
      Transshipment held, TransshipmentCommand.Start c, Facts facts, Instant now) {
    if (begun(held)) {
      return no("ALREADY_STARTED", "T-5", "The goods are on the move already.");
    }
    List<String> unmet = Eligibility.unmet(held, facts.parties(), facts.site());
    return unmet.isEmpty() && held.stage() instanceof Transshipment.Stage.Called called
        ? Decision.accept(
            new TransshipmentEvent.TransshipmentStarted(
                held.id(), called.area(), facts.actor(), before(c.occurredAt(), now), now))
        : Decision.refuse(
            new Refusal(
                "NOT_ELIGIBLE", "T-5", "Goods may not change vehicles yet.", unmet, List.of()));
  }

  /// T-6, T-7.
  private static Decision<TransshipmentEvent> load(
      Transshipment held, TransshipmentCommand.RecordLoading c, Facts facts, Instant now) {
    if (!held.underWay()) {
      return notUnderWay();
    }
    if (held.plan().receiver(c.receiver()).isEmpty()) {
      return no("NO_RECEIVER", "T-6", "This vehicle takes nothing over here.");
    }
    if (c.lots().stream().anyMatch(lot -> !brought(held, lot))) {
      return no(
          "LOT_UNKNOWN", "T-6", "The source does not bring goods of that customs declaration.");
    }
    if (facts.sealed()) {
      return no("SEAL_DUPLICATE", "T-7", "This seal is on another vehicle.");
    }
    return Decision.accept(
        new TransshipmentEvent.VehicleLoaded(
            held.id(),
            new Transshipment.Loading(
                c.receiver(),
                c.lots(),
                c.seal(),
                facts.actor(),
                before(c.occurredAt(), now),
                now)));
  }

  private static Decision<TransshipmentEvent> notUnderWay() {
    return no("NOT_UNDER_WAY", "T-6", "The goods are not on the move.");
  }

  private static boolean brought(Transshipment held, Transshipment.Lot lot) {
    return held.plan().lots().stream().anyMatch(one -> one.number().equals(lot.number()));
  }

  /// T-8, T-9: bay and crew are free; a broken balance is a fact, and says so.
  private static Decision<TransshipmentEvent> finish(
      Transshipment held, TransshipmentCommand.Finish c, Facts facts, Instant now) {
    if (!held.underWay()) {
      return notUnderWay();
    }
    if (c.remaining().stream().anyMatch(lot -> !brought(held, lot))) {
      return no(
          "LOT_UNKNOWN", "T-6", "The source does not bring goods of that customs declaration.");
    }
    if (held.loadings().isEmpty()) {
      return no("NOTHING_LOADED", "T-8", "No vehicle took anything over.");
    }
    // Its registration is kept as long as the transshipment is (T-11).
    Party source = facts.party(held.source()).orElseThrow();
    List<Balance.Difference> differences =
        Balance.of(
            held,
            c.remaining(),
            source.papers().form(),
            facts.site().handling(),
            facts.site().dayOf(now).toString());
    return Decision.accept(
        new TransshipmentEvent.TransshipmentFinished(
            held.id(),
            c.remaining(),
            differences,
            facts.actor(),
            before(c.occurredAt(), now),
            now));
  }

  /// T-10.
  private static Decision<TransshipmentEvent> sign(
      Transshipment held, TransshipmentCommand.Sign c, Facts facts, Instant now) {
    if (!(held.stage() instanceof Transshipment.Stage.Finished finished)) {
      return no("NOT_FINISHED", "T-10", "The goods are not all packed yet.");
    }
    if (held.signature().isPresent()) {
      return no("ALREADY_SIGNED", "T-10", "Customs has signed already.");
    }
    if (!finished.differences().isEmpty() && c.reason().isEmpty()) {
      return Decision.refuse(
          new Refusal(
              "NOT_CONSERVED",
              "T-10",
              "What was packed is not what came; who signs says why.",
              finished.differences().stream().map(d -> "LOT_" + d.number()).toList(),
              List.of()));
    }
    return Decision.accept(
        new TransshipmentEvent.TransshipmentSigned(
            held.id(), new Transshipment.Signature(facts.actor(), now, c.reason())));
  }

  /// A clock ahead of ours says now.
  private static Instant before(Instant said, Instant now) {
    return said.isAfter(now) ? now : said;
  }

  /// Whether a container or a trailer changes vehicles as it is.
  static boolean whole(Handling.Method method) {
    return switch (method) {
      case GANG -> false;
      case CRANE, TRAILER -> true;
    };
  }
}
