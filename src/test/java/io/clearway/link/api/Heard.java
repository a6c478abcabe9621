package io.clearway.link.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one call came to.
///
/// @param operation method and path of the operation that was asked
/// @param wanted the statuses that the call was made for
/// @param headers by their names in small letters
record Heard(
    String operation,
    List<Integer> wanted,
    Ask ask,
    int status,
    Map<String, String> headers,
    String body) {

  /// Without its parameters.
  String type() {
    return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
