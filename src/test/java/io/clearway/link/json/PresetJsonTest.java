package io.clearway.link.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Subject;
import io.clearway.registration.Preset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// A kept part of a form, taken apart and put together.
class PresetJsonTest {

  private final PresetJson presets = new PresetJson(Declarations::subject);

  @Test
  void everyRowOfTheSampleComesBackAsItWasKept() {
    for (ObjectNode row : Declarations.sample()) {
      List<Preset.Leaf> leaves = presets.read(row).orElseThrow();
      assertThat(PresetJson.write(preset(leaves)).toString()).isEqualTo(dense(row).toString());
    }
  }

  /// A list without items has no value to keep.
  private static ObjectNode dense(ObjectNode row) {
    ObjectNode dense = row.deepCopy();
    if (dense.get("linkedDeclarationIds").isEmpty()) {
      dense.remove("linkedDeclarationIds");
    }
    return dense;
  }

  @Test
  void everyPersonalValueOfARowIsKeptAsThatPersons() {
    ObjectNode row = Declarations.sample().getFirst();
    Map<String, Subject> whose = new TreeMap<>();
    for (Preset.Leaf leaf : presets.read(row).orElseThrow()) {
      if (leaf instanceof Preset.Leaf.Private(String path, var json)) {
        whose.put(path, json.subject());
      }
    }
    String id = row.get("vehicles").get(0).get("driverIdNumber").stringValue();
    Subject driver = Declarations.subject("person", id);
    assertThat(whose)
        .containsEntry("vehicles[0].driverName", driver)
        .containsEntry("vehicles[0].driverPhone", driver)
        .containsEntry("vehicles[0].driverIdNumber", driver)
        .containsKeys(
            "declarant.phone",
            "declarant.email",
            "feePayer.phone",
            "procedureOfficerName",
            "procedureOfficerPhone",
            "vehicles[0].coDriverName",
            "vehicles[0].plateNumber",
            "vehicles[0].plateNormalised",
            "vehicles[0].trailerNumber");
    assertThat(whose).doesNotContainKeys("declarant.name", "vehicles[0].tareKg", "gateCode");
  }

  @Test
  void peopleBesideTheDriverAreKeptAsTheirOwn() {
    ObjectNode content =
        Declarations.parse(
            """
            {"coDrivers":[{"name":"Phụ","idNumber":"999000000001",
              "documents":[{"kind":"PASSPORT","number":"P1234567"}]}],
             "residents":[{"name":"Cư Dân","valueVnd":1}]}
            """);
    assertThat(presets.read(content).orElseThrow())
        .filteredOn(leaf -> leaf instanceof Preset.Leaf.Private)
        .extracting(Preset.Leaf::path)
        .contains(
            "coDrivers[0].name",
            "coDrivers[0].idNumber",
            "coDrivers[0].documents[0].number",
            "residents[0].name");
  }

  @Test
  void tooDeepTooLongAndOddNamesAreNotKept() {
    assertThat(presets.read(Declarations.parse("{\"a\":".repeat(10) + "1" + "}".repeat(10))))
        .isEmpty();
    assertThat(presets.read(Declarations.parse("{\"a\":\"" + "x".repeat(2_001) + "\"}"))).isEmpty();
    assertThat(presets.read(Declarations.parse("{\"a b\":1}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.b[0].c | true  | {"x":1,"a":{"b":[{"c":7}]}}
          x        | true  | {"x":7}
          x.y      | false | {"x":1}
          a[1]     | false | {"x":1,"a":[]}
          """)
  void aValueIsPutAtItsPath(String path, boolean put, String after) {
    ObjectNode root = Declarations.parse("{\"x\":1}");
    assertThat(JsonPaths.put(root, path, Declarations.parse("{\"v\":7}").get("v"))).isEqualTo(put);
    assertThat(root.toString()).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({"a..b", "a[", "a[-1]", "'a b'", "9", "a.", ".a", "a[1000]", "''"})
  void whatIsNoPathIsNone(String path) {
    assertThat(JsonPaths.isPath(path)).isFalse();
  }

  private static Preset preset(List<Preset.Leaf> leaves) {
    return new Preset(1, new UUID(0, 1), 2, Preset.Kind.TEMPLATE, "x", Instant.EPOCH, leaves);
  }
}
