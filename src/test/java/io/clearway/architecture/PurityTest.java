package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PurityTest {

  /// Each line on its own must be found.
  private static final List<String> IMPURE =
      """
      new java.io.File(text)
      new java.io.StringWriter()
      java.net.URI.create(text)
      java.sql.DriverManager.getConnection(text)
      java.nio.file.Path.of(text)
      java.nio.channels.Pipe.open()
      new ProcessBuilder(text)
      Runtime.getRuntime()
      new Thread(() -> {})
      Thread.currentThread()
      new ThreadLocal<String>()
      new java.util.concurrent.ConcurrentHashMap<String, String>()
      java.util.concurrent.ThreadLocalRandom.current()
      java.util.concurrent.TimeUnit.DAYS
      new java.util.Random(1)
      new java.util.SplittableRandom(1)
      java.util.random.RandomGenerator.of(text)
      new java.security.SecureRandom()
      java.util.UUID.randomUUID()
      Math.random()
      System.currentTimeMillis()
      System.nanoTime()
      System.getenv(text)
      System.getProperty(text)
      System.identityHashCode(text)
      System.out
      System.err
      java.time.Instant.now()
      (Supplier<java.time.Instant>) java.time.Instant::now
      (Supplier<Object>) () -> java.time.Instant.now()
      java.time.LocalDate.now()
      java.time.LocalDate.now(java.time.ZoneOffset.UTC)
      java.time.ZonedDateTime.now()
      java.time.Clock.systemUTC()
      org.slf4j.LoggerFactory.getLogger(text)
      tools.jackson.databind.json.JsonMapper.builder()
      io.javalin.http.HttpStatus.OK
      Math.sin(1)
      Math.cos(1)
      Math.exp(1)
      Math.log(1)
      Math.pow(1, 2)
      (DoubleUnaryOperator) Math::tan
      java.util.Locale.getDefault()
      java.time.ZoneId.systemDefault()
      java.util.TimeZone.getDefault()
      java.nio.charset.Charset.defaultCharset()
      java.time.format.DateTimeFormatter.ofPattern(text)
      text.getBytes()
      new String(new byte[0])
      String.format(text, 1)
      text.formatted(1)
      text.toLowerCase()
      text.toUpperCase()
      (Function<String, String>) String::toUpperCase
      list.parallelStream()
      list.stream().parallel()
      IntStream.range(0, 1).parallel()
      """
          .lines()
          .toList();

  private static final List<String> UNORDERED =
      """
      new java.util.HashMap<String, String>()
      new java.util.HashMap<>(map)
      (Supplier<Object>) java.util.HashMap::new
      new java.util.HashSet<>(list)
      java.util.Map.of(text, text)
      java.util.Map.ofEntries(java.util.Map.entry(text, text))
      java.util.Map.copyOf(map)
      java.util.Set.of(text)
      java.util.Set.copyOf(list)
      list.stream().collect(Collectors.toSet())
      list.stream().collect(Collectors.toUnmodifiableSet())
      list.stream().collect(Collectors.groupingBy(String::length))
      list.stream().collect(Collectors.groupingBy(String::length, Collectors.counting()))
      list.stream().collect(Collectors.toMap(s -> s, s -> s))
      list.stream().collect(Collectors.toMap(s -> s, s -> s, (a, b) -> a))
      """
          .lines()
          .toList();

  private static final List<String> UNSEALED =
      """
      new io.clearway.kernel.Personal.Known<>(new io.clearway.kernel.Subject(1, 1), text).read()
      (Function<io.clearway.kernel.Personal<String>, Object>) io.clearway.kernel.Personal::read
      (Function<io.clearway.kernel.Personal.Sealed<String>, Object>) p -> p.opening().open()
      """
          .lines()
          .toList();

  private static final List<String> PURE =
      """
      text.toLowerCase(java.util.Locale.ROOT)
      text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
      String.format(java.util.Locale.ROOT, text, 1)
      java.time.Instant.EPOCH.plusSeconds(1)
      java.time.ZoneId.of(text)
      StrictMath.sin(1)
      Math.max(1, Math.sqrt(2))
      new java.util.TreeMap<>(map)
      new java.util.LinkedHashMap<>(map)
      new java.util.ArrayList<>(java.util.List.of(text))
      new java.util.UUID(1, 2)
      list.stream().map(String::strip).toList()
      list.stream().collect(Collectors.toMap(s -> s, s -> s, (a, b) -> a, java.util.TreeMap::new))
      list.stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()))
      """
          .lines()
          .toList();

  @Test
  void pureRoomsTouchNothingOutside() throws IOException {
    assertThat(house().impurities(House.classes())).isEmpty();
  }

  @Test
  void pureRoomsUseNoCollectionWithoutOrder() throws IOException {
    assertThat(house().unordered(House.classes())).isEmpty();
  }

  @Test
  void pureRoomsLeaveSealed() throws IOException {
    assertThat(house().unsealed(House.classes())).isEmpty();
  }

  @Test
  void eachUnsealingIsFound(@TempDir Path folder) throws IOException {
    JavaClasses classes = Sample.compile(folder, Sample.expressions("registration", UNSEALED));
    assertEachIsIn(house().unsealed(classes), UNSEALED);
  }

  @Test
  void eachImpureExpressionIsFound(@TempDir Path folder) throws IOException {
    JavaClasses classes = Sample.compile(folder, Sample.expressions("kernel", IMPURE));
    assertEachIsIn(house().impurities(classes), IMPURE);
  }

  @Test
  void eachCollectionWithoutOrderIsFound(@TempDir Path folder) throws IOException {
    JavaClasses classes = Sample.compile(folder, Sample.expressions("advisor", UNORDERED));
    assertEachIsIn(house().unordered(classes), UNORDERED);
  }

  @Test
  void pureExpressionsPass(@TempDir Path folder) throws IOException {
    JavaClasses classes = Sample.compile(folder, Sample.expressions("kernel", PURE));
    assertThat(house().impurities(classes)).isEmpty();
    assertThat(house().unordered(classes)).isEmpty();
  }

  @Test
  void belowTheJournalTheOutsideBegins(@TempDir Path folder) throws IOException {
    JavaClasses classes = Sample.compile(folder, Sample.expressions("journal", IMPURE));
    assertThat(house().impurities(classes)).isEmpty();
  }

  @Test
  void onlyTheReplicationsOfTheTwinMayKnowThreads(@TempDir Path folder) throws IOException {
    String body =
        "class %s { Thread thread; java.util.concurrent.Future<?> f; java.io.File file; }";
    JavaClasses classes =
        Sample.compile(
            folder,
            List.of(
                Sample.source("twin", "Replications", body.replace("%s", "Replications")),
                Sample.source("twin", "Trucks", body.replace("%s", "Trucks"))));
    List<String> found = house().impurities(classes);
    assertThat(found).filteredOn(f -> f.contains("twin.Trucks")).hasSize(3);
    assertThat(found).filteredOn(f -> f.contains("twin.Replications")).hasSize(1);
  }

  private static Purity house() throws IOException {
    return new Purity(Rooms.ofTheHouse());
  }

  private static void assertEachIsIn(List<String> findings, List<String> expressions) {
    SoftAssertions each = new SoftAssertions();
    for (int i = 0; i < expressions.size(); i++) {
      String name = "Offends" + i + ".";
      each.assertThat(findings).as(expressions.get(i)).anyMatch(finding -> finding.contains(name));
    }
    each.assertAll();
  }
}
