package io.clearway.authority;

/// What can be allowed.
public enum Operation {
  REGISTER,
  CONFIRM_ENTRY_AS_BORDER_GUARD,
  CONFIRM_ENTRY_AS_CUSTOMS,
  /// What an agency does on a load: confirm, hold, refuse, inspect. Each for itself alone.
  WORK_ON_LOAD,
  /// A device confirms by a rule that an agency authorised.
  CONFIRM_BY_RULE,
  /// Ask an agency for what it does not do unasked.
  REQUEST_STEP,
  /// Green, yellow or red.
  SET_CHANNEL,
  /// Turn a vehicle back or send it to another gate.
  TURN_VEHICLE,
  /// Tell a vehicle on the road to go, to hold, to turn.
  DIRECT_TRAFFIC,
  /// Register vehicles that stand on the road, in their order.
  CALL_ROLL,
  REPORT_GATE,
  REPORT_YARD,
  /// Ask for another tractor in front of a vehicle.
  ASK_TRACTOR,
  /// Keep the pool of dedicated drivers: enrol, retire, assign, take back.
  MANAGE_DRIVERS,
  /// Say what was heard from the other side of the line.
  REPORT_OTHER_SIDE,
  ACKNOWLEDGE_NOTICE,
  /// Start a payment of one's own charges.
  PAY_FEES,
  /// Take money, set what no tariff says, let owe, hold the bank's file against ours.
  COLLECT_FEES,
  /// Read what oneself registered.
  READ_OWN,
  READ_ALL,
  ADMINISTER,
  /// What only the system does: fire timers, open cases and obligations.
  RUN
}
