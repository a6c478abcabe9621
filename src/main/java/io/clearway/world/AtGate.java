package io.clearway.world;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Working;
import io.clearway.site.Site;
import io.clearway.site.WorkTime;
import java.time.Duration;
import java.time.Instant;

/// When the agencies work on that vehicle, by the site file in force.
record AtGate(Site site, Crossing crossing) implements Working {

  @Override
  public Instant after(KeyHolder agency, Instant from, Duration work) {
    return workTime(agency).after(from, work);
  }

  @Override
  public Duration between(KeyHolder agency, Instant from, Instant to) {
    return workTime(agency).between(from, to);
  }

  private WorkTime workTime(KeyHolder agency) {
    return site.workTime(Amendments.of(agency), crossing.gate(), crossing.direction());
  }
}
