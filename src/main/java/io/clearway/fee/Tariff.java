package io.clearway.fee;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.site.Figure;
import java.util.List;
import java.util.Optional;

/// What one issuer charges from a day on, as dated data.
///
/// @param rates the first that fits counts
/// @param exemptions the first that fits counts, before any rate
/// @param assumptions what the file marks as assumed and not known, in English
public record Tariff(
    Head head,
    List<Rate> rates,
    List<Factor> factors,
    List<Exemption> exemptions,
    List<String> assumptions) {

  /// The province, whose resolution it is.
  public static final String PUBLIC = "PUBLIC";

  /// @param issuer [#PUBLIC], or the code of the yard that publishes it
  /// @param digest SHA-256 of the file, in hexadecimal digits
  /// @param effective first day, ISO date, by the gate's calendar
  /// @param source where it was published
  public record Head(
      String complex,
      String issuer,
      String title,
      String digest,
      String effective,
      String source) {}

  /// What a vehicle does at the gate, as far as its fee goes.
  public enum Use {
    /// It goes over the line with its load, or without one.
    PASSES,
    /// It brings goods and goes inland with them itself.
    INLAND,
    /// It only hands its goods over at the yard.
    TRANSFERS,
    /// It takes over goods at the yard.
    RECEIVES
  }

  /// When something applies; what is empty asks for nothing.
  ///
  /// @param classes of vehicles, by the site's codes
  /// @param hs what the HS code of the goods begins with
  public record When(
      List<String> classes,
      List<Registration.Regime> regimes,
      Optional<Direction> direction,
      List<String> hs,
      Optional<Registration.Country> country,
      List<Use> uses) {

    boolean fits(Passing passing, Passing.Vehicle vehicle, String goods) {
      return (classes.isEmpty() || classes.contains(vehicle.vehicleClass()))
          && (regimes.isEmpty() || regimes.contains(passing.regime()))
          && direction.filter(way -> way != passing.direction()).isEmpty()
          && (hs.isEmpty() || hs.stream().anyMatch(goods::startsWith))
          && country.filter(of -> of != vehicle.country()).isEmpty()
          && (uses.isEmpty() || uses.contains(vehicle.use()));
    }
  }

  /// By what a rate is counted.
  public enum Unit {
    TRIP,
    /// Each day begun.
    DAY
  }

  /// @param amount in dong; what nobody published is unknown and says what was looked for
  public record Rate(String code, FeeKind kind, When when, Unit unit, Figure amount) {}

  /// @param thousandths 5000 is five times, 300 is 30 %
  public record Factor(String code, When when, int thousandths, Figure.Origin origin) {}

  public record Exemption(String code, When when, Figure.Origin origin) {}

  public boolean isPublic() {
    return head.issuer().equals(PUBLIC);
  }
}
