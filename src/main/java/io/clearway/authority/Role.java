package io.clearway.authority;

import java.util.List;

/// What an actor is at the gate, and with it what the actor may do.
public enum Role {
  /// A trader or its agent (doanh nghiệp xuất nhập khẩu, 进出口企业).
  TRADER(List.of(Operation.REGISTER, Operation.READ_OWN, Operation.ACKNOWLEDGE_NOTICE)),
  /// Border guard (bộ đội biên phòng, 边防人员): the first of the two keys.
  BORDER_GUARD(List.of(Operation.CONFIRM_ENTRY_AS_BORDER_GUARD, Operation.READ_ALL)),
  /// Customs (hải quan, 海关): the other key.
  CUSTOMS(List.of(Operation.CONFIRM_ENTRY_AS_CUSTOMS, Operation.READ_ALL)),
  /// Yard operator (doanh nghiệp bến bãi, 货场运营企业).
  YARD(List.of(Operation.REPORT_YARD, Operation.READ_ALL)),
  /// A device at a gate lane.
  GATE_DEVICE(List.of(Operation.REPORT_GATE)),
  /// Reads and does nothing else.
  READER(List.of(Operation.READ_ALL)),
  /// The operator of this installation: enrols actors, adopts site files, erases.
  OPERATOR(List.of(Operation.ADMINISTER, Operation.READ_ALL)),
  /// The system itself: timers and policies. Nobody can be enrolled as it.
  SYSTEM(List.of(Operation.RUN));

  private final List<Operation> operations;

  Role(List<Operation> operations) {
    this.operations = operations;
  }

  public boolean may(Operation operation) {
    return operations.contains(operation);
  }
}
