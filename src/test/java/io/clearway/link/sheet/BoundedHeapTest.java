package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sheet is written and read in a process of its own whose heap holds a part of it at most: 5,000
/// rows, and 100,000 with `--long`.
class BoundedHeapTest {

  private static final boolean LONG = Boolean.getBoolean("clearway.long");
  private static final String ROWS = LONG ? "100000" : "5000";

  @TempDir Path folder;

  /// Texts that cells share are held, as bytes; everything else is let go.
  @ParameterizedTest
  @CsvSource({"write, csv, 32, 64", "write, xlsx, 32, 64", "share, xlsx, 32, 96"})
  void aSheetIsReadRowByRow(String how, String format, int heap, int longHeap) throws Exception {
    String file = folder.resolve("big." + format).toString();
    int reading = LONG ? longHeap : heap;
    run(how.equals("share") ? 1_024 : reading, how, file, ROWS);
    String said = run(reading, "read", file, ROWS);
    assertThat(said).contains("read " + format.toUpperCase(Locale.ROOT));
    System.out.print(said);
  }

  private String run(int mebibytes, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + mebibytes + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            BigSheet.class.getName());
    program.command().addAll(List.of(words));
    Process process = program.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
