package io.clearway.link.sheet;

import io.clearway.link.sheet.Rows.Unreadable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The archive of a workbook: which part of it is the sheet, and what the sheet needs.
final class Workbook implements Closeable {

  /// Largest file. 100,000 rows with every cell filled pack into 42 MiB (measured).
  private static final long FILE = 512L << 20;

  /// Most that the sheet itself may unpack to; it is never held. The same rows are 368 MiB.
  private static final long SHEET = 4L << 30;

  /// Most that the shared texts may unpack to; they are held.
  private static final long TEXTS = 256L << 20;

  private static final long OTHERS = 16L << 20;

  private final ZipFile archive;
  private String sheet = "";
  private Optional<String> texts = Optional.empty();
  private Optional<String> styles = Optional.empty();
  private boolean since1904;

  private Workbook(ZipFile archive) {
    this.archive = archive;
  }

  static Workbook open(Path file) throws IOException, Unreadable {
    if (Files.size(file) > FILE) {
      throw new Unreadable(Trouble.TOO_LARGE, 1);
    }
    Workbook workbook;
    try {
      workbook = new Workbook(new ZipFile(file.toFile()));
    } catch (ZipException noArchive) {
      throw Unreadable.malformed(
          "This is no XLSX; save the workbook as .xlsx and without a password.", 1);
    }
    try {
      workbook.find();
      return workbook;
    } catch (IOException | Unreadable failed) {
      workbook.close();
      throw failed;
    }
  }

  private void find() throws IOException, Unreadable {
    Map<String, Target> root = targets("_rels/.rels", "");
    String main =
        root.values().stream()
            .filter(target -> target.type().endsWith("/officeDocument"))
            .map(Target::part)
            .findFirst()
            .orElse("xl/workbook.xml");
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    String name = main.substring(folder.length());
    Map<String, Target> targets = targets(folder + "_rels/" + name + ".rels", folder);
    for (Target target : targets.values()) {
      texts = target.type().endsWith("/sharedStrings") ? Optional.of(target.part()) : texts;
      styles = target.type().endsWith("/styles") ? Optional.of(target.part()) : styles;
    }
    try (XmlPart part = need(main, OTHERS)) {
      sheet = firstVisible(part, targets);
    }
  }

  /// @param type a URI, in the transitional or the strict form
  /// @param part the name in the archive
  private record Target(String type, String part) {}

  private Map<String, Target> targets(String rels, String folder) throws IOException, Unreadable {
    Map<String, Target> targets = new TreeMap<>();
    Optional<XmlPart> found = part(rels, OTHERS);
    if (found.isPresent()) {
      try (XmlPart part = found.get()) {
        while (part.next()) {
          if (part.begins("Relationship")) {
            targets.put(
                part.attribute("Id").orElse(""),
                new Target(
                    part.attribute("Type").orElse(""),
                    resolved(folder, part.attribute("Target").orElse(""))));
          }
        }
      }
    }
    return targets;
  }

  private static String resolved(String folder, String target) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  private String firstVisible(XmlPart part, Map<String, Target> targets)
      throws IOException, Unreadable {
    while (part.next()) {
      if (part.begins("workbookPr")) {
        String since = part.attribute("date1904").orElse("0");
        since1904 = since.equals("1") || since.equals("true");
      }
      if (part.begins("sheet") && part.attribute("state").orElse("visible").equals("visible")) {
        Target target = targets.get(part.prefixed("id").orElse(""));
        if (target != null && target.type().endsWith("/worksheet")) {
          return target.part();
        }
      }
    }
    throw Unreadable.malformed("The workbook has no visible sheet.", 1);
  }

  /// Whether days are counted from 1904.
  boolean since1904() {
    return since1904;
  }

  SharedTexts texts() throws IOException, Unreadable {
    Optional<XmlPart> part = texts.isPresent() ? part(texts.get(), TEXTS) : Optional.empty();
    SharedTexts read = SharedTexts.read(part);
    if (part.isPresent()) {
      part.get().close();
    }
    return read;
  }

  NumberFormats formats() throws IOException, Unreadable {
    Optional<XmlPart> part = styles.isPresent() ? part(styles.get(), OTHERS) : Optional.empty();
    NumberFormats read = NumberFormats.read(part);
    if (part.isPresent()) {
      part.get().close();
    }
    return read;
  }

  XmlPart sheet() throws IOException, Unreadable {
    return need(sheet, SHEET);
  }

  private XmlPart need(String name, long most) throws IOException, Unreadable {
    return part(name, most)
        .orElseThrow(() -> Unreadable.malformed("A part of the workbook is missing.", 1));
  }

  private Optional<XmlPart> part(String name, long most) throws IOException, Unreadable {
    ZipEntry entry = archive.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.getSize() > most) {
      throw new Unreadable(Trouble.TOO_LARGE, 1);
    }
    try {
      return Optional.of(
          XmlPart.of(new Inflated(archive.getInputStream(entry), most, entry.getCompressedSize())));
    } catch (ZipException damaged) {
      throw Unreadable.malformed("A part of the workbook is damaged.", 1);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
