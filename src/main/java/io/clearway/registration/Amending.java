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
/// docs/rules/registration.md, M-1 to M-7.
public final class Amending {

  /// So many amendments one registration takes.
  static final int MOST = 64;

  private Amending() {}

  /// What an amendment would do: which fields it changes and what speaks against it.
  public record Effect(List<String> fields, List<Violation> violations) {}

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
    violations.addAll(RegistrationRules.check(registrations.under(null).aside(held), form, site));
    return new Effect(changed, List.copyOf(violations));
  }

  static Decision<RegistrationEvent> decide(
      Registrations registrations,
      RegistrationCommand.Amend c,
      RegistrationRules.Facts facts,
      Instant now) {
    Optional<Registration> found =
        registrations.find(c.key()).filter(held -> held.owner() == facts.owner());
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
    if (!effect.violations().isEmpty()) {
      return Decision.refuse(Refusal.ofFields(effect.violations()));
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
            facts.passage() == RegistrationRules.Passage.GONE));
  }
}
