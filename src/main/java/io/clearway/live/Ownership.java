package io.clearway.live;

import io.clearway.journal.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Who may write: a number that only one process holds. An append with an old number fails.
///
/// A process takes over when the owner let go, when its heartbeat is ten seconds old, or when the
/// owner was a process of this very machine that is no more.
final class Ownership {

  static final Duration DEAD_AFTER = Duration.ofSeconds(10);

  private final Database database;
  private final String complex;
  private final String holder;

  Ownership(Database database, String complex) {
    this.database = database;
    this.complex = complex;
    this.holder = ProcessName.ofThis();
  }

  /// The new epoch, or empty while another process is alive and owns the journal.
  OptionalLong tryAcquire() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      Optional<Owner> owner = lock(connection);
      OptionalLong epoch = OptionalLong.empty();
      if (owner.isEmpty()) {
        epoch = OptionalLong.of(insert(connection));
      } else if (free(owner.get())) {
        epoch = OptionalLong.of(take(connection, owner.get().epoch() + 1));
      }
      connection.commit();
      return epoch;
    }
  }

  private boolean free(Owner owner) {
    return owner.stale() || owner.holder().equals(holder) || ProcessName.isDeadHere(owner.holder());
  }

  /// Who owns the journal and has given no sign of life for ten seconds.
  Optional<String> staleHolder() throws SQLException {
    String sql =
        "select holder from owner where complex = ?"
            + " and heartbeat < clock_timestamp() - make_interval(secs => ?)";
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, complex);
      select.setDouble(2, (double) DEAD_AFTER.toSeconds());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  /// Fences what this process still has under way and goes on under a new epoch: waits until a
  /// transaction that holds the old one has ended.
  ///
  /// @return empty when another process took over meanwhile
  OptionalLong renew(long epoch) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      Optional<Owner> owner = lock(connection);
      boolean ours = owner.isPresent() && owner.get().epoch() == epoch;
      OptionalLong next =
          ours ? OptionalLong.of(take(connection, epoch + 1)) : OptionalLong.empty();
      connection.commit();
      return next;
    }
  }

  /// Says that the owner lives.
  ///
  /// @return false when it is the owner no longer
  static boolean beat(Connection connection, String complex, long epoch) throws SQLException {
    String sql = "update owner set heartbeat = clock_timestamp() where complex = ? and epoch = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, complex);
      update.setLong(2, epoch);
      return update.executeUpdate() == 1;
    }
  }

  /// Lets go, so that the next one need not wait.
  void release(long epoch) throws SQLException {
    String sql =
        "update owner set heartbeat = '-infinity', holder = '' where complex = ? and epoch = ?";
    try (Connection connection = database.connect();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, complex);
      update.setLong(2, epoch);
      update.executeUpdate();
    }
  }

  private record Owner(long epoch, String holder, boolean stale) {}

  private Optional<Owner> lock(Connection connection) throws SQLException {
    String sql =
        "select epoch, holder, heartbeat < clock_timestamp() - make_interval(secs => ?)"
            + " from owner where complex = ? for update";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setDouble(1, (double) DEAD_AFTER.toSeconds());
      select.setString(2, complex);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Owner(rows.getLong(1), rows.getString(2), rows.getBoolean(3)))
            : Optional.empty();
      }
    }
  }

  private long insert(Connection connection) throws SQLException {
    String sql =
        "insert into owner (complex, epoch, holder, heartbeat)"
            + " values (?, 1, ?, clock_timestamp())";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, complex);
      insert.setString(2, holder);
      insert.executeUpdate();
    }
    return 1;
  }

  private long take(Connection connection, long epoch) throws SQLException {
    String sql =
        "update owner set epoch = ?, holder = ?, heartbeat = clock_timestamp()"
            + " where complex = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, epoch);
      update.setString(2, holder);
      update.setString(3, complex);
      update.executeUpdate();
    }
    return epoch;
  }
}
