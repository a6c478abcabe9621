package io.clearway.link.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.link.json.Declarations;
import io.clearway.site.Figure;
import io.clearway.site.Limits;
import io.clearway.site.Places;
import io.clearway.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// The files that ship with the product, an invented one, and wrong ones.
class SiteFilesTest {

  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"lang-son", "mong-cai", "lao-cai", "nui-xanh"})
  void aSiteIsWrittenAsItWasRead(String name) {
    Site site = Declarations.site(name);
    ObjectNode written = SiteJson.write(site, NOW);
    written.remove("digest");
    for (var route : written.get("routes")) {
      for (String list : List.of("hours", "facingHours")) {
        route.get(list).forEach(hours -> ((ObjectNode) hours).remove("opensThere"));
        route.get(list).forEach(hours -> ((ObjectNode) hours).remove("closesThere"));
      }
    }
    assertThat(written.toString()).isEqualTo(Declarations.parse(text(name)).toString());
  }

  @Test
  void aRouteMayBelongToOnePairBeServedByAnothersCustomsAndBeCountedThere() {
    Places.Route route =
        Declarations.site("lang-son").places().findRoute("TT_1088_1089").orElseThrow();
    assertThat(route.markers()).containsExactly("1088/2-1089");
    assertThat(List.of(route.pair(), route.office(), route.line()))
        .containsExactly("HN", "HQ_TT", "TT");
  }

  @Test
  void theHoldingParksOnRoad1aAreCompulsorySinceTheThirdOfMay2025() {
    assertThat(Declarations.site("lang-son").places().parks())
        .filteredOn(park -> park.compulsoryFrom().isPresent())
        .allSatisfy(park -> assertThat(park.compulsoryFrom()).contains("2025-05-03"))
        .extracting(Places.Park::code)
        .containsExactly("PHU_XA", "THUY_HUNG");
  }

  @Test
  void thePostsOnRoad1aAreMarkedAsAssumed() {
    assertThat(Declarations.site("lang-son").places().posts())
        .hasSize(4)
        .allSatisfy(post -> assertThat(post.road()).isEqualTo("QL1A"))
        .allSatisfy(post -> assertThat(post.origin().evidence()).isEqualTo(Figure.Evidence.A));
  }

  @Test
  void aPostAndAHoldingParkHaveNotOneCode() {
    String right = text("lang-son");
    List<SiteReader.Mistake> mistakes = mistakes(right.replace("CSGT_CAO_LOC", "THUY_HUNG"));
    assertThat(mistakes)
        .extracting(mistake -> mistake.violation().path() + " " + mistake.violation().code())
        .containsExactly("posts[2].code CODE_TWICE");
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMS_CLEARANCE, GUARD_COMPLETION, procedure.standIns[0].instead, STAND_IN_OF_OTHER_AGENCY",
    "CUSTOMS_CLEARANCE, NOWHERE, procedure.standIns[0].instead, CODE_UNKNOWN",
    "CUSTOMS_CLEARANCE, GOODS_RELEASE, procedure.standIns[0].step, STAND_IN_TWICE",
    "CUSTOMS_CLEARANCE, SUPERVISION, procedure.barriers[0].step, STAND_IN_OF_BARRIER"
  })
  void aStepDoesForOneOtherOfItsAgencyAndNeverForTheBarrier(
      String was, String becomes, String path, String code) {
    String right = text("lang-son");
    String from = "\"instead\": \"" + was + "\"";
    assertThat(right).contains(from);
    assertThat(mistakes(right.replace(from, "\"instead\": \"" + becomes + "\"")))
        .extracting(mistake -> mistake.violation().path() + " " + mistake.violation().code())
        .contains(path + " " + code);
  }

  @Test
  void releasedGoodsMayLeaveBeforeTheyAreCleared() {
    var procedure = Declarations.site("lang-son").procedure();
    assertThat(procedure.pairOf("CUSTOMS_CLEARANCE", "2025-04-25"))
        .isPresent()
        .isEqualTo(procedure.pairOf("GOODS_RELEASE", "2025-04-25"));
    assertThat(procedure.pairOf("CUSTOMS_CLEARANCE", "2025-04-24")).isEmpty();
  }

  @Test
  void whereLoadsAreLookedAtIsMarkedAsAssumed() {
    assertThat(Declarations.site("lang-son").places().inspectionsOf("HN"))
        .extracting(place -> place.code() + " " + place.means() + " " + place.atOnce())
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("evidence=A"));
  }

  @Test
  void howLongAStayMayBeIsDatedAndWhatNobodyPublishedIsUnknown() {
    Limits limits = Declarations.site("lang-son").limits();
    assertThat(limits.of(Limits.Kind.TWO_WAY, "2025-12-10").flatMap(Limits.Stay::longest))
        .contains(Duration.ofHours(36));
    assertThat(limits.of(Limits.Kind.ONE_WAY, "2026-05-01").flatMap(Limits.Stay::longest))
        .contains(Duration.ofHours(24));
    assertThat(limits.of(Limits.Kind.TWO_WAY, "2025-12-09")).isEmpty();
    assertThat(limits.of(Limits.Kind.PERSON, "2026-05-01").orElseThrow().hours())
        .isInstanceOf(Figure.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"kind\": \"ONE_WAY\"', '\"kind\": \"TWO_WAY\"', limits.stays[1].from, CODE_TWICE",
    "'\"kind\": \"ONE_WAY\"', '\"kind\": \"SOME_WAY\"', limits.stays[1].kind, UNKNOWN_WORD",
    "'\"is\": 36,', '\"is\": 0,', limits.stays[0].hours, OUT_OF_RANGE",
    "'\"is\": 36,', '\"is\": 3,', limits.stays[0].warn, OUT_OF_RANGE"
  })
  void aWrongLimitIsNamedByItsField(String from, String becomes, String path, String code) {
    String right = text("lang-son");
    assertThat(right).containsOnlyOnce(from);
    assertThat(mistakes(right.replace(from, becomes)))
        .extracting(mistake -> mistake.violation().path() + " " + mistake.violation().code())
        .contains(path + " " + code);
  }

  @Test
  void kimThanhHasTwoLanesOutAndThreeIn() {
    Places.Lanes lanes =
        Declarations.site("lao-cai").places().findRoute("KT2_ROAD").orElseThrow().lanes();
    assertThat(List.of(lanes.out(), lanes.in()))
        .extracting(lane -> ((Figure.Known) lane).most())
        .containsExactly(2L, 3L);
  }

  @Test
  void mongCaiHasItsOpeningsAndThePontoon() {
    assertThat(Declarations.site("mong-cai").places().routes())
        .extracting(Places.Route::way)
        .containsExactly(Places.Way.ROAD, Places.Way.PONTOON, Places.Way.OPENING);
  }

  @Test
  void aKnownFigureHasItsSourceAndAnUnknownOneSaysWhatWasLookedFor() {
    for (String name : List.of("lang-son", "mong-cai", "lao-cai")) {
      Declarations.site(name).places().routes().stream()
          .map(Places.Route::perDay)
          .forEach(figure -> {
            switch (figure) {
              case Figure.Known known -> assertThat(known.origin().source()).startsWith("https://");
              case Figure.Unknown unknown -> assertThat(unknown.why()).isNotBlank();
            }
          });
    }
  }

  @Test
  void aYardHasPlugsWhereTheyAreKnown() {
    for (String name : List.of("lang-son", "mong-cai", "lao-cai")) {
      assertThat(Declarations.site(name).places().yards())
          .extracting(Places.Yard::plugs)
          .containsOnly(new Figure.Unknown("number of plugs for reefers not found"));
    }
    ObjectNode yard =
        (ObjectNode) SiteJson.write(Declarations.site("nui-xanh"), NOW).get("yards").get(0);
    assertThat(yard.get("plugs").get("is").intValue()).isEqualTo(12);
    String silent = text("nui-xanh").replaceAll("\"plugs\": \\{[^}]*}", "\"beds\": 3");
    assertThat(mistakes(silent))
        .extracting(mistake -> mistake.violation().path() + " " + mistake.violation().code())
        .containsExactly("yards[0].beds UNKNOWN_FIELD");
  }

  @Test
  void hoursAreShownByTheClocksOfBothSides() {
    ObjectNode written = SiteJson.write(Declarations.site("nui-xanh"), NOW);
    ObjectNode ours = (ObjectNode) written.get("routes").get(0).get("hours").get(0);
    ObjectNode theirs = (ObjectNode) written.get("routes").get(0).get("facingHours").get(0);
    assertThat(List.of(ours.get("opens"), ours.get("opensThere"), ours.get("closesThere")))
        .extracting(time -> time.stringValue())
        .containsExactly("06:30", "07:30", "00:30");
    assertThat(List.of(theirs.get("opens"), theirs.get("opensThere")))
        .extracting(time -> time.stringValue())
        .containsExactly("08:00", "07:00");
  }

  /// Each row spoils one place of the invented file: what stands there, what it is changed into, at
  /// which line and field that is said, and how.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
"nui-xanh"|"Nui Xanh"|complex|COMPLEX_FORMAT
          "2026-01-01"|"2026-02-30"|effective|DATE_INVALID
          "facingZone": "Asia/Shanghai"|"facingZone": "Beijing"|facingZone|ZONE_UNKNOWN
          "PT20M"|"PT48H"|agencyLateAfter|DURATION_INVALID
          "code": "HQ_NX"|"code": "HQ-NX"|offices[0].code|CODE_FORMAT
          "code": "RAIL"|"code": "NX"|lines[1].code|CODE_TWICE
          "line": "RAIL"|"line": "NX"|lines[1].code|LINE_UNUSED
          "gate": "NX"|"gate": "NY"|routes[0].gate|CODE_UNKNOWN
          "office": "HQ_NX"|"office": "HQ"|routes[0].office|CODE_UNKNOWN
          "way": "RAIL"|"way": "SEA"|routes[1].way|UNKNOWN_WORD
          "is": 2,|"is": 7,|routes[0].lanes.reversible|LANES_TOO_MANY
          "opens": "06:30"|"opens": "6.30"|routes[0].hours[0].opens|TIME_INVALID
          "closes": "20:00"|"closes": "07:00"|routes[0].facingHours[0].closes|HOURS_REVERSED
          "to": 350|"to": 250|routes[0].perDay.to|RANGE_REVERSED
          "is": 120|"is": -1|yards[0].spaces.is|NUMBER_NEGATIVE
          "is": 12,|"is": -2,|yards[0].plugs.is|NUMBER_NEGATIVE
          "line": "NX",%n      "spaces"|"line": "ZZ",%n      "spaces"|yards[0].line|CODE_UNKNOWN
          .driverName"]|.name"]|rulebook.reliances[0].fields[1]|FIELD_UNKNOWN
          "agency": "CUSTOMS"|"agency": "TRAFFIC_POLICE"|rulebook.reliances|RELIANCE_MISSING
          "hsVersion": "HS 2022"|"hsVersion": "HS 2099"|rulebook.hsVersion|HS_LIST_UNKNOWN
          "hs": [%n          "0902"|"hs": [%n          "9"|rulebook.commodities[0].hs[0]|HS_FORMAT
          "commodity": "TEA"|"commodity": "COFFEE"|rulebook.eligibilities[0].commodity|CODE_UNKNOWN
          "NX_ROAD"%n|"NX_RIVER"%n|rulebook.eligibilities[0].routes[0]|CODE_UNKNOWN
          "REFUSED"|"PERHAPS"|rulebook.eligibilities[0].elsewhere|UNKNOWN_WORD
          "unknown": "one track"|"unknown": 7|routes[1].lanes.out.unknown|WRONG_TYPE
          "code": "NX_POST"|"code": "nx"|posts[0].code|CODE_FORMAT
          "NX"%n      ],%n      "drive"|"NY"%n      ],%n      "drive"|posts[0].lines[0]|CODE_UNKNOWN
          "PT25M"|"PT25H"|posts[0].drive|DURATION_INVALID
          "code": "NX_SHED"|"code": "nx"|inspections[0].code|CODE_FORMAT
          "line": "NX",%n      "means"|"line": "ZZ",%n      "means"|inspections[0].line|CODE_UNKNOWN
          "means": [%n        "BAY"|"means": [%n        "SHED"|inspections[0].means[0]|UNKNOWN_WORD
          "en": "Tea",|"english": "Tea",|rulebook.commodities[0].name.en|FIELD_MISSING
""")
  void oneSpoiledPlaceIsNamedByLineAndField(String was, String becomes, String path, String code) {
    String right = text("nui-xanh");
    String from = was.replace("%n", "\n");
    assertThat(right).contains(from);
    String wrong = right.replaceFirst(Pattern.quote(from), becomes.replace("%n", "\n"));
    List<SiteReader.Mistake> mistakes = mistakes(wrong);
    assertThat(mistakes)
        .anySatisfy(mistake -> {
          assertThat(mistake.violation().path()).isEqualTo(path);
          assertThat(mistake.violation().code()).isEqualTo(code);
        });
    String last = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
    SiteReader.Mistake said =
        mistakes.stream().filter(m -> m.violation().path().equals(path)).findFirst().orElseThrow();
    if (!code.equals("FIELD_MISSING")) {
      List<String> lines = wrong.lines().toList();
      String shown = lines.get(said.line() - 1) + lines.get(Math.max(0, said.line() - 2));
      assertThat(shown).contains("\"" + last + "\"");
    }
  }

  @Test
  void allMistakesAreNamedAtOnceInTheOrderOfTheirLines() {
    String wrong =
        text("nui-xanh")
            .replace("\"PT20M\"", "\"soon\"")
            .replace("\"way\": \"RAIL\"", "\"way\": \"SEA\"")
            .replace("\"code\": \"NX_YARD\"", "\"code\": \"the yard\"")
            .replace("\"parks\": []", "\"parks\": [], \"colour\": \"red\"");
    List<SiteReader.Mistake> mistakes = mistakes(wrong);
    assertThat(mistakes)
        .extracting(mistake -> mistake.violation().path())
        .containsExactly("agencyLateAfter", "routes[1].way", "yards[0].code", "colour");
    assertThat(mistakes).isSortedAccordingTo((a, b) -> Integer.compare(a.line(), b.line()));
    assertThat(mistakes.getFirst().toString())
        .isEqualTo("line 6, agencyLateAfter: Up to 1 days are expected, as PT15M.");
  }

  private static List<SiteReader.Mistake> mistakes(String text) {
    return switch (SiteReader.read(text.getBytes(StandardCharsets.UTF_8))) {
      case SiteReader.Reading.Read read -> List.of();
      case SiteReader.Reading.Refused(var mistakes) -> mistakes;
    };
  }

  private static String text(String name) {
    return new String(Declarations.resource("/sites/" + name + ".json"), StandardCharsets.UTF_8);
  }
}
