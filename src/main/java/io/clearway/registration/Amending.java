package io.clearway.registration;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The amendment of a registration, field by field, in any state. Rules:
/// docs/rules/registration.md, M-1 to M-10.
public final class Amending {

  /// So many amendments one registration takes.
  static final int MOST = 64;

  /// What tells two registrations of one vehicle apart. Where it stays, a tractor that drew
  /// another vehicle since does not stand against an amendment (D-4).
  private static final List<String> TELLING =
      List.of(Field.ARRIVAL, "vehicles[].plateNumber", "goodsGroups[].customsDeclarationNumber");

  private Amending() {}

  /// What an amendment would do: which fields it changes, whose word on the papers no longer
  /// stands, and what speaks against it.
  public record Effect(
      List<String> fields, List<Registration.Papers> voided, List<Violation> violations) {}

  /// For showing beforehand; the same judgement as of the amendment itself.
  public static Effect effect(
      Registrations registrations,
      Registration held,
      Registration.Form form,
      Site site,
      RegistrationRules.Passage passage) {
    List<String> changed = Field.changed(held.form(), form);
    List<Violation> violations = new ArrayList<>();
    for (String field : changed) {
      if (Field.fixed(field)) {
        violations.add(
            new Violation(
                field,
                "FIELD_FIXED",
                "M-3",
                "This field makes the registration what it is; register anew."));
      }
      if (field.equals(Field.GATE) && passage == RegistrationRules.Passage.HERE) {
        violations.add(
            new Violation(
                field,
                "VEHICLE_HERE",
                "M-4",
                "The vehicle stands at a gate; it is diverted there, not on paper."));
      }
    }
    boolean another = changed.stream().anyMatch(TELLING::contains);
    RegistrationRules.check(registrations.under(null).aside(held), form, site).stream()
        .filter(fault -> another || !fault.code().equals("REGISTERED_TWICE"))
        .forEach(violations::add);
    List<Registration.Papers> voided =
        passage == RegistrationRules.Passage.GONE
            ? List.of()
            : held.papers().stream()
                .filter(papers -> RegistrationRules.relies(site, papers.agency(), changed))
                .toList();
    return new Effect(changed, voided, List.copyOf(violations));
  }

  /// What stands against an amendment, with R-64 where the planned arrival is amended of a vehicle
  /// that has not come.
  public static List<Violation> faults(
      Effect effect, Registration.Form form, RegistrationRules.Passage passage, Instant now) {
    List<Violation> all = new ArrayList<>(effect.violations());
    if (effect.fields().contains(Field.ARRIVAL) && passage == RegistrationRules.Passage.NOT_HERE) {
      all.addAll(RegistrationRules.untimely(form, Registration.Via.API, now));
    }
    return List.copyOf(all);
  }

  static Decision<RegistrationEvent> decide(
      Registrations registrations,
      RegistrationCommand.Amend c,
      RegistrationRules.Facts facts,
      Instant now) {
    Optional<Registration> found = registrations.find(c.key()).filter(held -> facts.mine());
    if (found.isEmpty()) {
      return Decision.refuse(
          Refusal.of("REGISTRATION_UNKNOWN", "M-1", "You have no such registration."));
    }
    Registration held = found.get();
    if (held.version() != c.version()) {
      return Decision.refuse(
          Refusal.of("STALE", "M-2", "It was amended meanwhile; look at it again."));
    }
    Effect effect = effect(registrations, held, c.form(), facts.site(), facts.passage());
    List<Violation> faults = new ArrayList<>(faults(effect, c.form(), facts.passage(), now));
    faults.addAll(
        facts
            .links()
            .faults(registrations.under(null).aside(held), c.form(), held.form().linked()));
    if (!faults.isEmpty()) {
      return Decision.refuse(Refusal.ofFields(List.copyOf(faults)));
    }
    if (effect.fields().isEmpty()) {
      return Decision.refuse(Refusal.of("NOTHING_CHANGED", "M-5", "No field is different."));
    }
    if (held.version() >= MOST) {
      return Decision.refuse(
          Refusal.of("TOO_MANY_AMENDMENTS", "M-6", "It was amended " + MOST + " times."));
    }
    return Decision.accept(
        new RegistrationEvent.Amended(
            held.id(),
            new Registration.Change(now, effect.fields()),
            c.form(),
            effect.voided().stream().map(Registration.Papers::agency).toList(),
            facts.passage() == RegistrationRules.Passage.GONE));
  }

  /// M-11: what was withdrawn is forgotten; its number and its seals are free again.
  static Decision<RegistrationEvent> withdraw(
      Registrations registrations, RegistrationCommand.Withdraw c, RegistrationRules.Facts facts) {
    Optional<Registration> found = registrations.find(c.key()).filter(held -> facts.mine());
    if (found.isEmpty()) {
      return Decision.refuse(
          Refusal.of("REGISTRATION_UNKNOWN", "M-1", "You have no such registration."));
    }
    if (facts.passage() != RegistrationRules.Passage.NOT_HERE) {
      return Decision.refuse(
          Refusal.of("VEHICLE_CAME", "M-11", "The vehicle has come; its registration stays."));
    }
    if (facts.promised()) {
      return Decision.refuse(
          Refusal.of(
              "IN_TRANSSHIPMENT", "M-13", "Goods are to change into or out of this vehicle."));
    }
    return Decision.accept(new RegistrationEvent.RegistrationsRetired(List.of(found.get().id())));
  }

  /// M-8 to M-10.
  static Decision<RegistrationEvent> confirm(
      Registrations registrations,
      RegistrationCommand.ConfirmPapers c,
      RegistrationRules.Facts facts,
      Instant now) {
    Optional<Registration> found = registrations.find(c.key());
    if (found.isEmpty() || facts.passage() == RegistrationRules.Passage.GONE) {
      return Decision.refuse(
          Refusal.of("REGISTRATION_UNKNOWN", "M-8", "There is no such registration any more."));
    }
    Registration held = found.get();
    if (held.papersOf(c.agency()).isPresent()) {
      return Decision.refuse(
          Refusal.of("ALREADY_CONFIRMED", "M-9", c.agency() + " has found these papers in order."));
    }
    if (RegistrationRules.amendedSince(facts.site(), held, c.agency(), c.seen())) {
      return Decision.refuse(
          Refusal.of("STALE", "M-10", "It was amended since you saw it; look at it again."));
    }
    return Decision.accept(
        new RegistrationEvent.PapersConfirmed(
            held.id(), new Registration.Papers(c.agency(), facts.owner(), now)));
  }
}
