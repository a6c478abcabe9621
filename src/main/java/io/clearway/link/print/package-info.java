/// Reports as people take them: pages to print in three languages, tables as CSV and XLSX, the
/// public board; and as programs do, JSON. Papers to take along, as pages and as PDF.
///
/// Public: [ProvinceJson], [ProvincePage], [ProvinceTable] with [TableFiles]; [HoursJson],
/// [HoursPage]; [BoardJson], [BoardPage]; [Slip]; [Language], [Wording], [Numbers]. Words stand in
/// `print/words.tsv`. A page has no script and loads nothing. Never counts anything itself.
@org.jspecify.annotations.NullMarked
package io.clearway.link.print;
