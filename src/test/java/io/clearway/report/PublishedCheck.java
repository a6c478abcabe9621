package io.clearway.report;

import java.util.List;

/// Plays the published day in a virtual machine of its own. Ends with 0 when every published figure
/// comes out, with 3 and one line when one does not.
public final class PublishedCheck {

  private static final int CAUGHT = 3;

  private PublishedCheck() {}

  public static void main(String[] args) {
    Published published = Published.noted();
    var entries = PublishedDay.entries(published);
    var question =
        new ProvinceReport.Question(
            PublishedDay.DAY,
            PublishedDay.ZONE,
            entries.size(),
            PublishedDay.at(PublishedDay.DAY.plusDays(1), 60));
    List<String> differences = published.differencesFrom(ProvinceReport.of(entries, question));
    if (differences.isEmpty()) {
      System.out.println("holds");
    } else {
      System.out.println("caught: " + differences.getFirst());
      System.exit(CAUGHT);
    }
  }
}
