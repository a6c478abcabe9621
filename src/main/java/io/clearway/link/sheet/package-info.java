/// Registrations as rows of a spreadsheet, CSV or XLSX, read and written row by row.
///
/// Public: [Layout] with [Column] and [Kind] (the documented table of columns), [SheetReader] (an
/// iterator over what the rows say, every fault at its cell: [Fault], [Cell], [Cells]),
/// [SheetWriter] (the same layout back), [Format]. Rules: docs/rules/sheet.md; the columns for
/// people: docs/layout.md. What a field must hold is judged by [io.clearway.link.json.Fields], as
/// at every door. Never holds a whole file, never evaluates a formula, never decides a rule of the
/// gate.
@org.jspecify.annotations.NullMarked
package io.clearway.link.sheet;
