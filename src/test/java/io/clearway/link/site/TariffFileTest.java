package io.clearway.link.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.fee.Tariff;
import io.clearway.fee.TestTariffs;
import io.clearway.link.json.Declarations;
import io.clearway.site.Figure;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tariff that ships, and one that is wrong.
class TariffFileTest {

  private static final String WRONG =
      """
      {
        "complex": "lang-son",
        "issuer": "PUBLIC",
        "title": "x",
        "effective": "2025-13-08",
        "source": "x",
        "rates": [
          { "code": "A", "kind": "PARKING", "amount": { "is": 5, "evidence": "S", "source": "x" } },
          { "code": "A", "kind": "INFRASTRUCTURE", "when": { "hs": ["7"] },
            "amount": { "from": 1, "to": 2, "evidence": "A" } }
        ],
        "factors": [
          { "code": "F", "thousandths": -1, "evidence": "S" }
        ],
        "assumptions": [],
        "surplus": 1
      }
      """;

  @Test
  void everyMistakeIsNamedByLineAndField() {
    var reading = TariffReader.read(WRONG.getBytes(StandardCharsets.UTF_8));
    assertThat(reading).isInstanceOf(TariffReader.Reading.Refused.class);
    if (reading instanceof TariffReader.Reading.Refused(List<SiteReader.Mistake> mistakes)) {
      assertThat(mistakes.stream().map(m -> m.line() + " " + m.violation().code()))
          .containsExactlyInAnyOrder(
              "5 DATE_INVALID",
              "8 KIND_OF_OTHER_ISSUER",
              "9 CODE_TWICE",
              "9 HS_FORMAT",
              "10 RATE_NOT_EXACT",
              "13 SOURCE_MISSING",
              "13 FACTOR_OUT_OF_RANGE",
              "16 UNKNOWN_FIELD");
    }
  }

  /// F-1: a name with a slip in it would never charge anybody.
  @Test
  void aYardAndClassesThatTheSiteDoesNotHaveAreNamed() {
    String slips = demo().replace("\"XUAN_CUONG\"", "\"XUAN_CUNG\"").replace("VT5", "VT15");
    var reading =
        TariffReader.read(slips.getBytes(StandardCharsets.UTF_8), Declarations.site("lang-son"));
    assertThat(reading).isInstanceOf(TariffReader.Reading.Refused.class);
    if (reading instanceof TariffReader.Reading.Refused(List<SiteReader.Mistake> mistakes)) {
      assertThat(mistakes.stream().map(m -> m.line() + " " + m.violation().code()))
          .containsExactly("3 YARD_UNKNOWN", "19 CLASS_UNKNOWN");
    }
  }

  private static String demo() {
    return new String(
        Declarations.resource("/tariffs/demo-yard-xuan-cuong.json"), StandardCharsets.UTF_8);
  }

  /// Nothing of it may be taken for what a yard charges.
  @Test
  void everyAmountOfTheDemoYardIsMarkedAsAssumed() {
    var reading =
        TariffReader.read(demo().getBytes(StandardCharsets.UTF_8), Declarations.site("lang-son"));
    assertThat(reading).isInstanceOf(TariffReader.Reading.Read.class);
    if (reading instanceof TariffReader.Reading.Read(Tariff tariff)) {
      assertThat(tariff.head().title()).startsWith("DEMO");
      assertThat(tariff.head().source()).contains("invented");
      assertThat(tariff.rates()).hasSizeGreaterThan(2);
      for (Tariff.Rate rate : tariff.rates()) {
        switch (rate.amount()) {
          case Figure.Unknown(String why) -> assertThat(why).contains("not found");
          case Figure.Known(long least, long most, Figure.Origin origin) ->
              assertThat(origin.evidence()).isEqualTo(Figure.Evidence.A);
        }
      }
      assertThat(tariff.assumptions()).isNotEmpty();
    }
  }

  @Test
  void theTariffOfLangSonSpeaksOfClassesOfItsSite() {
    Tariff tariff = TestTariffs.langSon();
    Site site = Declarations.site("lang-son");
    List<String> known =
        site.rulebook().vehicleClasses().stream().map(Rulebook.VehicleClass::code).toList();
    assertThat(tariff.head().complex()).isEqualTo(site.complex());
    tariff.rates().forEach(rate -> assertThat(known).containsAll(rate.when().classes()));
    assertThat(tariff.head().effective()).isEqualTo("2025-05-08");
  }
}
