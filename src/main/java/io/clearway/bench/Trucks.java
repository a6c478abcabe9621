package io.clearway.bench;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.world.Event;
import io.clearway.world.Obligation;
import io.clearway.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Invented trucks with full records, numbered from 0.
final class Trucks {

  static final Instant DAY = Instant.parse("2026-01-15T00:00:00Z");

  private static final List<String> GATES = List.of("HN", "TT", "COC", "CM");

  private Trucks() {}

  static Site site() {
    ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    List<Places.Gate> gates = GATES.stream().map(Trucks::gate).toList();
    return new Site(
        new Site.Head(
            "bench", "0", "2026-01-01", zone, zone, Duration.ofMinutes(15), Duration.ofDays(30)),
        Places.of(gates),
        Rulebook.empty(),
        List.of());
  }

  private static Places.Gate gate(String code) {
    Places.Label name = new Places.Label(code, code, code);
    return new Places.Gate(
        code,
        name,
        name,
        List.of(),
        Optional.empty(),
        List.of(new Places.Yard("YARD_" + code, name, code, new Figure.Unknown(""))),
        List.of(new Places.Hours(Direction.EXPORT, LocalTime.of(7, 0), LocalTime.of(20, 0))));
  }

  private static String day(int number) {
    return LocalDate.of(2026, 1, 15)
        .plusDays(number / 100_000)
        .format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /// The notice that an entry opened.
  static long notice(List<Event> events) {
    for (Event event : events) {
      if (event instanceof Event.OfWorld(WorldEvent.ObligationOpened(Obligation opened))) {
        return opened.id();
      }
    }
    throw new IllegalStateException("nobody was told");
  }

  static String gate(int number) {
    return GATES.get(number & 3);
  }

  static Direction direction(int number) {
    return number % 3 == 0 ? Direction.EXPORT : Direction.IMPORT;
  }

  static Personal<String> plate(int number) {
    return new Personal.Known<>(
        new Subject(0x9E3779B97F4A7C15L * number, number), "29C%05d".formatted(number % 100_000));
  }

  private static Personal<String> person(int number, String what) {
    return new Personal.Known<>(
        new Subject(number, what.hashCode()), what + "%06d".formatted(number % 100_000));
  }

  static Registration.Form form(int number) {
    return form(number, DAY);
  }

  /// @param at when it is made, an hour before the vehicle comes
  static Registration.Form form(int number, Instant at) {
    boolean export = direction(number) == Direction.EXPORT;
    Registration.Company company =
        new Registration.Company(
            "%010d".formatted(number % 500),
            "Công ty TNHH Giả Định " + number % 500,
            Optional.of(person(number % 500, "+84000")),
            Optional.of(person(number % 500, "contact@example.invalid ")));
    return new Registration.Form(
        "SYN-" + number,
        day(number) + "%05d".formatted(number % 100_000),
        Optional.of("15012026%05d".formatted(number)),
        direction(number),
        gate(number),
        at,
        at.plusSeconds(3_600),
        company,
        company,
        Optional.of(
            new Registration.Agent(
                person(number % 700, "Nhân viên "), Optional.of(person(number % 700, "+8400")))),
        new Registration.Parking("YARD_" + gate(number), Registration.Position.INSIDE_GATE),
        20_000,
        false,
        false,
        List.of(),
        List.of(goods(number, export)),
        new Registration.Quarantine(
            true, export, false, Optional.of("SYN-PC-" + number), Optional.empty()),
        List.of(vehicle(number)),
        Registration.Trade.ordinary(direction(number)),
        true);
  }

  private static Registration.GoodsGroup goods(int number, boolean export) {
    return new Registration.GoodsGroup(
        (export ? "3" : "1") + "%011d".formatted(number),
        export ? "B11" : "A11",
        "03NK",
        "2026-01-15",
        "%010d".formatted(number % 500),
        "Công ty TNHH Giả Định " + number % 500,
        20_000,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Registration.GoodsLine(
                "08106000",
                "Sầu riêng tươi",
                "VN",
                20_000,
                "KGM",
                20_000,
                OptionalLong.empty(),
                Optional.of("VN-DLOR-" + number % 900),
                Optional.of("VN-DLPH-" + number % 90))));
  }

  private static Registration.Vehicle vehicle(int number) {
    return new Registration.Vehicle(
        "VT6",
        plate(number),
        new Personal.Known<>(
            plate(number).subject(),
            "29C-%03d.%02d".formatted(number % 100_000 / 100, number % 100)),
        1,
        Registration.Country.VN,
        Optional.of(
            new Personal.Known<>(
                plate(number).subject(), "51R-%03d.%02d".formatted(number % 1000, number % 100))),
        Optional.empty(),
        Optional.of("45R1"),
        Optional.of("SEAL" + number),
        Optional.of("E220" + number),
        new Registration.Driver(
            person(number, "Tài xế "),
            person(number, "+84000"),
            person(number, "999000"),
            List.of(),
            List.of()),
        false,
        new Registration.Weights(16_000, 20_000, 36_000),
        Registration.VehiclePapers.of(Optional.of("SYN-GPLV-" + number), Optional.of("2030-01-01")),
        List.of(),
        OptionalInt.empty());
  }
}
