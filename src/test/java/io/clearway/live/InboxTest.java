package io.clearway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.journal.Digest;
import io.clearway.live.Order.Lane;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What waits for the writer: who goes first, who shares, and who is turned away. The limit of time
/// is for an inbox that would never come back.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InboxTest {

  private static final Command TICK = new Command.OfWorld(new WorldCommand.Tick());
  private static final long LONG = TimeUnit.SECONDS.toNanos(60);
  private static final int SENDERS = 4;
  private static final int EACH = 2_000;

  private final Inbox inbox = new Inbox();

  @Test
  void inEachRoundTheLanesGoInTheirOrder() {
    for (Lane lane : List.of(Lane.values()).reversed()) {
      offer(lane, 1, 2);
    }
    assertThat(lanes(inbox.take(12)))
        .containsExactly(
            "STOP 2",
            "LANE_DECISION 2",
            "PEOPLE 2",
            "VEHICLE 2",
            "NEIGHBOUR 2",
            "DEVICE_AND_IMPORT 2");
  }

  @Test
  void aStopGoesBeforeEverythingThatCameEarlier() {
    for (Lane lane : Lane.values()) {
      offer(lane, 1, 100);
    }
    assertThat(lanes(inbox.take(60))).containsExactly("STOP 60");
    assertThat(lanes(inbox.take(41))).containsExactly("STOP 40", "LANE_DECISION 1");
    offer(Lane.STOP, 1, 1);
    assertThat(lanes(inbox.take(2))).containsExactly("STOP 1", "LANE_DECISION 1");
  }

  @Test
  void theLanesAfterTheFirstShareByWeight() {
    for (Lane lane : Lane.values()) {
      offer(lane, 1, lane == Lane.STOP ? 0 : 100);
    }
    List<String> round =
        List.of("LANE_DECISION 16", "PEOPLE 16", "VEHICLE 8", "NEIGHBOUR 4", "DEVICE_AND_IMPORT 4");
    assertThat(lanes(inbox.take(48))).isEqualTo(round);
    List<String> two = new ArrayList<>(round);
    two.addAll(round);
    assertThat(lanes(inbox.take(96))).isEqualTo(two);
    assertThat(lanes(inbox.take(40))).containsExactly("LANE_DECISION 16", "PEOPLE 16", "VEHICLE 8");
  }

  @Test
  void whatALaneDoesNotUseGoesToTheOthers() {
    offer(Lane.DEVICE_AND_IMPORT, 1, 100);
    offer(Lane.PEOPLE, 1, 3);
    assertThat(lanes(inbox.take(50))).containsExactly("PEOPLE 3", "DEVICE_AND_IMPORT 47");
    assertThat(lanes(inbox.take(100))).containsExactly("DEVICE_AND_IMPORT 53");
  }

  @Test
  void aBatchHoldsImportsHoweverManyDecisionsWait() {
    offer(Lane.DEVICE_AND_IMPORT, 1, 100);
    for (int batch = 0; batch < 5; batch++) {
      offer(Lane.LANE_DECISION, 2, 200);
      List<Inbox.Pending> imports = of(Lane.DEVICE_AND_IMPORT, inbox.take(100));
      assertThat(imports).as("batch %d", batch).hasSize(20);
    }
  }

  @Test
  void whoeverSpeaksInALaneIsServedInTurn() {
    offer(Lane.PEOPLE, 1, 4);
    offer(Lane.PEOPLE, 2, 2);
    offer(Lane.PEOPLE, 3, 1);
    assertThat(actors(inbox.take(2))).containsExactly(1L, 2L);
    assertThat(actors(inbox.take(10))).containsExactly(3L, 1L, 2L, 1L, 1L);
  }

  @Test
  void whoComesBackStandsBehindThoseWhoWaited() {
    offer(Lane.PEOPLE, 1, 1);
    offer(Lane.PEOPLE, 2, 2);
    assertThat(actors(inbox.take(1))).containsExactly(1L);
    offer(Lane.PEOPLE, 1, 1);
    assertThat(actors(inbox.take(3))).containsExactly(2L, 1L, 2L);
  }

  @Test
  void whatOneSaysInALaneStaysInItsOrder() {
    offer(Lane.PEOPLE, 1, 50);
    offer(Lane.PEOPLE, 2, 50);
    List<Inbox.Pending> taken = new ArrayList<>();
    while (inbox.available() > 0) {
      taken.addAll(inbox.take(7));
    }
    assertThat(numbers(1, taken)).hasSize(50).isSorted().doesNotHaveDuplicates();
    assertThat(numbers(2, taken)).hasSize(50).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aFullLaneTurnsAwayAndTheOthersDoNot() {
    for (Lane full : Lane.values()) {
      Inbox fresh = new Inbox();
      for (int i = 0; i < Inbox.BOUND; i++) {
        assertThat(fresh.offer(pending(full, i % 3, i))).isTrue();
      }
      assertThat(fresh.offer(pending(full, 9, 0))).as("one more for %s", full).isFalse();
      assertThat(fresh.available()).isEqualTo(Inbox.BOUND);
      for (Lane lane : Lane.values()) {
        assertThat(fresh.offer(pending(lane, 9, 1))).as("%s", lane).isEqualTo(lane != full);
      }
    }
  }

  @Test
  void whatIsTakenMakesRoomAndWhatIsTurnedAwayTakesNone() {
    offer(Lane.PEOPLE, 1, Inbox.BOUND);
    for (int i = 0; i < 10; i++) {
      assertThat(inbox.offer(pending(Lane.PEOPLE, 2, i))).isFalse();
    }
    assertThat(inbox.available()).isEqualTo(Inbox.BOUND);
    assertThat(inbox.offer(pending(Lane.PEOPLE, 2, 10))).isFalse();
    assertThat(inbox.take(2)).hasSize(2);
    assertThat(inbox.offer(pending(Lane.PEOPLE, 2, 11))).isTrue();
    assertThat(inbox.offer(pending(Lane.PEOPLE, 2, 12))).isTrue();
    assertThat(inbox.offer(pending(Lane.PEOPLE, 2, 13))).isFalse();
    assertThat(inbox.take(Integer.MAX_VALUE)).hasSize(Inbox.BOUND);
    assertThat(inbox.isEmpty()).isTrue();
  }

  @Test
  void nothingIsTakenBeyondTheLimitAndNothingFromNothing() {
    assertThat(inbox.isEmpty()).isTrue();
    assertThat(inbox.take(10)).isEmpty();
    offer(Lane.STOP, 1, 2);
    offer(Lane.PEOPLE, 1, 1);
    assertThat(inbox.isEmpty()).isFalse();
    assertThat(inbox.take(0)).isEmpty();
    assertThat(inbox.take(1)).hasSize(1);
    assertThat(inbox.available()).isEqualTo(2);
    assertThat(inbox.isEmpty()).isFalse();
  }

  @Test
  void ofWhatManyThreadsOfferNothingIsLostAndEachStaysInOrder() throws Exception {
    List<Thread> senders = new ArrayList<>();
    for (int actor = 0; actor < SENDERS; actor++) {
      int who = actor;
      senders.add(Thread.ofPlatform().start(() -> sendAll(who)));
    }
    List<Inbox.Pending> taken = new ArrayList<>();
    long until = System.nanoTime() + LONG;
    while (taken.size() < SENDERS * EACH && System.nanoTime() < until) {
      inbox.await(TimeUnit.MILLISECONDS.toNanos(10), () -> false);
      taken.addAll(inbox.take(64));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    for (int actor = 0; actor < SENDERS; actor++) {
      assertThat(numbers(actor, taken)).hasSize(EACH).isSorted().doesNotHaveDuplicates();
    }
    assertThat(inbox.isEmpty()).isTrue();
  }

  private void sendAll(int actor) {
    Lane lane = actor % 2 == 0 ? Lane.PEOPLE : Lane.DEVICE_AND_IMPORT;
    for (int i = 0; i < EACH; i++) {
      while (!inbox.offer(pending(lane, actor, i))) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void nobodyWaitsWhileSomethingIsThere() throws Exception {
    offer(Lane.PEOPLE, 1, 2);
    assertThat(waits(() -> false).join(Duration.ofSeconds(20))).isTrue();
    assertThat(inbox.take(1)).hasSize(1);
    assertThat(waits(() -> false).join(Duration.ofSeconds(20))).as("one is held").isTrue();
    assertThat(inbox.take(1)).hasSize(1);
    assertThat(waits(() -> true).join(Duration.ofSeconds(20))).as("called before").isTrue();
  }

  @Test
  void anOfferACallOrTheTimeEndsTheWait() throws Exception {
    Thread first = waits(() -> false);
    assertThat(first.join(Duration.ofMillis(50))).as("nothing came").isFalse();
    offer(Lane.DEVICE_AND_IMPORT, 1, 1);
    assertThat(first.join(Duration.ofSeconds(20))).as("an offer").isTrue();
    assertThat(inbox.take(1)).hasSize(1);
    Thread second = waits(() -> false);
    assertThat(second.join(Duration.ofMillis(50))).as("nobody called").isFalse();
    inbox.wake();
    assertThat(second.join(Duration.ofSeconds(20))).as("a call").isTrue();
    long before = System.nanoTime();
    inbox.await(TimeUnit.MILLISECONDS.toNanos(5), () -> false);
    assertThat(System.nanoTime() - before).as("the time").isLessThan(LONG / 2);
  }

  private Thread waits(BooleanSupplier called) {
    return Thread.ofPlatform().daemon().start(() -> inbox.await(LONG, called));
  }

  private void offer(Lane lane, long actor, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(inbox.offer(pending(lane, actor, i))).isTrue();
    }
  }

  private static Inbox.Pending pending(Lane lane, long actor, int number) {
    Order order = new Order(new UUID(actor, number), Digest.ZERO, lane, actor, TICK);
    return new Inbox.Pending(order, new CompletableFuture<>());
  }

  /// Runs of one lane as `PEOPLE 3`.
  private static List<String> lanes(List<Inbox.Pending> taken) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= taken.size(); i++) {
      Lane lane = taken.get(from).order().lane();
      if (i == taken.size() || taken.get(i).order().lane() != lane) {
        runs.add(lane + " " + (i - from));
        from = i;
      }
    }
    return runs;
  }

  private static List<Inbox.Pending> of(Lane lane, List<Inbox.Pending> taken) {
    return taken.stream().filter(pending -> pending.order().lane() == lane).toList();
  }

  private static List<Long> actors(List<Inbox.Pending> taken) {
    return taken.stream().map(pending -> pending.order().actor()).toList();
  }

  private static List<Long> numbers(long actor, List<Inbox.Pending> taken) {
    return taken.stream()
        .filter(pending -> pending.order().actor() == actor)
        .map(pending -> pending.order().id().getLeastSignificantBits())
        .toList();
  }
}
