package io.clearway.link.json;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Plate;
import io.clearway.kernel.Violation;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Reads a declaration with our field names, as docs/layout.md gives them. Those of the platform in
/// use are turned into ours before (docs/takeover.md).
public final class RegistrationReader {

  private static final int SEAL = 40;
  private static final int TAG = 64;
  private static final int VEHICLES = 20;
  private static final int GROUPS = 100;
  private static final int LINES = 500;
  private static final int LINKS = 20;
  private static final int CERTIFICATES = 50;
  private static final int RESIDENTS = 100;
  private static final int WAGONS = 60;

  /// More than any; what is beyond is refused whatever it is.
  private static final int MOST_AXLES = 99;

  private final Subjects subjects;
  private final PersonReader people;
  private final Supplier<Instant> clock;

  /// @param clock the gate's clock, for declarations that do not say when they were made
  public RegistrationReader(Subjects subjects, Supplier<Instant> clock) {
    this.subjects = subjects;
    this.people = new PersonReader(subjects);
    this.clock = clock;
  }

  /// What reading gives.
  public sealed interface Reading {

    /// What could not be read, together with what the rules say of the rest and does not only
    /// repeat it.
    static List<Violation> with(List<Violation> unread, List<Violation> byRules) {
      List<Violation> all = new ArrayList<>(unread);
      byRules.stream().filter(v -> !Echo.of(v, unread)).forEach(all::add);
      return List.copyOf(all);
    }

    record Read(Registration.Form form) implements Reading {}

    /// @param rest the form with stand-ins where a fault is: good for finding more faults, never
    ///   for anything else
    record Faulty(List<Violation> violations, Registration.Form rest) implements Reading {

      /// The faults together with what the rules say of the rest. What a rule says of a field that
      /// could not be read, or of one that it compares with such a field, is left out.
      public List<Violation> with(List<Violation> byRules) {
        return Reading.with(violations, byRules);
      }
    }
  }

  /// Reads the whole declaration.
  public Reading read(JsonNode node) {
    Fields fields = Fields.of(node);
    Registration.Form form = read(fields);
    fields.close();
    List<Violation> violations = fields.violations();
    return violations.isEmpty() ? new Reading.Read(form) : new Reading.Faulty(violations, form);
  }

  /// Reads the declaration's fields out of a wider object, which the caller closes.
  public Registration.Form read(Fields f) {
    f.optionalText("gateName");
    Direction direction = f.word("direction", Direction.class);
    return new Registration.Form(
        f.optionalText("declarationId").orElse(""),
        f.optionalText("declarationNumber").orElse(""),
        f.optionalText("borderGuardDeclarationNumber"),
        direction,
        f.text("gateCode"),
        f.has("createdAt") ? f.time("createdAt") : clock.get(),
        f.time("plannedArrivalAt"),
        f.part("declarant", this::company),
        f.part("feePayer", this::payer),
        agent(f),
        new Registration.Parking(
            f.text("parkingPlace"), f.word("parkingPosition", Registration.Position.class)),
        f.tonnes("totalWeightTonnes"),
        f.flag("isStorageGoods"),
        f.flag("transshipmentPlanned"),
        f.texts("linkedDeclarationIds", LINKS),
        f.parts("goodsGroups", GROUPS, this::group),
        f.part("quarantine", this::quarantine),
        f.parts("vehicles", VEHICLES, this::vehicle),
        trade(f, direction),
        f.optionalFlag("synthetic"));
  }

  private Registration.Trade trade(Fields f, Direction direction) {
    Registration.Regime ordinary = Registration.Trade.ordinary(direction).regime();
    return new Registration.Trade(
        f.optionalWord("regime", Registration.Regime.class, ordinary),
        f.optionalText("route"),
        f.optionalPart("otherSideFiling", RegistrationReader::filing),
        f.optionalParts("certificates", CERTIFICATES, RegistrationReader::certificate),
        f.optionalParts("residents", RESIDENTS, people::resident));
  }

  private static Registration.Filing filing(Fields f) {
    return new Registration.Filing(f.text("number"), f.time("validTo"));
  }

  private static Registration.Certificate certificate(Fields f) {
    return new Registration.Certificate(
        f.word("kind", Registration.CertificateKind.class),
        f.text("number"),
        f.optionalText("laboratory"),
        f.optionalText("validTo"));
  }

  private Registration.Company company(Fields f) {
    String tax = f.text("taxCode");
    return new Registration.Company(
        tax,
        f.text("name"),
        f.optionalText("phone").map(phone -> personal("company", tax, phone)),
        f.optionalText("email").map(email -> personal("company", tax, email)));
  }

  private Registration.Company payer(Fields f) {
    String tax = f.text("taxCode");
    return new Registration.Company(
        tax,
        f.text("name"),
        f.optionalText("phone").map(phone -> personal("company", tax, phone)),
        Optional.empty());
  }

  private Optional<Registration.Agent> agent(Fields f) {
    Optional<String> name = f.optionalText("procedureOfficerName");
    Optional<String> phone = f.optionalText("procedureOfficerPhone");
    if (name.isEmpty() && phone.isPresent()) {
      f.fault("procedureOfficerName", "FIELD_MISSING", "A telephone number needs its name.");
    }
    return name.map(n -> {
      String person = n + phone.map(p -> "\n" + p).orElse("");
      return new Registration.Agent(
          personal("person", person, n), phone.map(p -> personal("person", person, p)));
    });
  }

  private Registration.GoodsGroup group(Fields f) {
    return new Registration.GoodsGroup(
        f.textOrBlank("customsDeclarationNumber"),
        f.textOrBlank("customsProcedureCode"),
        f.textOrBlank("customsOfficeCode"),
        f.textOrBlank("customsDeclarationDate"),
        f.text("traderTaxCode"),
        f.text("traderName"),
        f.kilograms("weightKg"),
        f.optionalText("gateEntryCode"),
        f.optionalText("supplier"),
        f.parts("goodsLines", LINES, this::line));
  }

  /// A code that is null is an empty one: the rule then says that it is missing.
  private Registration.GoodsLine line(Fields f) {
    return new Registration.GoodsLine(
        f.optionalText("hsCode").orElse(""),
        f.text("productName"),
        f.optionalText("originCode").orElse(""),
        f.whole("quantity"),
        f.text("unit"),
        f.kilograms("weightKg"),
        f.optionalWhole("valueVnd"),
        f.optionalText("plantingAreaCode"),
        f.optionalText("packingHouseCode"));
  }

  private Registration.Quarantine quarantine(Fields f) {
    return new Registration.Quarantine(
        f.flag("medicalRequired"),
        f.flag("plantRequired"),
        f.flag("animalRequired"),
        f.optionalText("plantCertificateNumber"),
        f.optionalText("residueTestReportNumber"));
  }

  private Registration.Vehicle vehicle(Fields f) {
    String typed = f.text("plateNumber");
    f.optionalText("plateNormalised");
    String plate = plate(typed);
    return new Registration.Vehicle(
        f.text("vehicleClass"),
        personal("plate", plate, plate),
        personal("plate", plate, typed),
        lines(f),
        f.word("vehicleNationality", Registration.Country.class),
        f.optionalText("trailerNumber").map(text -> personal("plate", plate(text), text)),
        f.optionalText("containerNumber"),
        f.optionalText("containerSizeType"),
        f.optionalText("customsSealNumber", SEAL),
        f.optionalText("rfidTag", TAG),
        people.driver(f),
        f.flag("dedicatedDriver"),
        new Registration.Weights(
            f.kilograms("tareKg"), f.kilograms("goodsKg"), f.kilograms("grossKg")),
        papers(f),
        f.optionalParts("wagons", WAGONS, RegistrationReader::wagon),
        axles(f));
  }

  /// Somebody, with a name and an identity number.
  public Registration.Person person(Fields f) {
    return people.person(f);
  }

  /// A tractor that is to take the trailer, with the fields that a vehicle has.
  public Tractor tractor(Fields f) {
    String typed = f.text("plateNumber");
    String plate = plate(typed);
    return new Tractor(
        personal("plate", plate, plate),
        personal("plate", plate, typed),
        lines(f),
        f.word("vehicleNationality", Registration.Country.class),
        people.driver(f),
        f.optionalText("internationalTransportPermit"),
        f.optionalText("permitValidTo"),
        f.optionalText("insuranceNumber"),
        f.optionalText("insuranceValidTo"));
  }

  private Registration.VehiclePapers papers(Fields f) {
    return new Registration.VehiclePapers(
        f.optionalText("internationalTransportPermit"),
        f.optionalText("permitValidTo"),
        f.optionalText("insuranceNumber"),
        f.optionalText("insuranceValidTo"),
        f.optionalText("customsVehicleDeclarationNumber"),
        f.optionalText("electronicSealNumber"),
        f.optionalText("dedicatedPlateNumber").map(text -> personal("plate", plate(text), text)));
  }

  private static Registration.Wagon wagon(Fields f) {
    return new Registration.Wagon(
        f.text("number"),
        f.optionalText("containerNumber"),
        f.optionalText("customsSealNumber", SEAL),
        f.kilograms("goodsKg"));
  }

  private static int lines(Fields f) {
    long lines = f.whole("plateLines");
    if (lines < 0 || lines > 2) {
      f.fault("plateLines", "PLATE_LINES", "A plate has one line or two.");
      return 1;
    }
    return (int) lines;
  }

  private static OptionalInt axles(Fields f) {
    OptionalLong axles = f.optionalWhole("axles");
    return axles.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.clamp(axles.getAsLong(), 0, MOST_AXLES + 1));
  }

  /// The plate as the rules compare it: normalised, or the text itself when it is no plate.
  public static String plate(String typed) {
    return Plate.parse(typed).map(Plate::normalised).orElse(typed);
  }

  private Personal<String> personal(String kind, String whose, String value) {
    return new Personal.Known<>(subjects.of(kind, whose), value);
  }
}
