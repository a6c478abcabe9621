package io.clearway.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// What the disk costs by itself.
final class Disk {

  private static final int TRIES = 201;
  private static final int BYTES = 4_096;

  private Disk() {}

  /// The median time of writing 4 KiB and forcing them to the disk, in microseconds.
  static long syncMicros(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "bench", ".sync");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long[] nanos = new long[TRIES];
      for (int i = 0; i < TRIES; i++) {
        long began = System.nanoTime();
        channel.write(ByteBuffer.allocate(BYTES), (long) i * BYTES);
        channel.force(false);
        nanos[i] = System.nanoTime() - began;
      }
      Arrays.sort(nanos);
      return nanos[TRIES / 2] / 1_000;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
