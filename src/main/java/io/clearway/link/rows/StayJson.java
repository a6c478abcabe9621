package io.clearway.link.rows;

import io.clearway.pairing.Pair;
import io.clearway.pairing.Stay;
import io.clearway.pairing.StayClock;
import io.clearway.registration.Registration;
import io.clearway.world.TwoWay;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Two-way trips and the clocks of stays, as JSON.
public final class StayJson {

  private StayJson() {}

  /// The clock of the stay that began with that passage, if one did.
  ///
  /// @param now by the gate's clock
  public static void clock(ObjectNode into, World world, long visit, Instant now) {
    world
        .pairings()
        .stays()
        .find(visit)
        .ifPresent(stay -> write(into.putObject("stay"), world, stay, now));
  }

  /// The same by the papers of that passage.
  public static void ofPapers(ObjectNode into, World world, Registration held, Instant now) {
    world
        .pairings()
        .stays()
        .of(held.id())
        .ifPresent(stay -> write(into.putObject("stay"), world, stay, now));
  }

  /// What its driver is told: who holds the vehicle, and why, stands in no other word for drivers.
  public static void forDriver(ObjectNode into, World world, Registration held, Instant now) {
    ofPapers(into, world, held, now);
    if (into.get("stay") instanceof ObjectNode stay) {
      stay.remove(List.of("why", "holds"));
    }
  }

  static void write(ObjectNode json, World world, Stay stay, Instant now) {
    StayClock.Reading clock = TwoWay.clock(world, stay, now);
    json.put("side", stay.side().name());
    json.put("counts", TwoWay.kind(world, stay, now).name());
    json.put("state", clock.state().name());
    json.put("from", stay.times().from().toString()).put("overSeen", stay.times().overSeen());
    Rows.time(json, "back", stay.times().back());
    if (!stay.open()) {
      json.put("backSeen", stay.times().backSeen());
    }
    json.put("usedSeconds", clock.used().toSeconds());
    json.put("stoodSeconds", clock.stood().toSeconds());
    clock.limit().ifPresent(limit -> json.put("limitSeconds", limit.longest().toSeconds()));
    clock.left().ifPresent(left -> json.put("leftSeconds", left.toSeconds()));
    Rows.time(json, "dueAt", clock.due());
    json.put("ending", clock.ending() && stay.open()).put("overdue", clock.overdue());
    Rows.time(json, "standsSince", clock.since());
    ArrayNode why = json.putArray("why");
    clock.why().forEach(why::add);
    ArrayNode holds = json.putArray("holds");
    for (Stay.Held held : stay.held()) {
      ObjectNode item = holds.addObject().put("id", held.key().toString());
      item.put("from", held.said().from().toString());
      Rows.time(item, "to", held.said().to());
      item.put("reason", held.said().reason().name()).put("source", held.said().source().name());
      item.put("recordedAt", held.at().toString());
    }
  }

  /// The other half of a registration's trip, and which agencies registered it.
  public static void pair(ObjectNode into, World world, Registration held) {
    Optional<Pair> found = world.pairings().of(held.id());
    if (found.isEmpty()) {
      return;
    }
    Pair pair = found.get();
    ObjectNode json = into.putObject("twoWay").put("linkedAt", pair.at().toString());
    world
        .registrations()
        .find(pair.otherThan(held.id()))
        .ifPresent(other -> {
          json.put("with", other.key().toString());
          json.put("declarationNumber", other.form().number()).put("version", other.version());
        });
    ArrayNode words = json.putArray("registeredWith");
    for (Pair.Word word : pair.words()) {
      words.addObject().put("agency", word.agency().name()).put("at", word.at().toString());
    }
    ArrayNode broken = json.putArray("broken");
    pair.broken().forEach(broken::add);
  }
}
