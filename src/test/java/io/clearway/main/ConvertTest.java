package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {

  private static final Path DAY = Path.of("src", "main", "resources", "day", "declarations.jsonl");
  private static final String LOT = "docs/examples/lot-of-20.csv";

  @TempDir Path folder;

  @Test
  void aLotIsTheSameInEveryFormat() throws IOException {
    String xlsx = folder.resolve("lot.xlsx").toString();
    String jsonl = folder.resolve("lot.jsonl").toString();
    String csv = folder.resolve("lot.csv").toString();
    String again = folder.resolve("again.jsonl").toString();
    assertThat(convert(LOT, "--to", jsonl)).isEmpty();
    assertThat(convert(jsonl, "--to", xlsx)).isEmpty();
    assertThat(convert(xlsx, "--to", csv)).isEmpty();
    assertThat(convert(csv, "--to", again)).isEmpty();
    assertThat(Path.of(again)).hasSameTextualContentAs(Path.of(jsonl));
    assertThat(Files.readAllLines(Path.of(jsonl))).hasSize(20);
  }

  @Test
  void withoutAFileItIsAnEmptySheet() throws IOException {
    Path sheet = folder.resolve("empty.csv");
    assertThat(convert("--to", sheet.toString())).isEmpty();
    assertThat(Files.readString(sheet)).startsWith("\uFEFFdeclarationId,").hasLineCount(1);
  }

  @Test
  void whatCannotBeWrittenIsSaidWithItsPlace() throws IOException {
    String first = Files.readAllLines(DAY).getFirst();
    Path rows = folder.resolve("rows.jsonl");
    Files.write(rows, List.of(first, "nonsense", first.replace("\"gateCode\"", "\"gatecode\"")));
    assertThat(convert(rows.toString(), "--to", folder.resolve("rows.csv").toString()))
        .contains("\"line\":2", "JSON_MALFORMED", "\"line\":3", "NOT_IN_LAYOUT", "gatecode");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path there = Files.writeString(folder.resolve("there.csv"), "precious");
    assertThatThrownBy(() -> convert(LOT, "--to", there.toString()))
        .isInstanceOf(Arguments.WrongUse.class)
        .hasMessageContaining("is there already");
    assertThatThrownBy(() -> convert(LOT, "--to", folder.resolve("lot.ods").toString()))
        .isInstanceOf(Arguments.WrongUse.class);
    assertThat(there).hasContent("precious");
  }

  private static String convert(String... words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] all = new String[words.length + 1];
    all[0] = "convert";
    System.arraycopy(words, 0, all, 1, words.length);
    ConvertVerb.run(
        Arguments.parse(List.of(all)), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
