package io.clearway.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Stands between a client and PostgreSQL. When it sees a chosen id going to the server, it waits
/// until the server has done the work, keeps the answer to itself and cuts the connection.
final class CuttingProxy {

  /// What the server says when a transaction of its own has ended: ready, idle.
  private static final byte[] READY = {'Z', 0, 0, 0, 5, 'I'};

  private final ServerSocket door;
  private final int server;
  private final AtomicReference<List<String>> chosen = new AtomicReference<>(List.of());
  private final AtomicInteger cuts = new AtomicInteger();

  CuttingProxy(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::listen);
  }

  int port() {
    return door.getLocalPort();
  }

  /// The answer to whatever carries that id will not arrive.
  void cut(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    String binary = new String(bytes.array(), StandardCharsets.ISO_8859_1);
    chosen.set(List.of(id.toString(), binary));
  }

  int cuts() {
    return cuts.get();
  }

  private void listen() {
    while (true) {
      try {
        Socket client = door.accept();
        Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), server));
        Thread.ofPlatform().daemon().start(line::forth);
        Thread.ofPlatform().daemon().start(line::back);
      } catch (IOException refused) {
        chosen.set(List.of());
      }
    }
  }

  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean doomed;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void forth() {
      try (client;
          server;
          InputStream in = client.getInputStream();
          OutputStream out = server.getOutputStream()) {
        byte[] some = new byte[65_536];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
          String said = new String(some, 0, n, StandardCharsets.ISO_8859_1);
          doomed |= chosen.get().stream().anyMatch(said::contains);
          out.write(some, 0, n);
        }
      } catch (IOException cut) {
        doomed = true;
      }
    }

    void back() {
      try (client;
          server;
          InputStream in = server.getInputStream();
          OutputStream out = client.getOutputStream()) {
        byte[] some = new byte[65_536];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
          if (!doomed) {
            out.write(some, 0, n);
          } else if (n >= 6 && Arrays.equals(some, n - 6, n, READY, 0, 6)) {
            chosen.set(List.of());
            cuts.incrementAndGet();
            return;
          }
        }
      } catch (IOException cut) {
        doomed = true;
      }
    }
  }
}
