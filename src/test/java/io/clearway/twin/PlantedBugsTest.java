package io.clearway.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every deliberate fault must be caught, and the sources as they are must pass. [#ALWAYS] names
/// the faults of every run; all of them are planted with `--long`.
class PlantedBugsTest {

  private static final boolean LONG = Boolean.getBoolean("clearway.long");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PLANTED = Path.of("src/test/planted");
  private static final int CAUGHT = 3;

  /// At least one for each checker, by what must not break unseen: keys, releases, holds, who is
  /// late, two officers, what is reported, what is on disk.
  private static final Set<String> ALWAYS =
      Set.of(
          "acknowledged-before-commit",
          "amendment-asks-nobody",
          "amendment-keeps-the-release",
          "clock-runs-at-night",
          "closed-agency-kept-it",
          "each-return-alone",
          "epoch-check-of-one-lost",
          "gate-is-not-asked",
          "hold-does-not-beat-release",
          "inspection-has-no-clock",
          "late-payment-is-lost",
          "lot-goes-in-half",
          "one-key-opens",
          "one-officer-lowers-the-channel",
          "policy-order-changed",
          "release-does-for-a-refusal",
          "release-forgets-an-agency",
          "report-counts-another-evening",
          "roll-order-by-arrival",
          "rule-confirms-for-another-agency",
          "signed-unseen",
          "statistics-count-a-day-again",
          "test-takes-the-wait-away",
          "trip-ends-without-its-people",
          "trailer-in-two-places",
          "turned-away-uses-up-papers",
          "two-on-one-place",
          "two-way-without-customs",
          "unsigned-goods-leave");

  @TempDir private Path dir = Path.of("");

  private static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(PLANTED)) {
      return files.filter(f -> f.toString().endsWith(".patch")).sorted().toList();
    }
  }

  static List<Path> patches() throws IOException {
    return all().stream().filter(patch -> LONG || ALWAYS.contains(name(patch))).toList();
  }

  private static String name(Path patch) {
    return patch.getFileName().toString().replaceFirst("\\.patch$", "");
  }

  private record End(int code, String words) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("patches")
  void isCaught(Path patch) throws Exception {
    PlantedBug bug = PlantedBug.read(patch);
    assertThat(bug.changes()).as("changes of %s", patch).isNotEmpty();
    Path copy = copy(bug);
    bug.plant(copy);
    End end = run(bug.checker(), compile(copy));
    assertThat(end.words()).startsWith("caught: ");
    assertThat(end.code()).isEqualTo(CAUGHT);
  }

  @Test
  void theSourcesAsTheyArePassEveryChecker() throws Exception {
    for (String checker : checkers(all())) {
      assertThat(run(checker, dir)).isEqualTo(new End(0, "holds"));
    }
  }

  @Test
  void everyRunSeesEveryCheckerFail() throws IOException {
    List<Path> always = all().stream().filter(patch -> ALWAYS.contains(name(patch))).toList();
    assertThat(always)
        .extracting(PlantedBugsTest::name)
        .containsExactlyInAnyOrderElementsOf(ALWAYS);
    assertThat(checkers(always)).isEqualTo(checkers(all()));
  }

  private static Set<String> checkers(List<Path> patches) {
    Set<String> checkers = new TreeSet<>();
    patches.forEach(patch -> checkers.add(read(patch).checker()));
    return checkers;
  }

  private static PlantedBug read(Path patch) {
    try {
      return PlantedBug.read(patch);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /// Of the files that the bug changes.
  private Path copy(PlantedBug bug) throws IOException {
    Path copy = dir.resolve("sources");
    for (PlantedBug.Change change : bug.changes()) {
      Path target = copy.resolve(change.file());
      Files.createDirectories(target.getParent());
      Files.copy(SOURCES.resolve(change.file()), target, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  /// Compiles the changed files against all others as they are, without the checks of style. A bug
  /// changes what a method does and not what others see of it.
  private Path compile(Path sources) throws IOException {
    Path classes = Files.createDirectories(dir.resolve("classes"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      StringWriter said = new StringWriter();
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", classPath(), "-d", classes.toString());
      var units = manager.getJavaFileObjectsFromPaths(files);
      boolean fine = compiler.getTask(said, manager, null, options, null, units).call();
      assertThat(fine).as("%s", said).isTrue();
    }
    return classes;
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static End run(String checker, Path classes) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = String.join(File.pathSeparator, classes.toString(), classPath());
    // They live for seconds: the second compiler and a parallel collector cost more than they save.
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dclearway.rig=target/test-planted",
            "-cp",
            path,
            checker);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new End(process.waitFor(), words.strip());
  }
}
