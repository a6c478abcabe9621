package io.clearway.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Beside a journal that grows.
class FollowingTest {

  @Test
  void whatIsWrittenIsCountedBesideTheGate() throws Exception {
    Kept whole = new Story().written();
    whole.catchUp();
    Kept kept = new Kept();
    Story story = new Story();
    int half = story.entries().size() / 2;
    try (Following following = new Following(Kept.DATABASE, kept.complex, Kept.CODEC, kept::seq)) {
      kept.write(story.entries().subList(0, half));
      await(kept);
      kept.write(story.entries().subList(half, story.entries().size()));
      await(kept);
      assertThat(following).isNotNull();
    }
    assertThat(kept.lines(ProjectorTest.PASSED)).isEqualTo(ProjectorTest.TOLD);
  }

  private static void await(Kept kept) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    List<String> last = List.of(Long.toString(kept.seq()));
    while (!kept.lines("select seq::text from statistics_position").equals(last)) {
      assertThat(System.nanoTime()).as("nothing follows").isLessThan(until);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
