package io.clearway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.journal.Database;
import io.clearway.link.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What was given out, in a real PostgreSQL.
class VersionTableTest {

  private static Optional<EmbeddedPostgres> server = Optional.empty();
  private static Optional<Database> opened = Optional.empty();

  @BeforeAll
  static void start() throws SQLException {
    var started =
        EmbeddedPostgres.start(Path.of("target", "test-report-versions").toAbsolutePath());
    server = Optional.of(started);
    opened = Optional.of(new Database(started::jdbcUrl, started.user(), started.password()));
    opened.get().migrate();
  }

  @AfterAll
  static void stop() {
    server.ifPresent(EmbeddedPostgres::close);
  }

  private static Version.Store table() {
    return new VersionTable(opened.orElseThrow());
  }

  private static String fresh() {
    return "complex-" + System.nanoTime();
  }

  private static Told evening() {
    return new Told().exports(1, "10 10:00").exports(2, "11 05:00");
  }

  @Test
  void whatWasGivenOutComesBackAsItWas() {
    String complex = fresh();
    Told told = evening();
    Version first = Version.issue(table(), complex, told.report("11 20:30"));
    told.leaves(2, "11 19:50", "11 20:40");
    Version second = Version.issue(table(), complex, told.report("11 20:50"));
    assertThat(second.number()).contains(2);
    var series = new Version.Series(complex, Told.DAY, Told.ZONE);
    assertThat(Version.find(table(), series, 1)).contains(first);
    assertThat(Version.find(table(), series, 2)).contains(second);
    assertThat(Version.issue(table(), complex, told.report("11 20:55"))).isEqualTo(second);
    assertThat(second.changes()).isNotEmpty();
  }

  /// Dropped, the numbers begin anew and the figures are the same.
  @Test
  void theTableMayBeDropped() throws SQLException {
    String complex = fresh();
    Told told = evening();
    Version given = Version.issue(table(), complex, told.report("11 20:30"));
    try (var connection = opened.orElseThrow().connect();
        var statement =
            connection.prepareStatement("delete from report_version where complex = ?")) {
      statement.setString(1, complex);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    assertThat(Version.issue(table(), complex, told.report("11 20:30"))).isEqualTo(given);
  }

  /// Sixteen ask at once for what nobody was given yet, each at another moment.
  @Test
  void noNumberIsGivenTwice() throws Exception {
    String complex = fresh();
    List<Callable<Version>> questions = new ArrayList<>();
    Told told = evening();
    ProvinceReport report = told.report("11 20:30");
    for (int i = 0; i < 16; i++) {
      questions.add(() -> Version.issue(table(), complex, report));
    }
    TreeSet<Integer> numbers = new TreeSet<>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (Future<Version> answer : threads.invokeAll(questions)) {
        numbers.add(answer.get().number().orElseThrow());
      }
    }
    assertThat(numbers).containsExactly(1);
    assertThat(table().of(new Version.Series(complex, Told.DAY, Told.ZONE))).hasSize(1);
  }
}
