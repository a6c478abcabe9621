@org.jspecify.annotations.NullMarked
package io.clearway.link.payment;
