package io.clearway.live;

import io.clearway.bytes.Sealing;
import io.clearway.codec.EventCodec;
import io.clearway.journal.Digest;
import io.clearway.journal.EntryStore;
import io.clearway.world.CarryForward;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Worlds on disk, so that a start need not read a whole day: a cache, never the truth.
///
/// A file is named by the entry it stands at and the SHA-256 of what is in it: the events that
/// recreate the world, personal values sealed, and the hash of that entry in the chain. Whatever
/// does not fit its name or the journal is passed over.
final class Snapshots {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
  private static final String KIND = "clearway snapshot 1";
  private static final String ENDING = ".snapshot";
  private static final int EVENTS_PER_PART = 256;
  private static final int KEPT = 2;

  private final Path folder;
  private final String complex;
  private final EventCodec codec;
  private final Sealing sealing;

  Snapshots(Path folder, LiveGate.Setup setup) {
    this.folder = folder;
    this.complex = setup.complex();
    this.codec = setup.codec();
    this.sealing = setup.sealing();
  }

  /// Writes the world of a tip that is on disk, and removes all but the newest two.
  ///
  /// @throws IllegalStateException when the world is not what its own events make, index by index:
  ///   a defect of ours
  void write(Tip tip) throws IOException {
    List<Event> events = CarryForward.of(tip.world(), Instant.EPOCH);
    if (!CarryForward.fold(events).equals(tip.world())) {
      throw new IllegalStateException("the world at entry " + tip.seq() + " contradicts itself");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(KIND);
    out.writeUTF(complex);
    out.writeLong(tip.seq());
    out.write(tip.hash().bytes());
    out.writeLong(tip.at());
    out.writeInt(tip.segment());
    out.writeUTF(tip.day());
    out.writeInt((events.size() + EVENTS_PER_PART - 1) / EVENTS_PER_PART);
    for (int from = 0; from < events.size(); from += EVENTS_PER_PART) {
      int to = Math.min(events.size(), from + EVENTS_PER_PART);
      byte[] part = codec.encode(events.subList(from, to));
      out.writeInt(part.length);
      out.write(part);
    }
    sealing.flush();
    byte[] all = bytes.toByteArray();
    put(folder.resolve(name(tip.seq(), all)), all);
    List<Path> files = newestFirst();
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  private String name(long seq, byte[] all) {
    return "%s-%019d-%s%s".formatted(complex, seq, fingerprint(all), ENDING);
  }

  private static String fingerprint(byte[] all) {
    return HexFormat.of().formatHex(Digest.of(all).bytes());
  }

  private void put(Path file, byte[] all) throws IOException {
    Files.createDirectories(folder);
    Path half = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(half, all);
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(complex + "-"))
          .filter(f -> f.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /// The newest world that fits the journal and lies in that segment.
  Optional<Tip> find(EntryStore store, int segment) throws SQLException {
    try {
      for (Path file : newestFirst()) {
        Optional<Tip> tip = read(file).filter(t -> t.segment() == segment);
        if (tip.isPresent() && fits(tip.get(), store)) {
          return tip;
        }
        LOG.info("a snapshot does not fit the journal and is passed over: {}", file.getFileName());
      }
    } catch (IOException unreadable) {
      LOG.warn("snapshots cannot be read: {}", unreadable.getMessage());
    }
    return Optional.empty();
  }

  private static boolean fits(Tip tip, EntryStore store) throws SQLException {
    boolean[] same = {false};
    store.read(tip.seq(), tip.seq(), row -> same[0] = row.hash.equals(tip.hash()));
    return same[0];
  }

  private Optional<Tip> read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    if (!file.getFileName().toString().contains("-" + fingerprint(all))) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all))) {
      if (!in.readUTF().equals(KIND) || !in.readUTF().equals(complex)) {
        return Optional.empty();
      }
      long seq = in.readLong();
      Digest hash = Digest.read(in.readNBytes(32));
      long at = in.readLong();
      int segment = in.readInt();
      String day = in.readUTF();
      return Optional.of(new Tip(world(in), seq, hash, at, segment, day));
    } catch (IllegalStateException otherVersion) {
      LOG.info("a snapshot cannot be read and is passed over: {}", otherVersion.getMessage());
      return Optional.empty();
    }
  }

  private World world(DataInputStream in) throws IOException {
    try (Fold fold = new Fold(World.empty())) {
      int parts = in.readInt();
      for (int i = 0; i < parts; i++) {
        byte[] part = in.readNBytes(in.readInt());
        fold.add(() -> codec.decode(part));
      }
      return fold.end();
    }
  }
}
