package io.clearway.clearance;

import io.clearway.site.Means;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/// The line at each place of inspection. Nothing is kept of it: what is booked, has no result yet
/// and whose vehicle is here, stands in it, in order of booking. Rules: docs/rules/clearance.md.
public final class Bays {

  private static final Comparator<Stand> ORDER =
      Comparator.comparing(Stand::since)
          .thenComparingLong(Stand::registration)
          .thenComparing(Stand::place);

  private Bays() {}

  /// One load in a line.
  ///
  /// @param place where
  /// @param means all that is owed of it there
  /// @param since when the first of them was booked
  public record Stand(long registration, String place, List<Means> means, Instant since) {}

  /// All that stand at that gate, those of one place in its order.
  ///
  /// @param line the gate's reporting line
  /// @param visits the passage of a registration
  public static List<Stand> of(
      Clearances clearances, String line, LongFunction<Optional<Visit>> visits) {
    List<Stand> stands = new ArrayList<>();
    for (Clearance held : clearances.inspecting().values()) {
      if (visits.apply(held.registration()).filter(visit -> isHere(visit, line)).isPresent()) {
        stands.addAll(of(held));
      }
    }
    stands.sort(ORDER);
    return List.copyOf(stands);
  }

  /// Who was turned, or has left, waits for nothing.
  private static boolean isHere(Visit visit, String line) {
    return visit.line().equals(line)
        && visit.arrivedAt().isPresent()
        && visit.live()
        && !visit.turned();
  }

  private static List<Stand> of(Clearance held) {
    List<Booked> owed = held.inspection().map(Inspection::owed).orElse(List.of());
    return owed.stream()
        .map(Booked::place)
        .distinct()
        .map(place -> {
          List<Booked> there = owed.stream().filter(one -> one.place().equals(place)).toList();
          return new Stand(
              held.registration(),
              place,
              there.stream().map(Booked::means).sorted().toList(),
              there.stream().map(Booked::at).min(Comparator.naturalOrder()).orElseThrow());
        })
        .toList();
  }
}
