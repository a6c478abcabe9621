package io.clearway.world;

import io.clearway.crossing.KeyHolder;

/// The approved order of events in an entry where policies follow one another.
public final class Approved {

  private static final String EVENTS =
      """
      unregistered in the yard [VehicleArrived, YardEntered, CaseOpened, CaseOpened]
      its cases [SEEN_BEFORE_REGISTERED, ENTERED_YARD_WITHOUT_BOTH_KEYS]
      papers come [Registered, RegistrationLinked, CaseClosed]
      second key [EntryCompleted, ObligationOpened]
      """;

  private Approved() {}

  /// @throws AssertionError when the core answers otherwise
  public static void require() {
    Played gate = new Played();
    StringBuilder lines = new StringBuilder();
    gate.yardEntered();
    lines.append("unregistered in the yard ").append(gate.entry()).append('\n');
    lines.append("its cases ").append(gate.kinds(gate.passage())).append('\n');
    gate.register("2026112400001");
    lines.append("papers come ").append(gate.entry()).append('\n');
    gate.confirm(KeyHolder.CUSTOMS);
    gate.confirm(KeyHolder.BORDER_GUARD);
    lines.append("second key ").append(gate.entry()).append('\n');
    if (!lines.toString().equals(EVENTS)) {
      throw new AssertionError("the published order is another: " + lines);
    }
  }
}
