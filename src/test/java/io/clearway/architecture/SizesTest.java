package io.clearway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SizesTest {

  @Test
  void filesStayReadable() throws IOException {
    assertThat(Sizes.longFiles(House.allSources())).isEmpty();
  }

  @Test
  void linesFitOnAScreen() throws IOException {
    assertThat(Sizes.longLines(House.allSources())).isEmpty();
  }

  @Test
  void methodsStaySmall() throws IOException {
    assertThat(Sizes.largeMethods(House.allSources())).isEmpty();
  }

  @Test
  void aFileOfOneLineTooManyIsFound() {
    assertThat(Sizes.longFiles(List.of(kernel("//\n".repeat(399))))).isEmpty();
    assertThat(Sizes.longFiles(List.of(kernel("//\n".repeat(400)))))
        .containsExactly("io/clearway/kernel/Long.java has 401 lines, at most 400");
  }

  @Test
  void aLineOfOneCharacterTooManyIsFound() {
    assertThat(Sizes.longLines(List.of(kernel("x".repeat(100))))).isEmpty();
    assertThat(Sizes.longLines(List.of(kernel("x".repeat(101)))))
        .containsExactly("io/clearway/kernel/Long.java:2 has 101 characters");
  }

  @Test
  void aMethodOfOneLineTooManyIsFound() throws IOException {
    assertThat(Sizes.largeMethods(List.of(methodOf(40, "")))).isEmpty();
    assertThat(Sizes.largeMethods(List.of(methodOf(41, ""))))
        .singleElement()
        .asString()
        .contains("run has 41 lines");
  }

  @Test
  void annotationsDoNotCount() throws IOException {
    assertThat(Sizes.largeMethods(List.of(methodOf(40, "@SuppressWarnings(\n\"all\")\n"))))
        .isEmpty();
    assertThat(Sizes.largeMethods(List.of(methodOf(41, "@SuppressWarnings(\n\"all\")\n"))))
        .hasSize(1);
  }

  @Test
  void aMethodThatIsOnlyASwitchCountsToo() throws IOException {
    String body =
        "class Long { int of(int i) {\n return switch (i) {\n"
            + " case 1 ->\n 1;\n".repeat(20)
            + " default -> 0;\n };\n } }";
    assertThat(Sizes.largeMethods(List.of(kernel(body)))).hasSize(1);
  }

  @Test
  void aSixthParameterIsFoundButNotInARecord() throws IOException {
    String six = "(int a, int b, int c, int d, int e, int f)";
    assertThat(Sizes.largeMethods(List.of(kernel("class Long { void of" + six + " {} }"))))
        .singleElement()
        .asString()
        .contains("of has 6 parameters");
    assertThat(Sizes.largeMethods(List.of(kernel("class Long { Long" + six + " {} }")))).hasSize(1);
    assertThat(
            Sizes.largeMethods(
                List.of(kernel("record Long" + six + " { Long" + six + " { this.a = a; } }"))))
        .isEmpty();
  }

  private static SourceFile kernel(String body) {
    return Sample.source("kernel", "Long", body);
  }

  private static SourceFile methodOf(int lines, String annotation) {
    String body = annotation + "void run() {\n" + "run();\n".repeat(lines - 2) + "}\n";
    return kernel("class Long {\n" + body + "}");
  }
}
