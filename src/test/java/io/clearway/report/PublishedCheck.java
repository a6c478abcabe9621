package io.clearway.report;

import io.clearway.link.api.DayAtTheDoor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Plays the published day in a virtual machine of its own. Ends with 0 when every published figure
/// comes out, with 3 and one line when one does not.
public final class PublishedCheck {

  private static final int CAUGHT = 3;

  private PublishedCheck() {}

  public static void main(String[] args) throws Exception {
    Published published = Published.noted();
    Path rig = Path.of(System.getProperty("clearway.rig", "target/test-published"));
    Path folder = Files.createTempDirectory(Files.createDirectories(rig), "door");
    List<String> differences;
    try (DayAtTheDoor door = new DayAtTheDoor(folder, PublishedDay.BEGIN)) {
      new PublishedDay(published).play(door);
      var question =
          new ProvinceReport.Question(
              PublishedDay.DAY,
              PublishedDay.ZONE,
              door.entries().size(),
              PublishedDay.at(PublishedDay.DAY.plusDays(1), 60));
      differences = published.differencesFrom(ProvinceReport.of(door.entries(), question));
    }
    if (differences.isEmpty()) {
      System.out.println("holds");
    } else {
      System.out.println("caught: " + differences.getFirst());
      System.exit(CAUGHT);
    }
  }
}
