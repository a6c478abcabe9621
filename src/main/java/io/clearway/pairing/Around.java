package io.clearway.pairing;

import io.clearway.clearance.Awaited;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.Clearances;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.Crossings;
import io.clearway.registration.Registrations;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stays follow: the site in force, papers, passages and what agencies do on loads.
public record Around(
    Optional<Site> site, Registrations registrations, Crossings crossings, Clearances clearances) {

  /// The passage of those papers, as long as its vehicle is here.
  Optional<Crossing> live(long registration) {
    return crossings
        .byRegistration()
        .find(registration)
        .flatMap(crossings::find)
        .filter(Crossing::live);
  }

  /// Why our agencies keep the vehicle of those papers, as codes, each with since when; none as
  /// long as it is not here. Who has to act is what a load says.
  SortedMap<String, Instant> keeping(long registration) {
    SortedMap<String, Instant> why = new TreeMap<>();
    Optional<Crossing> here = live(registration);
    if (here.isEmpty()) {
      return why;
    }
    here.get().turned().ifPresent(turning -> why.put("TURNED", turning.at()));
    Optional<Clearance> load = clearances.find(registration);
    load.ifPresent(held -> {
      Awaited.holders(held).forEach(one -> first(why, "HOLD_" + one.agency(), one.since()));
      held.owed().stream()
          .filter(owed -> owed.until().isEmpty())
          .forEach(owed -> first(why, "INSPECTION_" + owed.agency(), owed.since()));
    });
    return why;
  }

  private static void first(SortedMap<String, Instant> why, String code, Instant since) {
    why.merge(code, since, (a, b) -> a.isBefore(b) ? a : b);
  }
}
