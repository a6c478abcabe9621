/// Tests of what the bank says.
@org.jspecify.annotations.NullMarked
package io.clearway.link.payment;
