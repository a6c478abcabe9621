package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A disk without room: commands are turned away with a clear word, nothing acknowledged is lost,
/// and once there is room again the gate goes on by itself.
class FullDiskTest {

  private static final int MEGABYTES = 320;

  private final Program program;
  private boolean mounted;

  FullDiskTest() throws Exception {
    program = new Program("full");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.end();
    if (mounted) {
      shell("umount", "-l", program.folder().toString());
    }
    program.remove();
  }

  private static int shell(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  @Test
  void turnsCommandsAwayAndGoesOnByItself() throws Exception {
    String folder = program.folder().toString();
    mounted =
        shell("mount", "-t", "tmpfs", "-o", "mode=755,size=" + MEGABYTES + "m", "tmpfs", folder)
            == 0;
    assumeTrue(mounted, "SKIPPED: no small file system can be mounted here, so no disk gets full");
    program.up("--demo", "off");
    String device = program.enrol(Role.GATE_DEVICE);
    String reader = program.enrol(Role.READER);
    Traffic traffic = new Traffic(program, device, 3);
    traffic.one();
    Path filler = program.folder().resolve("filler");
    fill(filler);
    Ask.Reply turnedAway = untilTurnedAway(device, traffic);
    assertThat(turnedAway.status()).isEqualTo(503);
    assertThat(turnedAway.body().path("code").asString()).isIn("UNAVAILABLE", "OUTCOME_UNKNOWN");
    assertThat(turnedAway.body().toString()).doesNotContain("Exception", "io.clearway");
    assertThat(program.alive()).isTrue();
    Files.delete(filler);
    traffic.one();
    traffic.finish();
    assertThat(traffic.surprises()).isEmpty();
    try (Ask ask = program.ask(reader)) {
      for (Traffic.Sent sent : traffic.acknowledged()) {
        assertThat(ask.get("/crossings/" + sent.crossing()).status()).isEqualTo(200);
      }
    }
    assertThat(program.stop()).isEqualTo(143);
    assertThat(program.run("verify").out()).contains("\"holds\":true");
  }

  /// Until not a byte more fits, and again while others free some.
  private static void fill(Path filler) throws IOException, InterruptedException {
    for (int i = 0; i < 20; i++) {
      shell("sh", "-c", "cat /dev/zero >> '" + filler + "'");
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private Ask.Reply untilTurnedAway(String device, Traffic traffic) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    try (Ask ask = program.ask(device)) {
      while (true) {
        Ask.Reply reply =
            ask.post("/reports/arrived", UUID.randomUUID(), traffic.oneBody(UUID.randomUUID()));
        if (!reply.good()) {
          return reply;
        }
        assertThat(System.nanoTime()).as("the disk never got full").isLessThan(until);
      }
    }
  }
}
