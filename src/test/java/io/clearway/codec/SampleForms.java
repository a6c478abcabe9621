package io.clearway.codec;

import io.clearway.kernel.Direction;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The large records of [SampleEvents].
final class SampleForms {

  private final SampleValues values;

  SampleForms(SampleValues values) {
    this.values = values;
  }

  Registration registration() {
    return new Registration(
        values.id(),
        values.uuid(),
        values.id(),
        values.instant(),
        values.oneOf(Registration.Via.values()),
        values.optional(values::uuid),
        values.list(2, this::change),
        values.list(2, this::papers),
        form());
  }

  Registration.Papers papers() {
    return new Registration.Papers(agency(), values.id(), values.instant());
  }

  Agency agency() {
    return values.oneOf(Agency.values());
  }

  Registration.Change change() {
    return new Registration.Change(values.instant(), values.list(3, values::code));
  }

  Preset preset() {
    return new Preset(
        values.id(),
        values.uuid(),
        values.id(),
        values.oneOf(Preset.Kind.values()),
        values.text(),
        values.instant(),
        values.list(4, this::leaf));
  }

  private Preset.Leaf leaf() {
    return values.flag()
        ? new Preset.Leaf.Plain(values.code(), values.text())
        : new Preset.Leaf.Private(values.code(), values.personal());
  }

  Registration.Form form() {
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
        trade(),
        values.flag());
  }

  private Registration.Trade trade() {
    return new Registration.Trade(
        values.oneOf(Registration.Regime.values()),
        values.optional(values::code),
        values.optional(() -> new Registration.Filing(values.text(), values.instant())),
        values.list(2, this::certificate),
        values.list(2, () -> new Registration.Resident(person(), values.id())));
  }

  private Registration.Certificate certificate() {
    return new Registration.Certificate(
        values.oneOf(Registration.CertificateKind.values()),
        values.text(),
        values.optional(values::code),
        values.optional(values::text));
  }

  private Registration.Person person() {
    return new Registration.Person(
        values.personal(),
        values.optional(values::personal),
        values.optional(values::personal),
        values.list(2, this::document));
  }

  private Registration.Document document() {
    return new Registration.Document(
        values.oneOf(Registration.DocumentKind.values()),
        values.personal(),
        values.optional(values::text));
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
        values.optional(values::text),
        values.optional(values::text),
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
        values.flag() ? OptionalLong.empty() : OptionalLong.of(values.id()),
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
        values.optional(values::personal),
        values.optional(values::text),
        values.optional(values::code),
        values.optional(values::text),
        values.optional(values::text),
        driver(),
        values.flag(),
        new Registration.Weights(values.id(), values.id(), values.id()),
        new Registration.VehiclePapers(
            values.optional(values::text),
            values.optional(values::text),
            values.optional(values::text),
            values.optional(values::text),
            values.optional(values::text),
            values.optional(values::text),
            values.optional(values::personal)),
        values.list(2, this::wagon),
        values.flag() ? OptionalInt.of(values.below(20)) : OptionalInt.empty());
  }

  Registration.Driver driver() {
    return new Registration.Driver(
        values.personal(),
        values.personal(),
        values.personal(),
        values.list(2, this::document),
        values.list(2, this::person));
  }

  private Registration.Wagon wagon() {
    return new Registration.Wagon(
        values.text(), values.optional(values::text), values.optional(values::text), values.id());
  }
}
