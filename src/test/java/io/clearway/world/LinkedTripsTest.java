package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Violation;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingCommand;
import io.clearway.registration.Draft;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.SiteEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What makes an export and an import one two-way trip (Y-1 to Y-14, P-17).
class LinkedTripsTest {

  private final Paired trip = Paired.ours();

  private static List<String> faults(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome)
        .refusal().violations().stream().map(LinkedTripsTest::text).toList();
  }

  private static String text(Violation fault) {
    return fault.path() + " " + fault.code() + " " + fault.rule();
  }

  /// The way back, which names the export and is spoilt.
  private Outcome back(Consumer<Draft> spoil) {
    trip.register(trip.draft(Direction.EXPORT));
    Draft back = trip.draft(Direction.IMPORT);
    back.linked = List.of("D-" + trip.form(Direction.EXPORT).number());
    spoil.accept(back);
    return trip.register(back);
  }

  @Test
  void anExportAndAnImportOfOneVehicleAreLinkedBothWays() {
    trip.linked();
    assertThat(trip.gate.entry()).containsExactly("Registered", "ClearanceOpened", "PairLinked");
    Pair pair = trip.pair().orElseThrow();
    long export = trip.held(Direction.EXPORT).id();
    long imported = trip.held(Direction.IMPORT).id();
    assertThat(pair.registrations()).containsExactly(export, imported);
    assertThat(trip.gate.world.pairings().of(export)).contains(pair);
    assertThat(trip.gate.world.pairings().of(imported)).contains(pair);
  }

  @Test
  void aVehicleOfTheOtherCountryComesWithAnImportAndGoesWithAnExport() {
    Paired theirs = Paired.theirs().linked();
    assertThat(theirs.pair().orElseThrow().export()).isEqualTo(theirs.held(Direction.EXPORT).id());
  }

  @Test
  void whatIsNamedBeforeItIsRegisteredIsLinkedWhenItComes() {
    Draft out = trip.draft(Direction.EXPORT);
    out.linked = List.of("D-2026112400002");
    trip.register(out);
    assertThat(trip.pair()).isEmpty();
    trip.register(trip.draft(Direction.IMPORT));
    assertThat(trip.pair()).isPresent();
  }

  @Test
  void everythingThatStandsAgainstALinkIsNamedAtItsPathAtOnce() {
    assertThat(
            faults(
                back(draft -> {
                  draft.plate = "29C-999.99";
                  draft.trailer = Optional.of("29R-123.45");
                  draft.ownerTax("0099999999");
                  draft.hsCode = "";
                  draft.gate = "TT";
                  draft.yard = "Y-TT";
                })))
        .contains(
            "vehicles[0].plateNumber LINK_PLATE Y-3",
            "vehicles[0].trailerNumber LINK_TRAILER Y-4",
            "goodsGroups[0].traderTaxCode LINK_OWNER Y-5",
            "goodsGroups[0].goodsLines[0].hsCode LINK_ITEM Y-6",
            "gateCode LINK_GATE Y-7");
  }

  @Test
  void whoTakesAnotherTractorIsNoTwoWayVehicle() {
    assertThat(faults(back(draft -> draft.tractor = Optional.of("29C-777.77"))))
        .containsExactly("vehicles[0].dedicatedPlateNumber LINK_TRACTOR Y-4");
  }

  @Test
  void twoOfOneDirectionAreNoTrip() {
    trip.register(trip.draft(Direction.EXPORT));
    Draft again = trip.draft(Direction.EXPORT);
    again.arrival = again.arrival.plusSeconds(7200);
    again.linked = List.of("D-2026112400001");
    assertThat(faults(trip.register(again))).contains("direction LINK_DIRECTION Y-1");
  }

  @Test
  void onlyOrdinaryTradeGoesTwoWays() {
    assertThat(faults(back(draft -> draft.regime = Registration.Regime.TRANSIT)))
        .containsExactly("regime LINK_REGIME Y-2");
  }

  @Test
  void aBranchIsOfItsCompany() {
    assertThat(back(draft -> draft.ownerTax("0012345678-001")))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void oneAgriculturalItemAndNothingBesideIt() {
    assertThat(faults(back(draft -> draft.secondLine("08081000", "84713020"))))
        .containsExactly("goodsGroups[0].goodsLines[1].hsCode LINK_ITEM Y-6");
  }

  @Test
  void industrialGoodsMayBeSeveral() {
    assertThat(back(draft -> draft.secondLine("84713020", "85171300")))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whatIsLinkedIsLinkedOnce() {
    trip.linked();
    Draft third = trip.draft(Direction.IMPORT);
    third.arrival = third.arrival.plusSeconds(9000);
    third.linked = List.of("D-2026112400001");
    assertThat(faults(trip.register(third))).contains("linkedDeclarationIds[0] LINK_TAKEN Y-8");
  }

  @Test
  void whereTwoWayTripsAreNotInForceNothingIsLinked() {
    trip.gate.world =
        trip.gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(TestSite.working())));
    assertThat(faults(back(draft -> {})))
        .containsExactly("linkedDeclarationIds[0] LINK_NOT_IN_FORCE Y-9");
  }

  @Test
  void whatAFileBringsIsAsItWasAndIsLinkedOnlyIfItMay() {
    trip.register(trip.draft(Direction.EXPORT));
    Draft back = trip.draft(Direction.IMPORT);
    back.linked = List.of("D-2026112400001");
    back.plate = "29C-999.99";
    var file = new RegistrationCommand.Register(new UUID(4, 1), Registration.Via.FILE, back.form());
    assertThat(trip.papers(file)).isInstanceOf(Outcome.Accepted.class);
    assertThat(trip.gate.world.pairings().pairs().size()).isZero();
  }

  @Test
  void itCountsWithTheWordsOfBorderGuardAndCustoms() {
    trip.linked();
    assertThat(trip.pair().orElseThrow().countsBy(trip.gate.now)).isFalse();
    trip.confirm(KeyHolder.BORDER_GUARD);
    assertThat(trip.gate.entry()).contains("PairConfirmed");
    assertThat(trip.pair().orElseThrow().countsBy(trip.gate.now)).isFalse();
    assertThat(Load.code(trip.confirm(KeyHolder.BORDER_GUARD))).isEqualTo("ALREADY_CONFIRMED");
    trip.confirm(KeyHolder.CUSTOMS);
    assertThat(trip.pair().orElseThrow().countsBy(trip.gate.now)).isTrue();
    assertThat(trip.pair().orElseThrow().countsBy(trip.gate.now.minusSeconds(1))).isFalse();
  }

  @Test
  void aTypoIsAmendedAndTheLinkAndItsWordsStay() {
    trip.linked().registeredWithBoth();
    assertThat(trip.amend(Direction.EXPORT, draft -> draft.phone = "0900000001"))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(trip.pair().orElseThrow().words()).hasSize(2);
    assertThat(trip.pair().orElseThrow().broken()).isEmpty();
  }

  @Test
  void anAmendmentThatBreaksAConditionVoidsTheWordsAndSaysSoAndKeepsTheLink() {
    trip.linked().registeredWithBoth();
    assertThat(trip.amend(Direction.IMPORT, draft -> draft.plate = "29C-999.99"))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(trip.gate.entry()).contains("PairJudged");
    assertThat(trip.pair().orElseThrow().words()).isEmpty();
    assertThat(trip.pair().orElseThrow().broken()).containsExactly("LINK_PLATE");
    Outcome refused = trip.confirm(KeyHolder.CUSTOMS);
    assertThat(Load.code(refused)).isEqualTo("NOT_TWO_WAY");
    assertThat(((Outcome.Refused) refused).refusal().unmet()).containsExactly("LINK_PLATE");
    trip.amend(Direction.IMPORT, draft -> draft.plate = Paired.OURS);
    assertThat(trip.pair().orElseThrow().broken()).isEmpty();
    assertThat(trip.pair().orElseThrow().words()).isEmpty();
    trip.registeredWithBoth();
  }

  @Test
  void anAmendmentThatNamesTheOtherNoMorePartsThem() {
    trip.linked();
    trip.amend(Direction.IMPORT, draft -> draft.linked = List.of());
    assertThat(trip.gate.entry()).contains("PairParted");
    assertThat(trip.pair()).isEmpty();
  }

  @Test
  void anOfficerWhoSawAnotherVersionIsToldToLookAgain() {
    trip.linked();
    trip.amend(Direction.IMPORT, draft -> draft.phone = "0900000001");
    var old =
        new PairingCommand.ConfirmPair(
            trip.pair().orElseThrow().id(),
            KeyHolder.CUSTOMS,
            OptionalInt.of(0),
            OptionalInt.of(0));
    assertThat(Load.code(trip.ask(Role.CUSTOMS, old))).isEqualTo("STALE");
  }

  @Test
  void whoWithdrawsOneHalfHasNoTripAnyMore() {
    trip.linked();
    UUID key = trip.held(Direction.IMPORT).key();
    trip.papers(new RegistrationCommand.Withdraw(key));
    assertThat(trip.pair()).isEmpty();
    assertThat(trip.gate.world.pairings().byHalf().size()).isZero();
  }
}
