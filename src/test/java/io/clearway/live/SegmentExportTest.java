package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.journal.SegmentExport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exported segments are checked by a program that shares no code with this one.
class SegmentExportTest {

  @TempDir Path folder;

  private record Said(int status, String out, String err) {}

  @Test
  void aStrangerProvesTheSegmentsAndFindsEveryChange() throws Exception {
    List<Path> files;
    try (Rig rig = new Rig("export").furnished()) {
      rig.arrives(1);
      rig.wall = rig.wall.plus(Duration.ofDays(1));
      rig.arrives(2);
      rig.gate.close();
      files = SegmentExport.write(rig.database, rig.complex, folder, Rig.SIGNING.publicKey());
    }
    assertThat(files).hasSize(2);
    Said whole = verify();
    assertThat(whole.err()).isEmpty();
    assertThat(whole.out()).contains("\"segments\":2", "\"checkpoints\":1", "\"holds\":true");
    assertThat(whole.status()).isZero();
    Path second = files.getLast();
    List<String> lines = Files.readAllLines(second, StandardCharsets.UTF_8);
    assertFound(second, lines, changed(lines, "E", 5), "has a hash that does not follow");
    assertFound(second, lines, changed(lines, "C", 2), "has a wrong signature");
    assertFound(second, lines, without(lines, 1), "follows entry");
    Files.delete(files.getFirst());
    Files.write(second, lines);
    assertThat(verify().status()).as("a journal whose beginning is gone").isZero();
  }

  private void assertFound(Path file, List<String> whole, List<String> changed, String sentence)
      throws Exception {
    Files.write(file, changed);
    Said said = verify();
    assertThat(said.err()).contains(sentence);
    assertThat(said.status()).isEqualTo(1);
    Files.write(file, whole);
  }

  /// One more in a number of the first line of that kind.
  private static List<String> changed(List<String> lines, String kind, int field) {
    List<String> changed = new ArrayList<>(lines);
    for (int i = 0; i < changed.size(); i++) {
      String[] fields = changed.get(i).split("\t", -1);
      if (fields[0].equals(kind)) {
        fields[field] = Long.toString(Long.parseLong(fields[field]) + 1);
        changed.set(i, String.join("\t", fields));
        return changed;
      }
    }
    throw new AssertionError("no line of kind " + kind);
  }

  private static List<String> without(List<String> lines, int place) {
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(place);
    return fewer;
  }

  private Said verify() throws Exception {
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "tools/VerifySegments.java",
                folder.toString())
            .redirectError(err.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), out, Files.readString(err));
  }
}
