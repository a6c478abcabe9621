/// Values of the domains in bytes, part by part, and the number that stands for each word.
///
/// Public: one codec per kind of value ([FormCodec], [VehicleCodec], [PlaceCodec], [RulebookCodec],
/// [ProcedureCodec], [LoadCodec] and their parts), [EnumCodes], [SiteEnums], [LoadEnums]. A number
/// is never changed and never given twice. Knows no event and no version: those are `codec`'s.
@org.jspecify.annotations.NullMarked
package io.clearway.values;
