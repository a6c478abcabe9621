package io.clearway.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every state of a reefer against every command that may change it.
class ReeferTableTest {

  private static final Instant T = Instant.parse("2026-11-24T02:00:00Z");
  private static final Instant LATER = T.plusSeconds(3600);
  private static final UUID KEY = new UUID(0, 1);
  private static final Personal<String> PLATE = new Personal.Known<>(new Subject(1, 2), "29C12345");
  private static final CrossingCommand.Sighting SEEN =
      new CrossingCommand.Sighting(PLATE, "HN", Direction.EXPORT, LATER);

  private static final List<CrossingCommand> COMMANDS =
      List.of(
          new CrossingCommand.PlugReefer(1, LATER),
          new CrossingCommand.UnplugReefer(1, LATER),
          new CrossingCommand.ReportYardEntered(KEY, SEEN, "A"),
          new CrossingCommand.ReportYardLeft(KEY, SEEN, "A"),
          new CrossingCommand.ReportYardLeft(KEY, SEEN, "B"),
          new CrossingCommand.ReportGateLeft(KEY, SEEN),
          new CrossingCommand.TurnVehicle(1, Turning.Reason.OTHER, Optional.empty()),
          new CrossingCommand.WithdrawTurning(1));

  /// Columns: plug, unplug, enters yard A, leaves yard A, leaves yard B, leaves the gate, is
  /// turned, stays after all. A refusal by its rule; else when the reefer was plugged in and
  /// unplugged then, minutes after the vehicle came (`-`: not at all; `15..`: plugged).
  private static final String APPROVED =
      """
      unknown             X-1    X-1    -      -      -      -      X-1    X-1
      AtGate              X-26   X-27   -      -      -      -      -      X-19
      InYard              60..   X-27   -      -      -      -      -      X-19
      InYard Plugged      X-26   15..60 15..   15..60 15..60 15..60 15..   X-19
      InYard Unplugged    60..   X-27   15..30 15..30 15..30 15..30 15..30 X-19
      InYard Turned       60..   X-27   -      -      -      -      X-17   -
      InYard TurnedOnPlug X-26   15..60 15..   15..60 15..60 15..60 X-17   15..
      OutOfYard Unplugged X-26   X-27   15..30 15..30 15..30 15..30 15..30 X-19
      Gone Unplugged      X-2    X-2    15..30 15..30 15..30 15..30 X-2    X-2
      """;

  @Test
  void everyStateAnswersEveryCommandAsApproved() {
    Track here = new Track.AtGate(T);
    Track yard = new Track.InYard(T, "A", T);
    Track out = new Track.OutOfYard(T, Optional.of(T), LATER);
    Track gone = new Track.Gone(T, Optional.of(T), Optional.of(LATER), LATER);
    Optional<Plugging> plugged = Optional.of(new Plugging(after(15), Optional.empty()));
    Optional<Plugging> unplugged = Optional.of(new Plugging(after(15), Optional.of(after(30))));
    Optional<Plugging> never = Optional.empty();
    String table =
        row("unknown", Crossings.empty())
            + row("AtGate", held(here, false, never))
            + row("InYard", held(yard, false, never))
            + row("InYard Plugged", held(yard, false, plugged))
            + row("InYard Unplugged", held(yard, false, unplugged))
            + row("InYard Turned", held(yard, true, never))
            + row("InYard TurnedOnPlug", held(yard, true, plugged))
            + row("OutOfYard Unplugged", held(out, false, unplugged))
            + row("Gone Unplugged", held(gone, false, unplugged));
    assertThat(table).isEqualTo(APPROVED);
  }

  private static Instant after(int minutes) {
    return T.plusSeconds(60L * minutes);
  }

  private static String row(String name, Crossings before) {
    StringBuilder cells = new StringBuilder(String.format("%-20s", name));
    for (CrossingCommand command : COMMANDS) {
      cells.append(String.format("%-7s", answer(before, command)));
    }
    return cells.toString().stripTrailing() + '\n';
  }

  private static String answer(Crossings before, CrossingCommand command) {
    var facts =
        new CrossingRules.Facts(
            9,
            2,
            Duration.ofMinutes(30),
            Working.ALWAYS,
            false,
            OptionalLong.empty(),
            false,
            List.of(),
            OptionalLong.empty());
    return switch (CrossingRules.decide(before, command, facts, after(120))) {
      case Decision.Refused<CrossingEvent>(var refusal) -> refusal.rule();
      case Decision.Accepted<CrossingEvent>(List<CrossingEvent> events) -> {
        Crossings after = before;
        for (CrossingEvent event : events) {
          after = Evolution.evolve(after, event);
        }
        yield after.find(1).flatMap(Crossing::plugging).map(ReeferTableTest::shown).orElse("-");
      }
    };
  }

  private static String shown(Plugging plugging) {
    return minutes(plugging.from()) + ".." + plugging.to().map(ReeferTableTest::minutes).orElse("");
  }

  private static String minutes(Instant at) {
    return Long.toString(Duration.between(T, at).toMinutes());
  }

  private static Crossings held(Track track, boolean turned, Optional<Plugging> plugging) {
    Turning turning = new Turning(Turning.Reason.NO_ROOM, Optional.empty(), 9, T);
    return Evolution.evolve(
        Crossings.empty(),
        new CrossingEvent.CrossingCarried(
            new Crossing(
                1,
                KEY,
                OptionalLong.of(4),
                PLATE,
                "HN",
                Direction.EXPORT,
                new Keys.None(),
                track,
                new Turning.History(turned ? Optional.of(turning) : Optional.empty(), List.of()),
                plugging)));
  }
}
