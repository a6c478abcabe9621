package io.clearway.link.api;

import io.clearway.authority.Role;
import io.clearway.clearance.Bays;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceRules;
import io.clearway.clearance.Done;
import io.clearway.crossing.Crossing;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.rows.LoadJson;
import io.clearway.link.rows.Rows;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.site.Places;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Loads as agencies, yards and their traders see them: what is open, whose turn it is, who is
/// late, what keeps it from leaving.
final class LoadQueries {

  private static final int PAGE = 1000;

  private final Supplier<Instant> clock;

  /// @param clock the gate's
  LoadQueries(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /// The registration in the path, if the actor may see it. A device reads nothing, and speaks of
  /// any vehicle of its gates.
  static Registration load(Call call) {
    return call.world()
        .registrations()
        .find(call.id())
        .filter(held -> call.actor().role() == Role.GATE_DEVICE || call.sees(held))
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  private record Item(Registration load, List<Loads.Line> lines, Instant at) {

    /// The earliest due of the lines that matter; what is nobody's turn comes last.
    Instant due() {
      return lines.stream()
          .flatMap(line -> line.waiting().due().stream())
          .min(Comparator.naturalOrder())
          .orElse(Instant.MAX);
    }
  }

  /// A work list: the loads on which an agency has something open, by when it is due.
  void list(Call call) {
    Asked asked = call.asked();
    Optional<Agency> agency = asked.oneOf("agency", Agency.class);
    Optional<String> gate = asked.gate();
    boolean mine = asked.word("turn", "any", "now").equals("now");
    boolean steps = asked.word("lines", "all", "steps").equals("steps");
    boolean late = asked.word("late", "no", "only").equals("only");
    long limit = asked.number("limit", 100, 1, PAGE);
    asked.close();
    World world = call.world();
    Instant now = clock.get();
    // Goods that left released and are not through customs are somebody's work still (C-23).
    Done done = Done.on(world.sites().get(), now);
    List<Item> found = new ArrayList<>();
    for (Clearance held : world.clearances().all().values()) {
      Optional<Registration> load = world.registrations().find(held.registration());
      if (load.isPresent()
          && call.sees(load.get())
          && (gate.isEmpty() || gate.get().equals(load.get().form().gate()))
          && (present(world, load.get()) || done.owes(held))) {
        List<Loads.Line> lines =
            Loads.lines(world, load.get(), now, a -> agency.isEmpty() || a == agency.get()).stream()
                .filter(line -> !steps || !line.step().startsWith("KEY_"))
                .filter(Loads.Line::open)
                .filter(
                    line -> !mine || line.waiting().since().isPresent() || busy(held, line, now))
                .filter(line -> !late || line.waiting().late())
                .toList();
        if (!lines.isEmpty()) {
          found.add(new Item(load.get(), lines, now));
        }
      }
    }
    found.sort(Comparator.comparing(Item::due).thenComparingLong(item -> item.load().id()));
    ObjectNode json = stamped(call, now).put("total", found.size());
    ArrayNode items = json.putArray("items");
    Map<String, List<Bays.Stand>> standing = new HashMap<>();
    found.stream().limit(limit).forEach(item -> write(items.addObject(), call, item, standing));
    call.answer(200, json);
  }

  /// Its vehicle is here: what has not come yet, or has gone, is nobody's work now.
  private static boolean present(World world, Registration load) {
    return world
        .crossings()
        .byRegistration()
        .find(load.id())
        .flatMap(world.crossings()::find)
        .filter(Crossing::live)
        .isPresent();
  }

  /// Its agency has something to do that is no step: an inspection, a hold, a second word.
  private static boolean busy(Clearance held, Loads.Line line, Instant now) {
    return ClearanceRules.busy(held, now).stream().anyMatch(one -> one.agency() == line.agency());
  }

  void file(Call call) {
    Registration load = load(call);
    Instant now = clock.get();
    ObjectNode json = stamped(call, now);
    Item item = new Item(load, Loads.lines(call.world(), load, now), now);
    write(json, call, item, new HashMap<>());
    call.answer(200, json);
  }

  /// The line at each place of inspection of the gates that the actor works at.
  void places(Call call) {
    Asked asked = call.asked();
    Optional<String> gate = asked.gate();
    asked.close();
    ObjectNode json = stamped(call, clock.get());
    ArrayNode items = json.putArray("items");
    call.site().places().lines().stream()
        .map(Places.Line::code)
        .filter(code -> gate.isEmpty() || gate.get().equals(code))
        .filter(call.actor().scope()::covers)
        .forEach(code -> places(items, call, code));
    call.answer(200, json);
  }

  /// Those of the site, then those that only an officer named.
  private static void places(ArrayNode items, Call call, String gate) {
    List<Places.InspectionPlace> known = call.site().places().inspectionsOf(gate);
    List<Bays.Stand> line = Loads.inspectionLine(call.world(), gate);
    Stream.concat(
            known.stream().map(Places.InspectionPlace::code), line.stream().map(Bays.Stand::place))
        .distinct()
        .forEach(place ->
            LoadJson.place(
                items.addObject().put("gate", gate).put("place", place),
                known.stream().filter(one -> one.code().equals(place)).findFirst(),
                line.stream().filter(stand -> stand.place().equals(place)).toList(),
                call));
  }

  private static ObjectNode stamped(Call call, Instant now) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("asOfSeq", call.seen().seq())
        .put("asOf", now.toString());
  }

  /// @param standing who stands in line, by gate, as far as it was asked for
  private static void write(
      ObjectNode json, Call call, Item item, Map<String, List<Bays.Stand>> standing) {
    World world = call.world();
    Registration load = item.load();
    json.put("registration", load.key().toString());
    json.put("version", load.version());
    Rows.put(json, "plate", load.form().leading().plate());
    json.put("gate", load.form().gate()).put("direction", load.form().direction().name());
    json.put("goods", Rows.goods(load.form()));
    Optional<Crossing> passage =
        world.crossings().byRegistration().find(load.id()).flatMap(world.crossings()::find);
    json.put("state", passage.map(Rows::state).orElse("REGISTERED"));
    Rows.waits(json, world, load, item.at());
    passage.ifPresent(crossing -> json.put("crossing", crossing.key().toString()));
    passage.ifPresent(crossing -> json.put("arrivedAt", crossing.track().arrivedAt().toString()));
    Optional<Clearance> held = world.clearances().find(load.id());
    json.put("channel", held.map(Clearance::channel).orElse(Clearance.Channel.NONE).name());
    json.put("mayLeave", Loads.mayLeave(world, load.id(), call.seen().at()));
    var unmet = json.putArray("unmet");
    Loads.unmet(world, load, call.seen().at()).forEach(unmet::add);
    LoadJson.lines(json.putArray("lines"), held, item.lines(), world);
    held.ifPresent(clearance ->
        LoadJson.rest(
            json,
            clearance,
            world,
            item.at(),
            () ->
                standing.computeIfAbsent(
                    load.form().gate(), gate -> Loads.inspectionLine(world, gate))));
    if (!readsNotes(call.actor().role())) {
      LoadJson.withoutNotes(json);
    }
  }

  /// What an officer wrote is for officers: it may name people.
  static boolean readsNotes(Role role) {
    return role.agency().isPresent() || role == Role.OPERATOR;
  }
}
