package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {

  @TempDir Path folder;

  @Test
  void linesAreBytesWhateverTheyHold() throws Exception {
    byte[] file = {'a', '\n', (byte) 0xFF, (byte) 0xFE, '\n', '\n', 'b'};
    assertThat(lines(file)).containsExactly("a", "\u00ff\u00fe", "", "b");
  }

  @Test
  void aMarkAtTheBeginningIsNotPartOfTheFirstLine() throws Exception {
    byte[] file = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', 'b', '\n'};
    assertThat(lines(file)).containsExactly("a", "b");
    assertThat(lines(new byte[] {(byte) 0xEF})).containsExactly("\u00ef");
    assertThat(lines(new byte[0])).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsCutAndTheNextIsWhole() throws Exception {
    byte[] file = ("x".repeat(5_000) + "\nnext").getBytes(StandardCharsets.US_ASCII);
    assertThat(lines(file)).containsExactly("x".repeat(11), "next");
  }

  private List<String> lines(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("lines"), bytes);
    List<String> found = new ArrayList<>();
    try (Lines lines = new Lines(file, 10)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        found.add(new String(line.get(), StandardCharsets.ISO_8859_1));
      }
    }
    return found;
  }
}
