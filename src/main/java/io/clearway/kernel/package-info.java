/// Words shared by all rooms.
@org.jspecify.annotations.NullMarked
package io.clearway.kernel;
