package io.clearway.statistics;

import java.util.List;

/// Runs in a virtual machine of its own against the statistics on its class path. Ends with 0 when
/// all holds, with 3 and one line when it does not.
public final class StatisticsCheck {

  private static final int CAUGHT = 3;

  private StatisticsCheck() {}

  public static void main(String[] args) throws Exception {
    try {
      Story story = new Story();
      told("followed", story.followed());
      Kept written = story.written();
      written.catchUp();
      told("in one go", written);
      System.out.println("holds");
      System.exit(0);
    } catch (AssertionError broken) {
      System.out.println("caught: " + broken.getMessage());
      System.exit(CAUGHT);
    }
  }

  private static void told(String how, Kept kept) throws Exception {
    List<String> counted = kept.lines(ProjectorTest.PASSED);
    if (!counted.equals(ProjectorTest.TOLD)) {
      throw new AssertionError(how + " it counts " + counted);
    }
  }
}
