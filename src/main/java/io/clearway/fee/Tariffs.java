package io.clearway.fee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every tariff that was adopted, in that order: a charge keeps the one it was made by (I12).
public record Tariffs(List<Tariff> all) {

  static Tariffs empty() {
    return new Tariffs(List.of());
  }

  public Optional<Tariff> find(String digest) {
    return all.stream().filter(tariff -> tariff.head().digest().equals(digest)).findFirst();
  }

  /// What each issuer charges on that day, the province first: the tariff that came into force
  /// last; of two of one day the one that was adopted later.
  ///
  /// @param day ISO date, by the gate's calendar
  public List<Tariff> on(String day) {
    Map<String, Tariff> inForce = new LinkedHashMap<>();
    for (Tariff tariff : all) {
      String from = tariff.head().effective();
      String issuer = tariff.head().issuer();
      boolean later =
          !inForce.containsKey(issuer)
              || inForce.get(issuer).head().effective().compareTo(from) <= 0;
      if (from.compareTo(day) <= 0 && later) {
        inForce.put(issuer, tariff);
      }
    }
    return inForce.values().stream()
        .sorted((a, b) -> Boolean.compare(b.isPublic(), a.isPublic()))
        .toList();
  }

  Tariffs with(Tariff tariff) {
    List<Tariff> more = new ArrayList<>(all);
    more.add(tariff);
    return new Tariffs(List.copyOf(more));
  }
}
