package io.clearway.main;

import io.clearway.authority.Role;
import io.clearway.link.postgres.SearchableFolder;
import io.clearway.link.postgres.Survivors;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The real program in a process of its own, on a data folder of its own.
final class Program {

  static final String COMPLEX = "lang-son";
  private static final long START_SECONDS = 120;

  private final String complex;
  private final Path folder;
  private final Path log;
  private Optional<Process> process = Optional.empty();
  private volatile Running running = new Running("", "");

  /// What a verb said and how it ended.
  record Said(int status, String out, String err) {}

  Program(String name) throws IOException {
    this(name, COMPLEX);
  }

  /// The program for another complex; its site must be given to [#up].
  Program(String name, String complex) throws IOException {
    this.complex = complex;
    this.folder = SearchableFolder.fresh(name);
    this.log = folder.resolveSibling(folder.getFileName() + ".log");
  }

  private Program(String complex, Path folder, Path log) {
    this.complex = complex;
    this.folder = folder;
    this.log = log;
  }

  /// Another process on the same data folder.
  Program besides() {
    return new Program(
        complex, folder, folder.resolveSibling(folder.getFileName() + "-second.log"));
  }

  Path folder() {
    return folder;
  }

  /// Runs `up` and waits until the gate takes commands.
  void up(String... flags) throws IOException, InterruptedException {
    start(flags);
    awaitReady();
  }

  /// Runs `up`.
  void start(String... flags) throws IOException {
    List<String> command = new ArrayList<>(List.of("up", "--port", "0"));
    command.addAll(List.of(flags));
    ProcessBuilder builder = java(command);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    process = Optional.of(builder.start());
  }

  /// Waits until the process that was started takes commands.
  void awaitReady() throws IOException, InterruptedException {
    Process started = process.orElseThrow();
    Running before = running;
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (running.equals(before) || !ready()) {
      if (!started.isAlive() || System.nanoTime() > until) {
        throw new AssertionError("the program did not start:\n" + Files.readString(log));
      }
      Thread.sleep(20);
      Running.find(folder).ifPresent(found -> running = found);
    }
  }

  private boolean ready() throws InterruptedException {
    try (Ask ask = operator()) {
      return ask.get("/overview").status() < 500;
    } catch (IOException notYet) {
      return false;
    }
  }

  Ask operator() {
    return ask(running.operatorToken());
  }

  /// Talks to the instance that runs now.
  Ask ask(String token) {
    return new Ask(running.url(), complex, token);
  }

  /// Enrols an actor and gives its token.
  String enrol(Role role) throws IOException, InterruptedException {
    return AskVerbs.enrol(running, complex, role, "test");
  }

  /// Ends `up` as Ctrl-C does and gives its exit status.
  int stop() throws IOException, InterruptedException {
    return stop(Duration.ofSeconds(90));
  }

  /// The same within a time.
  int stop(Duration within) throws IOException, InterruptedException {
    Process ending = process.orElseThrow();
    ending.destroy();
    if (!ending.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the program does not stop:\n" + Files.readString(log));
    }
    process = Optional.empty();
    return ending.exitValue();
  }

  /// Waits until the program has said that.
  void awaitSaid(String words) throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.readString(log).contains(words)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("it never said '" + words + "':\n" + Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  boolean alive() {
    return process.filter(Process::isAlive).isPresent();
  }

  /// Holds the program still, as a starved machine does; its database goes on.
  void hang() throws IOException, InterruptedException {
    String pid = Long.toString(process.orElseThrow().pid());
    if (new ProcessBuilder("kill", "-STOP", pid).start().waitFor() != 0) {
      throw new AssertionError("the program cannot be held");
    }
  }

  /// kill -9 of the program; its database goes on.
  void kill() throws InterruptedException {
    process.orElseThrow().destroyForcibly().waitFor();
    process = Optional.empty();
  }

  /// kill -9 of every process of the database; the program goes on.
  void killDatabase() throws IOException {
    if (Survivors.kill(folder) == 0) {
      throw new AssertionError("no database was running");
    }
  }

  /// The processes that `up` started and that are not the database.
  List<ProcessHandle> companions() {
    return process.orElseThrow().children().toList();
  }

  /// Runs a verb on another folder.
  Said runOn(Path other, String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", other.toString()));
    return run(all.toArray(String[]::new));
  }

  /// Runs a verb to its end.
  Said run(String... words) throws IOException, InterruptedException {
    File out = File.createTempFile("said", ".out", log.resolveSibling(".").toFile());
    File err = File.createTempFile("said", ".err", log.resolveSibling(".").toFile());
    try {
      ProcessBuilder builder = java(List.of(words));
      Process verb = builder.redirectOutput(out).redirectError(err).start();
      if (!verb.waitFor(180, TimeUnit.SECONDS)) {
        verb.destroyForcibly();
        throw new AssertionError(String.join(" ", words) + " does not end");
      }
      return new Said(verb.exitValue(), text(out), text(err));
    } finally {
      Files.deleteIfExists(out.toPath());
      Files.deleteIfExists(err.toPath());
    }
  }

  /// Begins a verb whose end nobody waits for.
  Process begin(Path out, String... words) throws IOException {
    ProcessBuilder builder = java(List.of(words)).redirectOutput(out.toFile());
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(log())).start();
  }

  private ProcessBuilder java(List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                // Most of them live for seconds: the second compiler would cost more than it saves.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.clearway.main.Main"));
    command.addAll(words);
    if (!words.contains("--data")) {
      command.addAll(List.of("--data", folder.toString()));
    }
    return new ProcessBuilder(command);
  }

  private File log() {
    return log.toFile();
  }

  private static String text(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }

  /// Leaves no process behind.
  void end() throws IOException, InterruptedException {
    if (process.isPresent()) {
      List<ProcessHandle> others = companions();
      kill();
      others.forEach(ProcessHandle::destroyForcibly);
    }
    while (Survivors.kill(folder) > 0) {
      Thread.sleep(50);
    }
  }

  /// Leaves no process and no file behind.
  void remove() throws IOException, InterruptedException {
    end();
    SearchableFolder.remove(folder);
    Files.deleteIfExists(log);
  }
}
