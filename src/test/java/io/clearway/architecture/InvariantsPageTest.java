package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of the 35 invariants against the code. That its checks exist, `RulesTest` sees: they
/// stand in a column *held by* as everywhere.
final class InvariantsPageTest {

  private static final Path PAGE = Path.of("docs/rules/invariants.md");
  private static final Path TWIN = Path.of("src/main/java/io/clearway/twin");
  private static final Pattern ID = Pattern.compile("I[0-9]+");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern BOOKS = Pattern.compile("(\\w*(?:Books|Invariants))\\.java");

  private static List<String> faults(String page) throws IOException {
    List<String> faults = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Set<String> rooms = Set.copyOf(Files.readAllLines(Path.of("src/test/resources/rooms.txt")));
    for (String line : page.lines().toList()) {
      List<String> cells =
          Stream.of(line.split("\\|", -1)).map(String::strip).filter(c -> !c.isEmpty()).toList();
      if (cells.isEmpty() || !ID.matcher(cells.getFirst()).matches()) {
        continue;
      }
      ids.add(cells.getFirst());
      boolean notYet = cells.size() == 3;
      boolean partly = !notYet && cells.get(2).equals("partly");
      if (!notYet && !partly && !cells.get(2).equals("yes")) {
        faults.add(cells.getFirst() + " holds " + cells.get(2));
      }
      List<String> missing =
          notYet || partly ? quoted(cells.get(notYet ? 2 : 3)) : List.of("kernel");
      if (missing.isEmpty() || !rooms.containsAll(missing)) {
        faults.add(cells.getFirst() + " comes with " + missing);
      }
    }
    ids.stream().filter(id -> ids.indexOf(id) != ids.lastIndexOf(id)).forEach(faults::add);
    IntStream.rangeClosed(1, 35)
        .mapToObj(n -> "I" + n)
        .filter(id -> !ids.contains(id))
        .forEach(id -> faults.add(id + " is not there"));
    return faults;
  }

  private static List<String> quoted(String cell) {
    return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  @Test
  void allThirtyFiveAreThereOnceAndSayWhatIsMissing() throws IOException {
    assertThat(faults(Files.readString(PAGE))).isEmpty();
  }

  /// What the twin checks after every entry is for some invariant.
  @Test
  void everyBookOfTheTwinIsNamed() throws IOException {
    Set<String> books = new TreeSet<>();
    try (Stream<Path> files = Files.list(TWIN)) {
      files
          .map(file -> BOOKS.matcher(file.getFileName().toString()))
          .filter(matcher -> matcher.matches())
          .forEach(matcher -> books.add(matcher.group(1)));
    }
    assertThat(books).hasSizeGreaterThan(6);
    assertThat(quoted(Files.readString(PAGE))).containsAll(books);
  }

  @Test
  void whatIsLeftOutDoubledOrSaysNothingIsFound() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(faults(page.replace("| I9 |", "| I8 |")))
        .containsExactly("I8", "I8", "I9 is not there");
    String hold = "| I3 | A hold beats a release, whoever says which first. | ";
    assertThat(page).containsOnlyOnce(hold + "yes |");
    assertThat(faults(page.replace(hold + "yes |", hold + "so |"))).containsExactly("I3 holds so");
    assertThat(faults(page.replaceFirst("`turn` \\|\n\\| I20", "`nowhere` |\n| I20")))
        .containsExactly("I9 comes with [nowhere]");
  }
}
