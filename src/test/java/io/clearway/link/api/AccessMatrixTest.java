package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.link.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every operation × every role × every situation, asked at the real door, is as the approved file
/// says: docs/states/access-matrix.md. With `-Dclearway.access=write` the file is written from what
/// the code says of itself; what is then asked must be that.
class AccessMatrixTest {

  private static final Path FILE = Path.of("docs/states/access-matrix.md");
  private static final boolean WRITE = "write".equals(System.getProperty("clearway.access"));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String HEAD =
      """
      # Who may ask what

      Written from the code by `AccessMatrixTest`, and every cell asked at a real door. What is
      asked about is a registration and its passage at the gate HN, of the company 0109999999,
      in or bound for the yard XUAN_CUONG. *Nothing* is said where existence is private: 404, or
      not in the list. Who is in no column of a row is denied: 401 or 403, without a reason.

      T trader, B border guard, C customs, M medical, P plant, A animal quarantine, S transport
      station, K management board, L traffic police, Y yard, G gate device, R reader, O operator.

      | operation | who asks | may | is told of nothing |
      |---|---|---|---|
      """;

  private static List<Route> routes = List.of();
  private static Map<String, Probe> probes = Map.of();
  private static String modelled = "";
  private static String asked = "";
  private static Optional<Cast> cast = Optional.empty();
  private static Optional<Door> door = Optional.empty();

  @BeforeAll
  static void askEverything(@TempDir Path folder) throws IOException {
    Door opened = new Door(folder);
    door = Optional.of(opened);
    cast = Optional.of(new Cast(opened));
    routes = opened.server().routes();
    probes = Probes.of(cast.get());
    modelled = written(AccessMatrixTest::model);
    asked = written(AccessMatrixTest::ask);
    if (WRITE) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, modelled);
    }
  }

  @AfterAll
  static void close() {
    door.ifPresent(Door::close);
  }

  @Test
  void everyRouteHasARow() {
    TreeSet<String> served = new TreeSet<>();
    routes.forEach(route -> served.add(route.operation()));
    assertThat(new TreeSet<>(probes.keySet())).isEqualTo(served);
  }

  @Test
  void theApprovedMatrixIsWhatTheCodeSays() throws IOException {
    assertThat(modelled).isEqualTo(Files.readString(FILE));
  }

  @Test
  void everyCellIsWhatTheDoorDoes() throws IOException {
    assertThat(differences(Files.readString(FILE), asked)).isEmpty();
    assertThat(asked.lines().count()).isEqualTo(modelled.lines().count());
  }

  @Test
  void aCellThatSaysOtherwiseIsFound() {
    for (String cell : List.of("| BC |", "| O |", "| T |")) {
      String spoilt = asked.replaceFirst(Pattern.quote(cell), "| TO |");
      assertThat(differences(spoilt, asked)).as(cell).hasSize(1);
    }
    String shorter = asked.substring(0, asked.lastIndexOf("| `withdraw"));
    assertThat(differences(shorter, asked)).isNotEmpty();
  }

  static List<String> differences(String approved, String found) {
    List<String> said = approved.lines().toList();
    List<String> is = found.lines().toList();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(said.size(), is.size()); i++) {
      String one = i < said.size() ? said.get(i) : "nothing";
      String other = i < is.size() ? is.get(i) : "nothing";
      if (!one.equals(other)) {
        differences.add("approved " + one + " and found " + other);
      }
    }
    return differences;
  }

  private interface Judge {
    Probe.Told told(Route route, Probe probe, Situation situation, Optional<Actor> actor);
  }

  private static String written(Judge judge) {
    StringBuilder text = new StringBuilder(HEAD);
    TreeMap<String, Route> byName = new TreeMap<>();
    routes.forEach(route -> byName.put(route.operation(), route));
    for (Route route : byName.values()) {
      Optional<Probe> probe = Optional.ofNullable(probes.get(route.operation()));
      for (Situation situation : Situation.values()) {
        if (probe.isPresent()) {
          text.append(row(judge, route, probe.get(), situation));
        }
      }
    }
    return text.toString();
  }

  private static String row(Judge judge, Route route, Probe probe, Situation situation) {
    Map<Probe.Told, StringBuilder> letters = new EnumMap<>(Probe.Told.class);
    for (Probe.Told told : Probe.Told.values()) {
      letters.put(told, new StringBuilder());
    }
    if (situation == Situation.NOBODY) {
      Probe.Told told = judge.told(route, probe, situation, Optional.empty());
      letters.getOrDefault(told, new StringBuilder()).append("anybody");
    } else {
      for (Role role : Role.values()) {
        Optional<Actor> actor = cast.orElseThrow().actor(situation, role);
        if (actor.isPresent()) {
          Probe.Told told = judge.told(route, probe, situation, actor);
          letters.getOrDefault(told, new StringBuilder()).append(Letters.of(role));
        }
      }
    }
    return "| `%s` | %s | %s | %s |%n"
        .formatted(
            route.operation(),
            situation.words(),
            letters.get(Probe.Told.DONE),
            letters.get(Probe.Told.NOTHING))
        .replace("  |", " |")
        .replace("\r", "");
  }

  /// What the code says of itself: the role's operations, and what the operation is about.
  private static Probe.Told model(
      Route route, Probe probe, Situation situation, Optional<Actor> actor) {
    boolean may =
        actor.isPresent()
            && situation != Situation.REVOKED
            && route.allowed().stream().anyMatch(actor.get().role()::may);
    boolean officer = actor.isPresent() && actor.get().role().agency().isPresent();
    return switch (probe.by()) {
      case ANYBODY -> Probe.Told.DONE;
      case LINK -> Probe.Told.DENIED;
      case PERSON -> may && situation == Situation.SIGNED_IN ? Probe.Told.DONE : Probe.Told.DENIED;
      case ACTOR ->
          !may
              ? Probe.Told.DENIED
              : switch (situation) {
                case NOBODY, REVOKED -> Probe.Told.DENIED;
                case HERE, SIGNED_IN -> Probe.Told.DONE;
                case ELSEWHERE -> probe.gate();
                case OFF_DUTY -> officer && probe.acts() ? Probe.Told.DENIED : Probe.Told.DONE;
                case COLLEAGUE -> probe.colleague();
                case OTHER_COMPANY -> probe.own();
                case OTHER_YARD -> probe.yard();
              };
    };
  }

  private static Probe.Told ask(
      Route route, Probe probe, Situation situation, Optional<Actor> actor) {
    Cast everybody = cast.orElseThrow();
    everybody.door.gate.replayed(everybody.world);
    HttpRequest.Builder request = everybody.door.request("~" + probe.ask().address(route.path()));
    probe.ask().headers().forEach(request::header);
    request.header("Command-Id", UUID.randomUUID().toString());
    actor.ifPresent(who -> prove(request, situation, who));
    var body =
        probe
            .ask()
            .body()
            .map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody);
    try {
      var answer =
          CLIENT.send(
              request.method(route.method().name(), body).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        boolean stream = route.operation().equals("streamCrossings");
        String text =
            stream && answer.statusCode() == 200
                ? ""
                : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return told(answer.statusCode(), text, probe);
      }
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(route.operation(), failed);
    }
  }

  private static void prove(HttpRequest.Builder request, Situation situation, Actor who) {
    Cast everybody = cast.orElseThrow();
    if (situation == Situation.SIGNED_IN) {
      String secret = everybody.door.identity.sessions().open(who.key(), false).secret();
      request
          .header("Cookie", "clearway-local=" + secret)
          .header("Clearway-Request", "1")
          .header("Origin", "http://127.0.0.1:" + everybody.door.port);
    } else {
      request.header("Authorization", "Bearer " + everybody.token(who));
    }
  }

  private static Probe.Told told(int status, String text, Probe probe) {
    assertThat(status).as(text).isLessThan(500);
    if (status == 401 || status == 403) {
      return Probe.Told.DENIED;
    }
    boolean hidden = probe.shows().filter(shown -> !text.contains(shown)).isPresent();
    return status == 404 || hidden ? Probe.Told.NOTHING : Probe.Told.DONE;
  }
}
