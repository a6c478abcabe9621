package io.clearway.link.sheet;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a cell says for its column.
///
/// @param value what is put into the declaration; with a fault at best what was there, which every
///   reader of declarations refuses at the same place
record Typed(Optional<JsonNode> value, Optional<Trouble> trouble) {

  static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty());

  static Typed of(JsonNode value) {
    return new Typed(Optional.of(value), Optional.empty());
  }

  static Typed bad(Trouble trouble) {
    return new Typed(Optional.empty(), Optional.of(trouble));
  }

  boolean isEmpty() {
    return value.isEmpty() && trouble.isEmpty();
  }

  /// The same value, numbers whatever their places.
  boolean sameAs(Typed other) {
    return value.isPresent()
        && other.value.isPresent()
        && value
            .get()
            .equals(
                (a, b) ->
                    a.isNumber() && b.isNumber()
                        ? a.decimalValue().compareTo(b.decimalValue())
                        : a.equals(b) ? 0 : 1,
                other.value.get());
  }
}
