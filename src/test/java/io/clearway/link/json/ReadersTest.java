package io.clearway.link.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Violation;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationEvent;
import io.clearway.registration.RegistrationRules;
import io.clearway.registration.Registrations;
import io.clearway.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ReadersTest {

  private static final Instant NOW = Instant.parse("2025-08-29T00:00:00Z");

  private final RegistrationReader reader =
      new RegistrationReader(Declarations::subject, () -> NOW);
  private final Site site = Declarations.site("lang-son");

  @Test
  void everyRowOfTheSampleIsReadAndAccepted() {
    assertThat(registered().all().size()).isEqualTo(Declarations.sample().size());
  }

  @Test
  void everyDirtyRowNamesItsFaultAtItsPath() {
    Registrations before = registered();
    int checked = 0;
    for (ObjectNode row : Declarations.dirty()) {
      String code = row.remove("defect").stringValue();
      String path = row.remove("defectField").stringValue();
      assertThat(faults(before, row))
          .as(row.get("declarationId").stringValue())
          .anyMatch(v -> v.code().equals(code) && v.path().equals(path));
      checked++;
    }
    assertThat(checked).isEqualTo(38);
  }

  @Test
  void aPersonIsOneHoweverTheNumberIsSpeltAndTwoNamesAreTwo() {
    assertThat(driver("999 000-000.ab1", "An Na")).isEqualTo(driver("999000000AB1", "An Na"));
    assertThat(coDriver("An Na")).isNotEqualTo(coDriver("Anna"));
  }

  private Subject driver(String number, String name) {
    ObjectNode row = Declarations.sample().getFirst();
    ((ObjectNode) row.get("vehicles").get(0)).put("driverIdNumber", number).put("driverName", name);
    return read(row).leading().driver().identityNumber().subject();
  }

  private Subject coDriver(String name) {
    ObjectNode row = Declarations.sample().getFirst();
    ((ObjectNode) row.get("vehicles").get(0)).put("coDriverName", name);
    return read(row).leading().driver().others().getFirst().name().subject();
  }

  private Registration.Form read(ObjectNode row) {
    return ((RegistrationReader.Reading.Read) reader.read(row)).form();
  }

  @Test
  void anUnreadableFieldHidesNoOtherFaultAndMakesNoEcho() {
    ObjectNode row = Declarations.sample().getFirst();
    row.put("plannedArrivalAt", "2025-08-29T08:26:00");
    row.put("declarationNumber", "2025133201883");
    row.put("surprise", 1);
    ((ObjectNode) row.get("vehicles").get(0)).put("goodsKg", "18.500,5");
    assertThat(faults(Registrations.empty(), row))
        .extracting(v -> v.path() + " " + v.code())
        .containsExactlyInAnyOrder(
            "plannedArrivalAt TIME_WITHOUT_OFFSET",
            "vehicles[0].goodsKg WEIGHT_AS_TEXT",
            "surprise UNKNOWN_FIELD",
            "declarationNumber DECLARATION_NUMBER_DATE");
  }

  @Test
  void anEmptyObjectNamesEveryMissingField() {
    assertThat(faults(Registrations.empty(), Declarations.parse("{}")))
        .extracting(Violation::code)
        .containsOnly("FIELD_MISSING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1,"a":2}      | DUPLICATE_KEY
          {"a":1} {}         | JSON_MALFORMED
          {"a":"\\u0000"}    | FORBIDDEN_CHARACTER
          {"a":"\\u0007"}    | FORBIDDEN_CHARACTER
          {"a":"x\\u202ey"}  | FORBIDDEN_CHARACTER
          {"a":"\\ud800"}    | FORBIDDEN_CHARACTER
          {"\\udc00":1}      | JSON_MALFORMED
          {"a":              | JSON_MALFORMED
          NaN                | JSON_MALFORMED
          """)
  void brokenTextIsRefused(String text, String code) {
    assertThat(code(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(code);
  }

  @Test
  void tooMuchIsRefused() {
    assertThat(code("[".repeat(33).getBytes(StandardCharsets.UTF_8))).isEqualTo("JSON_LIMIT");
    assertThat(code("9".repeat(50).getBytes(StandardCharsets.UTF_8))).isEqualTo("JSON_LIMIT");
    assertThat(code(new byte[] {'"', (byte) 0xC3, '"'})).isEqualTo("NOT_UTF8");
    assertThat(code(new byte[0])).isEqualTo("JSON_MALFORMED");
    assertThat(code(" ".repeat(1001).getBytes(StandardCharsets.UTF_8))).isEqualTo("TOO_LARGE");
  }

  @Test
  void anAbsurdNumberIsAFaultAndNotAnHourOfWork() {
    ObjectNode row = Declarations.parse("{\"goodsKg\":1e999999999,\"b\":-0.0,\"c\":1.0}");
    Fields fields = Fields.of(row);
    assertThat(fields.kilograms("goodsKg")).isZero();
    assertThat(fields.kilograms("b")).isZero();
    assertThat(fields.kilograms("c")).isEqualTo(1);
    assertThat(fields.violations())
        .extracting(Violation::code)
        .containsExactly("NUMBER_OUT_OF_RANGE");
  }

  private static String code(byte[] text) {
    return switch (JsonText.parse(text, 1000)) {
      case JsonText.Reading.Parsed parsed -> "parsed";
      case JsonText.Reading.Broken(String code, var detail) -> code;
    };
  }

  private Registrations registered() {
    Registrations all = Registrations.empty();
    for (ObjectNode row : Declarations.sample()) {
      if (reader.read(row) instanceof RegistrationReader.Reading.Faulty(var violations, var rest)) {
        throw new AssertionError(violations.toString());
      }
      var read = (RegistrationReader.Reading.Read) reader.read(row);
      var decision = decide(all, read.form());
      assertThat(decision).isInstanceOf(Decision.Accepted.class);
      if (decision instanceof Decision.Accepted<RegistrationEvent>(var events)) {
        all = all.evolve(events.getFirst());
      }
    }
    return all;
  }

  private List<Violation> faults(Registrations before, ObjectNode row) {
    return switch (reader.read(row)) {
      case RegistrationReader.Reading.Read(var form) -> byRules(before, form);
      case RegistrationReader.Reading.Faulty faulty -> faulty.with(byRules(before, faulty.rest()));
    };
  }

  private List<Violation> byRules(Registrations before, Registration.Form form) {
    return switch (decide(before, form)) {
      case Decision.Accepted<RegistrationEvent> accepted -> List.of();
      case Decision.Refused<RegistrationEvent>(var refusal) -> refusal.violations();
    };
  }

  private Decision<RegistrationEvent> decide(Registrations before, Registration.Form form) {
    var command = new RegistrationCommand.Register(new UUID(1, before.all().size()), form);
    var facts =
        new RegistrationRules.Facts(
            site, 7, before.all().size() + 1, RegistrationRules.Passage.NOT_HERE);
    return RegistrationRules.decide(before, command, facts, NOW);
  }
}
