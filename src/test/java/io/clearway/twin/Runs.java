package io.clearway.twin;

import io.clearway.world.TestSite;
import java.time.LocalDate;

/// Settings of runs.
final class Runs {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);

  private Runs() {}

  /// Two short days with every kind of fault.
  static Simulation.Setting small() {
    return new Simulation.Setting(
        TestSite.choosing(), DayPlan.langSon(60), FIRST, 2, Faults.many());
  }

  /// The same, and half of all vehicles are turned.
  static Simulation.Setting turning() {
    return new Simulation.Setting(
        TestSite.choosing(), DayPlan.langSon(60), FIRST, 2, Faults.many().turningOften());
  }

  /// Everything that people do, and a tenth of what goes wrong on the wire: three reports of a
  /// thousand are lost, three come late, three after the next one.
  static Simulation.Setting wired() {
    return new Simulation.Setting(
        TestSite.choosing(),
        DayPlan.langSon(60),
        FIRST,
        2,
        new Faults(3, 3, 3, 3, 4, 1, 60, 30, 150, 30, 200, 4, 80, 10, 200));
  }

  /// One day with one truck for so many of Lang Son's.
  static Simulation.Setting day(int oneFor, Faults faults) {
    return new Simulation.Setting(TestSite.releasing(), DayPlan.langSon(oneFor), FIRST, 1, faults);
  }
}
