package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.fee.Charge;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Goods that are released before customs clearance, at the real door (C-23).
class ReleasedDoorTest {

  private static final String LOAD = "/loads/" + Door.seven(3);
  private static final String LIST = "/loads?agency=CUSTOMS&limit=1000";

  private static JsonNode line(JsonNode file, String step) {
    for (JsonNode line : file.get("lines")) {
      if (line.get("step").asString().equals(step)) {
        return line;
      }
    }
    throw new AssertionError("no line " + step);
  }

  private static boolean listed(Door door) {
    return door.get(Role.CUSTOMS, LIST).raw().body().contains(Door.seven(3).toString());
  }

  private static Door.Got confirm(Door door, JsonNode line) {
    String body = "{\"step\":\"%s\",\"version\":0}".formatted(line.get("step").asString());
    return door.post(Role.valueOf(line.get("agency").asString()), LOAD + "/confirmations", body);
  }

  /// Every agency says what is its turn, customs the release in place of clearance.
  private static void released(Door door, Cast cast) {
    String trader = cast.token(cast.actor(Situation.HERE, Role.TRADER).orElseThrow());
    String wish = "{\"step\":\"GOODS_RELEASE\"}";
    var asked = door.post(trader, LOAD + "/requests", Door.seven(905).toString(), wish);
    assertThat(asked.status()).isEqualTo(200);
    for (int round = 0; round < 6; round++) {
      for (JsonNode line : door.get(Role.OPERATOR, LOAD).json().get("lines")) {
        String step = line.get("step").asString();
        if (line.has("since") && !step.equals("CUSTOMS_CLEARANCE")) {
          assertThat(confirm(door, line).status()).as(step).isEqualTo(200);
        }
      }
    }
  }

  /// Every charge of the passage, at the counter.
  private static void paid(Door door, UUID passage) {
    var world = door.gate.published().world();
    long visit = world.crossings().byKey().find(passage).orElseThrow();
    for (Charge charge : world.fees().charges().of(visit)) {
      String pay = "{\"charges\":[%d],\"means\":\"CASH\"}".formatted(charge.id());
      assertThat(door.post(Role.MANAGEMENT_BOARD, "/settlements", pay).status()).isEqualTo(200);
    }
  }

  @Test
  void whatLeftReleasedStandsInCustomsListUntilItIsThroughCustoms(@TempDir Path folder) {
    try (Door door = new Door(folder)) {
      released(door, new Cast(door));
      JsonNode before = door.get(Role.OPERATOR, LOAD).json();
      assertThat(before.get("mayLeave").asBoolean()).isTrue();
      assertThat(line(before, "CUSTOMS_CLEARANCE").get("doneBy").asString())
          .isEqualTo("GOODS_RELEASE");
      paid(door, UUID.fromString(before.get("crossing").asString()));
      String left =
          "{\"crossing\":\"%s\",\"occurredAt\":\"%s\"}"
              .formatted(before.get("crossing").asString(), Door.NOW);
      var gone = door.post(Role.GATE_DEVICE, "/reports/gate-left", left);
      assertThat(gone.json().get("events").toString()).doesNotContain("CaseOpened");
      assertThat(listed(door)).isTrue();
      JsonNode owed = line(door.get(Role.CUSTOMS, LOAD).json(), "CUSTOMS_CLEARANCE");
      assertThat(confirm(door, owed).status()).isEqualTo(200);
      assertThat(listed(door)).isFalse();
    }
  }
}
