package io.clearway.link.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bytes to a tree, strictly: bounded, UTF-8, no key twice, at most 32 deep, no NUL, no half of a
/// surrogate pair, nothing after the end.
public final class JsonText {

  /// Deepest nesting that is read.
  public static final int DEPTH = 32;

  private static final int NUMBER_LENGTH = 40;

  /// Reads and writes exact decimals; reads what the class says and no more.
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(NUMBER_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /// What reading gives.
  public sealed interface Reading {
    record Parsed(JsonNode node) implements Reading {}

    /// @param code stable, in capitals
    /// @param detail one English sentence without any of the text
    record Broken(String code, String detail) implements Reading {}
  }

  /// @param limit most bytes that are read
  public static Reading parse(byte[] bytes, int limit) {
    if (bytes.length > limit) {
      return new Reading.Broken("TOO_LARGE", "The text is longer than " + limit + " bytes.");
    }
    try {
      String text = decode(bytes);
      JsonNode node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        return new Reading.Broken("JSON_MALFORMED", "There is no JSON text.");
      }
      return clean(node)
          ? new Reading.Parsed(node)
          : new Reading.Broken(
              "FORBIDDEN_CHARACTER",
              "The text holds a control character, or half of a surrogate pair.");
    } catch (CharacterCodingException notUtf8) {
      return new Reading.Broken("NOT_UTF8", "The text is not UTF-8.");
    } catch (StreamConstraintsException tooMuch) {
      return new Reading.Broken(
          "JSON_LIMIT", "The text nests deeper than 32 levels or holds a number of absurd length.");
    } catch (JacksonException malformed) {
      return broken(malformed);
    }
  }

  /// A value that we wrote ourselves.
  ///
  /// @throws IllegalStateException when it is none
  static JsonNode value(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException broken) {
      throw new IllegalStateException("kept as JSON and is none", broken);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    CharBuffer text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes));
    return text.toString();
  }

  private static Reading.Broken broken(JacksonException malformed) {
    if (malformed.getOriginalMessage().startsWith("Duplicate")) {
      return new Reading.Broken("DUPLICATE_KEY", "A field is named twice" + place(malformed));
    }
    return new Reading.Broken("JSON_MALFORMED", "This is not JSON" + place(malformed));
  }

  private static String place(JacksonException malformed) {
    var at = malformed.getLocation();
    return at == null ? "." : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ").";
  }

  private static boolean clean(JsonNode node) {
    if (node.isString()) {
      return clean(node.stringValue());
    }
    if (node.isObject()) {
      return node.properties().stream().allMatch(e -> clean(e.getKey()) && clean(e.getValue()));
    }
    return !node.isArray() || node.values().stream().allMatch(JsonText::clean);
  }

  /// Control characters but those of lines and tabs, and what turns the direction of a text: it
  /// reads otherwise than it is.
  private static boolean forbidden(char c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    return control || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  private static boolean clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (forbidden(c) || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
