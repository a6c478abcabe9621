/// Goods come from one vehicle to others (sang tải, 过驳): planned by who registered them, called to
/// a bay when the source is in, packed, balanced and signed.
@org.jspecify.annotations.NullMarked
package io.clearway.transshipment;
