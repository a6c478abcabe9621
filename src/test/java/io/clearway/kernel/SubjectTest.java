package io.clearway.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubjectTest {

  @Test
  void whatIsWrittenIsRead() {
    Subject subject = new Subject(-1, 0x0F);
    assertThat(subject.toString()).isEqualTo("ffffffffffffffff000000000000000f");
    assertThat(Subject.parse(subject.toString())).isEqualTo(subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ff",
        "+fffffffffffffff000000000000000f",
        "gfffffffffffffff000000000000000f",
        "ffffffffffffffff000000000000000f0"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Subject.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
