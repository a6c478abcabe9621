package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.journal.Database;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The connection breaks after the journal has committed and before it could say so.
class CutTest {

  private static final int CUTS = Boolean.getBoolean("clearway.long") ? 100 : 20;
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
