package io.clearway.authority;

/// What can be allowed.
public enum Operation {
  REGISTER,
  CONFIRM_ENTRY_AS_BORDER_GUARD,
  CONFIRM_ENTRY_AS_CUSTOMS,
  REPORT_GATE,
  REPORT_YARD,
  ACKNOWLEDGE_NOTICE,
  /// Read what oneself registered.
  READ_OWN,
  READ_ALL,
  ADMINISTER,
  /// What only the system does: fire timers, open cases and obligations.
  RUN
}
