package io.clearway.statistics;

import java.util.List;
import java.util.Optional;

/// What an official total measures. Each is a type of its own, so that nothing adds two of them:
/// turnover through the gates holds goods declared elsewhere, turnover of customs declarations
/// holds goods that pass elsewhere, and revenue is neither.
public sealed interface Measure {

  /// As in a sheet and at the door.
  String code();

  Unit unit();

  /// What it is counted in.
  enum Unit {
    USD,
    VND
  }

  /// Value of the goods that passed the gates, wherever they were declared.
  record GateTurnover() implements Measure {
    @Override
    public String code() {
      return "GATE_TURNOVER";
    }

    @Override
    public Unit unit() {
      return Unit.USD;
    }
  }

  /// Value of the goods of declarations that were opened at this customs, wherever they passed.
  record DeclaredTurnover() implements Measure {
    @Override
    public String code() {
      return "DECLARED_TURNOVER";
    }

    @Override
    public Unit unit() {
      return Unit.USD;
    }
  }

  /// What customs collected for the budget, of a branch or of all; with its plan.
  record CustomsRevenue() implements Measure {
    @Override
    public String code() {
      return "CUSTOMS_REVENUE";
    }

    @Override
    public Unit unit() {
      return Unit.VND;
    }
  }

  /// Fees for the use of the gates' infrastructure.
  record InfrastructureFee() implements Measure {
    @Override
    public String code() {
      return "INFRASTRUCTURE_FEE";
    }

    @Override
    public Unit unit() {
      return Unit.VND;
    }
  }

  /// Fees for goods that change vehicles in a yard.
  record TransshipmentFee() implements Measure {
    @Override
    public String code() {
      return "TRANSSHIPMENT_FEE";
    }

    @Override
    public Unit unit() {
      return Unit.VND;
    }
  }

  /// In the order in which they are told.
  List<Measure> ALL =
      List.of(
          new GateTurnover(),
          new DeclaredTurnover(),
          new CustomsRevenue(),
          new InfrastructureFee(),
          new TransshipmentFee());

  static Optional<Measure> find(String code) {
    return ALL.stream().filter(measure -> measure.code().equals(code)).findFirst();
  }
}
