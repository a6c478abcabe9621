package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole synthetic day through the real program: what it counts is what everybody else counted.
class DayTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalTime CUT = LocalTime.of(20, 30);
  private static final Path COUNTERPART = Path.of("counterpart");
  private static final Path TALLY = COUNTERPART.resolve("dist").resolve("tally.js");

  private final Program program;

  DayTest() throws IOException {
    program = new Program("day");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void theDailyReportIsTheCounterpartsOwnTally() throws Exception {
    requireCounterpart();
    program.up("--speed", "600", "--demo", "on", "--seed", "1");
    String reader = program.enrol(Role.READER);
    LocalDate asked = LocalDate.now(ZONE);
    LocalDate day = awaitEvening(reader);
    assertThat(day).as("the demo's day is today").isBetween(asked.minusDays(1), asked);
    Path log = Demo.besides(program.folder()).resolve("day-" + day + ".jsonl");
    long cut = lastSeq(log);
    Thread.sleep(3_000);
    JsonNode counted = counted(log, cut, day);
    JsonNode reported = daily(reader, "?date=" + day + "&asOfSeq=" + cut);
    JsonNode rows = reported.path("rows");
    System.out.printf("DayTest: %s as of %d: %s%n", day, cut, reported);
    assertThat(rows).isEqualTo(counted.path("rows"));
    assertThat(reported.path("backlog2000")).isEqualTo(counted.path("backlog2000"));
    assertThat(sum(rows, "arrivals")).isGreaterThan(1_500);
    // How far seven agencies come at 600 times depends on the machine; that both counts
    // agree does not.
    assertThat(sum(rows, "cleared")).isPositive();
    assertToday(day, reported);
    endTheDay();
    JsonNode atTheEnd = daily(reader, "?date=" + day);
    program.stop();
    Program.Said said = program.run("report", "daily", "--date", day.toString());
    JsonNode atRest = JsonMapper.shared().readTree(said.out());
    assertThat(atRest.path("rows")).isEqualTo(atTheEnd.path("rows"));
    assertThat(atRest.path("backlog2000")).isEqualTo(atTheEnd.path("backlog2000"));
    Program.Said verified = program.run("verify");
    System.out.print("DayTest: " + verified.out());
    assertThat(verified.out()).contains("\"holds\":true");
  }

  /// Without a date it is today's, as a user calls it; later than the cut, so no less.
  private void assertToday(LocalDate day, JsonNode before) throws Exception {
    Program.Said said = program.run("report", "daily");
    assertThat(said.status()).as(said.err()).isZero();
    JsonNode today = JsonMapper.shared().readTree(said.out());
    assertThat(today.path("period").asString()).isEqualTo(day.toString());
    assertThat(sum(today.path("rows"), "cleared"))
        .isGreaterThanOrEqualTo(sum(before.path("rows"), "cleared"));
  }

  private LocalDate awaitEvening(String reader) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
    try (Ask ask = program.ask(reader)) {
      LocalDate day = now(ask).toLocalDate();
      while (now(ask).isBefore(day.atTime(CUT).atZone(ZONE))) {
        assertThat(System.nanoTime()).as("the day unrolls").isLessThan(until);
        Thread.sleep(500);
      }
      return day;
    }
  }

  private static ZonedDateTime now(Ask ask) throws Exception {
    String now = ask.get("/overview").body().path("clock").path("now").asString();
    return OffsetDateTime.parse(now).atZoneSameInstant(ZONE);
  }

  private JsonNode daily(String reader, String query) throws Exception {
    try (Ask ask = program.ask(reader)) {
      Ask.Reply reply = ask.get("/reports/daily" + query);
      assertThat(reply.good()).as(reply.toString()).isTrue();
      return reply.body();
    }
  }

  /// Everybody else goes home if they have not; what they had sent is answered.
  private void endTheDay() throws Exception {
    program.companions().stream()
        .filter(p -> p.info().commandLine().orElse("").contains("play.js"))
        .forEach(ProcessHandle::destroy);
    Thread.sleep(2_000);
  }

  private static long lastSeq(Path log) throws IOException {
    return lines(log).stream().mapToLong(line -> line.path("seq").asLong(0)).max().orElseThrow();
  }

  /// Their own count of what was answered up to an entry of the journal.
  private static JsonNode counted(Path log, long cut, LocalDate day) throws Exception {
    List<String> kept = new ArrayList<>();
    for (JsonNode line : lines(log)) {
      if (line.path("seq").asLong(0) <= cut) {
        kept.add(line.toString());
      }
    }
    Path until = Files.write(log.resolveSibling("cut.jsonl"), kept);
    List<String> tally = List.of("node", TALLY.toString(), until.toString(), "--date=" + day);
    Process process = new ProcessBuilder(tally).start();
    return JsonMapper.shared().readTree(process.getInputStream().readAllBytes());
  }

  private static List<JsonNode> lines(Path log) throws IOException {
    String all = Files.readString(log, StandardCharsets.UTF_8);
    String whole = all.substring(0, all.lastIndexOf('\n') + 1);
    return whole.lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static long sum(JsonNode rows, String field) {
    long sum = 0;
    for (JsonNode row : rows) {
      sum += row.path(field).asLong();
    }
    return sum;
  }

  private static void requireCounterpart() throws Exception {
    if (Files.isRegularFile(TALLY)) {
      return;
    }
    boolean node = succeeds(Path.of("."), "node", "--version");
    Assumptions.assumeTrue(
        node && succeeds(Path.of("."), "npm", "--version"),
        "SKIPPED: node and npm are not here, so THE WHOLE DAY IS NOT TESTED");
    assertThat(succeeds(COUNTERPART, "npm", "ci", "--no-audit", "--no-fund")).isTrue();
    assertThat(succeeds(COUNTERPART, "npm", "run", "build")).isTrue();
  }

  private static boolean succeeds(Path folder, String... command) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      return quiet(builder).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static ProcessBuilder quiet(ProcessBuilder builder) {
    return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }
}
