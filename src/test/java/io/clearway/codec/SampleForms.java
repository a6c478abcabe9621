package io.clearway.codec;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;

/// The large records of [SampleEvents].
final class SampleForms {

  private final SampleValues values;

  SampleForms(SampleValues values) {
    this.values = values;
  }

  Registration registration() {
    return new Registration(values.id(), values.uuid(), values.id(), form());
  }

  private Registration.Form form() {
    return new Registration.Form(
        values.text(),
        values.text(),
        values.optional(values::text),
        values.oneOf(Direction.values()),
        values.code(),
        values.instant(),
        values.instant(),
        company(),
        company(),
        values.optional(this::agent),
        new Registration.Parking(values.code(), values.oneOf(Registration.Position.values())),
        values.id(),
        values.flag(),
        values.flag(),
        values.list(2, values::text),
        values.list(3, this::group),
        quarantine(),
        values.list(3, this::vehicle),
        values.flag());
  }

  private Registration.Company company() {
    return new Registration.Company(
        values.code(),
        values.text(),
        values.optional(values::personal),
        values.optional(values::personal));
  }

  private Registration.Agent agent() {
    return new Registration.Agent(values.personal(), values.optional(values::personal));
  }

  private Registration.GoodsGroup group() {
    return new Registration.GoodsGroup(
        values.text(),
        values.code(),
        values.code(),
        values.code(),
        values.code(),
        values.text(),
        values.id(),
        values.list(3, this::line));
  }

  private Registration.GoodsLine line() {
    return new Registration.GoodsLine(
        values.code(),
        values.text(),
        values.code(),
        values.id(),
        values.code(),
        values.id(),
        values.optional(values::code),
        values.optional(values::code));
  }

  private Registration.Quarantine quarantine() {
    return new Registration.Quarantine(
        values.flag(),
        values.flag(),
        values.flag(),
        values.optional(values::text),
        values.optional(values::text));
  }

  private Registration.Vehicle vehicle() {
    return new Registration.Vehicle(
        values.code(),
        values.personal(),
        values.personal(),
        values.below(3) - 1,
        values.oneOf(Registration.Country.values()),
        values.optional(values::text),
        values.optional(values::text),
        values.optional(values::code),
        values.optional(values::text),
        values.optional(values::text),
        new Registration.Driver(
            values.personal(),
            values.personal(),
            values.personal(),
            values.optional(values::personal)),
        values.flag(),
        new Registration.Weights(values.id(), values.id(), values.id()),
        values.optional(values::text),
        values.optional(values::text));
  }
}
