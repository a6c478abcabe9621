package io.clearway.world;

import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.ClearanceRules;
import io.clearway.clearance.Visit;
import io.clearway.clearance.Waits;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A load with its registration and its passage: what each agency waits for, who is late, whether
/// it may leave.
public final class Loads {

  private Loads() {}

  /// What one agency does on a load, as anybody may see it.
  ///
  /// @param step its code, or `KEY_` and the agency for a key of the entry
  public record Line(String step, Agency agency, Waits.Wait waiting) {}

  /// The passage as a clearance needs it.
  public static Visit visit(World world, Registration held) {
    Optional<Crossing> passage =
        world.crossings().byRegistration().find(held.id()).flatMap(world.crossings()::find);
    return passage.map(crossing -> visit(held, crossing)).orElse(ClearanceRules.notHere(held));
  }

  private static Visit visit(Registration held, Crossing crossing) {
    return new Visit(
        held.registeredAt(),
        Optional.of(crossing.track().arrivedAt()),
        crossing.keys().enteredAt(),
        crossing.track().yardEnteredAt(),
        missingKeys(crossing),
        crossing.live());
  }

  private static List<Agency> missingKeys(Crossing crossing) {
    List<Agency> missing = new ArrayList<>();
    for (KeyHolder holder : KeyHolder.values()) {
      if (crossing.keys().of(holder).isEmpty()) {
        missing.add(Amendments.of(holder));
      }
    }
    return List.copyOf(missing);
  }

  static ClearanceRules.Facts facts(World world, ClearanceCommand order, Envelope envelope) {
    Optional<Registration> held = world.registrations().find(order.registration());
    return new ClearanceRules.Facts(
        world.sites().get(),
        envelope.actor(),
        world.nextId(),
        held,
        held.map(r -> visit(world, r)));
  }

  /// Whether the vehicle that was seen leaving was not free to leave.
  static boolean unreleased(World world, CrossingCommand.Sighting sighting) {
    return world
        .crossings()
        .latest(sighting.plate().subject(), sighting.gate(), sighting.direction())
        .stream()
        .anyMatch(crossing ->
            crossing.registration().stream()
                .anyMatch(registration ->
                    crossing.turned().isPresent()
                        ? !held(world, registration).isEmpty()
                        : !mayLeave(world, registration)));
  }

  /// Which agencies hold that registration's load, as conditions.
  static List<String> held(World world, long registration) {
    return world.clearances().find(registration).stream()
        .flatMap(clearance -> clearance.holds().stream())
        .map(hold -> "HOLD_" + hold.agency())
        .distinct()
        .toList();
  }

  /// Whether every agency that is asked lets that registration's load go.
  public static boolean mayLeave(World world, long registration) {
    return world.clearances().find(registration).filter(held -> !held.mayLeave()).isEmpty();
  }

  /// Everything that keeps the load from leaving; empty when it may.
  public static List<String> unmet(World world, Registration held) {
    return world
        .clearances()
        .find(held.id())
        .map(clearance -> ClearanceRules.missing(clearance, "", visit(world, held)))
        .orElse(List.of());
  }

  /// What every agency has waited, and who is late now: the two keys first, then the steps.
  public static List<Line> lines(World world, Registration held, Instant now) {
    return lines(world, held, now, agency -> true);
  }

  /// The same of the agencies that are wanted.
  public static List<Line> lines(
      World world, Registration held, Instant now, Predicate<Agency> wanted) {
    Site site = world.sites().get();
    Visit visit = visit(world, held);
    Optional<Clearance> clearance = world.clearances().find(held.id());
    Waits waits =
        new Waits(
            site,
            visit,
            clearance.map(Clearance::pauses).orElse(List.of()),
            ClearanceRules.barrier(site, held, now),
            now);
    List<Line> lines = new ArrayList<>();
    world
        .crossings()
        .byRegistration()
        .find(held.id())
        .flatMap(world.crossings()::find)
        .ifPresent(crossing -> {
          for (KeyHolder holder : KeyHolder.values()) {
            if (!wanted.test(Amendments.of(holder))) {
              continue;
            }
            lines.add(key(site, held, crossing, holder, waits));
          }
        });
    clearance.ifPresent(c ->
        c.tasks().stream()
            .filter(task -> Clearance.required(task) && wanted.test(task.agency()))
            .forEach(t -> lines.add(new Line(t.step(), t.agency(), waits.of(c, t)))));
    return List.copyOf(lines);
  }

  /// It is both agencies' turn as soon as vehicle and papers are there, and again when what they
  /// confirmed was amended.
  private static Line key(
      Site site, Registration held, Crossing crossing, KeyHolder holder, Waits waits) {
    Agency agency = Amendments.of(holder);
    Instant since = crossing.track().arrivedAt();
    since = held.registeredAt().isAfter(since) ? held.registeredAt() : since;
    Instant turn = asked(site, held, agency, since);
    Waits.Wait wait =
        crossing
            .keys()
            .turnedAt(holder)
            .map(done ->
                waits.over(waits.worked(agency, turn.isAfter(done) ? done : turn, done), done))
            .orElseGet(() ->
                waits.running(
                    agency, Optional.of(turn), Optional.of(site.agencyLateAfter()), Duration.ZERO));
    return new Line("KEY_" + agency, agency, wait);
  }

  /// The last amendment of a field that the agency relies on asks it again.
  private static Instant asked(Site site, Registration held, Agency agency, Instant since) {
    Instant last = since;
    for (Registration.Change change : held.changes()) {
      boolean relies =
          io.clearway.registration.RegistrationRules.relies(site, agency, change.fields());
      last = relies && change.at().isAfter(last) ? change.at() : last;
    }
    return last;
  }
}
