package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.link.json.Declarations;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What anybody may see without a token, and what that costs.
class BoardTest {

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

  private Door.Got ask(String path) {
    HttpRequest bare = door.request("~" + path).GET().build();
    return door.send(bare);
  }

  @Test
  void anybodySeesCountsAndNobodysPlateOrName() {
    door.arrive(0);
    Door.Got json = ask("/board.json");
    assertThat(json.status()).isEqualTo(200);
    assertThat(json.raw().headers().firstValue("Cache-Control")).contains("public, max-age=5");
    assertThat(json.json().get("gates").size()).isEqualTo(8);
    long waiting = 0;
    for (var row : json.json().get("gates")) {
      waiting += row.get("waiting").asInt(0);
    }
    assertThat(waiting).isEqualTo(1);
    var form = Declarations.sample().get(0);
    for (String path : List.of("/board.json", "/board", "/board?lang=zh", "/board?lang=en")) {
      String body = ask(path).raw().body();
      assertThat(body)
          .doesNotContain(
              form.at("/vehicles/0/plateNumber").stringValue(),
              form.at("/vehicles/0/driver/name").asString("no name at all"),
              form.at("/declarant/name").stringValue(),
              form.get("declarationNumber").stringValue());
    }
    assertThat(ask("/board?lang=fr").status()).isEqualTo(400);
  }

  @Test
  void theOtherSideReadsOurIntakeWithoutAnAccount() {
    JsonNode told = ask("/board.json").json().get("intake");
    JsonNode inside = door.get(Role.READER, "/intake").json().get("areas");
    assertThat(told).isEqualTo(inside);
    assertThat(told.size()).isEqualTo(4);
    assertThat(told.get(0).at("/methods/0/perHour").size()).isEqualTo(4);
  }

  /// Two hundred at once, and again after five seconds of a clock that a test turns.
  @Test
  void howeverManyAskItIsComputedOnceInFiveSeconds() throws Exception {
    long[] clock = {0};
    BoardActions board = new BoardActions(door.sources(), () -> clock[0]);
    var seen = door.gate.published();
    List<Future<String>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(() -> board.json(seen.world())));
      }
    }
    for (Future<String> answer : answers) {
      assertThat(answer.get()).startsWith("{\"complex\":\"lang-son\"");
    }
    assertThat(board.computed()).isEqualTo(1);
    clock[0] = 4_999_999_999L;
    assertThat(board.json(seen.world())).isNotEmpty();
    assertThat(board.computed()).isEqualTo(1);
    clock[0] = 5_000_000_000L;
    assertThat(board.json(seen.world())).isNotEmpty();
    assertThat(board.computed()).isEqualTo(2);
  }

  /// One of two was turned: whatever counts who got through counts the other alone.
  @Test
  void whoWasTurnedIsClearedNowhere() {
    for (int row = 0; row < 2; row++) {
      String crossing = door.arrive(row).toString();
      if (row == 0) {
        said(Role.BORDER_GUARD, "/crossings/" + crossing + "/turnings", "{\"reason\":\"PAPERS\"}");
      }
      said(
          Role.GATE_DEVICE,
          "/reports/gate-left",
          "{\"crossing\":\"%s\",\"occurredAt\":\"%s\"}".formatted(crossing, Door.NOW));
    }
    JsonNode overview = door.get(Role.READER, "/overview").json();
    assertThat(sum(overview.get("gates"), "arrived")).isEqualTo(2);
    assertThat(sum(overview.get("gates"), "cleared")).isEqualTo(1);
    assertThat(sum(ask("/board.json").json().get("gates"), "today")).isEqualTo(1);
    JsonNode daily = door.get(Role.READER, "/reports/daily?date=2025-08-29").json();
    assertThat(sum(daily.get("rows"), "cleared")).isEqualTo(1);
    JsonNode province = door.get(Role.READER, "/reports/province?day=2025-08-29").json();
    assertThat(province.get("figures").toString())
        .contains("{\"measure\":\"TRIPS\",\"gate\":\"ALL\",\"side\":\"ALL\",\"is\":1}")
        .contains("{\"measure\":\"TURNED_BACK\",\"gate\":\"ALL\",\"side\":\"ALL\",\"is\":1}");
  }

  private void said(Role role, String path, String body) {
    Door.Got got = door.post(role, path, body);
    assertThat(got.status()).as(got.raw().body()).isEqualTo(200);
  }

  private static long sum(JsonNode rows, String name) {
    return rows.valueStream().mapToLong(row -> row.path(name).asLong(0)).sum();
  }

  @Test
  void theReportComesInEveryFormatUnderItsNumber() {
    door.arrive(0);
    door.gate.now(Door.NOW.plusSeconds(86_400));
    String path = "/reports/province?day=2025-08-29";
    Door.Got json = door.get(Role.READER, path);
    assertThat(json.json().get("version").asInt(0)).isEqualTo(1);
    assertThat(json.json().get("edition").stringValue()).isEqualTo("FINAL");
    assertThat(door.get(Role.READER, path + "&version=1").json()).isEqualTo(json.json());
    assertThat(door.get(Role.READER, path + "&version=2").status()).isEqualTo(404);
    assertThat(door.get(Role.READER, path + "&format=html&lang=en").raw().body())
        .startsWith("<!doctype html><html lang=\"en\">");
    assertThat(door.get(Role.READER, path + "&format=csv&lang=zh").raw().body()).contains("通行车次");
    var sheet = door.get(Role.READER, path + "&format=xlsx");
    assertThat(sheet.raw().body()).startsWith("PK");
    assertThat(sheet.raw().headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"province-2025-08-29-v1.xlsx\"");
    assertThat(door.get(Role.READER, path + "&format=pdf").status()).isEqualTo(400);
    assertThat(door.get(Role.READER, path + "&version=1&asOfSeq=1").code()).isEqualTo("BAD_INPUT");
  }

  /// A day without a number is an empty list, and nothing that was looked for and not found.
  @Test
  void theNumbersOfADayAreListedAndLookingGivesNone() {
    String path = "/reports/province/versions?day=2025-08-29";
    door.arrive(0);
    door.gate.now(Door.NOW.plusSeconds(86_400));
    for (int i = 0; i < 2; i++) {
      assertThat(door.get(Role.READER, path).status()).isEqualTo(200);
      assertThat(door.get(Role.READER, path).json().get("versions")).isEmpty();
    }
    var made = door.get(Role.READER, "/reports/province?day=2025-08-29").json();
    var list = door.get(Role.READER, path).json().get("versions");
    assertThat(list).hasSize(1);
    for (String field : List.of("version", "edition", "asOf", "asOfSeq", "changes")) {
      assertThat(list.get(0).get(field)).as(field).isEqualTo(made.get(field));
    }
    assertThat(list.get(0).has("figures")).isFalse();
    assertThat(door.get(Role.READER, path.replace("29", "30")).json().get("versions")).isEmpty();
  }
}
