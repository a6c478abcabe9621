package io.clearway.registration;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A valid form whose fields a test may spoil, one vehicle and one goods line.
public final class Draft {
  public Direction direction = Direction.EXPORT;
  public String gate = "HN";
  public String yard = "Y-HN";
  public String number = "2026112400001";
  public String plate = "29C-123.45";
  public Instant createdAt = Instant.parse("2026-11-24T01:00:00Z");
  public Instant arrival = Instant.parse("2026-11-24T05:00:00Z");
  public Registration.Country country = Registration.Country.VN;
  public Optional<String> seal = Optional.empty();
  String declarantTax = "0012345678";
  public String payerTax = "0012345678-001";
  String ownerTax = "0012345678";
  public String customsNumber = "308000000001";
  String procedure = "B11";
  String office = "15BB";
  public String declaredOn = "2026-11-23";
  long quantity = 1_000;
  public long lineWeight = 20_000;
  public long groupWeight = 20_000;
  OptionalLong value = OptionalLong.empty();
  public Optional<String> plantingArea = Optional.empty();
  public Optional<String> packingHouse = Optional.empty();
  public boolean medical = false;
  public boolean plant = false;
  boolean animal = false;
  Optional<String> plantCertificate = Optional.empty();
  Optional<String> residueReport = Optional.empty();
  public Registration.@Nullable Regime regime = null;
  public List<String> linked = List.of();
  Optional<String> route = Optional.empty();
  Optional<Registration.Filing> otherSide = Optional.empty();
  List<Registration.Certificate> certificates = List.of();
  List<Registration.Resident> residents = List.of();
  OptionalInt axles = OptionalInt.empty();
  public String vehicleClass = "VT6";
  public Optional<String> trailer = Optional.empty();
  public Optional<String> tractor = Optional.empty();
  public Optional<String> permit = Optional.empty();
  Optional<String> permitTo = Optional.empty();
  public Optional<String> insuranceTo = Optional.empty();
  List<Registration.Document> documents = List.of();
  List<Registration.Person> others = List.of();
  List<Registration.Wagon> wagons = List.of();
  public String phone = "0000000000";
  public String hsCode = "08109092";
  String origin = "VN";
  public Optional<String> container = Optional.of("CSQU3054383");
  Optional<String> containerType = Optional.empty();
  public String driver = "Tài Xế Thử Nghiệm";
  public String document = "999000000001";
  public long tare = 15_000;
  public long goods = 20_000;
  public long gross = 35_000;
  public long total = 20_000;
  public boolean dedicated = false;
  boolean withVehicle = true;
  private Optional<String> second = Optional.empty();
  public boolean withGoods = true;
  boolean withLine = true;

  /// Whose goods they are.
  public void ownerTax(String code) {
    ownerTax = code;
  }

  /// Two lines of goods, half each.
  public void secondLine(String one, String other) {
    hsCode = one;
    second = Optional.of(other);
  }

  /// The form as it stands.
  public Registration.Form form() {
    return new Registration.Form(
        "D-" + number,
        number,
        Optional.empty(),
        direction,
        gate,
        createdAt,
        arrival,
        company(declarantTax),
        company(payerTax),
        Optional.empty(),
        new Registration.Parking(yard, Registration.Position.INSIDE_GATE),
        total,
        false,
        false,
        linked,
        withGoods ? List.of(group()) : List.of(),
        new Registration.Quarantine(medical, plant, animal, plantCertificate, residueReport),
        withVehicle ? new ArrayList<>(List.of(vehicle())) : List.of(),
        new Registration.Trade(
            regime == null ? Registration.Trade.ordinary(direction).regime() : regime,
            route,
            otherSide,
            certificates,
            residents),
        true);
  }

  /// The subject that stands for a plate's text in tests.
  public static Subject subject(String text) {
    return new Subject(text.hashCode(), text.length());
  }

  static <T> Personal<T> personal(T value) {
    return new Personal.Known<>(subject(value.toString()), value);
  }

  /// The driver has one that is good until that day.
  public void documents(String lastDay) {
    documents =
        List.of(
            new Registration.Document(
                Registration.DocumentKind.PASSPORT,
                of(document, "E1234567"),
                Optional.of(lastDay)));
  }

  /// Of the person with that document.
  private static Personal<String> of(String document, String value) {
    return new Personal.Known<>(subject(document), value);
  }

  private static Registration.Company company(String tax) {
    return new Registration.Company(tax, "Công Ty Thử Nghiệm", Optional.empty(), Optional.empty());
  }

  private Registration.GoodsGroup group() {
    long each = second.isPresent() ? lineWeight / 2 : lineWeight;
    List<Registration.GoodsLine> lines = new ArrayList<>();
    lines.add(line(hsCode, each));
    second.ifPresent(other -> lines.add(line(other, each)));
    return new Registration.GoodsGroup(
        customsNumber,
        procedure,
        office,
        declaredOn,
        ownerTax,
        "Công Ty Thử Nghiệm",
        groupWeight,
        Optional.empty(),
        Optional.empty(),
        withLine ? List.copyOf(lines) : List.of());
  }

  private Registration.GoodsLine line(String hs, long weight) {
    return new Registration.GoodsLine(
        hs, "durian", origin, quantity, "CT", weight, value, plantingArea, packingHouse);
  }

  private Registration.Vehicle vehicle() {
    String bare = plate.replaceAll("[-. ]", "");
    var driving =
        new Registration.Driver(
            of(document, driver), of(document, phone), personal(document), documents, others);
    return new Registration.Vehicle(
        vehicleClass,
        personal(bare),
        personal(plate),
        1,
        country,
        trailer.map(Draft::personal),
        container,
        containerType,
        seal,
        Optional.empty(),
        driving,
        dedicated,
        new Registration.Weights(tare, goods, gross),
        new Registration.VehiclePapers(
            permit,
            permitTo,
            Optional.empty(),
            insuranceTo,
            Optional.empty(),
            Optional.empty(),
            tractor.map(Draft::personal)),
        wagons,
        axles);
  }
}
