package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.fee.FeeKind;
import io.clearway.fee.Passing;
import io.clearway.fee.Tariff;

/// A tariff in bytes.
public final class TariffCodec {

  private TariffCodec() {}

  public static void tariff(ByteOut out, Tariff tariff) {
    Tariff.Head head = tariff.head();
    out.text(head.complex());
    out.text(head.issuer());
    out.text(head.title());
    out.text(head.digest());
    out.text(head.effective());
    out.text(head.source());
    out.list(tariff.rates(), TariffCodec::rate);
    out.list(tariff.factors(), TariffCodec::factor);
    out.list(tariff.exemptions(), TariffCodec::exemption);
    out.list(tariff.assumptions(), ByteOut::text);
  }

  public static Tariff tariff(ByteIn in) {
    return new Tariff(
        new Tariff.Head(in.word(), in.word(), in.text(), in.text(), in.text(), in.text()),
        in.list(TariffCodec::rate),
        in.list(TariffCodec::factor),
        in.list(TariffCodec::exemption),
        in.list(ByteIn::text));
  }

  private static void rate(ByteOut out, Tariff.Rate rate) {
    out.text(rate.code());
    kind(out, rate.kind());
    when(out, rate.when());
    out.varint(
        switch (rate.unit()) {
          case TRIP -> 1;
          case DAY -> 2;
        });
    PlaceCodec.figure(out, rate.amount());
  }

  private static Tariff.Rate rate(ByteIn in) {
    return new Tariff.Rate(in.word(), kind(in), when(in), unit(in), PlaceCodec.figure(in));
  }

  private static Tariff.Unit unit(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Tariff.Unit.TRIP;
      case 2 -> Tariff.Unit.DAY;
      default -> throw in.corrupt("no such unit of a rate");
    };
  }

  private static void factor(ByteOut out, Tariff.Factor factor) {
    out.text(factor.code());
    when(out, factor.when());
    out.number(factor.thousandths());
    PlaceCodec.origin(out, factor.origin());
  }

  private static Tariff.Factor factor(ByteIn in) {
    return new Tariff.Factor(in.word(), when(in), in.intNumber(), PlaceCodec.origin(in));
  }

  private static void exemption(ByteOut out, Tariff.Exemption free) {
    out.text(free.code());
    when(out, free.when());
    PlaceCodec.origin(out, free.origin());
  }

  private static Tariff.Exemption exemption(ByteIn in) {
    return new Tariff.Exemption(in.word(), when(in), PlaceCodec.origin(in));
  }

  private static void when(ByteOut out, Tariff.When when) {
    out.list(when.classes(), ByteOut::text);
    out.list(when.regimes(), (to, regime) -> to.varint(TradeCodec.of(regime)));
    out.optional(when.direction(), SiteEnums::direction);
    out.list(when.hs(), ByteOut::text);
    out.optional(when.country(), (to, country) -> to.varint(EnumCodes.of(country)));
    out.list(when.uses(), TariffCodec::use);
  }

  private static Tariff.When when(ByteIn in) {
    return new Tariff.When(
        in.list(ByteIn::word),
        in.list(TradeCodec::regime),
        in.optional(EnumCodes::direction),
        in.list(ByteIn::word),
        in.optional(EnumCodes::country),
        in.list(TariffCodec::use));
  }

  private static void use(ByteOut out, Tariff.Use use) {
    out.varint(
        switch (use) {
          case PASSES -> 1;
          case INLAND -> 2;
          case TRANSFERS -> 3;
          case RECEIVES -> 4;
        });
  }

  private static Tariff.Use use(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Tariff.Use.PASSES;
      case 2 -> Tariff.Use.INLAND;
      case 3 -> Tariff.Use.TRANSFERS;
      case 4 -> Tariff.Use.RECEIVES;
      default -> throw in.corrupt("no such use of the gate");
    };
  }

  static void vehicle(ByteOut out, Passing.Vehicle vehicle) {
    out.text(vehicle.vehicleClass());
    out.varint(EnumCodes.of(vehicle.country()));
    use(out, vehicle.use());
  }

  static Passing.Vehicle vehicle(ByteIn in) {
    return new Passing.Vehicle(in.word(), EnumCodes.country(in), use(in));
  }

  static void kind(ByteOut out, FeeKind kind) {
    out.varint(
        switch (kind) {
          case INFRASTRUCTURE -> 1;
          case TRANSFER -> 2;
          case HANDLING -> 3;
          case PARKING -> 4;
          case PLUG -> 5;
        });
  }

  static FeeKind kind(ByteIn in) {
    return switch (in.code()) {
      case 1 -> FeeKind.INFRASTRUCTURE;
      case 2 -> FeeKind.TRANSFER;
      case 3 -> FeeKind.HANDLING;
      case 4 -> FeeKind.PARKING;
      case 5 -> FeeKind.PLUG;
      default -> throw in.corrupt("no such kind of fee");
    };
  }
}
