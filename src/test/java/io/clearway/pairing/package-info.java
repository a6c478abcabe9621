/// Tests of two-way trips and of the clocks of stays.
@org.jspecify.annotations.NullMarked
package io.clearway.pairing;
