package io.clearway.transshipment;

import io.clearway.kernel.Decision;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Who registered the goods says into which vehicles they go. Rules: docs/rules/transshipment.md,
/// T-1 to T-3.
final class Planning {

  private Planning() {}

  static Decision<TransshipmentEvent> plan(
      Transshipments known,
      TransshipmentCommand.Plan c,
      TransshipmentRules.Facts facts,
      Instant now) {
    Optional<Transshipment> held = known.find(c.key());
    Optional<Party> source = facts.party(c.source()).filter(Party::mine);
    if (source.isEmpty() || held.filter(one -> one.source() != c.source()).isPresent()) {
      return no("REGISTRATION_UNKNOWN", "T-1", "You have no such registration.");
    }
    if (held.filter(TransshipmentRules::begun).isPresent()) {
      return no("ALREADY_STARTED", "T-3", "The goods are on the move already.");
    }
    Optional<Decision<TransshipmentEvent>> wrong =
        fault(source.get(), c, facts).or(() -> taken(known, held, c));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Transshipment.Plan plan =
        new Transshipment.Plan(facts.actor(), now, c.method(), c.lots(), c.receivers());
    return Decision.accept(
        held.<TransshipmentEvent>map(
                one -> new TransshipmentEvent.TransshipmentReplanned(one.id(), plan))
            .orElseGet(() ->
                new TransshipmentEvent.TransshipmentPlanned(
                    new Transshipment(
                        facts.nextId(),
                        c.key(),
                        c.source(),
                        plan,
                        new Transshipment.Stage.Planned(now),
                        List.of(),
                        Optional.empty()))));
  }

  private static Decision<TransshipmentEvent> no(String code, String rule, String detail) {
    return TransshipmentRules.no(code, rule, detail);
  }

  /// T-2.
  private static Optional<Decision<TransshipmentEvent>> fault(
      Party source, TransshipmentCommand.Plan c, TransshipmentRules.Facts facts) {
    Registration.Form form = source.papers().form();
    if (source.gone()) {
      return Optional.of(no("ALREADY_GONE", "T-2", "The vehicle has left."));
    }
    if (RegistrationRules.empty(form.trade().regime())) {
      return Optional.of(no("NO_GOODS_ABOARD", "T-2", "This vehicle brings no goods."));
    }
    if (!numbers(form).equals(distinct(c)) || c.lots().size() != distinct(c).size()) {
      return Optional.of(
          no("LOTS_WRONG", "T-2", "Each customs declaration of the source is one lot."));
    }
    if (TransshipmentRules.whole(c.method()) && c.receivers().size() != 1) {
      return Optional.of(
          no("ONE_RECEIVER", "T-2", "A container or a trailer goes to one vehicle."));
    }
    for (Transshipment.Receiver receiver : c.receivers()) {
      Optional<Party> party = facts.party(receiver.registration()).filter(Party::mine);
      if (party.filter(one -> receives(one, form) && !one.gone()).isEmpty()) {
        return Optional.of(
            no(
                "NO_RECEIVER",
                "T-2",
                "A receiving vehicle is registered as such, for the same gate and direction, and"
                    + " has not left."));
      }
      if (!distinct(c).containsAll(receiver.numbers())) {
        return Optional.of(
            no(
                "LOT_UNKNOWN",
                "T-2",
                "The source does not bring goods of that customs declaration."));
      }
    }
    return facts.site().handling().of(source.yard(), c.method()).isEmpty()
        ? Optional.of(no("NO_AREA", "T-2", "In this yard goods do not change vehicles that way."))
        : Optional.empty();
  }

  static boolean receives(Party party, Registration.Form source) {
    Registration.Form form = party.papers().form();
    return form.trade().regime() == Registration.Regime.RECEIVING
        && form.gate().equals(source.gate())
        && form.direction() == source.direction();
  }

  /// Of its customs declarations.
  static Set<String> numbers(Registration.Form form) {
    Set<String> all = new TreeSet<>();
    form.goods().forEach(group -> all.add(group.customsNumber()));
    return all;
  }

  private static Set<String> distinct(TransshipmentCommand.Plan c) {
    Set<String> all = new TreeSet<>();
    c.lots().forEach(lot -> all.add(lot.number()));
    return all;
  }

  /// T-3: a vehicle is in one transshipment.
  private static Optional<Decision<TransshipmentEvent>> taken(
      Transshipments known, Optional<Transshipment> held, TransshipmentCommand.Plan c) {
    Set<Long> parties = new TreeSet<>();
    boolean twice = !parties.add(c.source());
    for (Transshipment.Receiver receiver : c.receivers()) {
      twice |= !parties.add(receiver.registration());
    }
    boolean elsewhere =
        parties.stream()
            .flatMap(party -> known.byParty().find(party).stream())
            .anyMatch(id -> held.filter(one -> one.id() == id).isEmpty());
    return twice || elsewhere
        ? Optional.of(no("IN_ANOTHER", "T-3", "A vehicle is in one transshipment at a time."))
        : Optional.empty();
  }

  /// T-3.
  static Decision<TransshipmentEvent> cancel(
      Transshipment held, TransshipmentRules.Facts facts, Instant now) {
    if (facts.party(held.source()).filter(Party::mine).isEmpty()) {
      return TransshipmentRules.unknown();
    }
    return TransshipmentRules.begun(held)
        ? no("ALREADY_STARTED", "T-3", "The goods are on the move already.")
        : Decision.accept(
            new TransshipmentEvent.TransshipmentCancelled(held.id(), facts.actor(), now));
  }
}
