package io.clearway.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// How to reach PostgreSQL. Every user of it has a connection of its own.
///
/// @param address gives a JDBC URL; asked anew for each connection, since a server that died may
///   come back on another port
public record Database(Supplier<String> address, String user, String password) {

  /// A new connection in autocommit mode that gives up on a dead server after ten seconds.
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "clearway");
    // Bytes come as bytes from the first row on, and not as text until the fifth execution.
    properties.setProperty("prepareThreshold", "-1");
    return DriverManager.getConnection(address.get(), properties);
  }

  /// Brings the tables to this version.
  ///
  /// @throws SQLException when the server cannot be reached or its tables are of another version
  public void migrate() throws SQLException {
    connect().close();
    try {
      Flyway.configure()
          .dataSource(address.get(), user, password)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException unfit) {
      throw new SQLException("the journal cannot be brought to this version: " + unfit, unfit);
    }
  }

  /// Never shows the password, in the address neither.
  @Override
  public String toString() {
    return "Database[" + address.get().replaceFirst("\\?.*", "") + "]";
  }
}
