package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.HandOver;
import io.clearway.authority.Matter;
import io.clearway.authority.Proposal;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import io.clearway.fee.FeeEvent;
import io.clearway.fee.Tariff;
import io.clearway.fee.TestTariffs;
import io.clearway.kernel.Subject;
import io.clearway.link.json.Declarations;
import io.clearway.link.payment.BankReport;
import io.clearway.site.Agency;
import io.clearway.site.Figure;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.net.http.HttpRequest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Everybody who asks in the access matrix, and what they ask about.
final class Cast {

  static final String COMPANY = "0109999999";
  static final String GATE = "HN";
  static final String YARD = "XUAN_CUONG";

  /// The gate's noon of a Friday is [Door#NOW].
  private static final Shift AFTERNOON =
      new Shift(List.of(DayOfWeek.FRIDAY), LocalTime.of(13, 0), LocalTime.of(14, 0));

  private static final Shift NOON =
      new Shift(List.of(DayOfWeek.FRIDAY), LocalTime.of(11, 0), LocalTime.of(13, 0));

  final Door door;
  final UUID waiting = Door.seven(0);
  final UUID expendable;
  final UUID proposal = Door.seven(900_001);
  final UUID sheet = Door.seven(900_008);
  final UUID preset = Door.seven(900_002);
  final UUID roll = Door.seven(900_013);
  final UUID changing = Door.seven(900_031);
  final UUID tractor = Door.seven(900_040);
  final UUID foreign = Door.seven(900_041);
  final UUID driver = Door.seven(900_042);
  final UUID halves = TwoWayForms.key(2);
  final UUID payment = Door.seven(900_021);
  final UUID correction = Door.seven(900_022);
  final long charge;
  final long doubt;
  final UUID arrived;
  final UUID entered;
  final UUID out;
  final String notice;
  final World world;
  private final Map<Situation, Map<Role, Actor>> actors = new EnumMap<>(Situation.class);
  private final Map<UUID, String> tokens = new LinkedHashMap<>();

  Cast(Door door) {
    this.door = door;
    for (Situation situation : Situation.values()) {
      actors.put(situation, new EnumMap<>(Role.class));
    }
    for (Role role : Role.values()) {
      if (role != Role.SYSTEM) {
        enrol(role);
      }
    }
    expendable = enrolled(Role.READER, Scope.everywhere()).key();
    register(0);
    register(2);
    register(3);
    arrived = door.sighted(2);
    entered = door.sighted(3);
    Figure rate = new Figure.Known(5, 5, TestTariffs.INVENTED);
    adopt(TestTariffs.flat("lang-son", "flat", rate));
    done(door.post(Role.CUSTOMS, "/crossings/" + entered + "/entry-confirmations", "{}"));
    done(door.post(Role.BORDER_GUARD, "/crossings/" + entered + "/entry-confirmations", "{}"));
    askTractor();
    register(7);
    out = left(door.sighted(7));
    goTwoWays();
    keepPreset();
    change();
    comesIn();
    done(door.post(Role.MANAGEMENT_BOARD, "/drivers", FleetVisits.driver(driver, 9)));
    pay();
    receipt();
    report();
    propose();
    String called =
        "{\"id\":\"%s\",\"place\":\"CSGT_CAO_LOC\",\"stretch\":\"Km 9\"}".formatted(roll);
    done(door.post(Role.TRAFFIC_POLICE, "/rolls", called));
    world = door.gate.published().world();
    charge = world.fees().charges().waiting().getFirst().id();
    doubt = world.fees().doubts().values().getFirst().id();
    notice = Long.toString(world.obligations().values().getFirst().id());
  }

  /// Over the line with an export, and awaited back.
  private UUID left(UUID crossing) {
    String named = "{\"crossing\":\"%s\",\"occurredAt\":\"%s\"}".formatted(crossing, Door.NOW);
    done(door.post(Role.GATE_DEVICE, "/reports/gate-left", named));
    return crossing;
  }

  private static Optional<String> company(Role role, String code) {
    return role == Role.TRADER ? Optional.of(code) : Optional.empty();
  }

  private void enrol(Role role) {
    boolean officer = role.agency().isPresent();
    List<Shift> on = officer ? List.of(NOON) : List.of();
    Optional<String> own = company(role, COMPANY);
    List<String> yards = role == Role.YARD ? List.of(YARD, "PHU_XA") : List.of();
    Actor here = enrolled(role, new Scope(List.of(GATE), own, on, yards));
    put(Situation.HERE, here);
    put(Situation.SIGNED_IN, here);
    put(Situation.ELSEWHERE, enrolled(role, new Scope(List.of("CM"), own, on)));
    if (officer) {
      put(Situation.OFF_DUTY, enrolled(role, new Scope(List.of(GATE), own, List.of(AFTERNOON))));
    }
    if (role == Role.TRADER) {
      put(Situation.COLLEAGUE, enrolled(role, new Scope(List.of(GATE), own, on)));
      put(
          Situation.OTHER_COMPANY,
          enrolled(role, new Scope(List.of(GATE), company(role, "0108888888"), on)));
    }
    if (role == Role.YARD) {
      put(Situation.OTHER_YARD, enrolled(role, Scope.ofYards(GATE, List.of("BAO_NGUYEN"))));
    }
    Actor gone = enrolled(role, new Scope(List.of(GATE), own, on));
    put(Situation.REVOKED, gone);
    apply(new AuthorityEvent.ActorRevoked(gone.id()));
  }

  private void put(Situation situation, Actor actor) {
    actors.getOrDefault(situation, Map.of()).put(actor.role(), actor);
  }

  private Actor enrolled(Role role, Scope scope) {
    long id = door.gate.published().world().nextId();
    Actor actor = new Actor(id, new UUID(5, id), role, role.name(), scope);
    apply(new AuthorityEvent.ActorEnrolled(actor));
    tokens.put(actor.key(), door.identity.tokens().issue(actor.key()));
    return actor;
  }

  private void apply(AuthorityEvent fact) {
    door.gate.replayed(door.gate.published().world().apply(new Event.OfAuthority(fact)));
  }

  private String owner() {
    return token(actor(Situation.HERE, Role.TRADER).orElseThrow());
  }

  private void register(int row) {
    done(door.post(owner(), "/registrations", UUID.randomUUID().toString(), form(row).toString()));
  }

  static ObjectNode form(int row) {
    return Declarations.sample().get(row).put("id", Door.seven(row).toString());
  }

  /// Goods that are to change vehicles.
  private void goTwoWays() {
    for (ObjectNode form : List.of(TwoWayForms.in(2), TwoWayForms.out(2))) {
      done(door.post(owner(), "/registrations", UUID.randomUUID().toString(), form.toString()));
    }
  }

  private void change() {
    for (ObjectNode form : List.of(HandlingForms.source(500), HandlingForms.receiver(501))) {
      done(door.post(owner(), "/registrations", UUID.randomUUID().toString(), form.toString()));
    }
    String plan = HandlingForms.plan(changing, 500, 501);
    done(door.post(owner(), "/transshipments", UUID.randomUUID().toString(), plan));
  }

  /// A foreign vehicle with its driver.
  private void comesIn() {
    String seen =
        """
        {"id":"%s","plate":"%s","gate":"HN","direction":"IMPORT","occurredAt":"%s"}\
        """
            .formatted(foreign, HandlingForms.plate(500, false), Door.NOW);
    done(door.post(Role.GATE_DEVICE, "/reports/arrived", seen));
    for (Role role : List.of(Role.CUSTOMS, Role.BORDER_GUARD)) {
      done(door.post(role, "/crossings/" + foreign + "/entry-confirmations", "{}"));
    }
  }

  private void askTractor() {
    String asked = "{\"id\":\"" + tractor + "\"," + FleetVisits.tractor(76).substring(1);
    String to = "/crossings/" + entered + "/tractor-requests";
    done(door.post(owner(), to, UUID.randomUUID().toString(), asked));
  }

  private void keepPreset() {
    String body =
        """
        {"id":"%s","kind":"DRAFT","label":"x","content":{"direction":"EXPORT"}}\
        """
            .formatted(preset);
    done(door.post(owner(), "/presets", UUID.randomUUID().toString(), body));
  }

  private void adopt(Tariff tariff) {
    Event adopted = new Event.OfFee(new FeeEvent.TariffAdopted(tariff));
    door.gate.replayed(door.gate.published().world().apply(adopted));
  }

  /// Money of which nobody knows whose it is.
  private void report() {
    UUID unknown = Door.seven(900_023);
    BankReport said = BankReport.signed(door.bank, "T-1", unknown, 5, Door.NOW);
    String body =
        """
        {"transaction":"T-1","payment":"%s","amount":5,"at":"%s","signature":"%s"}\
        """
            .formatted(unknown, said.at(), said.signature());
    done(
        door.send(
            door.request("/payment-reports")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  private void pay() {
    String body =
        """
        {"id":"%s","deposit":{"payer":{"taxCode":"%s","name":"x"},"amount":5}}\
        """
            .formatted(payment, COMPANY);
    done(door.post(owner(), "/payments", UUID.randomUUID().toString(), body));
  }

  /// Of a passage that was paid at the counter.
  private void receipt() {
    register(9);
    UUID passage = door.sighted(9);
    done(door.post(Role.CUSTOMS, "/crossings/" + passage + "/entry-confirmations", "{}"));
    done(door.post(Role.BORDER_GUARD, "/crossings/" + passage + "/entry-confirmations", "{}"));
    World now = door.gate.published().world();
    long visit = now.crossings().byKey().find(passage).orElseThrow();
    long paid = now.fees().charges().of(visit).getFirst().id();
    String order = "{\"charges\":[" + paid + "],\"means\":\"CASH\"}";
    done(door.post(Role.MANAGEMENT_BOARD, "/settlements", order));
  }

  private void propose() {
    propose(proposal, Matter.RENEW_SECRET, new UUID(0, 3));
    propose(correction, Matter.REFUND, new UUID(0, 4));
    propose(sheet, Matter.HAND_OVER_SHIFT, HandOver.of(Agency.CUSTOMS));
  }

  void propose(UUID key, Matter matter, UUID subject) {
    var voice = new Proposal.Voice(78, new UUID(0, 1), Door.NOW);
    long id = door.gate.published().world().nextId();
    apply(
        new AuthorityEvent.Proposed(
            new Proposal(id, key, matter, subject, "x", voice, Optional.empty())));
  }

  private static void done(Door.Got got) {
    if (got.status() >= 300) {
      throw new AssertionError(got.raw().body());
    }
  }

  Optional<Actor> actor(Situation situation, Role role) {
    return Optional.ofNullable(actors.getOrDefault(situation, Map.of()).get(role));
  }

  String token(Actor actor) {
    return Optional.ofNullable(tokens.get(actor.key())).orElseThrow();
  }

  /// Of somebody of whom something is held.
  static Subject subject() {
    return Subject.parse("0123456789abcdef".repeat(2));
  }
}
