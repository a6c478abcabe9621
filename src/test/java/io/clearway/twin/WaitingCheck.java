package io.clearway.twin;

import io.clearway.link.waiting.SpoiltRecord;
import java.util.Optional;

/// The waiting record for planted bugs: ends with 3 when one says something else than the gate, or
/// when a changed byte passes.
public final class WaitingCheck {

  private static final int CAUGHT = 3;

  private WaitingCheck() {}

  public static void main(String[] args) {
    Optional<String> passed = SpoiltRecord.passed();
    if (passed.isPresent()) {
      System.out.println("caught: " + passed.get());
      System.exit(CAUGHT);
    }
    WaitingBooks books = new WaitingBooks();
    var _ = Simulation.run(Runs.small(), 0, Optional.of(books));
    WaitingBooks.Tally tally = books.compare();
    if (tally.off() + tally.broken() > 0) {
      System.out.println("caught: " + tally.examples().getFirst().lines().findFirst().orElse(""));
      System.exit(CAUGHT);
    }
    System.out.println("holds");
  }
}
