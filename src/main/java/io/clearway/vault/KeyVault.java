package io.clearway.vault;

import io.clearway.bytes.Sealing;
import io.clearway.kernel.Subject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.locks.StampedLock;

/// Seals personal values with a key of AES-256-GCM per subject, kept in `vault/keys.bin`.
///
/// A person may come back after erasure: sealing then makes a key of the next generation, and what
/// was sealed before stays unreadable for ever. Safe for threads; one process at a time.
public final class KeyVault implements Sealing, AutoCloseable {

  private static final int LAST_GENERATION = 255;

  private final KeyFile file;
  private final KeyTable table;
  private final StampedLock tableLock = new StampedLock();
  private final SecureRandom random = new SecureRandom();
  private final Nonces nonces = new Nonces(random);
  private final Seal seal = new Seal();

  private KeyVault(KeyFile file, KeyTable table) {
    this.file = file;
    this.table = table;
  }

  /// Opens the vault of a data folder, or makes it.
  ///
  /// @throws DamagedVault when the file is damaged or in use
  public static KeyVault open(Path dataFolder) {
    KeyTable table = new KeyTable();
    Path path = DurableFile.privateFolder(dataFolder, "vault").resolve("keys.bin");
    return new KeyVault(KeyFile.open(path, into(table)), table);
  }

  private static KeyFile.Reader into(KeyTable table) {
    return new KeyFile.Reader() {
      @Override
      public void live(int slot, SubjectKey key) {
        int row = table.find(key.subject());
        if (row != KeyTable.NONE && !table.isDestroyed(row)) {
          throw new DamagedVault("the vault holds two keys of " + key.subject());
        }
        table.put(key, slot);
      }

      @Override
      public void buried(int slot, Subject subject, int generation) {
        table.destroy(subject, generation);
      }
    };
  }

  @Override
  public byte[] seal(Subject subject, byte[] clear) {
    return seal.close(findKey(subject).orElseGet(() -> makeKey(subject)), nonces, clear);
  }

  /// @throws BrokenSeal when the bytes were changed or are another subject's
  /// @throws DamagedVault when the key is missing though nobody destroyed it
  @Override
  public Optional<byte[]> open(Subject subject, byte[] sealed) {
    int generation = Seal.generation(sealed);
    long stamp = tableLock.readLock();
    SubjectKey key;
    try {
      int row = table.find(subject);
      int last = row == KeyTable.NONE ? 0 : table.generation(row);
      if (generation > last) {
        throw new DamagedVault("the vault lacks key " + generation + " of " + subject);
      }
      if (generation < last || table.isDestroyed(row)) {
        return Optional.empty();
      }
      key = table.key(subject, row);
    } finally {
      tableLock.unlockRead(stamp);
    }
    return Optional.of(seal.open(key, sealed));
  }

  @Override
  public synchronized void flush() {
    file.flush();
  }

  /// Also durable when it returns.
  @Override
  public synchronized boolean destroy(Subject subject) {
    int row = table.find(subject);
    if (row == KeyTable.NONE || table.isDestroyed(row)) {
      return false;
    }
    int generation = table.generation(row);
    file.bury(table.slot(row), subject, generation);
    long stamp = tableLock.writeLock();
    try {
      table.destroy(subject, generation);
    } finally {
      tableLock.unlockWrite(stamp);
    }
    return true;
  }

  /// Whether there is a key of the subject, or was one before it was erased.
  public boolean knows(Subject subject) {
    long stamp = tableLock.readLock();
    try {
      return table.find(subject) != KeyTable.NONE;
    } finally {
      tableLock.unlockRead(stamp);
    }
  }

  /// Whether new values of the subject could be read.
  public boolean holds(Subject subject) {
    return findKey(subject).isPresent();
  }

  @Override
  public synchronized void close() {
    file.close();
  }

  /// The key that new values are sealed with.
  Optional<SubjectKey> findKey(Subject subject) {
    long stamp = tableLock.readLock();
    try {
      int row = table.find(subject);
      return row == KeyTable.NONE || table.isDestroyed(row)
          ? Optional.empty()
          : Optional.of(table.key(subject, row));
    } finally {
      tableLock.unlockRead(stamp);
    }
  }

  // Only synchronized methods change the table, so they may read it without its lock.
  private synchronized SubjectKey makeKey(Subject subject) {
    int row = table.find(subject);
    if (row != KeyTable.NONE && !table.isDestroyed(row)) {
      return table.key(subject, row);
    }
    int generation = row == KeyTable.NONE ? 1 : table.generation(row) + 1;
    if (generation > LAST_GENERATION) {
      throw new IllegalStateException(subject + " was erased " + LAST_GENERATION + " times");
    }
    byte[] secret = new byte[SubjectKey.LENGTH];
    random.nextBytes(secret);
    SubjectKey key = new SubjectKey(subject, generation, secret);
    int slot = file.add(key);
    long stamp = tableLock.writeLock();
    try {
      table.put(key, slot);
    } finally {
      tableLock.unlockWrite(stamp);
    }
    return key;
  }
}
