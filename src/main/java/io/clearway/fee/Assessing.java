package io.clearway.fee;

import io.clearway.kernel.Money;
import io.clearway.site.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a tariff charges for a passage, line by line, as a pure function. Rules: F-3 to F-8.
public final class Assessing {

  private static final String NO_RATE = "no rate of this tariff fits";

  private Assessing() {}

  /// The lines of every kind that is charged.
  public static SortedMap<FeeKind, List<Line>> lines(Tariff tariff, Passing passing) {
    SortedMap<FeeKind, List<Line>> all = new TreeMap<>();
    if (tariff.isPublic()) {
      for (Passing.Vehicle vehicle : passing.vehicles()) {
        FeeKind kind =
            vehicle.use() == Tariff.Use.TRANSFERS ? FeeKind.TRANSFER : FeeKind.INFRASTRUCTURE;
        all.computeIfAbsent(kind, none -> new ArrayList<>())
            .add(highest(tariff, passing, vehicle, new Asked(kind, FeeKind.INFRASTRUCTURE, 1)));
      }
      return all;
    }
    for (Asked asked : ofYard(tariff, passing)) {
      all.put(
          asked.kind(), List.of(highest(tariff, passing, passing.vehicles().getFirst(), asked)));
    }
    return all;
  }

  /// @param by of which kind the rate is: who transfers pays a part of the infrastructure fee
  private record Asked(FeeKind kind, FeeKind by, long quantity) {}

  /// A yard charges what it publishes, once the vehicle has left it.
  private static List<Asked> ofYard(Tariff tariff, Passing passing) {
    List<Asked> asked = new ArrayList<>();
    passing
        .yard()
        .filter(stay -> stay.yard().equals(tariff.head().issuer()))
        .ifPresent(stay -> {
          for (Tariff.Rate rate : tariff.rates()) {
            long quantity =
                rate.unit() == Tariff.Unit.TRIP
                    ? 1
                    : rate.kind() == FeeKind.PLUG ? stay.plugDays() : stay.days();
            boolean known = asked.stream().anyMatch(one -> one.kind() == rate.kind());
            if (!known && quantity > 0 && (rate.kind() != FeeKind.PLUG || stay.plugDays() > 0)) {
              asked.add(new Asked(rate.kind(), rate.kind(), quantity));
            }
          }
        });
    return asked;
  }

  /// F-7: of mixed goods the highest. One that is not known may be the highest: so it is shown.
  private static Line highest(
      Tariff tariff, Passing passing, Passing.Vehicle vehicle, Asked asked) {
    Optional<Line> best = Optional.empty();
    for (String goods : passing.goods()) {
      Line line = line(tariff, passing, vehicle, goods, asked);
      if (line.amount().isEmpty()) {
        return line;
      }
      if (best.isEmpty() || line.amount().get().compareTo(best.get().amount().get()) > 0) {
        best = Optional.of(line);
      }
    }
    return best.orElseThrow();
  }

  private static Line line(
      Tariff tariff, Passing passing, Passing.Vehicle vehicle, String goods, Asked asked) {
    for (Tariff.Exemption free : tariff.exemptions()) {
      if (free.when().fits(passing, vehicle, goods)) {
        return new Line(
            asked.kind(),
            free.code(),
            vehicle,
            goods,
            Optional.of(Money.ZERO),
            asked.quantity(),
            List.of(),
            Optional.of(Money.ZERO),
            free.origin().source());
      }
    }
    return tariff.rates().stream()
        .filter(rate -> rate.kind() == asked.by() && rate.when().fits(passing, vehicle, goods))
        .findFirst()
        .map(rate -> by(rate, factors(tariff, passing, vehicle, goods), vehicle, goods, asked))
        .orElseGet(() -> unknown(asked, "", vehicle, goods, NO_RATE));
  }

  private static List<Line.Applied> factors(
      Tariff tariff, Passing passing, Passing.Vehicle vehicle, String goods) {
    return tariff.factors().stream()
        .filter(factor -> factor.when().fits(passing, vehicle, goods))
        .map(f -> new Line.Applied(f.code(), f.thousandths(), f.origin().source()))
        .toList();
  }

  private static Line by(
      Tariff.Rate rate,
      List<Line.Applied> factors,
      Passing.Vehicle vehicle,
      String goods,
      Asked asked) {
    return switch (rate.amount()) {
      case Figure.Unknown(String why) -> unknown(asked, rate.code(), vehicle, goods, why);
      case Figure.Known(long least, long most, Figure.Origin origin) -> {
        Money each = new Money(most);
        Money amount =
            each.times(asked.quantity())
                .scaled(factors.stream().map(Line.Applied::thousandths).toList());
        yield new Line(
            asked.kind(),
            rate.code(),
            vehicle,
            goods,
            Optional.of(each),
            asked.quantity(),
            factors,
            Optional.of(amount),
            origin.source());
      }
    };
  }

  private static Line unknown(
      Asked asked, String clause, Passing.Vehicle vehicle, String goods, String why) {
    return new Line(
        asked.kind(),
        clause,
        vehicle,
        goods,
        Optional.empty(),
        asked.quantity(),
        List.of(),
        Optional.empty(),
        why);
  }
}
