package io.clearway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An open desk without its drawing: follows the stream and, once a second, reads the loads behind
/// the rows that changed; many of them as one list, and that not so often.
final class DeskScreen implements AutoCloseable {

  /// As the desk does (`web/src/gate/loads.ts`).
  private static final long TICK_MILLIS = 1_000;

  private static final int FEW = 8;
  private static final long LIST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final URI base;
  private final String token;
  private final HttpClient client;
  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private final Map<String, Long> shown = new ConcurrentHashMap<>();
  private final Set<String> changed = new HashSet<>();
  private long listed = System.nanoTime() - LIST_NANOS;
  private volatile boolean open = true;

  DeskScreen(URI base, String token, HttpClient client) {
    this.base = base;
    this.token = token;
    this.client = client;
  }

  /// Comes back when the stream is open.
  void open(ExecutorService threads) throws IOException, InterruptedException {
    HttpResponse<InputStream> stream =
        client.send(request("/stream"), HttpResponse.BodyHandlers.ofInputStream());
    if (stream.statusCode() != 200) {
      throw new IOException("the stream is not opened: " + stream.statusCode());
    }
    threads.execute(() -> follow(stream.body()));
    threads.execute(this::ticks);
  }

  /// When the stream said that the load may leave, by the clock of this process.
  Optional<Long> told(String registration) {
    return Optional.ofNullable(told.get(registration));
  }

  /// When what the desk read after that said so too.
  Optional<Long> shown(String registration) {
    return Optional.ofNullable(shown.get(registration));
  }

  private void follow(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          take(JsonMapper.shared().readTree(line.substring(5)), System.nanoTime());
        }
      }
    } catch (IOException closed) {
      // the end of the bench; a stream that breaks earlier tells nothing, which is counted
    }
  }

  private synchronized void take(JsonNode frame, long at) {
    for (JsonNode row : frame.path("rows")) {
      String registration = row.path("registration").asString("");
      if (!registration.isEmpty()) {
        changed.add(registration);
        if (row.path("mayLeave").asBoolean(false)) {
          told.putIfAbsent(registration, at);
        }
      }
    }
  }

  /// Screens are not opened in the same moment: each ticks at its own.
  private void ticks() {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(TICK_MILLIS));
      while (open) {
        tick();
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      }
    } catch (IOException closed) {
      // the end of the bench; what is not shown is counted
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() throws IOException, InterruptedException {
    List<String> some = due();
    if (some.size() > FEW) {
      for (JsonNode load : read("/loads?limit=1000").path("items")) {
        show(load);
      }
    } else {
      for (String registration : some) {
        show(read("/loads/" + registration));
      }
    }
  }

  /// What is to be read now.
  private synchronized List<String> due() {
    boolean many = changed.size() > FEW;
    if (many && System.nanoTime() - listed < LIST_NANOS) {
      return List.of();
    }
    if (many) {
      listed = System.nanoTime();
    }
    List<String> some = new ArrayList<>(changed);
    changed.clear();
    return some;
  }

  private void show(JsonNode load) {
    if (load.path("mayLeave").asBoolean(false)) {
      shown.putIfAbsent(load.path("registration").asString(""), System.nanoTime());
    }
  }

  private JsonNode read(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token)
        .build();
  }

  @Override
  public void close() {
    open = false;
  }
}
