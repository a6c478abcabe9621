package io.clearway.codec;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/// The large records of [SampleEvents].
final class SampleForms {

  private final SampleValues values;

  SampleForms(SampleValues values) {
    this.values = values;
  }

  Site site() {
    return new Site(
        values.code(),
        values.text(),
        values.text(),
        ZoneId.of(values.flag() ? "Asia/Shanghai" : "+07:00"),
        Duration.ofSeconds(values.id(), values.below(1_000_000_000)),
        values.list(4, this::gate),
        values.list(3, values::text));
  }

  private Site.GatePair gate() {
    return new Site.GatePair(
        values.code(),
        label(),
        label(),
        values.list(3, values::text),
        values.code(),
        values.list(3, () -> new Site.Yard(values.code(), label())),
        values.list(2, this::hours));
  }

  private Site.Hours hours() {
    return new Site.Hours(values.oneOf(Direction.values()), time(), time());
  }

  private LocalTime time() {
    return values.flag() ? LocalTime.MAX : LocalTime.of(values.below(24), values.below(60));
  }

  private Site.Label label() {
    return new Site.Label(values.text(), values.text(), values.text());
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
