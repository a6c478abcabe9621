package io.clearway.registration;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A registration whose vehicle was sent to another gate. Rules: docs/rules/registration.md, M-12.
public final class Rerouting {

  private Rerouting() {}

  /// What would be wrong with the registration at that gate and is not wrong where it is, as codes.
  public static List<String> unmet(Registration held, String gate, Site site, Instant now) {
    if (held.form().gate().equals(gate)) {
      return List.of("SAME_GATE");
    }
    List<String> before = codes(held.form(), site);
    List<String> after = new ArrayList<>(codes(at(held.form(), gate, now), site));
    after.removeAll(before);
    return List.copyOf(after);
  }

  private static List<String> codes(Registration.Form form, Site site) {
    return SiteRules.check(form, site).stream().map(Violation::code).distinct().toList();
  }

  /// M-12: it is expected at the other gate from now on; which route it takes there is open.
  static Decision<RegistrationEvent> decide(
      Registrations registrations,
      RegistrationCommand.Reroute c,
      RegistrationRules.Facts facts,
      Instant now) {
    Optional<Registration> held = registrations.find(c.registration());
    if (held.isEmpty() || held.get().form().gate().equals(c.gate())) {
      return Decision.refuse(
          Refusal.of("REGISTRATION_UNKNOWN", "M-12", "There is no such registration elsewhere."));
    }
    Registration.Form form = at(held.get().form(), c.gate(), now);
    List<String> changed = Field.changed(held.get().form(), form);
    return Decision.accept(
        new RegistrationEvent.Amended(
            c.registration(),
            new Registration.Change(now, changed),
            form,
            held.get().papers().stream()
                .map(Registration.Papers::agency)
                .filter(agency -> RegistrationRules.relies(facts.site(), agency, changed))
                .toList(),
            false));
  }

  private static Registration.Form at(Registration.Form f, String gate, Instant now) {
    Registration.Trade t = f.trade();
    return new Registration.Form(
        f.declarationId(),
        f.number(),
        f.borderGuardNumber(),
        f.direction(),
        gate,
        f.createdAt(),
        f.plannedArrivalAt().isBefore(now) ? now : f.plannedArrivalAt(),
        f.declarant(),
        f.feePayer(),
        f.procedureOfficer(),
        f.parking(),
        f.totalWeightKg(),
        f.storageGoods(),
        f.transshipmentPlanned(),
        f.linked(),
        f.goods(),
        f.quarantine(),
        f.vehicles(),
        new Registration.Trade(
            t.regime(), Optional.empty(), t.otherSide(), t.certificates(), t.residents()),
        f.synthetic());
  }
}
