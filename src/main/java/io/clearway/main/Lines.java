package io.clearway.main;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The lines of a file as bytes, whatever they hold. Of one that is too long only so much is kept
/// as shows that it is.
final class Lines implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  /// Some programs begin a file of UTF-8 with it.
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int most;

  /// @param most bytes that a line may have
  Lines(Path file, int most) throws IOException {
    this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    this.most = most;
    in.mark(MARK.length);
    if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
      in.reset();
    }
  }

  /// The next line without its end; a line beyond `most` is cut to one byte more. Empty at the end
  /// of the file.
  Optional<byte[]> next() throws IOException {
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (read >= 0 && read != '\n') {
      if (line.size() <= most) {
        line.write(read);
      }
      read = in.read();
    }
    return Optional.of(line.toByteArray());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
