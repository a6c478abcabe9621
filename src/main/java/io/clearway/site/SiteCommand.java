package io.clearway.site;

/// What can be asked of the place.
public sealed interface SiteCommand {

  /// Puts a site file in force.
  record AdoptSite(Site site) implements SiteCommand {}
}
