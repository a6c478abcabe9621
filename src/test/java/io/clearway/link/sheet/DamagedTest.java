package io.clearway.link.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files with random damage: whatever is in them, reading says faults and throws nothing.
class DamagedTest {

  private static final int ROUNDS = Boolean.getBoolean("clearway.long") ? 5_000 : 300;
  private static final List<String> PARTS =
      List.of(
          "xl/workbook.xml",
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/_rels/workbook.xml.rels",
          "_rels/.rels");
  private static final String[] PIECES = {
    "<",
    ">",
    "\"",
    "'",
    "&",
    "&amp;",
    "]]>",
    "<row>",
    "</row>",
    "<c>",
    "</c>",
    "<v>9e99</v>",
    "t=\"s\"",
    "r=\"A1\"",
    "r=\"\"",
    " ",
    "\n",
    ",",
    ";",
    "9",
    "-",
    "E+",
    "\u0001",
    "\uFFFE",
    "桂",
    "<is>",
    "s=\"1\""
  };

  @TempDir Path folder;

  @Test
  void damagedPartsOfAWorkbookAreFaults() throws IOException {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      Archive archive = new Archive(Table.ofExamples());
      archive.texts("<si><t>a</t></si><si><r><t>b</t></r></si>");
      archive.styles("<numFmts><numFmt numFmtId=\"164\" formatCode=\"d\"/></numFmts><cellXfs/>");
      String part = PARTS.get(random.nextInt(PARTS.size()));
      archive.part(part, damaged(archive.part(part), random));
      Path file = archive.write(folder);
      assertSaysSomething(file, Format.XLSX, seed);
      Files.delete(file);
    }
  }

  @Test
  void damagedBytesAreFaults() throws IOException {
    byte[] workbook = Files.readAllBytes(Table.ofExamples().write(folder, Format.XLSX));
    byte[] csv = Table.ofExamples().csv(",").getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      for (Format format : Format.values()) {
        byte[] bytes = (format == Format.CSV ? csv : workbook).clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Path file = Files.write(folder.resolve("bytes." + format.word()), bytes);
        assertSaysSomething(file, format, seed);
      }
    }
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(damaged.length() + 1);
      if (random.nextBoolean()) {
        damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
      } else {
        damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
      }
    }
    return damaged.toString();
  }

  private static void assertSaysSomething(Path file, Format format, int seed) {
    try {
      for (SheetReader.Item item : Table.read(file, format)) {
        assertThat(Table.faults(item)).doesNotContainNull();
      }
    } catch (RuntimeException thrown) {
      throw new AssertionError("seed " + seed + " as " + format, thrown);
    }
  }
}
