package io.clearway.link.site;

import io.clearway.fee.FeeKind;
import io.clearway.fee.Tariff;
import io.clearway.journal.Digest;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import io.clearway.link.json.JsonText;
import io.clearway.registration.Registration;
import io.clearway.site.Figure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads a tariff file; a wrong one is refused with every mistake by line and field.
public final class TariffReader {

  private static final int SIZE = 1 << 20;
  private static final int ITEMS = 1_000;
  private static final int ASSUMPTIONS = 200;
  private static final int FACTOR = 1_000_000;

  private TariffReader() {}

  /// What reading gives.
  public sealed interface Reading {
    record Read(Tariff tariff) implements Reading {}

    /// @param mistakes in order of their lines
    record Refused(List<SiteReader.Mistake> mistakes) implements Reading {}
  }

  public static Reading read(byte[] file) {
    return switch (JsonText.parse(file, SIZE)) {
      case JsonText.Reading.Broken(String code, String detail) ->
          new Reading.Refused(
              List.of(new SiteReader.Mistake(1, new Violation("", code, "E-1", detail))));
      case JsonText.Reading.Parsed(var node) -> {
        Fields fields = Fields.of(node);
        Tariff tariff = tariff(fields, HexFormat.of().formatHex(Digest.of(file).bytes()));
        fields.close();
        yield fields.violations().isEmpty()
            ? new Reading.Read(tariff)
            : new Reading.Refused(SiteReader.mistakes(file, fields.violations()));
      }
    };
  }

  /// The same, for a complex: an issuer, a yard and classes are those of its site.
  public static Reading read(byte[] file, Site site) {
    return switch (read(file)) {
      case Reading.Refused refused -> refused;
      case Reading.Read(Tariff tariff) -> {
        List<Violation> found = new ArrayList<>();
        fits(tariff, site, found);
        yield found.isEmpty()
            ? new Reading.Read(tariff)
            : new Reading.Refused(SiteReader.mistakes(file, found));
      }
    };
  }

  /// a name with a slip in it would never charge anybody.
  private static void fits(Tariff tariff, Site site, List<Violation> found) {
    if (!tariff.head().complex().equals(site.complex())) {
      found.add(
          new Violation("complex", "OTHER_COMPLEX", "F-1", "This is " + site.complex() + "."));
    } else if (!tariff.isPublic() && site.places().findYard(tariff.head().issuer()).isEmpty()) {
      found.add(new Violation("issuer", "YARD_UNKNOWN", "F-1", "There is no such yard."));
    }
    List<String> classes =
        site.rulebook().vehicleClasses().stream().map(Rulebook.VehicleClass::code).toList();
    for (int i = 0; i < tariff.rates().size(); i++) {
      when("rates[" + i + "]", tariff.rates().get(i).when(), classes, found);
    }
    for (int i = 0; i < tariff.factors().size(); i++) {
      when("factors[" + i + "]", tariff.factors().get(i).when(), classes, found);
    }
    for (int i = 0; i < tariff.exemptions().size(); i++) {
      when("exemptions[" + i + "]", tariff.exemptions().get(i).when(), classes, found);
    }
  }

  private static void when(
      String at, Tariff.When when, List<String> classes, List<Violation> found) {
    for (int i = 0; i < when.classes().size(); i++) {
      if (!classes.contains(when.classes().get(i))) {
        String path = at + ".when.classes[" + i + "]";
        found.add(new Violation(path, "CLASS_UNKNOWN", "F-1", "The site has no such class."));
      }
    }
  }

  private static Tariff tariff(Fields f, String digest) {
    Tariff.Head head =
        new Tariff.Head(
            f.text("complex"),
            SiteFields.code(f, "issuer"),
            f.text("title"),
            digest,
            SiteFields.day(f, "effective"),
            f.text("source"));
    Tariff tariff =
        new Tariff(
            head,
            f.parts("rates", ITEMS, TariffReader::rate),
            f.optionalParts("factors", ITEMS, TariffReader::factor),
            f.optionalParts("exemptions", ITEMS, TariffReader::exemption),
            f.texts("assumptions", ASSUMPTIONS));
    check(f, tariff);
    return tariff;
  }

  /// F-2: an issuer charges its own kinds; each clause has a code of its own.
  private static void check(Fields f, Tariff tariff) {
    Set<String> codes = new TreeSet<>();
    for (int i = 0; i < tariff.rates().size(); i++) {
      Tariff.Rate rate = tariff.rates().get(i);
      once(f, codes, "rates[" + i + "].code", rate.code());
      boolean provinces = rate.kind() == FeeKind.INFRASTRUCTURE;
      if (provinces != tariff.isPublic()) {
        f.fault(
            "rates[" + i + "].kind",
            "KIND_OF_OTHER_ISSUER",
            "PUBLIC publishes INFRASTRUCTURE, and a yard HANDLING, PARKING and PLUG.");
      }
    }
    for (int i = 0; i < tariff.factors().size(); i++) {
      once(f, codes, "factors[" + i + "].code", tariff.factors().get(i).code());
    }
    for (int i = 0; i < tariff.exemptions().size(); i++) {
      once(f, codes, "exemptions[" + i + "].code", tariff.exemptions().get(i).code());
    }
  }

  private static void once(Fields f, Set<String> codes, String path, String code) {
    if (!codes.add(code) && !code.isEmpty()) {
      f.fault(path, "CODE_TWICE", "Another one has this code.");
    }
  }

  private static Tariff.Rate rate(Fields f) {
    Tariff.Rate rate =
        new Tariff.Rate(
            SiteFields.code(f, "code"),
            f.word("kind", FeeKind.class),
            when(f),
            f.optionalWord("unit", Tariff.Unit.class, Tariff.Unit.TRIP),
            f.part("amount", SiteFields::figure));
    if (rate.amount() instanceof Figure.Known(long least, long most, var origin) && least != most) {
      f.fault("amount", "RATE_NOT_EXACT", "A rate is one amount in dong, or unknown.");
    }
    return rate;
  }

  private static Tariff.Factor factor(Fields f) {
    String code = SiteFields.code(f, "code");
    long thousandths = f.whole("thousandths");
    if (thousandths < 0 || thousandths > FACTOR) {
      f.fault("thousandths", "FACTOR_OUT_OF_RANGE", "From 0 to " + FACTOR + ": 1300 is 130 %.");
    }
    return new Tariff.Factor(
        code, when(f), Math.clamp(thousandths, 0, FACTOR), SiteFields.origin(f));
  }

  private static Tariff.Exemption exemption(Fields f) {
    return new Tariff.Exemption(SiteFields.code(f, "code"), when(f), SiteFields.origin(f));
  }

  private static Tariff.When when(Fields f) {
    return f.optionalPart("when", TariffReader::conditions)
        .orElse(
            new Tariff.When(
                List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), List.of()));
  }

  private static Tariff.When conditions(Fields f) {
    return new Tariff.When(
        texts(f, "classes"),
        f.has("regimes") ? f.words("regimes", Registration.Regime.class) : List.of(),
        f.has("direction") ? Optional.of(f.word("direction", Direction.class)) : Optional.empty(),
        hs(f),
        f.has("country")
            ? Optional.of(f.word("country", Registration.Country.class))
            : Optional.empty(),
        f.has("uses") ? f.words("uses", Tariff.Use.class) : List.of());
  }

  private static List<String> texts(Fields f, String name) {
    return f.has(name) ? f.texts(name, SiteFields.PARTS) : List.of();
  }

  private static List<String> hs(Fields f) {
    List<String> read = new ArrayList<>(texts(f, "hs"));
    for (int i = 0; i < read.size(); i++) {
      if (!read.get(i).matches("[0-9]{2,8}")) {
        f.fault("hs[" + i + "]", "HS_FORMAT", "Two to eight digits that the HS code begins with.");
      }
    }
    return List.copyOf(read);
  }
}
