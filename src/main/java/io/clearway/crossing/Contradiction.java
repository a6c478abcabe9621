package io.clearway.crossing;

/// How a report contradicts what was known. The word is also the kind of the case it opens.
public enum Contradiction {
  /// A vehicle stands at the gate and nobody registered it.
  SEEN_BEFORE_REGISTERED,
  /// It was reported further on and never seen arriving.
  NOT_SEEN_ARRIVING,
  /// It entered a yard while a key was missing.
  ENTERED_YARD_WITHOUT_BOTH_KEYS,
  /// It left the gate while a key was missing.
  LEFT_WITHOUT_BOTH_KEYS,
  /// It left the gate while an agency had not released it, or held it.
  LEFT_WITHOUT_RELEASE,
  /// It cannot have happened after what is known: twice, or backwards.
  REPORT_OUT_OF_ORDER,
  /// It came back from the other side, and that it left is not known.
  RETURN_UNEXPLAINED,
  /// It came back from the other side a second time.
  RETURNED_TWICE,
  /// An officer turned it, and it went on all the same: an import inland, an export over the line.
  LEFT_AGAINST_TURNING,
  /// It is on its way to the gate that it was sent to, and may no longer pass there.
  DIVERSION_UNMET,
  /// It left the gate while a public fee was neither paid nor let go.
  LEFT_UNPAID,
  /// An agency held it before it left, and its word came after that.
  HELD_TOO_LATE,
  /// An officer said that it had left; no device saw it.
  LEFT_UNSEEN,
  /// Its goods left released, and were refused customs clearance after.
  CLEARANCE_REFUSED,
  /// Its goods left released, and were not through customs in time.
  CLEARANCE_OVERDUE,
  /// What was packed into other vehicles is not what it brought.
  GOODS_NOT_CONSERVED,
  /// A tractor, a trailer, a container or a driver is on this passage, and on another one or over
  /// the line.
  IN_TWO_PLACES,
  /// A person came with another vehicle than the one with which the person went, or goes with
  /// another one than came.
  PERSON_IN_ANOTHER_VEHICLE,
  /// A person's stay ends soon.
  STAY_ENDS,
  /// A person has stayed longer than allowed.
  STAY_OVER,
  /// It went over the line without the dedicated driver that it needs.
  WITHOUT_DEDICATED_DRIVER,
  /// It stayed on the side that is not its own for longer than it may.
  STAY_OVERDUE
}
