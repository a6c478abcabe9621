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

/// Every state of a passage against every command. [YardTableTest] has those of the
/// reefers, `AwayTableTest` those of what is away from the gate.
class CrossingTableTest {

  private static final Instant T = Instant.parse("2026-11-24T02:00:00Z");
  private static final Subject PLATE = new Subject(1, 2);

  private static final List<CrossingCommand> COMMANDS =
      List.of(
          new CrossingCommand.ConfirmEntry(1, KeyHolder.BORDER_GUARD),
          new CrossingCommand.ConfirmEntry(1, KeyHolder.CUSTOMS),
          new CrossingCommand.ReportArrived(key(), sighting()),
          new CrossingCommand.ReportYardEntered(key(), sighting(), "A"),
          new CrossingCommand.ReportYardLeft(key(), sighting(), "A"),
          new CrossingCommand.ReportYardLeft(key(), sighting(), "B"),
          new CrossingCommand.ReportGateLeft(key(), sighting()),
          new CrossingCommand.LinkRegistration(1, 5),
          new CrossingCommand.DeclareLate(1),
          new CrossingCommand.Retire(List.of(1L)),
          new CrossingCommand.VoidKeys(1, List.of(KeyHolder.BORDER_GUARD)),
          new CrossingCommand.VoidKeys(1, List.of(KeyHolder.BORDER_GUARD, KeyHolder.CUSTOMS)),
          new CrossingCommand.TurnVehicle(1, Turning.Reason.OTHER_SIDE, Optional.of("TT")),
          new CrossingCommand.WithdrawTurning(1));

  /// Columns: key of border guard, key of customs, arrived, entered yard A, left yard A, left yard
  /// B, left gate, link papers, declare late, retire, void border guard's, void both, turn,
  /// withdraw that. `!` opens a case; `new!in!` are two events of one entry; `set!` is set aside,
  /// `off` is retired. `T-` is turned, with such keys.
  private static final String APPROVED =
      """
      unknown            X-1  X-1  new! new!in! new!out! new!out! new!gone! \
      X-10 X-11 X-13 X-15 X-15 X-1  X-1
      AtGate NoPapers    X-3  X-3  set! in!  out! out! gone! link X-11 X-13 X-15 X-15 turn X-19
      AtGate None        1st  1st  set! in!  out! out! gone! X-10 X-11 X-13 X-15 X-15 turn X-19
      AtGate Guard       X-5  2nd  set! in!  out! out! gone! X-10 late X-13 void1 void1 turn X-19
      AtGate Late        X-5  2nd  set! in!  out! out! gone! X-10 X-11 X-13 void1 void1 turn X-19
      AtGate Customs     2nd  X-5  set! in!  out! out! gone! X-10 late X-13 X-15 void1 turn X-19
      AtGate Both        X-5  X-5  set! in   out! out! gone X-10 X-11 X-13 void1 void2 turn X-19
      AtGate Anew        again again set! in!  out! out! gone! X-10 late2 X-13 X-15 X-15 turn X-19
      AtGate Void        again again set! in   out! out! gone! X-10 late2 X-13 X-15 X-15 turn X-19
      AtGate Half        again X-5  set! in   out! out! gone! X-10 late X-13 X-15 void1 turn X-19
      AtGate T-NoPap     X-19 X-19 set! in!  out! out! gone link X-11 X-13 X-15 X-15 X-17 stay
      AtGate Turned      X-19 X-19 set! in!  out! out! gone X-10 X-11 X-13 X-15 X-15 X-17 stay
      AtGate T-Guard     X-19 X-19 set! in!  out! out! gone X-10 X-11 X-13 void1 void1 X-17 stay
      AtGate T-Cust      X-19 X-19 set! in!  out! out! gone X-10 X-11 X-13 X-15 void1 X-17 stay
      AtGate T-Both      X-19 X-19 set! in   out! out! gone X-10 X-11 X-13 void1 void2 X-17 stay
      AtGate T-Anew      X-19 X-19 set! in!  out! out! gone X-10 X-11 X-13 X-15 X-15 X-17 stay
      AtGate T-Half      X-19 X-19 set! in   out! out! gone X-10 X-11 X-13 X-15 void1 X-17 stay
      InYard NoPapers    X-3  X-3  set! set! out  out! gone! link X-11 X-13 X-15 X-15 turn X-19
      InYard None        1st  1st  set! set! out  out! gone! X-10 X-11 X-13 X-15 X-15 turn X-19
      InYard Guard       X-5  2nd  set! set! out  out! gone! X-10 late X-13 void1 void1 turn X-19
      InYard Late        X-5  2nd  set! set! out  out! gone! X-10 X-11 X-13 void1 void1 turn X-19
      InYard Customs     2nd  X-5  set! set! out  out! gone! X-10 late X-13 X-15 void1 turn X-19
      InYard Both        X-5  X-5  set! set! out  out! gone X-10 X-11 X-13 void1 void2 turn X-19
      InYard Anew        again again set! set! out  out! gone! X-10 late2 X-13 X-15 X-15 turn X-19
      InYard Void        again again set! set! out  out! gone! X-10 late2 X-13 X-15 X-15 turn X-19
      InYard Half        again X-5  set! set! out  out! gone! X-10 late X-13 X-15 void1 turn X-19
      InYard T-NoPap     X-19 X-19 set! set! out  out! gone link X-11 X-13 X-15 X-15 X-17 stay
      InYard Turned      X-19 X-19 set! set! out  out! gone X-10 X-11 X-13 X-15 X-15 X-17 stay
      InYard T-Guard     X-19 X-19 set! set! out  out! gone X-10 X-11 X-13 void1 void1 X-17 stay
      InYard T-Cust      X-19 X-19 set! set! out  out! gone X-10 X-11 X-13 X-15 void1 X-17 stay
      InYard T-Both      X-19 X-19 set! set! out  out! gone X-10 X-11 X-13 void1 void2 X-17 stay
      InYard T-Anew      X-19 X-19 set! set! out  out! gone X-10 X-11 X-13 X-15 X-15 X-17 stay
      InYard T-Half      X-19 X-19 set! set! out  out! gone X-10 X-11 X-13 X-15 void1 X-17 stay
      OutOfYard NoPapers X-3  X-3  set! set! set! set! gone! link X-11 X-13 X-15 X-15 turn X-19
      OutOfYard None     1st  1st  set! set! set! set! gone! X-10 X-11 X-13 X-15 X-15 turn X-19
      OutOfYard Guard    X-5  2nd  set! set! set! set! gone! X-10 late X-13 void1 void1 turn X-19
      OutOfYard Late     X-5  2nd  set! set! set! set! gone! X-10 X-11 X-13 void1 void1 turn X-19
      OutOfYard Customs  2nd  X-5  set! set! set! set! gone! X-10 late X-13 X-15 void1 turn X-19
      OutOfYard Both     X-5  X-5  set! set! set! set! gone X-10 X-11 X-13 void1 void2 turn X-19
      OutOfYard Anew     again again set! set! set! set! gone! X-10 late2 X-13 X-15 X-15 turn X-19
      OutOfYard Void     again again set! set! set! set! gone! X-10 late2 X-13 X-15 X-15 turn X-19
      OutOfYard Half     again X-5  set! set! set! set! gone! X-10 late X-13 X-15 void1 turn X-19
      OutOfYard T-NoPap  X-19 X-19 set! set! set! set! gone link X-11 X-13 X-15 X-15 X-17 stay
      OutOfYard Turned   X-19 X-19 set! set! set! set! gone X-10 X-11 X-13 X-15 X-15 X-17 stay
      OutOfYard T-Guard  X-19 X-19 set! set! set! set! gone X-10 X-11 X-13 void1 void1 X-17 stay
      OutOfYard T-Cust   X-19 X-19 set! set! set! set! gone X-10 X-11 X-13 X-15 void1 X-17 stay
      OutOfYard T-Both   X-19 X-19 set! set! set! set! gone X-10 X-11 X-13 void1 void2 X-17 stay
      OutOfYard T-Anew   X-19 X-19 set! set! set! set! gone X-10 X-11 X-13 X-15 X-15 X-17 stay
      OutOfYard T-Half   X-19 X-19 set! set! set! set! gone X-10 X-11 X-13 X-15 void1 X-17 stay
      Gone NoPapers      X-2  X-2  new! set! set! set! set! link X-11 off  X-15 X-15 X-2  X-2
      Gone None          X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone Guard         X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone Late          X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone Customs       X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone Both          X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone Anew          X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone Void          X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone Half          X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone T-NoPap       X-2  X-2  new! set! set! set! set! link X-11 off  X-15 X-15 X-2  X-2
      Gone Turned        X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone T-Guard       X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone T-Cust        X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone T-Both        X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone T-Anew        X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      Gone T-Half        X-2  X-2  new! set! set! set! set! X-10 X-11 off  X-15 X-15 X-2  X-2
      """;

  @Test
  void everyStateAnswersEveryCommandAsApproved() {
    StringBuilder table = new StringBuilder();
    row(table, "unknown", Crossings.empty());
    for (Track track : tracks()) {
      String where = track.getClass().getSimpleName();
      states(track).forEach((name, before) -> row(table, where + name, before));
    }
    assertThat(table.toString()).isEqualTo(APPROVED);
  }

  /// Columns: since it was last seen here, before that, in the future. Which contradiction
  /// its case is about, else the rule.
  private static final String LEAVINGS =
      """
      NoPapers LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      None LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      Guard LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      Late LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      Customs LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      Both LEFT_UNSEEN X-31 X-31
      Anew LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      Void LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      Half LEFT_WITHOUT_BOTH_KEYS X-31 X-31
      T-NoPap LEFT_UNSEEN X-31 X-31
      Turned LEFT_UNSEEN X-31 X-31
      T-Guard LEFT_UNSEEN X-31 X-31
      T-Cust LEFT_UNSEEN X-31 X-31
      T-Both LEFT_UNSEEN X-31 X-31
      T-Anew LEFT_UNSEEN X-31 X-31
      T-Half LEFT_UNSEEN X-31 X-31
      """;

  @Test
  void whatHereIsSaidToHaveLeftHasLeftAndOpensACase() {
    assertThat(leavings(Crossings.empty())).isEqualTo(" X-1 X-1 X-1");
    for (Track track : tracks()) {
      StringBuilder table = new StringBuilder();
      states(track)
          .forEach(
              (name, before) -> table.append(name.strip()).append(leavings(before)).append('\n'));
      assertThat(table.toString())
          .as("%s", track)
          .isEqualTo(
              track instanceof Track.Gone
                  ? LEAVINGS.replaceAll("(?m)^(\\S+) .*$", "$1 X-2 X-2 X-2")
                  : LEAVINGS);
    }
  }

  private static String leavings(Crossings before) {
    StringBuilder cells = new StringBuilder();
    for (Instant at : List.of(T, T.minusSeconds(1), T.plusSeconds(7261))) {
      var said = new CrossingCommand.SayLeft(1, at);
      cells.append(' ').append(answer(before, said, CrossingTableTest::kind));
    }
    return cells.toString();
  }

  private static String kind(CrossingEvent event) {
    return event instanceof CrossingEvent.GateLeft left
        ? left.contradiction().map(Contradiction::name).orElse("none")
        : word(event);
  }

  @Test
  void noCommandAndNoStateIsForgotten() {
    Set<Class<?>> elsewhere = Permits.of(CrossingCommand.OfYard.class);
    elsewhere.addAll(Permits.of(CrossingCommand.Away.class));
    elsewhere.add(CrossingCommand.OpenTrip.class);
    elsewhere.add(CrossingCommand.ConfirmTravellers.class);
    elsewhere.add(CrossingCommand.SayLeft.class);
    elsewhere.add(CrossingCommand.PutOffKeys.class);
    Set<Class<?>> all = Permits.among(COMMANDS);
    all.addAll(elsewhere);
    assertThat(all).isEqualTo(Permits.of(CrossingCommand.class));
    assertThat(COMMANDS).noneMatch(command -> elsewhere.contains(command.getClass()));
    assertThat(Permits.among(tracks())).isEqualTo(Permits.of(Track.class));
    assertThat(Permits.among(turned().values())).isEqualTo(Permits.of(Keys.class));
  }

  private static Map<String, Crossings> states(Track track) {
    Map<String, Crossings> states = new LinkedHashMap<>();
    states.put(" NoPapers", held(OptionalLong.empty(), new Keys.None(), track));
    Map<String, Keys> keys = new LinkedHashMap<>();
    keys.put(" None", new Keys.None());
    keys.put(" Guard", one(KeyHolder.BORDER_GUARD, false));
    keys.put(" Late", one(KeyHolder.BORDER_GUARD, true));
    keys.put(" Customs", one(KeyHolder.CUSTOMS, false));
    keys.put(" Both", both());
    keys.put(" Anew", again(false, false));
    keys.put(" Void", again(false, true));
    keys.put(" Half", again(true, true));
    keys.forEach((name, held) -> states.put(name, held(OptionalLong.of(4), held, track)));
    turned().forEach((name, held) -> states.put(name, turned(of(name), held, track)));
    return states;
  }

  private static void row(StringBuilder table, String name, Crossings before) {
    List<String> cells = new ArrayList<>();
    cells.add(String.format("%-18s", name));
    for (CrossingCommand command : COMMANDS) {
      cells.add(String.format("%-4s", answer(before, command, CrossingTableTest::word)));
    }
    table.append(String.join(" ", cells).stripTrailing()).append('\n');
  }

  private static String answer(
      Crossings before, CrossingCommand command, Function<CrossingEvent, String> word) {
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
    return switch (CrossingRules.decide(before, command, facts, T.plusSeconds(7200))) {
      case Decision.Refused<CrossingEvent>(var refusal) -> refusal.rule();
      case Decision.Accepted<CrossingEvent>(List<CrossingEvent> events) -> {
        Crossings after = before;
        for (CrossingEvent event : events) {
          after = Evolution.evolve(after, event);
        }
        yield String.join("", events.stream().map(word).toList()).replace("latelate", "late2");
      }
    };
  }

  private static String word(CrossingEvent event) {
    return switch (event) {
      case CrossingEvent.VehicleArrived e -> "new" + bang(e.contradiction());
      case CrossingEvent.RegistrationLinked e -> "link";
      case CrossingEvent.FirstKeyTurned e -> "1st";
      case CrossingEvent.EntryCompleted e -> "2nd";
      case CrossingEvent.AgencyLate e -> "late";
      case CrossingEvent.KeysVoided e -> "void" + e.agencies().size();
      case CrossingEvent.KeyRenewed e -> "again";
      case CrossingEvent.KeySaidEarlier e -> "";
      case CrossingEvent.YardEntered e -> "in" + bang(e.contradiction());
      case CrossingEvent.YardLeft e -> "out" + bang(e.contradiction());
      case CrossingEvent.GateLeft e -> "gone" + bang(e.contradiction());
      case CrossingEvent.ReportSetAside e -> "set!";
      case CrossingEvent.VehicleTurned e -> "turn";
      case CrossingEvent.TurningWithdrawn e -> "stay";
      case CrossingEvent.KeysPutOff e -> "put";
      case CrossingEvent.ReeferPlugged e -> "plug";
      case CrossingEvent.ReeferUnplugged e -> "off";
      case CrossingEvent.PlaceAssigned e -> "place";
      case CrossingEvent.Away e -> "away";
      case CrossingEvent.CrossingCarried e -> "carried";
      case CrossingEvent.CrossingsRetired e -> "off";
    };
  }

  private static String bang(Optional<Contradiction> contradiction) {
    return contradiction.isPresent() ? "!" : "";
  }

  private static Crossings held(OptionalLong papers, Keys keys, Track track) {
    return held(papers, keys, track, Optional.empty());
  }

  /// With which keys a vehicle is turned.
  private static Map<String, Keys> turned() {
    Map<String, Keys> keys = new LinkedHashMap<>();
    keys.put(" T-NoPap", new Keys.None());
    keys.put(" Turned", new Keys.None());
    keys.put(" T-Guard", one(KeyHolder.BORDER_GUARD, false));
    keys.put(" T-Cust", one(KeyHolder.CUSTOMS, false));
    keys.put(" T-Both", both());
    keys.put(" T-Anew", again(false, false));
    keys.put(" T-Half", again(true, true));
    return keys;
  }

  private static OptionalLong of(String turned) {
    return turned.endsWith("NoPap") ? OptionalLong.empty() : OptionalLong.of(4);
  }

  private static Crossings turned(OptionalLong papers, Keys keys, Track track) {
    Turning turning = new Turning(Turning.Reason.NO_ROOM, Optional.empty(), 9, T);
    return held(papers, keys, track, Optional.of(turning));
  }

  private static Crossings held(
      OptionalLong papers, Keys keys, Track track, Optional<Turning> turning) {
    return Evolution.evolve(
        Crossings.empty(),
        new CrossingEvent.CrossingCarried(
            new Crossing(
                1,
                key(),
                papers,
                plate(),
                "HN",
                Direction.EXPORT,
                keys,
                track,
                new Turning.History(turning, List.of()),
                Optional.empty())));
  }

  private static List<Track> tracks() {
    return List.of(
        new Track.AtGate(T),
        new Track.InYard(T, "A", T),
        new Track.OutOfYard(T, Optional.of(T), T),
        new Track.Gone(T, Optional.of(T), Optional.of(T), T));
  }

  private static Keys one(KeyHolder agency, boolean late) {
    return new Keys.One(agency, new Keys.Turned(9, T), T.plusSeconds(1800), late);
  }

  private static Keys both() {
    return Keys.Both.first(new Keys.Turned(9, T), new Keys.Turned(8, T), Optional.empty());
  }

  /// Anew: not entered, both void. Void: entered, both void. Half: entered, border guard's void.
  private static Keys again(boolean customs, boolean entered) {
    return new Keys.Again(
        Optional.empty(),
        customs ? Optional.of(new Keys.Turned(8, T)) : Optional.empty(),
        entered ? Optional.of(T) : Optional.empty(),
        T,
        T.plusSeconds(1800),
        false);
  }

  private static UUID key() {
    return new UUID(0, 1);
  }

  private static Personal<String> plate() {
    return new Personal.Known<>(PLATE, "29C12345");
  }

  private static CrossingCommand.Sighting sighting() {
    return new CrossingCommand.Sighting(plate(), "HN", Direction.EXPORT, T.plusSeconds(3600));
  }
}
