package io.clearway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.clearway.world.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The bytes of every version of every event, as they were when it was first written. A file has
/// two lines: the event with everything in it, and with as little as it may have.
///
/// `mvn test -Dtest=GoldenBytesTest -Dclearway.golden=write` writes the files that are missing. It
/// never changes one: different bytes are another version and need a step in [Upcasters].
final class GoldenBytesTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("clearway.golden"));

  private final BinaryCodec codec = new BinaryCodec(new XorSealing());
  private final Upcasters upcasters = Upcasters.all();

  @BeforeEach
  void writeWhatIsMissing() throws IOException {
    for (EventType type : EventType.values()) {
      Path file = file(type, upcasters.version(type));
      if (WRITE && !Files.exists(file)) {
        Files.createDirectories(FOLDER);
        Files.write(file, List.of(hex(full(type)), hex(minimal(type))));
      }
    }
  }

  @Test
  void whatIsWrittenNowIsWhatWasWrittenThen() throws IOException {
    for (EventType type : EventType.values()) {
      Path file = file(type, upcasters.version(type));
      List<String> lines = List.of(hex(full(type)), hex(minimal(type)));
      assertThat(golden(type, file))
          .as(
              "%s is written in other bytes than before: what is in journals would be read wrong."
                  + " Give it a new version with a step in Upcasters and keep %s.",
              type.label(), file.getFileName())
          .isEqualTo(lines);
    }
  }

  @Test
  void everyVersionThatEverWasIsStillRead() throws IOException {
    for (EventType type : EventType.values()) {
      for (int version = 1; version <= upcasters.version(type); version++) {
        List<String> lines = golden(type, file(type, version));
        List<Event> expected =
            GoldenOlder.of(type, version).orElse(List.of(full(type), minimal(type)));
        String which = type + " v" + version;
        assertThat(events(lines.get(0))).as(which).containsExactly(expected.getFirst());
        assertThat(events(lines.get(1))).as(which).containsExactly(expected.getLast());
      }
    }
  }

  @Test
  void thereIsNoFileForWhatIsNotKnown() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (EventType type : EventType.values()) {
      for (int version = 1; version <= upcasters.version(type); version++) {
        expected.add(file(type, version).getFileName().toString());
      }
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".hex")))
          .as("golden files are kept for ever, and so is the reader of what is in them")
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Path file(EventType type, int version) {
    return FOLDER.resolve(type.label() + ".v" + version + ".hex");
  }

  private static List<String> golden(EventType type, Path file) throws IOException {
    if (!Files.exists(file)) {
      fail(
          "%s has no golden file %s: add the event to GoldenEvents and run this test once with"
              + " -Dclearway.golden=write",
          type.label(), file.getFileName());
    }
    return Files.readAllLines(file);
  }

  private static Event full(EventType type) {
    return one(GoldenEvents.full(), type);
  }

  private static Event minimal(EventType type) {
    return one(GoldenEvents.minimal(), type);
  }

  private static Event one(List<Event> events, EventType type) {
    return events.stream()
        .filter(event -> BinaryCodec.type(event) == type)
        .findFirst()
        .orElseThrow(() -> new AssertionError(type.label() + " is not among GoldenEvents"));
  }

  private String hex(Event event) {
    return HexFormat.of().formatHex(codec.encode(List.of(event)));
  }

  private List<Event> events(String hex) {
    return codec.decode(HexFormat.of().parseHex(hex));
  }
}
