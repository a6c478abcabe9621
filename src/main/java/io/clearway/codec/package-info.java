/// Events to bytes and back: what the journal hashes and stores.
///
/// Public: [EventCodec] and its one implementation [BinaryCodec]. Every event has a number for ever
/// (docs/events.md) and a version; [Upcasters] lift what older versions wrote. Never decides, never
/// touches a database.
@org.jspecify.annotations.NullMarked
package io.clearway.codec;
