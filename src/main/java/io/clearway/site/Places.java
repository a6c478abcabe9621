package io.clearway.site;

import io.clearway.kernel.Direction;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What stands where. Gate pair, route, customs office, yard and reporting line are five things: a
/// route may belong to one pair by law, be served by another's customs and be counted with it.
///
/// @param pairs the gate pairs of the law
/// @param offices customs offices
/// @param lines reporting lines: under which name vehicles are declared and counted
/// @param routes the ways over the line
/// @param posts of the traffic police, on the roads to the gates
/// @param inspections where loads are looked at; none: officers name the place in their own words
public record Places(
    List<GatePair> pairs,
    List<Office> offices,
    List<Line> lines,
    List<Route> routes,
    List<Yard> yards,
    List<Park> parks,
    List<Post> posts,
    List<InspectionPlace> inspections) {

  /// Of a complex that names no place where loads are looked at.
  public Places(
      List<GatePair> pairs,
      List<Office> offices,
      List<Line> lines,
      List<Route> routes,
      List<Yard> yards,
      List<Park> parks,
      List<Post> posts) {
    this(pairs, offices, lines, routes, yards, parks, posts, List.of());
  }

  /// A name in the three languages of the screens.
  public record Label(String vi, String en, String zh) {}

  /// Two facing gates of a crossing, as the two countries agreed them.
  public record GatePair(String code, Label name, Label facing) {}

  /// @param official its code in the national system, when it is known
  public record Office(String code, Label name, Optional<String> official) {}

  /// What the daily report calls a gate.
  public record Line(String code, Label name) {}

  /// One way over the line.
  ///
  /// @param markers boundary markers, as `1119-1120`
  /// @param pair the gate pair that it belongs to by law
  /// @param office the customs office that serves it
  /// @param line the reporting line that its vehicles are counted under
  /// @param hours when goods pass on our side, in the site's zone
  /// @param facingHours the same on the other side, in its zone; empty: not known
  /// @param perDay vehicles a day, both directions
  public record Route(
      String code,
      Label name,
      List<String> markers,
      String pair,
      String office,
      String line,
      Way way,
      Lanes lanes,
      List<Hours> hours,
      List<Hours> facingHours,
      Figure perDay) {}

  /// What a route is.
  public enum Way {
    /// The road through the gate.
    ROAD,
    /// A customs clearance passage beside the gate (lối thông quan).
    PASSAGE,
    /// A small crossing point (lối mở).
    OPENING,
    /// A floating bridge at an opening.
    PONTOON,
    RAIL
  }

  /// @param reversible of those, how many can be turned round
  public record Lanes(Figure out, Figure in, Figure reversible) {}

  /// When goods pass in one direction, in the zone of that side.
  public record Hours(Direction direction, LocalTime opens, LocalTime closes) {}

  /// A yard at the gate.
  ///
  /// @param line the reporting line that it serves
  /// @param spaces vehicles that it holds
  /// @param plugs for reefers (ổ cắm container lạnh, 冷藏箱插座)
  public record Yard(String code, Label name, String line, Figure spaces, Figure plugs) {

    /// Of whose plugs nothing is said.
    public Yard(String code, Label name, String line, Figure spaces) {
      this(code, name, line, spaces, new Figure.Unknown("not stated"));
    }
  }

  /// A holding park before the gate.
  ///
  /// @param road where it lies
  /// @param lines whose vehicles wait there
  /// @param compulsoryFrom ISO date since when every goods vehicle stops there
  public record Park(
      String code,
      Label name,
      String road,
      List<String> lines,
      Figure spaces,
      Optional<String> compulsoryFrom) {}

  /// A post of the traffic police (chốt cảnh sát giao thông, 交警执勤点).
  ///
  /// @param lines whose vehicles pass it
  /// @param drive how long a vehicle needs from there to its gate
  /// @param ahead how much earlier than planned a vehicle may come to its gate
  public record Post(
      String code,
      Label name,
      String road,
      List<String> lines,
      Duration drive,
      Duration ahead,
      Figure.Origin origin) {}

  /// Where loads are looked at: bays, a scanner (khu vực kiểm tra, 查验场地).
  ///
  /// @param line the reporting line whose vehicles are looked at there
  /// @param means what can be done there
  /// @param atOnce how many loads at the same time
  public record InspectionPlace(
      String code, Label name, String line, List<Means> means, Figure atOnce) {}

  /// Where the loads of that line are looked at.
  public List<InspectionPlace> inspectionsOf(String line) {
    return inspections.stream().filter(place -> place.line().equals(line)).toList();
  }

  public Optional<Post> findPost(String code) {
    return posts.stream().filter(post -> post.code().equals(code)).findFirst();
  }

  public Optional<Park> findPark(String code) {
    return parks.stream().filter(park -> park.code().equals(code)).findFirst();
  }

  public Optional<Line> findLine(String code) {
    return lines.stream().filter(line -> line.code().equals(code)).findFirst();
  }

  public Optional<Route> findRoute(String code) {
    return routes.stream().filter(route -> route.code().equals(code)).findFirst();
  }

  public Optional<Yard> findYard(String code) {
    return yards.stream().filter(yard -> yard.code().equals(code)).findFirst();
  }

  /// From when the first of a line's ways opens for that direction until the last one closes, as an
  /// agency's hours; empty: not known.
  Optional<AgencyHours> open(Agency agency, String line, Direction direction) {
    return routesOf(line).stream()
        .flatMap(route -> route.hours().stream())
        .filter(hours -> hours.direction() == direction)
        .map(hours -> new AgencyHours(agency, hours.opens(), hours.closes()))
        .reduce(AgencyHours::together);
  }

  /// How a reporting line, a yard, a park or a post is called.
  public Optional<Label> findName(String code) {
    return findLine(code)
        .map(Line::name)
        .or(() -> findYard(code).map(Yard::name))
        .or(() -> findPark(code).map(Park::name))
        .or(() -> findPost(code).map(Post::name));
  }

  /// The routes that are counted under that reporting line.
  public List<Route> routesOf(String line) {
    return routes.stream().filter(route -> route.line().equals(line)).toList();
  }

  /// A gate whose pair, office, reporting line and only route have one code.
  public record Gate(
      String code,
      Label name,
      Label facing,
      List<String> markers,
      Optional<String> office,
      List<Yard> yards,
      List<Hours> hours) {}

  /// Places that consist of such gates.
  public static Places of(List<Gate> gates) {
    return new Places(
        gates.stream().map(g -> new GatePair(g.code(), g.name(), g.facing())).toList(),
        gates.stream().map(g -> new Office(g.code(), g.name(), g.office())).toList(),
        gates.stream().map(g -> new Line(g.code(), g.name())).toList(),
        gates.stream().map(Places::route).toList(),
        gates.stream().flatMap(g -> g.yards().stream()).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Route route(Gate gate) {
    Figure unknown = new Figure.Unknown("");
    return new Route(
        gate.code(),
        gate.name(),
        gate.markers(),
        gate.code(),
        gate.code(),
        gate.code(),
        Way.ROAD,
        new Lanes(unknown, unknown, unknown),
        gate.hours(),
        List.of(),
        unknown);
  }
}
