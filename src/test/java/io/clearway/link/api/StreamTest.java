package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.world.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class StreamTest {

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

  @Test
  void changedRowsComeAndTheClockTicks() throws IOException, InterruptedException {
    try (Listener all = listen(Role.READER, "", Optional.empty());
        Listener other = listen(Role.READER, "&gate=CM", Optional.empty())) {
      assertThat(all.next("tick")).contains("\"seq\":0");
      UUID id = door.arrive(0);
      assertThat(all.next("rows")).contains(id.toString(), "AT_GATE", "\"seq\":2");
      assertThat(all.next("tick")).contains("\"seq\":2");
      assertThat(other.until("\"seq\":2")).noneMatch(line -> line.contains("rows"));
    }
  }

  /// Twenty open screens: each is told that the load may leave with the last agency's word, and not
  /// before; what a desk reads then says the same.
  @Test
  void theLastWordOfTheAgenciesReachesEveryOpenStream() throws IOException, InterruptedException {
    String crossing = door.arrive(0).toString();
    String load =
        door.get(Role.READER, "/crossings/" + crossing).json().get("registration").stringValue();
    for (Role role : List.of(Role.CUSTOMS, Role.BORDER_GUARD)) {
      said(role, "/crossings/" + crossing + "/entry-confirmations", "{}");
    }
    List<JsonNode> asked =
        door.get(Role.READER, "/loads/" + load)
            .json()
            .get("lines")
            .valueStream()
            .filter(line -> line.get("status").stringValue().equals("REQUIRED"))
            .toList();
    assertThat(asked).hasSizeGreaterThan(3);
    asked.subList(0, asked.size() - 1).forEach(line -> confirms(load, line));
    List<Listener> screens = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        screens.add(listen(Role.READER, "&after=0", Optional.empty()));
        assertThat(screens.getLast().next("rows")).contains(load, "\"mayLeave\":false");
      }
      assertThat(mayLeave(load)).isFalse();
      confirms(load, asked.getLast());
      for (Listener screen : screens) {
        assertThat(screen.rows("\"mayLeave\":true")).contains(load);
      }
      assertThat(mayLeave(load)).isTrue();
    } finally {
      screens.forEach(Listener::close);
    }
  }

  private boolean mayLeave(String load) {
    return door.get(Role.READER, "/loads/" + load).json().get("mayLeave").asBoolean();
  }

  private void confirms(String load, JsonNode line) {
    said(
        Role.valueOf(line.get("agency").stringValue()),
        "/loads/" + load + "/confirmations",
        "{\"step\":\"%s\",\"version\":0}".formatted(line.get("step").stringValue()));
  }

  private void said(Role role, String path, String body) {
    Door.Got got = door.post(role, path, body);
    assertThat(got.status()).as(got.raw().body()).isEqualTo(200);
  }

  @Test
  void whoComesBackGetsWhatItMissed() throws IOException, InterruptedException {
    UUID first = door.arrive(0);
    UUID second = door.arrive(1);
    Thread.sleep(600);
    try (Listener back = listen(Role.READER, "", Optional.of("2"))) {
      assertThat(back.next("rows")).contains(second.toString()).doesNotContain(first.toString());
    }
    try (Listener lost = listen(Role.READER, "", Optional.of("99"))) {
      assertThat(lost.next("reset")).contains("\"seq\":4");
    }
    try (Listener odd = listen(Role.READER, "", Optional.of("x"))) {
      assertThat(odd.next("reset")).contains("\"seq\":4");
    }
  }

  @Test
  void aTraderHearsOnlyOfItsOwn() throws IOException, InterruptedException {
    try (Listener own = listen(Role.TRADER, "", Optional.empty());
        Listener other = listen(door.secondTrader, "", Optional.empty())) {
      UUID id = door.arrive(0);
      assertThat(own.next("rows")).contains(id.toString());
      assertThat(other.until("\"seq\":2")).noneMatch(line -> line.contains("rows"));
    }
  }

  /// Whether it asks for that gate or for all.
  @Test
  void anOfficerOfAnotherGateHearsNothingOfThisOne() throws IOException, InterruptedException {
    String officer = officer("CM");
    try (Listener own = listen(officer("HN"), "", Optional.empty());
        Listener all = listen(officer, "", Optional.empty());
        Listener asked = listen(officer, "&gate=HN", Optional.empty())) {
      UUID id = door.arrive(0);
      assertThat(own.next("rows")).contains(id.toString());
      String latest = "\"seq\":" + door.gate.published().seq();
      assertThat(all.until(latest)).noneMatch(line -> line.contains("rows"));
      assertThat(asked.until(latest)).noneMatch(line -> line.contains("rows"));
    }
  }

  /// The vehicle is bound for one yard of the gate.
  @Test
  void theStreamOfAYardsOperatorHasItsVehiclesAlone() throws Exception {
    String own = enrolled(Role.YARD, Scope.ofYards("HN", List.of("XUAN_CUONG")));
    String other = enrolled(Role.YARD, Scope.ofYards("HN", List.of("BAO_NGUYEN")));
    try (Listener here = listen(own, "", Optional.empty());
        Listener there = listen(other, "", Optional.empty())) {
      UUID id = door.arrive(0);
      assertThat(here.next("rows")).contains(id.toString());
      String latest = "\"seq\":" + door.gate.published().seq();
      assertThat(there.until(latest)).noneMatch(line -> line.contains("rows"));
    }
  }

  private String officer(String gate) {
    return enrolled(Role.CUSTOMS, Scope.at(List.of(gate)));
  }

  private String enrolled(Role role, Scope scope) {
    var world = door.gate.published().world();
    long id = world.nextId();
    Actor actor = new Actor(id, new UUID(5, id), role, "x", scope);
    door.gate.replayed(world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor))));
    return door.identity.tokens().issue(actor.key());
  }

  @Test
  void aWindowThatHasPassedIsAReset() {
    Broadcast broadcast = new Broadcast(door.gate, 10);
    door.gate.listen(broadcast::accept);
    door.arrive(0);
    var filter = new Subscriber.Filter(Optional.empty(), Scope.everywhere(), OptionalLong.empty());
    var reader = new Subscriber.Reader(1, new UUID(0, 1));
    assertThat(broadcast.open(filter, reader, OptionalLong.of(0))).isPresent();
    Broadcast later = new Broadcast(door.gate, 1);
    Subscriber subscriber = later.open(filter, reader, OptionalLong.of(1)).orElseThrow();
    assertThat(written(subscriber)).contains("event: reset");
    assertThat(later.open(filter, reader, OptionalLong.empty()))
        .as("no more than allowed")
        .isEmpty();
  }

  @Test
  void whoDoesNotReadIsClosed() {
    var filter = new Subscriber.Filter(Optional.empty(), Scope.everywhere(), OptionalLong.empty());
    Subscriber slow = new Subscriber(filter, new Subscriber.Reader(1, new UUID(0, 1)));
    Subscriber.Frame frame = new Subscriber.Frame("x");
    int taken = 0;
    while (slow.offer(frame)) {
      taken++;
    }
    assertThat(taken).isEqualTo(64);
    assertThat(slow.offer(frame)).isFalse();
  }

  private static String written(Subscriber subscriber) {
    var out = new java.io.ByteArrayOutputStream();
    Thread pump =
        Thread.ofVirtual()
            .start(() -> {
              try {
                subscriber.pump(out, new java.util.concurrent.Semaphore(1));
              } catch (IOException | InterruptedException failed) {
                throw new AssertionError(failed);
              }
            });
    try {
      Thread.sleep(300);
      subscriber.close();
      pump.join();
    } catch (InterruptedException failed) {
      throw new AssertionError(failed);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private Listener listen(Role role, String query, Optional<String> last)
      throws IOException, InterruptedException {
    return listen(door.token(role), query, last);
  }

  private Listener listen(String token, String query, Optional<String> last)
      throws IOException, InterruptedException {
    var request = door.request("/stream?access_token=" + token + query);
    last.ifPresent(id -> request.header("Last-Event-ID", id));
    HttpClient client = HttpClient.newHttpClient();
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Listener(
        client, new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
  }

  private record Listener(HttpClient client, BufferedReader lines) implements AutoCloseable {

    /// The data of the next event of that name.
    String next(String event) throws IOException {
      String line = lines.readLine();
      while (line != null && !line.equals("event: " + event)) {
        line = lines.readLine();
      }
      lines.readLine();
      return String.valueOf(lines.readLine());
    }

    /// The first changed rows that hold the text.
    String rows(String text) throws IOException {
      String rows = next("rows");
      while (!rows.contains(text)) {
        rows = next("rows");
      }
      return rows;
    }

    /// Every line up to the first that holds the text.
    List<String> until(String text) throws IOException {
      List<String> seen = new ArrayList<>();
      String line = lines.readLine();
      while (line != null) {
        seen.add(line);
        if (line.contains(text)) {
          break;
        }
        line = lines.readLine();
      }
      return seen;
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
