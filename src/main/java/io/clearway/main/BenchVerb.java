package io.clearway.main;

import io.clearway.authority.Role;
import io.clearway.bench.CoreBench;
import io.clearway.bench.DeskBench;
import io.clearway.bench.HttpBench;
import io.clearway.bench.ImportBench;
import io.clearway.bench.JournalBench;
import io.clearway.bench.StartBench;
import io.clearway.bench.StatisticsBench;
import io.clearway.bench.YearBench;
import io.clearway.site.Site;
import io.clearway.world.Clock;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `bench`: measures in a data folder of its own, so that no gate's journal is touched.
final class BenchVerb {

  static final String NAMES = "core, year, journal, http, desk, import, start, statistics";

  private static final int TRUCKS_A_DAY = 2_000;

  private BenchVerb() {}

  static int run(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    switch (arguments.words().size() == 1 ? arguments.words().getFirst() : "") {
      case "core" -> CoreBench.run(out);
      case "year" -> YearBench.run(out);
      case "journal" -> journal(arguments, out);
      case "start" -> start(arguments, out);
      case "statistics" -> statistics(arguments, out);
      case "http" ->
          http(arguments, "http", (running, base, tokens) -> HttpBench.run(base, tokens, out));
      case "desk" -> desk(arguments, out);
      case "import" ->
          http(arguments, "http", (running, base, tokens) -> imports(running, base, tokens, out));
      default -> throw new Arguments.WrongUse("bench needs the name of a benchmark: " + NAMES);
    }
    return 0;
  }

  /// A small gate first, then a million entries in two segments, each in a folder of its own.
  private static void start(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    Site site = Hand.site(arguments);
    for (int trucks : List.of(TRUCKS_A_DAY, StartBench.A_MILLION)) {
      Path folder = arguments.dataFolder().resolve("start-" + trucks);
      if (Files.exists(folder)) {
        throw new Arguments.WrongUse(folder + " is there already; remove it first");
      }
      try (Installation installation = Installation.open(arguments, folder)) {
        StartBench.replay(installation.setup(site.complex(), Optional.empty()), site, trucks, out);
      }
      StartBench.start(folder, trucks, new Up(), out);
    }
  }

  /// What is measured at a gate that runs.
  private interface AtGate {
    void run(Running running, URI base, Map<Role, String> tokens)
        throws IOException, InterruptedException;
  }

  /// A large file by `import` in a heap of 64 MiB, beside officers who confirm.
  private static void imports(Running running, URI base, Map<Role, String> tokens, PrintStream out)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("clearway-import", ".jsonl");
    try {
      ImportBench.run(
          base,
          tokens,
          file,
          rows -> {
            List<String> command = new ArrayList<>(Home.java());
            command.add(1, "-Xmx64m");
            command.removeIf(flag -> flag.startsWith("-Xmx") && !flag.equals("-Xmx64m"));
            command.removeIf(flag -> flag.startsWith("-Xms"));
            command.addAll(List.of("import", rows.toString(), "--url", running.url()));
            command.addAll(List.of("--token", tokens.get(Role.TRADER)));
            return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
          },
          out);
    } finally {
      Files.delete(file);
    }
  }

  /// At a gate that knows nobody yet: so many rows and no more.
  private static void desk(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException {
    Path folder = arguments.dataFolder().resolve("desk");
    if (Files.exists(folder)) {
      throw new Arguments.WrongUse(folder + " is there already; remove it first");
    }
    http(arguments, "desk", (running, base, tokens) -> DeskBench.run(base, tokens, out));
  }

  /// A gate in a process of its own, asked from this one.
  private static void http(Arguments arguments, String name, AtGate bench)
      throws IOException, InterruptedException {
    Path folder = arguments.dataFolder().resolve(name);
    Up up = new Up();
    Process process = up.start(folder);
    try {
      while (!up.ready(folder)) {
        if (!process.isAlive()) {
          throw new Arguments.WrongUse("the program did not start on " + folder);
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
      Running running = Running.find(folder).orElseThrow();
      String complex = Hand.site(arguments).complex();
      Map<Role, String> tokens = new EnumMap<>(Role.class);
      for (Role role : Demo.ROLES) {
        tokens.put(role, AskVerbs.enrol(running, complex, role, "bench"));
      }
      bench.run(running, URI.create(running.url() + "/v1/" + complex), tokens);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /// The program as a user starts it.
  private record Up() implements StartBench.Program {

    @Override
    public Process start(Path folder) throws IOException {
      Running.gone(folder);
      List<String> command = new ArrayList<>(Home.java());
      command.addAll(List.of("up", "--demo", "off", "--port", "0", "--data", folder.toString()));
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    }

    @Override
    public boolean ready(Path folder) throws IOException {
      return Running.find(folder).isPresent();
    }
  }

  private static void statistics(Arguments arguments, PrintStream out) throws SQLException {
    try (Installation installation = Installation.open(arguments)) {
      installation.database().migrate();
      String run = "s" + Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);
      StatisticsBench.run(installation.database(), installation.codec(), run, out);
    }
  }

  private static void journal(Arguments arguments, PrintStream out)
      throws IOException, SQLException, InterruptedException {
    try (Installation installation = Installation.open(arguments)) {
      Instant now = Instant.now();
      Clock clock = new Clock(now, JournalBench.start(), 1);
      String run = Long.toString(now.getEpochSecond(), Character.MAX_RADIX);
      JournalBench.run(
          n -> installation.setup(run + "-" + n, Optional.of(clock)), installation.folder(), out);
    }
  }
}
