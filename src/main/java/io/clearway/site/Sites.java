package io.clearway.site;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/// The site in force. Rules: docs/rules/site.md.
public record Sites(Optional<Site> current) {

  public static Sites empty() {
    return new Sites(Optional.empty());
  }

  /// @throws IllegalStateException before any site was adopted
  public Site get() {
    return current.orElseThrow(() -> new IllegalStateException("no site was adopted"));
  }

  public Decision<SiteEvent> decide(SiteCommand command) {
    return switch (command) {
      case SiteCommand.AdoptSite(Site site) -> adopt(site);
    };
  }

  private Decision<SiteEvent> adopt(Site site) {
    if (current.isPresent() && !current.get().complex().equals(site.complex())) {
      return Decision.refuse(
          Refusal.of("OTHER_COMPLEX", "S-1", "This journal belongs to another complex."));
    }
    if (current.isPresent() && current.get().digest().equals(site.digest())) {
      return Decision.accept(List.of());
    }
    return Decision.accept(new SiteEvent.SiteAdopted(site));
  }

  public Sites evolve(SiteEvent event) {
    return switch (event) {
      case SiteEvent.SiteAdopted(Site site) -> new Sites(Optional.of(site));
    };
  }
}
