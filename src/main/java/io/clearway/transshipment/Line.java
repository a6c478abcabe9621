package io.clearway.transshipment;

import io.clearway.site.Figure;
import io.clearway.site.Handling;
import io.clearway.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who is called to a bay next. Nothing is kept of the line: who is planned, and whose source is in
/// by both keys, stands in it, in the order in which the sources came in. Rules:
/// docs/rules/transshipment.md, T-4.
public final class Line {

  /// So many are called, and so many calls lapse, in one entry: what follows from them is bounded.
  public static final int AT_ONCE = 16;

  private static final Comparator<Standing> ORDER =
      Comparator.comparing(Standing::since).thenComparingLong(one -> one.held().id());

  private Line() {}

  /// @param since when its source was in and it was planned, or its call lapsed
  public record Standing(Transshipment held, Instant since) {}

  /// A source with what it is to be called to.
  ///
  /// @param source of `held`
  public record Waiting(Transshipment held, Party source) {}

  /// Those that stand in the line of that yard, in its order.
  ///
  /// @param planned all that are planned
  public static List<Standing> of(String yard, List<Waiting> planned) {
    List<Standing> line = new ArrayList<>();
    for (Waiting one : planned) {
      if (one.held().stage() instanceof Transshipment.Stage.Planned(Instant from)
          && one.source().here()
          && one.source().yard().equals(yard)
          && one.source().passage().filter(c -> c.turned().isEmpty()).isPresent()) {
        one.source()
            .enteredAt()
            .map(in -> new Standing(one.held(), in.isBefore(from) ? from : in))
            .ifPresent(line::add);
      }
    }
    line.sort(ORDER);
    return List.copyOf(line);
  }

  /// Calls as many as there are bays with a crew; whoever cannot be served that way lets those
  /// behind pass.
  static List<TransshipmentEvent> call(
      List<Standing> line, String yard, Transshipments known, Site site, Instant now) {
    List<TransshipmentEvent> called = new ArrayList<>();
    List<Taken> taken = new ArrayList<>(taken(known));
    for (Standing one : line) {
      if (called.size() == AT_ONCE) {
        break;
      }
      Handling.Method method = one.held().plan().method();
      site.handling().of(yard, method).stream()
          .filter(area -> free(area, method, taken) > 0)
          .findFirst()
          .ifPresent(area -> {
            taken.add(new Taken(area.code(), method));
            called.add(
                new TransshipmentEvent.CalledToBay(
                    one.held().id(), area.code(), now.plus(site.handling().callWithin()), now));
          });
    }
    return List.copyOf(called);
  }

  /// A bay and a crew.
  private record Taken(String area, Handling.Method method) {}

  private static List<Taken> taken(Transshipments known) {
    return known.open().values().stream()
        .flatMap(
            held -> held.occupied().map(area -> new Taken(area, held.plan().method())).stream())
        .toList();
  }

  /// How many more can be worked on there that way now: bays and crews together. Of a range the
  /// lower end counts, since nobody is called to a full yard; what is unknown limits nothing.
  public static long free(Handling.Area area, Handling.Method method, Transshipments known) {
    return Math.max(0, free(area, method, taken(known)));
  }

  private static long free(Handling.Area area, Handling.Method method, List<Taken> taken) {
    long bays = taken.stream().filter(one -> one.area().equals(area.code())).count();
    long crews =
        taken.stream()
            .filter(one -> one.area().equals(area.code()) && one.method() == method)
            .count();
    long most = area.crew(method).map(crew -> least(crew.atOnce())).orElse(0L);
    return Math.min(least(area.bays()) - bays, most - crews);
  }

  private static long least(Figure figure) {
    return switch (figure) {
      case Figure.Known known -> known.least();
      case Figure.Unknown unknown -> Long.MAX_VALUE / 2;
    };
  }
}
