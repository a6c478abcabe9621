package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossings;
import io.clearway.journal.Entry;
import io.clearway.journal.Verifier;
import io.clearway.kernel.Table;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A start from a snapshot gives the world that replay gives; one that does not fit is passed over.
class SnapshotTest {

  @TempDir private Path cache = Path.of("");

  private Rig rig(String name) throws Exception {
    return new Rig(name, Optional.of(cache)).furnished();
  }

  private static void restart(Rig rig) throws Exception {
    rig.gate.close();
    rig.gate = rig.begin();
    Rig.awaitReady(rig.gate);
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> all = Files.list(cache)) {
      return all.sorted().toList();
    }
  }

  private static void sql(Rig rig, String text) throws Exception {
    try (Connection connection = rig.database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(text.formatted(rig.complex));
    }
  }

  @Test
  void aStartFromASnapshotReadsNothingBeforeIt() throws Exception {
    try (Rig rig = rig("snapshot")) {
      rig.arrives(1);
      rig.gate.close();
      assertThat(files()).hasSize(1);
      World before = rig.gate.published().world();
      sql(rig, "update entry set body = '\\x00' where complex = '%s' and seq = 3");
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      assertThat(rig.gate.published().world()).isEqualTo(before);
      rig.arrives(2);
      assertThat(rig.verify().faults()).contains("entry 3 has a hash that does not follow");
    }
  }

  @Test
  void aWorldThatContradictsItselfIsNoticedAndNotWritten() throws Exception {
    try (Rig rig = rig("contradiction")) {
      rig.arrives(1);
      Tip tip = rig.gate.tip();
      World w = tip.world();
      Crossings c = w.crossings();
      Crossings lost =
          new Crossings(
              c.all(),
              Table.ofKeys(),
              c.byPlate(),
              c.byRegistration(),
              c.due(),
              c.closed(),
              c.outside());
      World broken = w.draft().crossings(lost).done();
      Snapshots snapshots = new Snapshots(cache, rig.gate.setup);
      Tip wrong = new Tip(broken, tip.seq(), tip.hash(), tip.at(), tip.segment(), tip.day());
      assertThatThrownBy(() -> snapshots.write(wrong)).hasMessageContaining("contradicts itself");
      assertThat(files()).isEmpty();
      snapshots.write(tip);
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void whatCameAfterASnapshotIsReadFromTheJournal() throws Exception {
    try (Rig rig = rig("after-snapshot")) {
      rig.arrives(1);
      restart(rig);
      List<Path> first = files();
      rig.arrives(2);
      rig.gate.close();
      World before = rig.gate.published().world();
      files().stream().filter(file -> !first.contains(file)).forEach(SnapshotTest::delete);
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      assertThat(rig.gate.published().world()).isEqualTo(before);
      assertThat(rig.verify().holds()).isTrue();
    }
  }

  @Test
  void aChangedSnapshotIsPassedOver() throws Exception {
    try (Rig rig = rig("changed-snapshot")) {
      rig.arrives(1);
      rig.gate.close();
      World before = rig.gate.published().world();
      for (int place : new int[] {0, 40, 90, 300}) {
        for (Path file : files()) {
          byte[] bytes = Files.readAllBytes(file);
          bytes[place] ^= 1;
          Files.write(file, bytes);
        }
        rig.gate = rig.begin();
        Rig.awaitReady(rig.gate);
        assertThat(rig.gate.published().world()).isEqualTo(before);
        rig.gate.close();
      }
    }
  }

  @Test
  void aSnapshotOfAnotherJournalIsPassedOver() throws Exception {
    try (Rig rig = rig("other-snapshot")) {
      rig.arrives(1);
      World before = rig.gate.published().world();
      rig.arrives(2);
      long last = rig.gate.published().seq();
      rig.gate.close();
      sql(rig, "delete from entry where complex = '%s' and seq = " + last);
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      assertThat(rig.gate.published().world()).isEqualTo(before);
      rig.arrives(3);
      restart(rig);
      assertThat(rig.gate.published().seq()).isEqualTo(last);
    }
  }

  @Test
  void commandsBeforeASnapshotAreKnownAndFollowed() throws Exception {
    try (Rig rig = rig("known-snapshot")) {
      UUID id = UUID.randomUUID();
      long device = rig.actor(Role.GATE_DEVICE);
      Command arrival = rig.arrival(1);
      rig.send(id, device, arrival);
      rig.wall = rig.wall.plus(Duration.ofDays(1));
      rig.arrives(2);
      rig.gate.close();
      rig.gate = rig.begin();
      List<Entry> followed = Collections.synchronizedList(new ArrayList<>());
      rig.gate.follow(followed::add);
      Rig.awaitReady(rig.gate);
      assertThat(rig.send(id, device, arrival)).isInstanceOf(Answer.Repeated.class);
      Entry last = rig.arrives(3);
      for (int i = 0; i < 500 && !followed.contains(last); i++) {
        Thread.sleep(10);
      }
      assertThat(followed).contains(last).extracting(Entry::seq).isSorted().doesNotHaveDuplicates();
      assertThat(followed).extracting(Entry::cause).doesNotContain(Verifier.CARRIED);
      assertThat(followed).extracting(Entry::commandId).contains(id);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
