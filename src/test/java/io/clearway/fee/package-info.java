@org.jspecify.annotations.NullMarked
package io.clearway.fee;
