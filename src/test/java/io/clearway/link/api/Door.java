package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.identity.Identity;
import io.clearway.identity.Tokens;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Declarations;
import io.clearway.link.payment.BankKey;
import io.clearway.link.payment.FeeRoutes;
import io.clearway.link.payment.ReceiptSeal;
import io.clearway.link.rows.Timelines;
import io.clearway.link.waiting.WaitingRoutes;
import io.clearway.link.waiting.WaitingSeal;
import io.clearway.report.KeptVersions;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import io.clearway.statistics.ToldStatistics;
import io.clearway.vault.SigningKey;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// A running server over a gate in memory, with one actor of each role.
final class Door implements AutoCloseable {

  static final Instant NOW = Instant.parse("2025-08-29T05:00:00Z");
  static final String BASE = "/v1/lang-son";
  static final String PASSWORD = "a password of one's own";

  final MemoryGate gate = new MemoryGate(NOW);
  final Timelines timelines = new Timelines();
  final Set<Subject> kept = new HashSet<>();
  final Map<Role, String> tokens = new EnumMap<>(Role.class);
  final Identity identity;
  final BankKey bank = BankKey.of("0123456789abcdef".repeat(4));
  final WallClock clock = new WallClock();
  final String secondTrader;
  final int port;
  private final Sources sources;
  private final Api server;
  private final HttpClient client = HttpClient.newHttpClient();

  record Got(int status, ObjectNode json, HttpResponse<String> raw) {
    String code() {
      return json.has("code") ? json.get("code").stringValue() : "";
    }
  }

  Door(Path folder) {
    identity = Identity.open(folder, clock);
    Tokens issued = identity.tokens();
    World world = empty();
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        UUID key = new UUID(9, world.nextId());
        world = enrol(world, key, role);
        tokens.put(role, issued.issue(key));
      }
    }
    UUID second = new UUID(9, 99);
    gate.replayed(enrol(world, second, Role.TRADER));
    secondTrader = issued.issue(second);
    var settings =
        new Settings(
            "127.0.0.1",
            256 * 1024,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            50,
            1_000,
            Optional.of(folder.resolve("page")));
    sources =
        new Sources(
            gate,
            identity,
            Declarations::subject,
            keys(),
            timelines,
            _ -> gate.journal(),
            new KeptVersions(),
            new ToldStatistics());
    server = new Api(sources, settings, waiting(folder).beside(fees(settings)::of));
    port = server.start(0);
  }

  private WaitingRoutes waiting(Path folder) {
    return new WaitingRoutes(sources, WaitingSeal.of(SigningKey.open(folder)));
  }

  private FeeRoutes fees(Settings settings) {
    String address = "https://bank.example.invalid/pay";
    return new FeeRoutes(sources, settings, address, bank, ReceiptSeal.of("a1".repeat(32)));
  }

  private static World empty() {
    Site site = TwoWayForms.earlier(Declarations.site("lang-son"));
    return World.empty().apply(new Event.OfSite(new SiteEvent.SiteAdopted(site)));
  }

  /// Every subject has a key, except those without high digits; `kept` cannot be destroyed.
  private Sources.Keys keys() {
    return new Sources.Keys() {
      @Override
      public boolean knows(Subject subject) {
        return subject.high() != 0;
      }

      @Override
      public boolean holds(Subject subject) {
        return kept.contains(subject);
      }
    };
  }

  private static World enrol(World world, UUID key, Role role) {
    var actor = new Actor(world.nextId(), key, role, role.name());
    return world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor)));
  }

  /// An id of version 7.
  static UUID seven(long number) {
    return new UUID(0x01990fd82f007a11L, 0x8c3e000000000000L + number);
  }

  Sources sources() {
    return sources;
  }

  Api server() {
    return server;
  }

  /// The id at the edge of the actor of that role.
  UUID key(Role role) {
    return gate.published().world().authorities().actors().values().stream()
        .filter(actor -> actor.role() == role)
        .findFirst()
        .map(Actor::key)
        .orElseThrow();
  }

  /// That role's actor signs in by that name with [#PASSWORD]; a browser of its own.
  Desk person(Role role, String name) {
    String initial = identity.passwords().renew(key(role), name);
    if (!identity.passwords().change(key(role), initial, PASSWORD)) {
      throw new AssertionError("the password cannot be changed");
    }
    return new Desk(this);
  }

  HttpRequest bearer(String path, String token) {
    return request(path).header("Authorization", "Bearer " + token).GET().build();
  }

  String token(Role role) {
    return Optional.ofNullable(tokens.get(role)).orElseThrow();
  }

  Got get(Role role, String path) {
    return get(token(role), path);
  }

  Got get(String token, String path) {
    return send(bearer(path, token));
  }

  Got post(Role role, String path, String body) {
    return post(token(role), path, seven(System.nanoTime() & 0xFFFFFFFFFFL).toString(), body);
  }

  Got post(String token, String path, String command, String body) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Command-Id", command)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /// The body of a file.
  byte[] bytes(Role role, String path) {
    try {
      var answer = client.send(bearer(path, token(role)), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  HttpRequest.Builder request(String path) {
    String full = path.startsWith("~") ? path.substring(1) : BASE + path;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + full))
        .timeout(Duration.ofMinutes(1));
  }

  Got send(HttpRequest request) {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      String body = answer.body();
      ObjectNode json = Declarations.parse(body.startsWith("{") ? body : "{\"items\":[]}");
      return new Got(answer.statusCode(), json, answer);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  /// A row of the sample; after its end the same rows again, as other trips of other vehicles.
  static ObjectNode form(int row) {
    List<ObjectNode> sample = Declarations.sample();
    ObjectNode form = sample.get(row % sample.size());
    if (row >= sample.size()) {
      String own = Integer.toString(90_000 + row);
      String number = form.get("declarationNumber").stringValue();
      form.put("declarationId", "AGAIN-" + own);
      form.put("declarationNumber", number.substring(0, 8) + own);
      form.remove("borderGuardDeclarationNumber");
      form.putArray("linkedDeclarationIds");
      for (var group : form.get("goodsGroups")) {
        ObjectNode goods = (ObjectNode) group;
        String customs = goods.get("customsDeclarationNumber").stringValue();
        goods.put("customsDeclarationNumber", customs.substring(0, 7) + own);
      }
      ObjectNode vehicle = (ObjectNode) form.get("vehicles").get(0);
      boolean ours = vehicle.get("vehicleNationality").stringValue().equals("VN");
      vehicle.put(
          "plateNumber", ours ? "29C-" + own.substring(0, 3) + "." + own.substring(3) : "桂F" + own);
      vehicle.remove("plateNormalised");
      vehicle.put("customsSealNumber", "AGAIN" + own);
    }
    return form;
  }

  /// Registers a row of the sample and lets its vehicle arrive; the passage's id.
  UUID arrive(int row) {
    ObjectNode form = form(row);
    form.put("id", seven(row).toString());
    Got registered = post(Role.TRADER, "/registrations", form.toString());
    if (registered.status() != 201) {
      throw new AssertionError(registered.raw().body());
    }
    return sighted(row);
  }

  /// Lets the vehicle of a row that is registered arrive; the passage's id.
  UUID sighted(int row) {
    UUID crossing = seven(1000 + row);
    ObjectNode form = form(row);
    var vehicle = form.get("vehicles").get(0);
    String report =
        """
        {"id":"%s","plate":"%s","gate":"%s","direction":"%s","occurredAt":"%s"}\
        """
            .formatted(
                crossing,
                vehicle.get("plateNumber").stringValue(),
                form.get("gateCode").stringValue(),
                form.get("direction").stringValue(),
                NOW);
    Got seen = post(Role.GATE_DEVICE, "/reports/arrived", report);
    if (seen.status() != 200) {
      throw new AssertionError(seen.raw().body());
    }
    return crossing;
  }

  @Override
  public void close() {
    server.stop();
  }
}
