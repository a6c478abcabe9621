package io.clearway.link.json;

import io.clearway.journal.Digest;
import io.clearway.kernel.Subject;
import io.clearway.link.site.SiteReader;
import io.clearway.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/// Rows of the invented day, for tests.
public final class Declarations {

  private Declarations() {}

  public static List<ObjectNode> sample() {
    return rows("/declarations/sample.jsonl");
  }

  public static List<ObjectNode> dirty() {
    return rows("/declarations/dirty.jsonl");
  }

  /// A site file that ships with the product or stands beside the tests.
  public static Site site(String name) {
    return switch (SiteReader.read(resource("/sites/" + name + ".json"))) {
      case SiteReader.Reading.Read(Site read) -> read;
      case SiteReader.Reading.Refused(var mistakes) ->
          throw new AssertionError(mistakes.toString());
    };
  }

  public static byte[] resource(String name) {
    try (InputStream in = Declarations.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static ObjectNode parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (JsonText.parse(bytes, 1 << 20)) {
      case JsonText.Reading.Parsed(var node) -> (ObjectNode) node;
      case JsonText.Reading.Broken(var code, var detail) -> throw new AssertionError(code);
    };
  }

  private static List<ObjectNode> rows(String name) {
    return new String(resource(name), StandardCharsets.UTF_8)
        .lines()
        .map(Declarations::parse)
        .toList();
  }

  public static Subject subject(String kind, String value) {
    Digest digest = Digest.of((kind + "\n" + value).getBytes(StandardCharsets.UTF_8));
    return new Subject(digest.a(), digest.b());
  }
}
