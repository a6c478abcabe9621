package io.clearway.world;

import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.turn.Entry;
import io.clearway.turn.RoadOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What tests of the road share: the test site with a post and parks, and words about vehicles.
public final class Road {

  static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final Places.Label NAME = new Places.Label("x", "x", "x");
  private static final Figure.Origin ASSUMED = new Figure.Origin(Figure.Evidence.A, "");

  /// An hour from its gates; vehicles may come two hours early. It does not lead to CM.
  static final Places.Post POST =
      new Places.Post(
          "POST",
          NAME,
          "QL1A",
          List.of("HN", "TT", "COC"),
          Duration.ofHours(1),
          Duration.ofHours(2),
          ASSUMED);

  private Road() {}

  /// The test site with that post, and with holding parks for HN.
  ///
  /// @param compulsoryFrom since when every vehicle stops there
  static Site site(Optional<String> compulsoryFrom) {
    Site plain = TestSite.site();
    Places p = plain.places();
    Figure unknown = new Figure.Unknown("");
    List<Places.Park> parks =
        List.of(
            new Places.Park("PARK_A", NAME, "QL1A", List.of("HN"), unknown, compulsoryFrom),
            new Places.Park("PARK_B", NAME, "QL1A", List.of("HN"), unknown, compulsoryFrom));
    return new Site(
        plain.head(),
        new Places(p.pairs(), p.offices(), p.lines(), p.routes(), p.yards(), parks, List.of(POST)),
        plain.rulebook(),
        List.of());
  }

  static Personal<String> plate(String plate) {
    return new Personal.Known<>(Draft.subject(plate), plate);
  }

  /// The first word about a vehicle.
  public static Entry.Said said(long key, int section, long rank, String plate) {
    return new Entry.Said(
        new UUID(3, key),
        0,
        section,
        rank,
        plate(plate),
        NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// A later word: another plate, or that it no longer counts.
  static Entry.Said again(Entry.Said said, int revision, String plate, Entry.Removal... why) {
    return new Entry.Said(
        said.key(),
        revision,
        said.section(),
        said.rank(),
        plate(plate),
        said.occurredAt().plusSeconds(revision),
        said.standingSince(),
        said.note(),
        List.of(why).stream().findFirst());
  }

  static RoadOrder.Given given(String plate) {
    return new RoadOrder.Given(
        plate(plate),
        RoadOrder.Word.TURN,
        Optional.of("PARK_A"),
        "POST",
        RoadOrder.Reason.PARK_COMPULSORY,
        Optional.empty(),
        Optional.empty(),
        NOW);
  }

  /// Vehicles of one section, a place apart.
  static List<Entry.Said> row(int section, int from, int count) {
    List<Entry.Said> row = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      row.add(said(1000L * section + i, section, i * 1024L, "%d9C%05d".formatted(section, i)));
    }
    return row;
  }
}
