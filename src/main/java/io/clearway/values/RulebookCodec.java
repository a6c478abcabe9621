package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.site.Rulebook;
import java.util.List;

/// What the place demands of a load, in bytes: the parts of a record in the order in which it names
/// them.
public final class RulebookCodec {

  private RulebookCodec() {}

  public static void rulebook(ByteOut out, Rulebook rulebook) {
    withoutAxles(out, rulebook);
    out.list(rulebook.axleLimits(), RulebookCodec::axleLimit);
  }

  public static Rulebook rulebook(ByteIn in) {
    return rulebook(in, rest -> rest.list(RulebookCodec::axleLimit));
  }

  /// Up to its last part, which came later.
  public static void withoutAxles(ByteOut out, Rulebook rulebook) {
    out.text(rulebook.hsVersion());
    out.list(rulebook.commodities(), RulebookCodec::commodity);
    out.list(rulebook.eligibilities(), RulebookCodec::eligibility);
    out.list(rulebook.needs(), RulebookCodec::need);
    out.list(rulebook.vehicleClasses(), RulebookCodec::vehicleClass);
    out.list(rulebook.tariffs(), RulebookCodec::tariff);
    out.list(rulebook.reliances(), RulebookCodec::reliance);
    PlaceCodec.figure(out, rulebook.residentsPerDay());
  }

  public static Rulebook withoutAxles(ByteIn in) {
    return rulebook(in, none -> List.of());
  }

  private static Rulebook rulebook(ByteIn in, ByteIn.Reader<List<Rulebook.AxleLimit>> axles) {
    return new Rulebook(
        in.text(),
        in.list(RulebookCodec::commodity),
        in.list(RulebookCodec::eligibility),
        in.list(RulebookCodec::need),
        in.list(RulebookCodec::vehicleClass),
        in.list(RulebookCodec::tariff),
        in.list(RulebookCodec::reliance),
        PlaceCodec.figure(in),
        axles.read(in));
  }

  private static void axleLimit(ByteOut out, Rulebook.AxleLimit limit) {
    out.number(limit.axles());
    PlaceCodec.figure(out, limit.grossKg());
  }

  private static Rulebook.AxleLimit axleLimit(ByteIn in) {
    return new Rulebook.AxleLimit(in.intNumber(), PlaceCodec.figure(in));
  }

  private static void commodity(ByteOut out, Rulebook.Commodity commodity) {
    out.text(commodity.code());
    PlaceCodec.label(out, commodity.name());
    out.list(commodity.hs(), ByteOut::text);
    SiteEnums.perishability(out, commodity.perishability());
    PlaceCodec.origin(out, commodity.origin());
  }

  private static Rulebook.Commodity commodity(ByteIn in) {
    return new Rulebook.Commodity(
        in.word(),
        PlaceCodec.label(in),
        in.list(ByteIn::word),
        SiteEnums.perishability(in),
        PlaceCodec.origin(in));
  }

  private static void eligibility(ByteOut out, Rulebook.Eligibility eligibility) {
    out.text(eligibility.commodity());
    SiteEnums.direction(out, eligibility.direction());
    out.list(eligibility.routes(), ByteOut::text);
    SiteEnums.elsewhere(out, eligibility.elsewhere());
    PlaceCodec.origin(out, eligibility.origin());
  }

  private static Rulebook.Eligibility eligibility(ByteIn in) {
    return new Rulebook.Eligibility(
        in.word(),
        EnumCodes.direction(in),
        in.list(ByteIn::word),
        SiteEnums.elsewhere(in),
        PlaceCodec.origin(in));
  }

  private static void need(ByteOut out, Rulebook.Need need) {
    SiteEnums.agency(out, need.agency());
    out.optional(need.direction(), SiteEnums::direction);
    out.list(need.hs(), ByteOut::text);
    SiteEnums.paper(out, need.paper());
    SiteEnums.stage(out, need.before());
    out.optional(need.from(), ByteOut::text);
    PlaceCodec.origin(out, need.origin());
  }

  private static Rulebook.Need need(ByteIn in) {
    return new Rulebook.Need(
        SiteEnums.agency(in),
        in.optional(EnumCodes::direction),
        in.list(ByteIn::word),
        SiteEnums.paper(in),
        SiteEnums.stage(in),
        in.optional(ByteIn::text),
        PlaceCodec.origin(in));
  }

  private static void vehicleClass(ByteOut out, Rulebook.VehicleClass vehicleClass) {
    out.text(vehicleClass.code());
    PlaceCodec.label(out, vehicleClass.name());
    PlaceCodec.figure(out, vehicleClass.goodsKg());
    PlaceCodec.figure(out, vehicleClass.grossKg());
  }

  private static Rulebook.VehicleClass vehicleClass(ByteIn in) {
    return new Rulebook.VehicleClass(
        in.word(), PlaceCodec.label(in), PlaceCodec.figure(in), PlaceCodec.figure(in));
  }

  private static void tariff(ByteOut out, Rulebook.Tariff tariff) {
    SiteEnums.kind(out, tariff.kind());
    out.text(tariff.regime());
    out.text(tariff.goods());
    out.text(tariff.vehicle());
    out.text(tariff.from());
    PlaceCodec.figure(out, tariff.rate());
  }

  private static Rulebook.Tariff tariff(ByteIn in) {
    return new Rulebook.Tariff(
        SiteEnums.kind(in), in.text(), in.text(), in.text(), in.text(), PlaceCodec.figure(in));
  }

  private static void reliance(ByteOut out, Rulebook.Reliance reliance) {
    SiteEnums.agency(out, reliance.agency());
    out.list(reliance.fields(), ByteOut::text);
  }

  private static Rulebook.Reliance reliance(ByteIn in) {
    return new Rulebook.Reliance(SiteEnums.agency(in), in.list(ByteIn::text));
  }
}
