package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an officer writes on a load may name people: officers read it, and nobody else.
class LoadNotesTest {

  private static final String NOTE = "Seal looks broken, says the driver";

  @Test
  void officersAloneReadWhatOfficersWrite(@TempDir Path folder) {
    try (Door door = new Door(folder)) {
      Cast cast = new Cast(door);
      String load = "/loads/" + Door.seven(2);
      String hold = "{\"kind\":\"DOUBT\",\"lifters\":[\"CUSTOMS\"],\"note\":\"" + NOTE + "\"}";
      assertThat(door.post(Role.CUSTOMS, load + "/holds", hold).status()).isEqualTo(200);
      for (Role role : List.of(Role.CUSTOMS, Role.BORDER_GUARD, Role.OPERATOR)) {
        assertThat(read(cast, role, load)).as(role.name()).contains(NOTE);
        assertThat(read(cast, role, "/loads")).as(role.name()).contains(NOTE);
      }
      for (Role role : List.of(Role.TRADER, Role.READER)) {
        assertThat(read(cast, role, load)).as(role.name()).contains("DOUBT").doesNotContain(NOTE);
        assertThat(read(cast, role, "/loads")).as(role.name()).doesNotContain(NOTE);
      }
    }
  }

  private static String read(Cast cast, Role role, String path) {
    String token = cast.token(cast.actor(Situation.HERE, role).orElseThrow());
    var request = cast.door.request(path).header("Authorization", "Bearer " + token);
    return cast.door.send(request.GET().build()).raw().body();
  }
}
