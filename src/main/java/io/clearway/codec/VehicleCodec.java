package io.clearway.codec;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Registration;

/// A registered vehicle in bytes: the parts of a record in the order in which it names them.
final class VehicleCodec {

  private VehicleCodec() {}

  static void vehicle(ByteOut out, Registration.Vehicle vehicle) {
    out.text(vehicle.vehicleClass());
    out.personal(vehicle.plate());
    out.personal(vehicle.plateText());
    out.number(vehicle.plateLines());
    out.varint(EnumCodes.of(vehicle.country()));
    out.optional(vehicle.trailer(), ByteOut::text);
    out.optional(vehicle.container(), ByteOut::text);
    out.optional(vehicle.containerType(), ByteOut::text);
    out.optional(vehicle.seal(), ByteOut::text);
    out.optional(vehicle.rfid(), ByteOut::text);
    driver(out, vehicle.driver());
    out.flag(vehicle.dedicatedDriver());
    out.number(vehicle.weights().tareKg());
    out.number(vehicle.weights().goodsKg());
    out.number(vehicle.weights().grossKg());
    out.optional(vehicle.transportPermit(), ByteOut::text);
    out.optional(vehicle.insuranceTo(), ByteOut::text);
  }

  static Registration.Vehicle vehicle(ByteIn in) {
    return new Registration.Vehicle(
        in.word(),
        in.personal(),
        in.personal(),
        in.intNumber(),
        EnumCodes.country(in),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::word),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        driver(in),
        in.flag(),
        new Registration.Weights(in.number(), in.number(), in.number()),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text));
  }

  private static void driver(ByteOut out, Registration.Driver driver) {
    out.personal(driver.name());
    out.personal(driver.phone());
    out.personal(driver.identityNumber());
    out.optional(driver.coDriver(), ByteOut::personal);
  }

  private static Registration.Driver driver(ByteIn in) {
    return new Registration.Driver(
        in.personal(), in.personal(), in.personal(), in.optional(ByteIn::personal));
  }
}
