package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.journal.Database;
import io.clearway.journal.EntryStore;
import io.clearway.journal.SegmentExport;
import io.clearway.journal.SegmentImport;
import io.clearway.journal.Verifier;
import io.clearway.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is one only when it has been read back.
class RestoreTest {

  private static final String NAME = "restored";

  @TempDir Path folder;

  @Test
  void exportedSegmentsAreReadBackToTheLastEntryOrToAnyBefore() throws Exception {
    try (Rig rig = new Rig("restore").furnished()) {
      long first = rig.arrives(1).seq();
      World then = rig.gate.published().world();
      rig.wall = rig.wall.plus(Duration.ofDays(1));
      rig.arrives(2);
      rig.gate.close();
      World last = rig.gate.published().world();
      List<Path> files =
          SegmentExport.write(rig.database, rig.complex, folder, Rig.SIGNING.publicKey());
      assertThat(files).hasSize(2);
      Database whole = empty(rig);
      var restored = SegmentImport.read(whole, rig.complex, folder, Long.MAX_VALUE);
      assertThat(restored).isEqualTo(new SegmentImport.Restored(2, rig.gate.published().seq()));
      assertThat(replayed(rig, whole)).isEqualTo(last);
      assertThat(verified(rig, whole).faults()).isEmpty();
      assertThat(verified(rig, whole).checkpoints()).isEqualTo(1);
      assertThatThrownBy(() -> SegmentImport.read(whole, rig.complex, folder, Long.MAX_VALUE))
          .hasMessageContaining("a journal already");
      Database part = empty(rig);
      assertThat(SegmentImport.read(part, rig.complex, folder, first))
          .isEqualTo(new SegmentImport.Restored(1, first));
      assertThat(replayed(rig, part)).isEqualTo(then);
    }
  }

  @Test
  void aChangedFileIsNamedByLineAndNothingOfItIsKept() throws Exception {
    try (Rig rig = new Rig("restore-changed").furnished()) {
      rig.arrives(1);
      rig.gate.close();
      Path file =
          SegmentExport.write(rig.database, rig.complex, folder, Rig.SIGNING.publicKey())
              .getFirst();
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Database empty = empty(rig);
      String head = lines.getFirst();
      String[] fields = head.split("\t");
      fields[4] = "1000";
      lines.set(0, String.join("\t", fields));
      Files.write(file, lines);
      assertThatThrownBy(() -> SegmentImport.read(empty, rig.complex, folder, Long.MAX_VALUE))
          .hasMessageContaining("segment 1 carries the world up to entry 1000");
      lines.set(0, head);
      for (String wrong : List.of("E\t1\t1", "X", lines.getLast(), lines.get(2))) {
        lines.set(3, wrong);
        Files.write(file, lines);
        assertThatThrownBy(() -> SegmentImport.read(empty, rig.complex, folder, Long.MAX_VALUE))
            .isInstanceOf(SegmentImport.NotRestored.class)
            .hasMessageContaining("line 4");
      }
      assertThatThrownBy(
              () -> SegmentImport.read(empty, rig.complex, folder.resolve("none"), Long.MAX_VALUE))
          .hasMessageContaining("there is no folder");
      try (EntryStore store = new EntryStore(empty, rig.complex)) {
        assertThat(store.segments()).isEmpty();
        store.read(1, Long.MAX_VALUE, row -> assertThat(row.seq).isZero());
      }
    }
  }

  private static World replayed(Rig rig, Database database) throws Exception {
    try (EntryStore store = new EntryStore(database, rig.complex)) {
      return new Replay(store, rig.codec, Optional.empty()).run(rig.complex).world();
    }
  }

  private static Verifier.Findings verified(Rig rig, Database database) throws Exception {
    return Verifier.verify(database, rig.complex, rig.codec, Rig.SIGNING.publicKey());
  }

  /// A database of its own on the same server.
  private static Database empty(Rig rig) throws Exception {
    try (Connection connection = rig.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + NAME + " with (force)");
      statement.execute("create database " + NAME);
    }
    String url = rig.database.address().get().replaceFirst("/postgres$", "/" + NAME);
    Database database = new Database(() -> url, rig.database.user(), rig.database.password());
    database.migrate();
    return database;
  }
}
