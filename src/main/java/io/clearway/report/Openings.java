package io.clearway.report;

import io.clearway.site.Handling;
import io.clearway.site.Site;
import io.clearway.transshipment.Intake;
import io.clearway.transshipment.Line;
import io.clearway.world.Handlings;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How many vehicles more can begin to change their goods in each of the coming hours (khả năng
/// tiếp nhận, 接车能力), by area and method: our intake, which the other side plans by too. Rules:
/// docs/rules/transshipment.md, T-13.
///
/// @param taken bays that are taken or called for
/// @param methods in the order of the site file
public record Openings(Handling.Area area, long taken, List<Method> methods) {

  /// @param line how many stand in it
  /// @param free how many could be called now
  /// @param perHour the first from now on; empty where bays or crews are unknown
  public record Method(Handling.Method method, int line, long free, List<Integer> perHour) {}

  /// Of every area of the site.
  public static List<Openings> of(World world, Site site, Instant now) {
    List<Line.Waiting> planned = Handlings.planned(world);
    List<Openings> all = new ArrayList<>();
    for (Handling.Area area : site.handling().areas()) {
      List<Line.Standing> standing = Line.of(area.yard(), planned);
      all.add(
          new Openings(
              area,
              world.transshipments().open().values().stream()
                  .filter(held -> held.occupied().filter(area.code()::equals).isPresent())
                  .count(),
              area.crews().stream()
                  .map(crew -> method(world, area, crew, standing, now))
                  .toList()));
    }
    return List.copyOf(all);
  }

  private static Method method(
      World world,
      Handling.Area area,
      Handling.Crew crew,
      List<Line.Standing> standing,
      Instant now) {
    int line =
        (int) standing.stream().filter(one -> one.held().plan().method() == crew.method()).count();
    return new Method(
        crew.method(),
        line,
        Line.free(area, crew.method(), world.transshipments()),
        Intake.of(area, crew.method(), world.transshipments(), line, now));
  }
}
