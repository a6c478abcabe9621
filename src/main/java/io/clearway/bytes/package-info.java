/// Values to bytes and back, in the form of docs/events.md, and the sealing of personal ones.
///
/// Public: [ByteOut] and [ByteIn], [PeopleOut] and [PeopleIn] which gather the personal values of
/// one event, [Sealing], the port through which they are sealed, [Limits], [Words]. Knows no event.
@org.jspecify.annotations.NullMarked
package io.clearway.bytes;
