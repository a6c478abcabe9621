package io.clearway.live;

import java.time.Duration;

/// A journal that is written once and forged often: three days, two owners, a checkpoint of each,
/// and in the last segment three vehicles that arrive.
final class ThreeDays {

  static final Rig RIG;
  static final Ledger WHOLE;

  static {
    try {
      RIG = written();
      WHOLE = Ledger.read(RIG.database, RIG.complex);
    } catch (Exception failed) {
      throw new IllegalStateException("the three days were not written", failed);
    }
  }

  private ThreeDays() {}

  private static Rig written() throws Exception {
    Rig rig = new Rig("three-days").furnished();
    rig.arrives(1);
    rig.wall = rig.wall.plus(Duration.ofDays(1));
    rig.arrives(2);
    rig.gate.close();
    rig.gate = rig.begin();
    Rig.awaitReady(rig.gate);
    rig.wall = rig.wall.plus(Duration.ofDays(1));
    rig.arrives(3);
    rig.arrives(4);
    rig.arrives(5);
    rig.gate.close();
    return rig;
  }
}
