package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published document is true: every operation is called at a running gate.
class ContractTest {

  private static List<Heard> heard = List.of();
  private static List<String> served = List.of();

  @BeforeAll
  static void everyOperationIsCalled(@TempDir Path folder) {
    try (Door door = new Door(folder)) {
      served = door.server().operations();
      heard = new Interview(door, Description.published()).hold();
    }
  }

  @Test
  void everyOperationAsksAndAnswersAsDescribed() {
    assertThat(Contract.faults(Description.published(), heard)).isEmpty();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionServed() {
    Description description = Description.published();
    TreeSet<String> described = new TreeSet<>();
    description.operations().forEach(o -> described.add(o.key() + " " + o.id()));
    assertThat(new TreeSet<>(served)).isEqualTo(described);
    assertThat(description.at("/openapi").asString("")).startsWith("3.1");
  }

  @Test
  void everyQuestionRefusesAParameterThatItDoesNotKnowByItsName() {
    Set<String> questions = new TreeSet<>();
    Description.published().operations().stream()
        .filter(Interview::isQuestion)
        .forEach(o -> questions.add(o.key()));
    assertThat(questions).hasSizeGreaterThan(20);
    List<Heard> asked =
        heard.stream().filter(h -> h.ask().query().containsKey(Interview.UNKNOWN)).toList();
    assertThat(asked).extracting(Heard::operation).hasSameElementsAs(questions);
    for (Heard one : asked) {
      assertThat(one.status()).as(one.operation()).isEqualTo(400);
      assertThat(one.body()).as(one.operation()).contains("UNKNOWN_FIELD", Interview.UNKNOWN);
    }
  }

  @Test
  void everyExampleFitsItsSchema() {
    assertThat(Examples.of(Description.published())).hasSizeGreaterThan(40);
    assertThat(Examples.faults(Description.published())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C/schemas/Health/required               | ["since"]  | since
          C/schemas/Health/properties/status/type | "integer"  | integer expected
          C/schemas/CrossingRow/properties/plate  | -          | field items[0].plate is not
          C/schemas/Problem/properties/code       | -          | field code is not described
          C/schemas/TickEvent/properties/asOf     | -          | field asOf is not described
          C/schemas/YardReportOfCrossing/required | ["gate"]   | asked for [200
          C/parameters/CommandId/schema/maxLength | 9          | header command-id = "
          C/parameters/CommandId/name             | "Id"       | header id is required
          C/parameters/Complex/schema/pattern     | "^[0-9]+$" | path complex = "lang-son"
          C/responses/Overloaded/headers/Age      | {}         | header Age is missing
          P/lots/get                              | {}         | lots (): no call
          P/gates                                 | -          | gates: the document does not
          P/gates/get/responses/403               | -          | 403 is not described
          P/gates/get/responses/410               | {}         | 410 is described and was never
          P/crossings/get/parameters              | []         | query limit is not described
          P/actors/post/requestBody               | -          | a body is described: false
          P/stream/get/x-sse-events/rows          | -          | the event rows is not described
          P/stream/get/x-sse-events/gone          | {}         | the event gone was never heard
          /paths/~1metrics/get/responses/200/content/text~1plain | - | text/plain is not described
          """)
  void whatIsUntrueIsFound(String place, String value, String fault) {
    assertThat(Contract.faults(Description.published().broken(pointer(place), value), heard))
        .anyMatch(found -> found.contains(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C/parameters/Complex/example                                    | "Lang Son"
          C/schemas/Uuid7/examples                                        | ["7"]
          C/responses/Refused/content/application~1problem+json/examples/unmet/value/code | 1
          P/gates/get/responses/200/content/application~1json/example     | {}
          P/actors/post/requestBody/content/application~1json/example/age | 1
          P/stream/get/responses/200/content/text~1event-stream/example   | "event: x"
          """)
  void aSpoiltExampleIsFound(String place, String value) {
    String pointer = pointer(place);
    assertThat(Examples.faults(Description.published().broken(pointer, value)))
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("/"));
  }

  private static String pointer(String place) {
    return place.replaceFirst("^C", "/components").replaceFirst("^P/", "/paths/~1v1~1{complex}~1");
  }
}
