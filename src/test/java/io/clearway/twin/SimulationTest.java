package io.clearway.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Direction;
import io.clearway.world.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class SimulationTest {

  /// What agencies do on an inspection.
  private static final String[] LOOKED = {
    "opened by CUSTOMS",
    "opened by PLANT_QUARANTINE",
    "joined by BORDER_GUARD",
    "booked more",
    "found CLEAN",
    "found DOUBT",
    "found FAULT",
    "refused INSPECTION_PLACE_UNKNOWN",
    "refused PLACE_LACKS_MEANS"
  };

  private static final boolean LONG = Boolean.getBoolean("clearway.long");

  @Test
  void promisesHoldForManySeedsWithEveryKindOfFault() {
    SortedMap<String, Long> counts = LONG ? run(0, 200) : run(100, 60);
    assertThat(counts)
        .containsKeys(
            "crashed",
            "repeated",
            "replayed",
            "carried",
            "contradiction SEEN_BEFORE_REGISTERED",
            "contradiction NOT_SEEN_ARRIVING",
            "contradiction ENTERED_YARD_WITHOUT_BOTH_KEYS",
            "contradiction LEFT_WITHOUT_BOTH_KEYS",
            "contradiction REPORT_OUT_OF_ORDER",
            "case RETURN_UNEXPLAINED",
            "case RETURNED_TWICE",
            "case LEFT_AGAINST_TURNING",
            "case DIVERSION_UNMET",
            "denied",
            "refused STALE",
            "refused OTHER_AGENCY",
            "refused NOT_LIFTER",
            "refused SAID_TOO_LONG_AGO",
            "refused RELEASED_EARLIER",
            "refused NOT_REGISTERED",
            "refused NOTICE_UNKNOWN",
            "refused ALREADY_BACK",
            "refused NOT_TURNABLE",
            "refused NOT_IN_YARD",
            "refused ALREADY_PLUGGED",
            "refused NOT_PLUGGED",
            "refused PLACE_TAKEN",
            "placed",
            "placed beyond spaces",
            "plugged beyond plugs")
        .containsKeys(LOOKED);
    // Some drove off plugged.
    assertThat(counts.get("plugged")).isGreaterThan(counts.get("unplugged"));
  }

  @Test
  @EnabledIfSystemProperty(named = "clearway.long", matches = "true")
  void promisesHoldForSixtyThousandPassages() {
    assertThat(run(1_000, 1_000)).containsKey("replayed");
  }

  private static SortedMap<String, Long> run(long first, int seeds) {
    SortedMap<String, Long> counts = new TreeMap<>();
    long entries = 0;
    long passages = 0;
    long began = System.nanoTime();
    for (long seed = first; seed < first + seeds; seed++) {
      try {
        var result = Simulation.run(Runs.small(), seed);
        result.counts().forEach((what, n) -> counts.merge(what, n, Long::sum));
        entries += result.entries();
        passages += result.trucks();
      } catch (IllegalStateException broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d seeds, %d passages, %d entries in %.1f s %s%n",
        seeds,
        passages,
        entries,
        seconds,
        counts);
    return counts;
  }

  @Test
  void aDayWithoutFaultsIsForgottenCompletely() {
    forgotten(Runs.day(8, Faults.none()));
  }

  @Test
  void aPartOfLangSonsDayWithFaultsKeepsItsPromises() {
    int part = LONG ? 4 : 8;
    assertThat(Simulation.run(Runs.day(part, Faults.many()), 2).entries())
        .isGreaterThan(12_000 / part);
  }

  @Test
  @EnabledIfSystemProperty(named = "clearway.long", matches = "true")
  void wholeDaysAtLangSonKeepTheirPromises() {
    forgotten(Runs.day(1, Faults.none()));
    assertThat(Simulation.run(Runs.day(1, Faults.many()), 2).entries()).isGreaterThan(10_000);
  }

  private static void forgotten(Simulation.Setting setting) {
    var result = Simulation.run(setting, 1);
    assertThat(result.world().crossings().all().size()).isZero();
    assertThat(result.world().registrations().all().size()).isZero();
    assertThat(result.counts().keySet()).noneMatch(what -> what.matches("(contradiction|case) .*"));
  }

  @Test
  void theSameSeedGivesTheSameRunInTwoFreshMachines() throws Exception {
    var here = Simulation.run(Runs.small(), 42);
    String line = Fingerprint.of(here.world()) + " " + here.stream();
    assertThat(elsewhere("42")).isEqualTo(line);
    assertThat(elsewhere("42")).isEqualTo(line);
    assertThat(Simulation.run(Runs.small(), 43).stream()).isNotEqualTo(here.stream());
  }

  private static String elsewhere(String seed) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "io.clearway.twin.CoreCheck",
                seed)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.strip();
  }

  @Test
  void aDayHasExactlyThePublishedVolumesAndOpeningHours() {
    var zone = TestSite.site().zone();
    DayPlan plan =
        DayPlan.of(DayPlan.langSon(), LocalDate.of(2026, 11, 24), zone, 0, new RandomStream(5));
    assertThat(plan.size()).isEqualTo(1840);
    for (Truck truck : plan.trucks()) {
      assertThat(truck.arrivesAt().atZone(zone).getHour()).isBetween(4, 18);
    }
    assertThat(median(plan, Direction.EXPORT)).isBetween(220, 260);
    assertThat(median(plan, Direction.IMPORT)).isBetween(88, 104);
  }

  private static int median(DayPlan plan, Direction direction) {
    List<Integer> minutes =
        plan.trucks().stream()
            .filter(t -> t.direction() == direction)
            .map(Truck::dwellMinutes)
            .sorted()
            .toList();
    return minutes.get(minutes.size() / 2);
  }

  @Test
  void whatOneCauseDrawsDoesNotShiftAnother() {
    RandomStream root = new RandomStream(9);
    long before = root.split("officers").next();
    root.split("devices").next();
    root.next();
    assertThat(root.split("officers").next()).isEqualTo(before);
  }
}
