package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.SiteEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which word opens the barrier, and what holds a load that nobody here is asked about (C-20, P-7).
class BarrierScenariosTest {

  @Test
  void theStepThatOpensTheBarrierIsTheOneInForceOnTheDay() {
    var procedure = TestSite.working().procedure();
    var direction = Direction.EXPORT;
    assertThat(procedure.barrier(direction, "2019-12-31")).isEmpty();
    assertThat(procedure.barrier(direction, "2025-12-31").orElseThrow().code())
        .isEqualTo("GUARD_DONE");
    assertThat(procedure.barrier(direction, "2026-01-01").orElseThrow().code())
        .isEqualTo("SUPERVISION");
  }

  /// Until 2025 the border guard's word opened the barrier.
  @Test
  void aLoadThatWasAskedAboutBeforeTheBarrierChangedDoesNotLeaveWithoutItsWord() {
    Load before = new Load(TestSite.withoutSupervision());
    before.enters();
    for (String step : List.of("MEDICAL", "PLANT", "CLEARED", "GUARD_DONE")) {
      assertThat(before.confirm(step)).as(step).isInstanceOf(Outcome.Accepted.class);
    }
    Instant now = before.gate.now;
    before.gate.world =
        before.gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.working())));
    assertThat(Loads.mayLeave(before.gate.world, before.held().id(), now)).isFalse();
    assertThat(Loads.unmet(before.gate.world, before.held(), now)).containsExactly("SUPERVISION");
    assertThat(before.confirm("SUPERVISION")).isInstanceOf(Outcome.Accepted.class);
    assertThat(before.gate.entry()).containsExactly("StepsChanged", "StepConfirmed");
    assertThat(Loads.mayLeave(before.gate.world, before.held().id(), now)).isTrue();
  }

  /// Its agencies did their steps there, but any agency here may hold it.
  @Test
  void whatAnotherPlatformBringsIsNotWorkedOnTwiceAndIsHeldAllTheSame() {
    Played gate = new Load().gate;
    Draft draft = new Draft();
    draft.number = "2026112400009";
    draft.plate = "30C-999.99";
    draft.customsNumber = "308000000009";
    UUID key = new UUID(2, 9);
    var order = new RegistrationCommand.Register(key, Registration.Via.PLATFORM, draft.form());
    gate.ask(Role.TRADER, new Command.OfRegistration(order));
    assertThat(gate.entry()).containsExactly("Registered", "ClearanceOpened");
    long id = gate.world.registrations().find(key).orElseThrow().id();
    assertThat(gate.world.clearances().find(id).orElseThrow().tasks())
        .isNotEmpty()
        .noneMatch(Clearance::required);
    assertThat(Loads.mayLeave(gate.world, id, gate.now)).isTrue();
    draft.seal = Optional.of("NEW123");
    gate.ask(
        Role.TRADER,
        new Command.OfRegistration(new RegistrationCommand.Amend(key, 0, draft.form())));
    assertThat(gate.world.clearances().find(id).orElseThrow().tasks())
        .noneMatch(Clearance::required);
    var hold =
        new ClearanceCommand.PlaceHold(
            id,
            Agency.CUSTOMS,
            Clearance.HoldKind.DANGER,
            Optional.empty(),
            List.of(Agency.CUSTOMS));
    assertThat(gate.ask(Role.CUSTOMS, new Command.OfClearance(hold)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(Loads.mayLeave(gate.world, id, gate.now)).isFalse();
  }
}
