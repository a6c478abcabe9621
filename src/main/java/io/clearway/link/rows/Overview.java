package io.clearway.link.rows;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.Keys;
import io.clearway.kernel.Direction;
import io.clearway.link.http.Call;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.world.Clock;
import io.clearway.world.Handlings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The figures of this moment: per gate and direction, today by the gate's own day.
public final class Overview {

  private Overview() {}

  public static ObjectNode write(ObjectNode json, Call call, Instant now) {
    Site site = call.site();
    List<Crossing> all = call.world().crossings().all().values();
    json.putObject("clock")
        .put("now", now.toString())
        .put("factor", call.world().clock().map(Clock::factor).orElse(1));
    LocalDate today = now.atZone(site.zone()).toLocalDate();
    ArrayNode gates = json.putArray("gates");
    for (Places.Line gate : site.lines()) {
      for (Direction direction : Direction.values()) {
        List<Crossing> here =
            all.stream()
                .filter(c -> c.gate().equals(gate.code()) && c.direction() == direction)
                .filter(c -> !Handlings.receives(call.world(), c))
                .toList();
        figures(gates.addObject(), here, site, today)
            .put("gate", gate.code())
            .put("direction", direction.name());
      }
    }
    ObjectNode backlog = json.putObject("backlog");
    for (Places.Line gate : site.lines()) {
      backlog.put(
          gate.code(),
          all.stream()
              .filter(c -> c.gate().equals(gate.code()) && c.direction() == Direction.EXPORT)
              .filter(c -> c.live() && !Handlings.receives(call.world(), c))
              .count());
    }
    json.put("openCases", call.world().cases().open().size());
    return json;
  }

  private static ObjectNode figures(
      ObjectNode json, List<Crossing> here, Site site, LocalDate today) {
    json.put("arrived", here.stream().filter(c -> on(c.track().arrivedAt(), site, today)).count());
    json.put(
        "cleared",
        here.stream()
            .filter(c -> c.clearedAt().filter(at -> on(at, site, today)).isPresent())
            .count());
    json.put("live", here.stream().filter(Crossing::live).count());
    json.put(
        "waitingKey", here.stream().filter(Overview::isWaited).filter(c -> !entered(c)).count());
    json.put("late", here.stream().filter(c -> isWaited(c) && c.keys().overdue()).count());
    return json;
  }

  /// On one that was turned nobody waits.
  private static boolean isWaited(Crossing crossing) {
    return crossing.live() && crossing.turned().isEmpty();
  }

  private static boolean entered(Crossing crossing) {
    return crossing.keys() instanceof Keys.Both;
  }

  private static boolean on(Instant at, Site site, LocalDate day) {
    return at.atZone(site.zone()).toLocalDate().equals(day);
  }
}
