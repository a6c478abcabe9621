package io.clearway.report;

import io.clearway.authority.Role;
import io.clearway.kernel.Direction;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One truck of the published day and what is said of it.
///
/// @param steps what the agencies are asked for, in the order in which they answer
record PublishedTruck(
    int number, PublishedDay.Way way, PublishedDay.Fate fate, List<Procedure.Step> steps) {

  private static final Map<String, String> YARDS =
      Map.of("HN", "XUAN_CUONG", "TT", "BAO_NGUYEN", "COC", "COC_NAM_YARD", "CM", "CHI_MA_YARD");

  /// Takes down what is said.
  interface Notes {
    void say(Instant at, Role role, String path, ObjectNode body);
  }

  UUID registration() {
    return seven(5, number);
  }

  UUID crossing() {
    return seven(4, number);
  }

  private static UUID seven(int kind, int number) {
    return new UUID(0x019a_7000_0000_7000L + kind, 0x8000_0000_0000_0000L + number);
  }

  String plate() {
    if (way.kind() == PublishedDay.Kind.NEW_VEHICLE) {
      return "LTEST%012d".formatted(number);
    }
    return way.direction() == Direction.EXPORT
        ? "12H%05d".formatted(number)
        : "桂F%05d".formatted(number);
  }

  /// Those that the agencies answered.
  List<Procedure.Step> confirmed() {
    return switch (fate) {
      case RELEASED -> steps;
      case BEFORE_THE_BARRIER -> steps.subList(0, steps.size() - 1);
      case ONE_MORE_MISSING -> steps.subList(0, steps.size() - 2);
      case ENTERED, TURNED -> steps.stream().filter(PublishedTruck::beforeEntry).toList();
    };
  }

  private static boolean beforeEntry(Procedure.Step step) {
    return !step.after().contains(Procedure.Point.ENTERED);
  }

  void says(Notes notes) {
    Instant comes = way.arrives();
    Instant registers = comes.minus(Duration.ofHours(2));
    notes.say(registers, Role.TRADER, "/registrations", form(registers));
    notes.say(
        comes,
        Role.GATE_DEVICE,
        "/reports/arrived",
        sighting(comes).put("id", crossing().toString()));
    if (fate == PublishedDay.Fate.TURNED) {
      sentBack(notes);
    } else {
      passes(notes);
    }
  }

  /// What is done at the line is done, and then a word of the border guard ends it.
  private void sentBack(Notes notes) {
    Instant leaves = way.leaves().orElseThrow();
    agencies(notes, way.arrives(), leaves);
    notes.say(
        way.arrives().plusSeconds(1_800),
        Role.BORDER_GUARD,
        "/crossings/" + crossing() + "/turnings",
        json().put("reason", "PAPERS"));
    notes.say(leaves, Role.GATE_DEVICE, "/reports/gate-left", sighting(leaves));
  }

  private void passes(Notes notes) {
    Instant comes = way.arrives();
    Instant customs = comes.plusSeconds(600);
    // One in eight waits an hour and a half for the border guard.
    Instant guard = customs.plusSeconds(number % 8 == 0 ? 4_980 : 900);
    String key = "/crossings/" + crossing() + "/entry-confirmations";
    notes.say(customs, Role.CUSTOMS, key, json());
    notes.say(guard, Role.BORDER_GUARD, key, json());
    Instant in = guard.plusSeconds(300);
    notes.say(in, Role.YARD, "/reports/yard-entered", sighting(in).put("yard", yard()));
    Optional<Instant> out = way.leaves().map(leaves -> leaves.minusSeconds(120));
    agencies(notes, in, out.orElse(in.plus(Duration.ofHours(3))));
    out.ifPresent(
        at -> notes.say(at, Role.YARD, "/reports/yard-left", sighting(at).put("yard", yard())));
    // One in five leavings is told twenty minutes late.
    way.leaves()
        .ifPresent(at ->
            notes.say(
                at.plusSeconds(number % 5 == 0 ? 1_200 : 0),
                Role.GATE_DEVICE,
                "/reports/gate-left",
                sighting(at)));
  }

  /// What is not done at the line is done in the yard, one agency after the other.
  private void agencies(Notes notes, Instant in, Instant out) {
    List<Procedure.Step> said = confirmed();
    Duration apart = Duration.between(in, out).dividedBy(steps.size() + 1L);
    for (int i = 0; i < said.size(); i++) {
      Procedure.Step step = said.get(i);
      Instant at =
          beforeEntry(step)
              ? way.arrives().plusSeconds(300)
              : in.plus(apart.multipliedBy(i + 1L)).truncatedTo(ChronoUnit.MILLIS);
      notes.say(
          at,
          Role.valueOf(step.agency().name()),
          "/loads/" + registration() + "/confirmations",
          json().put("step", step.code()).put("version", 0));
    }
  }

  private String yard() {
    return Objects.requireNonNull(YARDS.get(way.gate()));
  }

  private static ObjectNode json() {
    return JsonMapper.shared().createObjectNode();
  }

  private ObjectNode sighting(Instant occurred) {
    return json()
        .put("plate", plate())
        .put("gate", way.gate())
        .put("direction", way.direction().name())
        .put("occurredAt", occurred.toString());
  }

  private ObjectNode form(Instant created) {
    Draft draft = new Draft();
    draft.direction = way.direction();
    draft.gate = way.gate();
    draft.yard = yard();
    draft.number = "20251111%05d".formatted(number);
    draft.customsNumber =
        (way.direction() == Direction.EXPORT ? "308" : "108") + "%09d".formatted(number);
    draft.plate = plate();
    draft.document = "999%09d".formatted(number);
    draft.container = Optional.empty();
    draft.createdAt = created;
    draft.arrival = way.arrives();
    draft.declaredOn = "2025-11-10";
    draft.insuranceTo = Optional.of("2026-06-30");
    draft.medical = true;
    if (draft.plate.startsWith("桂")) {
      draft.country = Registration.Country.CN;
    }
    load(draft, way.kind());
    return new RegistrationWriter(true).write(draft.form()).put("id", registration().toString());
  }

  private static void load(Draft draft, PublishedDay.Kind kind) {
    switch (kind) {
      case FRUIT -> {
        draft.hsCode = "08109092";
        draft.plant = true;
        draft.plantingArea = Optional.of("VN-BTOR-0042");
        draft.packingHouse = Optional.of("VN-BTPH-007");
      }
      case RUBBER -> draft.hsCode = "40012200";
      case PARTS -> draft.hsCode = "85171300";
      case NEW_VEHICLE -> {
        draft.hsCode = "87042100";
        draft.regime = Registration.Regime.NEW_VEHICLE;
      }
      case EMPTY -> {
        draft.regime = Registration.Regime.EMPTY;
        draft.withGoods = false;
        draft.total = 0;
        draft.goods = 0;
        draft.gross = 15_000;
      }
    }
  }
}
