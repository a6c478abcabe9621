package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.link.postgres.EmbeddedPostgres;
import io.clearway.link.postgres.SearchableFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The gate on a PostgreSQL that is somebody else's, given by URL.
class ExternalDatabaseTest {

  private final Program program;
  private final Path elsewhere;
  private EmbeddedPostgres server;

  ExternalDatabaseTest() throws Exception {
    program = new Program("external");
    elsewhere = SearchableFolder.fresh("external-server");
    server = EmbeddedPostgres.start(elsewhere);
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
    server.close();
    SearchableFolder.remove(elsewhere);
  }

  @Test
  void servesSurvivesAndIsProvedOnIt() throws Exception {
    String url = server.jdbcUrl() + "?user=" + server.user() + "&password=" + server.password();
    program.up("--demo", "off", "--database", url);
    String device = program.enrol(Role.GATE_DEVICE);
    String reader = program.enrol(Role.READER);
    Traffic traffic = new Traffic(program, device, 5);
    traffic.one();
    program.kill();
    program.up("--demo", "off", "--database", url);
    traffic.one();
    server.close();
    Thread.sleep(1_000);
    server = EmbeddedPostgres.start(elsewhere);
    String moved = server.jdbcUrl() + "?user=" + server.user() + "&password=" + server.password();
    if (!moved.equals(url)) {
      program.kill();
      program.up("--demo", "off", "--database", moved);
    }
    traffic.one();
    traffic.finish();
    assertThat(traffic.surprises()).isEmpty();
    try (Ask ask = program.ask(reader)) {
      for (Traffic.Sent sent : traffic.acknowledged()) {
        assertThat(ask.get("/crossings/" + sent.crossing()).status()).isEqualTo(200);
      }
    }
    assertThat(program.stop()).isEqualTo(143);
    assertThat(program.run("verify", "--database", moved).out()).contains("\"holds\":true");
    assertThat(Files.exists(program.folder().resolve("postgres"))).isFalse();
    Program.Said wrong = program.run("verify", "--database", "jdbc:postgresql://127.0.0.1:1/x");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err().lines().filter(line -> line.startsWith("clearway:"))).hasSize(1);
    assertThat(program.run("verify", "--data", "nowhere").status()).isEqualTo(2);
  }
}
