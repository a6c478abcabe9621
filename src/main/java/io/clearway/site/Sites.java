package io.clearway.site;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The site in force, and the one that comes. Rules: docs/rules/site.md.
///
/// @param coming adopted, but its first day has not begun
public record Sites(Optional<Site> current, Optional<Site> coming) {

  public static Sites empty() {
    return new Sites(Optional.empty(), Optional.empty());
  }

  /// @throws IllegalStateException before any site was adopted
  public Site get() {
    return current.orElseThrow(() -> new IllegalStateException("no site was adopted"));
  }

  public Decision<SiteEvent> decide(SiteCommand command, Instant now) {
    return switch (command) {
      case SiteCommand.AdoptSite(Site site) -> adopt(site, now);
    };
  }

  private Decision<SiteEvent> adopt(Site site, Instant now) {
    if (current.isPresent() && !current.get().complex().equals(site.complex())) {
      return Decision.refuse(
          Refusal.of("OTHER_COMPLEX", "S-1", "This journal belongs to another complex."));
    }
    if (is(current, site) || is(coming, site)) {
      return Decision.accept(List.of());
    }
    return Decision.accept(
        site.inForce(site.dayOf(now))
            ? new SiteEvent.SiteAdopted(site)
            : new SiteEvent.SitePlanned(site));
  }

  private static boolean is(Optional<Site> known, Site site) {
    return known.isPresent() && known.get().digest().equals(site.digest());
  }

  /// The coming site, once its first day has begun.
  public Optional<SiteEvent> due(Instant now) {
    return coming.filter(site -> site.inForce(site.dayOf(now))).map(SiteEvent.SiteAdopted::new);
  }

  public Sites evolve(SiteEvent event) {
    return switch (event) {
      case SiteEvent.SiteAdopted(Site site) ->
          new Sites(Optional.of(site), is(coming, site) ? Optional.empty() : coming);
      case SiteEvent.SitePlanned(Site site) -> new Sites(current, Optional.of(site));
    };
  }
}
