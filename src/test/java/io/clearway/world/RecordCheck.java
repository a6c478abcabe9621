package io.clearway.world;

import io.clearway.authority.Role;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.registration.Draft;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.site.Figure;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.site.SiteEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What registrations and amendments promise, for planted bugs: ends with 3 when one is broken.
final class RecordCheck {

  private static final UUID KEY = new UUID(2, 1);
  private static final Figure.Origin SAID = new Figure.Origin(Figure.Evidence.A, "");

  private final Played gate = new Played();
  private final Draft draft = new Draft();

  private RecordCheck() {
    gate.world = gate.world.apply(new Event.OfSite(new SiteEvent.SiteAdopted(site())));
    draft.seal = Optional.of("SEAL1");
    Promises.require(
        accepted(new RegistrationCommand.Register(KEY, draft.form())), "a form is refused");
  }

  public static void main(String[] arguments) {
    Promises.check(
        () -> new RecordCheck().amendmentAsksWhoReliesOnIt(),
        () -> new RecordCheck().correctionLeavesThePassage(),
        () -> new RecordCheck().aLotGoesInWholeOrNotAtAll(),
        () -> new RecordCheck().whatNobodyKnowsIsNotRefused());
  }

  private void amendmentAsksWhoReliesOnIt() {
    gate.arrived();
    gate.confirm(KeyHolder.BORDER_GUARD);
    gate.confirm(KeyHolder.CUSTOMS);
    draft.seal = Optional.of("SEAL2");
    amend(0);
    Promises.require(
        gate.passage().keys().missing().equals(List.of(KeyHolder.CUSTOMS)),
        "asked again: " + gate.passage().keys().missing());
    draft.phone = "0000000001";
    amend(1);
    Promises.require(
        gate.passage().keys().missing().size() == 1, "a telephone number asks somebody");
    World rebuilt = CarryForward.fold(CarryForward.of(gate.world, Instant.EPOCH));
    Promises.require(rebuilt.equals(gate.world), "the indexes are not those of what is held");
    Draft other = new Draft();
    other.number = "2026112400009";
    other.customsNumber = "308000000009";
    other.plate = "29C-555.55";
    other.seal = Optional.of("SEAL1");
    Promises.require(
        accepted(new RegistrationCommand.Register(new UUID(2, 9), other.form())),
        "a seal that was amended away is still taken");
  }

  private void correctionLeavesThePassage() {
    gate.arrived();
    gate.confirm(KeyHolder.BORDER_GUARD);
    gate.confirm(KeyHolder.CUSTOMS);
    gate.gateLeft();
    var gone = gate.passage();
    draft.seal = Optional.of("SEAL2");
    amend(0);
    Promises.require(gate.passage().equals(gone), "a correction reopened the passage");
  }

  private void aLotGoesInWholeOrNotAtAll() {
    List<RegistrationCommand.Register> items = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Draft item = new Draft();
      item.number = "";
      item.plate = i == 2 ? "X" : "29C-777.%02d".formatted(i);
      items.add(new RegistrationCommand.Register(new UUID(6, i), item.form()));
    }
    Promises.require(
        !accepted(new RegistrationCommand.RegisterLot(new UUID(6, 9), items)),
        "a lot with a fault was registered");
    Promises.require(
        gate.world.registrations().all().size() == 1, "a part of a lot was registered");
  }

  private void whatNobodyKnowsIsNotRefused() {
    Draft elsewhere = new Draft();
    elsewhere.number = "2026112400008";
    elsewhere.customsNumber = "308000000008";
    elsewhere.plate = "29C-888.88";
    elsewhere.gate = "TT";
    Promises.require(
        accepted(new RegistrationCommand.Register(new UUID(2, 8), elsewhere.form())),
        "what nobody knows was refused");
  }

  private void amend(int version) {
    Promises.require(
        accepted(new RegistrationCommand.Amend(KEY, version, draft.form())),
        "an amendment was refused");
  }

  private boolean accepted(RegistrationCommand command) {
    return gate.ask(Role.TRADER, new Command.OfRegistration(command)) instanceof Outcome.Accepted;
  }

  /// Customs relies on the seal, border guard on the driver; dragon fruit is known to pass at HN.
  private static Site site() {
    Site plain = TestSite.site();
    Places.Label name = new Places.Label("Thanh long", "Dragon fruit", "火龙果");
    Rulebook rules =
        new Rulebook(
            "",
            List.of(
                new Rulebook.Commodity(
                    "DRAGON_FRUIT",
                    name,
                    List.of("08109092"),
                    Rulebook.Perishability.PERISHABLE,
                    SAID)),
            List.of(
                new Rulebook.Eligibility(
                    "DRAGON_FRUIT", Direction.EXPORT, List.of("HN"), Rulebook.Elsewhere.ASK, SAID)),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Rulebook.Reliance(Agency.BORDER_GUARD, List.of("vehicles[].driverName")),
                new Rulebook.Reliance(Agency.CUSTOMS, List.of("vehicles[].customsSealNumber"))),
            new Figure.Unknown(""),
            List.of());
    return new Site(plain.head(), plain.places(), rules, List.of());
  }
}
