package io.clearway.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.Preset;
import io.clearway.registration.RegistrationCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a trader keeps to use again (K-1 to K-4).
class PresetsTest {

  private static final UUID KEY = new UUID(4, 1);
  private static final Subject DRIVER = new Subject(8, 8);
  private static final List<Preset.Leaf> LEAVES =
      List.of(
          new Preset.Leaf.Plain("vehicles[0].tareKg", "15000"),
          new Preset.Leaf.Private(
              "vehicles[0].driverName", new Personal.Known<>(DRIVER, "\"Tài Xế\"")));

  private final Played gate = new Played();

  @Test
  void whatIsKeptIsFoundByItsOwnerAndTheSameIdReplacesIt() {
    keep(KEY, "Xe 1", LEAVES);
    keep(new UUID(4, 2), "Xe 2", LEAVES);
    keep(KEY, "Xe 1b", LEAVES);
    assertThat(mine()).extracting(Preset::label).containsExactly("Xe 1b", "Xe 2");
    assertThat(gate.world.registrations().presets().of(99)).isEmpty();
  }

  @Test
  void anIdIsOneTraders() {
    keep(KEY, "Xe 1", LEAVES);
    Actor other = new Actor(77, new UUID(1, 77), Role.TRADER, "other");
    gate.world = gate.world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(other)));
    var keep = new RegistrationCommand.KeepPreset(KEY, Preset.Kind.DRAFT, "x", LEAVES);
    Outcome outcome =
        Engine.step(gate.world, new Envelope(77, new Command.OfRegistration(keep)), gate.now);
    assertThat(rule(outcome)).isEqualTo("K-1");
    var drop = new RegistrationCommand.DropPreset(KEY);
    outcome = Engine.step(gate.world, new Envelope(77, new Command.OfRegistration(drop)), gate.now);
    assertThat(rule(outcome)).isEqualTo("K-4");
  }

  @Test
  void soManyAndNoMore() {
    for (int i = 0; i < 300; i++) {
      assertThat(keep(new UUID(5, i), "x", LEAVES)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(rule(keep(new UUID(5, 300), "x", LEAVES))).isEqualTo("K-2");
    assertThat(keep(new UUID(5, 7), "y", LEAVES)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void nothingIsNotKept() {
    assertThat(rule(keep(KEY, "x", List.of()))).isEqualTo("K-3");
    List<Preset.Leaf> many = new ArrayList<>();
    for (int i = 0; i <= 600; i++) {
      many.add(LEAVES.getFirst());
    }
    assertThat(rule(keep(KEY, "x", many))).isEqualTo("K-3");
  }

  @Test
  void onlyTheOwnerRemovesIt() {
    assertThat(rule(drop(KEY))).isEqualTo("K-4");
    keep(KEY, "Xe 1", LEAVES);
    assertThat(drop(KEY)).isInstanceOf(Outcome.Accepted.class);
    assertThat(mine()).isEmpty();
  }

  @Test
  void anErasedPersonIsErasedHereToo() {
    keep(KEY, "Xe 1", LEAVES);
    gate.ask(Role.OPERATOR, new Command.OfWorld(new WorldCommand.Erase(DRIVER, "r-1")));
    assertThat(mine().getFirst().leaves().getLast())
        .isEqualTo(
            new Preset.Leaf.Private("vehicles[0].driverName", new Personal.Erased<>(DRIVER)));
    assertThat(mine().getFirst().leaves().getFirst()).isEqualTo(LEAVES.getFirst());
  }

  @Test
  void theBooksCarryWhatIsKeptInItsOrder() {
    keep(KEY, "Xe 1", LEAVES);
    keep(new UUID(4, 2), "Xe 2", LEAVES);
    gate.after(1);
    keep(KEY, "Xe 1b", LEAVES);
    World rebuilt = CarryForward.fold(CarryForward.of(gate.world, Instant.EPOCH));
    assertThat(rebuilt.registrations()).isEqualTo(gate.world.registrations());
  }

  private List<Preset> mine() {
    return gate.world.registrations().presets().of(Played.id(Role.TRADER));
  }

  private Outcome keep(UUID key, String label, List<Preset.Leaf> leaves) {
    return ask(new RegistrationCommand.KeepPreset(key, Preset.Kind.VEHICLE, label, leaves));
  }

  private Outcome drop(UUID key) {
    return ask(new RegistrationCommand.DropPreset(key));
  }

  private Outcome ask(RegistrationCommand command) {
    return gate.ask(Role.TRADER, new Command.OfRegistration(command));
  }

  private static String rule(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var refusal) ? refusal.rule() : outcome.toString();
  }
}
