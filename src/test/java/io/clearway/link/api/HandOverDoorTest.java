package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A shift's sheet at the real door.
class HandOverDoorTest {

  private static final String TODAY = "/hand-overs?date=2025-08-29";
  private static final UUID SHEET = Door.seven(1);

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private Door.Got handOver(UUID command) {
    String body = "{\"id\":\"" + SHEET + "\"}";
    return door.post(door.token(Role.CUSTOMS), "/hand-overs", command.toString(), body);
  }

  private JsonNode sheets(String path) {
    return door.get(Role.CUSTOMS, path).json().get("items");
  }

  /// Meanwhile something else may be open: what is handed over is the sheet of the first time.
  @Test
  void askedAgainItIsTheSheetOfTheFirstTime() {
    UUID command = Door.seven(2);
    JsonNode first = handOver(command).json();
    assertThat(first.has("statement")).isFalse();
    String sheet = sheets("/hand-overs").get(0).get("statement").stringValue();
    door.post(
        Role.OPERATOR,
        "/actors",
        "{\"id\":\"" + Door.seven(3) + "\",\"role\":\"READER\",\"label\":\"x\"}");
    assertThat(handOver(command).json()).isEqualTo(first);
    assertThat(sheets("/hand-overs")).hasSize(1);
    assertThat(sheets("/hand-overs").get(0).get("statement").stringValue()).isEqualTo(sheet);
  }

  @Test
  void theJournalIsReadOnlyForTheSheetsOfADay() {
    handOver(Door.seven(2));
    String next = "{\"id\":\"" + Door.seven(3) + "\",\"role\":\"CUSTOMS\",\"label\":\"night\"}";
    String night = door.post(Role.OPERATOR, "/actors", next).json().get("token").stringValue();
    door.post(night, "/hand-overs/" + SHEET + "/approval", Door.seven(4).toString(), "{}");
    assertThat(sheets("/hand-overs")).isEmpty();
    assertThat(sheets(TODAY)).hasSize(1);
    assertThat(sheets(TODAY).get(0).get("approved").get("by").stringValue()).isEqualTo("night");
    assertThat(sheets("/hand-overs?date=2025-08-28")).isEmpty();
  }

  /// A label says nothing to whoever did not choose it.
  @Test
  void whoSignedIsSaidByRoleAndGates() {
    handOver(Door.seven(2));
    String next =
        "{\"id\":\"%s\",\"role\":\"CUSTOMS\",\"label\":\"night\",\"gates\":[\"HN\",\"TT\"]}"
            .formatted(Door.seven(3));
    String night = door.post(Role.OPERATOR, "/actors", next).json().get("token").stringValue();
    JsonNode first = sheets("/hand-overs").get(0).get("proposed");
    assertThat(first.get("role").stringValue()).isEqualTo("CUSTOMS");
    assertThat(first.has("gates")).as("not limited to any").isFalse();
    String other = Door.seven(5).toString();
    door.post(night, "/hand-overs", Door.seven(4).toString(), "{\"id\":\"" + other + "\"}");
    JsonNode second = sheets("/hand-overs").get(1).get("proposed");
    assertThat(second.get("gates").toString()).isEqualTo("[\"HN\",\"TT\"]");
  }
}
