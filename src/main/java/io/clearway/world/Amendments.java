package io.clearway.world;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Working;
import io.clearway.kernel.Violation;
import io.clearway.registration.Amending;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationEvent;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import io.clearway.site.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an amendment means beyond the registration: which confirmations it makes void, because the
/// agency relies on a field that changed, and which confirmations come too late for it.
public final class Amendments {

  private Amendments() {}

  /// What an amendment would do, for showing beforehand.
  ///
  /// @param fields that change
  /// @param voided keys that would have to be turned again
  /// @param papers words on the papers that would no longer stand
  /// @param due until when, if any
  /// @param correction the vehicle has gone: the passage stays as it was
  public record Effect(
      List<String> fields,
      List<Violation> violations,
      List<Voided> voided,
      List<Registration.Papers> papers,
      Optional<Instant> due,
      boolean correction) {}

  /// A confirmation and when it was given.
  public record Voided(KeyHolder agency, Instant confirmedAt) {}

  public static Effect effect(World world, Registration held, Registration.Form form, Instant now) {
    RegistrationRules.Passage passage = passage(world, held.id());
    Amending.Effect effect =
        Amending.effect(world.registrations(), held, form, world.sites().get(), passage);
    List<Voided> voided =
        live(world, held.id()).stream()
            .flatMap(crossing ->
                voids(world, crossing, effect.fields()).stream()
                    .map(agency ->
                        new Voided(agency, crossing.keys().turnedAt(agency).orElseThrow())))
            .toList();
    return new Effect(
        effect.fields(),
        faults(world, held, form, Amending.faults(effect, form, passage, now)),
        voided,
        effect.voided(),
        due(world, held.id(), voided, now),
        passage == RegistrationRules.Passage.GONE);
  }

  /// With what stands against links that the amendment makes.
  private static List<Violation> faults(
      World world, Registration held, Registration.Form form, List<Violation> others) {
    List<Violation> all = new ArrayList<>(others);
    all.addAll(
        TwoWay.links(world)
            .faults(world.registrations().under(null).aside(held), form, held.form().linked()));
    return List.copyOf(all);
  }

  /// Until when the first of those whose key becomes void is waited for.
  private static Optional<Instant> due(
      World world, long registration, List<Voided> voided, Instant now) {
    return live(world, registration)
        .map(crossing -> new AtGate(world.sites().get(), crossing))
        .flatMap(at ->
            voided.stream()
                .map(key -> at.after(key.agency(), now, at.site().agencyLateAfter()))
                .min(Instant::compareTo));
  }

  /// Which turned keys become void when these fields change.
  static List<KeyHolder> voids(World world, Crossing crossing, List<String> fields) {
    return List.of(KeyHolder.values()).stream()
        .filter(agency -> crossing.keys().of(agency).isPresent())
        .filter(agency -> RegistrationRules.relies(world.sites().get(), of(agency), fields))
        .toList();
  }

  /// Whether what the agency relies on was amended since the version that its officer saw.
  static boolean stale(World world, CrossingCommand.ConfirmEntry confirm) {
    return world.crossings().find(confirm.crossing()).stream()
        .flatMapToLong(crossing -> crossing.registration().stream())
        .boxed()
        .flatMap(id -> world.registrations().find(id).stream())
        .anyMatch(held ->
            RegistrationRules.amendedSince(
                world.sites().get(), held, of(confirm.agency()), confirm.seen()));
  }

  static RegistrationRules.Passage passage(World world, RegistrationCommand order) {
    return named(world, order)
        .map(held -> passage(world, held.id()))
        .orElse(RegistrationRules.Passage.NOT_HERE);
  }

  /// M-1: whether who asks registered what is named, or another account of the same company did.
  static boolean mine(World world, RegistrationCommand order, long actor) {
    return named(world, order)
        .filter(held -> world.authorities().together(held.owner(), actor))
        .isPresent();
  }

  private static Optional<Registration> named(World world, RegistrationCommand order) {
    Optional<UUID> key =
        switch (order) {
          case RegistrationCommand.Amend c -> Optional.of(c.key());
          case RegistrationCommand.Withdraw c -> Optional.of(c.key());
          case RegistrationCommand.ConfirmPapers c -> Optional.of(c.key());
          case RegistrationCommand.Register c -> Optional.empty();
          case RegistrationCommand.RegisterLot c -> Optional.empty();
          case RegistrationCommand.KeepPreset c -> Optional.empty();
          case RegistrationCommand.DropPreset c -> Optional.empty();
          case RegistrationCommand.ChangeTractor c -> Optional.empty();
          case RegistrationCommand.Reroute c -> Optional.empty();
          case RegistrationCommand.Retire c -> Optional.empty();
        };
    return key.flatMap(world.registrations()::find);
  }

  private static RegistrationRules.Passage passage(World world, long registration) {
    if (!world.crossings().holdsRegistration(registration)) {
      return RegistrationRules.Passage.NOT_HERE;
    }
    return live(world, registration).isPresent()
        ? RegistrationRules.Passage.HERE
        : RegistrationRules.Passage.GONE;
  }

  /// The passage of that registration, as long as the vehicle has not gone.
  static Optional<Crossing> live(World world, long registration) {
    return world
        .crossings()
        .byRegistration()
        .find(registration)
        .flatMap(world.crossings()::find)
        .filter(Crossing::live);
  }

  /// P-6, P-7: of an amendment; none where a tractor was changed, which both keys have just seen.
  static List<KeyHolder> voids(World world, Crossing crossing, RegistrationEvent.Amended amended) {
    return world.fleets().madeAt(crossing.id(), amended.change().at())
        ? List.of()
        : voids(world, crossing, amended.change().fields());
  }

  /// When the agencies work on that vehicle, by the site file in force.
  record AtGate(Site site, Crossing crossing) implements Working {

    @Override
    public Instant after(KeyHolder agency, Instant from, Duration work) {
      return workTime(agency).after(from, work);
    }

    @Override
    public Duration between(KeyHolder agency, Instant from, Instant to) {
      return workTime(agency).between(from, to);
    }

    private WorkTime workTime(KeyHolder agency) {
      return site.workTime(of(agency), crossing.gate(), crossing.direction());
    }
  }

  static Agency of(KeyHolder agency) {
    return switch (agency) {
      case BORDER_GUARD -> Agency.BORDER_GUARD;
      case CUSTOMS -> Agency.CUSTOMS;
    };
  }
}
