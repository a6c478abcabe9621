package io.clearway.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Permits;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Every state of a reefer, and of a vehicle's place in its yard, against every command that may
/// change it.
class YardTableTest {

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
  private static final String REEFERS =
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

  /// Columns: place 1, place 2, enters yard A, leaves yard A, leaves yard B, leaves the gate, is
  /// turned, stays after all, is plugged in. A refusal by its rule; else the place then and since
  /// when, minutes after the vehicle came (`-`: none).
  private static final String PLACES =
      """
      unknown             X-1    X-1    -      -      -      -      X-1    X-1    X-1
      AtGate              X-32   X-32   -      -      -      -      -      X-19   X-26
      InYard              1:60   2:60   -      -      -      -      -      X-19   -
      InYard On1          1:15   2:60   1:15   -      -      -      1:15   X-19   1:15
      InYard Other1       X-33   2:60   -      -      -      -      -      X-19   -
      InYard On2Other1    X-33   2:15   2:15   -      -      -      2:15   X-19   2:15
      InYard On1Other1InB 1:15   2:60   1:15   -      -      -      1:15   X-19   1:15
      InYard On1Turned    1:15   2:60   1:15   -      -      -      X-17   1:15   1:15
      OutOfYard           X-32   X-32   -      -      -      -      -      X-19   X-26
      Gone                X-2    X-2    -      -      -      -      X-2    X-2    X-2
      """;

  @Test
  void everyPlaceAnswersEveryCommandAsApproved() {
    List<CrossingCommand> commands = new ArrayList<>();
    commands.add(new CrossingCommand.AssignPlace(1, "1", LATER));
    commands.add(new CrossingCommand.AssignPlace(1, "2", LATER));
    commands.addAll(COMMANDS.subList(2, COMMANDS.size()));
    commands.add(COMMANDS.getFirst());
    Function<Crossing, String> shown = c -> c.track().placing().map(YardTableTest::on).orElse("-");
    StringBuilder table = new StringBuilder();
    places().forEach((name, state) -> table.append(row(name, state, commands, shown)));
    assertThat(table.toString()).isEqualTo(PLACES);
  }

  @Test
  void noCommandOfTheYardIsForgotten() {
    Set<Class<?>> tabled = Permits.among(COMMANDS.subList(0, 2));
    tabled.add(CrossingCommand.AssignPlace.class);
    assertThat(tabled).isEqualTo(Permits.of(CrossingCommand.OfYard.class));
  }

  private static Map<String, Crossings> places() {
    Track yard = new Track.InYard(T, "A", T);
    Track on1 = on("A", "1");
    Map<String, Crossings> states = new LinkedHashMap<>();
    states.put("unknown", Crossings.empty());
    states.put("AtGate", held(new Track.AtGate(T), false, Optional.empty()));
    states.put("InYard", held(yard, false, Optional.empty()));
    states.put("InYard On1", held(on1, false, Optional.empty()));
    states.put("InYard Other1", beside(held(yard, false, Optional.empty()), on1));
    states.put("InYard On2Other1", beside(held(on("A", "2"), false, Optional.empty()), on1));
    states.put("InYard On1Other1InB", beside(held(on1, false, Optional.empty()), on("B", "1")));
    states.put("InYard On1Turned", held(on1, true, Optional.empty()));
    Track out = new Track.OutOfYard(T, Optional.of(T), LATER);
    states.put("OutOfYard", held(out, false, Optional.empty()));
    Track gone = new Track.Gone(T, Optional.of(T), Optional.of(LATER), LATER);
    states.put("Gone", held(gone, false, Optional.empty()));
    return states;
  }

  private static Track on(String yard, String place) {
    return new Track.InYard(T, yard, T, Optional.of(new Placing(place, after(15))));
  }

  private static String on(Placing placing) {
    return placing.place() + ":" + minutes(placing.since());
  }

  /// Another vehicle stands there too.
  private static Crossings beside(Crossings here, Track there) {
    Personal<String> plate = new Personal.Known<>(new Subject(1, 3), "29C54321");
    return Evolution.evolve(
        here,
        new CrossingEvent.CrossingCarried(
            new Crossing(
                2,
                new UUID(0, 2),
                OptionalLong.of(5),
                plate,
                "HN",
                Direction.EXPORT,
                new Keys.None(),
                there,
                Turning.History.none(),
                Optional.empty())));
  }

  @Test
  void everyReeferAnswersEveryCommandAsApproved() {
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
    assertThat(table).isEqualTo(REEFERS);
  }

  private static Instant after(int minutes) {
    return T.plusSeconds(60L * minutes);
  }

  private static String row(String name, Crossings before) {
    return row(name, before, COMMANDS, c -> c.plugging().map(YardTableTest::shown).orElse("-"));
  }

  private static String row(
      String name,
      Crossings before,
      List<CrossingCommand> commands,
      Function<Crossing, String> shown) {
    StringBuilder cells = new StringBuilder(String.format("%-20s", name));
    for (CrossingCommand command : commands) {
      cells.append(String.format("%-7s", answer(before, command, shown)));
    }
    return cells.toString().stripTrailing() + '\n';
  }

  private static String answer(
      Crossings before, CrossingCommand command, Function<Crossing, String> shown) {
    var facts =
        new CrossingRules.Facts(
            9,
            2,
            Duration.ofMinutes(30),
            Working.ALWAYS,
            false,
            OptionalLong.empty(),
            Optional.empty(),
            List.of(),
            OptionalLong.empty());
    return switch (CrossingRules.decide(before, command, facts, after(120))) {
      case Decision.Refused<CrossingEvent>(var refusal) -> refusal.rule();
      case Decision.Accepted<CrossingEvent>(List<CrossingEvent> events) -> {
        Crossings after = before;
        for (CrossingEvent event : events) {
          after = Evolution.evolve(after, event);
        }
        yield after.find(1).map(shown).orElse("-");
      }
    };
  }

  private static String shown(Plugging plugging) {
    return minutes(plugging.from()) + ".." + plugging.to().map(YardTableTest::minutes).orElse("");
  }

  private static String minutes(Instant at) {
    return Long.toString(Duration.between(T, at).toMinutes());
  }

  private static Crossings held(Track track, boolean turned, Optional<Plugging> plugging) {
    Turning turning = new Turning(Turning.Reason.NO_ROOM, Optional.empty(), 9, T);
    Turning.History turnings =
        new Turning.History(turned ? Optional.of(turning) : Optional.empty(), List.of());
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
                turnings,
                plugging)));
  }
}
