package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.journal.Checkpoint;
import io.clearway.journal.Digest;
import io.clearway.journal.Row;
import io.clearway.journal.Segment;
import io.clearway.journal.SegmentExport;
import io.clearway.vault.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exported segments that somebody forged, before or after they were exported: the stranger's
/// program says of each what is wrong with it and nothing else.
class SegmentForgeryTest {

  private static final Ledger WHOLE = ThreeDays.WHOLE;
  private static final long LAST = WHOLE.lastSeq();
  private static final long FIRST_SIGNED = WHOLE.checkpoints().getFirst().seq();
  private static final int HASH = 10;

  @TempDir private static Path program = Path.of("");
  @TempDir private Path folder = Path.of("");

  private record Said(int status, List<String> faults, String out) {}

  @BeforeAll
  static void compile() {
    String[] arguments = {"-d", program.toString(), "tools/VerifySegments.java"};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
  }

  private Said verify(String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of(folder.toString()));
    words.addAll(List.of(more));
    return run(words);
  }

  private Said run(List<String> words) throws Exception {
    Path err = Files.createTempFile(program, "said", ".err");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(program.toString(), "VerifySegments"));
    command.addAll(words);
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), Files.readAllLines(err), out);
  }

  private void export(Ledger forged) throws Exception {
    forged.write(ThreeDays.RIG.database);
    SegmentExport.write(ThreeDays.RIG.database, WHOLE.complex(), folder, Rig.SIGNING.publicKey());
  }

  /// Linked and signed again before it is exported.
  private void exportCareful(Ledger forged) throws Exception {
    export(forged.linked().signed(Rig.SIGNING));
  }

  private void assertFound(String... faults) throws Exception {
    Said said = verify();
    assertThat(said.faults()).containsExactly(faults);
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("\"holds\":false");
  }

  private Path file(int segment) {
    return folder.resolve("segment-%06d.tsv".formatted(segment));
  }

  private void edit(int segment, UnaryOperator<List<String>> change) throws Exception {
    Path file = file(segment);
    Files.write(file, change.apply(new ArrayList<>(Files.readAllLines(file))));
  }

  private static String with(String line, int field, String value) {
    String[] fields = line.split("\t", -1);
    fields[field] = value;
    return String.join("\t", fields);
  }

  private static UnaryOperator<List<String>> head(int field, String value) {
    return lines -> {
      lines.set(0, with(lines.getFirst(), field, value));
      return lines;
    };
  }

  @Test
  void theSegmentsAsTheyAreAndSignedAgainHold() throws Exception {
    exportCareful(WHOLE);
    Said said = verify();
    assertThat(said.faults()).isEmpty();
    assertThat(said.status()).isZero();
    assertThat(said.out())
        .isEqualToIgnoringNewLines(
            "{\"segments\":3,\"entries\":%d,\"checkpoints\":2,\"lastSeq\":%d,\"holds\":true}"
                .formatted(WHOLE.rows().size(), LAST));
  }

  /// Each entry of the first segment has something else changed; the head is line 0, entry 1 line
  /// 1.
  @Test
  void aChangeOfAnythingInAnEntryBreaksItsHash() throws Exception {
    export(WHOLE);
    edit(
        1,
        lines -> {
          lines.set(2, with(lines.get(2), 5, "77"));
          lines.set(3, with(lines.get(3), 6, "00000000-0000-0001-0000-000000000002"));
          lines.set(4, with(lines.get(4), 7, "00".repeat(32)));
          lines.set(5, with(lines.get(5), 8, "books.Carried"));
          byte[] body = WHOLE.row(6).body.clone();
          body[body.length - 1] ^= 1;
          lines.set(6, with(lines.get(6), 9, Base64.getEncoder().encodeToString(body)));
          return lines;
        });
    String fault = " has a hash that does not follow";
    assertFound(
        "entry 2" + fault,
        "entry 3" + fault,
        "entry 4" + fault,
        "entry 5" + fault,
        "entry 6" + fault);
  }

  @Test
  void aHashThatIsChangedBreaksItsOwnEntryAndTheNext() throws Exception {
    export(WHOLE);
    edit(
        1,
        lines -> {
          lines.set(4, with(lines.get(4), HASH, "00".repeat(32)));
          return lines;
        });
    String fault = " has a hash that does not follow";
    assertFound("entry 4" + fault, "entry 5" + fault);
  }

  @Test
  void twoEntriesInEachOthersPlaceAreFound() throws Exception {
    export(WHOLE);
    edit(
        1,
        lines -> {
          Collections.swap(lines, 4, 5);
          return lines;
        });
    String fault = " has a hash that does not follow";
    assertFound(
        "entry 5 follows entry 3",
        "entry 5" + fault,
        "entry 4 follows entry 5",
        "entry 4" + fault,
        "entry 6 follows entry 4",
        "entry 6" + fault);
  }

  @Test
  void anEntryTakenOutLeavesAGap() throws Exception {
    exportCareful(WHOLE.without(LAST - 1));
    assertThat(verify().faults()).contains("entry " + LAST + " follows entry " + (LAST - 2));
  }

  @Test
  void nothingGoesBackInTimeOrEpochOrIntoAForeignSegment() throws Exception {
    Row row = WHOLE.row(LAST - 1);
    exportCareful(WHOLE.with(row.seq, Ledger.time(row.at - 1, row.epoch)));
    assertFound("entry " + row.seq + " goes back in time or epoch");
    exportCareful(WHOLE.with(row.seq, Ledger.time(row.at, row.epoch - 1)));
    assertFound("entry " + row.seq + " goes back in time or epoch");
    exportCareful(WHOLE.with(row.seq, Ledger.segment(2)));
    assertFound("entry " + row.seq + " is in a foreign segment");
  }

  @Test
  void aSegmentThatHangsOnAnotherEntryIsNotLinked() throws Exception {
    export(WHOLE.withSegments(s -> s.number() == 3 ? Ledger.linked(s, Digest.ZERO) : s));
    long before = WHOLE.segments().getLast().firstSeq() - 1;
    assertFound("segment 3 is not linked to entry " + before);
    export(WHOLE);
    edit(3, head(3, Long.toString(before + 2)));
    assertFound("segment 3 does not follow entry " + before);
  }

  @Test
  void aJournalThatBeginsSomewhereElseIsFound() throws Exception {
    export(WHOLE.withSegments(s -> s.number() == 1 ? Ledger.linked(s, Digest.ZERO) : s));
    assertFound(
        "the first segment does not begin at the beginning",
        "entry 1 has a hash that does not follow");
  }

  @Test
  void aSegmentWithAnotherNumberOrOfAnotherComplexIsFound() throws Exception {
    export(WHOLE);
    edit(3, head(1, "another"));
    assertFound("segment 3 is of another complex");
    export(WHOLE);
    edit(3, head(2, "4"));
    assertThat(verify().faults()).contains("segment 4 follows 2");
  }

  @Test
  void aFileThatIsMissingOrStandsForAnotherIsFound() throws Exception {
    export(WHOLE);
    Segment second = WHOLE.segments().get(1);
    long before = second.firstSeq() - 1;
    Files.delete(file(2));
    assertThat(verify().faults())
        .contains(
            "segment 3 follows 1",
            "segment 3 does not follow entry " + before,
            "segment 3 is not linked to entry " + before);
    Files.copy(file(3), file(2));
    assertThat(verify().faults()).contains("segment 3 follows 1", "segment 3 follows 3");
    for (int number = 1; number <= 3; number++) {
      Files.delete(file(number));
    }
    assertFound("the folder holds no segment");
  }

  @Test
  void aLineThatIsNoneIsFound() throws Exception {
    export(WHOLE);
    edit(
        3,
        lines -> {
          lines.add("X\t1");
          lines.add("E\tone");
          lines.add("E\t1");
          return lines;
        });
    assertFound(
        "an unknown line after entry " + LAST,
        "segment-000003.tsv has an unreadable line after entry " + LAST,
        "entry 1 follows entry " + LAST,
        "segment-000003.tsv has an unreadable line after entry " + LAST);
    export(WHOLE);
    edit(3, head(0, "clearway-segment 2"));
    assertFound("segment-000003.tsv is no segment");
  }

  @Test
  void aHistoryWrittenAnewIsNotTheOneThatWasCheckpointed() throws Exception {
    export(WHOLE.with(2, Ledger.actor(99)).linked());
    assertFound(
        "the checkpoint of entry " + FIRST_SIGNED + " names another entry",
        "the checkpoint of entry " + LAST + " names another entry");
    export(WHOLE);
    edit(
        3,
        lines -> {
          lines.removeIf(line -> line.startsWith("E\t" + LAST + "\t"));
          return lines;
        });
    assertFound("the checkpoint of entry " + LAST + " names another entry");
  }

  @Test
  void aCheckpointThatNobodyOfUsSignedIsFound(@TempDir Path elsewhere) throws Exception {
    export(WHOLE.withCheckpoints(c -> c.seq() == LAST ? later(c) : c));
    assertFound("the checkpoint of entry " + LAST + " has a wrong signature");
    SigningKey forger = SigningKey.open(elsewhere);
    export(WHOLE.signed(forger));
    String[] both = {
      "the checkpoint of entry " + FIRST_SIGNED + " has a wrong signature",
      "the checkpoint of entry " + LAST + " has a wrong signature"
    };
    assertFound(both);
    Path own = Files.copy(folder.resolve("public.key"), elsewhere.resolve("own.key"));
    String text = Base64.getEncoder().encodeToString(forger.publicKey());
    Files.writeString(folder.resolve("public.key"), text);
    assertThat(verify().status()).as("the key that came with the files fits them").isZero();
    assertThat(verify(own.toString()).faults()).as("one's own does not").containsExactly(both);
  }

  private static Checkpoint later(Checkpoint c) {
    return new Checkpoint(c.seq(), c.at() + 1, c.hash(), c.signature());
  }

  @Test
  void wrongUseIsSaid() throws Exception {
    for (List<String> words :
        List.of(List.<String>of(), List.of("a", "b", "c"), List.of(folder + "/nothing"))) {
      Said said = run(words);
      assertThat(said.status()).isEqualTo(2);
      assertThat(said.faults()).singleElement().asString().startsWith("usage: ");
    }
  }
}
