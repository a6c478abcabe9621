package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A second process on the same data folder takes over from an owner that ends, dies or hangs.
class StandbyTest {

  private final Program owner;
  private final Program second;

  StandbyTest() throws Exception {
    owner = new Program("standby");
    second = owner.besides();
  }

  @AfterEach
  void cleanUp() throws Exception {
    owner.end();
    second.remove();
    owner.remove();
  }

  @Test
  void takesOverFromAnOwnerThatHangs() throws Exception {
    owner.up("--demo", "off");
    String reader = owner.enrol(Role.READER);
    Traffic traffic = new Traffic(owner, owner.enrol(Role.GATE_DEVICE), 7);
    second.start("--demo", "off");
    second.awaitSaid("standing by");
    owner.hang();
    long hung = System.nanoTime();
    second.awaitReady();
    long took = System.nanoTime() - hung;
    System.out.printf("StandbyTest: taken over after %d ms%n", Duration.ofNanos(took).toMillis());
    assertThat(owner.alive()).isFalse();
    traffic.moveTo(second);
    traffic.finish();
    assertThat(traffic.surprises()).isEmpty();
    assertThat(traffic.acknowledged()).isNotEmpty();
    try (Ask ask = second.ask(reader)) {
      for (Traffic.Sent sent : traffic.acknowledged()) {
        assertThat(ask.get("/crossings/" + sent.crossing()).status()).isEqualTo(200);
      }
    }
    assertThat(second.stop()).isEqualTo(143);
    assertThat(second.run("verify").out()).contains("\"holds\":true");
  }

  @Test
  void whoStandsByStopsAtOnceWhenToldTo() throws Exception {
    owner.up("--demo", "off");
    second.start("--demo", "off");
    second.awaitSaid("standing by");
    assertThat(second.stop(Duration.ofSeconds(20))).isEqualTo(143);
    assertThat(owner.alive()).isTrue();
  }

  @Test
  void takesOverFromAnOwnerThatEnds() throws Exception {
    owner.up("--demo", "off");
    String device = owner.enrol(Role.GATE_DEVICE);
    second.start("--demo", "off");
    second.awaitSaid("standing by");
    assertThat(owner.stop()).isEqualTo(143);
    second.awaitReady();
    Traffic more = new Traffic(second, device, 8);
    more.one();
    more.finish();
    assertThat(more.surprises()).isEmpty();
  }
}
