package io.clearway.site;

import io.clearway.kernel.Direction;
import java.util.List;
import java.util.Optional;

/// What the place demands of a load, as dated data.
///
/// @param hsVersion the list that HS codes are read by
/// @param reliances which agency relies on which fields of a registration
/// @param residentsPerDay what a border resident may trade a day, in VND
/// @param axleLimits by number of axles, ascending
public record Rulebook(
    String hsVersion,
    List<Commodity> commodities,
    List<Eligibility> eligibilities,
    List<Need> needs,
    List<VehicleClass> vehicleClasses,
    List<Tariff> tariffs,
    List<Reliance> reliances,
    Figure residentsPerDay,
    List<AxleLimit> axleLimits) {

  /// Nothing is demanded and nothing is known.
  public static Rulebook empty() {
    return new Rulebook(
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Figure.Unknown(""),
        List.of());
  }

  /// Goods that rules speak of.
  ///
  /// @param hs what their HS codes begin with
  public record Commodity(
      String code,
      Places.Label name,
      List<String> hs,
      Perishability perishability,
      Figure.Origin origin) {}

  /// How long goods last.
  public enum Perishability {
    VERY_PERISHABLE,
    PERISHABLE,
    GENERAL
  }

  /// Where a commodity may pass in one direction.
  ///
  /// @param routes where it may
  /// @param elsewhere what is known of all other routes
  public record Eligibility(
      String commodity,
      Direction direction,
      List<String> routes,
      Elsewhere elsewhere,
      Figure.Origin origin) {}

  /// What holds for a route that is not named.
  public enum Elsewhere {
    REFUSED,
    /// Not known: the trader asks before loading.
    ASK
  }

  /// What one agency needs of a load.
  ///
  /// @param direction empty: both
  /// @param hs what the HS codes of the goods begin with; empty: all goods
  /// @param before until when it must be there
  /// @param from first day, ISO date
  public record Need(
      Agency agency,
      Optional<Direction> direction,
      List<String> hs,
      Paper paper,
      Stage before,
      Optional<String> from,
      Figure.Origin origin) {}

  /// What can be needed.
  public enum Paper {
    CUSTOMS_DECLARATION,
    MEDICAL_QUARANTINE,
    PLANT_QUARANTINE,
    ANIMAL_QUARANTINE,
    PLANT_CERTIFICATE,
    PLANTING_AREA,
    PACKING_HOUSE,
    /// Laboratory report on residues (auramine O, cadmium).
    RESIDUE_REPORT,
    TRANSPORT_PERMIT,
    VEHICLE_INSURANCE,
    OTHER_SIDE_FILING
  }

  /// Up to when something can be brought.
  public enum Stage {
    /// With the registration.
    REGISTRATION,
    /// Before the vehicle is called from its holding park.
    CALL,
    RELEASE
  }

  /// @param goodsKg what such a vehicle may carry
  /// @param grossKg what it may weigh altogether
  public record VehicleClass(String code, Places.Label name, Figure goodsKg, Figure grossKg) {}

  /// What a vehicle or a combination with so many axles, or more, may weigh altogether.
  public record AxleLimit(int axles, Figure grossKg) {}

  /// The limit for a vehicle with that many axles.
  public Optional<AxleLimit> limitOf(int axles) {
    return axleLimits.stream().filter(limit -> limit.axles() <= axles).reduce((a, b) -> b);
  }

  /// One line of the tariff. Unknown rates stay unknown.
  ///
  /// @param rate VND a trip for a rate or a maximum, thousandths for a coefficient
  public record Tariff(
      Kind kind, String regime, String goods, String vehicle, String from, Figure rate) {

    /// What a line says.
    public enum Kind {
      RATE,
      COEFFICIENT,
      MAXIMUM
    }
  }

  /// @param fields names of fields of a registration, as `vehicles[].plateNumber`
  public record Reliance(Agency agency, List<String> fields) {}

  /// The commodity with the longest beginning of that HS code.
  public Optional<Commodity> commodityOf(String hs) {
    Optional<Commodity> best = Optional.empty();
    int length = 0;
    for (Commodity commodity : commodities) {
      for (String beginning : commodity.hs()) {
        if (hs.startsWith(beginning) && beginning.length() > length) {
          best = Optional.of(commodity);
          length = beginning.length();
        }
      }
    }
    return best;
  }

  /// Where that commodity may pass, as far as anybody said.
  public Optional<Eligibility> eligibilityOf(String commodity, Direction direction) {
    return eligibilities.stream()
        .filter(e -> e.commodity().equals(commodity) && e.direction() == direction)
        .findFirst();
  }

  /// What is needed of goods with that HS code on that day.
  ///
  /// @param day ISO date
  public List<Need> needsOf(String hs, Direction direction, String day) {
    return needs.stream()
        .filter(n -> n.direction().isEmpty() || n.direction().get() == direction)
        .filter(n -> n.hs().isEmpty() || n.hs().stream().anyMatch(hs::startsWith))
        .filter(n -> n.from().isEmpty() || n.from().get().compareTo(day) <= 0)
        .toList();
  }

  public Optional<VehicleClass> findClass(String code) {
    return vehicleClasses.stream().filter(c -> c.code().equals(code)).findFirst();
  }
}
