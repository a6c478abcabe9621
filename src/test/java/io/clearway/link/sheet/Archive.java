package io.clearway.link.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook made by hand, part by part, as no library would make it.
final class Archive {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /// One sheet of the rows of a table, every cell in line.
  Archive(Table table) {
    StringBuilder rows = new StringBuilder();
    for (int r = 0; r < table.rows().size(); r++) {
      rows.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < table.rows().get(r).size(); c++) {
        String at = Cell.letters(c) + (r + 1);
        rows.append("<c r=\"").append(at).append("\" t=\"inlineStr\"><is><t>");
        rows.append(table.rows().get(r).get(c)).append("</t></is></c>");
      }
      rows.append("</row>");
    }
    sheet("<sheetData>" + rows + "</sheetData>");
    relations("xl/worksheets/sheet1.xml", "");
    workbook("", "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>");
    part(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\""
            + OFFICE
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  }

  Archive part(String name, String xml) {
    parts.put(name, xml);
    return this;
  }

  String part(String name) {
    return parts.getOrDefault(name, "");
  }

  Archive sheet(String content) {
    return part(
        "xl/worksheets/sheet1.xml",
        "<?xml version=\"1.0\"?><worksheet xmlns=\"%s\">%s</worksheet>".formatted(MAIN, content));
  }

  Archive workbook(String properties, String sheets) {
    return part(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(MAIN, OFFICE, properties, sheets));
  }

  /// @param more further relations
  Archive relations(String sheet, String more) {
    return part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>"
            + relation("rId1", "worksheet", "/" + sheet)
            + relation("rId2", "sharedStrings", "sharedStrings.xml")
            + relation("rId3", "styles", "styles.xml")
            + more
            + "</Relationships>");
  }

  static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  Archive texts(String items) {
    return part("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items));
  }

  Archive styles(String content) {
    return part(
        "xl/styles.xml", "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(MAIN, content));
  }

  /// Changes the sheet, which must hold that.
  Archive change(String before, String after) {
    String name = "xl/worksheets/sheet1.xml";
    if (!part(name).contains(before)) {
      throw new AssertionError("the sheet does not hold " + before);
    }
    return part(name, part(name).replace(before, after));
  }

  Path write(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "archive", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
