package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own PostgreSQL, living in `postgres/` of a data folder and listening to this machine alone.
///
/// It is never stopped by a crash of ours, only by [#close()]: the next start takes it over. Two
/// starts on one folder share one server, and the first `close` stops it for both. Safe for
/// threads.
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration TURN = Duration.ofMinutes(6);

  // A file lock keeps other processes out, but not other threads of this one.
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final Path home;
  private final ServerLog log;
  private final Cluster cluster;
  private final Server server;
  private volatile Server.Running running;
  private volatile boolean closed;

  private EmbeddedPostgres(Path home, Cluster cluster, ServerLog log, Server.Running running) {
    this.home = home;
    this.cluster = cluster;
    this.log = log;
    this.server = new Server(cluster, log);
    this.running = running;
  }

  /// Starts the server of a data folder, or adopts the one that lives there. Makes what is missing:
  /// the first start unpacks the programs and makes a database.
  ///
  /// @throws PostgresUnavailable telling why, with the end of the server's log
  public static EmbeddedPostgres start(Path dataFolder) {
    return inTurn(
        home(dataFolder),
        home -> {
          ServerAccount account = ServerAccount.choose(home, Cluster.folderIn(home));
          account.requireSearchable(home);
          Path logs = FolderTree.make(home.resolve("log"), "rwx------");
          account.own(logs);
          Path binaries = Binaries.unpackInto(home);
          Cluster cluster = Cluster.open(home, binaries, account);
          ServerLog log = new ServerLog(logs);
          Server server = new Server(cluster, log);
          return new EmbeddedPostgres(home, cluster, log, adoptOrLaunch(server, Optional.empty()));
        });
  }

  /// The server that another process runs on a data folder, to look into. It is not ours to restart
  /// or to stop.
  ///
  /// @return empty when none runs there
  public static Optional<Look> lookInto(Path dataFolder) {
    Path home = home(dataFolder);
    if (!Files.exists(Cluster.folderIn(home))) {
      return Optional.empty();
    }
    return inTurn(
        home,
        _ -> {
          ServerAccount account = ServerAccount.choose(home, Cluster.folderIn(home));
          Cluster cluster = Cluster.open(home, Binaries.unpackInto(home), account);
          return new Server(cluster, new ServerLog(home.resolve("log")))
              .adopt()
              .map(found -> new Look(found.jdbcUrl(), Cluster.USER, cluster.password()));
        });
  }

  /// How to reach a server that is not ours.
  public record Look(String jdbcUrl, String user, String password) {
    /// Never shows the password.
    @Override
    public String toString() {
      return "Look[" + jdbcUrl + "]";
    }
  }

  /// Restarts the server when it died; true when it had. Its port stays if nobody took it, so ask
  /// for [#jdbcUrl()] again. Call it now and then: it also removes old log files.
  public boolean ensureRunning() {
    return inTurn(
        home,
        _ -> {
          if (closed) {
            throw new IllegalStateException("closed");
          }
          log.prune();
          if (server.lives(running)) {
            return false;
          }
          running = adoptOrLaunch(server, Optional.of(running.port()));
          return true;
        });
  }

  /// Without user and password.
  public String jdbcUrl() {
    return running.jdbcUrl();
  }

  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  /// Of the postmaster.
  public long pid() {
    return running.pid();
  }

  /// Stops the server: sessions end, what is committed is on disk.
  @Override
  public void close() {
    inTurn(
        home,
        _ -> {
          closed = true;
          server.stop(running);
          return true;
        });
  }

  private static Server.Running adoptOrLaunch(Server server, Optional<Integer> wishedPort)
      throws IOException {
    Optional<Server.Running> adopted = server.adopt();
    adopted.ifPresent(found -> LOG.info("PostgreSQL adopted: process {}", found.pid()));
    return adopted.isPresent() ? adopted.get() : server.launch(wishedPort);
  }

  private interface Work<T> {
    T in(Path home) throws IOException;
  }

  private static <T> T inTurn(Path home, Work<T> work) {
    ONE_AT_A_TIME.lock();
    try (FileChannel channel =
            FileChannel.open(
                home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = acquire(channel)) {
      assert lock.isValid();
      return work.in(home);
    } catch (IOException failed) {
      throw new PostgresUnavailable("PostgreSQL in " + home + ": " + failed, failed);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static FileLock acquire(FileChannel channel) throws IOException {
    long deadline = System.nanoTime() + TURN.toNanos();
    while (System.nanoTime() < deadline) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      Shell.pause(Duration.ofMillis(20));
    }
    throw new IOException("another process has been starting it for " + TURN.toMinutes() + " min");
  }

  /// Without symbolic links and dots: the path is what tells our server from others.
  private static Path home(Path dataFolder) {
    try {
      Path home = dataFolder.toAbsolutePath().normalize().resolve("postgres");
      return FolderTree.make(home, "rwx--x--x").toRealPath();
    } catch (IOException failed) {
      throw new PostgresUnavailable("cannot make a folder in " + dataFolder, failed);
    }
  }
}
