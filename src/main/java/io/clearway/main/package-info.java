/// Wiring by hand, configuration, the command line. Nothing else uses this room.
@org.jspecify.annotations.NullMarked
package io.clearway.main;
