package io.clearway.vault;

import io.clearway.kernel.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// The keys on disk, one slot of 64 bytes each behind a head of 64, written in place.
///
/// A slot: subject (16), state (1), generation (1), zeros (2), key (32), zeros (8), CRC-32C (4). 64
/// divides a disk sector, so that a slot is never half old and half new, and a key is overwritten
/// where it stands: no rename leaves an old copy behind. (What a copy-on-write file system or the
/// cells of an SSD keep is beyond a program's reach.) Not safe for threads.
final class KeyFile implements AutoCloseable {

  static final int SLOT = 64;

  private static final byte LIVE = 1;
  private static final byte BURIED = 2;
  private static final int STATE = 16;
  private static final int KEY = 20;
  private static final int CRC = 60;
  private static final byte[] HEAD =
      Arrays.copyOf("Clearway keys 1\n".getBytes(StandardCharsets.US_ASCII), SLOT);

  /// Receives the slots in order while the file is read.
  interface Reader {
    void live(int slot, SubjectKey key);

    void buried(int slot, Subject subject, int generation);
  }

  private final Path path;
  private final FileChannel channel;
  private int onDisk;
  private ByteBuffer pending = ByteBuffer.allocate(64 * SLOT);

  private KeyFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static KeyFile open(Path path, Reader reader) {
    if (!Files.exists(path)) {
      DurableFile.write(path, HEAD);
    }
    try {
      var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      KeyFile file = new KeyFile(path, channel);
      try {
        file.lock();
        file.read(reader);
        return file;
      } catch (IOException | RuntimeException failed) {
        channel.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + path, failed);
    }
  }

  /// The slot that will hold the key. It is in memory until [#flush()].
  int add(SubjectKey key) {
    if (!pending.hasRemaining()) {
      pending = ByteBuffer.allocate(pending.capacity() * 2).put(pending.flip());
    }
    write(pending, LIVE, key);
    return onDisk + pending.position() / SLOT - 1;
  }

  /// Writes what was added and forces it. When that fails the keys stay pending, so that the next
  /// call writes them again: forcing a second time would not bring lost pages back.
  void flush() {
    if (pending.position() == 0) {
      return;
    }
    writeAt(onDisk, pending.duplicate().flip());
    onDisk += pending.position() / SLOT;
    Arrays.fill(pending.array(), (byte) 0);
    pending.clear();
  }

  /// Overwrites the key of a slot with zeros and forces that.
  void bury(int slot, Subject subject, int generation) {
    SubjectKey zeros = new SubjectKey(subject, generation, new byte[SubjectKey.LENGTH]);
    if (slot >= onDisk) {
      write(pending.duplicate().position((slot - onDisk) * SLOT), BURIED, zeros);
      flush();
    } else {
      ByteBuffer tombstone = ByteBuffer.allocate(SLOT);
      write(tombstone, BURIED, zeros);
      writeAt(slot, tombstone.flip());
    }
  }

  @Override
  public void close() {
    try (channel) {
      flush();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot close " + path, failed);
    }
  }

  private void lock() throws IOException {
    try {
      if (channel.tryLock() == null) {
        throw new VaultInUse(path + " is in use by another process");
      }
    } catch (OverlappingFileLockException _) {
      throw new VaultInUse(path + " is open already in this process");
    }
  }

  private void read(Reader reader) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(SLOT);
    fill(head, 0);
    if (!Arrays.equals(head.array(), HEAD)) {
      throw new DamagedVault(path + " is not a file of keys");
    }
    int count = Math.toIntExact(channel.size() / SLOT) - 1;
    ByteBuffer many = ByteBuffer.allocate(4096 * SLOT);
    for (int first = 0; first < count; first += 4096) {
      fill(many.clear(), offset(first));
      for (int slot = first; slot < Math.min(count, first + 4096); slot++) {
        ByteBuffer bytes = many.slice((slot - first) * SLOT, SLOT);
        if (intact(bytes)) {
          report(slot, bytes, reader);
        } else if (slot == count - 1) {
          count--;
        } else if (!isHole(bytes)) {
          throw new DamagedVault(path + ": slot " + slot + " is damaged");
        }
      }
    }
    Arrays.fill(many.array(), (byte) 0);
    onDisk = count;
    if (channel.size() != offset(count)) {
      channel.truncate(offset(count));
      channel.force(true);
    }
  }

  private static boolean intact(ByteBuffer slot) {
    return slot.getInt(CRC) == checksum(slot) && slot.get(STATE) != 0;
  }

  /// Pages of an unfinished append can reach the disk in any order; what did not is zeros, and no
  /// commit was made with its keys.
  private static boolean isHole(ByteBuffer slot) {
    return slot.equals(ByteBuffer.allocate(SLOT));
  }

  private void report(int slot, ByteBuffer bytes, Reader reader) {
    Subject subject = new Subject(bytes.getLong(0), bytes.getLong(8));
    int generation = Byte.toUnsignedInt(bytes.get(STATE + 1));
    switch (bytes.get(STATE)) {
      case LIVE -> {
        byte[] secret = new byte[SubjectKey.LENGTH];
        bytes.get(KEY, secret);
        reader.live(slot, new SubjectKey(subject, generation, secret));
      }
      case BURIED -> reader.buried(slot, subject, generation);
      default -> throw new DamagedVault(path + ": slot " + slot + " has an unknown state");
    }
  }

  /// Fills one slot at the buffer's position.
  private static void write(ByteBuffer buffer, byte state, SubjectKey key) {
    ByteBuffer slot = buffer.slice(buffer.position(), SLOT);
    slot.putLong(0, key.subject().high()).putLong(8, key.subject().low());
    slot.put(STATE, state).put(STATE + 1, (byte) key.generation()).put(KEY, key.secret());
    slot.putInt(CRC, checksum(slot));
    buffer.position(buffer.position() + SLOT);
  }

  private static int checksum(ByteBuffer slot) {
    CRC32C crc = new CRC32C();
    crc.update(slot.slice(0, CRC));
    return (int) crc.getValue();
  }

  private void writeAt(int slot, ByteBuffer bytes) {
    try {
      long offset = offset(slot);
      while (bytes.hasRemaining()) {
        offset += channel.write(bytes, offset);
      }
      channel.force(false);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path, failed);
    }
  }

  /// Reads until the buffer is full or the file ends.
  private void fill(ByteBuffer buffer, long offset) throws IOException {
    long from = offset;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, from);
      if (read < 0) {
        return;
      }
      from += read;
    }
  }

  private static long offset(int slot) {
    return (slot + 1L) * SLOT;
  }
}
