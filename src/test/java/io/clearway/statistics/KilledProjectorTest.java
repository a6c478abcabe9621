package io.clearway.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A projector that is ended without a word, again and again, counts everything once.
class KilledProjectorTest {

  private static final long SEED = 20_251_111;

  @Test
  void whoeverIsKilledGoesOnWhereItWasWritten() throws Exception {
    Kept kept = new Story().written();
    Random random = new Random(SEED);
    int killed = 0;
    while (position(kept) < kept.seq()) {
      long until = position(kept) + 1 + random.nextInt(20);
      Process process = follow(kept);
      while (process.isAlive() && position(kept) < until) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      killed += process.isAlive() ? 1 : 0;
      process.destroyForcibly();
      process.waitFor();
    }
    assertThat(killed).as("seed %d", SEED).isGreaterThan(2);
    List<String> followed = kept.tables();
    Projector.forget(Kept.DATABASE, kept.complex);
    kept.catchUp();
    assertThat(kept.tables()).isEqualTo(followed);
  }

  private static long position(Kept kept) throws Exception {
    List<String> seq = kept.lines("select seq::text from statistics_position");
    return seq.isEmpty() ? 0 : Long.parseLong(seq.getFirst());
  }

  /// Once it has begun.
  private static Process follow(Kept kept) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FollowAlone.class.getName(),
                Kept.DATABASE.address().get(),
                Kept.DATABASE.user(),
                Kept.DATABASE.password(),
                kept.complex)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var words =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(words.readLine()).isEqualTo("begun");
    return process;
  }
}
