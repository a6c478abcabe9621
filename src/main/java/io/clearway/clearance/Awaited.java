package io.clearway.clearance;

import io.clearway.site.Agency;
import java.time.Instant;
import java.util.List;

/// An agency that has to act, and since when.
public record Awaited(Agency agency, Instant since) {

  /// Who holds the load; where it said that others lift the hold, these.
  public static List<Awaited> holders(Clearance held) {
    return held.holds().stream()
        .flatMap(hold ->
            (hold.lifters().contains(hold.agency()) ? List.of(hold.agency()) : hold.lifters())
                .stream().map(agency -> new Awaited(agency, hold.at())))
        .toList();
  }
}
