package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoomsTest {

  @Test
  void everyPackageIsInTheTable() throws IOException {
    JavaClasses classes = House.classes();
    assertThat(classes).isNotEmpty();
    assertThat(Rooms.ofTheHouse().unlisted(classes)).isEmpty();
  }

  @Test
  void packagesUseOnlyPackagesAboveThem() throws IOException {
    assertThat(Rooms.ofTheHouse().againstTheDirection(House.classes())).isEmpty();
  }

  @Test
  void thePrintedTableIsTheEnforcedOne() throws IOException {
    String page = Files.readString(Path.of("ARCHITECTURE.md"));
    assertThat(Rooms.ofTheHouse().differencesFrom(page)).isEmpty();
  }

  @Test
  void noRoomIsListedTwice() throws IOException {
    assertThat(Rooms.ofTheHouse().names()).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void aPackageOutsideTheTableIsFound(@TempDir Path folder) throws IOException {
    JavaClasses classes =
        Sample.compile(
            folder,
            List.of(
                Sample.source("kernel", "Listed", "class Listed {}"),
                Sample.source("common", "Unlisted", "class Unlisted {}"),
                new SourceFile("io/clearway/Root.java", "package io.clearway; class Root {}")));
    assertThat(Rooms.ofTheHouse().unlisted(classes))
        .containsExactly(
            "package  is not in the table of rooms", "package common is not in the table of rooms");
  }

  @Test
  void everyKindOfUseAgainstTheDirectionIsFound(@TempDir Path folder) throws IOException {
    JavaClasses classes =
        Sample.compile(
            folder,
            List.of(
                Sample.source("world", "Low", "public class Low { public static int depth; }"),
                Sample.source("turn", "Field", "class Field { io.clearway.world.Low low; }"),
                Sample.source("turn", "Heir", "class Heir extends io.clearway.world.Low {}"),
                Sample.source(
                    "turn", "Reader", "class Reader { int d = io.clearway.world.Low.depth; }"),
                Sample.source(
                    "vault", "Below", "class Below { Object o = new io.clearway.world.Low(); }")));
    assertThat(Rooms.ofTheHouse().againstTheDirection(classes))
        .anyMatch(finding -> finding.contains("turn.Field"))
        .anyMatch(finding -> finding.contains("turn.Heir"))
        .anyMatch(finding -> finding.contains("turn.Reader"))
        .noneMatch(finding -> finding.contains("vault.Below"));
  }

  @Test
  void aTableThatDiffersIsFound() {
    Rooms rooms = new Rooms(List.of("kernel", "identity", "vault"));
    String agreeing =
        "<!-- rooms:begin -->\n| `kernel` | words, `code` |\n| `identity`, `vault` | keys |\n"
            + "<!-- rooms:end -->";
    assertThat(rooms.differencesFrom(agreeing)).isEmpty();
    assertThat(rooms.differencesFrom(agreeing.replace("identity", "site"))).hasSize(1);
    assertThat(rooms.differencesFrom(agreeing.replace("rooms:begin", ""))).hasSize(1);
  }
}
