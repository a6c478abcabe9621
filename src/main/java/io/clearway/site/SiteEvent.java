package io.clearway.site;

/// What happened to the place.
public sealed interface SiteEvent {

  /// From now on rules use this site.
  record SiteAdopted(Site site) implements SiteEvent {}
}
