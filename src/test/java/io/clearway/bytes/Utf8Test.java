package io.clearway.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {

  @Test
  void everyCodeIsWrittenAsJavaWritesIt() {
    for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
      if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
        String text = Character.toString(code);
        byte[] bytes = Utf8.bytes(text);
        if (!text.equals(Utf8.read(bytes, 0, bytes.length))
            || !text.equals(new String(bytes, StandardCharsets.UTF_8))) {
          throw new AssertionError("code " + code);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83dz", "\ud83d\ud83d\ude00"})
  void halfAPairIsKept(String text) {
    byte[] bytes = Utf8.bytes(text);
    assertThat(Utf8.read(bytes, 0, bytes.length)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c080",
        "c1bf",
        "c3",
        "c328",
        "e08080",
        "e28228",
        "f0808080",
        "f4908080",
        "f5"
      })
  void whatIsNoTextIsCorrupt(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Utf8.read(bytes, 0, bytes.length))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("corrupt event bytes: a text is not UTF-8");
  }
}
