package io.clearway.takeover;

import io.clearway.kernel.Violation;
import java.util.List;

/// A line and what came, or would come, of it.
///
/// @param faults every one of them, when it is faulty
public record Judged(Deed deed, Fate fate, List<Violation> faults) {

  /// What comes of a line.
  public enum Fate {
    /// Nothing stands against it.
    GOOD,
    /// Done by this run.
    TAKEN,
    /// Done by a run before this one.
    KNOWN,
    /// Under its number something is held that an earlier line brought; it stays as it is.
    HELD,
    FAULTY,
    /// Good itself, but the line of its account is faulty.
    LEFT_OUT
  }

  /// Its faults at the fields as they stand in the file.
  static Judged faulty(Deed deed, List<Violation> faults) {
    return new Judged(deed, Fate.FAULTY, deed.told().asWritten(faults));
  }

  /// Whether the gate has it, or would have it.
  public boolean comes() {
    return fate != Fate.FAULTY && fate != Fate.LEFT_OUT;
  }
}
