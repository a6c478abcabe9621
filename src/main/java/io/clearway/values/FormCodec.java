package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Registration;

/// A registration's form in bytes: the parts of a record in the order in which it names them. How a
/// vehicle stands in it depends on the event's version.
public final class FormCodec {

  private FormCodec() {}

  public static void form(
      ByteOut out, Registration.Form form, ByteOut.Writer<Registration.Vehicle> vehicle) {
    out.text(form.declarationId());
    out.text(form.number());
    out.optional(form.borderGuardNumber(), ByteOut::text);
    out.varint(EnumCodes.of(form.direction()));
    out.text(form.gate());
    out.instant(form.createdAt());
    out.instant(form.plannedArrivalAt());
    company(out, form.declarant());
    company(out, form.feePayer());
    out.optional(form.procedureOfficer(), FormCodec::agent);
    out.text(form.parking().place());
    out.varint(EnumCodes.of(form.parking().position()));
    out.number(form.totalWeightKg());
    out.flag(form.storageGoods());
    out.flag(form.transshipmentPlanned());
    out.list(form.linked(), ByteOut::text);
    out.list(form.goods(), FormCodec::group);
    quarantine(out, form.quarantine());
    out.list(form.vehicles(), vehicle);
    TradeCodec.trade(out, form.trade());
    out.flag(form.synthetic());
  }

  public static Registration.Form form(ByteIn in, ByteIn.Reader<Registration.Vehicle> vehicle) {
    return new Registration.Form(
        in.text(),
        in.text(),
        in.optional(ByteIn::text),
        EnumCodes.direction(in),
        in.word(),
        in.instant(),
        in.instant(),
        company(in),
        company(in),
        in.optional(FormCodec::agent),
        new Registration.Parking(in.word(), EnumCodes.position(in)),
        in.number(),
        in.flag(),
        in.flag(),
        in.list(ByteIn::text),
        in.list(FormCodec::group),
        quarantine(in),
        in.list(vehicle),
        TradeCodec.trade(in),
        in.flag());
  }

  private static void company(ByteOut out, Registration.Company company) {
    out.text(company.taxCode());
    out.text(company.name());
    out.optional(company.phone(), ByteOut::personal);
    out.optional(company.email(), ByteOut::personal);
  }

  public static Registration.Company company(ByteIn in) {
    return new Registration.Company(
        in.word(), in.word(), in.optional(ByteIn::personal), in.optional(ByteIn::personal));
  }

  private static void agent(ByteOut out, Registration.Agent agent) {
    out.personal(agent.name());
    out.optional(agent.phone(), ByteOut::personal);
  }

  public static Registration.Agent agent(ByteIn in) {
    return new Registration.Agent(in.personal(), in.optional(ByteIn::personal));
  }

  private static void group(ByteOut out, Registration.GoodsGroup group) {
    out.text(group.customsNumber());
    out.text(group.procedureCode());
    out.text(group.officeCode());
    out.text(group.declaredOn());
    out.text(group.traderTaxCode());
    out.text(group.traderName());
    out.number(group.weightKg());
    out.optional(group.gateEntryCode(), ByteOut::text);
    out.optional(group.supplier(), ByteOut::text);
    out.list(group.lines(), FormCodec::line);
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
        in.optional(ByteIn::text),
        in.optional(ByteIn::text),
        in.list(FormCodec::line));
  }

  private static void line(ByteOut out, Registration.GoodsLine line) {
    out.text(line.hsCode());
    out.text(line.product());
    out.text(line.origin());
    out.number(line.quantity());
    out.text(line.unit());
    out.number(line.weightKg());
    out.optionalNumber(line.valueVnd());
    out.optional(line.plantingArea(), ByteOut::text);
    out.optional(line.packingHouse(), ByteOut::text);
  }

  private static Registration.GoodsLine line(ByteIn in) {
    return new Registration.GoodsLine(
        in.word(),
        in.word(),
        in.word(),
        in.number(),
        in.word(),
        in.number(),
        in.optionalNumber(),
        in.optional(ByteIn::word),
        in.optional(ByteIn::word));
  }

  private static void quarantine(ByteOut out, Registration.Quarantine quarantine) {
    out.flag(quarantine.medical());
    out.flag(quarantine.plant());
    out.flag(quarantine.animal());
    out.optional(quarantine.plantCertificate(), ByteOut::text);
    out.optional(quarantine.residueTestReport(), ByteOut::text);
  }

  public static Registration.Quarantine quarantine(ByteIn in) {
    return new Registration.Quarantine(
        in.flag(), in.flag(), in.flag(), in.optional(ByteIn::text), in.optional(ByteIn::text));
  }
}
