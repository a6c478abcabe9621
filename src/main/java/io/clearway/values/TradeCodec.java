package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Registration;

/// What kind of trade a registration is, in bytes: the parts of a record in the order in which it
/// names them.
public final class TradeCodec {

  private TradeCodec() {}

  public static void trade(ByteOut out, Registration.Trade trade) {
    out.varint(of(trade.regime()));
    out.optional(trade.route(), ByteOut::text);
    out.optional(trade.otherSide(), TradeCodec::filing);
    out.list(trade.certificates(), TradeCodec::certificate);
    out.list(trade.residents(), TradeCodec::resident);
  }

  public static Registration.Trade trade(ByteIn in) {
    return new Registration.Trade(
        regime(in),
        in.optional(ByteIn::word),
        in.optional(TradeCodec::filing),
        in.list(TradeCodec::certificate),
        in.list(TradeCodec::resident));
  }

  private static void filing(ByteOut out, Registration.Filing filing) {
    out.text(filing.number());
    out.instant(filing.validTo());
  }

  private static Registration.Filing filing(ByteIn in) {
    return new Registration.Filing(in.text(), in.instant());
  }

  private static void certificate(ByteOut out, Registration.Certificate certificate) {
    out.varint(of(certificate.kind()));
    out.text(certificate.number());
    out.optional(certificate.laboratory(), ByteOut::text);
    out.optional(certificate.validTo(), ByteOut::text);
  }

  private static Registration.Certificate certificate(ByteIn in) {
    return new Registration.Certificate(
        kind(in), in.text(), in.optional(ByteIn::word), in.optional(ByteIn::text));
  }

  private static void resident(ByteOut out, Registration.Resident resident) {
    PersonCodec.person(out, resident.person());
    out.number(resident.valueVnd());
  }

  private static Registration.Resident resident(ByteIn in) {
    return new Registration.Resident(PersonCodec.person(in), in.number());
  }

  static int of(Registration.Regime regime) {
    return switch (regime) {
      case EXPORT -> 1;
      case IMPORT -> 2;
      case TEMPORARY_IMPORT -> 3;
      case TEMPORARY_EXPORT -> 4;
      case MERCHANTING -> 5;
      case TRANSIT -> 6;
      case BORDER_RESIDENTS -> 7;
      case EMPTY -> 8;
      case NEW_VEHICLE -> 9;
      case RAIL -> 10;
      case RETURNED -> 11;
      case RECEIVING -> 12;
    };
  }

  static Registration.Regime regime(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Registration.Regime.EXPORT;
      case 2 -> Registration.Regime.IMPORT;
      case 3 -> Registration.Regime.TEMPORARY_IMPORT;
      case 4 -> Registration.Regime.TEMPORARY_EXPORT;
      case 5 -> Registration.Regime.MERCHANTING;
      case 6 -> Registration.Regime.TRANSIT;
      case 7 -> Registration.Regime.BORDER_RESIDENTS;
      case 8 -> Registration.Regime.EMPTY;
      case 9 -> Registration.Regime.NEW_VEHICLE;
      case 10 -> Registration.Regime.RAIL;
      case 11 -> Registration.Regime.RETURNED;
      case 12 -> Registration.Regime.RECEIVING;
      default -> throw in.corrupt("no such regime");
    };
  }

  private static int of(Registration.CertificateKind kind) {
    return switch (kind) {
      case ORIGIN -> 1;
      case FUMIGATION -> 2;
      case CADMIUM_REPORT -> 3;
      case AURAMINE_O_REPORT -> 4;
      case FOOD_SAFETY -> 5;
      case ANIMAL_HEALTH -> 6;
      case OTHER -> 7;
    };
  }

  private static Registration.CertificateKind kind(ByteIn in) {
    return switch (in.code()) {
      case 1 -> Registration.CertificateKind.ORIGIN;
      case 2 -> Registration.CertificateKind.FUMIGATION;
      case 3 -> Registration.CertificateKind.CADMIUM_REPORT;
      case 4 -> Registration.CertificateKind.AURAMINE_O_REPORT;
      case 5 -> Registration.CertificateKind.FOOD_SAFETY;
      case 6 -> Registration.CertificateKind.ANIMAL_HEALTH;
      case 7 -> Registration.CertificateKind.OTHER;
      default -> throw in.corrupt("no such certificate");
    };
  }
}
