package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Checkpoint;
import io.clearway.journal.Digest;
import io.clearway.journal.Row;
import io.clearway.journal.Segment;
import io.clearway.journal.Verifier;
import io.clearway.vault.SigningKey;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that the verifier can find is planted by a forger who is as careful as can be, so
/// that one finding and no other is what remains.
class VerifierTest {

  private static final Rig RIG = ThreeDays.RIG;
  private static final Ledger WHOLE = ThreeDays.WHOLE;

  private static Verifier.Findings verify(Ledger forged) throws Exception {
    forged.write(RIG.database);
    return RIG.verify();
  }

  private static List<String> faults(Ledger forged) throws Exception {
    return verify(forged).faults();
  }

  /// Linked and signed again: nobody can see from hashes that anything was done.
  private static List<String> faultsOfCareful(Ledger forged) throws Exception {
    return faults(forged.linked().signed(Rig.SIGNING));
  }

  @Test
  void theJournalAsItIsAndSignedAgainHolds() throws Exception {
    Verifier.Findings findings = verify(WHOLE);
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.holds()).isTrue();
    assertThat(findings.segments()).isEqualTo(3);
    assertThat(findings.checkpoints()).isEqualTo(2);
    assertThat(findings.lastSeq()).isEqualTo(WHOLE.lastSeq());
    assertThat(findings.entries()).isEqualTo(WHOLE.rows().size());
    assertThat(faultsOfCareful(WHOLE)).isEmpty();
  }

  @Test
  void aChangeOfAnythingInAnEntryBreaksItsHash() throws Exception {
    Row row = WHOLE.row(WHOLE.lastSeq() - 1);
    byte[] body = row.body.clone();
    body[body.length - 1] ^= 1;
    Row.Head h = row.head();
    UUID other = new UUID(1, 2);
    List<UnaryOperator<Row>> changes =
        List.of(
            Ledger.actor(h.actor() + 1),
            Ledger.time(h.at() + 1, h.epoch()),
            Ledger.time(h.at(), h.epoch() + 1),
            Ledger.segment(h.segment() + 1),
            Ledger.body(body),
            Ledger.hash(Digest.ZERO),
            r -> head(r, other, h.commandDigest(), h.cause()),
            r -> head(r, h.commandId(), Digest.ZERO, h.cause()),
            r -> head(r, h.commandId(), h.commandDigest(), "crossing.ReportGateLeft"));
    for (UnaryOperator<Row> change : changes) {
      assertThat(faults(WHOLE.with(h.seq(), change)))
          .as("change %d", changes.indexOf(change))
          .contains("entry " + h.seq() + " has a hash that does not follow");
    }
  }

  private static Row head(Row row, UUID id, Digest digest, String cause) {
    Row.Head head =
        new Row.Head(row.seq, row.segment, row.at, row.epoch, row.actor, id, digest, cause);
    return Row.read(head, row.body, row.hash);
  }

  @Test
  void twoEntriesInEachOthersPlaceAreFound() throws Exception {
    long last = WHOLE.lastSeq();
    List<Row> rows = new ArrayList<>(WHOLE.rows());
    Row late = rows.removeLast();
    Row early = rows.removeLast();
    rows.add(Ledger.seq(last - 1).apply(late));
    rows.add(Ledger.seq(last).apply(early));
    assertThat(faults(WHOLE.with(rows)))
        .containsExactly(
            "entry " + (last - 1) + " has a hash that does not follow",
            "entry " + last + " has a hash that does not follow",
            "entry " + last + " is not the one that was checkpointed");
  }

  @Test
  void aHistoryWrittenAnewIsNotTheOneThatWasCheckpointed() throws Exception {
    long first = WHOLE.checkpoints().getFirst().seq();
    assertThat(faults(WHOLE.with(2, Ledger.actor(99)).linked()))
        .containsExactly(
            "entry " + first + " is not the one that was checkpointed",
            "entry " + WHOLE.lastSeq() + " is not the one that was checkpointed");
  }

  @Test
  void anEntryTakenOutLeavesAGap() throws Exception {
    long gone = WHOLE.lastSeq() - 1;
    assertThat(faultsOfCareful(WHOLE.without(gone)))
        .containsExactly("entry " + WHOLE.lastSeq() + " follows entry " + (gone - 1));
  }

  @Test
  void anEndCutOffIsKnownFromItsCheckpoint() throws Exception {
    assertThat(faults(WHOLE.without(WHOLE.lastSeq())))
        .containsExactly("entry " + WHOLE.lastSeq() + " was checkpointed and is gone");
  }

  @Test
  void nothingGoesBackInTimeEpochOrSegment() throws Exception {
    long seq = WHOLE.lastSeq() - 1;
    Row row = WHOLE.row(seq);
    String fault = "entry " + seq + " goes back in time, epoch or segment";
    assertThat(faultsOfCareful(WHOLE.with(seq, Ledger.time(row.at - 1, row.epoch))))
        .as("time")
        .containsExactly(fault);
    assertThat(faultsOfCareful(WHOLE.with(seq, Ledger.time(row.at, row.epoch - 1))))
        .as("epoch")
        .containsExactly(fault);
    assertThat(faultsOfCareful(WHOLE.with(seq, Ledger.segment(row.segment - 1))))
        .as("segment")
        .containsExactly(fault);
  }

  @Test
  void aSegmentThatHangsOnAnotherEntryIsNotLinked() throws Exception {
    Segment third = WHOLE.segments().getLast();
    String fault = "segment 3 is not linked to entry ";
    assertThat(faults(WHOLE.withSegments(s -> s.number() == 3 ? Ledger.linked(s, Digest.ZERO) : s)))
        .containsExactly(fault + (third.firstSeq() - 1));
    assertThat(faults(WHOLE.withSegments(s -> s.number() == 1 ? Ledger.linked(s, Digest.ZERO) : s)))
        .containsExactly("segment 1 is not linked to entry 0");
    assertThat(faults(WHOLE.withSegments(s -> s.number() == 3 ? later(s) : s)))
        .contains(fault + third.firstSeq());
  }

  private static Segment later(Segment s) {
    return new Segment(s.number(), s.firstSeq() + 1, s.carried(), s.previousHash(), s.day());
  }

  @Test
  void aSegmentThatLeavesANumberOutIsNotLinked() throws Exception {
    long first = WHOLE.segments().getLast().firstSeq();
    List<Row> rows =
        WHOLE.rows().stream()
            .map(row -> row.seq < first ? row : Ledger.seq(row.seq + 1).apply(row))
            .toList();
    Ledger shifted =
        WHOLE
            .with(rows)
            .withSegments(s -> s.number() == 3 ? later(s) : s)
            .withCheckpoints(c ->
                c.seq() < first ? c : new Checkpoint(c.seq() + 1, c.at(), c.hash(), c.signature()));
    assertThat(faultsOfCareful(shifted))
        .containsExactly(
            "segment 3 is not linked to entry " + (first - 1),
            "entry " + (first + 1) + " follows entry " + (first - 1));
  }

  @Test
  void aSegmentThatIsNotListedIsFoundByItsEntries() throws Exception {
    List<Segment> two = WHOLE.segments().subList(0, 2);
    long first = WHOLE.segments().getLast().firstSeq();
    assertThat(faults(new Ledger(WHOLE.complex(), WHOLE.rows(), two, WHOLE.checkpoints())))
        .contains("entry " + first + " goes back in time, epoch or segment");
  }

  @Test
  void aCarryForwardThatLosesAVehicleIsFound() throws Exception {
    long seq = WHOLE.segments().getLast().firstSeq();
    List<Event> events = new ArrayList<>(RIG.codec.decode(WHOLE.row(seq).body));
    assertThat(events.removeIf(VerifierTest::isCarriedVehicle)).isTrue();
    assertThat(faultsOfCareful(WHOLE.with(seq, Ledger.body(RIG.codec.encode(events)))))
        .containsExactly("segment 3 does not carry the world that it closes");
  }

  private static boolean isCarriedVehicle(Event event) {
    return event instanceof Event.OfCrossing(CrossingEvent.CrossingCarried carried);
  }

  @Test
  void aCarryForwardThatInventsAnIdIsFound() throws Exception {
    long seq = WHOLE.segments().getLast().firstSeq();
    List<Event> events = new ArrayList<>(RIG.codec.decode(WHOLE.row(seq).body));
    events.add(new Event.OfWorld(new WorldEvent.BooksOpened(1_000)));
    assertThat(faultsOfCareful(WHOLE.with(seq, Ledger.body(RIG.codec.encode(events)))))
        .containsExactly("segment 3 does not carry the world that it closes");
  }

  @Test
  void aSegmentCannotSayThatItCarriesMoreOrLessThanItDoes() throws Exception {
    for (long carried : new long[] {0, 1_000}) {
      Ledger lying = WHOLE.withSegments(s -> s.number() == 3 ? carrying(s, carried) : s);
      assertThat(faults(lying)).contains("segment 3 is wrong about what it carries");
    }
  }

  private static Segment carrying(Segment s, long carried) {
    return new Segment(s.number(), s.firstSeq(), carried, s.previousHash(), s.day());
  }

  @Test
  void anIdThatIsGivenTwiceIsFound() throws Exception {
    long first = WHOLE.rows().stream().filter(VerifierTest::isArrival).findFirst().get().seq;
    long second =
        WHOLE.rows().stream().filter(r -> r.seq > first && isArrival(r)).findFirst().get().seq;
    byte[] again = WHOLE.row(first).body;
    assertThat(faultsOfCareful(WHOLE.with(second, Ledger.body(again))))
        .anyMatch(fault -> fault.startsWith("entry " + second + " cannot be applied: passage "));
  }

  private static boolean isArrival(Row row) {
    return row.cause.equals("crossing.ReportArrived");
  }

  @Test
  void anEventThatCannotFollowIsFound() throws Exception {
    long last = WHOLE.lastSeq();
    var nobodys = new CrossingEvent.RegistrationLinked(999, 1, Instant.EPOCH);
    byte[] body = RIG.codec.encode(List.of(new Event.OfCrossing(nobodys)));
    assertThat(faultsOfCareful(WHOLE.with(last, Ledger.body(body))))
        .containsExactly("entry " + last + " cannot be applied: no entry for 999");
    assertThat(faultsOfCareful(WHOLE.with(last, Ledger.body(new byte[] {1, 99, 1, 0, 0}))))
        .singleElement()
        .asString()
        .startsWith("entry " + last + " cannot be applied: corrupt event bytes");
  }

  @Test
  void aCheckpointThatNobodyOfUsSignedIsFound(@TempDir Path elsewhere) throws Exception {
    long last = WHOLE.lastSeq();
    long first = WHOLE.checkpoints().getFirst().seq();
    String fault = " has a wrong signature";
    assertThat(faults(WHOLE.withCheckpoints(c -> c.seq() == last ? later(c) : c)))
        .as("another time")
        .containsExactly("the checkpoint of entry " + last + fault);
    assertThat(faults(WHOLE.signed(SigningKey.open(elsewhere))))
        .as("another key")
        .containsExactly(
            "the checkpoint of entry " + first + fault, "the checkpoint of entry " + last + fault);
    assertThat(faults(WHOLE.withCheckpoints(VerifierTest::ofAnotherComplex)))
        .as("another complex")
        .containsExactly(
            "the checkpoint of entry " + first + fault, "the checkpoint of entry " + last + fault);
    assertThat(faults(WHOLE.withCheckpoints(c -> c.seq() == last ? cut(c) : c)))
        .as("a signature of another length")
        .containsExactly("the checkpoint of entry " + last + fault);
  }

  private static Checkpoint cut(Checkpoint c) {
    return new Checkpoint(c.seq(), c.at(), c.hash(), c.signature().substring(2));
  }

  private static Checkpoint later(Checkpoint c) {
    return new Checkpoint(c.seq(), c.at() + 1, c.hash(), c.signature());
  }

  private static Checkpoint ofAnotherComplex(Checkpoint c) {
    return Checkpoint.sign("another", c.seq(), c.at(), c.hash(), Rig.SIGNING);
  }
}
