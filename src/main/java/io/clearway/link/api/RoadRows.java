package io.clearway.link.api;

import io.clearway.authority.Role;
import io.clearway.crossing.Approach;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Call;
import io.clearway.link.rows.Rows;
import io.clearway.link.rows.StayJson;
import io.clearway.pairing.Stay;
import io.clearway.reconciliation.Case;
import io.clearway.registration.Registration;
import io.clearway.site.Places;
import io.clearway.turn.Advice;
import io.clearway.turn.Entry;
import io.clearway.turn.RoadOrder;
import io.clearway.turn.Roll;
import io.clearway.turn.Rolls;
import io.clearway.world.Roads;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The road to the gates as the contract shows it, seen in one instant of the world.
final class RoadRows {

  private static final int STANDING = 500;

  private static final Comparator<Approach.Point> LATEST =
      Comparator.comparing(Approach.Point::occurredAt).reversed();

  private RoadRows() {}

  /// A roll without its entries.
  static void roll(ObjectNode row, World world, Roll roll) {
    row.put("id", roll.key().toString()).put("place", roll.place()).put("stretch", roll.stretch());
    row.put("openedAt", roll.openedAt().toString());
    by(row.putObject("openedBy"), world, roll.openedBy());
    roll.closing()
        .ifPresent(closing -> {
          row.put("closedAt", closing.at().toString()).put("signedVersion", closing.version());
          by(row.putObject("closedBy"), world, closing.actor());
        });
    row.put("open", roll.open()).put("version", roll.version());
    TreeMap<Integer, Integer> sections = new TreeMap<>();
    int vehicles = 0;
    for (long id : roll.members().values()) {
      Entry entry = world.turns().rolls().entries().get(id);
      int standing = entry.stands() ? 1 : 0;
      sections.merge(entry.said().section(), standing, Integer::sum);
      vehicles += standing;
    }
    row.put("vehicles", vehicles);
    ArrayNode array = row.putArray("sections");
    sections.forEach(
        (section, count) -> array.addObject().put("section", section).put("vehicles", count));
  }

  /// A trip over the line. Names of persons are for the border guard, who counts them back.
  static void trip(ObjectNode row, Call call, Trip trip, Instant now) {
    row.put("id", trip.key().toString());
    call.world()
        .registrations()
        .find(trip.registration())
        .ifPresent(held -> {
          row.put("registration", held.key().toString());
          row.put("declarationNumber", held.form().number());
        });
    Rows.put(row, "plate", trip.plate());
    row.put("gate", trip.gate()).put("leftAt", trip.leftAt().toString());
    Rows.time(row, "lineOutAt", trip.lineOutAt());
    Rows.time(row, "lineInAt", trip.lineInAt());
    row.put("vehicleAwaited", trip.vehicleAwaited());
    trip.back()
        .ifPresent(back ->
            row.put("vehicleBackAt", back.occurredAt().toString()).put("load", back.load().name()));
    ArrayNode persons = row.putArray("travellers");
    for (Trip.Traveller traveller : trip.travellers()) {
      ObjectNode person = persons.addObject();
      if (call.actor().role() == Role.BORDER_GUARD) {
        Rows.put(person, "name", traveller.name());
      }
      Rows.time(person, "backAt", traveller.backAt());
    }
    row.put("otherSideSeconds", trip.otherSide(now).toSeconds());
    StayJson.clock(row, call.world(), trip.crossing(), now);
    Rows.time(row, "endedAt", trip.endedAt());
    ArrayNode cases = row.putArray("cases");
    call.world().cases().of(trip.crossing()).forEach(open -> Queries.aCase(cases, open));
  }

  /// A vehicle of the other country, with how long it may still stay.
  static void visitor(ObjectNode row, World world, Stay stay, Instant now) {
    Crossing passage = world.crossings().all().get(stay.visit());
    row.put("id", passage.key().toString());
    Rows.put(row, "plate", passage.plate());
    row.put("gate", stay.gate());
    StayJson.clock(row, world, stay.visit(), now);
    ArrayNode cases = row.putArray("cases");
    world.cases().of(stay.visit()).forEach(open -> Queries.aCase(cases, open));
  }

  /// Vehicles that came back and are on no passage and no trip, the latest first.
  static void unexplained(ArrayNode items, Call call, Optional<String> gate) {
    call.world().crossings().outside().approaches().values().stream()
        .flatMap(seen -> seen.last(Approach.Kind.RETURNED).stream().map(at -> Map.entry(seen, at)))
        .filter(found -> call.actor().scope().covers(found.getValue().place()))
        .filter(found -> gate.isEmpty() || gate.get().equals(found.getValue().place()))
        .sorted(Map.Entry.comparingByValue(LATEST))
        .limit(STANDING)
        .forEach(found -> {
          for (Case open : call.world().cases().of(found.getKey().id())) {
            ObjectNode row = Queries.aCase(items, open);
            Rows.put(row, "plate", found.getKey().plate());
            row.put("gate", found.getValue().place());
            row.put("occurredAt", found.getValue().occurredAt().toString());
          }
        });
  }

  /// Every holding park of the site, with the vehicles in it by when they came.
  static void parks(ArrayNode items, Call call) {
    World world = call.world();
    TreeMap<String, List<Approach>> inside = new TreeMap<>();
    for (Approach approach : world.crossings().outside().approaches().values()) {
      Approach.Point latest = approach.latest();
      boolean came =
          world.crossings().byPlate().of(approach.plate().subject()).stream()
              .map(world.crossings().all()::get)
              .anyMatch(c -> !c.track().arrivedAt().isBefore(latest.occurredAt()));
      if (latest.kind() == Approach.Kind.PARK_ENTERED && !came) {
        inside.computeIfAbsent(latest.place(), park -> new ArrayList<>()).add(approach);
      }
    }
    for (Places.Park park : call.site().places().parks()) {
      List<Approach> here = inside.getOrDefault(park.code(), List.of());
      ObjectNode row = items.addObject().put("park", park.code()).put("vehicles", here.size());
      ArrayNode listed = row.putArray("standing");
      here.stream()
          .filter(a -> park.lines().stream().anyMatch(call.actor().scope()::covers))
          .sorted(Comparator.comparing(a -> a.latest().occurredAt()))
          .limit(STANDING)
          .forEach(a -> {
            ObjectNode one = listed.addObject();
            Rows.put(one, "plate", a.plate());
            one.put("since", a.latest().occurredAt().toString());
          });
    }
  }

  /// Who it was, without saying who it is.
  private static void by(ObjectNode json, World world, long actor) {
    world
        .authorities()
        .find(actor)
        .ifPresent(found -> json.put("role", found.role().name()).put("label", found.label()));
  }

  /// @param section 0: all
  static void entries(ArrayNode array, Call call, Roll roll, int section) {
    boolean people = call.actor().role() != Role.READER;
    int position = 0;
    int last = 0;
    for (Entry entry : call.world().turns().rolls().of(roll)) {
      int here = entry.said().section();
      position = (here == last ? position : 0) + (entry.stands() ? 1 : 0);
      last = here;
      if (section == 0 || section == here) {
        ObjectNode row = array.addObject();
        if (entry.stands()) {
          row.put("position", position);
        }
        entry(row, call.world(), entry, people);
      }
    }
  }

  private static void entry(ObjectNode row, World world, Entry entry, boolean people) {
    Entry.Said said = entry.said();
    row.put("id", said.key().toString()).put("revision", said.revision());
    row.put("section", said.section()).put("rank", said.rank());
    Rows.put(row, "plate", said.plate());
    row.put("occurredAt", said.occurredAt().toString()).put("recordedAt", entry.at().toString());
    Rows.time(row, "standingSince", said.standingSince());
    if (people) {
      said.note().ifPresent(note -> Rows.put(row, "note", note));
    }
    said.removed().ifPresent(why -> row.put("removed", why.name()));
    by(row.putObject("by"), world, entry.actor());
    ArrayNode contradictions = row.putArray("contradictions");
    entry.contradictions().forEach(kind -> contradictions.add(kind.name()));
    if (entry.stands()) {
      now(row, world, entry);
    }
  }

  /// What is known of the vehicle by now.
  private static void now(ObjectNode row, World world, Entry entry) {
    Rolls rolls = world.turns().rolls();
    ArrayNode also = row.putArray("also");
    for (Entry other : rolls.open(entry.subject())) {
      if (other.id() != entry.id()) {
        Roll roll = rolls.all().get(other.roll());
        also.addObject()
            .put("roll", roll.key().toString())
            .put("place", roll.place())
            .put("section", other.said().section())
            .put("position", rolls.position(other));
      }
    }
    Roads.atGate(world, entry.subject())
        .map(Crossing::gate)
        .ifPresent(gate -> row.put("atGate", gate));
    row.put("registered", !world.registrations().withPlate(entry.subject()).isEmpty());
  }

  static void advice(ObjectNode json, World world, Advice advice) {
    json.put("word", advice.word().name());
    Rows.text(json, "to", advice.to());
    Rows.time(json, "until", advice.until());
    advice
        .registration()
        .flatMap(world.registrations()::find)
        .ifPresent(r -> registration(json.putObject("registration"), r));
    ArrayNode reasons = json.putArray("reasons");
    for (Advice.Unmet unmet : advice.reasons()) {
      ObjectNode reason = reasons.addObject();
      reason.put("code", unmet.kind().name()).put("rule", unmet.rule());
      ArrayNode places = reason.putArray("places");
      unmet.places().forEach(places::add);
      Rows.time(reason, "until", unmet.until());
      unmet.standing().ifPresent(place -> standing(reason.putObject("standing"), place));
    }
  }

  private static void registration(ObjectNode json, Registration r) {
    json.put("id", r.key().toString());
    json.put("declarationNumber", r.form().number());
    json.put("gate", r.form().gate()).put("direction", r.form().direction().name());
    json.put("plannedArrivalAt", r.form().plannedArrivalAt().toString());
    json.put("goods", Rows.goods(r.form()));
  }

  private static void standing(ObjectNode json, Advice.Standing place) {
    json.put("roll", place.roll().toString()).put("place", place.place());
    json.put("section", place.section()).put("position", place.position());
  }

  /// What the driver was told, the newest first.
  static void orders(ArrayNode array, World world, Subject plate) {
    world.turns().orders().of(plate).reversed().forEach(order -> order(array.addObject(), order));
  }

  static ObjectNode order(ObjectNode row, RoadOrder order) {
    RoadOrder.Given given = order.given();
    row.put("id", order.key().toString());
    row.put("order", given.word().name()).put("post", given.post());
    Rows.text(row, "to", given.to());
    row.put("reason", given.reason().name());
    Rows.time(row, "until", given.until());
    given.note().ifPresent(note -> Rows.put(row, "note", note));
    row.put("occurredAt", given.occurredAt().toString());
    return row.put("recordedAt", order.at().toString());
  }
}
