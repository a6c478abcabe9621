/// The place as dated data: gate pairs, routes, customs offices, reporting lines, yards, holding
/// parks, hours in two zones, and what the place demands of a load.
///
/// Public: [Site], its [Places] and its [Rulebook], [Figure], [SiteCommand], [SiteEvent], [Sites].
/// Adopted by event; a decision uses the site that is in force in the world. What is unknown is
/// marked and never invented. Never reads a file and never knows a province by name.
@org.jspecify.annotations.NullMarked
package io.clearway.site;
