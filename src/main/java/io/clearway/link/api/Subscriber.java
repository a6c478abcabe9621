package io.clearway.link.api;

import io.clearway.authority.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One open stream: a bounded queue of frames that its own thread writes out. Whoever cannot keep
/// up is closed and comes back with the last id it saw.
final class Subscriber {

  private static final int QUEUE = 64;
  private static final long PATIENCE_MILLIS = 200;
  private static final long SLOW_NANOS = 50_000_000;

  private static final Frame END = new Frame("");

  private final Filter filter;
  private final Reader reader;
  private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(QUEUE);
  private volatile boolean closed;

  /// It once took long to write to; it then writes beside the others.
  private boolean slow;

  /// Which rows a stream shows; equal filters share one encoding.
  ///
  /// @param places gates and yards that the actor's scope reaches, and nothing else of it
  /// @param owner the actor to whose passages it is limited
  record Filter(Optional<String> gate, Scope places, OptionalLong owner) {}

  /// Who reads it.
  ///
  /// @param actor inside
  /// @param session in which it was opened
  record Reader(long actor, UUID session) {}

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

  Subscriber(Filter filter, Reader reader) {
    this.filter = filter;
    this.reader = reader;
  }

  Reader reader() {
    return reader;
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

  /// Ends it now: what waits is not written any more.
  void close() {
    closed = true;
    frames.clear();
    boolean woken = frames.offer(END);
    assert woken : "a queue that was emptied is full";
  }

  /// Writes until the stream is closed by either side.
  ///
  /// @param turnstile lets one stream write at a time: a frame for hundreds of streams must not
  ///   keep every processor from those who ask for something
  void pump(OutputStream out, Semaphore turnstile) throws IOException, InterruptedException {
    while (!closed) {
      Frame frame = frames.poll(1, TimeUnit.SECONDS);
      if (frame != null && !closed) {
        write(frame, out, turnstile);
      }
    }
  }

  private void write(Frame frame, OutputStream out, Semaphore turnstile)
      throws IOException, InterruptedException {
    boolean mine = !slow && turnstile.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    long began = System.nanoTime();
    try {
      frame.write(out);
      out.flush();
    } finally {
      slow = System.nanoTime() - began > SLOW_NANOS;
      if (mine) {
        turnstile.release();
      }
    }
  }
}
