package io.clearway.bench;

import io.clearway.authority.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What officers wait for beside desks of 500 vehicles: from the key until the word is on disk and
/// answered, and from the last agency's word until every open screen has it. Words are sent at a
/// constant rate and timed from when each was to be sent.
public final class DeskBench {

  private static final int ROWS = 500;
  private static final int SCREENS = 20;

  /// Ten times as many as a day of 27,000 commands in 14 hours has.
  private static final int PER_SECOND = 5;

  /// In one round; two hundred in all.
  private static final int VEHICLES = 40;

  private static final int ROUNDS = 5;
  private static final int CALLERS = 8;

  /// How long a screen has before it is said to have missed something.
  private static final int PATIENCE_SECONDS = 5;

  /// What is timed.
  private enum Kind {
    ENTRY_KEY,
    STEP,
    /// The word that opens the barrier, which is the last.
    RELEASE,
    /// From that word until the last of the screens was told by its stream.
    TOLD,
    /// Until the last of them had read the load.
    SHOWN
  }

  /// A word that is timed.
  private record Word(Kind kind, String registration) {}

  /// One round.
  private static final class Round {
    private final Map<Kind, List<Long>> nanos = new EnumMap<>(Kind.class);
    private final Map<HttpTrips.Call, Word> words = new ConcurrentHashMap<>();
    private final Map<String, Long> released = new ConcurrentHashMap<>();
    private double load;

    synchronized void add(Kind kind, long took) {
      nanos.computeIfAbsent(kind, k -> new ArrayList<>()).add(took);
    }

    synchronized List<Long> of(Kind kind) {
      return nanos.getOrDefault(kind, List.of());
    }

    void answered(HttpTrips.Call call, long took) {
      Word word = Objects.requireNonNull(words.get(call));
      add(word.kind(), took);
      if (word.kind() == Kind.RELEASE) {
        released.put(word.registration(), System.nanoTime() - took);
      }
    }
  }

  private final URI base;
  private final String reader;
  private final HttpTrips trips;
  private final HttpLoad load;
  private final HttpClient client;
  private final List<DeskScreen> screens = new ArrayList<>();
  private int trucks;
  private int missed;

  private DeskBench(URI base, String reader, HttpTrips trips, HttpLoad load, HttpClient client) {
    this.base = base;
    this.reader = reader;
    this.trips = trips;
    this.load = load;
    this.client = client;
  }

  /// Prints one JSON line.
  ///
  /// @param base of a running gate's complex, as `http://localhost:8080/v1/lang-son`
  /// @param tokens one for each role that takes part
  public static void run(URI base, Map<Role, String> tokens, PrintStream out)
      throws IOException, InterruptedException {
    HttpTrips trips = new HttpTrips();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpLoad load = new HttpLoad(base, tokens, trips, 0, threads)) {
      HttpClient client = HttpClient.newBuilder().executor(threads).build();
      String reader = Objects.requireNonNull(tokens.get(Role.READER));
      DeskBench bench = new DeskBench(base, reader, trips, load, client);
      bench.comes(ROWS);
      for (int i = 0; i < SCREENS; i++) {
        DeskScreen screen = new DeskScreen(base, reader, client);
        screen.open(threads);
        bench.screens.add(screen);
      }
      bench.round();
      load.failures().clear();
      bench.missed = 0;
      int rows = bench.read("/loads?limit=1000").path("items").size();
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        rounds.add(bench.round());
      }
      out.println(bench.line(rows, rounds));
      bench.screens.forEach(DeskScreen::close);
      client.shutdownNow();
    }
  }

  /// So many more are registered and come.
  private List<Integer> comes(int count) throws InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(trucks++);
    }
    Callers.run(CALLERS, numbers, number -> trips.of(number).subList(0, 2).forEach(load::send));
    return numbers;
  }

  /// Some come, are given every word that they need, and leave.
  private Round round() throws IOException, InterruptedException {
    Round round = new Round();
    List<Integer> numbers = comes(VEHICLES);
    List<List<HttpTrips.Call>> words = new ArrayList<>();
    for (int number : numbers) {
      words.add(words(number, round));
    }
    load.open(abreast(words), PER_SECOND, round::answered);
    round.load = Load.now();
    TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
    round.released.forEach((registration, sent) -> {
      last(round, Kind.TOLD, sent, screen -> screen.told(registration));
      last(round, Kind.SHOWN, sent, screen -> screen.shown(registration));
    });
    numbers.forEach(number -> load.send(trips.of(number).getLast()));
    return round;
  }

  /// The two keys, then what the agencies are asked for, in the procedure's order.
  private List<HttpTrips.Call> words(int number, Round round)
      throws IOException, InterruptedException {
    String registration = HttpTrips.registration(number).toString();
    List<HttpTrips.Call> calls = new ArrayList<>(trips.of(number).subList(2, 4));
    calls.forEach(call -> round.words.put(call, new Word(Kind.ENTRY_KEY, registration)));
    for (JsonNode line : read("/loads/" + registration).path("lines")) {
      String step = line.path("step").asString("");
      if (!step.startsWith("KEY_") && line.path("status").asString("").equals("REQUIRED")) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        Role role = Role.valueOf(line.path("agency").asString(""));
        String path = "/loads/" + registration + "/confirmations";
        calls.add(
            new HttpTrips.Call(role, path, body.put("step", step).put("version", 0).toString()));
      }
    }
    calls.stream()
        .skip(2)
        .forEach(call -> round.words.put(call, new Word(Kind.STEP, registration)));
    round.words.put(calls.getLast(), new Word(Kind.RELEASE, registration));
    return calls;
  }

  /// One word of each, then the next of each, so that each is answered before the next is sent.
  private static List<HttpTrips.Call> abreast(List<List<HttpTrips.Call>> words) {
    List<HttpTrips.Call> calls = new ArrayList<>();
    int most = words.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      for (List<HttpTrips.Call> truck : words) {
        if (i < truck.size()) {
          calls.add(truck.get(i));
        }
      }
    }
    return calls;
  }

  /// When the last screen had it; one that never had is counted.
  private void last(Round round, Kind kind, long sent, Function<DeskScreen, Optional<Long>> at) {
    List<Optional<Long>> all = screens.stream().map(at).toList();
    missed += (int) all.stream().filter(Optional::isEmpty).count();
    all.stream()
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .ifPresent(latest -> round.add(kind, latest - sent));
  }

  private String line(int rows, List<Round> rounds) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("bench", "desk").put("rows", rows).put("screens", SCREENS);
    json.put("perSecond", PER_SECOND);
    for (Kind kind : Kind.values()) {
      figures(json.putObject(kind.name()), rounds, kind);
    }
    json.put("missed", missed);
    ObjectNode failures = json.putObject("failures");
    load.failures().forEach(failures::put);
    rounds.forEach(round -> json.withArray("loads").add(Math.round(round.load * 10) / 10.0));
    return json.toString();
  }

  /// Of all rounds together, and the ninety-fifth of each.
  private static void figures(ObjectNode json, List<Round> rounds, Kind kind) {
    List<Long> all = rounds.stream().flatMap(round -> round.of(kind).stream()).toList();
    json.put("samples", all.size());
    json.put("p50Micros", micros(all, 0.5)).put("p95Micros", micros(all, 0.95));
    json.put("maxMicros", micros(all, 1));
    List<Long> each = rounds.stream().map(round -> micros(round.of(kind), 0.95)).toList();
    json.put("bestP95Micros", each.stream().min(Comparator.naturalOrder()).orElse(0L));
    each.forEach(json.putArray("p95Rounds")::add);
  }

  private static long micros(List<Long> nanos, double share) {
    Timings timings = new Timings(nanos.size());
    nanos.forEach(timings::add);
    return nanos.isEmpty() ? -1 : timings.micros(share);
  }

  private JsonNode read(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + reader)
            .build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return JsonMapper.shared().readTree(answer.body());
  }
}
