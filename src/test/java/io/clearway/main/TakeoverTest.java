package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.identity.Tokens;
import io.clearway.takeover.ExampleFolder;
import io.clearway.takeover.FolderFile;
import io.clearway.takeover.LargeFolder;
import io.clearway.takeover.Taking;
import io.clearway.world.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A folder of another platform becomes what this gate holds, once.
class TakeoverTest {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @TempDir Path elsewhere;
  private final Program program;

  TakeoverTest() throws IOException {
    program = new Program("takeover");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void theExampleIsTakenOverAndTwiceIsOnce() throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), LocalDate.now(ZONE));
    Program.Said first = program.run("takeover", folder.folder().toString());
    assertThat(first.status()).as(first.out() + first.err()).isZero();
    assertThat(summary(first))
        .isEqualTo(
            "{\"accounts\":8,\"vehicles\":9,\"drivers\":7,\"registrations\":9,\"standing\":6,"
                + "\"lots\":1,\"withoutPapers\":1,\"faults\":0}");
    assertThat(fates(first)).hasSize(37).containsOnly("taken");
    List<String> held = AtRest.told(program.folder());
    assertThat(held).filteredOn(line -> line.startsWith("registration")).hasSize(9);
    assertThat(held)
        .filteredOn(line -> line.startsWith("case"))
        .containsExactly(
            "case ENTERED_YARD_WITHOUT_BOTH_KEYS",
            "case ENTERED_YARD_WITHOUT_BOTH_KEYS",
            "case ENTERED_YARD_WITHOUT_BOTH_KEYS",
            "case SEEN_BEFORE_REGISTERED");
    assertPartsOfTheLot(held);
    Program.Said again = program.run("takeover", folder.folder().toString());
    assertThat(again.status()).as(again.out() + again.err()).isZero();
    assertThat(summary(again)).isEqualTo(summary(first));
    assertThat(fates(again)).hasSize(37).containsOnly("known");
    assertThat(AtRest.told(program.folder())).isEqualTo(held);
  }

  @Test
  void aFolderInThePlatformsNamesBecomesTheSameWorld() throws Exception {
    LocalDate day = LocalDate.now(ZONE);
    ExampleFolder ours = ExampleFolder.copy(elsewhere.resolve("ours"), day);
    ExampleFolder theirs =
        ExampleFolder.copy(ExampleFolder.IN_PLATFORM_NAMES, elsewhere.resolve("theirs"), day);
    Program.Said said = program.run("takeover", theirs.folder().toString());
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(summary(said))
        .startsWith(
            "{\"accounts\":8,\"vehicles\":9,\"drivers\":7,\"registrations\":9,\"standing\":6,"
                + "\"lots\":1,\"withoutPapers\":1,\"faults\":0,\"leftOut\":{\"registrations\":{")
        .contains("\"vehicles[].shipmentStatus\":7", "\"assumed\"");
    Program straight = new Program("takeover-ours");
    try {
      assertThat(straight.run("takeover", ours.folder().toString()).status()).isZero();
      assertThat(AtRest.told(program.folder())).isEqualTo(AtRest.told(straight.folder()));
    } finally {
      straight.remove();
    }
    Program.Said again = program.run("takeover", ours.folder().toString());
    assertThat(again.status()).as(again.out() + again.err()).isZero();
    assertThat(summary(again)).contains("\"registrations\":9").doesNotContain("leftOut");
  }

  /// The first keeps the number; the others say which part of it they are.
  private static void assertPartsOfTheLot(List<String> held) {
    assertThat(held)
        .filteredOn(line -> line.contains("\"declarationNumber\":\"2026011300003\""))
        .singleElement()
        .asString()
        .contains("\"declarationId\":\"INV-20260113-00003\"", "49E-986.14")
        .doesNotContain("15H-420.08");
    assertThat(held)
        .filteredOn(line -> line.contains("\"declarationId\":\"2026011300003/2\""))
        .singleElement()
        .asString()
        .contains("15H-420.08");
    assertThat(held)
        .filteredOn(line -> line.contains("\"declarationId\":\"2026011300003/3\""))
        .singleElement()
        .asString()
        .contains("63C-570.23");
  }

  @Test
  void aFaultStopsEverythingUnlessItsLineIsLeft() throws Exception {
    ExampleFolder folder =
        ExampleFolder.copy(elsewhere.resolve("x"), LocalDate.now(ZONE))
            .spoil(FolderFile.ACCOUNTS, 2, "\"name\"", "\"nombre\"");
    Path absent = program.folder().resolve("absent");
    Program.Said checked = program.runOn(absent, "takeover", folder.folder().toString(), "--check");
    assertThat(checked.status()).as(checked.err()).isEqualTo(1);
    assertThat(checked.out()).contains("FIELD_MISSING");
    assertThat(absent).doesNotExist();
    Program.Said refused = program.run("takeover", folder.folder().toString());
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("nothing was taken over");
    assertThat(refused.out()).isEqualTo(checked.out());
    assertThat(AtRest.told(program.folder())).isEmpty();
    Program.Said rest = program.run("takeover", folder.folder().toString(), "--leave-faulty");
    assertThat(rest.status()).isEqualTo(1);
    assertThat(summary(rest))
        .isEqualTo(
            "{\"accounts\":7,\"vehicles\":8,\"drivers\":6,\"registrations\":8,\"standing\":6,"
                + "\"lots\":1,\"withoutPapers\":2,\"faults\":2}");
    folder.spoil(FolderFile.ACCOUNTS, 2, "\"nombre\"", "\"name\"");
    Program.Said whole = program.run("takeover", folder.folder().toString());
    assertThat(whole.status()).as(whole.out()).isZero();
    assertThat(summary(whole)).contains("\"registrations\":9", "\"withoutPapers\":1");
  }

  @Test
  void aRunThatIsKilledInTheMiddleGoesOnWhereItWas() throws Exception {
    Path folder = LargeFolder.write(elsewhere.resolve("large"), 300, 60, LocalDate.now(ZONE));
    Path out = elsewhere.resolve("out");
    Process killed = program.begin(out, "takeover", folder.toString());
    while (killed.isAlive() && lines(out) < 450) {
      Thread.sleep(5);
    }
    killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    long done = lines(out);
    Program.Said again = program.run("takeover", folder.toString());
    assertThat(again.status()).as(again.err()).isZero();
    System.out.printf("TakeoverTest: killed after %d lines of %d%n", done, fates(again).size());
    assertThat(done).isLessThan(fates(again).size());
    assertThat(fates(again)).contains("known", "taken");
    Program straight = new Program("takeover-straight");
    try {
      assertThat(straight.run("takeover", folder.toString()).status()).isZero();
      assertThat(AtRest.told(program.folder())).isEqualTo(AtRest.told(straight.folder()));
    } finally {
      straight.remove();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "clearway.long", matches = "true")
  void aWholeProvinceIsTakenOverInOneGo() throws Exception {
    Path folder = LargeFolder.write(elsewhere.resolve("large"), 2_092, 600, LocalDate.now(ZONE));
    long start = System.nanoTime();
    Program.Said said = program.run("takeover", folder.toString());
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertThat(said.status()).as(said.err()).isZero();
    System.out.printf("TakeoverTest: %s in %d s%n", summary(said), seconds);
    assertThat(summary(said))
        .isEqualTo(
            "{\"accounts\":2092,\"vehicles\":600,\"drivers\":600,\"registrations\":600,"
                + "\"standing\":600,\"lots\":0,\"withoutPapers\":0,\"faults\":0}");
  }

  @Test
  void aRevokedAccountStaysRevoked() throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), LocalDate.now(ZONE));
    assertThat(program.run("takeover", folder.folder().toString()).status()).isZero();
    String token = program.run("token", "--account", "0000000017").out().strip();
    assertThat(token).isNotEmpty();
    AtRest.on(
        program.folder(),
        (installation, hand) -> {
          UUID key = Taking.account("0000000017");
          assertThat(new Tokens(installation.folder()).find(token)).contains(key);
          long actor = hand.gate().published().world().authorities().find(key).orElseThrow().id();
          hand.order(new Command.OfAuthority(new AuthorityCommand.RevokeActor(actor)));
          return actor;
        });
    Program.Said again = program.run("takeover", folder.folder().toString());
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.out().lines().filter(line -> line.contains("\"faulty\"")))
        .singleElement()
        .asString()
        .contains("accounts.jsonl", "ACCOUNT_REVOKED");
    assertThat(program.run("token", "--account", "0000000017").status()).isEqualTo(2);
  }

  @Test
  void aRunningGateIsNotTakenOverInto() throws Exception {
    program.up("--demo", "off");
    Program.Said said = program.run("takeover", ExampleFolder.ORIGINAL.toString());
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err().strip())
        .isEqualTo("clearway: the gate runs on this data folder; stop it first");
    assertThat(said.out()).isEmpty();
  }

  private static long lines(Path out) throws IOException {
    if (!Files.exists(out)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(out)) {
      return lines.count();
    }
  }

  private static String summary(Program.Said said) {
    return said.out().lines().reduce("", (a, b) -> b);
  }

  private static List<String> fates(Program.Said said) {
    List<String> fates = new ArrayList<>();
    for (String line : said.out().lines().toList()) {
      if (line.contains("\"status\":\"")) {
        fates.add(line.replaceFirst(".*\"status\":\"([a-z_]+)\".*", "$1"));
      }
    }
    return fates;
  }
}
