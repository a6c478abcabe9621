package io.clearway.fee;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
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

  /// As it is declared, of a vehicle that does that here.
  ///
  /// @param goods the registration of the goods: its own, or that of the vehicle that it takes them
  ///   over from
  public static Passing of(
      Registration.Form form, Tariff.Use use, Registration.Form goods, Optional<Stay> stay) {
    Registration.Vehicle leading = form.leading();
    LinkedHashSet<String> codes = new LinkedHashSet<>();
    goods.goods().forEach(group -> group.lines().forEach(line -> codes.add(line.hsCode())));
    return new Passing(
        goods.trade().regime(),
        goods.direction(),
        codes.isEmpty() ? List.of("") : List.copyOf(codes),
        new Payer(form.feePayer().taxCode(), form.feePayer().name()),
        List.of(new Vehicle(leading.vehicleClass(), leading.country(), use)),
        stay);
  }

  /// F-5: who means to hand over at the yard transfers; who brings goods in and does not goes
  /// inland.
  public static Tariff.Use use(Registration.Form form) {
    if (form.transshipmentPlanned()) {
      return Tariff.Use.TRANSFERS;
    }
    return switch (form.direction()) {
      case EXPORT -> Tariff.Use.PASSES;
      case IMPORT -> Tariff.Use.INLAND;
    };
  }
}
