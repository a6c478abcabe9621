package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.live.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  private static final String ARRIVED = "/reports/arrived";

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

  private static String report(String id, Instant at) {
    return """
    {"id":"%s","plate":"29C-123.45","gate":"HN","direction":"EXPORT","occurredAt":"%s"}\
    """
        .formatted(id, at);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          register registerLot checkRegistration | T
          listRegistrations | TBCMPASKLYRO
          getRegistration   | TBCMPASKLYRO
          previewAmendment  | T
          amendRegistration | T
          withdrawRegistration | T
          confirmPapers     | BCMPASKL
          keepPreset        | T
          listPresets       | T
          dropPreset        | T
          reportArrived     | G
          reportYardEntered | Y
          reportYardLeft    | Y
          reportGateLeft    | G
          confirmEntry      | BC
          reportPark        | Y
          reportLine        | G
          reportReturn      | G
          turnVehicle       | BCK
          withdrawTurning   | BCK
          sayLeft           | BCK
          plugReefer        | Y
          unplugReefer      | Y
          assignPlace       | Y
          confirmTravellers | B
          confirmTwoWay     | BC
          reportOtherSideHold withdrawOtherSideHold | BCK
          listTrips         | BCMPASKLYRO
          listParks         | BCMPASKLYRO
          listCrossings     | TBCMPASKLYRO
          getCrossing getWaitingRecord getLotOptions | TBCMPASKLYRO
          getGates          | TBCMPASKLYRO
          getOverview       | BCMPASKLYRO
          listNotices       | T
          acknowledgeNotice | T
          getDailyReport    | BCMPASKLYRO
          getProvinceReport | BCMPASKLYRO
          getHours          | BCMPASKLYRO
          listProvinceReports | BCMPASKLYRO
          getStatistics getYearPage listOfficialTotals | BCMPASKLYRO
          bringOfficialTotals | O
          getMe             | TBCMPASKLYGRO
          enrolActor        | O
          eraseSubject      | O
          listActors        | O
          rescopeActor      | O
          renewPassword     | O
          revokeActor       | O
          listProposals     | O
          listHandOvers     | BCMPASKL
          handOverShift     | BCMPASKL
          takeOverShift     | BCMPASKL
          withdrawHandOver  | BCMPASKL
          propose           | O
          approve           | O
          withdrawProposal  | O
          makeDriverLink    | T
          revokeDriverLinks | T
          signOut           | -
          takeOver          | -
          changePassword    | -
          setBadge          | -
          streamCrossings   | TBCMPASKLYRO
          listLoads         | TBCMPASKLYRO
          getLoad           | TBCMPASKLYRO
          listInspectionPlaces | BCMPASKLY
          confirmStep       | BCMPASKL
          confirmStepByRule | G
          refuseStep        | BCMPASKL
          requestStep       | T
          placeHold liftHold withdrawSecond | BCMPASKL
          setChannel        | C
          openInspection joinInspection recordResult | BCMPASKL
          planTransshipment cancelTransshipment | T
          listTransshipments getTransshipment | TBCMPASKLYRO
          startTransshipment recordLoading finishTransshipment | Y
          signTransshipment | C
          askTractor withdrawTractor | TY
          confirmTractor refuseTractor | BC
          listTractorChanges | TBCMPASKLYRO
          countPersonsOut | B
          listVisits listDrivers | BCMPASKLYRO
          enrolDriver retireDriver assignDriver freeDriver | K
          getIntake         | BCMPASKLYRO
          openRoll noteEntries closeRoll | BKL
          listRolls getRoll | BCMPASKLYRO
          adviseTraffic giveOrder | L
          quoteFees         | T
          listCharges listReceipts getReceipt getPayment startPayment | TK
          getCashier reconcileBank settleCharges takeDeposit oweCharges closeDoubt | K
          listTariffs       | TKO
          adoptTariff previewTariff | O
          chargeProvisionally correctMoney proposeCorrection approveCorrection | K
          """)
  void everyOperationIsDeniedToEveryOtherRole(String operations, String allowed) {
    for (String operation : operations.split(" ", -1)) {
      isDeniedToEveryOtherRole(operation, allowed);
    }
  }

  private void isDeniedToEveryOtherRole(String operation, String allowed) {
    String line =
        door.server().operations().stream()
            .filter(o -> o.endsWith(" " + operation))
            .findFirst()
            .orElseThrow();
    String method = line.substring(0, line.indexOf(' '));
    String named = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    String path =
        named.replace("/v1/{complex}", "").replaceAll("[{][a-z]+[}]", new UUID(1, 1) + "");
    assertThat(door.send(door.request(path).method(method, body("{}")).build()).status())
        .isEqualTo(401);
    for (Role role : door.tokens.keySet()) {
      boolean may = allowed.indexOf(Letters.of(role)) >= 0;
      if (may && operation.equals("streamCrossings")) {
        continue;
      }
      var got =
          switch (method) {
            case "GET" -> door.get(role, path);
            case "POST" -> door.post(role, path, "{}");
            default ->
                door.send(
                    door.request(path)
                        .header("Authorization", "Bearer " + door.token(role))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build());
          };
      if (may) {
        assertThat(got.status()).as(operation + " " + role).isNotIn(401, 403);
      } else {
        assertThat(got.status()).as(operation + " " + role).isEqualTo(403);
        assertThat(got.code()).isEqualTo("DENIED");
      }
    }
  }

  @Test
  void theTableAboveNamesEveryOperation() {
    // Those of the tables; those that say how it is, signing in, what a driver reads, the board;
    // fees with what the bank reports, what a paper says; what drives.
    assertThat(door.server().operations()).hasSize(72 + 3 + 9 + 14 + 6 + 2 + 16 + 2 + 4 + 12 + 3);
  }

  @Test
  void everyAnswerOfTheGateHasItsStatus() {
    record Case(Answer answer, int status, String code, boolean retry) {}
    List<Case> cases =
        List.of(
            new Case(new Answer.Denied(), 403, "DENIED", false),
            new Case(new Answer.IdReused(), 409, "COMMAND_ID_REUSED", false),
            new Case(new Answer.Overloaded(), 429, "OVERLOADED", true),
            new Case(new Answer.Unavailable("secret", false), 503, "UNAVAILABLE", true),
            new Case(new Answer.Unavailable("secret", true), 503, "OUTCOME_UNKNOWN", true),
            new Case(new Answer.Fault("c-1"), 500, "FAULT", false));
    for (Case c : cases) {
      door.gate.answerNext(c.answer());
      var got = door.post(Role.GATE_DEVICE, ARRIVED, report(UUID.randomUUID() + "", Door.NOW));
      assertThat(got.status()).as(c.code()).isEqualTo(c.status());
      assertThat(got.code()).isEqualTo(c.code());
      assertThat(got.raw().body()).doesNotContain("secret", "io.clearway", "Exception");
      assertThat(got.raw().headers().firstValue("Retry-After").isPresent()).isEqualTo(c.retry());
      assertThat(got.raw().headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":1}                                      | id                | WRONG_TYPE
          {"x":1}                                       | x                 | UNKNOWN_FIELD
          {}                                            | occurredAt        | FIELD_MISSING
          []                                            | ''                | WRONG_TYPE
          {"plate":"\\u0000"}                           | ''                | FORBIDDEN_CHARACTER
          {"plate":"\\ud83d"}                           | ''                | FORBIDDEN_CHARACTER
          {"id":1,"id":2}                               | ''                | DUPLICATE_KEY
          {"gate":"XX"}                                 | gate              | GATE_UNKNOWN
          {"direction":"UP"}                            | direction         | UNKNOWN_WORD
          {"occurredAt":"2025-08-29T05:00:00"}          | occurredAt        | TIME_WITHOUT_OFFSET
          {"occurredAt":"2025-02-30T05:00:00Z"}         | occurredAt        | TIME_INVALID
          {"occurredAt":"2025-08-30T05:00:01Z"}         | occurredAt        | TIME_IMPLAUSIBLE
          {"occurredAt":"2025-08-28T04:59:59Z"}         | occurredAt        | TIME_IMPLAUSIBLE
          nonsense                                      | ''                | JSON_MALFORMED
          """)
  void badInputNamesItsFault(String body, String path, String code) {
    var got = door.post(Role.GATE_DEVICE, ARRIVED, body);
    assertThat(got.status()).isEqualTo(400);
    assertThat(got.raw().body()).contains("{\"path\":\"" + path + "\",\"code\":\"" + code + "\"");
    assertThat(door.gate.entries()).isEmpty();
  }

  @Test
  void aCommandIdIsUsedForOneCommandOnly() {
    String command = UUID.randomUUID().toString();
    String token = door.token(Role.GATE_DEVICE);
    String body = report(UUID.randomUUID().toString(), Door.NOW);
    var first = door.post(token, ARRIVED, command, body);
    var again = door.post(token, ARRIVED, command, body);
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.json()).isEqualTo(first.json());
    var other = door.post(token, ARRIVED, command, body + " ");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("COMMAND_ID_REUSED");
    assertThat(door.post(token, ARRIVED, "7", body).status()).isEqualTo(400);
    assertThat(door.gate.entries()).hasSize(1);
  }

  @Test
  void anIdOfAnotherVehiclesPassageIsRefused() {
    String id = UUID.randomUUID().toString();
    String body = report(id, Door.NOW);
    assertThat(door.post(Role.GATE_DEVICE, ARRIVED, body).status()).isEqualTo(200);
    var other = door.post(Role.GATE_DEVICE, ARRIVED, body.replace("29C", "30C"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("ID_IN_USE");
  }

  @Test
  void wrongAddressesMethodsAndTypes() {
    assertThat(door.get(Role.READER, "/nothing").status()).isEqualTo(404);
    assertThat(door.get(Role.READER, "/crossings/7").status()).isEqualTo(404);
    assertThat(door.get(Role.READER, "~/v1/mong-cai/gates").code()).isEqualTo("NOT_FOUND");
    assertThat(door.get(Role.READER, ARRIVED).status()).isEqualTo(405);
    assertThat(door.get(Role.READER, "/crossings?limit=0").status()).isEqualTo(400);
    assertThat(door.get(Role.READER, "/crossings?state=x").status()).isEqualTo(400);
    assertThat(door.get(Role.READER, "/crossings?gate=XX").status()).isEqualTo(400);
    assertThat(door.get(Role.READER, "/reports/daily?date=2025-02-30").status()).isEqualTo(400);
    assertThat(door.get(Role.READER, "/reports/daily?date=2025-02-03&asOfSeq=99").status())
        .isEqualTo(400);
    assertThat(door.post(Role.TRADER, "/notices/5/acknowledgement", "{}").code())
        .isEqualTo("NOTICE_UNKNOWN");
    var form =
        door.request(ARRIVED)
            .header("Authorization", "Bearer " + door.token(Role.GATE_DEVICE))
            .header("Content-Type", "text/plain")
            .header("Command-Id", UUID.randomUUID().toString())
            .POST(body("{}"))
            .build();
    assertThat(door.send(form).status()).isEqualTo(415);
    assertThat(
            door.send(door.request("/gates").header("Authorization", "Bearer x").build()).status())
        .isEqualTo(401);
    String token = door.token(Role.READER);
    assertThat(door.send(door.request("/gates?access_token=" + token).build()).status())
        .isEqualTo(401);
  }

  @Test
  void aBodyThatIsTooLargeIsCut() {
    var got = door.post(Role.GATE_DEVICE, ARRIVED, " ".repeat(256 * 1024 + 1));
    assertThat(got.status()).isEqualTo(413);
    assertThat(got.code()).isEqualTo("TOO_LARGE");
    var chunked =
        door.request(ARRIVED)
            .header("Authorization", "Bearer " + door.token(Role.GATE_DEVICE))
            .header("Content-Type", "application/json")
            .header("Command-Id", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.fromPublisher(body(" ".repeat(256 * 1024 + 1))))
            .build();
    assertThat(door.send(chunked).status()).isEqualTo(413);
  }

  @Test
  void aBodyOfAnotherAlphabetIsRefused() {
    for (String type :
        List.of("application/json; charset=utf-16", "text/json", "application/jso")) {
      var request =
          door.request(ARRIVED)
              .header("Authorization", "Bearer " + door.token(Role.GATE_DEVICE))
              .header("Content-Type", type)
              .header("Command-Id", UUID.randomUUID().toString())
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      assertThat(door.send(request).status()).as(type).isEqualTo(415);
    }
  }

  @Test
  void aBodyThatDripsIsCut() throws IOException, InterruptedException {
    assertThat(slow(200)).contains("408").contains("TOO_SLOW");
  }

  @Test
  void aBodyThatStopsIsCut() throws IOException, InterruptedException {
    assertThat(slow(60_000)).doesNotContain("HTTP/1.1 2");
  }

  /// One byte each `pause` milliseconds; what the server says before it hangs up.
  private String slow(long pause) throws IOException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port)) {
      String head =
          "POST "
              + Door.BASE
              + ARRIVED
              + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCommand-Id: "
              + UUID.randomUUID()
              + "\r\nAuthorization: Bearer "
              + door.token(Role.GATE_DEVICE)
              + "\r\nContent-Length: 1000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      long end = System.nanoTime() + 8_000_000_000L;
      InputStream in = socket.getInputStream();
      while (System.nanoTime() < end && in.available() == 0 && pause < 1000) {
        socket.getOutputStream().write(' ');
        Thread.sleep(pause);
      }
      return new String(in.readNBytes(4000), StandardCharsets.UTF_8);
    }
  }

  @Test
  void ofTwoHundredConfirmationsOfOneKeyOneIsAccepted()
      throws InterruptedException, ExecutionException {
    UUID id = door.arrive(0);
    List<Future<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        answers.add(
            threads.submit(() ->
                door.post(Role.CUSTOMS, "/crossings/" + id + "/entry-confirmations", "{}")
                    .status()));
      }
    }
    int accepted = 0;
    for (Future<Integer> answer : answers) {
      accepted += answer.get() == 200 ? 1 : 0;
      assertThat(answer.get()).isIn(200, 409);
    }
    assertThat(accepted).isEqualTo(1);
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }
}
