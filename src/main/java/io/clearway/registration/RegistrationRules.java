package io.clearway.registration;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.site.Places;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Registration as pure functions. Rules: docs/rules/registration.md, R-1 to R-30.
public final class RegistrationRules {

  private RegistrationRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param owner the actor who asks
  /// @param nextId the id that a new registration gets
  public record Facts(Site site, long owner, long nextId) {}

  public static Decision<RegistrationEvent> decide(
      Registrations registrations, RegistrationCommand command, Facts facts, Instant now) {
    return switch (command) {
      case RegistrationCommand.Register c -> register(registrations, c, facts, now);
      case RegistrationCommand.Retire(List<Long> ids) -> retire(registrations, ids);
    };
  }

  /// Everything that the rules say against a form, all faults at once.
  public static List<Violation> check(
      Registrations registrations, Registration.Form form, Site site) {
    List<Violation> violations = new ArrayList<>(FormRules.check(form));
    gate(form, site).ifPresent(violations::add);
    duplicates(registrations, form, violations);
    return violations;
  }

  private static Decision<RegistrationEvent> register(
      Registrations registrations, RegistrationCommand.Register c, Facts facts, Instant now) {
    if (registrations.byKey().has(c.key())) {
      return Decision.refuse(Refusal.of("ID_IN_USE", "R-1", "A registration with this id exists."));
    }
    List<Violation> violations = check(registrations, c.form(), facts.site());
    if (!violations.isEmpty()) {
      return Decision.refuse(Refusal.ofFields(List.copyOf(violations)));
    }
    Registration registration = new Registration(facts.nextId(), c.key(), facts.owner(), c.form());
    return Decision.accept(new RegistrationEvent.Registered(registration, now));
  }

  private static Decision<RegistrationEvent> retire(Registrations registrations, List<Long> ids) {
    List<Long> known = ids.stream().distinct().filter(registrations.all()::has).toList();
    return known.size() == ids.size()
        ? Decision.accept(new RegistrationEvent.RegistrationsRetired(known))
        : Decision.refuse(
            Refusal.of("REGISTRATION_UNKNOWN", "R-30", "There is no such registration."));
  }

  private static Optional<Violation> gate(Registration.Form form, Site site) {
    if (site.places().findLine(form.gate()).isPresent()) {
      return Optional.empty();
    }
    String known = String.join(", ", site.lines().stream().map(Places.Line::code).toList());
    return Optional.of(
        new Violation("gateCode", "GATE_UNKNOWN", "R-10", "The gate must be one of " + known));
  }

  private static void duplicates(
      Registrations registrations, Registration.Form form, List<Violation> violations) {
    if (registrations.byNumber().has(form.number())) {
      violations.add(
          new Violation(
              "declarationNumber",
              "DUPLICATE_DECLARATION_NUMBER",
              "R-4",
              "Another registration carries this number."));
    }
    Set<String> inForm = new TreeSet<>();
    for (int i = 0; i < form.vehicles().size(); i++) {
      Optional<String> seal = form.vehicles().get(i).seal();
      if (seal.isPresent() && (registrations.bySeal().has(seal.get()) || !inForm.add(seal.get()))) {
        violations.add(
            new Violation(
                "vehicles[" + i + "].customsSealNumber",
                "SEAL_DUPLICATE",
                "R-22",
                "This seal is on another vehicle that has not left."));
      }
    }
  }
}
