package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a line of a load says of itself, at the real door.
class LoadStatusTest {

  private static String status(JsonNode file, String step) {
    for (JsonNode line : file.get("lines")) {
      if (line.get("step").asString().equals(step)) {
        return line.get("status").asString() + (line.has("since") ? " on turn" : "");
      }
    }
    return "none";
  }

  @Test
  void aKeyIsAskedForAlsoWhileASampleIsTested(@TempDir Path folder) {
    try (Door door = new Door(folder)) {
      String load = "/loads/" + Door.seven(4);
      door.arrive(4);
      assertThat(status(door.get(Role.CUSTOMS, load).json(), "KEY_CUSTOMS"))
          .isEqualTo("REQUIRED on turn");
      String test = "{\"kind\":\"TEST\",\"lifters\":[\"CUSTOMS\"]}";
      assertThat(door.post(Role.CUSTOMS, load + "/holds", test).status()).isEqualTo(200);
      assertThat(status(door.get(Role.CUSTOMS, load).json(), "KEY_CUSTOMS")).isEqualTo("REQUIRED");
    }
  }

  @Test
  void anInspectionThatIsOwedIsALineOfWhoOwesIt(@TempDir Path folder) {
    try (Door door = new Door(folder)) {
      String load = "/loads/" + Door.seven(4);
      door.arrive(4);
      String red = "{\"channel\":\"RED\"}";
      assertThat(door.post(Role.CUSTOMS, load + "/channel", red).status()).isEqualTo(200);
      JsonNode file = door.get(Role.CUSTOMS, load).json();
      assertThat(status(file, "INSPECTION_CUSTOMS")).as("it is not inside").isEqualTo("REQUIRED");
      assertThat(door.get(Role.CUSTOMS, "/loads?agency=CUSTOMS&turn=any").raw().body())
          .contains("INSPECTION_CUSTOMS");
    }
  }
}
