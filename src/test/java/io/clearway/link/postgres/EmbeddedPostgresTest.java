package io.clearway.link.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every test begins and ends with no server on the folder.
final class EmbeddedPostgresTest {

  private static Path data = Path.of("");

  @BeforeAll
  static void unpackAndMake() throws IOException {
    data = SearchableFolder.fresh("start");
    try (EmbeddedPostgres postgres = start("the first time")) {
      execute(postgres, "create table word (word text)");
    }
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(processes().all()).isEmpty();
  }

  @AfterAll
  static void remove() throws IOException {
    for (long pid : processes().all()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    SearchableFolder.remove(data);
  }

  @Test
  void rowsStayWhenTheServerStopsAndStarts() throws Exception {
    long first;
    try (EmbeddedPostgres postgres = start("again")) {
      first = postgres.pid();
      execute(postgres, "insert into word values ('cửa khẩu 口岸')");
    }
    assertThat(ClusterProcesses.isAlive(first)).isFalse();
    try (EmbeddedPostgres postgres = start("again")) {
      assertThat(column(postgres, "select word from word")).contains("cửa khẩu 口岸");
      assertThat(postgres.pid()).isNotEqualTo(first);
    }
  }

  @Test
  void durabilityIsOn() throws Exception {
    Map<String, String> wanted =
        Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("data_checksums", "on"),
            Map.entry("wal_compression", "pglz"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("server_encoding", "UTF8"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_connections", "40"),
            Map.entry("jit", "off"),
            Map.entry("allow_alter_system", "off"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("server_version", Binaries.VERSION.replaceFirst("\\.0$", "")));
    try (EmbeddedPostgres postgres = start("for its settings")) {
      for (var setting : wanted.entrySet()) {
        assertThat(column(postgres, "show " + setting.getKey()))
            .as(setting.getKey())
            .containsExactly(setting.getValue());
      }
      assertThat(column(postgres, "select datlocprovider::text || datlocale from pg_database"))
          .containsOnly("bC.UTF-8");
    }
  }

  @Test
  void committedRowsOutliveTheDeathOfEveryProcess() throws Exception {
    EmbeddedPostgres postgres = start("to be killed");
    for (int round = 0; round < 3; round++) {
      execute(postgres, "insert into word values ('round " + round + "')");
      processes().all().forEach(pid -> ProcessHandle.of(pid).ifPresent(p -> p.destroyForcibly()));
      postgres = start("after kill -9");
      assertThat(column(postgres, "select word from word")).contains("round " + round);
    }
    postgres.close();
  }

  @Test
  void aKilledPostmasterAloneIsReplaced() throws Exception {
    try (EmbeddedPostgres postgres = start("to lose its head")) {
      execute(postgres, "insert into word values ('headless')");
      String url = postgres.jdbcUrl();
      long dead = postgres.pid();
      assertThat(postgres.ensureRunning()).isFalse();

      ProcessHandle.of(dead).orElseThrow().destroyForcibly();
      while (ClusterProcesses.isAlive(dead)) {
        Thread.sleep(1);
      }

      assertThat(postgres.ensureRunning()).isTrue();
      assertThat(postgres.pid()).isNotEqualTo(dead);
      assertThat(postgres.jdbcUrl()).isEqualTo(url);
      assertThat(column(postgres, "select word from word")).contains("headless");
    }
  }

  @Test
  void aSecondStartAdoptsTheLivingServer() {
    try (EmbeddedPostgres first = start("once");
        EmbeddedPostgres second = start("by adoption")) {
      assertThat(second.pid()).isEqualTo(first.pid());
      assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
      assertThat(processes().all().stream().filter(processes()::isServer)).hasSize(1);
    }
  }

  @Test
  void theServerOfAKilledJvmIsAdopted() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeftBehind.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (var output =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.startsWith("pid ")) {
        said.add(line);
        line = output.readLine();
      }
      assertThat(line).as(String.join("\n", said)).isNotNull();
      jvm.destroyForcibly().waitFor();
      try (EmbeddedPostgres postgres = start("after the JVM was killed")) {
        assertThat("pid " + postgres.pid()).isEqualTo(line);
        assertThat(column(postgres, "select 1")).containsExactly("1");
      }
    }
  }

  @Test
  void aPidFileThatNamesAnotherProcessIsNotBelieved() throws Exception {
    String content = pidFileOfARun();
    Files.writeString(
        PidFile.in(cluster()),
        ProcessHandle.current().pid() + content.substring(content.indexOf('\n')));
    try (EmbeddedPostgres postgres = start("beside a stranger's pid")) {
      assertThat(column(postgres, "select 1")).containsExactly("1");
    }
  }

  @Test
  void aZombieIsDead() throws Exception {
    String content = pidFileOfARun();
    ServerAccount account = ServerAccount.choose(home(), cluster());
    List<String> command =
        account.command(List.of("/bin/sh", "-c", "sleep 0.3 & echo $!; exec sleep 60"));
    Process parent = new ProcessBuilder(command).start();
    try (var output =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      String zombie = output.readLine();
      Path stat = Path.of("/proc", zombie, "stat");
      while (!Files.readString(stat).contains(") Z")) {
        Thread.sleep(10);
      }
      Files.writeString(PidFile.in(cluster()), zombie + content.substring(content.indexOf('\n')));
      try (EmbeddedPostgres postgres = start("beside a zombie")) {
        assertThat(column(postgres, "select 1")).containsExactly("1");
      }
      assertThat(Files.readString(stat)).contains(") Z");
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void anEmptyPidFileDoesNotStopAStart() throws Exception {
    Files.writeString(PidFile.in(cluster()), "");
    try (EmbeddedPostgres postgres = start("beside an empty pid file")) {
      assertThat(column(postgres, "select 1")).containsExactly("1");
    }
  }

  @Test
  void aFailureCarriesTheEndOfTheLog() throws Exception {
    Path control = cluster().resolve("global/pg_control");
    Path away = cluster().resolve("global/pg_control.away");
    Files.move(control, away);
    try {
      assertThatThrownBy(() -> start("without its control file"))
          .isInstanceOf(PostgresUnavailable.class)
          .hasMessageContaining("pg_control");
    } finally {
      Files.move(away, control);
    }
  }

  @Test
  void settingsThatWereDamagedAreWrittenAgain() throws Exception {
    Files.writeString(cluster().resolve("postgresql.conf"), "fsync = off\nnonsense");
    try (EmbeddedPostgres postgres = start("with damaged settings")) {
      assertThat(column(postgres, "show fsync")).containsExactly("on");
      assertThatThrownBy(() -> execute(postgres, "alter system set fsync = off"))
          .hasCauseInstanceOf(SQLException.class);
    }
  }

  @Test
  void onlyTheRightPasswordEnters() throws Exception {
    try (EmbeddedPostgres postgres = start("with a door")) {
      assertThatThrownBy(() ->
              DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      Path secret = home().resolve("password");
      assertThat(Files.readString(secret)).isEqualTo(postgres.password());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
      try (Stream<Path> files = Files.list(home())) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "bin-" + Binaries.VERSION, "cluster", "lock", "log", "password");
      }
    }
  }

  @Test
  void aClosedFolderOnTheWayIsNamed() throws Exception {
    Assumptions.assumeTrue(Files.isWritable(Path.of("/etc")), "only root changes the account");
    Path closed = Files.createTempDirectory(data, "closed");
    assertThatThrownBy(() -> EmbeddedPostgres.start(closed.resolve("data")))
        .isInstanceOf(PostgresUnavailable.class)
        .hasMessageContaining("cannot search " + closed);
  }

  @Test
  void onlyTheLastLogFilesAreKept() throws Exception {
    Path logs = Files.createDirectory(data.resolve("old-logs"));
    for (int day = 10; day < 30; day++) {
      Files.writeString(logs.resolve("postgres-202611" + day + "-000000.log"), "day " + day + "\n");
    }
    ServerLog log = new ServerLog(logs);
    log.prune();
    try (Stream<Path> files = Files.list(logs)) {
      assertThat(files).hasSize(8).allMatch(file -> file.toString().contains("-2026112"));
    }
    assertThat(log.tail()).isEqualTo("day 29");
  }

  private static EmbeddedPostgres start(String how) {
    long begin = System.nanoTime();
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
    System.out.println("start " + how + ": " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    return postgres;
  }

  private static Path home() throws IOException {
    return data.resolve("postgres").toRealPath();
  }

  private static Path cluster() throws IOException {
    return Cluster.folderIn(home());
  }

  private static ClusterProcesses processes() {
    return new ClusterProcesses(Cluster.folderIn(data.resolve("postgres")));
  }

  private static String pidFileOfARun() throws IOException {
    try (EmbeddedPostgres _ = start("for its pid file")) {
      return Files.readString(PidFile.in(cluster()));
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> column(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }
}
