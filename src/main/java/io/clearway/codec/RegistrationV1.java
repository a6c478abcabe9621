package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Registration;
import io.clearway.values.EnumCodes;
import io.clearway.values.FormCodec;
import io.clearway.values.VehicleCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The first version of a registration: no lot, no amendments, no regime; a trailer's plate and a
/// second driver's name were plain. What it lacked is empty or ordinary after lifting.
final class RegistrationV1 {

  private RegistrationV1() {}

  /// The time of the event becomes the time of the registration. A trailer's plate, which belonged
  /// to nobody, becomes its vehicle's. Before this step, of the second version, nobody counted a
  /// vehicle's axles.
  static void axles(ByteIn old, ByteOut next) {
    RegistrationCodec.write(next, RegistrationCodec.registered(old, VehicleCodec::withoutAxles));
  }

  static void amendedAxles(ByteIn old, ByteOut next) {
    RegistrationCodec.write(next, RegistrationCodec.amended(old, VehicleCodec::withoutAxles));
  }

  static void lift(ByteIn old, ByteOut next) {
    long id = old.number();
    var key = old.uuid();
    long owner = old.number();
    Registration.Form form = form(old);
    Instant at = old.instant();
    RegistrationCodec.registration(
        next,
        new Registration(
            id, key, owner, at, Registration.Via.API, Optional.empty(), List.of(), List.of(), form),
        VehicleCodec::withoutAxles);
    next.instant(at);
  }

  private static Registration.Form form(ByteIn in) {
    String declarationId = in.text();
    String number = in.text();
    Optional<String> borderGuardNumber = in.optional(ByteIn::text);
    Direction direction = EnumCodes.direction(in);
    return new Registration.Form(
        declarationId,
        number,
        borderGuardNumber,
        direction,
        in.word(),
        in.instant(),
        in.instant(),
        FormCodec.company(in),
        FormCodec.company(in),
        in.optional(FormCodec::agent),
        new Registration.Parking(in.word(), EnumCodes.position(in)),
        in.number(),
        in.flag(),
        in.flag(),
        in.list(ByteIn::text),
        in.list(RegistrationV1::group),
        FormCodec.quarantine(in),
        in.list(RegistrationV1::vehicle),
        Registration.Trade.ordinary(direction),
        in.flag());
  }

  private static Registration.GoodsGroup group(ByteIn in) {
    return new Registration.GoodsGroup(
        in.text(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.word(),
        in.number(),
        Optional.empty(),
        Optional.empty(),
        in.list(RegistrationV1::line));
  }

  private static Registration.GoodsLine line(ByteIn in) {
    return new Registration.GoodsLine(
        in.word(),
        in.word(),
        in.word(),
        in.number(),
        in.word(),
        in.number(),
        OptionalLong.empty(),
        in.optional(ByteIn::word),
        in.optional(ByteIn::word));
  }

  private static Registration.Vehicle vehicle(ByteIn in) {
    String vehicleClass = in.word();
    Personal<String> plate = in.personal();
    return new Registration.Vehicle(
        vehicleClass,
        plate,
        in.personal(),
        in.intNumber(),
        EnumCodes.country(in),
        in.optional(ByteIn::text).map(text -> of(plate.subject(), text)),
        in.optional(ByteIn::text),
        in.optional(ByteIn::word),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        driver(in),
        in.flag(),
        new Registration.Weights(in.number(), in.number(), in.number()),
        Registration.VehiclePapers.of(in.optional(ByteIn::text), in.optional(ByteIn::text)),
        List.of(),
        OptionalInt.empty());
  }

  private static Personal<String> of(Subject subject, String text) {
    return new Personal.Known<>(subject, text);
  }

  private static Registration.Driver driver(ByteIn in) {
    return new Registration.Driver(
        in.personal(),
        in.personal(),
        in.personal(),
        List.of(),
        in.optional(ByteIn::personal).stream().map(RegistrationV1::named).toList());
  }

  private static Registration.Person named(Personal<String> name) {
    return new Registration.Person(name, Optional.empty(), Optional.empty(), List.of());
  }
}
