package io.clearway.twin;

import io.clearway.kernel.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The trucks of one day: exactly so many per gate and direction, spread over the opening hours.
public final class DayPlan {

  /// How many trucks a gate sees in one direction.
  public record Volume(String gate, Direction direction, int trucks) {}

  /// Arrivals per hour from 04 to 18, per cent: assumed, with two humps around noon.
  private static final int[] HOURS = {2, 4, 7, 9, 10, 10, 9, 7, 7, 8, 9, 8, 5, 3, 2};

  private static final int FIRST_HOUR = 4;

  /// Twenty equally likely factors, per mille, of a lognormal with σ = 0.6.
  private static final int[] DWELL = {
    309, 422, 501, 571, 636, 699, 762, 826, 893, 963, 1038, 1120, 1211, 1313, 1431, 1573, 1752,
    1994, 2372, 3241
  };

  private static final int EXPORT_MEDIAN_MINUTES = 240;
  private static final int IMPORT_MEDIAN_MINUTES = 96;

  private final LocalDate day;
  private final List<Truck> trucks;

  private DayPlan(LocalDate day, List<Truck> trucks) {
    this.day = day;
    this.trucks = trucks;
  }

  /// The volumes of an average day of 2025 at the Lang Son gates.
  public static List<Volume> langSon() {
    return List.of(
        new Volume("HN", Direction.EXPORT, 328),
        new Volume("TT", Direction.EXPORT, 181),
        new Volume("COC", Direction.EXPORT, 54),
        new Volume("CM", Direction.EXPORT, 51),
        new Volume("HN", Direction.IMPORT, 588),
        new Volume("TT", Direction.IMPORT, 423),
        new Volume("COC", Direction.IMPORT, 32),
        new Volume("CM", Direction.IMPORT, 183));
  }

  /// The same, one truck for so many, at least one per gate and direction.
  public static List<Volume> langSon(int oneFor) {
    return langSon().stream()
        .map(v -> new Volume(v.gate(), v.direction(), Math.max(1, v.trucks() / oneFor)))
        .toList();
  }

  /// @param unregistered per mille of trucks that register after they were seen
  public static DayPlan of(
      List<Volume> volumes, LocalDate day, ZoneId zone, int unregistered, RandomStream arrivals) {
    Instant midnight = day.atStartOfDay(zone).toInstant();
    RandomStream ofDay = arrivals.split(day.toEpochDay());
    List<Truck> trucks = new ArrayList<>();
    for (Volume volume : volumes) {
      for (int i = 0; i < volume.trucks(); i++) {
        RandomStream draws = ofDay.split(trucks.size());
        trucks.add(truck(trucks.size(), volume, midnight, unregistered, draws));
      }
    }
    return new DayPlan(day, List.copyOf(trucks));
  }

  private static Truck truck(
      int number, Volume volume, Instant midnight, int unregistered, RandomStream draws) {
    Instant arrives = midnight.plusSeconds(hour(draws) * 3600L + draws.below(3600));
    Instant registers =
        draws.chance(unregistered)
            ? arrives.plusSeconds(60L * draws.between(5, 90))
            : arrives.minusSeconds(60L * draws.between(20, 1200));
    boolean export = volume.direction() == Direction.EXPORT;
    int median = export ? EXPORT_MEDIAN_MINUTES : IMPORT_MEDIAN_MINUTES;
    return new Truck(
        number,
        plate(number, volume, midnight.getEpochSecond() / 86_400, draws),
        volume.gate(),
        volume.direction(),
        registers,
        arrives,
        dwell(median, draws));
  }

  /// Vietnamese trucks go out, and some of them come back loaded on the next day. Chinese trucks
  /// come every day.
  private static String plate(int number, Volume volume, long day, RandomStream draws) {
    return switch (volume.direction()) {
      case EXPORT -> Invented.vietnamese(ofDay(number, day));
      case IMPORT ->
          number % 3 == 0 && draws.chance(450)
              ? Invented.vietnamese(ofDay(number / 3, day - 1))
              : Invented.chinese(number);
    };
  }

  /// Plates of five days differ.
  private static int ofDay(int number, long day) {
    return number + 10_000 * (int) Math.floorMod(day, 5L);
  }

  private static int hour(RandomStream draws) {
    int rest = draws.below(100);
    int hour = 0;
    while (rest >= HOURS[hour]) {
      rest -= HOURS[hour];
      hour++;
    }
    return FIRST_HOUR + hour;
  }

  /// Between two neighbours of the table, so that all minutes can occur.
  private static int dwell(int median, RandomStream draws) {
    int place = draws.below(DWELL.length - 1);
    int factor = draws.between(DWELL[place], DWELL[place + 1]);
    return median * factor / 1000;
  }

  public LocalDate day() {
    return day;
  }

  public int size() {
    return trucks.size();
  }

  List<Truck> trucks() {
    return trucks;
  }
}
