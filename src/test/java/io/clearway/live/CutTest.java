package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.journal.Database;
import io.clearway.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The connection breaks after the journal has committed and before it could say so.
class CutTest {

  private static final int CUTS = Boolean.getBoolean("clearway.long") ? 100 : 20;
  private static final int ROUNDS = 5;
  private static final int CALLERS = 600;

  private record Sent(Order order, CompletableFuture<Answer> answer) {}

  private static final Pattern PORT = Pattern.compile(":(\\d+)/");

  @Test
  void aLostAnswerOfTheDatabaseIsNeitherALossNorADuplicate() throws Exception {
    try (Rig rig = new Rig("cut").furnished()) {
      CuttingProxy proxy = behindAProxy(rig);
      long device = rig.actor(Role.GATE_DEVICE);
      for (int i = 0; i < CUTS; i++) {
        UUID id = UUID.randomUUID();
        long before = rig.gate.published().seq();
        proxy.cut(id);
        Answer answer = rig.send(id, device, rig.arrival(i));
        assertThat(proxy.cuts()).isEqualTo(i + 1);
        assertThat(answer).isInstanceOf(Answer.Committed.class);
        long seq = ((Answer.Committed) answer).entry().seq();
        assertThat(seq).isEqualTo(before + 1);
        Rig.awaitReady(rig.gate);
        assertThat(rig.send(id, device, rig.arrival(i))).isEqualTo(new Answer.Repeated(seq));
      }
      for (int i = 0; i < CUTS; i++) {
        assertThat(rig.gate.published().world().crossings().find(new UUID(7, i))).isPresent();
      }
      assertThat(rig.verify().faults()).isEmpty();
      System.out.printf("CutTest: %d cuts, none lost, none twice%n", proxy.cuts());
    }
  }

  @Test
  void whatWasDecidedOnTopOfALostAnswerIsNeitherLostNorForgotten() throws Exception {
    try (Rig rig = new Rig("cut-many").furnished()) {
      CuttingProxy proxy = behindAProxy(rig);
      long device = rig.actor(Role.GATE_DEVICE);
      int number = 0;
      for (int i = 0; i < ROUNDS; i++) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(CALLERS).toList();
        proxy.cut(ids.get(CALLERS / 3));
        List<Sent> sent = new ArrayList<>();
        for (UUID id : ids) {
          Order order = Rig.order(id, device, rig.arrival(number++));
          sent.add(new Sent(order, rig.gate.submit(order)));
        }
        for (Sent one : sent) {
          assertThat(one.answer.get(15, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(proxy.cuts()).isEqualTo(i + 1);
        Rig.awaitReady(rig.gate);
        for (Sent one : sent) {
          Answer again = rig.gate.submit(one.order).get(15, TimeUnit.SECONDS);
          if (one.answer.join() instanceof Answer.Committed(Entry entry)) {
            assertThat(again).isEqualTo(new Answer.Repeated(entry.seq()));
          } else {
            assertThat(again).isInstanceOfAny(Answer.Committed.class, Answer.Repeated.class);
          }
        }
      }
      assertThat(rig.gate.published().world().crossings().all().size()).isEqualTo(number);
      assertThat(rig.verify().faults()).isEmpty();
    }
  }

  private static CuttingProxy behindAProxy(Rig rig) throws Exception {
    Database direct = rig.database;
    Matcher port = PORT.matcher(direct.address().get());
    assertThat(port.find()).isTrue();
    CuttingProxy proxy = new CuttingProxy(Integer.parseInt(port.group(1)));
    String url = port.replaceFirst(":" + proxy.port() + "/");
    rig.gate.close();
    rig.database = new Database(() -> url, direct.user(), direct.password());
    rig.gate = rig.begin();
    Rig.awaitReady(rig.gate);
    return proxy;
  }
}
