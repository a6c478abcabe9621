package io.clearway.registration;

import java.util.Optional;

/// What comes back of what went, for planted bugs: ends with 3 when more is back than went.
public final class ReturnedCheck {

  private static final int CAUGHT = 3;

  private ReturnedCheck() {}

  public static void main(String[] args) {
    for (long seed = 0; seed < 5; seed++) {
      Optional<String> wrong = ReturnedBooks.wrong(seed, 120);
      if (wrong.isPresent()) {
        System.out.println("caught: " + wrong.get());
        System.exit(CAUGHT);
      }
    }
    System.out.println("holds");
  }
}
