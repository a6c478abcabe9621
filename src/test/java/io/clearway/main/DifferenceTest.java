package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.takeover.ExampleFolder;
import io.clearway.takeover.FolderFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The daily list says where two platforms that run side by side differ, and nothing else.
class DifferenceTest {

  /// The other platform has keys that cannot be taken over, and no papers of the sixth truck.
  private static final List<String> ALWAYS =
      List.of(
          "ONLY_HERE  ",
          "TIME 2026011400002 borderGuardAt",
          "TIME 2026011400002 customsAt",
          "TIME 2026011400009 customsAt");

  @TempDir Path elsewhere;
  private final Program program;

  DifferenceTest() throws IOException {
    program = new Program("difference");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void aSpoiledCopyDiffersExactlyWhereItIsSpoiled() throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), today());
    Program.Said taken = program.run("takeover", folder.folder().toString());
    assertThat(taken.status()).as(taken.out() + taken.err()).isZero();
    Path file = folder.file(FolderFile.REGISTRATIONS);
    Program.Said clean = program.run("difference", file.toString());
    assertThat(clean.status()).as(clean.err()).isZero();
    assertThat(differences(clean)).containsExactlyElementsOf(ALWAYS);
    assertThat(clean.out())
        .endsWith(
            "{\"there\":9,\"here\":10,\"matched\":9,\"onlyThere\":0,\"onlyHere\":1,\"fields\":0,"
                + "\"times\":3,\"states\":0,\"unreadable\":0}\n");
    spoil(folder);
    Program.Said said = program.run("difference", file.toString());
    assertThat(said.status()).as(said.err()).isZero();
    List<String> expected = new ArrayList<>(ALWAYS);
    expected.addAll(
        List.of(
            "FIELD 2026011300003/2 vehicles[0].tareKg",
            "FIELD 2026011300002 goodsGroups[0].goodsLines[0].productName",
            "FIELD 2026011300005 vehicles[0].driverName",
            "FIELD 2026011399999 borderGuardDeclarationNumber",
            "FIELD 2026011399999 declarationNumber",
            "TIME 2026011400002 yardEnteredAt",
            "STATE 2026011400009 ",
            "TIME 2026011400009 gateLeftAt",
            "ONLY_HERE 2026011400012 ",
            "ONLY_THERE 2026011488888 ",
            "UNREADABLE  "));
    assertThat(differences(said)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(said.out()).doesNotContain("Thử Nghiệm 37384", "Thử Nghiệm 99999");
    assertTolerance(file);
    assertDay(file);
    program.up("--demo", "off");
    assertThat(program.run("difference", file.toString()).out()).isEqualTo(said.out());
  }

  /// What the platform does not say is not compared, and a fault is named at its field.
  @Test
  void anExportInThePlatformsNamesIsComparedAsItIs() throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), today());
    folder.spoil(FolderFile.REGISTRATIONS, 3, "\"grossKg\":34420", "\"grossKg\":34421");
    assertThat(program.run("takeover", folder.folder().toString()).status()).isZero();
    ExampleFolder theirs =
        ExampleFolder.copy(ExampleFolder.IN_PLATFORM_NAMES, elsewhere.resolve("theirs"), today());
    Path file = theirs.file(FolderFile.REGISTRATIONS);
    Program.Said clean = program.run("difference", file.toString());
    assertThat(clean.status()).as(clean.err()).isZero();
    assertThat(differences(clean)).containsExactlyElementsOf(ALWAYS);
    theirs
        .spoil(FolderFile.REGISTRATIONS, 1, "OwnWeight\":15900", "OwnWeight\":15901")
        .spoil(FolderFile.REGISTRATIONS, 4, "CKHN", "CKTT")
        .spoil(FolderFile.REGISTRATIONS, 5, "\"numberHQ\"", "\"customsDeclarationNumber\"");
    Program.Said said = program.run("difference", file.toString());
    List<String> expected = new ArrayList<>(ALWAYS);
    expected.addAll(
        List.of(
            "FIELD 2026011300003/2 vehicles[0].tareKg",
            "UNREADABLE 2026011300001 ",
            "UNREADABLE 2026011300002 "));
    assertThat(differences(said)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(said.out())
        .contains("\"path\":\"gate.code\",\"code\":\"CODE_UNMAPPED\"")
        .contains("\"path\":\"goodsGroups[0].customsDeclarationNumber\",\"code\":\"MIXED_NAMES\"");
  }

  /// Each line in another way.
  private static void spoil(ExampleFolder folder) throws IOException {
    FolderFile file = FolderFile.REGISTRATIONS;
    String last = folder.lines(file).get(6);
    folder
        .spoil(file, 1, "\"tareKg\":15900", "\"tareKg\":15901")
        .spoil(file, 2, "08:31:00", "08:51:00")
        .spoil(file, 3, "\"gateLeftAt\":null", "\"gateLeftAt\":\"" + today() + "T01:00:00Z\"")
        .spoil(file, 4, "\"2026011300001\"", "\"2026011399999\"")
        .spoil(file, 4, "\"1301202600001\"", "\"1301202699999\"")
        .spoil(file, 5, "Vải dệt thoi sợi tổng hợp", "Vải dệt kim")
        .spoil(file, 6, "Thử Nghiệm 37384", "Thử Nghiệm 99999");
    List<String> lines = new ArrayList<>(folder.lines(file));
    lines.set(6, last.replace("2026011400012", "2026011488888").replace("F47550", "F47559"));
    lines.add("nonsense");
    Files.write(folder.file(file), lines);
  }

  private void assertTolerance(Path file) throws Exception {
    Program.Said said = program.run("difference", file.toString(), "--tolerance", "PT20M");
    assertThat(differences(said)).doesNotContain("TIME 2026011400002 yardEnteredAt");
    Program.Said wrong = program.run("difference", file.toString(), "--tolerance", "5");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err().strip()).isEqualTo("clearway: --tolerance must be a duration, as PT5M");
  }

  /// What only we hold counts when it is planned, seen or here on that day.
  private void assertDay(Path file) throws Exception {
    Program.Said today = program.run("difference", file.toString(), "--date", today().toString());
    assertThat(differences(today)).contains("ONLY_HERE 2026011400012 ", "ONLY_HERE  ");
    String before = today().minusDays(2).toString();
    Program.Said said = program.run("difference", file.toString(), "--date", before);
    assertThat(differences(said)).doesNotContain("ONLY_HERE 2026011400012 ");
  }

  private static List<String> differences(Program.Said said) {
    List<String> found = new ArrayList<>();
    for (String line : said.out().lines().toList()) {
      JsonNode json = JsonMapper.shared().readTree(line);
      if (json.has("kind")) {
        String number = json.path("declarationNumber").asString();
        found.add(
            json.path("kind").asString() + " " + number + " " + json.path("field").asString(""));
      }
    }
    return found;
  }

  private static LocalDate today() {
    return LocalDate.now(TakeoverTest.ZONE);
  }
}
