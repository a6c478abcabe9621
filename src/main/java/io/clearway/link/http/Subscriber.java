package io.clearway.link.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// One open stream: a bounded queue of frames that its own thread writes out. Whoever cannot keep
/// up is closed and comes back with the last id it saw.
final class Subscriber {

  private static final int QUEUE = 64;

  private final Filter filter;
  private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(QUEUE);
  private volatile boolean closed;

  /// Which rows a stream shows; equal filters share one encoding.
  ///
  /// @param owner the actor to whose passages it is limited
  record Filter(Optional<String> gate, OptionalLong owner) {}

  /// Bytes that several streams share.
  static final class Frame {
    private final byte[] bytes;

    Frame(String text) {
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    void write(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  Subscriber(Filter filter) {
    this.filter = filter;
  }

  Filter filter() {
    return filter;
  }

  /// False when the stream is closed, now or before.
  boolean offer(Frame frame) {
    if (!closed && !frames.offer(frame)) {
      closed = true;
    }
    return !closed;
  }

  void close() {
    closed = true;
  }

  /// Writes until the stream is closed by either side.
  void pump(OutputStream out) throws IOException, InterruptedException {
    while (!closed) {
      Frame frame = frames.poll(1, TimeUnit.SECONDS);
      if (frame != null) {
        frame.write(out);
        out.flush();
      }
    }
  }
}
