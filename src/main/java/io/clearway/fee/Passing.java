package io.clearway.fee;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What a charge rests on: a load, its vehicles and what they do here.
///
/// @param goods HS codes, each once; one empty text where there are none
/// @param yard where it stood, once it has left there
public record Passing(
    Registration.Regime regime,
    Direction direction,
    List<String> goods,
    Payer payer,
    List<Vehicle> vehicles,
    Optional<Stay> yard) {

  public record Vehicle(String vehicleClass, Registration.Country country, Tariff.Use use) {}

  /// @param days begun in that yard
  /// @param plugDays begun on a plug, 0 without one
  public record Stay(String yard, long days, long plugDays) {}

  /// As it is declared.
  ///
  /// @param receivers vehicles that take the goods over, as far as they are known
  public static Passing of(Registration.Form form, List<Vehicle> receivers, Optional<Stay> stay) {
    Registration.Vehicle leading = form.leading();
    List<Vehicle> vehicles = new ArrayList<>();
    vehicles.add(
        new Vehicle(leading.vehicleClass(), leading.country(), use(form, !receivers.isEmpty())));
    vehicles.addAll(receivers);
    LinkedHashSet<String> goods = new LinkedHashSet<>();
    form.goods().forEach(group -> group.lines().forEach(line -> goods.add(line.hsCode())));
    return new Passing(
        form.trade().regime(),
        form.direction(),
        goods.isEmpty() ? List.of("") : List.copyOf(goods),
        new Payer(form.feePayer().taxCode(), form.feePayer().name()),
        List.copyOf(vehicles),
        stay);
  }

  /// F-5: who hands over at the yard only transfers; who brings goods in and does not goes inland.
  private static Tariff.Use use(Registration.Form form, boolean handsOver) {
    if (form.transshipmentPlanned() || handsOver) {
      return Tariff.Use.TRANSFERS;
    }
    return switch (form.direction()) {
      case EXPORT -> Tariff.Use.PASSES;
      case IMPORT -> Tariff.Use.INLAND;
    };
  }
}
