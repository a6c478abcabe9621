package io.clearway.authority;

/// What an actor is at the gate, and with it what the actor may do.
public enum Role {
  /// A trader or its agent (doanh nghiệp xuất nhập khẩu, 进出口企业).
  TRADER,
  /// Border guard (bộ đội biên phòng, 边防人员): one of the two keys.
  BORDER_GUARD,
  /// Customs (hải quan, 海关): the other key.
  CUSTOMS,
  /// Yard operator (doanh nghiệp bến bãi, 货场运营企业).
  YARD,
  /// A device at a gate lane.
  GATE_DEVICE,
  /// Reads and does nothing else.
  READER,
  /// The operator of this installation: enrols actors, adopts site files, erases.
  OPERATOR,
  /// The system itself: timers, policies, and who holds its data folder (the first operator is
  /// enrolled so). Nobody can be enrolled as it.
  SYSTEM;

  /// Whether this role may do that. What is not said here is denied.
  public boolean may(Operation operation) {
    return switch (this) {
      case TRADER ->
          operation == Operation.REGISTER
              || operation == Operation.READ_OWN
              || operation == Operation.ACKNOWLEDGE_NOTICE;
      case BORDER_GUARD ->
          operation == Operation.CONFIRM_ENTRY_AS_BORDER_GUARD || operation == Operation.READ_ALL;
      case CUSTOMS ->
          operation == Operation.CONFIRM_ENTRY_AS_CUSTOMS || operation == Operation.READ_ALL;
      case YARD -> operation == Operation.REPORT_YARD || operation == Operation.READ_ALL;
      case GATE_DEVICE -> operation == Operation.REPORT_GATE;
      case READER -> operation == Operation.READ_ALL;
      case OPERATOR -> operation == Operation.ADMINISTER || operation == Operation.READ_ALL;
      case SYSTEM -> operation == Operation.RUN || operation == Operation.ADMINISTER;
    };
  }
}
