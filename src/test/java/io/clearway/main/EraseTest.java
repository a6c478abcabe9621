package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.kernel.Subject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who is erased cannot be read any more, from no file of the data folder.
class EraseTest {

  private static final int SLOT = 64;
  private static final int ROW = 2;

  @TempDir Path elsewhere;
  private final Program program;

  EraseTest() throws IOException {
    program = new Program("erase");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void anErasedDriverIsInNoFileAndTheJournalStillHolds() throws Exception {
    JsonNode row = imported().get(ROW);
    JsonNode vehicle = row.path("vehicles").path(0);
    UUID crossing = UUID.randomUUID();
    program.up("--demo", "off");
    String subject = arrive(crossing, vehicle.path("plateNormalised").asString());
    program.stop();
    Program.Said refused = program.run("erase", subject, "--reason", "request-17");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.err().lines().filter(line -> line.startsWith("clearway:")))
        .singleElement()
        .asString()
        .contains("SUBJECT_LIVE");
    program.up("--demo", "off");
    pass(crossing);
    byte[] key = key(Subject.parse(subject));
    assertThat(filesWith(key)).hasSize(1);
    Program.Said erased = program.run("erase", subject, "--reason", "request-17");
    assertThat(erased.status()).as(erased.err()).isZero();
    program.stop();
    assertThat(filesWith(key)).isEmpty();
    for (String field : List.of("driverName", "driverPhone", "driverIdNumber")) {
      assertThat(filesWith(utf8(vehicle.path(field).asString()))).as(field).isEmpty();
    }
    Program.Said said = program.run("verify");
    assertThat(said.out()).contains("\"holds\":true");
    assertErasedFor(crossing, subject);
  }

  /// Nothing is restored by a start, which reads the journal again.
  private void assertErasedFor(UUID crossing, String subject) throws Exception {
    program.up("--demo", "off");
    try (Ask ask = program.ask(program.enrol(Role.BORDER_GUARD))) {
      JsonNode seen = ask.get("/crossings/" + crossing).body();
      JsonNode papers = ask.get("/registrations/" + seen.path("registration").asString()).body();
      JsonNode vehicle = papers.path("vehicles").path(0);
      assertThat(seen.path("subjects").toString()).contains(subject);
      assertThat(vehicle.path("driverName").isNull()).isTrue();
      assertThat(vehicle.path("plateNormalised").isNull()).isFalse();
    }
    program.stop();
    assertThat(program.run("erase", subject, "--reason", "request-18").status()).isZero();
    Program.Said unknown = program.run("erase", "0".repeat(31) + "7", "--reason", "request-19");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("SUBJECT_UNKNOWN");
  }

  private List<JsonNode> imported() throws Exception {
    List<String> rows;
    try (Stream<String> all = Files.lines(Path.of("src/main/resources/day/declarations.jsonl"))) {
      rows = all.limit(5).toList();
    }
    Path file = Files.write(elsewhere.resolve("five.jsonl"), rows);
    Program.Said said = program.run("import", file.toString());
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(said.out().lines()).hasSize(5).allMatch(line -> line.contains("\"accepted\""));
    return rows.stream().map(JsonMapper.shared()::readTree).toList();
  }

  /// The vehicle stands at the gate; gives its driver's subject.
  private String arrive(UUID crossing, String plate) throws Exception {
    String body =
        "{\"id\":\"%s\",\"plate\":\"%s\",\"gate\":\"HN\",\"direction\":\"EXPORT\",%s}"
            .formatted(crossing, plate, now());
    post(Role.GATE_DEVICE, "/reports/arrived", body);
    try (Ask ask = program.ask(program.enrol(Role.READER))) {
      for (JsonNode each : ask.get("/crossings/" + crossing).body().path("subjects")) {
        if (each.path("role").asString().equals("DRIVER")) {
          return each.path("subject").asString();
        }
      }
    }
    throw new AssertionError("the arrival was not joined to its registration");
  }

  private void pass(UUID crossing) throws Exception {
    String which = "{\"crossing\":\"%s\",".formatted(crossing);
    String keys = "/crossings/" + crossing + "/entry-confirmations";
    post(Role.BORDER_GUARD, keys, "{}");
    post(Role.CUSTOMS, keys, "{}");
    String yard = which + "\"yard\":\"XUAN_CUONG\",";
    post(Role.YARD, "/reports/yard-entered", yard + now() + "}");
    post(Role.YARD, "/reports/yard-left", yard + now() + "}");
    post(Role.GATE_DEVICE, "/reports/gate-left", which + now() + "}");
  }

  private static String now() {
    return "\"occurredAt\":\"" + Instant.now() + "\"";
  }

  private void post(Role role, String path, String body) throws Exception {
    try (Ask ask = program.ask(program.enrol(role))) {
      Ask.Reply reply = ask.post(path, UUID.randomUUID(), body);
      assertThat(reply.good()).as(path + " " + reply).isTrue();
    }
  }

  /// The subject's key as its slot holds it.
  private byte[] key(Subject subject) throws IOException {
    byte[] all = Files.readAllBytes(program.folder().resolve("vault").resolve("keys.bin"));
    for (int at = SLOT; at + SLOT <= all.length; at += SLOT) {
      ByteBuffer slot = ByteBuffer.wrap(all, at, SLOT);
      if (slot.getLong() == subject.high() && slot.getLong() == subject.low()) {
        return Arrays.copyOfRange(all, at + 20, at + 52);
      }
    }
    throw new AssertionError("no key of " + subject);
  }

  private List<Path> filesWith(byte[] sought) throws IOException {
    try (Stream<Path> tree = Files.walk(program.folder())) {
      List<Path> files = tree.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(500);
      return files.stream().filter(file -> holds(file, sought)).toList();
    }
  }

  private static boolean holds(Path file, byte[] sought) {
    try {
      String all = Files.readString(file, StandardCharsets.ISO_8859_1);
      return all.contains(new String(sought, StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
