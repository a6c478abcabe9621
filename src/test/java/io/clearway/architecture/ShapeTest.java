package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShapeTest {

  @Test
  void packagesAreFlat() throws IOException {
    assertThat(Shape.nestedPackages(House.mainSources())).isEmpty();
  }

  @Test
  void packagesHoldNoMoreFilesThanOneCanRead() throws IOException {
    assertThat(Shape.fullPackages(House.mainSources())).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() throws IOException {
    assertThat(Shape.emptyNames(House.allSources())).isEmpty();
  }

  @Test
  void packagesIntroduceThemselves() throws IOException {
    assertThat(Shape.unmarkedPackages(House.mainSources())).isEmpty();
  }

  @Test
  void publicTypesHaveAComment() throws IOException {
    assertThat(Shape.uncommentedTypes(House.mainSources())).isEmpty();
  }

  @Test
  void aPackageBelowAPackageIsFound() {
    assertThat(
            Shape.nestedPackages(
                List.of(
                    Sample.source("link.http", "Flat", ""),
                    Sample.source("link.http.dto", "Deep", ""),
                    Sample.source("turn.rules", "Deep", ""))))
        .hasSize(2)
        .anyMatch(finding -> finding.contains("link.http.dto"))
        .anyMatch(finding -> finding.contains("turn.rules"));
  }

  @Test
  void theTwentySixthFileIsFound() {
    List<SourceFile> files = new ArrayList<>();
    files.add(Sample.source("turn", "package-info", ""));
    for (int i = 0; i < 25; i++) {
      files.add(Sample.source("turn", "Type" + i, ""));
    }
    assertThat(Shape.fullPackages(files)).isEmpty();
    files.add(Sample.source("turn", "OneMore", ""));
    assertThat(Shape.fullPackages(files)).hasSize(1);
  }

  @Test
  void eachNameThatSaysNothingIsFound() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (String end : List.of("Manager", "Helper", "Util", "Utils", "Impl", "Processor", "Info")) {
      files.add(Sample.source("turn", "Turn" + end, "class Turn" + end + " {}"));
    }
    files.add(Sample.source("turn", "Outer", "class Outer { record InnerInfo() {} }"));
    files.add(Sample.source("turn", "Information", "class Information { interface Managers {} }"));
    assertThat(Shape.emptyNames(files)).hasSize(8);
  }

  @Test
  void aPackageThatDoesNotIntroduceItselfIsFound() throws IOException {
    String marked = "@org.jspecify.annotations.NullMarked\n";
    assertThat(
            Shape.unmarkedPackages(
                List.of(
                    Sample.source("site", "Place", "class Place {}"),
                    info("turn", "/// Turns.\n"),
                    info("fee", marked),
                    info("crossing", "/// Crossings.\n" + marked))))
        .containsExactly(
            "package io.clearway.fee has no comment",
            "package io.clearway.site has no package-info.java",
            "package io.clearway.turn is not @NullMarked");
  }

  @Test
  void aPublicTypeWithoutACommentIsFound() throws IOException {
    assertThat(
            Shape.uncommentedTypes(
                List.of(
                    Sample.source("turn", "Bare", "public class Bare {}"),
                    Sample.source("turn", "Old", "/** Old style. */\npublic class Old {}"),
                    Sample.source("turn", "Hidden", "class Hidden {}"),
                    Sample.source("turn", "Good", "/// Good.\n@Deprecated\npublic class Good {}"))))
        .hasSize(2)
        .anyMatch(finding -> finding.contains("Bare"))
        .anyMatch(finding -> finding.contains("Old"));
  }

  private static SourceFile info(String room, String before) {
    return new SourceFile(
        "io/clearway/" + room + "/package-info.java",
        before + "package io.clearway." + room + ";\n");
  }
}
