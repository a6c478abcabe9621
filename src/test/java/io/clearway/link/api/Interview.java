package io.clearway.link.api;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.clearway.link.http.HttpServer;
import io.clearway.live.Answer;
import io.clearway.site.Sites;
import io.clearway.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/// Calls every operation of a document at a running gate, in every way that gives another status.
final class Interview {

  /// What takes whole files.
  private static final Set<String> LARGE = Set.of("reconcileBank", "adoptTariff", "previewTariff");

  /// A parameter that there is nowhere.
  static final String UNKNOWN = "surprise";

  private static final List<Integer> WELL = List.of(200, 201);

  private final Door door;
  private final Description description;
  private final Map<String, Visit> visits;
  private final List<Heard> heard = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  Interview(Door door, Description description) {
    this.door = door;
    this.description = description;
    this.visits = new Visits(door).all();
  }

  /// Everything that was said. An operation that nobody knows how to call is left out.
  List<Heard> hold() {
    List<Slow> slow = new ArrayList<>();
    for (Description.Operation operation : description.operations()) {
      Visit visit = visits.get(operation.id());
      if (visit != null) {
        List<Ask> good = visit.good().get();
        good.forEach(ask -> ask(operation, WELL, ask));
        visit.bad().forEach(ask -> ask(operation, List.of(400), ask));
        visit.absent().get().forEach(ask -> ask(operation, List.of(404), ask));
        visit.refused().get().forEach(ask -> ask(operation, List.of(409), ask));
        Ask standing = visit.standing().map(Supplier::get).orElse(good.getFirst());
        unready(operation, standing);
        if (description.secured(operation)) {
          strangers(operation, visit, standing);
          defect(operation, standing);
        }
        if (isQuestion(operation)) {
          ask(operation, List.of(400), standing.query(UNKNOWN, 1).malformed());
        }
        if (operation.method().equals("POST")) {
          posted(operation, visit, standing, slow);
        }
        visit
            .others()
            .forEach(
                (status, asks) -> asks.get().forEach(ask -> ask(operation, List.of(status), ask)));
      }
    }
    heard.addAll(dripped(slow));
    client.shutdownNow();
    return List.copyOf(heard);
  }

  /// Every question to a complex, about one thing or many.
  static boolean isQuestion(Description.Operation operation) {
    return operation.method().equals("GET") && operation.path().startsWith("/v1/");
  }

  private void posted(Description.Operation operation, Visit visit, Ask standing, List<Slow> slow) {
    bodies(operation, standing);
    if (visit.command()) {
      command(operation, standing);
      answers(operation, standing);
    }
    slow.add(new Slow(operation, standing, 1_000, 408));
    int most = LARGE.contains(operation.id()) ? 4 << 20 : 256 * 1024;
    slow.add(new Slow(operation, standing, most + 1, 413));
  }

  private void strangers(Description.Operation operation, Visit visit, Ask good) {
    String nobody = "Bearer cw_" + "x".repeat(43);
    Ask bare = good.without("Authorization").without("Cookie");
    ask(operation, List.of(401), bare);
    ask(operation, List.of(401), good.header("Authorization", nobody));
    if (!visit.everybody()) {
      ask(operation, List.of(403), good.header("Authorization", "Bearer " + visit.stranger()));
    }
    ask(operation, List.of(404), good.complex("mong-cai"));
  }

  /// Before a site is in force; and what the gate says of itself when its writer has ended.
  private void unready(Description.Operation operation, Ask good) {
    World here = door.gate.published().world();
    World without = here.draft().sites(Sites.empty()).done();
    door.gate.die();
    door.gate.replayed(without);
    boolean answers = !description.has(operation.pointer() + "/responses/503");
    ask(operation, answers ? WELL : List.of(503), good);
    door.gate.replayed(here);
    door.gate.revive();
  }

  private void bodies(Description.Operation operation, Ask good) {
    List<Integer> bad = List.of(400);
    ask(operation, bad, good.body("nonsense").malformed());
    ask(operation, List.of(415), good.header("Content-Type", "text/plain").malformed());
  }

  private void command(Description.Operation operation, Ask good) {
    ask(operation, List.of(400), good.without("Command-Id").malformed());
    ask(operation, List.of(400), good.body("{\"x\":0}").malformed());
    Ask longer = good.body(good.body().orElseThrow() + " ");
    ask(operation, List.of(409), longer);
  }

  private void answers(Description.Operation operation, Ask good) {
    Map<Integer, Answer> answers =
        Map.of(
            403, new Answer.Denied(),
            409, new Answer.IdReused(),
            429, new Answer.Overloaded(),
            500, new Answer.Fault("c-1"),
            503, new Answer.Unavailable("secret", true));
    for (var answer : new TreeMap<>(answers).entrySet()) {
      door.gate.answerNext(answer.getValue());
      ask(operation, List.of(answer.getKey()), good);
      if (door.gate.answersNext()) {
        throw new AssertionError(operation.id() + " sent no command for " + answer.getKey());
      }
    }
  }

  /// A defect of ours, without its trace in the log.
  private void defect(Description.Operation operation, Ask good) {
    Logger log = (Logger) LoggerFactory.getLogger(HttpServer.class);
    log.setLevel(Level.OFF);
    door.gate.broken(true);
    ask(operation, List.of(500), good);
    door.gate.broken(false);
    log.setLevel(null);
  }

  private void ask(Description.Operation operation, List<Integer> wanted, Ask ask) {
    var request = door.request("~" + ask.address(operation.path()));
    ask.headers().forEach(request::header);
    var body =
        ask.body()
            .map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody);
    try {
      var answer =
          client.send(
              request.method(operation.method(), body).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      Map<String, String> headers = new TreeMap<>();
      answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      String type = headers.getOrDefault("content-type", "");
      try (InputStream in = answer.body()) {
        String text = type.startsWith("text/event-stream") ? twoTicks(in) : whole(in);
        heard.add(new Heard(operation.key(), wanted, ask, answer.statusCode(), headers, text));
      }
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(operation.toString(), failed);
    }
  }

  private static String whole(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /// The begin of a stream: what was missed lies before its second tick.
  private static String twoTicks(InputStream in) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    StringBuilder text = new StringBuilder();
    int ticks = 0;
    String line = lines.readLine();
    while (line != null && (ticks < 2 || !line.isEmpty())) {
      ticks += line.equals("event: tick") ? 1 : 0;
      text.append(line).append('\n');
      line = lines.readLine();
    }
    return text.append('\n').toString();
  }

  /// A command whose body promises a length and then drips.
  private record Slow(Description.Operation operation, Ask ask, int length, int wanted) {}

  /// All at once, because each takes as long as a body may.
  private List<Heard> dripped(List<Slow> commands) {
    List<Future<Heard>> answers = new ArrayList<>();
    List<Heard> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Slow command : commands) {
        answers.add(threads.submit(() -> drip(command)));
      }
      for (Future<Heard> answer : answers) {
        all.add(answer.get());
      }
    } catch (ExecutionException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
    return all;
  }

  private Heard drip(Slow slow) throws IOException, InterruptedException {
    Ask ask = slow.ask().malformed();
    StringBuilder head = new StringBuilder("POST ");
    head.append(ask.address(slow.operation().path())).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:" + door.port + "\r\n");
    ask.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + slow.length() + "\r\n\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
      long end = System.nanoTime() + 10_000_000_000L;
      InputStream in = socket.getInputStream();
      while (System.nanoTime() < end && in.available() == 0) {
        socket.getOutputStream().write(' ');
        Thread.sleep(200);
      }
      String[] parts = whole(in).split("\r\n\r\n", 2);
      String[] lines = parts[0].split("\r\n", -1);
      Map<String, String> headers = new TreeMap<>();
      for (String line : List.of(lines).subList(1, lines.length)) {
        String[] header = line.split(":", 2);
        headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
      }
      int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
      return new Heard(
          slow.operation().key(), List.of(slow.wanted()), ask, status, headers, parts[1]);
    }
  }
}
