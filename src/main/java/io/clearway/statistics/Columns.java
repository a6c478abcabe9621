package io.clearway.statistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows on their way into a table, column by column, in one statement.
public final class Columns {

  private final String[] types;
  private final List<List<@Nullable Object>> columns = new ArrayList<>();

  /// @param types of the columns, as PostgreSQL calls them
  public Columns(String... types) {
    this.types = types.clone();
    for (int i = 0; i < types.length; i++) {
      columns.add(new ArrayList<>());
    }
  }

  public void add(@Nullable Object... row) {
    for (int i = 0; i < types.length; i++) {
      columns.get(i).add(row[i]);
    }
  }

  public boolean isEmpty() {
    return columns.getFirst().isEmpty();
  }

  /// Runs the statement, whose first parameter is the complex and whose others are the columns.
  public void run(Connection connection, String sql, String complex) throws SQLException {
    if (isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, complex);
      for (int i = 0; i < types.length; i++) {
        statement.setArray(i + 2, connection.createArrayOf(types[i], columns.get(i).toArray()));
      }
      statement.executeUpdate();
    }
  }
}
