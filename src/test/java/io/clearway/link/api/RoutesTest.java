package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.kernel.Subject;
import io.clearway.link.json.Declarations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class RoutesTest {

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void open() throws IOException {
    Path page = Files.createDirectory(folder.resolve("page"));
    Files.writeString(
        page.resolve("index.html"), "<!doctype html><head><title>gate</title></head>");
    Files.writeString(page.resolve("app.js"), "1");
    door = new Door(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aVehicleGoesThroughAndEverybodySeesIt() {
    UUID id = door.arrive(0);
    String path = "/crossings/" + id;
    var first = door.post(Role.CUSTOMS, path + "/entry-confirmations", "{}");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.raw().body()).contains("FirstKeyTurned");
    var second = door.post(Role.BORDER_GUARD, path + "/entry-confirmations", "{}");
    assertThat(second.raw().body()).contains("EntryCompleted", "ObligationOpened");
    assertThat(door.get(Role.CUSTOMS, path).json().get("state").stringValue()).isEqualTo("ENTERED");
    String at = "\"occurredAt\":\"" + Door.NOW + "\"";
    String yard = "{\"crossing\":\"%s\",\"yard\":\"XUAN_CUONG\",%s}".formatted(id, at);
    assertThat(door.post(Role.YARD, "/reports/yard-entered", yard).status()).isEqualTo(200);
    assertThat(door.post(Role.YARD, "/reports/yard-left", yard).status()).isEqualTo(200);
    String leave = "{\"crossing\":\"%s\",%s}".formatted(id, at);
    assertThat(door.post(Role.GATE_DEVICE, "/reports/gate-left", leave).status()).isEqualTo(200);

    ObjectNode row = door.get(Role.READER, path).json();
    assertThat(row.get("state").stringValue()).isEqualTo("GONE");
    assertThat(row.get("cases").toString()).contains("LEFT_WITHOUT_RELEASE");
    assertThat(row.get("openCases").intValue()).isEqualTo(1);
    assertThat(row.get("timeline").size()).isEqualTo(7);
    assertThat(row.get("registrationSummary").get("weightKg").intValue()).isEqualTo(17620);
    assertThat(row.get("subjects").size()).isGreaterThanOrEqualTo(2);

    var notices = door.get(Role.TRADER, "/notices").raw().body();
    assertThat(notices).contains("ENTRY_COMPLETE", id.toString());
    String notice = notices.replaceAll(".*\"id\":\"([0-9]+)\".*", "$1");
    String ack = "/notices/" + notice + "/acknowledgement";
    assertThat(door.post(door.secondTrader, ack, UUID.randomUUID().toString(), "{}").status())
        .isEqualTo(404);
    assertThat(door.post(Role.TRADER, ack, "{}").status()).isEqualTo(200);
    assertThat(door.get(Role.TRADER, "/notices").raw().body()).isEqualTo("[]");

    var daily = door.get(Role.READER, "/reports/daily?date=2025-08-29");
    assertThat(daily.raw().body())
        .contains("\"gate\":\"HN\",\"direction\":\"IMPORT\",\"arrivals\":1,\"cleared\":1");
    var earlier = door.get(Role.READER, "/reports/daily?date=2025-08-29&asOfSeq=2");
    assertThat(earlier.raw().body()).contains("\"arrivals\":1,\"cleared\":0");
  }

  @Test
  void aContradictionIsTakenAndOpensACase() {
    String body =
        """
        {"plate":"29C-123.45","gate":"HN","direction":"EXPORT","yard":"XUAN_CUONG",
         "occurredAt":"2025-08-29T12:00:00+07:00"}\
        """;
    var got = door.post(Role.YARD, "/reports/yard-entered", body);
    assertThat(got.status()).isEqualTo(200);
    String id = got.json().get("crossing").stringValue();
    var row = door.get(Role.CUSTOMS, "/crossings/" + id);
    assertThat(row.raw().body())
        .contains("SEEN_BEFORE_REGISTERED", "ENTERED_YARD_WITHOUT_BOTH_KEYS", "\"openCases\":2");
    var refused = door.post(Role.CUSTOMS, "/crossings/" + id + "/entry-confirmations", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.raw().body()).contains("NOT_REGISTERED", "\"unmet\":[\"REGISTRATION\"]");
    assertThat(door.get(Role.READER, "/overview").raw().body())
        .contains("\"backlog\":{\"HN\":1", "\"openCases\":2");
  }

  @Test
  void whatStandsInAYardShowsWhereAndWithWhatUntilItLeaves() {
    UUID id = door.arrive(0);
    String at = "\"occurredAt\":\"2025-08-29T12:00:00+07:00\"}";
    String there = "{\"crossing\":\"" + id + "\",\"yard\":\"XUAN_CUONG\"," + at;
    assertThat(door.post(Role.YARD, "/reports/yard-entered", there).status()).isEqualTo(200);
    String place = "/crossings/" + id + "/placings";
    assertThat(door.post(Role.YARD, place, "{\"place\":\"b-12\"," + at).status()).isEqualTo(200);
    var row = door.get(Role.YARD, "/crossings/" + id).json();
    assertThat(row.get("yard").stringValue()).isEqualTo("XUAN_CUONG");
    assertThat(row.get("place").stringValue()).isEqualTo("B-12");
    assertThat(row.get("placedAt").stringValue()).isEqualTo("2025-08-29T05:00:00Z");
    assertThat(row.get("goods").stringValue()).isNotBlank();
    assertThat(row.has("reefer")).isTrue();
    var again = door.post(Role.YARD, place, "{\"place\":\"B-12\"," + at);
    assertThat(again.json().get("events").isEmpty()).isTrue();
    assertThat(door.post(Role.YARD, "/reports/yard-left", there).status()).isEqualTo(200);
    row = door.get(Role.YARD, "/crossings/" + id).json();
    for (String gone : new String[] {"yard", "place", "placedAt", "goods", "reefer"}) {
      assertThat(row.has(gone)).as(gone).isFalse();
    }
    assertThat(row.get("timeline").toString()).contains("\"type\":\"PlaceAssigned\"", "B-12");
  }

  @Test
  void theNoticeOfATurningSaysWhatItsTraderActsOn() {
    UUID id = door.arrive(0);
    String path = "/crossings/" + id;
    String turning = "{\"reason\":\"OTHER_SIDE\",\"to\":\"TT\"}";
    assertThat(door.post(Role.CUSTOMS, path + "/turnings", turning).status()).isEqualTo(200);
    var plate = door.get(Role.TRADER, path).json().get("plate").stringValue();
    assertThat(door.get(Role.TRADER, "/notices").raw().body())
        .contains("VEHICLE_TURNED", "\"plate\":\"" + plate + "\"", "\"to\":\"TT\"")
        .contains("\"reason\":\"OTHER_SIDE\",");
    assertThat(door.post(Role.CUSTOMS, path + "/turning-withdrawals", "{}").status())
        .isEqualTo(200);
    assertThat(door.get(Role.TRADER, "/notices").raw().body())
        .contains("VEHICLE_TURNED")
        .doesNotContain("\"turned\"");
  }

  @Test
  void aTraderSeesItsOwnAndNothingElse() {
    UUID id = door.arrive(0);
    assertThat(door.get(Role.TRADER, "/crossings/" + id).status()).isEqualTo(200);
    assertThat(door.get(Role.TRADER, "/crossings").json().get("items").size()).isEqualTo(1);
    for (String path : new String[] {"/crossings/" + id, "/registrations/" + Door.seven(0)}) {
      var other =
          door.send(
              door.request(path).header("Authorization", "Bearer " + door.secondTrader).build());
      assertThat(other.status()).as(path).isEqualTo(404);
    }
    var list =
        door.send(
            door.request("/crossings")
                .header("Authorization", "Bearer " + door.secondTrader)
                .build());
    assertThat(list.json().get("items").size()).isZero();
  }

  @Test
  void aRegistrationIsReadBackInTheWordsInWhichItWasMade() {
    door.arrive(0);
    String path = "/registrations/" + Door.seven(0);
    ObjectNode read = door.get(Role.TRADER, path).json();
    ObjectNode said = Declarations.sample().getFirst();
    assertThat(read.get("vehicles").get(0).get("plateNumber"))
        .isEqualTo(said.get("vehicles").get(0).get("plateNumber"));
    assertThat(read.get("goodsGroups")).isEqualTo(said.get("goodsGroups"));
    assertThat(read.get("declarant")).isEqualTo(said.get("declarant"));
    assertThat(door.get(Role.READER, path).raw().body())
        .doesNotContain(said.get("vehicles").get(0).get("driverName").stringValue());
  }

  @Test
  void everybodyIsToldWhoTheyAreAndWhatTheyMay() {
    ObjectNode customs = door.get(Role.CUSTOMS, "/me").json();
    assertThat(customs.get("role").stringValue()).isEqualTo("CUSTOMS");
    assertThat(customs.get("agency").stringValue()).isEqualTo("CUSTOMS");
    assertThat(customs.get("may").toString())
        .contains("CONFIRM_ENTRY_AS_CUSTOMS", "SET_CHANNEL", "WORK_ON_LOAD", "READ_ALL")
        .doesNotContain("ADMINISTER", "DIRECT_TRAFFIC", "CONFIRM_ENTRY_AS_BORDER_GUARD");
    assertThat(door.get(Role.BORDER_GUARD, "/me").json().get("agency").stringValue())
        .isEqualTo("BORDER_GUARD");
    for (Role role : door.tokens.keySet()) {
      ObjectNode me = door.get(role, "/me").json();
      assertThat(me.get("role").stringValue()).isEqualTo(role.name());
      assertThat(me.has("agency")).isEqualTo(role == Role.CUSTOMS || role == Role.BORDER_GUARD);
      assertThat(me.get("may").size()).isPositive();
    }
  }

  @Test
  void aWorkListBeginsWithWhoArrivesFirstAndIsBounded() {
    for (int row = 0; row < 4; row++) {
      ObjectNode form = Declarations.sample().get(row).put("id", Door.seven(row).toString());
      form.put("createdAt", "2025-08-27T06:00:00+07:00");
      form.put("plannedArrivalAt", "2025-08-%dT0%d:00:00+07:00".formatted(30 - row % 2, 9 - row));
      assertThat(door.post(Role.TRADER, "/registrations", form.toString()).status()).isEqualTo(201);
    }
    String list = "/registrations?papersMissing=CUSTOMS&order=arrival";
    ObjectNode all = door.get(Role.CUSTOMS, list).json();
    assertThat(all.get("items").findValuesAsString("id")).containsExactly(ids(3, 1, 2, 0));
    ObjectNode two = door.get(Role.CUSTOMS, list + "&limit=2").json();
    assertThat(two.get("items").findValuesAsString("id")).containsExactly(ids(3, 1));
    assertThat(two.get("total").intValue()).isEqualTo(4);
    assertThat(two.has("next")).isFalse();
    String seen = "/registrations/" + Door.seven(2) + "/papers-confirmations";
    assertThat(door.post(Role.CUSTOMS, seen, "{\"version\":0}").status()).isEqualTo(200);
    String today = list + "&from=2025-08-30";
    assertThat(door.get(Role.CUSTOMS, today).json().get("items").findValuesAsString("id"))
        .containsExactly(ids(0));
    door.sighted(3);
    assertThat(door.get(Role.CUSTOMS, today).json().get("items").findValuesAsString("id"))
        .as("a vehicle that is here is never left out")
        .containsExactly(ids(3, 0));
    String others = today.replace("CUSTOMS", "BORDER_GUARD");
    assertThat(door.get(Role.BORDER_GUARD, others).json().get("total").intValue()).isEqualTo(3);
  }

  private static String[] ids(int... rows) {
    return IntStream.of(rows).mapToObj(row -> Door.seven(row).toString()).toArray(String[]::new);
  }

  @Test
  void whatWasAmendedStandsInTheListAndWhoIsAskedAgainInTheFile() {
    String path = "/crossings/" + door.arrive(0);
    assertThat(door.post(Role.CUSTOMS, path + "/entry-confirmations", "{\"version\":0}").status())
        .isEqualTo(200);
    String change =
        """
        {"version":0,"changes":[{"path":"vehicles[0].customsSealNumber","value":"SYN9"}]}\
        """;
    String amend = "/registrations/" + Door.seven(0) + "/amendments";
    assertThat(door.post(Role.TRADER, amend, change).status()).isEqualTo(200);
    var row = door.get(Role.CUSTOMS, "/registrations?order=arrival").json().get("items").get(0);
    assertThat(row.get("provenance").toString())
        .contains("\"field\":\"vehicles[].customsSealNumber\",\"version\":1");
    assertThat(row.get("askedAgain").toString()).contains("CUSTOMS");
    ObjectNode file = door.get(Role.CUSTOMS, path).json();
    var voided = file.get("timeline").get(file.get("timeline").size() - 1);
    assertThat(voided.get("type").stringValue()).isEqualTo("KeysVoided");
    assertThat(voided.has("occurredAt")).as("it happened when it was recorded").isFalse();
    var stale = door.post(Role.CUSTOMS, path + "/entry-confirmations", "{\"version\":0}");
    assertThat(stale.code()).isEqualTo("STALE");
    var looked = door.post(Role.CUSTOMS, path + "/entry-confirmations", "{\"version\":1}");
    assertThat(looked.status()).isEqualTo(200);
  }

  @Test
  void listsComeInPages() {
    for (int row = 0; row < 5; row++) {
      door.arrive(row);
    }
    var first = door.get(Role.READER, "/crossings?limit=2");
    assertThat(first.json().get("items").size()).isEqualTo(2);
    String next = first.json().get("next").stringValue();
    var rest = door.get(Role.READER, "/crossings?limit=10&after=" + next);
    assertThat(rest.json().get("items").size()).isEqualTo(3);
    assertThat(rest.json().has("next")).isFalse();
  }

  @Test
  void anErasureIsAnsweredOnlyWhenTheKeyIsGone() {
    String digits = "0123456789abcdef".repeat(2);
    String body = "{\"subject\":\"%s\",\"reason\":\"r-1\"}";
    var unknown = door.post(Role.OPERATOR, "/erasures", body.formatted("0".repeat(31) + "7"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("SUBJECT_UNKNOWN");
    door.kept.add(Subject.parse(digits));
    var kept = door.post(Role.OPERATOR, "/erasures", body.formatted(digits));
    assertThat(kept.status()).isEqualTo(503);
    assertThat(kept.code()).isEqualTo("KEY_NOT_DESTROYED");
  }

  @Test
  void everythingThatIsWrongWithAQueryIsNamedAtOnce() {
    var got = door.get(Role.READER, "/crossings?limit=abc&gate=ZZ&direction=UP&state=FOO&after=-1");
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.json().get("violations").findValuesAsString("path"))
        .containsExactly("gate", "direction", "state", "limit", "after");
    var report = door.get(Role.READER, "/reports/daily?date=never&asOfSeq=999999999");
    assertThat(report.json().get("violations").findValuesAsString("path"))
        .containsExactly("date", "asOfSeq");
  }

  @Test
  void whatIsOpenIsServedWithoutAToken() {
    assertThat(door.send(door.request("~/health/live").build()).status()).isEqualTo(200);
    assertThat(door.send(door.request("~/health/ready").build()).status()).isEqualTo(200);
    door.gate.ready(false);
    assertThat(door.send(door.request("~/health/ready").build()).status()).isEqualTo(503);
    assertThat(door.send(door.request("~/health/live").build()).status()).isEqualTo(200);
    door.gate.die();
    assertThat(door.send(door.request("~/health/live").build()).status()).isEqualTo(503);
    door.arrive(0);
    String metrics = door.send(door.request("~/metrics").build()).raw().body();
    assertThat(metrics)
        .contains(
            "clearway_commands_total{operation=\"reportArrived\",outcome=\"committed\"} 1.0",
            "clearway_crossings_live 1.0",
            "clearway_http_requests_seconds_count")
        .doesNotContain("桂A74051");
  }

  @Test
  void thePageIsServedAndNothingBesideIt() throws IOException {
    var page = door.send(door.request("~/").build());
    assertThat(page.raw().body())
        .contains("<title>gate")
        .contains("<meta name=\"clearway-complex\" content=\"lang-son\"></head>");
    assertThat(door.send(door.request("~/index.html").build()).raw().body())
        .isEqualTo(page.raw().body());
    assertThat(page.raw().headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(door.send(door.request("~/app.js").build()).status()).isEqualTo(200);
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(folder.resolve("page/link.txt"), secret);
    for (String path :
        new String[] {
          "~/%2e%2e/secret.txt",
          "~/..%2fsecret.txt",
          "~/link.txt",
          "~/no.js",
          "~/officer",
          "~/v1/x/y"
        }) {
      var got = door.send(door.request(path).build());
      assertThat(got.status()).as(path).isIn(400, 404);
      assertThat(got.raw().body()).as(path).doesNotContain("secret").contains("\"code\"");
    }
  }

  @Test
  void anEnrolledActorGetsATokenThatWorks() {
    String body =
        "{\"id\":\"%s\",\"role\":\"READER\",\"label\":\"desk\"}".formatted(UUID.randomUUID());
    var got = door.post(Role.OPERATOR, "/actors", body);
    assertThat(got.status()).isEqualTo(201);
    String token = got.json().get("token").stringValue();
    var read = door.send(door.request("/gates").header("Authorization", "Bearer " + token).build());
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().get("gates").size()).isEqualTo(4);
  }
}
