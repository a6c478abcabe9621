package io.clearway.clearance;

import io.clearway.site.Agency;
import java.time.Instant;
import java.util.List;

/// An agency that has to act, and since when.
public record Awaited(Agency agency, Instant since) {

  /// Who holds the load.
  public static List<Awaited> holders(Clearance held) {
    return held.holds().stream().map(hold -> new Awaited(hold.agency(), hold.at())).toList();
  }
}
