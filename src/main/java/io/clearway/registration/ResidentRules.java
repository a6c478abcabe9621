package io.clearway.registration;

import io.clearway.kernel.Subject;
import io.clearway.kernel.Violation;
import io.clearway.site.Figure;
import io.clearway.site.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// what a border resident may trade in a day, over all registrations of that day that are
/// held. A resident is known by the identity number.
final class ResidentRules {

  private final Registrations registrations;
  private final Site site;
  private final LocalDate day;

  private ResidentRules(Registrations registrations, Site site, LocalDate day) {
    this.registrations = registrations;
    this.site = site;
    this.day = day;
  }

  static List<Violation> check(Registrations registrations, Registration.Form form, Site site) {
    Findings found = new Findings();
    if (site.rulebook().residentsPerDay() instanceof Figure.Known limit) {
      var rules = new ResidentRules(registrations, site, site.dayOf(form.plannedArrivalAt()));
      rules.check(found, form.trade().residents(), limit.most());
    }
    return found.all();
  }

  private void check(Findings found, List<Registration.Resident> residents, long most) {
    for (int i = 0; i < residents.size(); i++) {
      Optional<Subject> who = residents.get(i).subject();
      long before = who.map(this::held).orElse(0L) + of(who, residents.subList(0, i));
      if (before + residents.get(i).valueVnd() > most) {
        found.add(
            Findings.Place.of("residents", i).field("valueVnd"),
            "RESIDENT_LIMIT",
            "R-47",
            "A border resident may trade " + most + " VND in a day, over all registrations.");
      }
    }
  }

  /// What that resident trades on the day by the registrations that are held.
  private long held(Subject who) {
    return registrations.byResident().of(who).stream()
        .map(id -> registrations.all().get(id).form())
        .filter(form -> site.dayOf(form.plannedArrivalAt()).equals(day))
        .mapToLong(form -> of(Optional.of(who), form.trade().residents()))
        .sum();
  }

  /// What that resident trades among these; nobody knows it of one without an identity number.
  private static long of(Optional<Subject> who, List<Registration.Resident> residents) {
    return residents.stream()
        .filter(resident -> who.isPresent() && resident.subject().equals(who))
        .mapToLong(Registration.Resident::valueVnd)
        .sum();
  }
}
