package io.clearway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Violation;
import io.clearway.world.TestSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Several vehicles that go together.
class LotTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final UUID LOT = new UUID(7, 7);

  @Test
  void twentyAreRegisteredTogetherEachUnderANumberOfItsOwn() {
    List<Registration> made = accepted(decide(drafts(20)));
    assertThat(made).hasSize(20).allSatisfy(r -> assertThat(r.lot()).contains(LOT));
    assertThat(made).extracting(Registration::id).doesNotHaveDuplicates();
    assertThat(made).extracting(r -> r.form().number()).doesNotHaveDuplicates();
  }

  @Test
  void oneFaultRefusesAllAndEveryFaultIsNamed() {
    List<Draft> drafts = drafts(3);
    drafts.get(1).hsCode = "";
    drafts.get(2).plate = "X";
    assertThat(faults(decide(drafts)))
        .containsExactly(
            "registrations[1].goodsGroups[0].goodsLines[0].hsCode HS_MISSING",
            "registrations[2].vehicles[0].plateNumber PLATE_FORMAT");
  }

  @Test
  void eachIsJudgedAsIfThoseBeforeItWereRegistered() {
    List<Draft> drafts = drafts(3);
    drafts.get(0).seal = Optional.of("SEAL1");
    drafts.get(2).seal = Optional.of("SEAL1");
    assertThat(faults(decide(drafts)))
        .containsExactly("registrations[2].vehicles[0].customsSealNumber SEAL_DUPLICATE");
  }

  @Test
  void noneAndMoreThanTwentyAreNoLot() {
    assertThat(faults(decide(List.of()))).containsExactly("registrations LOT_SIZE");
    assertThat(faults(decide(drafts(21)))).containsExactly("registrations LOT_SIZE");
  }

  @Test
  void judgingALotLeavesTheRegistrationsThatAreHeldAsTheyWere() {
    Registrations held = Registrations.empty().under(new Edit());
    decide(held, drafts(5));
    assertThat(held.all().size()).isZero();
  }

  private static List<Draft> drafts(int count) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Draft draft = new Draft();
      draft.number = "";
      draft.plate = "29C-000.%02d".formatted(i);
      drafts.add(draft);
    }
    return drafts;
  }

  private static Decision<RegistrationEvent> decide(List<Draft> drafts) {
    return decide(Registrations.empty(), drafts);
  }

  private static Decision<RegistrationEvent> decide(Registrations held, List<Draft> drafts) {
    List<RegistrationCommand.Register> items = new ArrayList<>();
    for (Draft draft : drafts) {
      items.add(new RegistrationCommand.Register(new UUID(0, items.size() + 1), draft.form()));
    }
    var facts =
        new RegistrationRules.Facts(TestSite.site(), 3, 7, RegistrationRules.Passage.NOT_HERE);
    return RegistrationRules.decide(
        held, new RegistrationCommand.RegisterLot(LOT, items), facts, NOW);
  }

  private static List<Registration> accepted(Decision<RegistrationEvent> decision) {
    return switch (decision) {
      case Decision.Accepted<RegistrationEvent>(List<RegistrationEvent> events) ->
          events.stream().map(e -> ((RegistrationEvent.Registered) e).registration()).toList();
      case Decision.Refused<RegistrationEvent>(var refusal) ->
          throw new AssertionError(refusal.toString());
    };
  }

  private static List<String> faults(Decision<RegistrationEvent> decision) {
    return switch (decision) {
      case Decision.Accepted<RegistrationEvent> accepted -> List.of();
      case Decision.Refused<RegistrationEvent>(var refusal) ->
          refusal.violations().stream().map(LotTest::said).toList();
    };
  }

  private static String said(Violation violation) {
    return violation.path() + " " + violation.code();
  }
}
