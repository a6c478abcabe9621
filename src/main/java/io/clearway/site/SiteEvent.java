package io.clearway.site;

/// What happened to the place.
public sealed interface SiteEvent {

  /// From now on rules use this site.
  record SiteAdopted(Site site) implements SiteEvent {}

  /// This site comes into force on its first day, and not before.
  record SitePlanned(Site site) implements SiteEvent {}
}
