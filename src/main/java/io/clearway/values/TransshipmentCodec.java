package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.transshipment.Balance;
import io.clearway.transshipment.Transshipment;
import java.util.List;

/// Goods that change vehicles, in bytes: the parts of a record in the order in which it names them.
public final class TransshipmentCodec {

  private TransshipmentCodec() {}

  public static void transshipment(ByteOut out, Transshipment held) {
    out.number(held.id());
    out.uuid(held.key());
    out.number(held.source());
    plan(out, held.plan());
    stage(out, held.stage());
    out.list(held.loadings(), TransshipmentCodec::loading);
    out.optional(held.signature(), TransshipmentCodec::signature);
  }

  public static Transshipment transshipment(ByteIn in) {
    return new Transshipment(
        in.number(),
        in.uuid(),
        in.number(),
        plan(in),
        stage(in),
        in.list(TransshipmentCodec::loading),
        in.optional(TransshipmentCodec::signature));
  }

  public static void plan(ByteOut out, Transshipment.Plan plan) {
    out.number(plan.actor());
    out.instant(plan.at());
    HandlingCodec.method(out, plan.method());
    lots(out, plan.lots());
    out.list(
        plan.receivers(),
        (list, receiver) -> {
          list.number(receiver.registration());
          list.list(receiver.numbers(), ByteOut::text);
        });
  }

  public static Transshipment.Plan plan(ByteIn in) {
    return new Transshipment.Plan(
        in.number(),
        in.instant(),
        HandlingCodec.method(in),
        lots(in),
        in.list(list -> new Transshipment.Receiver(list.number(), list.list(ByteIn::text))));
  }

  public static void lots(ByteOut out, List<Transshipment.Lot> lots) {
    out.list(
        lots,
        (list, lot) -> {
          list.text(lot.number());
          list.number(lot.packages());
          list.number(lot.kg());
        });
  }

  public static List<Transshipment.Lot> lots(ByteIn in) {
    return in.list(list -> new Transshipment.Lot(list.text(), list.intNumber(), list.number()));
  }

  public static void differences(ByteOut out, List<Balance.Difference> differences) {
    out.list(
        differences,
        (list, one) -> {
          list.text(one.number());
          list.number(one.packages());
          list.number(one.kg());
        });
  }

  public static List<Balance.Difference> differences(ByteIn in) {
    return in.list(list -> new Balance.Difference(list.text(), list.intNumber(), list.number()));
  }

  public static void loading(ByteOut out, Transshipment.Loading loading) {
    out.number(loading.registration());
    lots(out, loading.lots());
    out.text(loading.seal());
    out.number(loading.actor());
    out.instant(loading.occurredAt());
    out.instant(loading.at());
  }

  public static Transshipment.Loading loading(ByteIn in) {
    return new Transshipment.Loading(
        in.number(), lots(in), in.text(), in.number(), in.instant(), in.instant());
  }

  public static void signature(ByteOut out, Transshipment.Signature signature) {
    out.number(signature.actor());
    out.instant(signature.at());
    out.optional(signature.reason(), ByteOut::personal);
  }

  public static Transshipment.Signature signature(ByteIn in) {
    return new Transshipment.Signature(in.number(), in.instant(), in.optional(ByteIn::personal));
  }

  private static void stage(ByteOut out, Transshipment.Stage stage) {
    switch (stage) {
      case Transshipment.Stage.Planned s -> {
        out.varint(1);
        out.instant(s.from());
      }
      case Transshipment.Stage.Called s -> {
        out.varint(2);
        out.text(s.area());
        out.instant(s.at());
        out.instant(s.until());
      }
      case Transshipment.Stage.Started s -> {
        out.varint(3);
        out.text(s.area());
        out.instant(s.startedAt());
        out.instant(s.at());
      }
      case Transshipment.Stage.Finished s -> {
        out.varint(4);
        out.text(s.area());
        out.instant(s.startedAt());
        out.instant(s.finishedAt());
        out.instant(s.at());
        lots(out, s.remaining());
        differences(out, s.differences());
      }
    }
  }

  private static Transshipment.Stage stage(ByteIn in) {
    return switch (in.code()) {
      case 1 -> new Transshipment.Stage.Planned(in.instant());
      case 2 -> new Transshipment.Stage.Called(in.word(), in.instant(), in.instant());
      case 3 -> new Transshipment.Stage.Started(in.word(), in.instant(), in.instant());
      case 4 ->
          new Transshipment.Stage.Finished(
              in.word(), in.instant(), in.instant(), in.instant(), lots(in), differences(in));
      default -> throw in.corrupt("no such stage of a transshipment");
    };
  }
}
