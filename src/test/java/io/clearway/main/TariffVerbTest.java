package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// F-2: tariffs of the province and of yards, when a gate starts, at rest and while it runs.
class TariffVerbTest {

  private static final String DEMO = "demo-yard-xuan-cuong";

  @TempDir Path elsewhere;
  private final Program program;

  TariffVerbTest() throws IOException {
    program = new Program("tariff-verb");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static JsonNode said(Program.Said said) {
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    return json(said.out());
  }

  private String file(String name, String issuer) throws IOException {
    String text = Files.readString(Path.of("src/main/resources/tariffs/" + DEMO + ".json"));
    Path file = elsewhere.resolve(name);
    Files.writeString(file, text.replace("\"XUAN_CUONG\"", "\"" + issuer + "\""));
    return file.toString();
  }

  @Test
  void aYardsTariffIsPreviewedAndAdoptedAtRestAndWhileTheGateRuns() throws Exception {
    assertThat(program.run("import", "docs/examples/lot-of-20.csv").status()).isZero();
    JsonNode check = said(program.run("tariff", DEMO, "--check"));
    assertThat(check.path("issuer").asString("")).isEqualTo("XUAN_CUONG");
    assertThat(check.path("assumed").asInt(0)).isEqualTo(4);
    assertThat(check.path("adopted").asBoolean(true)).isFalse();
    assertThat(said(program.run("tariff", DEMO)).path("held").asBoolean(true)).isFalse();
    String chiMa = file("a.json", "CHI_MA_YARD");
    file("b.json", "BAO_NGUYEN");
    Files.writeString(elsewhere.resolve("readme.txt"), "no tariff", StandardCharsets.UTF_8);
    program.up("--demo", "off", "--tariff", "lang-son", "--tariff", elsewhere.toString());
    assertThat(said(program.run("tariff", DEMO)).path("held").asBoolean(false)).isTrue();
    assertThat(said(program.run("tariff", chiMa, "--check")).path("held").asBoolean(false))
        .isTrue();
    JsonNode other = said(program.run("tariff", file("c.json", "COC_NAM_YARD")));
    assertThat(other.path("held").asBoolean(true)).isFalse();
    assertThat(other.path("adopted").asBoolean(false)).isTrue();
    try (Ask ask = program.operator()) {
      List<String> issuers = new ArrayList<>();
      ask.get("/tariffs")
          .body()
          .path("items")
          .forEach(one -> issuers.add(one.path("issuer").asString("")));
      assertThat(issuers)
          .containsExactly("XUAN_CUONG", "PUBLIC", "CHI_MA_YARD", "BAO_NGUYEN", "COC_NAM_YARD");
    }
  }

  @Test
  void everyMistakeOfEveryFileIsNamedAndNothingStarted() throws Exception {
    file("a.json", "CHI_MA");
    file("b.json", "bao");
    Program.Said up = program.run("up", "--demo", "off", "--tariff", elsewhere.toString());
    assertThat(up.status()).isEqualTo(2);
    assertThat(up.err()).contains("a.json is wrong", "line 3, issuer: There is no such yard.");
    assertThat(up.err()).contains("b.json is wrong");
    Program.Said one = program.run("tariff", elsewhere.resolve("a.json").toString());
    assertThat(one.status()).isEqualTo(1);
    assertThat(json(one.out()).path("line").asInt(0)).isEqualTo(3);
    assertThat(json(one.out()).path("field").asString("")).isEqualTo("issuer");
  }
}
