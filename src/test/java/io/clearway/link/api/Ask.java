package io.clearway.link.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request to an operation.
///
/// @param path values for what is in braces in the operation's path
/// @param wellFormed whether the document must find nothing wrong with it
record Ask(
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    Optional<String> body,
    boolean wellFormed) {

  private static final Map<String, String> HERE = Map.of("complex", "lang-son");

  static Ask get() {
    return new Ask(HERE, Map.of(), Map.of(), Optional.empty(), true);
  }

  static Ask get(String token) {
    return get().header("Authorization", "Bearer " + token);
  }

  /// A question with a body, which is no command.
  static Ask ask(String token, String body) {
    return get(token).header("Content-Type", "application/json").body(body);
  }

  /// A command under an id of its own.
  static Ask post(String token, String body) {
    return ask(token, body)
        .header("Command-Id", Door.seven(System.nanoTime() & 0xFFFFFFFFFFL).toString());
  }

  Ask id(Object id) {
    return new Ask(with(path, "id", id.toString()), query, headers, body, wellFormed);
  }

  /// Of a receipt's number.
  Ask receipt(String printed) {
    String[] parts = printed.split("/", -1);
    Map<String, String> places = with(path, "issuer", parts[0]);
    places = with(with(places, "year", parts[1]), "number", parts[2]);
    return new Ask(places, query, headers, body, wellFormed);
  }

  Ask complex(String complex) {
    return new Ask(with(path, "complex", complex), query, headers, body, wellFormed);
  }

  Ask query(String name, Object value) {
    return new Ask(path, with(query, name, value.toString()), headers, body, wellFormed);
  }

  Ask header(String name, String value) {
    return new Ask(path, query, with(headers, name, value), body, wellFormed);
  }

  Ask without(String header) {
    Map<String, String> rest = new TreeMap<>(headers);
    rest.remove(header);
    return new Ask(path, query, Map.copyOf(rest), body, wellFormed);
  }

  Ask body(String text) {
    return new Ask(path, query, headers, Optional.of(text), wellFormed);
  }

  Ask malformed() {
    return new Ask(path, query, headers, body, false);
  }

  /// The address of an operation whose path has places to fill.
  String address(String template) {
    String address = template;
    for (var value : path.entrySet()) {
      address = address.replace("{" + value.getKey() + "}", encoded(value.getValue()));
    }
    StringBuilder whole = new StringBuilder(address);
    char join = '?';
    for (var value : new TreeMap<>(query).entrySet()) {
      whole.append(join).append(value.getKey()).append('=').append(encoded(value.getValue()));
      join = '&';
    }
    return whole.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new TreeMap<>(map);
    more.put(name, value);
    return Map.copyOf(more);
  }
}
