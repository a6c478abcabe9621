package io.clearway.link.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.kernel.Violation;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationEvent;
import io.clearway.registration.RegistrationRules;
import io.clearway.registration.Registrations;
import io.clearway.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Every row of a whole day is spoiled in every way there is, one field at a time: it must be
/// refused with exactly that fault at exactly that field.
class SpoiledRowsTest {

  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");
  private static final Path GIVEN =
      Path.of("..", "shared", "data", "lang-son", "declarations-sample.jsonl");

  /// What most rows of a day have not, some do: a fruit's papers, a trailer, a container.
  private static final int FEWEST = 100;

  private final RegistrationReader reader =
      new RegistrationReader(Declarations::subject, () -> NOW);
  private final Site site = Declarations.site("lang-son");

  @Test
  void everyRowOfTheInventedDayIsRefusedAtExactlyTheSpoiledField() {
    String day =
        new String(Declarations.resource("/day/declarations.jsonl"), StandardCharsets.UTF_8);
    assertSpoiled(day.lines().map(Declarations::parse).toList());
  }

  @Test
  void everyRowOfTheGivenDayToo() throws IOException {
    assumeTrue(Files.exists(GIVEN), "SKIPPED: the given rows are not beside this checkout");
    assertSpoiled(Files.readAllLines(GIVEN).stream().map(Declarations::parse).toList());
  }

  private void assertSpoiled(List<ObjectNode> rows) {
    List<Spoiling> ways = Spoiling.all();
    assertThat(ways).hasSizeGreaterThanOrEqualTo(40);
    assertThat(ways).extracting(Spoiling::name).doesNotHaveDuplicates();
    assertThat(rows).hasSize(1_840);
    Map<String, Integer> spoiled = new TreeMap<>();
    ways.forEach(way -> spoiled.put(way.name(), 0));
    List<String> wrong = new ArrayList<>();
    ObjectNode before = rows.getLast();
    for (ObjectNode row : rows) {
      Registrations held = registered(before);
      assertThat(faults(held, row)).isEmpty();
      for (Spoiling way : ways) {
        Optional<ObjectNode> bad = way.spoiled(row, before);
        if (bad.isPresent()) {
          spoiled.merge(way.name(), 1, Integer::sum);
          List<String> faults = faults(held, bad.get());
          if (!faults.equals(List.of(way.path() + " " + way.code()))) {
            wrong.add(way.name() + " in " + row.path("declarationId") + ": " + faults);
          }
        }
      }
      before = row;
    }
    System.out.printf(
        "SpoiledRowsTest: %d ways, %d rows spoiled%n",
        ways.size(), spoiled.values().stream().mapToInt(n -> n).sum());
    assertThat(wrong.stream().limit(20)).isEmpty();
    assertThat(spoiled)
        .allSatisfy((name, rowsSpoiled) -> assertThat(rowsSpoiled).as(name).isGreaterThan(FEWEST));
  }

  private Registrations registered(ObjectNode row) {
    var read = (RegistrationReader.Reading.Read) reader.read(row);
    return Registrations.empty()
        .evolve(
            new RegistrationEvent.Registered(
                new Registration(
                    1,
                    new UUID(0, 1),
                    7,
                    NOW,
                    Registration.Via.FILE,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    read.form()),
                NOW));
  }

  private List<String> faults(Registrations held, ObjectNode row) {
    List<Violation> faults =
        switch (reader.read(row)) {
          case RegistrationReader.Reading.Read(var form) ->
              RegistrationRules.check(held, form, site);
          case RegistrationReader.Reading.Faulty faulty ->
              faulty.with(RegistrationRules.check(held, faulty.rest(), site));
        };
    return AsTyped.of(row, faults).stream()
        .map(fault -> fault.path() + " " + fault.code())
        .toList();
  }
}
