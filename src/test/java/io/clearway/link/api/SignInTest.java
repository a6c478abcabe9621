package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions of people at the real door.
class SignInTest {

  @TempDir Path folder;
  private Door door;
  private Desk desk;

  @BeforeEach
  void open() {
    door = new Door(folder);
    desk = new Desk(door);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aPersonSignsInChoosesAPasswordAndWorks() {
    String initial = door.identity.passwords().renew(door.key(Role.CUSTOMS), "lan");
    Door.Got in = desk.signIn("Lan ", initial);
    assertThat(in.status()).isEqualTo(201);
    assertThat(in.json().get("passwordInitial").booleanValue()).isTrue();
    assertThat(desk.get("/me").json().get("passwordInitial").booleanValue()).isTrue();
    assertThat(desk.get("/crossings").code()).isEqualTo("PASSWORD_INITIAL");
    assertThat(
            desk.post("/me/password", "{\"old\":\"" + initial + "\",\"new\":\"short\"}").status())
        .isEqualTo(400);
    assertThat(desk.post("/me/password", choice("wrong wrong", "my own choice")).code())
        .isEqualTo("WRONG_CREDENTIALS");
    assertThat(desk.post("/me/password", choice(initial, "my own choice")).status()).isEqualTo(200);
    assertThat(desk.get("/crossings").status()).isEqualTo(200);
    assertThat(new Desk(door).signIn("lan", initial).status()).isEqualTo(401);
    assertThat(desk.delete("/sessions/current").status()).isEqualTo(200);
    assertThat(desk.get("/crossings").status()).isEqualTo(401);
  }

  private static String choice(String old, String chosen) {
    return "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(old, chosen);
  }

  @Test
  void theCookieIsOfThisHostAloneAndInTheClearOnlyOnThisMachine() {
    door.person(Role.CUSTOMS, "lan");
    assertThat(desk.signIn("lan", Door.PASSWORD).raw().headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("clearway-local=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    Desk far = new Desk(door).origin("https://gate.example");
    assertThat(far.signIn("lan", Door.PASSWORD).status()).as("another host").isEqualTo(403);
    Desk tls = new Desk(door).origin("https://127.0.0.1:" + door.port);
    assertThat(tls.signIn("lan", Door.PASSWORD).raw().headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("__Host-clearway=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure");
    assertThat(tls.get("/me").status()).isEqualTo(200);
  }

  @Test
  void anotherSitesPageCanDoNothing() {
    door.person(Role.OPERATOR, "lan");
    desk.signIn("lan", Door.PASSWORD);
    String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"role\":\"READER\",\"label\":\"x\"}";
    assertThat(desk.plain("/actors", body, "Origin", "https://evil.example").status())
        .isEqualTo(403);
    assertThat(desk.plain("/actors", body, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
    assertThat(desk.plain("/actors", body, "Sec-Fetch-Site", "same-site").status()).isEqualTo(403);
    assertThat(desk.plain("/actors", body, "Accept", "*/*").status())
        .as("no origin")
        .isEqualTo(403);
    assertThat(desk.bare("/actors", body).status()).as("without the header").isEqualTo(403);
    assertThat(door.gate.entries()).isEmpty();
    assertThat(desk.post("/actors", body).status()).isEqualTo(201);
  }

  @Test
  void aCookieThatIsForLocalUseIsNotBelievedElsewhere() throws IOException {
    door.person(Role.CUSTOMS, "lan");
    desk.signIn("lan", Door.PASSWORD);
    assertThat(RawHttp.get(door.port, "gate.example", desk.cookie())).startsWith("HTTP/1.1 401");
    assertThat(RawHttp.get(door.port, "127.0.0.1:" + door.port, desk.cookie()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void everySignInIsAnotherSession() {
    door.person(Role.CUSTOMS, "lan");
    desk.signIn("lan", Door.PASSWORD);
    String first = desk.cookie();
    desk.signIn("lan", Door.PASSWORD);
    assertThat(desk.cookie()).isNotEqualTo(first);
  }

  @Test
  void wrongTriesAreToldNothingAndThenMustWait() {
    door.person(Role.CUSTOMS, "lan");
    String known = "";
    String unknown = "";
    for (int i = 0; i < 5; i++) {
      Door.Got wrong = desk.signIn("lan", "wrong");
      known = wrong.raw().body();
      assertThat(wrong.status()).isEqualTo(401);
      unknown = desk.signIn("nobody", "wrong").raw().body();
    }
    assertThat(known).isEqualTo(unknown);
    Door.Got locked = desk.signIn("lan", Door.PASSWORD);
    assertThat(locked.status()).as("even the right one").isEqualTo(429);
    assertThat(locked.code()).isEqualTo("TOO_MANY_TRIES");
    assertThat(locked.raw().headers().firstValue("Retry-After"))
        .hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 31));
    assertThat(desk.signIn("nobody", "wrong").status()).as("unknown names too").isEqualTo(429);
    door.clock.forward(Duration.ofSeconds(31));
    assertThat(desk.signIn("lan", Door.PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void aSessionEndsAfterAQuarterOfAnHourOfNothing() {
    door.person(Role.CUSTOMS, "lan");
    desk.signIn("lan", Door.PASSWORD);
    door.clock.forward(Duration.ofMinutes(16));
    assertThat(desk.get("/me").status()).isEqualTo(401);
  }

  /// The measured figure is that of the one request that changes the desk's person.
  @Test
  void aDeskIsTakenOverInOneRequestWithinFiveSeconds() throws Exception {
    door.person(Role.CUSTOMS, "lan");
    Desk other = door.person(Role.BORDER_GUARD, "minh");
    other.signIn("minh", Door.PASSWORD);
    assertThat(other.post("/me/badge", badge("4711", "111111")).status()).isEqualTo(400);
    assertThat(other.post("/me/badge", badge("4711", "730518")).status()).isEqualTo(200);
    desk.signIn("lan", Door.PASSWORD);
    String before = desk.cookie();
    try (Stream stream = new Stream(before)) {
      stream.first();
      assertThat(desk.post("/sessions/current/take-over", badge("4711", "730519")).code())
          .isEqualTo("WRONG_CREDENTIALS");
      assertThat(desk.get("/me").json().get("role").stringValue()).isEqualTo("CUSTOMS");
      long began = System.nanoTime();
      Door.Got taken = desk.post("/sessions/current/take-over", badge("4711", "730518"));
      long took = System.nanoTime() - began;
      System.out.println("MEASURED desk take-over: " + took / 1_000_000 + " ms");
      assertThat(taken.status()).isEqualTo(200);
      assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(5));
      stream.ended("take-over");
    }
    assertThat(desk.get("/me").json().get("role").stringValue()).isEqualTo("BORDER_GUARD");
    assertThat(desk.with(before).get("/me").status()).isEqualTo(401);
  }

  @Test
  void nothingIsDoneInAnotherPersonsName() {
    Desk minh = door.person(Role.BORDER_GUARD, "minh");
    minh.signIn("minh", Door.PASSWORD);
    String body = "{\"badge\":\"4712\",\"pin\":\"730518\"}";
    String lan = door.key(Role.CUSTOMS).toString();
    assertThat(minh.inNameOf(lan, "/me/badge", body).code()).isEqualTo("ANOTHER_PERSON");
    assertThat(door.identity.passwords().byBadge("4712", "730518")).isEmpty();
    String own = door.key(Role.BORDER_GUARD).toString();
    assertThat(minh.inNameOf(own, "/me/badge", body).status()).isEqualTo(200);
  }

  private static String badge(String badge, String pin) {
    return "{\"badge\":\"%s\",\"pin\":\"%s\"}".formatted(badge, pin);
  }

  @Test
  void signingOutEndsTheOpenStreamWithinASecond() throws Exception {
    door.person(Role.CUSTOMS, "lan");
    desk.signIn("lan", Door.PASSWORD);
    try (Stream stream = new Stream(desk.cookie())) {
      stream.first();
      desk.delete("/sessions/current");
      stream.ended("sign-out");
    }
  }

  @Test
  void revokingAnActorEndsItsStreamsTokensAndPasswordWithinASecond() throws Exception {
    door.person(Role.CUSTOMS, "lan");
    desk.signIn("lan", Door.PASSWORD);
    String token = door.token(Role.CUSTOMS);
    try (Stream ofSession = new Stream(desk.cookie());
        Stream ofToken = new Stream(token, true);
        Stream ofOther = new Stream(door.token(Role.READER), true)) {
      ofSession.first();
      ofToken.first();
      ofOther.first();
      String path = "/actors/" + door.key(Role.CUSTOMS) + "/revocation";
      assertThat(door.post(Role.OPERATOR, path, "{}").status()).isEqualTo(200);
      ofSession.ended("revocation, session");
      ofToken.ended("revocation, token");
      ofOther.first();
    }
    assertThat(door.get(Role.CUSTOMS, "/me").status()).isEqualTo(401);
    assertThat(desk.get("/me").status()).isEqualTo(401);
    assertThat(desk.signIn("lan", Door.PASSWORD).status()).isEqualTo(401);
    assertThat(door.identity.tokens().find(token)).isEmpty();
  }

  @Test
  void aTokenIsNoSession() {
    assertThat(door.post(Role.CUSTOMS, "/me/badge", badge("4711", "730518")).status())
        .isEqualTo(403);
  }

  @Test
  void aDriverReadsOneOwnPassageAndNothingElse() {
    UUID passage = door.arrive(0);
    String registration = Door.seven(0).toString();
    Door.Got made =
        door.post(
            Role.TRADER,
            "/driver-links",
            "{\"registration\":\"" + registration + "\",\"hours\":5}");
    assertThat(made.status()).isEqualTo(201);
    String link = made.json().get("link").stringValue();
    Door.Got read = door.send(door.bearer("/driver/passage", link));
    assertThat(read.json().get("state").stringValue()).isEqualTo("AT_GATE");
    assertThat(read.raw().body()).doesNotContain("driver", "phone", "goods");
    for (String path :
        java.util.List.of(
            "/me", "/crossings/" + passage, "/registrations/" + registration, "/gates")) {
      assertThat(door.send(door.bearer(path, link)).status()).as(path).isEqualTo(401);
    }
    assertThat(door.send(door.bearer("/driver/passage", door.token(Role.TRADER))).status())
        .isEqualTo(401);
    String other = "{\"registration\":\"" + registration + "\"}";
    assertThat(
            door.post(door.secondTrader, "/driver-links", UUID.randomUUID().toString(), other)
                .status())
        .isEqualTo(404);
    assertThat(door.post(Role.TRADER, "/driver-links/revocations", other).status()).isEqualTo(200);
    assertThat(door.send(door.bearer("/driver/passage", link)).status()).isEqualTo(401);
  }

  @Test
  void aDriverReadsWhoIsWaitedForAndWhatAPostSaidLast() {
    UUID passage = door.arrive(0);
    String named = "{\"registration\":\"" + Door.seven(0) + "\"}";
    String link = door.post(Role.TRADER, "/driver-links", named).json().get("link").stringValue();
    assertThat(read(link, "waitingFor")).contains("BORDER_GUARD", "\"CUSTOMS\"");
    assertThat(read(link, "mayLeave")).isEqualTo("false");
    String plate = Door.form(0).get("vehicles").get(0).get("plateNumber").stringValue();
    for (String word : List.of("\"GO\"", "\"TURN\",\"to\":\"PHU_XA\",\"note\":\"private\"")) {
      String order =
          """
          {"id":"%s","plate":"%s","post":"CSGT_CAO_LOC","order":%s,"reason":"OTHER",\
          "occurredAt":"%s"}\
          """
              .formatted(Door.seven(900 + word.length()), plate, word, Door.NOW);
      assertThat(door.post(Role.TRAFFIC_POLICE, "/traffic-orders", order).status()).isEqualTo(200);
    }
    assertThat(read(link, "trafficOrder")).contains("TURN", "PHU_XA").doesNotContain("private");
    assertThat(read(link, "places")).contains("\"HN\"", "\"PHU_XA\"", "\"CSGT_CAO_LOC\"", "友谊");
    String keys = "/crossings/" + passage + "/entry-confirmations";
    assertThat(door.post(Role.CUSTOMS, keys, "{}").status()).isEqualTo(200);
    assertThat(read(link, "waitingFor"))
        .contains("BORDER_GUARD")
        .doesNotContain("\"CUSTOMS\"", "ANIMAL_QUARANTINE");
    assertThat(read(link, "milestones")).contains("\"WAITING\"", "\"BORDER_GUARD\"");
    String hold = "{\"kind\":\"DOUBT\",\"note\":\"private\",\"lifters\":[\"ANIMAL_QUARANTINE\"]}";
    String holds = "/loads/" + Door.seven(0) + "/holds";
    assertThat(door.post(Role.ANIMAL_QUARANTINE, holds, hold).status()).isEqualTo(200);
    assertThat(read(link, "waitingFor")).contains("ANIMAL_QUARANTINE");
    assertThat(door.send(door.bearer("/driver/passage", link)).raw().body())
        .doesNotContain("HOLD", "DOUBT", "private", "phone", "goods");
  }

  @Test
  void aDriverWhoIsTurnedReadsWhereToAndWhoHoldsTheVehicleIfSomebodyDoes() {
    UUID passage = door.arrive(0);
    String named = "{\"registration\":\"" + Door.seven(0) + "\"}";
    String link = door.post(Role.TRADER, "/driver-links", named).json().get("link").stringValue();
    String turned = "{\"reason\":\"NO_ROOM\",\"to\":\"TT\"}";
    String turning = "/crossings/" + passage + "/turnings";
    assertThat(door.post(Role.BORDER_GUARD, turning, turned).status()).isEqualTo(200);
    assertThat(read(link, "turned")).contains("NO_ROOM", "TT");
    assertThat(read(link, "places")).contains("\"TT\"");
    assertThat(read(link, "waitingFor")).isEqualTo("[]");
    String hold = "{\"kind\":\"DOUBT\",\"lifters\":[\"CUSTOMS\"]}";
    String holds = "/loads/" + Door.seven(0) + "/holds";
    assertThat(door.post(Role.PLANT_QUARANTINE, holds, hold).status()).isEqualTo(200);
    assertThat(read(link, "waitingFor")).as("who may lift it").isEqualTo("[\"CUSTOMS\"]");
    assertThat(read(link, "waitingSince")).isEqualTo("[\"" + Door.NOW + "\"]");
  }

  private String read(String link, String field) {
    return door.send(door.bearer("/driver/passage", link)).json().get(field).toString();
  }

  @Test
  void twoOperatorsEnrolAnOfficerWhoAloneKnowsThePassword() {
    Desk first = door.person(Role.OPERATOR, "lan");
    first.signIn("lan", Door.PASSWORD);
    UUID secondKey = UUID.randomUUID();
    Door.Got second =
        first.post(
            "/actors",
            "{\"id\":\""
                + secondKey
                + "\",\"role\":\"OPERATOR\",\"label\":\"two\",\"name\":\"minh\"}");
    assertThat(second.status()).as(second.raw().body()).isEqualTo(201);
    desk.signIn("minh", second.json().get("password").stringValue());
    desk.post("/me/password", choice(second.json().get("password").stringValue(), Door.PASSWORD));
    UUID officer = UUID.randomUUID();
    String enrolment =
        "{\"id\":\"" + officer + "\",\"role\":\"CUSTOMS\",\"label\":\"x\",\"gates\":[\"HN\"]}";
    assertThat(first.post("/actors", enrolment).code()).isEqualTo("APPROVAL_NEEDED");
    UUID proposal = UUID.randomUUID();
    Door.Got proposed =
        first.post("/proposals", "{\"id\":\"" + proposal + "\",\"enrol\":" + enrolment + "}");
    assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(201);
    String approval = "/proposals/" + proposal + "/approval";
    assertThat(first.post(approval, "{}").code()).isEqualTo("SAME_PERSON");
    assertThat(desk.get("/proposals").raw().body()).contains("CUSTOMS", "gates HN");
    assertThat(desk.post(approval, "{}").status()).isEqualTo(200);
    Door.Got done =
        first.post("/actors", enrolment.replace("\"gates\"", "\"name\":\"hoa\",\"gates\""));
    assertThat(done.status()).as(done.raw().body()).isEqualTo(201);
    assertThat(done.json().has("token")).isFalse();
    assertThat(desk.get("/me").json().get("passwordInitial").booleanValue()).isFalse();
    Door.Got reset = first.post("/actors/" + officer + "/password", "{\"name\":\"hoa\"}");
    assertThat(reset.code()).isEqualTo("APPROVAL_NEEDED");
  }

  /// An open event stream.
  private final class Stream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;

    Stream(String cookie) throws IOException, InterruptedException {
      this(door.request("/stream").header("Cookie", cookie).GET().build());
    }

    Stream(String token, boolean bearer) throws IOException, InterruptedException {
      this(door.bearer("/stream", bearer ? token : ""));
    }

    private Stream(HttpRequest request) throws IOException, InterruptedException {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    void first() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data: ")) {
        line = lines.readLine();
      }
      assertThat(line).as("a frame").isNotNull();
    }

    void ended(String why) throws Exception {
      long began = System.nanoTime();
      CompletableFuture.runAsync(
              () -> {
                try {
                  while (lines.readLine() != null) {}
                } catch (IOException cut) {
                  // cut is ended
                }
              })
          .get(5, TimeUnit.SECONDS);
      long took = System.nanoTime() - began;
      System.out.println("MEASURED stream ends after " + why + ": " + took / 1_000_000 + " ms");
      assertThat(Duration.ofNanos(took)).as(why).isLessThan(Duration.ofSeconds(1));
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
