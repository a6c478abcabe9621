package io.clearway.link.postgres;

import io.clearway.vault.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The database on disk: its folder, its password and its settings.
final class Cluster {

  static final String USER = "clearway";

  private static final String MAJOR = "18";

  // Relative paths are the server's: they begin at the cluster.
  private static final String SETTINGS =
      """
      # Written by Clearway at each start; changes made here are lost.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 40
      password_encryption = scram-sha-256

      fsync = on
      full_page_writes = on
      synchronous_commit = on
      wal_compression = pglz
      allow_alter_system = off

      shared_buffers = 128MB
      max_wal_size = 512MB
      io_workers = 2
      max_worker_processes = 4
      max_parallel_workers = 2
      max_parallel_workers_per_gather = 1
      jit = off

      logging_collector = on
      log_directory = '../log'
      log_filename = 'postgres-%Y%m%d-%H%M%S.log'
      log_rotation_size = 5MB
      log_rotation_age = 1d
      log_file_mode = 0600
      log_checkpoints = off
      log_timezone = 'UTC'

      timezone = 'UTC'
      datestyle = 'iso, ymd'
      lc_messages = 'C'
      default_text_search_config = 'pg_catalog.simple'
      """;

  private static final String DOOR = "host all all 127.0.0.1/32 scram-sha-256\n";

  private final Path home;
  private final Path folder;
  private final Path binaries;
  private final ServerAccount account;
  private final String password;

  private Cluster(Path home, Path binaries, ServerAccount account, String password) {
    this.home = home;
    this.folder = folderIn(home);
    this.binaries = binaries;
    this.account = account;
    this.password = password;
  }

  static Path folderIn(Path home) {
    return home.resolve("cluster");
  }

  /// Opens the cluster, or makes it.
  static Cluster open(Path home, Path binaries, ServerAccount account) throws IOException {
    Path secret = home.resolve("password");
    Path folder = folderIn(home);
    if (!Files.exists(secret)) {
      if (Files.exists(folder)) {
        throw new PostgresUnavailable(
            secret + " is missing: without it nobody can enter the database beside it");
      }
      byte[] fresh = new byte[24];
      new SecureRandom().nextBytes(fresh);
      DurableFile.write(
          secret, HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.US_ASCII));
    }
    Cluster cluster = new Cluster(home, binaries, account, Files.readString(secret).strip());
    if (!Files.exists(folder)) {
      cluster.make();
    }
    cluster.requireVersion();
    return cluster;
  }

  Path home() {
    return home;
  }

  Path folder() {
    return folder;
  }

  String password() {
    return password;
  }

  /// A program of the server, run as its account.
  List<String> command(String program, String... arguments) {
    List<String> all = new ArrayList<>();
    all.add(binaries.resolve("bin").resolve(program).toString());
    all.addAll(Arrays.asList(arguments));
    return account.command(all);
  }

  /// Writes what a server reads at its start. Only while none runs.
  void prepare() throws IOException {
    account.own(folder);
    write("postgresql.conf", SETTINGS);
    write("pg_hba.conf", DOOR);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      DurableFile.write(file, bytes);
    }
    account.own(file);
  }

  /// Into another folder first: a set-up that was cut off is never taken for a database.
  private void make() throws IOException {
    Path fresh = home.resolve("cluster.new");
    FolderTree.delete(fresh);
    Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(fresh);
    Path secret = home.resolve("password.initdb");
    DurableFile.write(secret, password.getBytes(StandardCharsets.US_ASCII));
    try {
      account.own(secret);
      List<String> initdb =
          command(
              "initdb",
              "--pgdata=" + fresh,
              "--username=" + USER,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--data-checksums",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--no-instructions");
      Shell.Ending ending = Shell.run(initdb, home);
      if (!ending.succeeded()) {
        throw new PostgresUnavailable(
            "cannot make a database in " + home + ":\n" + ending.output());
      }
    } finally {
      Files.deleteIfExists(secret);
    }
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    DurableFile.sync(home);
  }

  private void requireVersion() throws IOException {
    String version = Files.readString(folder.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR)) {
      throw new PostgresUnavailable(
          "%s was made by PostgreSQL %s and this is %s: restore it from a backup"
              .formatted(folder, version, MAJOR));
    }
  }
}
