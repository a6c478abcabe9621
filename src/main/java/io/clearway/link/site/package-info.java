/// The files that describe a place, read strictly and written again: the site and its tariffs.
///
/// Public: [SiteReader], [SiteJson], [TariffReader]. A wrong file is refused with every mistake by
/// line and field. Never decides a rule.
@org.jspecify.annotations.NullMarked
package io.clearway.link.site;
