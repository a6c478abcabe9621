package io.clearway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {

  @ParameterizedTest
  @CsvSource({
    "29C-123.45, 29C12345",
    "29c 123 45, 29C12345",
    "29C12345, 29C12345",
    "29C-1234, 29C1234",
    "29LD-123.45, 29LD12345",
    "51R-123.45, 51R12345",
    "'29C\n123.45', 29C12345",
  })
  void vietnamesePlatesAreRead(String text, String normalised) {
    assertThat(Plate.parse(text)).contains(new Plate(normalised, Plate.Country.VN));
  }

  @ParameterizedTest
  @CsvSource({
    "桂A12345, 桂A12345",
    "桂A·12345, 桂A12345",
    "桂a 12345, 桂A12345",
    "桂AD12345, 桂AD12345",
    "桂F1234挂, 桂F1234挂",
  })
  void chinesePlatesAreRead(String text, String normalised) {
    assertThat(Plate.parse(text)).contains(new Plate(normalised, Plate.Country.CN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"29С-123.45", "桂А12345", "29Ρ-12345", "\uFF12\uFF19C-12345"})
  void lookalikesAreNamedAsSuch(String text) {
    assertThat(Plate.read(text)).isEqualTo(new Plate.Reading.Lookalike());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?", "09C-123.45", "29C-123", "桂I", "桂A1234I", "龙A12345", "29C--12345"})
  void otherShapesAreOfNeitherCountry(String text) {
    assertThat(Plate.read(text)).isEqualTo(new Plate.Reading.WrongShape());
  }
}
