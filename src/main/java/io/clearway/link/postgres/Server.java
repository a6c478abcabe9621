package io.clearway.link.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adopts, launches and stops the server of one cluster. One caller at a time.
final class Server {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private static final Duration TICK = Duration.ofMillis(10);
  // Replaying the log after a crash may take minutes, and to stop it would only begin it anew.
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration FAST_STOP = Duration.ofSeconds(60);
  private static final Duration LAST_CHANCE = Duration.ofSeconds(10);
  // It recovers after the death of one of its children.
  private static final String CANNOT_CONNECT_NOW = "57P03";
  private static final int ATTEMPTS = 5;

  private final Cluster cluster;
  private final ServerLog log;
  private final ClusterProcesses processes;

  Server(Cluster cluster, ServerLog log) {
    this.cluster = cluster;
    this.log = log;
    this.processes = new ClusterProcesses(cluster.folder());
  }

  /// A server that answers.
  record Running(long pid, int port) {
    String jdbcUrl() {
      return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }
  }

  boolean lives(Running running) {
    return processes.isServer(running.pid);
  }

  /// The server that a process before us left on the cluster; empty when none lives.
  Optional<Running> adopt() {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<PidFile> file = PidFile.read(cluster.folder());
      if (file.isEmpty() || !processes.isServer(file.get().pid())) {
        return Optional.empty();
      }
      Optional<Running> answering = enter(file.get());
      if (answering.isPresent()) {
        return answering;
      }
      Shell.pause(TICK);
    }
    throw failure("the server left in " + cluster.folder() + " neither answers nor ends");
  }

  /// Starts a server where none lives.
  ///
  /// @param wishedPort taken when it is free
  Running launch(Optional<Integer> wishedPort) throws IOException {
    clearRemains();
    cluster.prepare();
    log.prune();
    Optional<Integer> wish = wishedPort;
    for (int attempt = 1; ; attempt++) {
      int port = wish.isPresent() ? wish.get() : freePort();
      Process process = spawn(port);
      Optional<Running> running = awaitReady(process);
      if (running.isPresent()) {
        LOG.info("PostgreSQL started: process {}, port {}", process.pid(), port);
        return running.get();
      }
      await(Duration.ofSeconds(2), () -> processes.all().isEmpty());
      if (attempt == ATTEMPTS || !log.tail().contains("could not bind")) {
        throw failure("the server in " + cluster.folder() + " does not start");
      }
      wish = Optional.empty();
    }
  }

  /// Ends all sessions, writes what is in memory and stops; an immediate stop is the last resort.
  void stop(Running running) {
    if (!lives(running)) {
      return;
    }
    signal("INT", running.pid);
    if (!await(FAST_STOP, () -> !lives(running))) {
      LOG.warn("PostgreSQL does not stop, so it is stopped at once and will recover at its start");
      signal("QUIT", running.pid);
    }
    // The log collector outlives the postmaster for a moment.
    if (!await(LAST_CHANCE, () -> processes.all().isEmpty())) {
      throw failure("the server " + running.pid + " does not stop");
    }
  }

  private Process spawn(int port) throws IOException {
    List<String> command =
        cluster.command(
            "postgres",
            "-D",
            cluster.folder().toString(),
            "-c",
            "port=" + port,
            "-c",
            "cluster_name=" + processes.name());
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      // Else Ctrl-C in our terminal would stop the server before we have finished with it.
      command.addFirst("/usr/bin/setsid");
    }
    return Shell.program(command, cluster.home()).redirectOutput(log.startup().toFile()).start();
  }

  /// Empty when the process ended.
  private Optional<Running> awaitReady(Process process) {
    long deadline = System.nanoTime() + START.toNanos();
    while (process.isAlive()) {
      Optional<PidFile> file = PidFile.read(cluster.folder());
      if (file.isPresent() && file.get().pid() == process.pid()) {
        Optional<Running> running = enter(file.get());
        if (running.isPresent()) {
          return running;
        }
      }
      if (System.nanoTime() > deadline) {
        throw failure("the server " + process.pid() + " is still not ready");
      }
      Shell.pause(TICK);
    }
    return Optional.empty();
  }

  /// Asks the server at the port whether it is the one that wrote the file: same start, same data.
  /// Its own clock reading is compared with its own, so that a stepped clock does no harm. Empty
  /// when it is not ready or ended meanwhile.
  private Optional<Running> enter(PidFile file) {
    if (!file.ready() || file.port().isEmpty()) {
      return Optional.empty();
    }
    Running running = new Running(file.pid(), file.port().get());
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.USER);
    properties.setProperty("password", cluster.password());
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "30");
    String question =
        "select current_setting('data_directory'),"
            + " floor(extract(epoch from pg_postmaster_start_time()))::bigint";
    try (Connection connection = DriverManager.getConnection(running.jdbcUrl(), properties);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      Duration apart =
          Duration.between(file.startedAt(), Instant.ofEpochSecond(answer.getLong(2))).abs();
      if (!cluster.folder().toString().equals(answer.getString(1))
          || apart.compareTo(Duration.ofSeconds(60)) > 0) {
        throw failure("another server answers at port " + running.port);
      }
      return Optional.of(running);
    } catch (SQLException refused) {
      if (CANNOT_CONNECT_NOW.equals(refused.getSQLState()) || !lives(running)) {
        return Optional.empty();
      }
      throw failure("the server " + running.pid + " does not let us in: " + refused.getMessage());
    }
  }

  /// Makes sure that nothing of an earlier server lives, then removes a pid file that would stop a
  /// new one. Children of a killed server end by themselves as soon as they notice.
  private void clearRemains() throws IOException {
    if (!await(LAST_CHANCE, () -> processes.all().isEmpty())) {
      for (long pid : processes.all()) {
        if (processes.isServer(pid)) {
          throw failure("another server lives on " + cluster.folder() + ": process " + pid);
        }
        LOG.warn("process {} of a PostgreSQL that is gone does not end; killing it", pid);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      }
      if (!await(LAST_CHANCE, () -> processes.all().isEmpty())) {
        throw failure("remains of a server on " + cluster.folder() + " do not end");
      }
    }
    removeMisleadingPidFile();
  }

  /// An id given to somebody else since, or a zombie's, looks alive to PostgreSQL, and it refuses a
  /// file that it cannot read. A file whose process is plainly gone it clears up itself, after one
  /// more look at the shared memory named in it.
  private void removeMisleadingPidFile() throws IOException {
    Optional<PidFile> file = PidFile.read(cluster.folder());
    if (file.isEmpty() || Files.exists(Path.of("/proc", Long.toString(file.get().pid())))) {
      Files.deleteIfExists(PidFile.in(cluster.folder()));
    }
  }

  private void signal(String name, long pid) {
    List<String> command = cluster.command("pg_ctl", "kill", name, Long.toString(pid));
    Shell.Ending ending = Shell.run(command, cluster.home());
    if (!ending.succeeded() && processes.isServer(pid)) {
      throw failure("cannot signal the server " + pid + ": " + ending.output());
    }
  }

  private PostgresUnavailable failure(String what) {
    return new PostgresUnavailable(what + "\nThe end of its log:\n" + log.tail());
  }

  private static boolean await(Duration time, BooleanSupplier condition) {
    long deadline = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Shell.pause(TICK);
    }
    return true;
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return probe.getLocalPort();
    }
  }
}
