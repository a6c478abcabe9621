package io.clearway.transshipment;

import io.clearway.registration.Registration;
import io.clearway.site.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Packages and kilograms are conserved: what the receiving vehicles took and what stays on the
/// source is what the source brought, within the tolerance of the day. Rules: docs/rules/
/// transshipment.md, T-9.
public final class Balance {

  private Balance() {}

  /// Of one customs declaration, found less declared.
  public record Difference(String number, int packages, long kg) {}

  /// Those beyond the tolerance, in order of their numbers.
  ///
  /// @param remaining on the source
  /// @param day ISO date
  static List<Difference> of(
      Transshipment held,
      List<Transshipment.Lot> remaining,
      Registration.Form source,
      Handling handling,
      String day) {
    SortedMap<String, long[]> sums = new TreeMap<>();
    held.plan().lots().forEach(lot -> add(sums, lot, -1));
    held.loadings().forEach(taken -> taken.lots().forEach(lot -> add(sums, lot, 1)));
    remaining.forEach(lot -> add(sums, lot, 1));
    List<Difference> beyond = new ArrayList<>();
    sums.forEach((number, sum) -> {
      Optional<Handling.Tolerance> tolerance = tolerance(number, source, handling, day);
      long declared =
          held.plan().lots().stream()
              .filter(lot -> lot.number().equals(number))
              .mapToLong(Transshipment.Lot::kg)
              .sum();
      long kg = tolerance.map(t -> declared * t.permille() / 1000).orElse(0L);
      int packages = tolerance.map(Handling.Tolerance::packages).orElse(0);
      if (Math.abs(sum[0]) > packages || Math.abs(sum[1]) > kg) {
        beyond.add(new Difference(number, (int) sum[0], sum[1]));
      }
    });
    return List.copyOf(beyond);
  }

  private static void add(SortedMap<String, long[]> sums, Transshipment.Lot lot, int sign) {
    long[] sum = sums.computeIfAbsent(lot.number(), number -> new long[2]);
    sum[0] += (long) sign * lot.packages();
    sum[1] += sign * lot.kg();
  }

  /// Of several lines of one declaration the narrowest counts.
  private static Optional<Handling.Tolerance> tolerance(
      String number, Registration.Form source, Handling handling, String day) {
    return source.goods().stream()
        .filter(group -> group.customsNumber().equals(number))
        .flatMap(group -> group.lines().stream())
        .map(line -> handling.tolerance(line.hsCode(), day))
        .reduce((a, b) -> a.isEmpty() || b.isEmpty() ? Optional.empty() : narrower(a, b))
        .orElse(Optional.empty());
  }

  private static Optional<Handling.Tolerance> narrower(
      Optional<Handling.Tolerance> a, Optional<Handling.Tolerance> b) {
    return a.get().permille() <= b.get().permille() ? a : b;
  }
}
