package io.clearway.codec;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// The large records in [GoldenEvents]: a registration. Never changed.
final class GoldenForms {

  static final Registration.Change CHANGE =
      new Registration.Change(GoldenEvents.LATER, List.of("vehicles[].plateNumber"));

  static final Registration.Papers PAPERS =
      new Registration.Papers(Agency.TRAFFIC_POLICE, 6, GoldenEvents.AT);

  private GoldenForms() {}

  static Registration full() {
    return full(fullForm());
  }

  private static Registration full(Registration.Form form) {
    return new Registration(
        69,
        GoldenEvents.KEY,
        4,
        GoldenEvents.LATER,
        Registration.Via.SCREEN,
        Optional.of(new UUID(7, 8)),
        List.of(CHANGE),
        List.of(PAPERS),
        form);
  }

  /// What version 2 is lifted to: nobody counted axles.
  static Registration fullOfVersion2() {
    return full(formWithoutAxles());
  }

  /// What version 1 is lifted to: registered at the time of its event.
  static Registration fullOfVersion1() {
    return new Registration(
        69,
        GoldenEvents.KEY,
        4,
        GoldenEvents.AT,
        Registration.Via.API,
        Optional.empty(),
        List.of(),
        List.of(),
        fullForm(vehicleOfVersion1(), Registration.Trade.ordinary(Direction.EXPORT)));
  }

  static Registration.Form fullForm() {
    return fullForm(fullVehicle(OptionalInt.of(6)), fullTrade());
  }

  static Registration.Form formWithoutAxles() {
    return fullForm(fullVehicle(OptionalInt.empty()), fullTrade());
  }

  private static Registration.Form fullForm(
      Registration.Vehicle vehicle, Registration.Trade trade) {
    boolean old = trade.certificates().isEmpty();
    return new Registration.Form(
        "DN-2026-000123",
        "2026112400017",
        Optional.of("24112026-17"),
        Direction.EXPORT,
        "HN-1",
        GoldenEvents.AT,
        GoldenEvents.LATER,
        new Registration.Company(
            "0100109106",
            "Công ty TNHH Nông sản Việt",
            Optional.of(GoldenEvents.known(10, "+84912345678")),
            Optional.of(GoldenEvents.known(11, "a@example.vn"))),
        new Registration.Company("0100109106-001", "Chi nhánh", none(), none()),
        Optional.of(
            new Registration.Agent(
                GoldenEvents.known(12, "Nguyễn Văn A"), Optional.of(GoldenEvents.erased()))),
        new Registration.Parking("Y-1", Registration.Position.OUTSIDE_GATE),
        18_500,
        true,
        true,
        List.of("DN-2026-000124", "DN-2026-000125"),
        List.of(fullGroup(old)),
        new Registration.Quarantine(true, true, true, Optional.of("KD-77"), Optional.of("TN-8")),
        List.of(vehicle),
        trade,
        true);
  }

  private static Registration.GoodsGroup fullGroup(boolean old) {
    return new Registration.GoodsGroup(
        "301234567890",
        "B11",
        "15BB",
        "2026-11-23",
        "0100109106",
        "Công ty TNHH Nông sản Việt",
        18_500,
        old ? Optional.empty() : Optional.of("GE-1"),
        old ? Optional.empty() : Optional.of("Nhà vườn A"),
        List.of(
            new Registration.GoodsLine(
                "08106000",
                "Sầu riêng tươi",
                "VN",
                900,
                "thùng",
                18_500,
                old ? OptionalLong.empty() : OptionalLong.of(900_000_000),
                Optional.of("VN-DLOR-0042"),
                Optional.of("VN-DLPH-007"))));
  }

  private static Registration.Trade fullTrade() {
    return new Registration.Trade(
        Registration.Regime.TEMPORARY_EXPORT,
        Optional.of("TT_1088"),
        Optional.of(new Registration.Filing("F-1", GoldenEvents.LATER)),
        List.of(
            new Registration.Certificate(
                Registration.CertificateKind.AURAMINE_O_REPORT,
                "T-1",
                Optional.of("Lab"),
                Optional.of("2026-12-31")),
            new Registration.Certificate(
                Registration.CertificateKind.ORIGIN, "O-1", Optional.empty(), Optional.empty())),
        List.of(new Registration.Resident(fullPerson(), 2_000_000)));
  }

  private static Registration.Person fullPerson() {
    return new Registration.Person(
        GoldenEvents.known(21, "Lê C"),
        Optional.of(GoldenEvents.known(21, "0900000000")),
        Optional.of(GoldenEvents.known(21, "001099012346")),
        List.of(
            new Registration.Document(
                Registration.DocumentKind.BORDER_PASS,
                GoldenEvents.known(21, "B123456"),
                Optional.of("2027-01-01"))));
  }

  private static Registration.Vehicle fullVehicle(OptionalInt axles) {
    return vehicle(
        GoldenEvents.known(2, "51R-123.45"),
        driver(
            List.of(
                new Registration.Document(
                    Registration.DocumentKind.PASSPORT,
                    GoldenEvents.known(20, "P1234567"),
                    Optional.empty())),
            List.of(fullPerson())),
        new Registration.VehiclePapers(
            Optional.of("GP-1"),
            Optional.of("2027-02-01"),
            Optional.of("BH-1"),
            Optional.of("2027-03-01"),
            Optional.of("TKPT-1"),
            Optional.of("E-SEAL"),
            Optional.of(GoldenEvents.known(3, "12C-000.01"))),
        List.of(
            new Registration.Wagon("310012", Optional.of("CSQU3054383"), Optional.of("S"), 9),
            new Registration.Wagon("310013", Optional.empty(), Optional.empty(), 0)),
        axles);
  }

  /// A trailer was nobody's and became its vehicle's; a second driver was a name.
  private static Registration.Vehicle vehicleOfVersion1() {
    return vehicle(
        GoldenEvents.known(1, "51R-123.45"),
        driver(
            List.of(),
            List.of(
                new Registration.Person(
                    GoldenEvents.known(21, "Lê C"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))),
        Registration.VehiclePapers.of(Optional.of("GP-1"), Optional.of("2027-03-01")),
        List.of(),
        OptionalInt.empty());
  }

  private static Registration.Driver driver(
      List<Registration.Document> documents, List<Registration.Person> others) {
    return new Registration.Driver(
        GoldenEvents.known(20, "Trần 𠮷 B"),
        GoldenEvents.known(20, "0912345678"),
        GoldenEvents.known(20, "001099012345"),
        documents,
        others);
  }

  private static Registration.Vehicle vehicle(
      Personal<String> trailer,
      Registration.Driver driver,
      Registration.VehiclePapers papers,
      List<Registration.Wagon> wagons,
      OptionalInt axles) {
    return new Registration.Vehicle(
        "tractor",
        GoldenEvents.known(1, "29C12345"),
        GoldenEvents.known(1, "29C-123.45"),
        2,
        Registration.Country.CN,
        Optional.of(trailer),
        Optional.of("CSQU3054383"),
        Optional.of("45R1"),
        Optional.of("SEAL-1"),
        Optional.of("E280"),
        driver,
        true,
        new Registration.Weights(15_000, 18_500, 33_500),
        papers,
        wagons,
        axles);
  }

  static Preset preset() {
    return new Preset(
        95,
        GoldenEvents.KEY,
        4,
        Preset.Kind.VEHICLE,
        "Xe 1",
        GoldenEvents.AT,
        List.of(
            new Preset.Leaf.Plain("vehicles[0].tareKg", "15000"),
            new Preset.Leaf.Private(
                "vehicles[0].driverName", GoldenEvents.known(20, "\"Trần B\""))));
  }

  static Registration minimal() {
    return new Registration(
        0,
        new UUID(0, 0),
        0,
        Instant.EPOCH,
        Registration.Via.API,
        Optional.empty(),
        List.of(),
        List.of(),
        minimalForm());
  }

  static Registration.Form minimalForm() {
    Registration.Company nobody = new Registration.Company("", "", none(), none());
    return new Registration.Form(
        "",
        "",
        Optional.empty(),
        Direction.EXPORT,
        "",
        Instant.EPOCH,
        Instant.EPOCH,
        nobody,
        nobody,
        Optional.empty(),
        new Registration.Parking("", Registration.Position.INSIDE_GATE),
        0,
        false,
        false,
        List.of(),
        List.of(),
        new Registration.Quarantine(false, false, false, Optional.empty(), Optional.empty()),
        List.of(minimalVehicle()),
        Registration.Trade.ordinary(Direction.EXPORT),
        false);
  }

  private static Registration.Vehicle minimalVehicle() {
    Personal<String> erased = GoldenEvents.erased();
    return new Registration.Vehicle(
        "",
        erased,
        erased,
        0,
        Registration.Country.VN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Registration.Driver(erased, erased, erased, List.of(), List.of()),
        false,
        new Registration.Weights(0, 0, 0),
        Registration.VehiclePapers.of(Optional.empty(), Optional.empty()),
        List.of(),
        OptionalInt.empty());
  }

  private static Optional<Personal<String>> none() {
    return Optional.empty();
  }
}
