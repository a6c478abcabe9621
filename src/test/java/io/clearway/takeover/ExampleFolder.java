package io.clearway.takeover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A copy of the example folder of the documentation, with its days moved to a day of choice.
public record ExampleFolder(Path folder) {

  /// What the documentation shows.
  public static final Path ORIGINAL = Path.of("docs", "examples", "takeover");

  /// The same in the names of the platform in use, but for the rows of a gate whose code there is
  /// not known.
  public static final Path IN_PLATFORM_NAMES = Path.of("docs", "examples", "takeover-platform");

  private static final LocalDate ITS_DAY = LocalDate.of(2026, 1, 15);
  private static final Pattern DAY = Pattern.compile("(?<![0-9-])\\d{4}-\\d{2}-\\d{2}(?![0-9-])");

  /// @param day on which most of its vehicles are planned
  public static ExampleFolder copy(Path folder, LocalDate day) throws IOException {
    return copy(ORIGINAL, folder, day);
  }

  /// @param original one of the two
  public static ExampleFolder copy(Path original, Path folder, LocalDate day) throws IOException {
    Files.createDirectories(folder);
    long later = day.toEpochDay() - ITS_DAY.toEpochDay();
    for (FolderFile file : FolderFile.values()) {
      String text = Files.readString(original.resolve(file.file()));
      String moved =
          DAY.matcher(text)
              .replaceAll(found -> LocalDate.parse(found.group()).plusDays(later).toString());
      Files.writeString(folder.resolve(file.file()), moved);
    }
    return new ExampleFolder(folder);
  }

  public Path file(FolderFile file) {
    return folder.resolve(file.file());
  }

  public List<String> lines(FolderFile file) throws IOException {
    return Files.readAllLines(file(file));
  }

  /// Puts one text of a line in place of another, which stands there once at least.
  public ExampleFolder spoil(FolderFile file, int line, String before, String after)
      throws IOException {
    List<String> lines = new ArrayList<>(lines(file));
    String now = lines.get(line - 1).replaceFirst(Pattern.quote(before), after);
    if (now.equals(lines.get(line - 1))) {
      throw new AssertionError(before + " does not stand in line " + line);
    }
    lines.set(line - 1, now);
    Files.write(file(file), lines);
    return this;
  }
}
