package io.clearway.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Subject;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Subjects;
import io.clearway.link.site.SiteReader;
import io.clearway.site.Site;
import io.clearway.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/// Every fault of a folder is named at its file, line and field, and nothing else is.
class FolderFaultsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
  private static final Instant NOW = Instant.parse("2026-01-15T01:00:00Z");
  private static final Subjects PLAIN =
      (kind, value) -> {
        UUID id = UUID.nameUUIDFromBytes((kind + value).getBytes(StandardCharsets.UTF_8));
        return new Subject(id.getMostSignificantBits(), id.getLeastSignificantBits());
      };

  @TempDir Path elsewhere;

  @Test
  void theExampleHasNoFaultAndIsCountedWhole() throws Exception {
    Judge.Judgement judgement = judge(ExampleFolder.ORIGINAL);
    assertThat(faults(judgement)).isEmpty();
    assertThat(judgement.faultless()).isTrue();
    assertThat(TakeoverJson.summary(judgement.lines(), judgement.after()).toString())
        .isEqualTo(
            "{\"accounts\":8,\"vehicles\":9,\"drivers\":7,\"registrations\":9,\"standing\":6,"
                + "\"lots\":1,\"withoutPapers\":1,\"faults\":0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACCOUNTS | 8 | {"taxCode" | "taxCode" | | JSON_MALFORMED
          ACCOUNTS | 2 | "name" | "nombre" | name | FIELD_MISSING
          ACCOUNTS | 8 | 0000000017 | 00000017 | taxCode | TAX_CODE_FORMAT
          ACCOUNTS | 8 | Công ty TNHH Giả Định 17 | ` ` | name | FIELD_MISSING
          ACCOUNTS | 8 | 0000000017 | 0000009143 | taxCode | ACCOUNT_TWICE
          VEHICLES | 2 | 0000009143 | 0000000055 | taxCode | ACCOUNT_MISSING
          VEHICLES | 2 | 15H-420.08 | 15H-42 | plateNumber | PLATE_FORMAT
          VEHICLES | 2 | 15H-420.08 | 15Н-420.08 | plateNumber | PLATE_LOOKALIKE_CHARACTER
          VEHICLES | 2 | 15H-420.08 | 49E98614 | plateNumber | KEPT_TWICE
          VEHICLES | 2 | 15900 | 15.9 | tareKg | WEIGHT_UNIT_TONNES
          VEHICLES | 2 | "tareKg" | "tare" | tare | UNKNOWN_FIELD
          VEHICLES | 1 | 2026-12-31 | 31.12.2026 | permitValidTo | DATE_FORMAT
          DRIVERS | 3 | "driverPhone" | "phone" | driverPhone | FIELD_MISSING
          DRIVERS | 3 | DRIVING_LICENCE | LICENCE | driverDocuments[0].kind | UNKNOWN_WORD
          DRIVERS | 3 | 2027-06-30 | 2027-06-31 | driverDocuments[0].validTo | DATE_FORMAT
          REGISTRATIONS | 2 | "2026011400002" | null | declarationNumber | NUMBER_MISSING
          REGISTRATIONS | 3 | 400009" | 400002" | declarationNumber | DUPLICATE_DECLARATION_NUMBER
          REGISTRATIONS | 2 | At":null} | At":"2026-01-14T20:00:00Z"} | gateLeftAt | ALREADY_LEFT
          REGISTRATIONS | 2 | T07:05:00+07:00 | T07:05:00 | customsAt | TIME_WITHOUT_OFFSET
          REGISTRATIONS | 2 | "gateCode":"HN" | "gateCode":"XX" | gateCode | GATE_UNKNOWN
          REGISTRATIONS | 1 | 63C-570.23 | 63C-57 | vehicles[2].plateNumber | PLATE_FORMAT
          REGISTRATIONS | 1 | 63C-570.23 | 15H-420.08 | vehicles[2].plateNumber | REGISTERED_TWICE
          STOCKTAKE | 1 | since | when | | STOCKTAKE_COLUMNS
          STOCKTAKE | 3 | ,GATE | GATE | | STOCKTAKE_COLUMNS
          STOCKTAKE | 3 | GATE | "GATE | | STOCKTAKE_COLUMNS
          STOCKTAKE | 3 | HN | XX | gate | GATE_UNKNOWN
          STOCKTAKE | 3 | EXPORT | OUT | direction | UNKNOWN_WORD
          STOCKTAKE | 2 | XUAN_CUONG | NOWHERE | where | YARD_UNKNOWN
          STOCKTAKE | 2 | XUAN_CUONG | BAO_NGUYEN | where | YARD_ELSEWHERE
          STOCKTAKE | 3 | 2026-01-14 | 2026-01-16 | since | COUNTED_LATER
          STOCKTAKE | 3 | 17:40:00+07:00 | 17:40:00 | since | TIME_WITHOUT_OFFSET
          STOCKTAKE | 2 | 08:31:00 | 06:31:00 | yardSince | YARD_TIME
          STOCKTAKE | 3 | 79C-693.49 | 49C09925 | plate | STANDS_TWICE
          STOCKTAKE | 3 | 79C-693.49 | 79С-693.49 | plate | PLATE_LOOKALIKE_CHARACTER
          STOCKTAKE | 3 | 79C-693.49 | 79C-693.49-and-more-than-is-room-for | plate | PLATE_LENGTH
          """)
  void oneSpoiledPlaceIsNamedAtItsFileLineAndField(ArgumentsAccessor row) throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), DAY);
    FolderFile file = FolderFile.valueOf(text(row, 0));
    int line = Integer.parseInt(text(row, 1));
    folder.spoil(file, line, text(row, 2), text(row, 3));
    assertThat(faults(judge(folder.folder())))
        .contains(file.file() + ":" + line + " " + text(row, 4) + " " + text(row, 5))
        .allMatch(fault -> fault.startsWith(file.file() + ":" + line + " "));
  }

  private static String text(ArgumentsAccessor row, int column) {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  @Test
  void allFaultsAreNamedAtOnceAndWhatDependsOnThemIsLeftOut() throws Exception {
    ExampleFolder folder =
        ExampleFolder.copy(elsewhere.resolve("x"), DAY)
            .spoil(FolderFile.ACCOUNTS, 2, "\"name\"", "\"nombre\"")
            .spoil(FolderFile.VEHICLES, 1, "16380", "-")
            .spoil(FolderFile.REGISTRATIONS, 3, "\"VT6\"", "\"VT99\"")
            .spoil(FolderFile.STOCKTAKE, 4, "HN", "XX");
    Files.delete(folder.file(FolderFile.DRIVERS));
    Judge.Judgement judgement = judge(folder.folder());
    assertThat(faults(judgement))
        .containsExactly(
            "accounts.jsonl:2 name FIELD_MISSING",
            "accounts.jsonl:2 nombre UNKNOWN_FIELD",
            "vehicles.jsonl:1  JSON_MALFORMED",
            "drivers.jsonl:0  FILE_MISSING",
            "registrations.jsonl:3 vehicles[0].vehicleClass VEHICLE_CLASS_UNKNOWN",
            "stocktake.csv:4 gate GATE_UNKNOWN");
    assertThat(judgement.lines())
        .filteredOn(line -> line.fate() == Judged.Fate.LEFT_OUT)
        .extracting(line -> line.deed().file() + " " + line.deed().line())
        .containsExactly("VEHICLES 4", "REGISTRATIONS 2");
  }

  @Test
  void moreThanACompanyKeepsIsAFaultOfTheLineThatIsTooMuch() throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), DAY);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add("{\"taxCode\":\"0000000017\",\"plateNumber\":\"29C-%05d\"}".formatted(i));
    }
    Files.write(folder.file(FolderFile.VEHICLES), many);
    assertThat(faults(judge(folder.folder())))
        .containsExactly("vehicles.jsonl:300  TOO_MANY_PRESETS");
  }

  @Test
  void aLineThatIsTooLongIsAFault() throws Exception {
    String long2000 = "x".repeat(1_999);
    ExampleFolder folder =
        ExampleFolder.copy(elsewhere.resolve("x"), DAY)
            .spoil(FolderFile.ACCOUNTS, 3, "phố Thử Nghiệm", long2000)
            .spoil(FolderFile.ACCOUNTS, 8, "Công ty TNHH Giả Định 17", "x".repeat(121))
            .spoil(FolderFile.VEHICLES, 1, "INV-BH-000017", long2000);
    assertThat(faults(judge(folder.folder())))
        .containsExactly(
            "accounts.jsonl:3 address TEXT_TOO_LONG",
            "accounts.jsonl:8 name COMPANY_NAME",
            "vehicles.jsonl:1  LINE_TOO_LARGE");
  }

  @Test
  void aStocktakeMayHaveSemicolonsAndQuotesAsSpreadsheetsWriteThem() throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), DAY);
    List<String> lines = new ArrayList<>();
    for (String line : folder.lines(FolderFile.STOCKTAKE)) {
      lines.add("\"" + line.replace(",", "\" ;\"") + "\"\r");
    }
    Files.write(folder.file(FolderFile.STOCKTAKE), lines);
    Judge.Judgement judgement = judge(folder.folder());
    assertThat(faults(judgement)).isEmpty();
    assertThat(TakeoverJson.summary(judgement.lines(), judgement.after()).path("standing").asInt())
        .isEqualTo(6);
  }

  static Judge.Judgement judge(Path folder) throws IOException {
    List<Deed> deeds = new FolderReader(PLAIN, () -> NOW).read(folder);
    return Judge.of(World.empty(), site(), deeds, NOW);
  }

  static List<String> faults(Judge.Judgement judgement) {
    List<String> said = new ArrayList<>();
    for (Judged line : judgement.lines()) {
      for (Violation v : line.faults()) {
        String at = line.deed().file().file() + ":" + line.deed().line();
        said.add(at + " " + v.path() + " " + v.code());
      }
    }
    return said;
  }

  static Site site() throws IOException {
    try (InputStream in = FolderFaultsTest.class.getResourceAsStream("/sites/lang-son.json")) {
      return ((SiteReader.Reading.Read) SiteReader.read(Objects.requireNonNull(in).readAllBytes()))
          .site();
    }
  }
}
