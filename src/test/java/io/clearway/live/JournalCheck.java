package io.clearway.live;

import io.clearway.authority.Role;
import io.clearway.journal.Entry;
import io.clearway.world.Command;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;

/// Runs in a virtual machine of its own against the journal on its class path. Ends with 0 when all
/// holds, with 3 and one line when it does not.
public final class JournalCheck {

  private static final int CAUGHT = 3;

  private JournalCheck() {}

  public static void main(String[] args) throws Exception {
    try {
      acknowledgedMeansOnDisk();
      anOldEpochWritesNothing();
      System.out.println("holds");
      System.exit(0);
    } catch (AssertionError broken) {
      System.out.println("caught: " + broken.getMessage());
      System.exit(CAUGHT);
    }
  }

  /// Cuts the writer's connection before a command, ten times over.
  private static void acknowledgedMeansOnDisk() throws Exception {
    try (Rig rig = new Rig("check-ack").furnished()) {
      long device = rig.actor(Role.GATE_DEVICE);
      for (int number = 0; number < 10; number++) {
        Rig.awaitReady(rig.gate);
        sql(
            rig,
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'clearway'"
                + " and datname = current_database() and pid <> pg_backend_pid()");
        UUID id = UUID.randomUUID();
        Command arrival = rig.arrival(number);
        Answer answer = rig.send(id, device, arrival);
        Rig.awaitReady(rig.gate);
        if (answer instanceof Answer.Committed(Entry entry)
            && rig.gate.entry(entry.seq()).filter(e -> e.commandId().equals(id)).isEmpty()) {
          throw new AssertionError("entry " + entry.seq() + " was acknowledged and is not there");
        }
      }
    }
  }

  private static void anOldEpochWritesNothing() throws Exception {
    try (Rig rig = new Rig("check-epoch").furnished()) {
      long device = rig.actor(Role.GATE_DEVICE);
      long old = rig.loseEpoch();
      if (rig.append(2, old)) {
        throw new AssertionError("an owner that lost its epoch wrote two entries");
      }
      if (rig.send(device, rig.arrival(1)) instanceof Answer.Committed) {
        throw new AssertionError("an owner that lost its epoch wrote an entry");
      }
    }
  }

  private static void sql(Rig rig, String text) throws Exception {
    try (Connection connection = rig.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
