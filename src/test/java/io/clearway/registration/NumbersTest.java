package io.clearway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Names;
import io.clearway.kernel.Refusal;
import io.clearway.world.TestSite;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Official numbers that the system gives.
class NumbersTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  @Test
  void whoGivesNoNumberGetsOne() {
    Draft draft = new Draft();
    draft.number = "";
    assertThat(number(decide(Registrations.empty(), 7, draft))).isEqualTo("2026112400007");
    Draft taken = new Draft();
    taken.number = "2026112400007";
    Registrations occupied = accept(decide(Registrations.empty(), 7, taken));
    draft.plate = "29C-000.01";
    assertThat(number(decide(occupied, 100_007, draft))).isEqualTo("2026112400008");
  }

  @Test
  void aDayHasAHundredThousandNumbers() {
    Draft draft = new Draft();
    draft.number = "";
    Names<Long> all = Names.empty();
    for (int i = 0; i < 100_000; i++) {
      all = all.with("20261124%05d".formatted(i), 1L);
    }
    Registrations none = Registrations.empty();
    Registrations full =
        new Registrations(
            none.all(),
            none.byKey(),
            all,
            none.bySeal(),
            none.byPlate(),
            none.byResident(),
            none.rigs(),
            none.expected(),
            none.back(),
            none.presets());
    assertThat(decide(full, 7, draft))
        .isEqualTo(
            Decision.refuse(
                Refusal.of("NUMBERS_USED_UP", "R-56", "All numbers of this day are given.")));
  }

  private static Decision<RegistrationEvent> decide(Registrations held, long id, Draft draft) {
    var facts =
        new RegistrationRules.Facts(TestSite.site(), 3, id, RegistrationRules.Passage.NOT_HERE);
    var command = new RegistrationCommand.Register(new UUID(0, id), draft.form());
    return RegistrationRules.decide(held, command, facts, NOW);
  }

  private static RegistrationEvent event(Decision<RegistrationEvent> decision) {
    return switch (decision) {
      case Decision.Accepted<RegistrationEvent>(List<RegistrationEvent> events) ->
          events.getFirst();
      case Decision.Refused<RegistrationEvent>(Refusal refusal) ->
          throw new AssertionError(refusal.toString());
    };
  }

  private static String number(Decision<RegistrationEvent> decision) {
    return ((RegistrationEvent.Registered) event(decision)).registration().form().number();
  }

  private static Registrations accept(Decision<RegistrationEvent> decision) {
    return Registrations.empty().evolve(event(decision));
  }
}
