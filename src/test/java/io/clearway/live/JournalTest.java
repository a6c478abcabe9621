package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.journal.Verifier;
import io.clearway.report.DailyReport;
import io.clearway.site.Site;
import io.clearway.site.SiteCommand;
import io.clearway.world.CarryForward;
import io.clearway.world.Command;
import io.clearway.world.World;
import io.clearway.world.WorldCommand;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The live runner on a real PostgreSQL.
class JournalTest {

  @Test
  void whatWasAnsweredIsThereAfterARestart() throws Exception {
    try (Rig rig = new Rig("restart").furnished()) {
      for (int i = 0; i < 20; i++) {
        rig.arrives(i);
      }
      World before = rig.gate.published().world();
      long seq = rig.gate.published().seq();
      rig.gate.close();
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      assertThat(rig.gate.published().seq()).isEqualTo(seq);
      assertSame(before, rig.gate.published().world());
      assertThat(rig.verify().faults()).isEmpty();
    }
  }

  @Test
  void theSameCommandIsAnsweredOnceAndAnotherUnderItsIdIsRefused() throws Exception {
    try (Rig rig = new Rig("ids").furnished()) {
      UUID id = UUID.randomUUID();
      long device = rig.actor(Role.GATE_DEVICE);
      Answer first = rig.send(id, device, rig.arrival(1));
      assertThat(first).isInstanceOf(Answer.Committed.class);
      long seq = ((Answer.Committed) first).entry().seq();
      assertThat(rig.send(id, device, rig.arrival(1))).isEqualTo(new Answer.Repeated(seq));
      assertThat(rig.send(id, device, rig.arrival(2))).isEqualTo(new Answer.IdReused());
      assertThat(rig.gate.entry(seq).orElseThrow().commandId()).isEqualTo(id);
    }
  }

  @Test
  void anIdOlderThanTheMemoryIsFoundInTheJournal() throws Exception {
    try (Rig rig = new Rig("old-ids").furnished()) {
      UUID id = UUID.randomUUID();
      long device = rig.actor(Role.GATE_DEVICE);
      Command arrival = rig.arrival(1);
      rig.send(id, device, arrival);
      UUID key = UUID.randomUUID();
      Command enrol =
          new Command.OfAuthority(
              new AuthorityCommand.EnrolActor(new UUID(8, 8), Role.READER, "once"));
      assertThat(rig.send(key, Actor.SYSTEM.id(), enrol)).isInstanceOf(Answer.Committed.class);
      rig.wall = rig.wall.plus(Duration.ofHours(30));
      rig.arrives(2);
      rig.wall = rig.wall.plus(Duration.ofHours(30));
      rig.arrives(3);
      rig.gate.close();
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      assertThat(rig.send(id, device, arrival)).isInstanceOf(Answer.Repeated.class);
      assertThat(rig.send(id, device, rig.arrival(9))).isEqualTo(new Answer.IdReused());
      assertThat(rig.send(key, Actor.SYSTEM.id(), enrol)).isInstanceOf(Answer.Repeated.class);
      assertThat(rig.send(Actor.SYSTEM.id(), enrol)).isInstanceOf(Answer.Refused.class);
      assertThat(rig.arrives(4).seq()).isEqualTo(rig.gate.published().seq());
    }
  }

  @Test
  void manyCallersAreAnsweredInOneOrder() throws Exception {
    try (Rig rig = new Rig("many").furnished()) {
      long device = rig.actor(Role.GATE_DEVICE);
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        answers.add(rig.gate.submit(Rig.order(UUID.randomUUID(), device, rig.arrival(i))));
      }
      List<Long> seqs = new ArrayList<>();
      for (CompletableFuture<Answer> answer : answers) {
        seqs.add(((Answer.Committed) answer.get(30, TimeUnit.SECONDS)).entry().seq());
      }
      assertThat(seqs).doesNotHaveDuplicates().isSorted();
      assertThat(rig.verify().holds()).isTrue();
    }
  }

  @Test
  void theBooksCloseWithTheDayAndCarryTheWorldForward() throws Exception {
    try (Rig rig = new Rig("books").furnished()) {
      rig.arrives(1);
      rig.arrives(2);
      rig.wall = rig.wall.plus(Duration.ofDays(1));
      rig.arrives(3);
      rig.turnWhileItRuns();
      rig.wall = rig.wall.plus(Duration.ofDays(1));
      rig.arrives(4);
      World before = rig.gate.published().world();
      Verifier.Findings findings = rig.verify();
      assertThat(findings.faults()).isEmpty();
      assertThat(findings.segments()).isEqualTo(3);
      rig.gate.close();
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      assertSame(before, rig.gate.published().world());
    }
  }

  @Test
  void aChangedByteIsFoundAndNamed() throws Exception {
    try (Rig rig = new Rig("tampered").furnished()) {
      long seq = rig.arrives(1).seq();
      rig.arrives(2);
      assertThat(rig.verify().holds()).isTrue();
      try (Connection connection = rig.database.connect();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "update entry set actor = actor + 1 where complex = '%s' and seq = %d"
                .formatted(rig.complex, seq));
      }
      assertThat(rig.verify().faults())
          .containsExactly("entry " + seq + " has a hash that does not follow");
    }
  }

  @Test
  void aSecondProcessStandsByAndTakesOverWhenTheOwnerLetsGo() throws Exception {
    try (Rig rig = new Rig("standby").furnished()) {
      rig.arrives(1);
      try (LiveGate second = rig.begin()) {
        Thread.sleep(1_000);
        assertThat(second.ready()).isFalse();
        long seq = rig.gate.published().seq();
        rig.gate.close();
        Rig.awaitReady(second);
        assertThat(second.published().seq()).isEqualTo(seq);
      }
    }
  }

  @Test
  void anOwnerThatLostItsEpochWritesNothing() throws Exception {
    try (Rig rig = new Rig("fenced").furnished()) {
      rig.arrives(1);
      long seq = rig.gate.published().seq();
      long old = rig.loseEpoch();
      assertThat(rig.append(1, old)).isFalse();
      assertThat(rig.append(2, old)).isFalse();
      Answer answer = rig.send(rig.actor(Role.GATE_DEVICE), rig.arrival(2));
      assertThat(answer).isInstanceOf(Answer.Unavailable.class);
      assertThat(rig.verify().lastSeq()).isEqualTo(seq);
    }
  }

  @Test
  void aKilledBackendLosesNothingAndAskingAgainIsHarmless() throws Exception {
    try (Rig rig = new Rig("killed-backend").furnished()) {
      long device = rig.actor(Role.GATE_DEVICE);
      for (int number = 0; number < 50; number++) {
        if (number % 10 == 0) {
          cutConnections(rig);
        }
        UUID id = UUID.randomUUID();
        Command arrival = rig.arrival(number);
        Answer answer = rig.send(id, device, arrival);
        while (answer instanceof Answer.Unavailable) {
          Rig.awaitReady(rig.gate);
          answer = rig.send(id, device, arrival);
        }
        assertThat(answer).isInstanceOfAny(Answer.Committed.class, Answer.Repeated.class);
      }
      World world = rig.gate.published().world();
      for (int number = 0; number < 50; number++) {
        assertThat(world.crossings().find(new UUID(7, number))).isPresent();
      }
      assertThat(world.crossings().all().size()).isEqualTo(50);
      assertThat(rig.verify().faults()).isEmpty();
    }
  }

  @Test
  void aFastClockGoesOnFromTheLastEntryAndNeverBack() throws Exception {
    try (Rig rig = new Rig("clock").furnished()) {
      Instant begin = rig.wall;
      rig.committed(
          Actor.SYSTEM.id(),
          new Command.OfWorld(new WorldCommand.SetClock(rig.wall, rig.wall, 600)));
      rig.wall = rig.wall.plusSeconds(60);
      rig.arrives(1);
      assertThat(rig.gate.published().at()).isEqualTo(begin.plus(Duration.ofHours(10)));
      rig.gate.close();
      rig.wall = rig.wall.plus(Duration.ofDays(3));
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      rig.wall = rig.wall.plusSeconds(144);
      rig.arrives(2);
      assertThat(rig.gate.published().at()).isEqualTo(begin.plus(Duration.ofHours(34)));
      assertThat(rig.verify().faults()).isEmpty();
    }
  }

  @Test
  void beforeASiteIsInForceNothingHappensAtAGate() throws Exception {
    try (Rig rig = new Rig("no-site")) {
      Rig.awaitReady(rig.gate);
      var enrol = new AuthorityCommand.EnrolActor(new UUID(1, 1), Role.GATE_DEVICE, "test");
      rig.committed(Actor.SYSTEM.id(), new Command.OfAuthority(enrol));
      long device = rig.gate.published().world().nextId() - 1;
      assertThat(rig.send(device, rig.arrival(1)))
          .isInstanceOfSatisfying(
              Answer.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("NO_SITE"));
    }
  }

  @Test
  void aCommandThatThrowsTakesNobodyWithIt() throws Exception {
    try (Rig rig = new Rig("throws").furnished()) {
      long device = rig.actor(Role.GATE_DEVICE);
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      List<CompletableFuture<Answer>> faults = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        answers.add(rig.gate.submit(Rig.order(UUID.randomUUID(), device, rig.arrival(i))));
        if (i % 50 == 0) {
          Command breaks = new Command.OfSite(new SiteCommand.AdoptSite(unreadable("9" + i)));
          UUID id = UUID.randomUUID();
          faults.add(
              rig.gate.submit(
                  new Order(id, Digest.ZERO, Order.Lane.PEOPLE, Actor.SYSTEM.id(), breaks)));
        }
      }
      for (CompletableFuture<Answer> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS)).isInstanceOf(Answer.Committed.class);
      }
      for (CompletableFuture<Answer> fault : faults) {
        assertThat(fault.get(30, TimeUnit.SECONDS)).isInstanceOf(Answer.Fault.class);
      }
      World before = rig.gate.published().world();
      assertThat(before.crossings().all().size()).isEqualTo(300);
      assertThat(before.sites().get()).isEqualTo(Rig.site());
      assertThat(rig.verify().holds()).isTrue();
      rig.gate.close();
      rig.gate = rig.begin();
      Rig.awaitReady(rig.gate);
      assertThat(rig.gate.published().world()).isEqualTo(before);
    }
  }

  /// A site that the rules accept and that cannot be written.
  @Test
  void aDaysReportNeedsOnlyTheBooksBeforeIt() throws Exception {
    try (Rig rig = new Rig("report-since").furnished()) {
      ZoneId zone = rig.gate.published().world().sites().get().zone();
      LocalDate first = LocalDate.ofInstant(rig.wall, zone);
      for (int day = 0; day < 3; day++) {
        rig.arrives(2 * day + 1);
        rig.arrives(2 * day + 2);
        leaves(rig, 2 * day + 2);
        rig.wall = rig.wall.plus(Duration.ofDays(1));
      }
      rig.arrives(9);
      long last = rig.gate.published().seq();
      assertThat(rig.gate.booksBefore(first)).isEqualTo(1);
      assertThat(rig.gate.booksBefore(first.plusDays(3))).isGreaterThan(1);
      for (int day = 0; day < 4; day++) {
        LocalDate asked = first.plusDays(day);
        DailyReport whole = DailyReport.of(entries(rig, 1), asked, zone, last);
        assertThat(whole.rows()).anyMatch(row -> row.arrivals() > 0);
        assertThat(DailyReport.of(entries(rig, rig.gate.booksBefore(asked)), asked, zone, last))
            .isEqualTo(whole);
      }
    }
  }

  private static void leaves(Rig rig, int number) throws Exception {
    if (rig.arrival(number)
        instanceof Command.OfCrossing(CrossingCommand.ReportArrived(var key, var sighting))) {
      CrossingCommand.Report gone = new CrossingCommand.ReportGateLeft(key, sighting);
      Answer answer = rig.send(rig.actor(Role.GATE_DEVICE), new Command.OfCrossing(gone));
      assertThat(answer).isInstanceOf(Answer.Committed.class);
    }
  }

  private static List<Entry> entries(Rig rig, long from) throws Exception {
    List<Entry> found = new ArrayList<>();
    rig.gate.read(from, Long.MAX_VALUE, found::add);
    return found;
  }

  private static Site unreadable(String digest) {
    Site site = Rig.site();
    List<String> assumptions =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            throw new IllegalStateException("unreadable");
          }

          @Override
          public int size() {
            return 1;
          }
        };
    Site.Head head = site.head();
    return new Site(
        new Site.Head(
            head.complex(),
            digest,
            head.effective(),
            head.zone(),
            head.facingZone(),
            head.agencyLateAfter(),
            head.lapseAfter()),
        site.places(),
        site.rulebook(),
        assumptions);
  }

  private static void cutConnections(Rig rig) throws Exception {
    try (Connection connection = rig.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name = 'clearway'"
              + " and datname = current_database() and pid <> pg_backend_pid()");
    }
  }

  private static void assertSame(World expected, World actual) {
    assertThat(CarryForward.of(actual, Instant.EPOCH))
        .isEqualTo(CarryForward.of(expected, Instant.EPOCH));
  }
}
