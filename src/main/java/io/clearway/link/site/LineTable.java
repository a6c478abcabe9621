package io.clearway.link.site;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// At which line of a JSON text each field stands, for people who must mend a file.
final class LineTable {

  private final Map<String, Integer> lines = new HashMap<>();

  private LineTable() {}

  /// @param text that [JsonText] has read
  static LineTable of(byte[] text) {
    LineTable places = new LineTable();
    try (JsonParser parser =
        new JsonFactory()
            .createParser(ObjectReadContext.empty(), new String(text, StandardCharsets.UTF_8))) {
      parser.nextToken();
      places.value(parser, "");
    }
    return places;
  }

  private void value(JsonParser parser, String path) {
    lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String field = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
        lines.putIfAbsent(field, parser.currentTokenLocation().getLineNr());
        parser.nextToken();
        value(parser, field);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        value(parser, path + "[" + i + "]");
      }
    }
  }

  /// Of the field, or when it is missing of what it is missing in. Lines begin with 1.
  int line(String path) {
    String place = path;
    while (!lines.containsKey(place)) {
      int cut = Math.max(place.lastIndexOf('.'), place.lastIndexOf('['));
      place = cut < 0 ? "" : place.substring(0, cut);
    }
    return lines.getOrDefault(place, 1);
  }
}
