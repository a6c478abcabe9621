package io.clearway.clearance;

import io.clearway.site.Means;

/// What is wanted of an inspection.
///
/// @param place where it is done: a code of the site, or the officer's own word where it names none
public record Booking(Means means, String place) {}
