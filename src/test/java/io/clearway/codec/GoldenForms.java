package io.clearway.codec;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The large records in [GoldenEvents]: a registration. Never changed.
final class GoldenForms {

  private GoldenForms() {}

  static Registration full() {
    return new Registration(69, GoldenEvents.KEY, 4, fullForm());
  }

  private static Registration.Form fullForm() {
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
        List.of(fullGroup()),
        new Registration.Quarantine(true, true, true, Optional.of("KD-77"), Optional.of("TN-8")),
        List.of(fullVehicle()),
        true);
  }

  private static Registration.GoodsGroup fullGroup() {
    return new Registration.GoodsGroup(
        "301234567890",
        "B11",
        "15BB",
        "2026-11-23",
        "0100109106",
        "Công ty TNHH Nông sản Việt",
        18_500,
        List.of(
            new Registration.GoodsLine(
                "08106000",
                "Sầu riêng tươi",
                "VN",
                900,
                "thùng",
                18_500,
                Optional.of("VN-DLOR-0042"),
                Optional.of("VN-DLPH-007"))));
  }

  private static Registration.Vehicle fullVehicle() {
    return new Registration.Vehicle(
        "tractor",
        GoldenEvents.known(1, "29C12345"),
        GoldenEvents.known(1, "29C-123.45"),
        2,
        Registration.Country.CN,
        Optional.of("51R-123.45"),
        Optional.of("CSQU3054383"),
        Optional.of("45R1"),
        Optional.of("SEAL-1"),
        Optional.of("E280"),
        new Registration.Driver(
            GoldenEvents.known(20, "Trần 𠮷 B"),
            GoldenEvents.known(20, "0912345678"),
            GoldenEvents.known(20, "001099012345"),
            Optional.of(GoldenEvents.known(21, "Lê C"))),
        true,
        new Registration.Weights(15_000, 18_500, 33_500),
        Optional.of("GP-1"),
        Optional.of("2027-03-01"));
  }

  static Registration minimal() {
    return new Registration(0, new UUID(0, 0), 0, minimalForm());
  }

  private static Registration.Form minimalForm() {
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
        new Registration.Driver(erased, erased, erased, Optional.empty()),
        false,
        new Registration.Weights(0, 0, 0),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Personal<String>> none() {
    return Optional.empty();
  }
}
