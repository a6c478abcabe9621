package io.clearway.fee;

import io.clearway.kernel.Direction;
import io.clearway.link.site.TariffReader;
import io.clearway.registration.Registration;
import io.clearway.site.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Tariffs for tests: the one that ships, and one of round figures.
public final class TestTariffs {

  public static final Figure.Origin INVENTED =
      new Figure.Origin(Figure.Evidence.A, "invented for tests");
  public static final Tariff.When ALWAYS =
      new Tariff.When(
          List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), List.of());

  private TestTariffs() {}

  /// `src/main/resources/tariffs/lang-son.json`.
  public static Tariff langSon() {
    try (InputStream in = Tariff.class.getResourceAsStream("/tariffs/lang-son.json")) {
      return switch (TariffReader.read(in.readAllBytes())) {
        case TariffReader.Reading.Read(Tariff tariff) -> tariff;
        case TariffReader.Reading.Refused(var mistakes) ->
            throw new AssertionError(mistakes.toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// 800,000 a trip out, 300,000 in; pepper is not known, salt is free.
  public static Tariff round(String digest, String effective) {
    return round(digest, effective, 800_000);
  }

  public static Tariff round(String digest, String effective, long export) {
    return new Tariff(
        head("PUBLIC", digest, effective),
        List.of(
            rate("PEPPER", FeeKind.INFRASTRUCTURE, hs("0904"), new Figure.Unknown("nowhere said")),
            rate("OUT", FeeKind.INFRASTRUCTURE, way(Direction.EXPORT), exactly(export)),
            rate("IN", FeeKind.INFRASTRUCTURE, way(Direction.IMPORT), exactly(300_000))),
        List.of(
            new Tariff.Factor("PART", uses(Tariff.Use.TRANSFERS), 300, INVENTED),
            new Tariff.Factor("MORE", uses(Tariff.Use.INLAND), 1_300, INVENTED)),
        List.of(new Tariff.Exemption("SALT", hs("2501"), INVENTED)),
        List.of());
  }

  /// One amount for every passage.
  public static Tariff flat(String complex, String digest, Figure amount) {
    return new Tariff(
        new Tariff.Head(complex, "PUBLIC", "flat", digest, "2025-01-01", "invented"),
        List.of(rate("ALL", FeeKind.INFRASTRUCTURE, ALWAYS, amount)),
        List.of(),
        List.of(),
        List.of());
  }

  /// A yard's own: 200,000 for handling, 50,000 a day, plugs not known.
  public static Tariff ofYard(String yard, String digest, String effective) {
    return new Tariff(
        head(yard, digest, effective),
        List.of(
            rate("HANDLING", FeeKind.HANDLING, ALWAYS, exactly(200_000)),
            new Tariff.Rate("PARKING", FeeKind.PARKING, ALWAYS, Tariff.Unit.DAY, exactly(50_000)),
            new Tariff.Rate(
                "PLUG", FeeKind.PLUG, ALWAYS, Tariff.Unit.DAY, new Figure.Unknown("not said"))),
        List.of(),
        List.of(),
        List.of());
  }

  private static Tariff.Head head(String issuer, String digest, String effective) {
    return new Tariff.Head(
        "test-complex", issuer, "of round figures", digest, effective, "invented");
  }

  private static Tariff.Rate rate(String code, FeeKind kind, Tariff.When when, Figure amount) {
    return new Tariff.Rate(code, kind, when, Tariff.Unit.TRIP, amount);
  }

  private static Figure exactly(long dong) {
    return new Figure.Known(dong, dong, INVENTED);
  }

  private static Tariff.When hs(String beginning) {
    return new Tariff.When(
        List.of(), List.of(), Optional.empty(), List.of(beginning), Optional.empty(), List.of());
  }

  private static Tariff.When way(Direction direction) {
    return new Tariff.When(
        List.of(), List.of(), Optional.of(direction), List.of(), Optional.empty(), List.of());
  }

  private static Tariff.When uses(Tariff.Use use) {
    return new Tariff.When(
        List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), List.of(use));
  }

  /// A passage of one vehicle.
  static Passing passing(Registration.Regime regime, String vehicleClass, String... goods) {
    Direction direction =
        regime == Registration.Regime.IMPORT ? Direction.IMPORT : Direction.EXPORT;
    Tariff.Use use = regime == Registration.Regime.IMPORT ? Tariff.Use.INLAND : Tariff.Use.PASSES;
    return new Passing(
        regime,
        direction,
        List.of(goods),
        new Payer("0012345678", "Công ty Giả Định"),
        List.of(new Passing.Vehicle(vehicleClass, Registration.Country.VN, use)),
        Optional.empty());
  }
}
