package io.clearway.clearance;

import io.clearway.site.Means;
import java.time.Instant;
import java.util.List;

/// One means of an inspection, which is booked once.
///
/// @param at since when: the order of the line at its place
public record Booked(Means means, String place, Instant at) {

  static List<Booked> all(List<Booking> bookings, Instant at) {
    return bookings.stream().map(b -> new Booked(b.means(), b.place(), at)).toList();
  }
}
