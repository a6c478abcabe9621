package io.clearway.twin;

import io.clearway.kernel.ContainerNumber;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Plates, containers, people and forms that belong to nobody.
final class Invented {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private Invented() {}

  /// A Vietnamese plate; numbers from 0 to 99,999 give different ones.
  static String vietnamese(int number) {
    return "12H" + padded(number, 5);
  }

  static String chinese(int number) {
    return "桂F" + padded(number, 5);
  }

  /// Of the invented owner TSTU, with the digit that follows.
  static String container(int number) {
    String body = "TSTU" + padded(number, 6);
    for (int digit = 0; digit < 10; digit++) {
      if (ContainerNumber.fault(body + digit).isEmpty()) {
        return body + digit;
      }
    }
    throw new IllegalStateException("one of ten digits follows");
  }

  static Personal<String> plate(String text) {
    return personal(text);
  }

  static Personal<String> personal(String text) {
    RandomStream bits = new RandomStream(1).split(text);
    return new Personal.Known<>(new Subject(bits.next(), bits.next()), text);
  }

  /// A form that every rule accepts.
  ///
  /// @param serial of the day, below 100,000
  static Registration.Form form(Truck truck, LocalDate day, int serial) {
    String number = DAY.format(day) + padded(serial, 5);
    long goods = 15_000L + serial % 50 * 100L;
    Instant made = truck.registersAt();
    Registration.Company company =
        new Registration.Company(
            "0012345678", "Công Ty Thử Nghiệm", Optional.empty(), Optional.empty());
    return new Registration.Form(
        "T-" + number,
        number,
        Optional.empty(),
        truck.direction(),
        truck.gate(),
        made,
        made.isAfter(truck.arrivesAt()) ? made : truck.arrivesAt(),
        company,
        company,
        Optional.empty(),
        new Registration.Parking(truck.yard(), Registration.Position.INSIDE_GATE),
        goods,
        false,
        false,
        List.of(),
        List.of(goods(truck.direction(), serial, goods)),
        new Registration.Quarantine(
            serial % 4 == 0, serial % 3 == 0, false, Optional.empty(), Optional.empty()),
        List.of(vehicle(truck, number, goods)),
        Registration.Trade.ordinary(truck.direction()),
        true);
  }

  /// The same form with another seal, or with another telephone number of the driver.
  static Registration.Form amended(Registration held, boolean seal) {
    Registration.Vehicle v = held.form().leading();
    Registration.Driver d = v.driver();
    String next = Integer.toString(held.version() + 1);
    if (seal) {
      return with(held.form(), v.plate(), v.seal().map(text -> text + next), d);
    }
    Personal<String> phone = personal("000000000" + next);
    return with(
        held.form(),
        v.plate(),
        v.seal(),
        new Registration.Driver(d.name(), phone, d.identityNumber(), d.documents(), d.others()));
  }

  /// The same form, where plant quarantine is asked for if it was not, and the other way round.
  static Registration.Form quarantined(Registration held) {
    Registration.Form f = held.form();
    Registration.Quarantine q = f.quarantine();
    Registration.Quarantine other =
        new Registration.Quarantine(
            q.medical(), !q.plant(), q.animal(), q.plantCertificate(), q.residueTestReport());
    return with(f, f.goods(), other);
  }

  /// The same form with goods of another code.
  static Registration.Form carrying(Registration held, String hs) {
    Registration.Form f = held.form();
    Registration.GoodsGroup g = f.goods().getFirst();
    Registration.GoodsLine l = g.lines().getFirst();
    Registration.GoodsLine line =
        new Registration.GoodsLine(
            hs,
            l.product(),
            l.origin(),
            l.quantity(),
            l.unit(),
            l.weightKg(),
            l.valueVnd(),
            l.plantingArea(),
            l.packingHouse());
    var group =
        new Registration.GoodsGroup(
            g.customsNumber(),
            g.procedureCode(),
            g.officeCode(),
            g.declaredOn(),
            g.traderTaxCode(),
            g.traderName(),
            g.weightKg(),
            g.gateEntryCode(),
            g.supplier(),
            List.of(line));
    return with(f, List.of(group), f.quarantine());
  }

  /// The same form of another vehicle.
  static Registration.Form driven(Registration held, String plate) {
    Registration.Vehicle v = held.form().leading();
    return with(held.form(), plate(plate), v.seal(), v.driver());
  }

  private static Registration.Form with(
      Registration.Form form,
      Personal<String> plate,
      Optional<String> seal,
      Registration.Driver driver) {
    Registration.Vehicle v = form.leading();
    return form.with(
        new Registration.Vehicle(
            v.vehicleClass(),
            plate,
            plate,
            v.plateLines(),
            v.country(),
            v.trailer(),
            v.container(),
            v.containerType(),
            seal,
            v.rfid(),
            driver,
            v.dedicatedDriver(),
            v.weights(),
            v.papers(),
            v.wagons(),
            v.axles()));
  }

  private static Registration.Form with(
      Registration.Form f,
      List<Registration.GoodsGroup> goods,
      Registration.Quarantine quarantine) {
    return new Registration.Form(
        f.declarationId(),
        f.number(),
        f.borderGuardNumber(),
        f.direction(),
        f.gate(),
        f.createdAt(),
        f.plannedArrivalAt(),
        f.declarant(),
        f.feePayer(),
        f.procedureOfficer(),
        f.parking(),
        f.totalWeightKg(),
        f.storageGoods(),
        f.transshipmentPlanned(),
        f.linked(),
        goods,
        quarantine,
        f.vehicles(),
        f.trade(),
        f.synthetic());
  }

  private static Registration.GoodsGroup goods(Direction direction, int serial, long weight) {
    boolean export = direction == Direction.EXPORT;
    var line =
        new Registration.GoodsLine(
            export ? "08106000" : "85171300",
            export ? "Sầu riêng" : "Linh kiện",
            export ? "VN" : "CN",
            weight / 10,
            "KG",
            weight,
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());
    return new Registration.GoodsGroup(
        (export ? "308" : "108") + padded(serial, 9),
        "B11",
        "28NJ",
        "2026-01-01",
        "0012345678",
        "Công Ty Thử Nghiệm",
        weight,
        Optional.empty(),
        Optional.empty(),
        List.of(line));
  }

  private static Registration.Vehicle vehicle(Truck truck, String number, long goods) {
    boolean chinese = truck.plate().startsWith("桂");
    var driver =
        new Registration.Driver(
            personal("Tài Xế Thử Nghiệm " + truck.number() % 1000),
            personal("0000000000"),
            personal("999" + padded(truck.number(), 9)),
            List.of(),
            List.of());
    return new Registration.Vehicle(
        "VT6",
        plate(truck.plate()),
        plate(truck.plate()),
        1,
        chinese ? Registration.Country.CN : Registration.Country.VN,
        Optional.empty(),
        Optional.of(container(truck.number() % 1_000_000)),
        Optional.empty(),
        Optional.of("TST" + number),
        Optional.empty(),
        driver,
        false,
        new Registration.Weights(14_000, goods, 14_000 + goods),
        Registration.VehiclePapers.of(Optional.empty(), Optional.empty()),
        List.of(),
        OptionalInt.empty());
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(width - digits.length()) + digits;
  }
}
