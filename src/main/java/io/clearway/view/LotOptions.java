package io.clearway.view;

import io.clearway.clearance.Awaited;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.Plugging;
import io.clearway.fee.Assessing;
import io.clearway.fee.FeeKind;
import io.clearway.fee.Line;
import io.clearway.fee.Passing;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Money;
import io.clearway.registration.Reefer;
import io.clearway.registration.Registration;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a trader can do with goods that are held, refused or turned back, and what each costs by
/// the tariffs in force. What nobody published is unknown. Rules: docs/rules/lots.md, L-7 to L-10.
///
/// @param held why, each by whom; none: it goes on, and there is nothing to choose
/// @param soFar what the yard's days have come to
public record LotOptions(List<Standing.Cause> held, List<Price> soFar, List<Option> options) {

  private static final String HOLD = "HOLD_";
  private static final String NOBODY = "nobody has published what it costs here";

  /// What can be done.
  public enum Choice {
    WAIT,
    /// Back to where it came from, with the checks that this needs.
    RETURN,
    /// Another buyer on the other side.
    OTHER_BUYER,
    INLAND_SALE,
    COLD_STORE
  }

  /// @param what a kind of fee, or the choice itself where no tariff has a kind for it
  /// @param amount empty when it is not known
  /// @param source where it was published, or what was looked for and not found
  public record Price(String what, Optional<Money> amount, String source) {}

  /// @param perDay from now on
  /// @param once when it is done
  /// @param needs what has to be done for it, in codes
  public record Option(Choice choice, List<Price> perDay, List<Price> once, List<String> needs) {

    /// Of so many days; empty when any part of it is not known.
    public Optional<Money> expected(long days) {
      Money sum = Money.ZERO;
      for (Price price : perDay) {
        if (price.amount().isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(price.amount().get().times(days));
      }
      for (Price price : once) {
        if (price.amount().isEmpty()) {
          return Optional.empty();
        }
        sum = sum.plus(price.amount().get());
      }
      return Optional.of(sum);
    }
  }

  /// Of a load that is registered; of one whose vehicle is not here nothing is held.
  public static LotOptions of(World world, Registration load, Instant now) {
    Optional<Crossing> here =
        world
            .crossings()
            .byRegistration()
            .find(load.id())
            .flatMap(world.crossings()::find)
            .filter(Crossing::live);
    List<Standing.Cause> held =
        here.map(crossing -> held(Standing.of(world, crossing, now))).orElse(List.of());
    if (held.isEmpty()) {
      return new LotOptions(List.of(), List.of(), List.of());
    }
    Costs costs = new Costs(world, load.form(), here.get(), now);
    List<Price> waiting = costs.perDay();
    boolean imported = load.form().direction() == Direction.IMPORT;
    return new LotOptions(
        held,
        costs.soFar(),
        List.of(
            new Option(Choice.WAIT, waiting, List.of(), List.of()),
            new Option(
                Choice.RETURN,
                List.of(),
                List.of(unknown(Choice.RETURN)),
                List.of("CUSTOMS", "BORDER_GUARD", "TURNING")),
            new Option(Choice.OTHER_BUYER, waiting, List.of(), List.of("AMENDMENT")),
            new Option(
                Choice.INLAND_SALE,
                List.of(),
                imported ? costs.inland() : List.of(unknown(Choice.INLAND_SALE)),
                imported ? List.of("CUSTOMS_HOME_USE") : List.of("TURNING")),
            new Option(
                Choice.COLD_STORE,
                List.of(unknown(Choice.COLD_STORE)),
                List.of(),
                List.of("COLD_STORE_PLACE"))));
  }

  private static List<Standing.Cause> held(Standing standing) {
    List<Standing.Cause> held = new ArrayList<>();
    standing.awaited().stream()
        .map(Standing.Since::cause)
        .filter(cause -> cause.what().startsWith(HOLD))
        .filter(cause -> !cause.what().equals(Awaited.SECOND))
        .distinct()
        .forEach(held::add);
    Standing.Cause other = standing.otherwise();
    boolean stopped =
        switch (other.kind()) {
          case TURNED, OTHER_SIDE -> true;
          case TRADER -> other.what().equals("REFUSED");
          case AGENCY, CLOSED, TEST, YARD, DRIVER, UNKNOWN -> false;
        };
    if (stopped) {
      held.add(other);
    }
    return List.copyOf(held);
  }

  private static Price unknown(Choice choice) {
    return new Price(choice.name(), Optional.empty(), NOBODY);
  }

  /// What its yard, and the province, charge for it today.
  private record Costs(World world, Registration.Form form, Crossing here, Instant now) {

    private List<Tariff> tariffs() {
      return world.fees().tariffs().on(world.sites().get().dayOf(now).toString());
    }

    private String yard() {
      return here.track().inYard().orElse(form.parking().place());
    }

    private Optional<Tariff> ofYard() {
      return tariffs().stream().filter(tariff -> tariff.head().issuer().equals(yard())).findFirst();
    }

    private boolean cooled() {
      return here.plugged() || Reefer.in(form).orElse(false);
    }

    /// A second day less the first: what is charged once is not by the day.
    List<Price> perDay() {
      Map<FeeKind, Price> one = stay(1);
      List<Price> all = new ArrayList<>();
      stay(2)
          .forEach((kind, two) -> {
            Price first = one.getOrDefault(kind, two);
            Optional<Money> more = two.amount().flatMap(both -> first.amount().map(both::minus));
            if (more.filter(Money::isZero).isEmpty()) {
              all.add(new Price(kind.name(), more, two.source()));
            }
          });
      if (ofYard().isEmpty()) {
        all.add(
            new Price(
                FeeKind.PARKING.name(),
                Optional.empty(),
                "no tariff of the yard " + yard() + " is in force"));
      }
      return List.copyOf(all);
    }

    List<Price> soFar() {
      return here.track()
          .yardEnteredAt()
          .map(entered -> List.copyOf(stay(days(entered, now), plugDays()).values()))
          .orElse(List.of());
    }

    private long plugDays() {
      return here.plugging()
          .map((Plugging plug) -> days(plug.from(), plug.to().orElse(now)))
          .orElse(0L);
    }

    private Map<FeeKind, Price> stay(long days) {
      return stay(days, cooled() ? days : 0);
    }

    private Map<FeeKind, Price> stay(long days, long plugDays) {
      Passing.Stay stay = new Passing.Stay(yard(), days, plugDays);
      Passing passing = Passing.of(form, Passing.use(form), form, Optional.of(stay));
      Map<FeeKind, Price> all = new TreeMap<>();
      ofYard()
          .map(tariff -> Assessing.lines(tariff, passing))
          .ifPresent(lines -> lines.forEach((kind, some) -> all.put(kind, price(kind, some))));
      return all;
    }

    /// The fee of who goes inland with its goods, whatever it meant to do before.
    List<Price> inland() {
      Passing passing = Passing.of(form, Tariff.Use.INLAND, form, Optional.empty());
      List<Price> all = new ArrayList<>();
      tariffs().stream()
          .filter(Tariff::isPublic)
          .findFirst()
          .map(tariff -> Assessing.lines(tariff, passing))
          .ifPresent(lines -> lines.forEach((kind, some) -> all.add(price(kind, some))));
      return all.isEmpty() ? List.of(unknown(Choice.INLAND_SALE)) : List.copyOf(all);
    }

    private static Price price(FeeKind kind, List<Line> lines) {
      Optional<Money> sum =
          lines.stream().allMatch(line -> line.amount().isPresent())
              ? Optional.of(
                  Money.sum(lines.stream().map(line -> line.amount().orElseThrow()).toList()))
              : Optional.empty();
      return new Price(kind.name(), sum, lines.getFirst().source());
    }

    /// Days begun, at least one.
    private static long days(Instant from, Instant to) {
      Duration stay = Duration.between(from, to);
      return Math.max(1, stay.plusDays(1).minusNanos(1).toDays());
    }
  }
}
