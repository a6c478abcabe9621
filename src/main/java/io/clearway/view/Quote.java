package io.clearway.view;

import io.clearway.fee.Assessing;
import io.clearway.fee.Line;
import io.clearway.fee.Passing;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Money;
import io.clearway.registration.Registration;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// F-17: what a load would be charged if it came now, with every vehicle that takes its goods over:
/// for who has not chosen yet. It changes nothing.
///
/// @param parties the vehicle of the load first, then those that receive its goods, in order
/// @param silent issuers of which nothing is held: nobody knows what they charge
public record Quote(List<Party> parties, List<String> silent) {

  /// One vehicle with what it would be charged.
  public record Party(Passing.Vehicle vehicle, List<Line> lines) {}

  /// @param receiving classes of the vehicles that take the goods over, each a vehicle of ours with
  ///   one day in the same yard; none: the load changes no vehicle, or not yet known into which
  public static Quote of(World world, Registration.Form form, List<String> receiving, Instant now) {
    Tariff.Use own = receiving.isEmpty() ? Passing.use(form) : Tariff.Use.TRANSFERS;
    String yard = form.parking().place();
    Passing source = Passing.of(form, own, form, Optional.of(new Passing.Stay(yard, 1, 0)));
    List<Tariff> tariffs = world.fees().tariffs().on(world.sites().get().dayOf(now).toString());
    List<Party> parties = new ArrayList<>();
    parties.add(party(tariffs, source));
    for (String vehicleClass : receiving) {
      Passing.Vehicle vehicle =
          new Passing.Vehicle(vehicleClass, Registration.Country.VN, Tariff.Use.RECEIVES);
      parties.add(
          party(
              tariffs,
              new Passing(
                  source.regime(),
                  source.direction(),
                  source.goods(),
                  source.payer(),
                  List.of(vehicle),
                  source.yard())));
    }
    List<String> silent = new ArrayList<>(List.of(Tariff.PUBLIC));
    boolean known = world.sites().get().places().findYard(yard).isPresent();
    if (known) {
      silent.add(yard);
    }
    tariffs.forEach(tariff -> silent.remove(tariff.head().issuer()));
    return new Quote(List.copyOf(parties), List.copyOf(silent));
  }

  private static Party party(List<Tariff> tariffs, Passing passing) {
    List<Line> lines =
        tariffs.stream()
            .flatMap(tariff -> Assessing.lines(tariff, passing).values().stream())
            .flatMap(List::stream)
            .toList();
    return new Party(passing.vehicles().getFirst(), lines);
  }

  /// Of every vehicle.
  public List<Line> lines() {
    return parties.stream().flatMap(party -> party.lines().stream()).toList();
  }

  /// What is known of these lines.
  public static Money sum(List<Line> lines) {
    return Money.sum(lines.stream().flatMap(line -> line.amount().stream()).toList());
  }
}
