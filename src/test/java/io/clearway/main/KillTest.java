package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What was acknowledged stays, whichever process is killed at whatever instant.
class KillTest {

  private static final int ROUNDS = Boolean.getBoolean("clearway.long") ? 100 : 4;
  private static final long SEED = Long.getLong("clearway.seed", 20_260_115);
  private static final int RETRIED = 40;

  /// A strike can only have touched what was under way or just answered; all are looked at last.
  private static final int NEWEST = 400;

  private final Program program;
  private final LongSummaryStatistics afterProgram = new LongSummaryStatistics();
  private final LongSummaryStatistics afterDatabase = new LongSummaryStatistics();
  private final List<String> lost = new ArrayList<>();

  KillTest() throws IOException {
    program = new Program("kill");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void nothingAcknowledgedIsLostWhenProcessesAreKilledUnderLoad() throws Exception {
    program.up("--demo", "off");
    String reader = program.enrol(Role.READER);
    Random random = new Random(SEED);
    Traffic traffic = new Traffic(program, program.enrol(Role.GATE_DEVICE), SEED);
    try {
      for (int i = 0; i < 2 * ROUNDS; i++) {
        Thread.sleep(random.nextInt(200, 1_200));
        strike(i % 2 == 0, traffic);
        List<Traffic.Sent> all = traffic.acknowledged();
        check(all.subList(Math.max(0, all.size() - NEWEST), all.size()), reader);
        sendAgain(all, traffic, random);
      }
    } finally {
      traffic.finish();
    }
    List<Traffic.Sent> all = traffic.acknowledged();
    check(all, reader);
    sendAgain(all, traffic, random);
    System.out.printf(
        "KillTest: seed %d, %d acknowledged, %d lost%n  program: %s%n  database: %s%n",
        SEED, all.size(), lost.size(), told(afterProgram), told(afterDatabase));
    assertThat(lost).isEmpty();
    assertThat(traffic.surprises()).isEmpty();
    assertThat(traffic.acknowledged()).extracting(Traffic.Sent::seq).doesNotHaveDuplicates();
    assertThat(live(reader)).isEqualTo(all.size());
    assertThat(program.stop()).isEqualTo(143);
    Program.Said said = program.run("verify");
    assertThat(said.out()).contains("\"holds\":true");
    assertThat(said.status()).isZero();
  }

  private void strike(boolean theProgram, Traffic traffic) throws Exception {
    long killed = System.nanoTime();
    if (theProgram) {
      program.kill();
      program.up("--demo", "off");
    } else {
      program.killDatabase();
    }
    traffic.one();
    (theProgram ? afterProgram : afterDatabase).accept(System.nanoTime() - killed);
  }

  /// What was acknowledged is there.
  private void check(List<Traffic.Sent> sent, String reader) throws Exception {
    try (Ask ask = program.ask(reader)) {
      for (Traffic.Sent one : sent) {
        Ask.Reply reply = ask.get("/crossings/" + one.crossing());
        if (!reply.good() || !one.body().contains(reply.body().path("plate").asString("none"))) {
          lost.add(one + " " + reply);
        }
      }
    }
  }

  /// What was acknowledged is known when it comes again.
  private static void sendAgain(List<Traffic.Sent> all, Traffic traffic, Random random)
      throws InterruptedException {
    for (int i = 0; i < RETRIED; i++) {
      Traffic.Sent sent = all.get(random.nextInt(all.size()));
      assertThat(traffic.send(sent.id(), sent.body())).isEqualTo(sent.seq());
    }
  }

  private long live(String reader) throws Exception {
    try (Ask ask = program.ask(reader)) {
      long live = 0;
      for (var gate : ask.get("/overview").body().path("gates")) {
        live += gate.path("live").asLong();
      }
      return live;
    }
  }

  private static String told(LongSummaryStatistics times) {
    return "%d times, recovery mean %d ms, max %d ms"
        .formatted(
            times.getCount(),
            Duration.ofNanos((long) times.getAverage()).toMillis(),
            Duration.ofNanos(times.getMax()).toMillis());
  }
}
