package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.AgencyHours;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.util.Optional;

/// What the agencies do, in bytes: the parts of a record in the order in which it names them.
public final class ProcedureCodec {

  private ProcedureCodec() {}

  /// Of versions that do not have it.
  public static Procedure none(ByteIn in) {
    return Procedure.none();
  }

  public static void procedure(ByteOut out, Procedure procedure) {
    steps(out, procedure, ProcedureCodec::rule);
    out.list(procedure.standIns(), ProcedureCodec::standIn);
    out.optional(procedure.inspectionWithin(), ByteOut::duration);
  }

  /// As it was when a rule had a code and no name.
  public static void withoutNames(ByteOut out, Procedure procedure) {
    withoutInspection(out, procedure);
    out.optional(procedure.inspectionWithin(), ByteOut::duration);
  }

  /// As it was when an inspection had no time of its own.
  public static void withoutInspection(ByteOut out, Procedure procedure) {
    withoutStandIns(out, procedure);
    out.list(procedure.standIns(), ProcedureCodec::standIn);
  }

  /// As it was when every step did for itself alone.
  public static void withoutStandIns(ByteOut out, Procedure procedure) {
    steps(out, procedure, ProcedureCodec::nameless);
  }

  private static void steps(
      ByteOut out, Procedure procedure, ByteOut.Writer<Procedure.Automatic> rule) {
    out.list(procedure.steps(), ProcedureCodec::step);
    out.list(procedure.barriers(), ProcedureCodec::barrier);
    out.list(procedure.rules(), rule);
    out.list(procedure.hours(), ProcedureCodec::hours);
  }

  public static Procedure procedure(ByteIn in) {
    return procedure(in, ProcedureCodec::rule, last -> last.optional(ByteIn::duration));
  }

  public static Procedure withoutNames(ByteIn in) {
    return procedure(in, ProcedureCodec::nameless, last -> last.optional(ByteIn::duration));
  }

  public static Procedure withoutInspection(ByteIn in) {
    return procedure(in, ProcedureCodec::nameless, none -> Optional.empty());
  }

  private static Procedure procedure(
      ByteIn in,
      ByteIn.Reader<Procedure.Automatic> rule,
      ByteIn.Reader<Optional<Duration>> inspection) {
    return new Procedure(
        in.list(ProcedureCodec::step),
        in.list(ProcedureCodec::barrier),
        in.list(rule),
        in.list(ProcedureCodec::hours),
        in.list(ProcedureCodec::standIn),
        inspection.read(in));
  }

  public static Procedure withoutStandIns(ByteIn in) {
    return new Procedure(
        in.list(ProcedureCodec::step),
        in.list(ProcedureCodec::barrier),
        in.list(ProcedureCodec::nameless),
        in.list(ProcedureCodec::hours));
  }

  private static void standIn(ByteOut out, Procedure.StandIn pair) {
    out.text(pair.step());
    out.text(pair.instead());
    out.text(pair.from());
    out.text(pair.source());
  }

  private static Procedure.StandIn standIn(ByteIn in) {
    return new Procedure.StandIn(in.word(), in.word(), in.text(), in.text());
  }

  private static void step(ByteOut out, Procedure.Step step) {
    out.text(step.code());
    SiteEnums.agency(out, step.agency());
    PlaceCodec.label(out, step.name());
    SiteEnums.trigger(out, step.applies().trigger());
    out.optional(step.applies().direction(), SiteEnums::direction);
    out.list(step.applies().hs(), ByteOut::text);
    out.list(step.after(), SiteEnums::point);
    out.list(step.following(), ByteOut::text);
    out.duration(step.within());
    PlaceCodec.origin(out, step.origin());
  }

  private static Procedure.Step step(ByteIn in) {
    return new Procedure.Step(
        in.word(),
        SiteEnums.agency(in),
        PlaceCodec.label(in),
        new Procedure.Applies(
            SiteEnums.trigger(in), in.optional(EnumCodes::direction), in.list(ByteIn::word)),
        in.list(SiteEnums::point),
        in.list(ByteIn::word),
        in.duration(),
        PlaceCodec.origin(in));
  }

  private static void barrier(ByteOut out, Procedure.Barrier barrier) {
    out.text(barrier.step());
    out.optional(barrier.direction(), SiteEnums::direction);
    out.text(barrier.from());
    out.text(barrier.source());
  }

  private static Procedure.Barrier barrier(ByteIn in) {
    return new Procedure.Barrier(
        in.word(), in.optional(EnumCodes::direction), in.text(), in.text());
  }

  private static void rule(ByteOut out, Procedure.Automatic rule) {
    out.text(rule.code());
    PlaceCodec.label(out, rule.name());
    out.text(rule.step());
    SiteEnums.agency(out, rule.agency());
    out.text(rule.from());
    out.optional(rule.to(), ByteOut::text);
    out.text(rule.source());
  }

  private static void nameless(ByteOut out, Procedure.Automatic rule) {
    out.text(rule.code());
    out.text(rule.step());
    SiteEnums.agency(out, rule.agency());
    out.text(rule.from());
    out.optional(rule.to(), ByteOut::text);
  }

  private static Procedure.Automatic rule(ByteIn in) {
    return new Procedure.Automatic(
        in.word(),
        PlaceCodec.label(in),
        in.word(),
        SiteEnums.agency(in),
        in.text(),
        in.optional(ByteIn::text),
        in.text());
  }

  private static Procedure.Automatic nameless(ByteIn in) {
    return Procedure.Automatic.nameless(
        in.word(), in.word(), SiteEnums.agency(in), in.text(), in.optional(ByteIn::text));
  }

  private static void hours(ByteOut out, AgencyHours hours) {
    SiteEnums.agency(out, hours.agency());
    out.varint(hours.opens().toNanoOfDay());
    out.varint(hours.closes().toNanoOfDay());
  }

  private static AgencyHours hours(ByteIn in) {
    return new AgencyHours(SiteEnums.agency(in), in.localTime(), in.localTime());
  }
}
