/// The place as dated data: which gates a complex has, who serves them, when they are open.
///
/// Public: [Site] and its parts, [SiteCommand], [SiteEvent], [Sites]. Adopted by event; a decision
/// uses the site that is in force in the world. Never reads a file and never knows a province by
/// name.
@org.jspecify.annotations.NullMarked
package io.clearway.site;
