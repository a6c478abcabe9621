package io.clearway.authority;

/// What takes two people: one proposes, another approves, then it may be done once. The word says
/// what kind of thing it is; the subject's id and the statement say which.
public enum Matter {
  /// An officer or an operator comes. The subject is the actor.
  ENROL_ACTOR,
  /// An officer or an operator gets another scope. The subject is the actor.
  RESCOPE_ACTOR,
  /// An officer or an operator gets a new password. The subject is the actor.
  RENEW_SECRET,
  /// A shift hands over to the next what is open of its agency. The subject is the agency, the
  /// statement the sheet; who approves it takes over, and with that it is done.
  HAND_OVER_SHIFT,
  /// A payer gets money back. The subject is the payer.
  REFUND,
  /// A charge comes to another amount than the tariff's. The subject is the charge.
  ADJUST_CHARGE,
  /// Money that came for nobody is a payer's. The subject is the bank's id of it.
  ASSIGN_MONEY;

  /// What who proposes, approves or withdraws must be allowed.
  public Operation operation() {
    return switch (this) {
      case ENROL_ACTOR, RESCOPE_ACTOR, RENEW_SECRET -> Operation.ADMINISTER;
      case HAND_OVER_SHIFT -> Operation.WORK_ON_LOAD;
      case REFUND, ADJUST_CHARGE, ASSIGN_MONEY -> Operation.COLLECT_FEES;
    };
  }
}
