package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.Operation;
import io.clearway.authority.Role;
import io.clearway.clearance.Booking;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.clearance.Inspection;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Turning;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every operation on what is one agency's × every agency × every role, asked at the real door, is
/// as the approved file says: docs/states/agency-matrix.md. With `-Dclearway.access=write` it is
/// written from the roles.
class AgencyMatrixTest {

  private static final Path FILE = Path.of("docs/states/agency-matrix.md");
  private static final boolean WRITE = "write".equals(System.getProperty("clearway.access"));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String HEAD =
      """
      # Who may speak for which agency

      Written from the roles by `AgencyMatrixTest`, and every cell asked at a real door: own gate,
      on duty. A step, a hold that one agency may lift, a word on the papers, the sheet of a shift,
      and the part that an agency takes in an inspection are that agency's alone. A turning is
      nobody's own: whoever may turn a vehicle lets one pass that another agency turned. The road
      is of all gates: what is done there is asked of officers of another gate, too.
      Letters as in [the access matrix](access-matrix.md). Who stands in no row is denied
      (401, 403), is told that it is another agency's (409), or does not see it.

      | operation | on what is of | may |
      |---|---|---|
      """;

  private static final List<String> OTHERS =
      List.of("OTHER_AGENCY", "NOT_LIFTER", "OTHER_AGENCY_SHIFT", "NOT_JOINED");

  private static Optional<Cast> cast = Optional.empty();
  private static World world = World.empty();
  private static String asked = "";

  @BeforeAll
  static void askEverything(@TempDir Path folder) throws IOException {
    Cast everybody = new Cast(new Door(folder));
    cast = Optional.of(everybody);
    world = AgencyWorld.of(everybody);
    asked = written(AgencyMatrixTest::may, AgencyMatrixTest::onTheRoad);
    if (WRITE) {
      Files.writeString(FILE, written(AgencyMatrixTest::model, AgencyMatrixTest::roadModel));
    }
  }

  @AfterAll
  static void close() {
    cast.ifPresent(everybody -> everybody.door.close());
  }

  @Test
  void theApprovedMatrixIsWhatTheRolesSay() throws IOException {
    assertThat(Files.readString(FILE))
        .isEqualTo(written(AgencyMatrixTest::model, AgencyMatrixTest::roadModel));
  }

  @Test
  void everyCellIsWhatTheDoorDoes() throws IOException {
    assertThat(AccessMatrixTest.differences(Files.readString(FILE), asked)).isEmpty();
  }

  /// What is one agency's.
  private enum Thing {
    CONFIRM_STEP("confirmStep"),
    REFUSE_STEP("refuseStep"),
    LIFT_HOLD("liftHold"),
    WITHDRAW_SECOND("withdrawSecond"),
    LIST_HAND_OVERS("listHandOvers"),
    TAKE_OVER_SHIFT("takeOverShift"),
    WITHDRAW_HAND_OVER("withdrawHandOver"),
    CONFIRM_PAPERS("confirmPapers"),
    OPEN_INSPECTION("openInspection"),
    JOIN_INSPECTION("joinInspection"),
    RECORD_RESULT("recordResult"),
    WITHDRAW_TURNING("withdrawTurning");

    private final String operation;

    Thing(String operation) {
      this.operation = operation;
    }

    /// Whether there is such a thing of that agency.
    private boolean is(Agency owner) {
      return this != WITHDRAW_TURNING || turns(Role.valueOf(owner.name()));
    }
  }

  private static boolean turns(Role role) {
    return role.may(Operation.TURN_VEHICLE);
  }

  /// What is done on the road.
  private enum Road {
    OPEN_ROLL("openRoll", "/rolls", Operation.CALL_ROLL),
    NOTE_ENTRIES("noteEntries", "/rolls/{roll}/entries", Operation.CALL_ROLL),
    CLOSE_ROLL("closeRoll", "/rolls/{roll}/closing", Operation.CALL_ROLL),
    ADVISE("adviseTraffic", "/advice", Operation.DIRECT_TRAFFIC),
    ORDER("giveOrder", "/traffic-orders", Operation.DIRECT_TRAFFIC);

    private final String operation;
    private final String path;
    private final Operation needed;

    Road(String operation, String path, Operation needed) {
      this.operation = operation;
      this.path = path;
      this.needed = needed;
    }
  }

  private interface Judge {
    boolean may(Thing thing, Agency owner, Actor asking);
  }

  private interface RoadJudge {
    boolean may(Road road, Actor asking);
  }

  private static String written(Judge judge, RoadJudge onTheRoad) {
    return things(judge) + road(onTheRoad);
  }

  /// Officers of the gate, and of another: alike, or of their own gate alone.
  private static String road(RoadJudge judge) {
    StringBuilder text = new StringBuilder();
    for (Road road : Road.values()) {
      String here = letters(Situation.HERE, actor -> judge.may(road, actor));
      String elsewhere = letters(Situation.ELSEWHERE, actor -> judge.may(road, actor));
      String where = here.equals(elsewhere) ? "any gate" : "its own gate";
      text.append("| `%s` | %s | %s |\n".formatted(road.operation, where, here));
    }
    return text.toString();
  }

  private static String letters(Situation situation, Predicate<Actor> may) {
    StringBuilder letters = new StringBuilder();
    for (Role role : Role.values()) {
      cast.orElseThrow()
          .actor(situation, role)
          .filter(may)
          .ifPresent(actor -> letters.append(Letters.of(role)));
    }
    return letters.toString();
  }

  private static String things(Judge judge) {
    StringBuilder text = new StringBuilder(HEAD);
    for (Thing thing : Thing.values()) {
      for (Agency owner : Agency.values()) {
        if (!thing.is(owner)) {
          continue;
        }
        String letters = letters(Situation.HERE, actor -> judge.may(thing, owner, actor));
        String row = "| `%s` | %s | %s |\n".formatted(thing.operation, owner, letters);
        text.append(row.replace("  |", " |"));
      }
    }
    return text.toString();
  }

  private static boolean model(Thing thing, Agency owner, Actor asking) {
    return thing == Thing.WITHDRAW_TURNING
        ? turns(asking.role())
        : asking.role().agency().filter(owner::equals).isPresent();
  }

  private static boolean roadModel(Road road, Actor asking) {
    return asking.role().may(road.needed);
  }

  private static boolean onTheRoad(Road road, Actor asking) {
    Cast everybody = cast.orElseThrow();
    everybody.door.gate.replayed(world);
    String path = road.path.replace("{roll}", everybody.roll.toString());
    Optional<String> body =
        Optional.ofNullable(Probes.of(everybody).get(road.operation)).flatMap(p -> p.ask().body());
    return spoke(asking, path, body.orElseThrow());
  }

  private static boolean may(Thing thing, Agency owner, Actor asking) {
    Cast everybody = cast.orElseThrow();
    everybody.door.gate.replayed(world);
    UUID load = everybody.waiting;
    String onStep = "{\"step\":\"" + AgencyWorld.step(owner) + "\"}";
    return switch (thing) {
      case CONFIRM_STEP -> spoke(asking, "/loads/" + load + "/confirmations", onStep);
      case REFUSE_STEP -> spoke(asking, "/loads/" + load + "/refusals", onStep);
      case LIFT_HOLD ->
          spoke(
              asking,
              "/loads/" + load + "/hold-liftings",
              "{\"hold\":" + AgencyWorld.hold(owner) + "}");
      case WITHDRAW_SECOND ->
          spoke(
              asking,
              "/loads/" + load + "/second-withdrawals",
              "{\"hold\":" + AgencyWorld.hold(owner) + "}");
      case LIST_HAND_OVERS ->
          answer(asking, "/hand-overs", Optional.empty())
              .body()
              .contains(AgencyWorld.sheet(cast.orElseThrow(), owner).toString());
      case TAKE_OVER_SHIFT ->
          spoke(
              asking,
              "/hand-overs/" + AgencyWorld.sheet(cast.orElseThrow(), owner) + "/approval",
              "{}");
      case WITHDRAW_HAND_OVER ->
          spoke(
              asking,
              "/hand-overs/" + AgencyWorld.sheet(cast.orElseThrow(), owner) + "/withdrawal",
              "{}");
      case CONFIRM_PAPERS, OPEN_INSPECTION, JOIN_INSPECTION, RECORD_RESULT, WITHDRAW_TURNING ->
          did(thing, owner, asking);
    };
  }

  /// Where the answer says nothing of the agency, what came of it does.
  private static boolean did(Thing thing, Agency owner, Actor asking) {
    Cast everybody = cast.orElseThrow();
    return switch (thing) {
      case CONFIRM_PAPERS -> papers(owner, asking);
      case OPEN_INSPECTION ->
          looked(
                  asking,
                  "inspections",
                  "{\"bookings\":[{\"means\":\"XRAY\",\"place\":\"HN_SCAN\"}]}")
              .filter(inspection -> inspection.has(owner))
              .isPresent();
      case JOIN_INSPECTION -> {
        opened(owner == Agency.CUSTOMS ? Agency.BORDER_GUARD : Agency.CUSTOMS);
        yield looked(asking, "inspection-joinings", "{}")
            .filter(inspection -> inspection.has(owner))
            .isPresent();
      }
      case RECORD_RESULT -> {
        opened(owner);
        yield looked(asking, "inspection-results", "{\"means\":\"XRAY\",\"outcome\":\"CLEAN\"}")
            .filter(inspection -> !inspection.results().isEmpty())
            .isPresent();
      }
      case WITHDRAW_TURNING -> {
        turned(owner);
        yield spoke(asking, "/crossings/" + everybody.arrived + "/turning-withdrawals", "{}")
            && now().crossings().find(everybody.arrived).orElseThrow().turned().isEmpty();
      }
      case CONFIRM_STEP,
          REFUSE_STEP,
          LIFT_HOLD,
          WITHDRAW_SECOND,
          LIST_HAND_OVERS,
          TAKE_OVER_SHIFT,
          WITHDRAW_HAND_OVER ->
          throw new IllegalArgumentException(thing.operation);
    };
  }

  private static boolean papers(Agency owner, Actor asking) {
    UUID load = cast.orElseThrow().waiting;
    return spoke(asking, "/registrations/" + load + "/papers-confirmations", "{}")
        && now().registrations().find(load).orElseThrow().papersOf(owner).isPresent();
  }

  private static World now() {
    return cast.orElseThrow().door.gate.published().world();
  }

  /// A load that is inside.
  private static Registration inside() {
    Crossing entered = now().crossings().find(cast.orElseThrow().entered).orElseThrow();
    return now().registrations().all().get(entered.registration().orElseThrow());
  }

  /// Its inspection after that was asked.
  private static Optional<Inspection> looked(Actor asking, String what, String body) {
    boolean _ = spoke(asking, "/loads/" + inside().key() + "/" + what, body);
    return now().clearances().find(inside().id()).orElseThrow().inspection();
  }

  private static void opened(Agency agency) {
    var by = new Inspection.Joined(agency, 7, Door.NOW);
    var scan = List.of(new Booking(Means.XRAY, "HN_SCAN"));
    apply(AgencyWorld.fact(new ClearanceEvent.InspectionOpened(inside().id(), scan, by)));
  }

  private static void turned(Agency agency) {
    Cast everybody = cast.orElseThrow();
    long by = everybody.actor(Situation.HERE, Role.valueOf(agency.name())).orElseThrow().id();
    long crossing = now().crossings().find(everybody.arrived).orElseThrow().id();
    Turning turning = new Turning(Turning.Reason.OTHER, Optional.empty(), by, Door.NOW);
    apply(new Event.OfCrossing(new CrossingEvent.VehicleTurned(crossing, turning)));
  }

  private static void apply(Event event) {
    cast.orElseThrow().door.gate.replayed(now().apply(event));
  }

  private static boolean spoke(Actor asking, String path, String body) {
    HttpResponse<String> answer = answer(asking, path, Optional.of(body));
    assertThat(answer.statusCode()).as(path + answer.body()).isLessThan(500).isNotEqualTo(404);
    return answer.statusCode() != 403
        && OTHERS.stream().noneMatch(code -> answer.body().contains("\"" + code + "\""));
  }

  private static HttpResponse<String> answer(Actor asking, String path, Optional<String> body) {
    Cast everybody = cast.orElseThrow();
    HttpRequest.Builder request =
        everybody
            .door
            .request(path)
            .header("Authorization", "Bearer " + everybody.token(asking))
            .header("Command-Id", UUID.randomUUID().toString());
    body.ifPresent(text ->
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(text)));
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(path, failed);
    }
  }
}
