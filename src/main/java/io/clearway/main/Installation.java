package io.clearway.main;

import io.clearway.codec.BinaryCodec;
import io.clearway.journal.Database;
import io.clearway.journal.Entry;
import io.clearway.journal.LiveGate;
import io.clearway.link.postgres.EmbeddedPostgres;
import io.clearway.vault.KeyVault;
import io.clearway.vault.Pseudonyms;
import io.clearway.vault.SigningKey;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// What lives in a data folder, opened: database, vault, keys. Everything is wired here, by hand.
final class Installation implements AutoCloseable {

  private final Path folder;
  private final Optional<EmbeddedPostgres> server;
  private final Database database;
  private final KeyVault vault;
  private final SigningKey signing;
  private final Pseudonyms pseudonyms;
  private final BinaryCodec codec;

  private Installation(Path folder, Optional<EmbeddedPostgres> server, Database database) {
    this.folder = folder;
    this.server = server;
    this.database = database;
    this.vault = KeyVault.open(folder);
    this.signing = SigningKey.open(folder);
    this.pseudonyms = Pseudonyms.open(folder);
    this.codec = new BinaryCodec(vault);
  }

  /// Opens the folder of `--data`, making what is missing, with the embedded server or the one of
  /// `--database`.
  static Installation open(Arguments arguments) {
    Path folder = arguments.dataFolder();
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      }
    } catch (IOException full) {
      throw new UncheckedIOException("the data folder cannot be made: " + folder, full);
    }
    if (arguments.find("database").isPresent()) {
      return new Installation(folder, Optional.empty(), external(arguments.get("database")));
    }
    EmbeddedPostgres server = EmbeddedPostgres.start(folder);
    Database own = new Database(server::jdbcUrl, server.user(), server.password());
    return new Installation(folder, Optional.of(server), own);
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

  KeyVault vault() {
    return vault;
  }

  Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  byte[] publicKey() {
    return signing.publicKey();
  }

  /// Starts the live runner. An erasure that is on disk is carried out again, in case the process
  /// died between the two.
  LiveGate gate(String complex, Consumer<Entry> witness) {
    Consumer<Entry> eraser = this::eraseKeys;
    LiveGate gate =
        LiveGate.start(
            new LiveGate.Setup(complex, database, codec, vault, signing, InstantSource.system()),
            eraser.andThen(witness));
    gate.listen(eraser);
    return gate;
  }

  private void eraseKeys(Entry entry) {
    for (Event event : entry.events()) {
      if (event instanceof Event.OfWorld(WorldEvent.SubjectErased erased)) {
        vault.destroy(erased.subject());
      }
    }
  }

  /// Restarts the embedded server when it died.
  void keepServerRunning() {
    server.ifPresent(EmbeddedPostgres::ensureRunning);
  }

  @Override
  public void close() {
    vault.close();
    server.ifPresent(EmbeddedPostgres::close);
  }
}
