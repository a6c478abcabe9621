package io.clearway.statistics;

import io.clearway.codec.BinaryCodec;
import io.clearway.codec.XorSealing;
import io.clearway.journal.Database;

/// Follows one journal in a virtual machine of its own, an entry a transaction, until it is ended.
public final class FollowAlone {

  private FollowAlone() {}

  /// @param args address, user and password of the database, and the complex
  public static void main(String[] args) throws Exception {
    Database database = new Database(() -> args[0], args[1], args[2]);
    try (Projector projector =
        new Projector(database, args[3], new BinaryCodec(new XorSealing()), 1)) {
      System.out.println("begun");
      projector.catchUp();
    }
  }
}
