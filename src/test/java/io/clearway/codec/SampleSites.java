package io.clearway.codec;

import io.clearway.kernel.Direction;
import io.clearway.site.Agency;
import io.clearway.site.AgencyHours;
import io.clearway.site.Figure;
import io.clearway.site.Handling;
import io.clearway.site.Limits;
import io.clearway.site.Means;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/// The sites of [SampleEvents].
final class SampleSites {

  private final SampleValues values;

  SampleSites(SampleValues values) {
    this.values = values;
  }

  Site site() {
    return new Site(
        new Site.Head(
            values.code(), values.text(), values.text(), zone(), zone(), duration(), duration()),
        places(),
        rulebook(),
        procedure(),
        handling(),
        limits(),
        values.list(3, values::text));
  }

  private Handling handling() {
    return new Handling(
        values.list(
            2,
            () ->
                new Handling.Area(
                    values.code(),
                    label(),
                    values.code(),
                    figure(),
                    values.list(
                        2,
                        () ->
                            new Handling.Crew(
                                values.oneOf(Handling.Method.values()), figure(), duration())))),
        values.list(
            2,
            () ->
                new Handling.Tolerance(
                    values.list(2, values::code),
                    values.below(1000),
                    values.below(1000),
                    values.text(),
                    origin())),
        duration());
  }

  private Limits limits() {
    return new Limits(
        values.list(
            3,
            () ->
                new Limits.Stay(
                    values.oneOf(Limits.Kind.values()), figure(), duration(), values.text())));
  }

  private Procedure procedure() {
    return new Procedure(
        values.list(3, this::step),
        values.list(
            2,
            () ->
                new Procedure.Barrier(
                    values.code(),
                    values.optional(() -> values.oneOf(Direction.values())),
                    values.text(),
                    values.text())),
        values.list(
            2,
            () ->
                new Procedure.Automatic(
                    values.code(),
                    label(),
                    values.text(),
                    values.oneOf(Agency.values()),
                    values.text(),
                    values.optional(values::text),
                    values.text())),
        values.list(
            2,
            () ->
                new AgencyHours(
                    values.oneOf(Agency.values()),
                    LocalTime.ofSecondOfDay(values.below(40_000)),
                    LocalTime.ofSecondOfDay(40_000 + values.below(40_000)))),
        values.list(
            2,
            () ->
                new Procedure.StandIn(values.code(), values.code(), values.text(), values.text())),
        values.optional(this::duration));
  }

  private Procedure.Step step() {
    return new Procedure.Step(
        values.code(),
        values.oneOf(Agency.values()),
        label(),
        new Procedure.Applies(
            values.oneOf(Procedure.Trigger.values()),
            values.optional(() -> values.oneOf(Direction.values())),
            values.list(2, values::code)),
        values.list(2, () -> values.oneOf(Procedure.Point.values())),
        values.list(2, values::code),
        duration(),
        new Figure.Origin(values.oneOf(Figure.Evidence.values()), values.text()));
  }

  private Duration duration() {
    return Duration.ofSeconds(values.id(), values.below(1_000_000_000));
  }

  private ZoneId zone() {
    return ZoneId.of(values.flag() ? "Asia/Shanghai" : "+07:00");
  }

  private Places places() {
    return new Places(
        values.list(3, () -> new Places.GatePair(values.code(), label(), label())),
        values.list(
            3, () -> new Places.Office(values.code(), label(), values.optional(values::text))),
        values.list(3, () -> new Places.Line(values.code(), label())),
        values.list(3, this::route),
        values.list(
            3, () -> new Places.Yard(values.code(), label(), values.code(), figure(), figure())),
        values.list(2, this::park),
        values.list(2, this::post),
        values.list(2, this::inspection));
  }

  private Places.InspectionPlace inspection() {
    return new Places.InspectionPlace(
        values.code(),
        label(),
        values.code(),
        values.list(2, () -> values.oneOf(Means.values())),
        figure());
  }

  private Places.Route route() {
    return new Places.Route(
        values.code(),
        label(),
        values.list(3, values::text),
        values.code(),
        values.code(),
        values.code(),
        values.oneOf(Places.Way.values()),
        new Places.Lanes(figure(), figure(), figure()),
        values.list(2, this::hours),
        values.list(2, this::hours),
        figure());
  }

  private Places.Park park() {
    return new Places.Park(
        values.code(),
        label(),
        values.text(),
        values.list(2, values::code),
        figure(),
        values.optional(values::text));
  }

  private Places.Post post() {
    return new Places.Post(
        values.code(),
        label(),
        values.text(),
        values.list(2, values::code),
        duration(),
        duration(),
        origin());
  }

  private Places.Hours hours() {
    return new Places.Hours(values.oneOf(Direction.values()), time(), time());
  }

  private LocalTime time() {
    return values.flag() ? LocalTime.MAX : LocalTime.of(values.below(24), values.below(60));
  }

  private Places.Label label() {
    return new Places.Label(values.text(), values.text(), values.text());
  }

  private Figure figure() {
    return values.flag()
        ? new Figure.Unknown(values.text())
        : new Figure.Known(values.id(), values.id(), origin());
  }

  private Figure.Origin origin() {
    return new Figure.Origin(values.oneOf(Figure.Evidence.values()), values.text());
  }

  private Rulebook rulebook() {
    return new Rulebook(
        values.text(),
        values.list(2, this::commodity),
        values.list(2, this::eligibility),
        values.list(2, this::need),
        values.list(2, () -> new Rulebook.VehicleClass(values.code(), label(), figure(), figure())),
        values.list(2, this::tariff),
        values.list(
            2,
            () ->
                new Rulebook.Reliance(values.oneOf(Agency.values()), values.list(3, values::text))),
        figure(),
        values.list(2, () -> new Rulebook.AxleLimit(values.below(9), figure())));
  }

  private Rulebook.Commodity commodity() {
    return new Rulebook.Commodity(
        values.code(),
        label(),
        values.list(3, values::code),
        values.oneOf(Rulebook.Perishability.values()),
        origin());
  }

  private Rulebook.Eligibility eligibility() {
    return new Rulebook.Eligibility(
        values.code(),
        values.oneOf(Direction.values()),
        values.list(3, values::code),
        values.oneOf(Rulebook.Elsewhere.values()),
        origin());
  }

  private Rulebook.Need need() {
    return new Rulebook.Need(
        values.oneOf(Agency.values()),
        values.optional(() -> values.oneOf(Direction.values())),
        values.list(3, values::code),
        values.oneOf(Rulebook.Paper.values()),
        values.oneOf(Rulebook.Stage.values()),
        values.optional(values::text),
        origin());
  }

  private Rulebook.Tariff tariff() {
    return new Rulebook.Tariff(
        values.oneOf(Rulebook.Tariff.Kind.values()),
        values.text(),
        values.text(),
        values.text(),
        values.text(),
        figure());
  }
}
