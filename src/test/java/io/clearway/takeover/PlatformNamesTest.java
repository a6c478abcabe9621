package io.clearway.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.link.json.JsonText;
import io.clearway.registration.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A row in the names of the platform in use says what the same row in ours says.
class PlatformNamesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  /// What the export of the platform says in the example and has no place here.
  private static final String LEFT_OUT =
      "{\"registrations\":{\"changeVehicle\":1,\"chinaRegistrationType\":3,\"createdUser\":5,"
          + "\"declarant.address\":5,\"exportImportTypeId\":5,\"feePayer.address\":5,"
          + "\"goodsGroups[].createAreaHQ\":5,\"goodsGroups[].goodsLines[].currencyType\":5,"
          + "\"isUpdatedPackingList\":5,\"paymentType\":5,\"vehicles[].feeRate\":7,"
          + "\"vehicles[].goodsCategoryId\":7,\"vehicles[].price\":7,"
          + "\"vehicles[].shipmentStatus\":7}}";

  private static final String ASSUMED =
      "{\"registrations\":{\"linkedDeclarationIds\":4,\"transshipmentPlanned\":4,"
          + "\"vehicles[].grossKg\":7}}";

  @TempDir Path elsewhere;

  @Test
  void theExampleInThePlatformsNamesAsksForTheVerySame() throws Exception {
    Judge.Judgement ours = FolderFaultsTest.judge(ExampleFolder.ORIGINAL);
    Judge.Judgement theirs = FolderFaultsTest.judge(ExampleFolder.IN_PLATFORM_NAMES);
    assertThat(FolderFaultsTest.faults(theirs)).isEmpty();
    assertThat(asked(theirs)).hasSameSizeAs(asked(ours)).hasSizeGreaterThan(40);
    for (int i = 0; i < asked(ours).size(); i++) {
      assertThat(asked(theirs).get(i)).isEqualTo(asked(ours).get(i));
    }
    String registrations =
        Files.readString(ExampleFolder.IN_PLATFORM_NAMES.resolve("registrations.jsonl"));
    assertThat(registrations.lines().filter(line -> line.contains("numberOfDeclaration\"")))
        .hasSize(5);
  }

  /// By whom, and the command as a value.
  private static List<List<Object>> asked(Judge.Judgement judgement) {
    List<List<Object>> asked = new ArrayList<>();
    for (Judged line : judgement.lines()) {
      line.deed().steps().forEach(step -> asked.add(List.of(step.by(), step.command())));
    }
    return asked;
  }

  @Test
  void whatHasNoPlaceAndWhatIsNotSaidIsCountedByFileAndField() throws Exception {
    JsonNode summary = summary(FolderFaultsTest.judge(ExampleFolder.IN_PLATFORM_NAMES));
    assertThat(summary.path("registrations").asInt()).isEqualTo(9);
    assertThat(summary.path("leftOut").toString()).isEqualTo(LEFT_OUT);
    assertThat(summary.path("assumed").toString()).isEqualTo(ASSUMED);
    ExampleFolder folder =
        copy()
            .spoil(FolderFile.VEHICLES, 1, "{", "{\"insuranceApproval\":true,")
            .spoil(FolderFile.VEHICLES, 1, "\"numberOfMooc\"", "\"numberOfTrailer\":\"1R-2\",$0")
            .spoil(FolderFile.REGISTRATIONS, 2, "\"type\":1", "\"type\":7");
    JsonNode less = summary(FolderFaultsTest.judge(folder.folder()));
    assertThat(less.path("leftOut").path("vehicles").toString())
        .isEqualTo("{\"insuranceApproval\":1,\"numberOfTrailer\":1}");
    assertThat(less.path("leftOut").path("registrations").path("paymentType").asInt()).isEqualTo(4);
  }

  private static JsonNode summary(Judge.Judgement judgement) {
    return TakeoverJson.summary(judgement.lines(), judgement.after());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          V | 2 | 15900 | 15.9 | loadDueToOwnWeight | WEIGHT_UNIT_TONNES
          V | 2 | "VN" | "LA" | vehicleNationalityType | CODE_UNMAPPED
          V | 2 | "numberOfMooc" | "mooc" | mooc | UNKNOWN_FIELD
          V | 2 | 15H-420.08 | 49E98614 | plateNumber | KEPT_TWICE
          D | 3 | "999595678952" | null | driverCMND | FIELD_MISSING
          R | 2 | "2026011400002" | null | numberOfDeclaration | NUMBER_MISSING
          R | 3 | 400009" | 400002" | numberOfDeclaration | DUPLICATE_DECLARATION_NUMBER
          R | 2 | "type":1 | "type":2 | type | CODE_UNMAPPED
          R | 2 | "type":1 | "type":null | type | FIELD_MISSING
          R | 2 | CKHN | CKTT | gate.code | CODE_UNMAPPED
          R | 2 | "code":"CKHN" | "code":"" | gate.code | FIELD_MISSING
          R | 2 | {"code":"CKHN","name":"Hữu Nghị"} | 7 | gate | WRONG_TYPE
          R | 2 | "name":"Hữu Nghị" | "colour":"red" | gate.colour | UNKNOWN_FIELD
          R | 2 | "2026-01-15" | "15/01/2026" | arrivalDate | DATE_FORMAT
          R | 2 | Date":"2026-01-15" | Date":"" | arrivalDate | FIELD_MISSING
          R | 2 | "08:33" | "8h33" | arrivalTime | TIME_INVALID
          R | 2 | "08:33" | null | arrivalTime | FIELD_MISSING
          R | 2 | "2026-01-15" | "2026-01-10" | arrivalDate | ARRIVAL_BEFORE_CREATION
          R | 2 | 00:43:36 | 0:43 | createDate | TIME_INVALID
          R | 2 | "outside" | "roof" | parkingPosition | CODE_UNMAPPED
          R | 2 | Goods":0 | Goods":2 | isStorageGoods | WRONG_TYPE
          R | 2 | Weight":21.88 | Weight":"21.88" | totalWeight | WEIGHT_AS_TEXT
          R | 2 | "308434943230" | "30843494323" | G.numberHQ | CUSTOMS_NUMBER_LENGTH
          R | 2 | "TNE" | "LBR" | G.weightUnit | CODE_UNMAPPED
          R | 2 | 21.88,"weightU | 21.8804,"weightU | G.weight | WEIGHT_UNIT_TONNES
          R | 2 | nameProduct | name | L.nameProduct | FIELD_MISSING
          R | 2 | nameProduct | name | L.name | UNKNOWN_FIELD
          R | 2 | "08106000" | "" | L.hsCode | HS_MISSING
          R | 2 | Type":"VT6" | Type":"VT99" | V.vehicleType | VEHICLE_CLASS_UNKNOWN
          R | 2 | "999532605588" | "." | V.driverCMND | DRIVER_ID_PLACEHOLDER
          R | 2 | "999532605588" | "," | V.driverCMND | DRIVER_ID_PLACEHOLDER
          R | 2 | Driver":1 | Driver":"yes" | V.specializedDriver | WRONG_TYPE
          R | 1 | "loadDueToOwnWeight":15900, | ` ` | vehicles[1].loadDueToOwnWeight | FIELD_MISSING
          R | 1 | 63C-570.23 | 15H-420.08 | vehicles[2].plateNumber | REGISTERED_TWICE
          R | 1 | "vehicles":[ | "vehicles":[7, | vehicles[0] | WRONG_TYPE
          R | 2 | "vehicles":[ | "shipmentstatus":3,"vehicles":[ | shipmentstatus | UNKNOWN_FIELD
          R | 2 | At":null} | At":"2026-01-14T20:00:00Z"} | gateLeftAt | ALREADY_LEFT
          R | 2 | "numberHQ" | "customsDeclarationNumber" | G.customsDeclarationNumber | MIXED_NAMES
          R | 6 | "gateCode":"TT" | "gate":{"code":"TT"} | gate | MIXED_NAMES
          D | 3 | "driverPhone" | "driverIdNumber":"1","driverPhone" | driverIdNumber | MIXED_NAMES
          """)
  void oneSpoiledPlaceIsNamedAtThePlatformsField(ArgumentsAccessor row) throws Exception {
    FolderFile file =
        switch (text(row, 0)) {
          case "V" -> FolderFile.VEHICLES;
          case "D" -> FolderFile.DRIVERS;
          default -> FolderFile.REGISTRATIONS;
        };
    String path =
        text(row, 4)
            .replaceFirst("^V\\.", "vehicles[0].")
            .replaceFirst("^G\\.", "goodsGroups[0].")
            .replaceFirst("^L\\.", "goodsGroups[0].goodsLines[0].");
    int line = Integer.parseInt(text(row, 1));
    ExampleFolder folder = copy().spoil(file, line, text(row, 2), text(row, 3));
    String at = file.file() + ":" + line + " ";
    List<String> faults = FolderFaultsTest.faults(FolderFaultsTest.judge(folder.folder()));
    assertThat(faults).contains(at + path + " " + text(row, 5));
    boolean renamed = text(row, 2).equals("nameProduct");
    assertThat(faults).as("no echo").hasSize(renamed ? 2 : 1);
  }

  private static String text(ArgumentsAccessor row, int column) {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private ExampleFolder copy() throws IOException {
    return ExampleFolder.copy(ExampleFolder.IN_PLATFORM_NAMES, elsewhere.resolve("x"), DAY);
  }

  @Test
  void anUnmappedGateSaysWhichCodesAreKnownAndForWhomNoneIs() throws Exception {
    ExampleFolder folder = copy().spoil(FolderFile.REGISTRATIONS, 2, "CKHN", "CKTT");
    assertThat(FolderFaultsTest.judge(folder.folder()).lines())
        .filteredOn(line -> !line.faults().isEmpty())
        .singleElement()
        .extracting(line -> line.faults().getFirst().message())
        .isEqualTo("Known is CKHN (HN). What stands for TT, COC, CM is not known.");
  }

  @Test
  void bothHalvesOfAnArrivalAreNamedAtOnce() throws Exception {
    ExampleFolder folder =
        copy()
            .spoil(FolderFile.REGISTRATIONS, 2, "\"2026-01-15\"", "\"tomorrow\"")
            .spoil(FolderFile.REGISTRATIONS, 2, "\"08:33\"", "\"early\"");
    assertThat(FolderFaultsTest.faults(FolderFaultsTest.judge(folder.folder())))
        .containsExactly(
            "registrations.jsonl:2 arrivalDate DATE_FORMAT",
            "registrations.jsonl:2 arrivalTime TIME_INVALID");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"numberOfMooc":"29R-901.01"} | T | "29R-901.01" | {}
          {"numberOfTrailer":"29R-901.02"} | T | "29R-901.02" | {}
          {"numberOfTrailer":"29R-901.02","numberOfMooc":null} | T | "29R-901.02" | {}
          {"numberOfTrailer":"29R90101","numberOfMooc":"29R 90101"} | T | "29R 90101" | {}
          {"numberOfTrailer":"2","numberOfMooc":"1"} | T | "1" | {vehicles[].numberOfTrailer=1}
          {"specializedDriver":true,"plateLines":2} | dedicatedDriver | true | {}
          {"price":0,"driverCMND":"1"} | plateLines | 0 | {vehicles[].price=1}
          {"loadDueToOwnWeight":16000,"goodsKg":18500} | grossKg | 34500 | {}
          {"loadDueToOwnWeight":16000,"goodsKg":18500,"grossKg":1} | grossKg | 1 | {}
          {"loadDueToOwnWeight":1e900000000,"goodsKg":18500} | grossKg | 18500 | {}
          """)
  void aVehicleIsReadAsItsTableSays(ArgumentsAccessor row) {
    byte[] text = text(row, 0).getBytes(StandardCharsets.UTF_8);
    JsonNode vehicle = ((JsonText.Reading.Parsed) JsonText.parse(text, FolderReader.LINE)).node();
    ObjectNode line = JsonMapper.shared().createObjectNode().put("numberOfDeclaration", "1");
    line.putArray("vehicles").add(vehicle);
    PlatformNames.Told told = PlatformNames.of(FolderFile.REGISTRATIONS).told(line);
    JsonNode read = told.row().path("vehicles").path(0);
    assertThat(read.path(text(row, 1).replaceFirst("^T$", "trailerNumber")).toString())
        .isEqualTo(text(row, 2));
    assertThat(told.leftOut().toString()).isEqualTo(text(row, 3));
  }

  @Test
  void eachFieldOfARegistrationCanComeFromThePlatform() {
    List<String> missing = new ArrayList<>();
    for (String field : Field.names()) {
      String there = PlatformNames.of(FolderFile.REGISTRATIONS).theirs(field, Map.of());
      boolean shared = PlatformNames.of(FolderFile.REGISTRATIONS).find(there).isPresent();
      if (!shared && !PlatformNames.of(FolderFile.REGISTRATIONS).holds(there) && !within(there)) {
        missing.add(field);
      }
    }
    assertThat(missing).isEmpty();
  }

  /// What is taken as a whole is not in the table leaf by leaf.
  private static boolean within(String path) {
    return path.startsWith("quarantine.");
  }

  @Test
  void eachGateOfTheSiteHasItsCodeOrIsMarkedUnknown() throws Exception {
    assertThat(FolderFaultsTest.site().places().lines())
        .extracting(gate -> gate.code())
        .containsExactlyInAnyOrderElementsOf(
            PlatformNames.of(FolderFile.REGISTRATIONS).codes("gate").stream()
                .map(PlatformNames.Code::ours)
                .toList());
  }

  @Test
  void aRowWithoutANameThatTellsIsInOurs() {
    JsonNode row = JsonMapper.shared().readTree("{\"id\":1,\"vehicles\":[{\"rfidTag\":\"x\"}]}");
    assertThat(PlatformNames.of(FolderFile.REGISTRATIONS).told(row))
        .isEqualTo(PlatformNames.Told.ours(row));
  }
}
