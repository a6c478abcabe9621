package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.HandOver;
import io.clearway.authority.Matter;
import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.site.Agency;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
      on duty. A step, a hold that one agency may lift, the sheet of a shift are that agency's
      alone. Letters as in [the access matrix](access-matrix.md). Who stands in no row is denied
      (401, 403), is told that it is another agency's (409), or does not see it.

      | operation | on what is of | may |
      |---|---|---|
      """;

  /// What stands for each agency here; the road has no step in Lang Son, so it borrows one.
  private static final Map<Agency, String> STEPS =
      new EnumMap<>(
          Map.of(
              Agency.BORDER_GUARD, "GUARD_COMPLETION",
              Agency.CUSTOMS, "CUSTOMS_CLEARANCE",
              Agency.MEDICAL_QUARANTINE, "MEDICAL_CHECK",
              Agency.PLANT_QUARANTINE, "PLANT_CHECK",
              Agency.ANIMAL_QUARANTINE, "ANIMAL_CHECK",
              Agency.TRANSPORT_STATION, "TRANSPORT_PERMIT",
              Agency.MANAGEMENT_BOARD, "BOARD_FINISH",
              Agency.TRAFFIC_POLICE, "RETURN_TEST"));

  private static final List<String> OTHERS =
      List.of("OTHER_AGENCY", "NOT_LIFTER", "OTHER_AGENCY_SHIFT");

  private static Optional<Cast> cast = Optional.empty();
  private static World world = World.empty();
  private static String asked = "";

  @BeforeAll
  static void askEverything(@TempDir Path folder) throws IOException {
    Cast everybody = new Cast(new Door(folder));
    cast = Optional.of(everybody);
    world = shared(everybody);
    asked = written(AgencyMatrixTest::may);
    if (WRITE) {
      Files.writeString(FILE, written(AgencyMatrixTest::model));
    }
  }

  @AfterAll
  static void close() {
    cast.ifPresent(everybody -> everybody.door.close());
  }

  /// A load that wants one step of each agency, with a hold for each to lift, and a sheet of each.
  private static World shared(Cast everybody) {
    World before = everybody.world;
    long load = before.registrations().find(everybody.waiting).orElseThrow().id();
    List<Clearance.Task> tasks = new ArrayList<>();
    for (Agency agency : Agency.values()) {
      Clearance.State required = new Clearance.State.Required(Door.NOW, false);
      tasks.add(new Clearance.Task(step(agency), agency, required, Duration.ZERO));
    }
    World after = before.apply(of(new ClearanceEvent.StepsChanged(load, tasks, Door.NOW)));
    for (Agency agency : Agency.values()) {
      Clearance.Hold hold =
          new Clearance.Hold(
              hold(agency),
              agency,
              Clearance.HoldKind.DOUBT,
              7,
              Door.NOW,
              Optional.empty(),
              List.of(agency));
      after = after.apply(of(new ClearanceEvent.HoldPlaced(load, hold)));
    }
    everybody.door.gate.replayed(after);
    for (Agency agency : Agency.values()) {
      if (agency != Agency.CUSTOMS) {
        everybody.propose(sheet(agency), Matter.HAND_OVER_SHIFT, HandOver.of(agency));
      }
    }
    return everybody.door.gate.published().world();
  }

  private static Event of(ClearanceEvent fact) {
    return new Event.OfClearance(fact);
  }

  private static String step(Agency agency) {
    return Optional.ofNullable(STEPS.get(agency)).orElseThrow();
  }

  private static long hold(Agency agency) {
    return 800_000L + List.of(Agency.values()).indexOf(agency);
  }

  private static UUID sheet(Agency agency) {
    return agency == Agency.CUSTOMS
        ? cast.orElseThrow().sheet
        : Door.seven(900_100 + List.of(Agency.values()).indexOf(agency));
  }

  @Test
  void theApprovedMatrixIsWhatTheRolesSay() throws IOException {
    assertThat(Files.readString(FILE)).isEqualTo(written(AgencyMatrixTest::model));
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
    LIST_HAND_OVERS("listHandOvers"),
    TAKE_OVER_SHIFT("takeOverShift"),
    WITHDRAW_HAND_OVER("withdrawHandOver");

    private final String operation;

    Thing(String operation) {
      this.operation = operation;
    }
  }

  private interface Judge {
    boolean may(Thing thing, Agency owner, Actor asking);
  }

  private static String written(Judge judge) {
    StringBuilder text = new StringBuilder(HEAD);
    for (Thing thing : Thing.values()) {
      for (Agency owner : Agency.values()) {
        StringBuilder letters = new StringBuilder();
        for (Role role : Role.values()) {
          cast.orElseThrow()
              .actor(Situation.HERE, role)
              .filter(actor -> judge.may(thing, owner, actor))
              .ifPresent(actor -> letters.append(RefusalsTest.letter(role)));
        }
        String row = "| `%s` | %s | %s |\n".formatted(thing.operation, owner, letters);
        text.append(row.replace("  |", " |"));
      }
    }
    return text.toString();
  }

  private static boolean model(Thing thing, Agency owner, Actor asking) {
    return asking.role().agency().filter(owner::equals).isPresent();
  }

  private static boolean may(Thing thing, Agency owner, Actor asking) {
    Cast everybody = cast.orElseThrow();
    everybody.door.gate.replayed(world);
    UUID load = everybody.waiting;
    String onStep = "{\"step\":\"" + step(owner) + "\"}";
    return switch (thing) {
      case CONFIRM_STEP -> spoke(asking, "/loads/" + load + "/confirmations", onStep);
      case REFUSE_STEP -> spoke(asking, "/loads/" + load + "/refusals", onStep);
      case LIFT_HOLD ->
          spoke(asking, "/loads/" + load + "/hold-liftings", "{\"hold\":" + hold(owner) + "}");
      case LIST_HAND_OVERS ->
          answer(asking, "/hand-overs", Optional.empty()).body().contains(sheet(owner).toString());
      case TAKE_OVER_SHIFT -> spoke(asking, "/hand-overs/" + sheet(owner) + "/approval", "{}");
      case WITHDRAW_HAND_OVER -> spoke(asking, "/hand-overs/" + sheet(owner) + "/withdrawal", "{}");
    };
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
