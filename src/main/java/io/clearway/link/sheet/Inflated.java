package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Unreadable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A part of a workbook as it comes out of the archive, watched: neither larger nor better packed
/// than a sheet can be, and without what spreadsheets never write and attackers do (a document
/// type, comments, instructions, a tag without an end).
final class Inflated extends FilterInputStream {

  /// Bytes that are unpacked before the ratio counts.
  private static final long SMALL = 16L << 20;

  /// A sheet of one row repeated packs 13 to 1 (measured); deflate can reach 1,032 to 1.
  private static final long RATIO = 200;

  /// From one tag to the next: ten times the longest text that a spreadsheet takes.
  private static final int APART = 1 << 20;

  private final long most;
  private final long packed;
  private long count;
  private long lastTag;
  private boolean inTag;

  /// @param most bytes that are unpacked
  /// @param packed bytes that it takes in the archive
  Inflated(InputStream in, long most, long packed) {
    super(in);
    this.most = most;
    this.packed = packed;
  }

  /// What the watch says; caught where the part is read.
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;

    Refused(Trouble trouble) {
      super(trouble.message());
      this.trouble = trouble;
    }

    Unreadable at(int row) {
      return new Unreadable(trouble, row);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    for (int i = offset; i < offset + read; i++) {
      watch(into[i]);
    }
    if (count > most || (count > SMALL && count > RATIO * Math.max(1, packed))) {
      throw new Refused(Trouble.TOO_LARGE);
    }
    return read;
  }

  private void watch(byte b) throws Refused {
    if (inTag && (b == '!' || (b == '?' && count > 4))) {
      throw new Refused(Trouble.STRANGE);
    }
    inTag = b == '<';
    lastTag = inTag ? count : lastTag;
    if (count - lastTag > APART) {
      throw new Refused(Trouble.STRANGE);
    }
    count++;
  }

  @Override
  public long skip(long n) throws IOException {
    throw new IOException("a part is read from its begin to its end");
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
