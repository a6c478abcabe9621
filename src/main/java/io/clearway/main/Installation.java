package io.clearway.main;

import io.clearway.bytes.Sealing;
import io.clearway.codec.BinaryCodec;
import io.clearway.journal.Database;
import io.clearway.journal.Entry;
import io.clearway.link.postgres.EmbeddedPostgres;
import io.clearway.link.postgres.PostgresUnavailable;
import io.clearway.link.waiting.WaitingSeal;
import io.clearway.live.Fence;
import io.clearway.live.LiveGate;
import io.clearway.statistics.Following;
import io.clearway.vault.KeyVault;
import io.clearway.vault.Pseudonyms;
import io.clearway.vault.SigningKey;
import io.clearway.vault.VaultInUse;
import io.clearway.world.Clock;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lives in a data folder, opened: database, vault, keys. Everything is wired here, by hand.
final class Installation implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  /// Of a process that stands by: it tries the lock so many times before it looks at the owner.
  private static final int LOOK_EVERY = 4;

  private final Path folder;
  private final Optional<EmbeddedPostgres> server;
  private final Database database;
  private final Optional<KeyVault> vault;
  private final SigningKey signing;
  private final Pseudonyms pseudonyms;
  private final BinaryCodec codec;

  private Installation(
      Path folder, Optional<KeyVault> vault, Optional<EmbeddedPostgres> server, Database database) {
    this.folder = folder;
    this.server = server;
    this.database = database;
    this.vault = vault;
    this.signing = SigningKey.open(folder);
    this.pseudonyms = Pseudonyms.open(folder);
    this.codec = new BinaryCodec(vault.<Sealing>map(keys -> keys).orElse(new Blind()));
  }

  /// Opens the folder of `--data`, making what is missing, with the embedded server or the one of
  /// `--database`.
  static Installation open(Arguments arguments) {
    return open(arguments, arguments.dataFolder());
  }

  /// The same for another folder.
  static Installation open(Arguments arguments, Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      }
    } catch (IOException full) {
      throw new UncheckedIOException("the data folder cannot be made: " + folder, full);
    }
    return open(folder, arguments, Optional.of(KeyVault.open(folder)));
  }

  /// The same, but not a new one: a mistyped folder is not silently a new gate.
  static Installation existing(Arguments arguments) {
    if (!Files.isDirectory(arguments.dataFolder())) {
      throw new Arguments.WrongUse("there is no data folder " + arguments.dataFolder());
    }
    return open(arguments);
  }

  /// For reading beside a gate that runs on the folder: personal values stay sealed, and the server
  /// is left to the gate.
  static Installation beside(Arguments arguments) {
    if (!Files.isDirectory(arguments.dataFolder())) {
      throw new Arguments.WrongUse("there is no data folder " + arguments.dataFolder());
    }
    try {
      return open(arguments);
    } catch (VaultInUse running) {
      return open(arguments.dataFolder(), arguments, Optional.empty());
    }
  }

  private static Installation open(Path folder, Arguments arguments, Optional<KeyVault> vault) {
    if (arguments.find("database").isPresent()) {
      return new Installation(folder, vault, Optional.empty(), external(arguments.get("database")));
    }
    EmbeddedPostgres server = EmbeddedPostgres.start(folder);
    Database own = new Database(server::jdbcUrl, server.user(), server.password());
    return new Installation(folder, vault, Optional.of(server), own);
  }

  /// Opens the folder once no other process holds it: a second process stands by until the owner
  /// has gone, and ends one that hangs.
  ///
  /// @throws InterruptedException when it is told to stop first
  static Installation standBy(
      Arguments arguments, String complex, PrintStream err, CountDownLatch stop)
      throws InterruptedException {
    boolean said = false;
    for (int tries = 0; ; tries++) {
      try {
        return open(arguments);
      } catch (VaultInUse held) {
        if (!said) {
          err.println("another process holds this data folder; standing by");
          said = true;
        }
        if (tries % LOOK_EVERY == 0) {
          endHungOwner(arguments, complex);
        }
        if (stop.await(500, TimeUnit.MILLISECONDS)) {
          throw new InterruptedException("stopped while standing by");
        }
      }
    }
  }

  private static void endHungOwner(Arguments arguments, String complex) {
    try {
      Optional<Database> database =
          arguments.find("database").isPresent()
              ? Optional.of(external(arguments.get("database")))
              : EmbeddedPostgres.lookInto(arguments.dataFolder())
                  .map(look -> new Database(look::jdbcUrl, look.user(), look.password()));
      if (database.isPresent()) {
        Fence.endHungOwner(database.get(), complex);
      }
    } catch (SQLException | PostgresUnavailable notYet) {
      LOG.debug("the owner cannot be looked at: {}", notYet.getMessage());
    }
  }

  /// User and password of an external server come from the URL or from the environment.
  private static Database external(String url) {
    String user = Optional.ofNullable(System.getenv("PGUSER")).orElse("clearway");
    String password = Optional.ofNullable(System.getenv("PGPASSWORD")).orElse("");
    return new Database(() -> url, user, password);
  }

  Path folder() {
    return folder;
  }

  Database database() {
    return database;
  }

  BinaryCodec codec() {
    return codec;
  }

  Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  byte[] publicKey() {
    return signing.publicKey();
  }

  WaitingSeal waitingSeal() {
    return WaitingSeal.of(signing);
  }

  /// Starts the live runner. An erasure that is on disk is carried out again, in case the process
  /// died between the two.
  LiveGate gate(String complex) throws SQLException {
    return gate(complex, Optional.empty());
  }

  /// @param first the gate's clock as long as the journal sets none
  LiveGate gate(String complex, Optional<Clock> first) throws SQLException {
    LiveGate gate = LiveGate.start(setup(complex, first));
    gate.listen(this::eraseKeys);
    gate.follow(this::eraseKeys);
    return gate;
  }

  /// What a live runner on this folder works with.
  LiveGate.Setup setup(String complex, Optional<Clock> first) {
    return new LiveGate.Setup(
        complex,
        database,
        codec,
        keys(),
        signing,
        InstantSource.system(),
        first,
        Optional.of(folder.resolve("cache")));
  }

  /// Lets statistics follow the gate.
  Following count(String complex, LiveGate gate) {
    return new Following(database, complex, codec, () -> gate.published().seq());
  }

  private void eraseKeys(Entry entry) {
    for (Event event : entry.events()) {
      if (event instanceof Event.OfWorld(WorldEvent.SubjectErased erased)) {
        keys().destroy(erased.subject());
      }
    }
  }

  /// The keys of personal values.
  ///
  /// @throws IllegalStateException when the folder was opened for reading only
  KeyVault keys() {
    return vault.orElseThrow(() -> new IllegalStateException("opened for reading only"));
  }

  /// Restarts the embedded server when it died.
  void keepServerRunning() {
    server.ifPresent(EmbeddedPostgres::ensureRunning);
  }

  @Override
  public void close() {
    if (vault.isPresent()) {
      vault.get().close();
      server.ifPresent(EmbeddedPostgres::close);
    }
  }
}
