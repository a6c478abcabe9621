package io.clearway.takeover;

import io.clearway.authority.Actor;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.link.json.AsTyped;
import io.clearway.link.json.RegistrationReader;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Places;
import io.clearway.site.Site;
import io.clearway.site.SiteCommand;
import io.clearway.world.Command;
import io.clearway.world.Engine;
import io.clearway.world.Envelope;
import io.clearway.world.Outcome;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Tries a whole folder on a fork of the world, so that every fault is known before anything is
/// done: what the engine refuses here it would refuse there. Rules: docs/rules/takeover.md.
public final class Judge {

  private static final Violation REVOKED =
      new Violation("taxCode", "ACCOUNT_REVOKED", "C-3", "This account was revoked here.");

  private final Instant now;
  private final Set<String> accounts = new TreeSet<>();
  private final Set<String> numbers = new TreeSet<>();
  private World world;

  private Judge(World world, Instant now) {
    this.world = world;
    this.now = now;
  }

  /// Every line with its fate, and the world as it would be.
  public record Judgement(List<Judged> lines, World after) {

    public boolean faultless() {
      return lines.stream().allMatch(Judged::comes);
    }
  }

  /// @param site that will be in force
  /// @param now the gate's clock
  /// @throws IllegalArgumentException when the world belongs to another complex
  public static Judgement of(World world, Site site, List<Deed> deeds, Instant now) {
    Judge judge = new Judge(world, now);
    judge.adopt(site);
    Taking.counters().forEach(judge::tried);
    List<Judged> lines = deeds.stream().map(judge::judge).toList();
    return new Judgement(lines, judge.world);
  }

  private void adopt(Site site) {
    Command adopt = new Command.OfSite(new SiteCommand.AdoptSite(site));
    refusal(Actor.SYSTEM.id(), adopt)
        .ifPresent(no -> {
          throw new IllegalArgumentException(no.code() + ": " + no.detail());
        });
  }

  private Judged judge(Deed deed) {
    List<Violation> faults =
        switch (deed.what()) {
          case Deed.What.Nothing nothing -> deed.faults();
          case Deed.What.Account(String taxCode) -> {
            accounts.add(StableIds.digits(taxCode));
            yield revoked(deed, taxCode) ? List.of(REVOKED) : deed.faults();
          }
          case Deed.What.Kept(String owner) -> owned(deed.faults(), "taxCode", owner);
          case Deed.What.Papers papers -> papers(deed, papers);
          case Deed.What.Standing standing -> standing(deed.faults(), standing);
        };
    if (!faults.isEmpty()) {
      return Judged.faulty(deed, faults);
    }
    if (deed.steps().stream().anyMatch(step -> Already.registered(world, step.command()))) {
      return new Judged(deed, Judged.Fate.KNOWN, List.of());
    }
    return tried(deed);
  }

  /// What the account kept is still here, and the account is not.
  private boolean revoked(Deed deed, String taxCode) {
    return world.authorities().find(StableIds.account(taxCode)).isEmpty()
        && deed.steps().stream()
            .map(Deed.Step::command)
            .anyMatch(command ->
                command instanceof Command.OfRegistration(RegistrationCommand.KeepPreset keep)
                    && world.registrations().presets().byKey().has(keep.key()));
  }

  private List<Violation> owned(List<Violation> before, String path, String owner) {
    List<Violation> faults = new ArrayList<>(before);
    boolean known =
        accounts.contains(StableIds.digits(owner))
            || world.authorities().find(StableIds.account(owner)).isPresent();
    if (!known && clean(before, path)) {
      faults.add(
          new Violation(path, "ACCOUNT_MISSING", "C-3", "There is no account of this tax code."));
    }
    return List.copyOf(faults);
  }

  private static boolean clean(List<Violation> faults, String path) {
    return faults.stream().noneMatch(v -> v.path().equals(path) || path.startsWith(v.path() + "."));
  }

  /// A line that a run before this one brought is not judged again: what stands against it now may
  /// be itself.
  private List<Violation> papers(Deed deed, Deed.What.Papers papers) {
    List<Violation> own = new ArrayList<>(deed.faults());
    if (!papers.number().isEmpty() && !numbers.add(papers.number())) {
      own.add(
          new Violation(
              "declarationNumber",
              "DUPLICATE_DECLARATION_NUMBER",
              "R-4",
              "Another line carries this number."));
    }
    boolean held = deed.steps().stream().anyMatch(s -> Already.registered(world, s.command()));
    List<Violation> byRules =
        held
            ? List.of()
            : RegistrationRules.check(world.registrations(), papers.whole(), world.sites().get())
                .stream()
                .filter(v -> !v.rule().equals("R-49"))
                .toList();
    List<Violation> all = RegistrationReader.Reading.with(own, byRules);
    return owned(AsTyped.of(papers.row(), all), "declarant.taxCode", papers.owner());
  }

  private List<Violation> standing(List<Violation> before, Deed.What.Standing standing) {
    List<Violation> faults = new ArrayList<>(before);
    Places places = world.sites().get().places();
    String gate = standing.sighting().gate();
    boolean gateKnown = places.findLine(gate).isPresent();
    if (clean(before, "gate") && !gateKnown) {
      faults.add(new Violation("gate", "GATE_UNKNOWN", "C-8", "There is no such gate."));
    }
    Optional<Places.Yard> yard = standing.yard().flatMap(places::findYard);
    if (clean(before, "where") && standing.yard().isPresent() && yard.isEmpty()) {
      faults.add(
          new Violation("where", "YARD_UNKNOWN", "C-8", "Expected is GATE or the code of a yard."));
    }
    if (gateKnown && yard.filter(y -> !y.line().equals(gate)).isPresent()) {
      faults.add(new Violation("where", "YARD_ELSEWHERE", "C-8", "The yard is not at this gate."));
    }
    Instant since = standing.sighting().occurredAt();
    if (since.isAfter(now)) {
      faults.add(
          new Violation("since", "COUNTED_LATER", "C-8", "Nothing is counted before it is so."));
    }
    if (standing.entered().isAfter(now)
        || (clean(before, "since") && standing.entered().isBefore(since))) {
      faults.add(
          new Violation("yardSince", "YARD_TIME", "C-8", "Expected is a time from then to now."));
    }
    return faults;
  }

  /// Does it on the fork.
  private Judged tried(Deed deed) {
    for (Deed.Step step : deed.steps()) {
      if (!Already.enrolled(world, step.command()) && !Already.stands(world, step.command())) {
        Optional<Long> actor = actor(world, step.by());
        if (actor.isEmpty()) {
          return new Judged(deed, Judged.Fate.LEFT_OUT, List.of());
        }
        Optional<Refusal> no = refusal(actor.get(), step.command());
        if (no.isPresent()) {
          return Judged.faulty(deed, violations(no.get()));
        }
      }
    }
    return new Judged(deed, Judged.Fate.GOOD, List.of());
  }

  private Optional<Refusal> refusal(long actor, Command command) {
    return switch (Engine.step(world, new Envelope(actor, command), now)) {
      case Outcome.Accepted(World after, var events) -> {
        world = after;
        yield Optional.empty();
      }
      case Outcome.Refused(Refusal refusal) -> Optional.of(refusal);
      case Outcome.Denied() -> Optional.of(Refusal.of("DENIED", "A-1", "The actor may not."));
    };
  }

  static Optional<Long> actor(World world, UUID key) {
    return key.equals(Actor.SYSTEM.key())
        ? Optional.of(Actor.SYSTEM.id())
        : world.authorities().find(key).map(Actor::id);
  }

  /// At the fields of the line: what is said of a part of a lot is said of its vehicle.
  static List<Violation> violations(Refusal refusal) {
    if (refusal.violations().isEmpty()) {
      return List.of(new Violation("", refusal.code(), refusal.rule(), refusal.detail()));
    }
    Set<Violation> found = new LinkedHashSet<>();
    for (Violation v : refusal.violations()) {
      String path =
          v.path()
              .replaceFirst("^registrations\\[(\\d+)]\\.vehicles\\[0]", "vehicles[$1]")
              .replaceFirst("^registrations\\[\\d+]\\.", "");
      found.add(new Violation(path, v.code(), v.rule(), v.message()));
    }
    return List.copyOf(found);
  }
}
