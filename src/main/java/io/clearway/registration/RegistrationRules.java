package io.clearway.registration;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Registration as pure functions. Rules: docs/rules/registration.md.
public final class RegistrationRules {

  /// Vehicles of one lot.
  public static final int LOT = 20;

  /// A vehicle that stands here already was to come yesterday at the earliest.
  private static final Duration PAST = Duration.ofDays(1);

  /// No vehicle passes twice in one direction within an hour.
  private static final Duration ONE_TRIP = Duration.ofHours(1);

  private static final Duration HORIZON = Duration.ofDays(366);

  /// Official numbers that one day has.
  private static final int NUMBERS = 100_000;

  private RegistrationRules() {}

  /// What the rules need to know from elsewhere.
  ///
  /// @param owner the actor who asks
  /// @param nextId the id that a new registration gets
  /// @param passage of the registration that is to be amended
  /// @param mine whether the registration that is named was made by who asks, or by another account
  ///   of the same company
  /// @param promised the vehicle is to take goods over, or goods are to be taken over from it
  /// @param links what stands against the links that a form names
  public record Facts(
      Site site,
      long owner,
      long nextId,
      Passage passage,
      boolean mine,
      boolean promised,
      Links links) {

    /// No registration is named.
    public Facts(Site site, long owner, long nextId, Passage passage) {
      this(site, owner, nextId, passage, false, false, Links.ANY);
    }
  }

  /// What stands against the links to other registrations that a form names.
  @FunctionalInterface
  public interface Links {
    /// Nothing.
    Links ANY = (others, form, before) -> List.of();

    /// @param others all registrations but that of the form
    /// @param before links that were there before an amendment
    List<Violation> faults(Registrations others, Registration.Form form, List<String> before);

    /// Of a new registration; what a file of the past or another platform brings is as it was.
    default List<Violation> ofNew(
        Registrations others, Registration.Form form, Registration.Via via) {
      return switch (via) {
        case API, SCREEN -> faults(others, form, List.of());
        case FILE, PLATFORM -> List.of();
      };
    }
  }

  /// Something that nobody has said yes or no to: whether these goods may pass here.
  ///
  /// @param path the field that it is about
  /// @param commodity its code in the site file
  public record Question(String path, String commodity) {}

  /// Where the vehicle of a registration is.
  public enum Passage {
    NOT_HERE,
    HERE,
    GONE
  }

  public static Decision<RegistrationEvent> decide(
      Registrations registrations, RegistrationCommand command, Facts facts, Instant now) {
    return switch (command) {
      case RegistrationCommand.Register c -> register(registrations, c, facts, now);
      case RegistrationCommand.RegisterLot c -> lot(registrations, c, facts, now);
      case RegistrationCommand.Amend c -> Amending.decide(registrations, c, facts, now);
      case RegistrationCommand.Reroute c -> Rerouting.decide(registrations, c, facts, now);
      case RegistrationCommand.ChangeTractor c -> Tractor.decide(registrations, c, facts, now);
      case RegistrationCommand.Withdraw c -> Amending.withdraw(registrations, c, facts);
      case RegistrationCommand.ConfirmPapers c -> Amending.confirm(registrations, c, facts, now);
      case RegistrationCommand.KeepPreset c -> registrations.presets().keep(c, facts, now);
      case RegistrationCommand.DropPreset(UUID key) -> registrations.presets().drop(key, facts);
      case RegistrationCommand.Retire(List<Long> ids) -> retire(registrations, ids);
    };
  }

  /// Whether a vehicle under that regime comes without goods.
  public static boolean empty(Registration.Regime regime) {
    return regime == Registration.Regime.EMPTY || regime == Registration.Regime.RECEIVING;
  }

  /// Everything that the rules say against a form, all faults at once.
  public static List<Violation> check(
      Registrations registrations, Registration.Form form, Site site) {
    var day = new FormRules.Day(site.dayOf(form.plannedArrivalAt()));
    List<Violation> violations = new ArrayList<>(FormRules.check(form, day));
    violations.addAll(SiteRules.check(form, site));
    violations.addAll(ResidentRules.check(registrations, form, site));
    violations.addAll(Returns.check(registrations, form));
    duplicates(registrations, form, violations);
    return violations;
  }

  /// a planned arrival is of today or of a day to come that somebody can mean; what a file of
  /// the past or another platform brings is as it was.
  public static List<Violation> untimely(
      Registration.Form form, Registration.Via via, Instant now) {
    boolean typed =
        switch (via) {
          case API, SCREEN -> true;
          case FILE, PLATFORM -> false;
        };
    if (typed && form.plannedArrivalAt().isBefore(now.minus(PAST))) {
      return List.of(
          new Violation(
              "plannedArrivalAt", "ARRIVAL_PAST", "R-64", "The planned arrival is over."));
    }
    if (typed && form.plannedArrivalAt().isAfter(now.plus(HORIZON))) {
      return List.of(
          new Violation(
              "plannedArrivalAt",
              "ARRIVAL_TOO_FAR",
              "R-64",
              "The planned arrival is more than a year away."));
    }
    return List.of();
  }

  /// What nobody knows of this form's goods and route; the trader asks before loading.
  public static List<Question> questions(Registration.Form form, Site site) {
    return SiteRules.questions(form, site);
  }

  /// What the form lacks up to that stage, with who needs it.
  public static List<Missing> missing(Registration.Form form, Site site) {
    return Missing.of(form, site);
  }

  private static Decision<RegistrationEvent> register(
      Registrations registrations, RegistrationCommand.Register c, Facts facts, Instant now) {
    if (registrations.byKey().has(c.key())) {
      return used();
    }
    List<Violation> violations = new ArrayList<>(check(registrations, c.form(), facts.site()));
    violations.addAll(untimely(c.form(), c.via(), now));
    violations.addAll(facts.links().ofNew(registrations, c.form(), c.via()));
    if (!violations.isEmpty()) {
      return Decision.refuse(Refusal.ofFields(List.copyOf(violations)));
    }
    return registered(registrations, c, Optional.empty(), facts, now)
        .map(Decision::accept)
        .orElseGet(RegistrationRules::usedUp);
  }

  private static Decision<RegistrationEvent> used() {
    return Decision.refuse(Refusal.of("ID_IN_USE", "R-1", "A registration with this id exists."));
  }

  private static Decision<RegistrationEvent> usedUp() {
    return Decision.refuse(
        Refusal.of("NUMBERS_USED_UP", "R-56", "All numbers of this day are given."));
  }

  private static Optional<RegistrationEvent> registered(
      Registrations registrations,
      RegistrationCommand.Register c,
      Optional<UUID> lot,
      Facts facts,
      Instant now) {
    Optional<String> number =
        c.form().number().isEmpty()
            ? number(registrations, facts, now)
            : Optional.of(c.form().number());
    return number.map(given ->
        new RegistrationEvent.Registered(
            new Registration(
                facts.nextId(),
                c.key(),
                facts.owner(),
                now,
                c.via(),
                lot,
                List.of(),
                List.of(),
                c.form().numbered(given)),
            now));
  }

  /// the gate's day and five digits, the first that are free from the new id's on. Empty when
  /// the day's hundred thousand are used up.
  private static Optional<String> number(Registrations registrations, Facts facts, Instant now) {
    String day = facts.site().dayOf(now).toString().replace("-", "");
    for (int tried = 0; tried < NUMBERS; tried++) {
      String rest = Long.toString((facts.nextId() + tried) % NUMBERS);
      String number = day + "0".repeat(5 - rest.length()) + rest;
      if (!registrations.byNumber().has(number)) {
        return Optional.of(number);
      }
    }
    return Optional.empty();
  }

  /// all or none; each is judged as if those before it were registered.
  private static Decision<RegistrationEvent> lot(
      Registrations registrations, RegistrationCommand.RegisterLot c, Facts facts, Instant now) {
    if (c.items().isEmpty() || c.items().size() > LOT) {
      return Decision.refuse(
          Refusal.ofFields(
              List.of(
                  new Violation(
                      "registrations", "LOT_SIZE", "R-57", "A lot is of 1 to " + LOT + "."))));
    }
    Registrations before = registrations.under(null);
    List<RegistrationEvent> events = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < c.items().size(); i++) {
      RegistrationCommand.Register item = c.items().get(i);
      if (before.byKey().has(item.key())) {
        return used();
      }
      String at = "registrations[" + i + "]";
      List<Violation> faults = new ArrayList<>(check(before, item.form(), facts.site()));
      faults.addAll(untimely(item.form(), item.via(), now));
      faults.addAll(facts.links().ofNew(before, item.form(), item.via()));
      faults.forEach(violation -> violations.add(violation.in(at)));
      if (faults.isEmpty()) {
        Facts its = new Facts(facts.site(), facts.owner(), facts.nextId() + i, facts.passage());
        Optional<RegistrationEvent> event =
            registered(before, item, Optional.of(c.lot()), its, now);
        if (event.isEmpty()) {
          return usedUp();
        }
        before = before.evolve(event.get());
        events.add(event.get());
      }
    }
    return violations.isEmpty()
        ? Decision.accept(List.copyOf(events))
        : Decision.refuse(Refusal.ofFields(List.copyOf(violations)));
  }

  private static Decision<RegistrationEvent> retire(Registrations registrations, List<Long> ids) {
    List<Long> known = ids.stream().distinct().filter(registrations.all()::has).toList();
    return known.size() == ids.size()
        ? Decision.accept(new RegistrationEvent.RegistrationsRetired(known))
        : Decision.refuse(
            Refusal.of("REGISTRATION_UNKNOWN", "R-30", "There is no such registration."));
  }

  private static void duplicates(
      Registrations registrations, Registration.Form form, List<Violation> violations) {
    if (registrations.byNumber().has(form.number())) {
      violations.add(
          new Violation(
              "declarationNumber",
              "DUPLICATE_DECLARATION_NUMBER",
              "R-4",
              "Another registration carries this number."));
    }
    Set<String> inForm = new TreeSet<>();
    for (int i = 0; i < form.vehicles().size(); i++) {
      Registration.Vehicle vehicle = form.vehicles().get(i);
      Findings.Place place = Findings.Place.of("vehicles", i);
      sealed(registrations, place, vehicle.seal(), inForm).ifPresent(violations::add);
      for (int j = 0; j < vehicle.wagons().size(); j++) {
        sealed(registrations, place.inside("wagons", j), vehicle.wagons().get(j).seal(), inForm)
            .ifPresent(violations::add);
      }
      if (twice(registrations, form, vehicle)) {
        violations.add(
            new Violation(
                "vehicles[" + i + "].plateNumber",
                "REGISTERED_TWICE",
                "R-53",
                "This vehicle is registered already for this time or with this customs declaration;"
                    + " amend that registration."));
      }
    }
  }

  ///
  private static Optional<Violation> sealed(
      Registrations registrations,
      Findings.Place place,
      Optional<String> seal,
      Set<String> inForm) {
    Optional<String> compared = seal.map(Spelling::seal);
    boolean taken =
        compared.isPresent()
            && (registrations.bySeal().has(compared.get()) || !inForm.add(compared.get()));
    return taken
        ? Optional.of(
            new Violation(
                place.field("customsSealNumber"),
                "SEAL_DUPLICATE",
                "R-22",
                "This seal is on another vehicle that has not left."))
        : Optional.empty();
  }

  /// the same vehicle, the same direction, and the same time or a customs declaration in
  /// common.
  private static boolean twice(
      Registrations registrations, Registration.Form form, Registration.Vehicle vehicle) {
    for (long id : registrations.withPlate(vehicle.plate().subject())) {
      Registration.Form other = registrations.all().get(id).form();
      boolean sameTime =
          Duration.between(other.plannedArrivalAt(), form.plannedArrivalAt())
                  .abs()
                  .compareTo(ONE_TRIP)
              < 0;
      boolean sameGoods =
          other.goods().stream()
              .map(Registration.GoodsGroup::customsNumber)
              .filter(number -> !number.isEmpty())
              .anyMatch(
                  number -> form.goods().stream().anyMatch(g -> g.customsNumber().equals(number)));
      if (other.direction() == form.direction() && (sameTime || sameGoods)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it names a field of a registration, as `vehicles[].plateNumber`.
  public static boolean isField(String name) {
    return Field.names().contains(name);
  }

  /// Whether that agency relies on one of the fields.
  public static boolean relies(Site site, Agency agency, List<String> fields) {
    return site.rulebook().reliances().stream()
        .filter(reliance -> reliance.agency() == agency)
        .anyMatch(reliance -> reliance.fields().stream().anyMatch(fields::contains));
  }

  /// X-16, M-10: whether a field that the agency relies on was amended after the version that its
  /// officer saw, or there is no such version yet. An officer who does not say what was seen has
  /// seen the first.
  public static boolean amendedSince(
      Site site, Registration held, Agency agency, OptionalInt seen) {
    int version = seen.orElse(0);
    return version > held.version()
        || held.changes().stream()
            .skip(Math.max(0, version))
            .anyMatch(change -> relies(site, agency, change.fields()));
  }
}
