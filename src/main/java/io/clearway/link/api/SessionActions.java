package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.Turning;
import io.clearway.identity.DriverLinks;
import io.clearway.identity.Identity;
import io.clearway.identity.Passwords;
import io.clearway.identity.Sessions;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Call;
import io.clearway.link.http.Cookies;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import io.clearway.link.rows.Rows;
import io.clearway.link.rows.StayJson;
import io.clearway.registration.Registration;
import io.clearway.site.Site;
import io.clearway.turn.RoadOrder;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Signing in and out, taking a desk over, one's own password and badge. None of it is a command:
/// the core knows nobody's secrets.
final class SessionActions {

  private static final int NAME = 80;
  private static final long MOST_HOURS = DriverLinks.LONGEST.toHours();

  private final Identity identity;
  private final Sources sources;
  private final Settings settings;

  SessionActions(Sources sources, Settings settings) {
    this.identity = sources.identity();
    this.sources = sources;
    this.settings = settings;
  }

  /// Name and password. Unknown names, wrong passwords and revoked actors are told the same and
  /// take the same time.
  void signIn(Call call) {
    if (Cookies.isForeign(call.context())) {
      throw new Problem.Halt(Problem.of(403, "DENIED", "This is not allowed."));
    }
    Fields fields = Fields.of(Submission.body(call, settings));
    String name = bounded(fields, "name", NAME);
    String password = bounded(fields, "password", Passwords.MOST);
    Submission.check(fields);
    Passwords.Known known =
        tried(call, Passwords.name(name), () -> identity.passwords().byPassword(name, password));
    Sessions.Opened opened = identity.sessions().open(known.actor(), known.initial());
    answer(call, 201, opened);
  }

  private static String bounded(Fields fields, String field, int most) {
    String text = fields.text(field);
    if (text.length() > most) {
      fields.fault(field, "TEXT_TOO_LONG", "At most " + most + " characters are read.");
    }
    return text;
  }

  /// Who it is, if the world knows the actor; every wrong try is counted.
  private Passwords.Known tried(
      Call call, String account, Supplier<Optional<Passwords.Known>> look) {
    String address = Cookies.address(call.context());
    Duration wait = identity.attempts().wait(account, address);
    if (wait.isPositive()) {
      throw new Problem.Halt(
          Problem.after(
              429, "TOO_MANY_TRIES", "Too many wrong tries; wait.", wait.toSeconds() + 1));
    }
    Optional<Passwords.Known> known =
        look.get().filter(k -> call.world().authorities().find(k.actor()).isPresent());
    if (known.isEmpty()) {
      identity.attempts().wrong(account, address);
      throw new Problem.Halt(Problem.of(401, "WRONG_CREDENTIALS", "Name and password do not fit."));
    }
    identity.attempts().right(account);
    return known.get();
  }

  private void answer(Call call, int status, Sessions.Opened opened) {
    Cookies.set(call.context(), opened.secret());
    Sessions.Session session = opened.session();
    Actor actor = call.world().authorities().find(session.actor()).orElseThrow();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("actor", actor.key().toString());
    json.put("label", actor.label()).put("role", actor.role().name());
    json.put("passwordInitial", session.initial());
    json.put("endsAt", session.begun().plus(Sessions.LONGEST).toString());
    json.put("idleSeconds", Sessions.IDLE.toSeconds());
    call.answer(status, json);
  }

  void signOut(Call call) {
    identity.sessions().end(call.signedIn().id());
    Cookies.clear(call.context());
    call.answer(200, JsonNodeFactory.instance.objectNode().put("signedOut", true));
  }

  /// The next officer sits down at the desk: badge and PIN, in one request.
  void takeOver(Call call) {
    Sessions.Session desk = call.signedIn();
    Fields fields = Fields.of(Submission.body(call, settings));
    String badge = bounded(fields, "badge", 12);
    String pin = bounded(fields, "pin", 8);
    Submission.check(fields);
    Passwords.Known known =
        tried(call, "badge " + badge, () -> identity.passwords().byBadge(badge, pin));
    Sessions.Opened opened =
        identity.sessions().takeOver(desk.id(), known.actor(), false).orElseThrow(call::nobody);
    answer(call, 200, opened);
  }

  /// One's own choice. Every other session of the person ends.
  void changePassword(Call call) {
    Sessions.Session session = call.signedIn();
    Fields fields = Fields.of(Submission.body(call, settings));
    String old = bounded(fields, "old", Passwords.MOST);
    String chosen = bounded(fields, "new", Passwords.MOST);
    if (fields.has("new") && (chosen.length() < Passwords.LEAST || chosen.equals(old))) {
      fields.fault(
          "new", "PASSWORD_WEAK", "At least " + Passwords.LEAST + " characters, and not the old.");
    }
    Submission.check(fields);
    String account = "change " + session.actor();
    tried(
        call,
        account,
        () ->
            identity.passwords().change(session.actor(), old, chosen)
                ? Optional.of(new Passwords.Known(session.actor(), false))
                : Optional.empty());
    identity.sessions().chosen(session.id());
    identity.sessions().endOthers(session.actor(), session.id());
    call.answer(200, JsonNodeFactory.instance.objectNode().put("changed", true));
  }

  /// One's own badge and PIN, which nobody else has seen.
  void setBadge(Call call) {
    Sessions.Session session = call.signedIn();
    Fields fields = Fields.of(Submission.body(call, settings));
    String badge = bounded(fields, "badge", 12);
    String pin = bounded(fields, "pin", 8);
    if (fields.has("badge") && !badge.matches("[0-9]{3,12}")) {
      fields.fault("badge", "BADGE_FORMAT", "A badge number has 3 to 12 digits.");
    }
    if (fields.has("pin") && !Passwords.isPin(badge, pin)) {
      fields.fault("pin", "PIN_WEAK", "Six to eight digits that nobody guesses first.");
    }
    Submission.check(fields);
    if (!identity.passwords().badge(session.actor(), badge, pin)) {
      throw new Problem.Halt(Problem.of(409, "BADGE_IN_USE", "Somebody else has this badge."));
    }
    call.answer(200, JsonNodeFactory.instance.objectNode().put("changed", true));
  }

  /// A link that a trader gives a driver: it reads one passage and nothing else.
  void makeLink(Call call) {
    Fields fields = Fields.of(Submission.body(call, settings));
    long hours = fields.optionalWhole("hours").orElse(MOST_HOURS);
    if (hours < 1 || hours > MOST_HOURS) {
      fields.fault("hours", "NUMBER_OUT_OF_RANGE", "1 to " + MOST_HOURS + " hours.");
    }
    Registration registration = registration(call, fields);
    String link =
        identity.links().make(registration.key(), call.actor().key(), Duration.ofHours(hours));
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("link", link);
    json.put(
        "expiresAt", identity.links().open(link).orElseThrow(call::nobody).expires().toString());
    call.answer(201, json);
  }

  void revokeLinks(Call call) {
    Fields fields = Fields.of(Submission.body(call, settings));
    Registration registration = registration(call, fields);
    identity.links().revoke(registration.key());
    call.answer(200, JsonNodeFactory.instance.objectNode().put("revoked", true));
  }

  private static Registration registration(Call call, Fields fields) {
    var key = fields.uuid("registration");
    Submission.check(fields);
    return call.world()
        .registrations()
        .find(key)
        .filter(call::sees)
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  /// Of who holds a link.
  void passage(Call call) {
    World world = call.world();
    ByLink.Held held = ByLink.held(call, identity);
    Registration registration = held.registration();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", sources.gate().now().toString());
    json.put("expiresAt", held.link().expires().toString());
    Registration.Form form = registration.form();
    Rows.put(json, "plate", form.leading().plate());
    json.put("gate", form.gate()).put("direction", form.direction().name());
    json.put("plannedArrivalAt", form.plannedArrivalAt().toString());
    Optional<Crossing> crossing =
        world.crossings().byRegistration().find(registration.id()).flatMap(world.crossings()::find);
    json.put("state", crossing.map(Rows::state).orElse("REGISTERED"));
    Set<String> codes = new TreeSet<>(Set.of(form.gate()));
    if (crossing.isPresent()) {
      here(json, world, registration, crossing.get(), codes);
    } else {
      json.putArray("milestones");
      json.putArray("waitingFor");
      json.putArray("waitingSince");
    }
    StayJson.forDriver(json, world, registration, sources.gate().now());
    told(json, world, form.leading().plate().subject(), codes);
    site(json, call.site(), codes);
    call.answer(200, json);
  }

  /// Of the passage: times, milestones, who is waited for, where it stands, whether it was turned.
  private void here(
      ObjectNode json, World world, Registration held, Crossing crossing, Set<String> codes) {
    json.put("arrivedAt", crossing.track().arrivedAt().toString());
    Rows.time(json, "enteredAt", crossing.keys().enteredAt());
    Rows.time(json, "yardEnteredAt", crossing.track().yardEnteredAt());
    Rows.time(json, "yardLeftAt", crossing.track().yardLeftAt());
    Rows.time(json, "gateLeftAt", crossing.track().gateLeftAt());
    Rows.text(json, "yard", crossing.track().inYard());
    crossing.track().inYard().ifPresent(codes::add);
    Rows.turned(json, crossing);
    crossing.turned().flatMap(Turning::to).ifPresent(codes::add);
    Queries.milestones(json.putArray("milestones"), world, crossing, sources.timelines());
    boolean free = Loads.mayLeave(world, held.id(), sources.gate().now());
    json.put("mayLeave", free && crossing.keys().enteredAt().isPresent());
    Rows.waits(json, world, held, sources.gate().now());
  }

  /// What a post told the driver last; what it wrote beside it is the police's own.
  private static void told(ObjectNode json, World world, Subject plate, Set<String> codes) {
    List<RoadOrder> orders = world.turns().orders().of(plate);
    if (!orders.isEmpty()) {
      RoadOrder last = orders.getLast();
      RoadRows.order(json.putObject("trafficOrder"), last).remove("note");
      codes.add(last.given().post());
      last.given().to().ifPresent(codes::add);
    }
  }

  /// What a driver's page needs of the site, which is not read by a link: clocks and names.
  private static void site(ObjectNode json, Site site, Set<String> codes) {
    json.put("zone", site.zone().getId());
    json.put("facingZone", site.head().facingZone().getId());
    ArrayNode places = json.putArray("places");
    for (String code : codes) {
      site.places()
          .findName(code)
          .ifPresent(name -> {
            ObjectNode place = places.addObject().put("code", code);
            place.putObject("name").put("vi", name.vi()).put("en", name.en()).put("zh", name.zh());
          });
    }
  }
}
