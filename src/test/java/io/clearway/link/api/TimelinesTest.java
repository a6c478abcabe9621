package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Second;
import io.clearway.crossing.CrossingEvent;
import io.clearway.journal.Entry;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.link.rows.Timelines;
import io.clearway.site.Agency;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is told of a passage from its history.
class TimelinesTest {

  private static final Instant ENTERED = Instant.parse("2026-01-15T05:00:00Z");
  private static final long PASSAGE = 7;
  private static final long LOAD = 5;

  private final Timelines timelines = new Timelines();
  private long seq;

  private void at(int minute, Event event) {
    Instant at = ENTERED.plusSeconds(60L * minute);
    timelines.accept(new Entry(++seq, at, 1, new UUID(1, seq), "test", List.of(event)));
  }

  private void word(int minute) {
    Clearance.Word word =
        new Clearance.Word(1, ENTERED, OptionalInt.of(0), Optional.empty(), Optional.empty());
    at(
        minute,
        new Event.OfClearance(
            new ClearanceEvent.StepConfirmed(LOAD, "PLANT", word, Duration.ZERO)));
  }

  @Test
  void theWorkBeganWithItsFirstWordWhateverBecameOfIt() {
    at(-9, new Event.OfCrossing(new CrossingEvent.RegistrationLinked(PASSAGE, LOAD, ENTERED)));
    word(-5);
    assertThat(timelines.firstWord(PASSAGE, ENTERED)).isEmpty();
    word(3);
    at(8, new Event.OfClearance(new ClearanceEvent.StepsVoided(LOAD, List.of("PLANT"), ENTERED)));
    word(12);
    assertThat(timelines.firstWord(PASSAGE, ENTERED)).contains(ENTERED.plusSeconds(180));
  }

  @Test
  void whatAnOfficerWroteIsReadUntilItsSubjectIsErased() {
    Subject plate = new Subject(3, 4);
    Second asked =
        new Second(
            new Second.Wish.Lift(2), 1, new UUID(8, 1), ENTERED, new Personal.Known<>(plate, "ok"));
    Event asking = new Event.OfClearance(new ClearanceEvent.SecondAsked(LOAD, asked));
    at(-9, new Event.OfCrossing(new CrossingEvent.RegistrationLinked(PASSAGE, LOAD, ENTERED)));
    at(1, asking);
    assertThat(note()).contains("ok");
    erase(new Subject(5, 6));
    assertThat(note()).contains("ok");
    erase(plate);
    assertThat(note()).isEmpty();
  }

  @Test
  void whatIsWrittenBeforeTheVehicleComesIsErasedToo() {
    Subject plate = new Subject(3, 4);
    Clearance.Hold hold =
        new Clearance.Hold(
            2,
            Agency.CUSTOMS,
            Clearance.HoldKind.ORDER,
            1,
            ENTERED,
            Optional.of(new Personal.Known<>(plate, "ok")),
            List.of(Agency.CUSTOMS));
    at(-9, new Event.OfClearance(new ClearanceEvent.HoldPlaced(LOAD, hold)));
    erase(plate);
    at(-5, new Event.OfCrossing(new CrossingEvent.RegistrationLinked(PASSAGE, LOAD, ENTERED)));
    Timelines.Line placed = timelines.of(PASSAGE).lines().getFirst();
    assertThat(placed.type()).isEqualTo("HoldPlaced");
    assertThat(placed.note().orElseThrow().read()).isEmpty();
  }

  private Optional<String> note() {
    return timelines.of(PASSAGE).lines().getLast().note().orElseThrow().read();
  }

  private void erase(Subject subject) {
    at(2, new Event.OfWorld(new WorldEvent.SubjectErased(subject, "asked", ENTERED)));
  }
}
