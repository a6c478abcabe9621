package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What no officer does alone (C-24).
class TwoOfficersTest {

  private static final ClearanceCommand.Voice WITHOUT_REASON =
      new ClearanceCommand.Voice(new UUID(8, 1), Optional.empty());

  private final Load load = new Load();

  private Clearance.Channel channel() {
    return load.clearance().channel();
  }

  private Outcome say(ClearanceCommand.Voice voice) {
    return load.ask(Agency.CUSTOMS, load.setting(Clearance.Channel.GREEN, voice));
  }

  private Outcome deputy() {
    return load.deputy(Agency.CUSTOMS, voice -> load.setting(Clearance.Channel.GREEN, voice));
  }

  private void red() {
    load.enters();
    load.channel(Clearance.Channel.RED);
  }

  @Test
  void outOfTheRedChannelWithoutAnInspectionTakesTwoOfficersAndAReason() {
    red();
    assertThat(Load.code(say(WITHOUT_REASON))).isEqualTo("REASON_MISSING");
    assertThat(say(load.voice())).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.gate.entry()).containsExactly("SecondAsked");
    assertThat(channel()).isEqualTo(Clearance.Channel.RED);
    assertThat(Load.code(say(load.voice(2)))).isEqualTo("SECOND_OFFICER");
    assertThat(deputy()).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.gate.entry()).containsExactly("ChannelSet", "InspectionOwed", "TurnsEnded");
    assertThat(channel()).isEqualTo(Clearance.Channel.GREEN);
    assertThat(load.clearance().seconds()).isEmpty();
  }

  @Test
  void twoOfficersInOneSessionAreNotTwo() {
    red();
    say(load.voice());
    assertThat(
            Load.code(
                load.deputy(
                    Agency.CUSTOMS, voice -> load.setting(Clearance.Channel.GREEN, load.voice()))))
        .isEqualTo("SECOND_SESSION");
  }

  @Test
  void theSecondSaysExactlyTheSame() {
    red();
    say(load.voice());
    assertThat(load.deputy(Agency.CUSTOMS, voice -> load.setting(Clearance.Channel.YELLOW, voice)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).isEqualTo(Clearance.Channel.RED);
    assertThat(load.clearance().seconds())
        .extracting(Second::wish)
        .containsExactly(
            new Second.Wish.Lower(Clearance.Channel.GREEN),
            new Second.Wish.Lower(Clearance.Channel.YELLOW));
  }

  @Test
  void whatOneAskedForStandsTwelveHours() {
    red();
    say(load.voice());
    load.gate.after(12 * 60);
    assertThat(deputy()).isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).as("asked for anew").isEqualTo(Clearance.Channel.RED);
    assertThat(load.clearance().seconds()).hasSize(1);
    load.gate.after(12 * 60 - 1);
    assertThat(say(load.voice())).isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).isEqualTo(Clearance.Channel.GREEN);
  }

  @Test
  void afterTheInspectionOneOfficerSetsTheChannelAndUpIsSetByOneAtAnyTime() {
    red();
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.CLEAN);
    assertThat(say(WITHOUT_REASON)).isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).isEqualTo(Clearance.Channel.GREEN);
    load.channel(Clearance.Channel.YELLOW);
    assertThat(channel()).isEqualTo(Clearance.Channel.YELLOW);
  }

  @Test
  void whatWasAskedForFallsWithAChannelThatIsSetAnew() {
    red();
    say(load.voice());
    load.lower(Clearance.Channel.YELLOW);
    assertThat(channel()).isEqualTo(Clearance.Channel.YELLOW);
    load.channel(Clearance.Channel.RED);
    assertThat(load.clearance().seconds()).isEmpty();
    assertThat(deputy()).isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).isEqualTo(Clearance.Channel.RED);
  }

  @ParameterizedTest
  @EnumSource(names = {"DANGER", "ORDER", "FAULT"})
  void whatHoldsForAFaultForDangerOrByOrderIsLiftedByTwo(Clearance.HoldKind kind) {
    load.enters();
    load.hold(Agency.BORDER_GUARD, kind, Agency.BORDER_GUARD);
    assertThat(load.lift(Agency.BORDER_GUARD)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.clearance().holds()).hasSize(1);
    assertThat(Load.code(load.lift(Agency.BORDER_GUARD))).isEqualTo("SECOND_OFFICER");
    assertThat(load.liftByTwo(Agency.BORDER_GUARD)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.clearance().holds()).isEmpty();
    assertThat(load.clearance().seconds()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DOUBT", "TEST"})
  void whatHoldsForADoubtOrATestIsLiftedByOne(Clearance.HoldKind kind) {
    load.enters();
    load.hold(Agency.BORDER_GUARD, kind, Agency.BORDER_GUARD);
    load.lift(Agency.BORDER_GUARD);
    assertThat(load.clearance().holds()).isEmpty();
  }

  @Test
  void whoFoundTheFaultDoesNotLetItGoAlone() {
    load.enters();
    load.open(Agency.CUSTOMS, Means.XRAY);
    load.result(Agency.CUSTOMS, Means.XRAY, Inspection.Outcome.FAULT);
    load.lift(Agency.CUSTOMS);
    assertThat(load.clearance().holds())
        .extracting(Clearance.Hold::kind)
        .containsExactly(Clearance.HoldKind.FAULT);
  }

  @Test
  void theSecondMayBeOfAnotherAgencyThatMayLiftTheHold() {
    load.enters();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.ORDER, Agency.CUSTOMS, Agency.BORDER_GUARD);
    load.lift(Agency.CUSTOMS);
    long hold = load.clearance().holds().getFirst().id();
    var same =
        new ClearanceCommand.LiftHold(load.held().id(), hold, Agency.BORDER_GUARD, load.voice(2));
    assertThat(load.gate.ask(Role.BORDER_GUARD, new Command.OfClearance(same)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(load.clearance().holds()).isEmpty();
  }

  @Test
  void whatARevokedOfficerAskedForCountsForNothing() {
    red();
    say(load.voice());
    load.gate.ask(
        Role.OPERATOR,
        new Command.OfAuthority(new AuthorityCommand.RevokeActor(Played.id(Role.CUSTOMS))));
    assertThat(deputy()).isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).as("asked for, and not done").isEqualTo(Clearance.Channel.RED);
  }

  @Test
  void whatWasAskedForOnOtherPapersCountsForNothing() {
    red();
    say(load.voice());
    load.amend(d -> d.phone = "0000000009");
    assertThat(load.clearance().seconds()).isEmpty();
    assertThat(deputy()).isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).isEqualTo(Clearance.Channel.RED);
  }

  @Test
  void whoAskedOrAColleagueWithdrawsItAloneAndNothingIsLetGo() {
    red();
    var wish = new Second.Wish.Lower(Clearance.Channel.GREEN);
    assertThat(Load.code(load.withdraw(Agency.CUSTOMS, wish))).isEqualTo("SECOND_UNKNOWN");
    say(load.voice());
    assertThat(load.withdraw(Agency.CUSTOMS, wish)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.gate.entry()).containsExactly("SecondWithdrawn");
    assertThat(load.clearance().seconds()).isEmpty();
    assertThat(channel()).isEqualTo(Clearance.Channel.RED);
    assertThat(deputy()).isInstanceOf(Outcome.Accepted.class);
    assertThat(channel()).as("asked for anew").isEqualTo(Clearance.Channel.RED);
    assertThat(load.withdraw(Agency.CUSTOMS, wish)).isInstanceOf(Outcome.Accepted.class);
    assertThat(load.clearance().seconds()).isEmpty();
  }

  @Test
  void anotherAgencyDoesNotWithdrawItThoughItMayLiftTheHold() {
    load.enters();
    load.hold(Agency.CUSTOMS, Clearance.HoldKind.ORDER, Agency.CUSTOMS, Agency.BORDER_GUARD);
    load.lift(Agency.CUSTOMS);
    var wish = new Second.Wish.Lift(load.clearance().holds().getFirst().id());
    assertThat(Load.code(load.withdraw(Agency.BORDER_GUARD, wish))).isEqualTo("OTHER_AGENCY");
    assertThat(load.clearance().seconds()).hasSize(1);
    load.withdraw(Agency.CUSTOMS, wish);
    assertThat(load.clearance().seconds()).isEmpty();
    assertThat(load.clearance().holds()).hasSize(1);
  }

  @Test
  void whatIsOverIsNotWithdrawn() {
    red();
    say(load.voice());
    load.gate.after(12 * 60);
    assertThat(
            Load.code(
                load.withdraw(Agency.CUSTOMS, new Second.Wish.Lower(Clearance.Channel.GREEN))))
        .isEqualTo("SECOND_UNKNOWN");
  }

  @Test
  void aVehicleThatLeavesTakesWhatWasAskedForWithIt() {
    red();
    say(load.voice());
    load.gate.ask(
        Role.SYSTEM, new Command.OfClearance(new ClearanceCommand.EndVisit(load.held().id())));
    assertThat(load.clearance().seconds()).isEqualTo(List.of());
  }
}
