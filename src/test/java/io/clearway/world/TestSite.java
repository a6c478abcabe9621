package io.clearway.world;

import io.clearway.kernel.Direction;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Four gate pairs with a yard each, open from four to twenty; the agencies have thirty minutes.
public final class TestSite {

  private TestSite() {}

  /// The site.
  public static Site site() {
    return new Site(
        "test-complex",
        "00",
        "2026-01-01",
        ZoneId.of("Asia/Ho_Chi_Minh"),
        Duration.ofMinutes(30),
        Stream.of("HN", "TT", "COC", "CM").map(TestSite::gate).toList(),
        List.of());
  }

  private static Site.GatePair gate(String code) {
    Site.Label label = new Site.Label(code, code, code);
    return new Site.GatePair(
        code,
        label,
        label,
        List.of(),
        "15BB",
        List.of(new Site.Yard("Y-" + code, label)),
        List.of(
            new Site.Hours(Direction.EXPORT, LocalTime.of(4, 0), LocalTime.of(20, 0)),
            new Site.Hours(Direction.IMPORT, LocalTime.of(4, 0), LocalTime.of(20, 0))));
  }
}
