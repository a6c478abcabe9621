package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What takes two officers, at the real door (C-24).
class TwoOfficersDoorTest {

  private static final String LOAD = "/loads/" + Door.seven(2);
  private static final String WHY = "{\"channel\":\"GREEN\",\"note\":\"papers fit\"}";

  @TempDir Path folder;
  private Door door;
  private Cast cast;

  @BeforeEach
  void aLoadInTheRedChannel() {
    door = new Door(folder);
    cast = new Cast(door);
    assertThat(channel(Role.CUSTOMS, "{\"channel\":\"RED\"}").status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private Door.Got channel(Role role, String body) {
    return door.post(role, LOAD + "/channel", body);
  }

  private JsonNode file(Role role) {
    return door.get(role, LOAD).json();
  }

  @Test
  void theFirstGivesAReasonAndTheSecondSaysTheSameWithATokenOfHisOwn() {
    assertThat(channel(Role.CUSTOMS, "{\"channel\":\"GREEN\"}").code()).isEqualTo("REASON_MISSING");
    assertThat(channel(Role.CUSTOMS, WHY).json().get("events").toString())
        .isEqualTo("[\"SecondAsked\"]");
    JsonNode asked = file(Role.CUSTOMS).get("seconds").get(0);
    assertThat(asked.get("channel").asString()).isEqualTo("GREEN");
    assertThat(asked.get("note").asString()).isEqualTo("papers fit");
    assertThat(asked.get("role").asString()).as("in what role").isEqualTo("CUSTOMS");
    assertThat(file(Role.READER).get("seconds").get(0).has("note")).isFalse();
    assertThat(file(Role.CUSTOMS).get("waitingFor").toString()).contains("CUSTOMS");
    assertThat(channel(Role.CUSTOMS, WHY).code()).isEqualTo("SECOND_OFFICER");
    String token = cast.token(cast.actor(Situation.HERE, Role.CUSTOMS).orElseThrow());
    var done =
        door.post(token, LOAD + "/channel", Door.seven(904).toString(), "{\"channel\":\"GREEN\"}");
    assertThat(done.json().get("events").toString()).startsWith("[\"ChannelSet\"");
    assertThat(file(Role.CUSTOMS).get("channel").asString()).isEqualTo("GREEN");
    assertThat(file(Role.CUSTOMS).get("seconds")).isEmpty();
  }

  @Test
  void theReasonIsReadInTheHistoryByOfficersAloneAfterItIsDone() {
    channel(Role.CUSTOMS, WHY);
    String token = cast.token(cast.actor(Situation.HERE, Role.CUSTOMS).orElseThrow());
    door.post(token, LOAD + "/channel", Door.seven(904).toString(), "{\"channel\":\"GREEN\"}");
    assertThat(file(Role.CUSTOMS).get("seconds")).isEmpty();
    for (Role role : List.of(Role.CUSTOMS, Role.MEDICAL_QUARANTINE, Role.OPERATOR)) {
      assertThat(asking(role).get("note").asString()).as(role.name()).isEqualTo("papers fit");
    }
    for (Role role : List.of(Role.READER, Role.YARD, Role.TRADER)) {
      assertThat(asking(role).has("note")).as(role.name()).isFalse();
    }
  }

  private JsonNode passage(Role role) {
    String token = cast.token(cast.actor(Situation.HERE, role).orElseThrow());
    String path = "/crossings/" + file(Role.CUSTOMS).get("crossing").asString();
    var request = door.request(path).header("Authorization", "Bearer " + token);
    return door.send(request.GET().build()).json();
  }

  private JsonNode asking(Role role) {
    return passage(role)
        .get("timeline")
        .valueStream()
        .filter(line -> line.get("type").asString().equals("SecondAsked"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasAskedForHalfADayAgoWaitsForNobody() {
    channel(Role.CUSTOMS, WHY);
    door.gate.now(Door.NOW.plus(Duration.ofHours(13)));
    assertThat(file(Role.CUSTOMS).get("seconds")).isEmpty();
    assertThat(channel(Role.CUSTOMS, WHY).json().get("events").toString())
        .isEqualTo("[\"SecondAsked\"]");
  }

  @Test
  void whetherTheChannelTakesTwoIsSaid() {
    assertThat(file(Role.CUSTOMS).get("channelByTwo").asBoolean()).isTrue();
    channel(Role.CUSTOMS, WHY);
    String token = cast.token(cast.actor(Situation.HERE, Role.CUSTOMS).orElseThrow());
    door.post(token, LOAD + "/channel", Door.seven(904).toString(), "{\"channel\":\"GREEN\"}");
    assertThat(file(Role.CUSTOMS).get("channelByTwo").asBoolean()).isFalse();
  }

  @Test
  void whichHoldTakesTwoIsSaid() {
    for (String kind : new String[] {"DOUBT", "ORDER"}) {
      String hold = "{\"kind\":\"" + kind + "\",\"lifters\":[\"CUSTOMS\"]}";
      assertThat(door.post(Role.CUSTOMS, LOAD + "/holds", hold).status()).isEqualTo(200);
    }
    JsonNode holds = file(Role.CUSTOMS).get("holds");
    assertThat(holds.get(0).get("byTwo").asBoolean()).isFalse();
    assertThat(holds.get(1).get("byTwo").asBoolean()).isTrue();
  }
}
