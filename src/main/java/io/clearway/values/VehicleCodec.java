package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Registration;
import java.util.OptionalInt;

/// A registered vehicle in bytes: the parts of a record in the order in which it names them.
public final class VehicleCodec {

  private VehicleCodec() {}

  public static void vehicle(ByteOut out, Registration.Vehicle vehicle) {
    withoutAxles(out, vehicle);
    out.flag(vehicle.axles().isPresent());
    vehicle.axles().ifPresent(out::number);
  }

  public static Registration.Vehicle vehicle(ByteIn in) {
    return vehicle(in, VehicleCodec::axles);
  }

  /// Up to its last part, which came later.
  public static void withoutAxles(ByteOut out, Registration.Vehicle vehicle) {
    out.text(vehicle.vehicleClass());
    out.personal(vehicle.plate());
    out.personal(vehicle.plateText());
    out.number(vehicle.plateLines());
    out.varint(EnumCodes.of(vehicle.country()));
    out.optional(vehicle.trailer(), ByteOut::personal);
    out.optional(vehicle.container(), ByteOut::text);
    out.optional(vehicle.containerType(), ByteOut::text);
    out.optional(vehicle.seal(), ByteOut::text);
    out.optional(vehicle.rfid(), ByteOut::text);
    driver(out, vehicle.driver());
    out.flag(vehicle.dedicatedDriver());
    out.number(vehicle.weights().tareKg());
    out.number(vehicle.weights().goodsKg());
    out.number(vehicle.weights().grossKg());
    papers(out, vehicle.papers());
    out.list(vehicle.wagons(), VehicleCodec::wagon);
  }

  public static Registration.Vehicle withoutAxles(ByteIn in) {
    return vehicle(in, none -> OptionalInt.empty());
  }

  private static Registration.Vehicle vehicle(ByteIn in, ByteIn.Reader<OptionalInt> axles) {
    return new Registration.Vehicle(
        in.word(),
        in.personal(),
        in.personal(),
        in.intNumber(),
        EnumCodes.country(in),
        in.optional(ByteIn::personal),
        in.optional(ByteIn::text),
        in.optional(ByteIn::word),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        driver(in),
        in.flag(),
        new Registration.Weights(in.number(), in.number(), in.number()),
        papers(in),
        in.list(VehicleCodec::wagon),
        axles.read(in));
  }

  private static OptionalInt axles(ByteIn in) {
    return in.flag() ? OptionalInt.of(in.intNumber()) : OptionalInt.empty();
  }

  public static void papers(ByteOut out, Registration.VehiclePapers papers) {
    out.optional(papers.transportPermit(), ByteOut::text);
    out.optional(papers.permitTo(), ByteOut::text);
    out.optional(papers.insurance(), ByteOut::text);
    out.optional(papers.insuranceTo(), ByteOut::text);
    out.optional(papers.customsVehicle(), ByteOut::text);
    out.optional(papers.electronicSeal(), ByteOut::text);
    out.optional(papers.dedicatedPlate(), ByteOut::personal);
  }

  private static Registration.VehiclePapers papers(ByteIn in) {
    return new Registration.VehiclePapers(
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.optional(ByteIn::personal));
  }

  private static void wagon(ByteOut out, Registration.Wagon wagon) {
    out.text(wagon.number());
    out.optional(wagon.container(), ByteOut::text);
    out.optional(wagon.seal(), ByteOut::text);
    out.number(wagon.goodsKg());
  }

  private static Registration.Wagon wagon(ByteIn in) {
    return new Registration.Wagon(
        in.text(), in.optional(ByteIn::text), in.optional(ByteIn::text), in.number());
  }

  public static void driver(ByteOut out, Registration.Driver driver) {
    out.personal(driver.name());
    out.personal(driver.phone());
    out.personal(driver.identityNumber());
    out.list(driver.documents(), PersonCodec::document);
    out.list(driver.others(), PersonCodec::person);
  }

  public static Registration.Driver driver(ByteIn in) {
    return new Registration.Driver(
        in.personal(),
        in.personal(),
        in.personal(),
        in.list(PersonCodec::document),
        in.list(PersonCodec::person));
  }
}
