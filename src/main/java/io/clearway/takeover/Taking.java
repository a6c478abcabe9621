package io.clearway.takeover;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.journal.Digest;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Violation;
import io.clearway.live.Answer;
import io.clearway.live.Gate;
import io.clearway.live.Order;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Gives the lines of a folder to the gate. Whatever was given before is not given twice: ids
/// follow from content, and the gate knows every id it ever committed.
public final class Taking {

  private final Gate gate;

  public Taking(Gate gate) {
    this.gate = gate;
  }

  /// The id of a company's account, by its tax code.
  public static UUID account(String taxCode) {
    return StableIds.account(taxCode);
  }

  /// The actors in whose name the stocktake is reported, as lines before the first.
  static List<Deed> counters() {
    return List.of(counter(Role.GATE_DEVICE), counter(Role.YARD));
  }

  private static Deed counter(Role role) {
    UUID key = StableIds.stocktake(role.name());
    Command enrol =
        new Command.OfAuthority(new AuthorityCommand.EnrolActor(key, role, "stocktake"));
    return new Deed(
        FolderFile.STOCKTAKE,
        0,
        List.of(),
        new Deed.What.Nothing(),
        List.of(new Deed.Step(Actor.SYSTEM.key(), key, enrol)));
  }

  /// Makes ready for the first line.
  ///
  /// @throws IOException when nobody knows whether it was done
  public void begin() throws IOException {
    for (Deed counter : counters()) {
      take(new Judged(counter, Judged.Fate.GOOD, List.of()));
    }
  }

  /// Does what the line asks, unless it is not to come.
  ///
  /// @throws IOException when nobody knows what came of it; doing it again is harmless
  public Judged take(Judged judged) throws IOException {
    if (!judged.comes()) {
      return judged;
    }
    Judged.Fate fate = Judged.Fate.KNOWN;
    for (Deed.Step step : judged.deed().steps()) {
      World world = gate.published().world();
      if (Already.enrolled(world, step.command()) || Already.stands(world, step.command())) {
        continue;
      }
      Optional<Long> actor = Judge.actor(world, step.by());
      if (actor.isEmpty()) {
        return faulty(judged.deed(), "ACCOUNT_REVOKED", "C-3", "This account was revoked here.");
      }
      switch (gate.submit(order(step, actor.get())).join()) {
        case Answer.Committed done -> fate = Judged.Fate.TAKEN;
        case Answer.Repeated before -> {}
        case Answer.Refused(Refusal refusal) -> {
          return Already.registered(world, step.command())
              ? new Judged(judged.deed(), Judged.Fate.HELD, List.of())
              : Judged.faulty(judged.deed(), Judge.violations(refusal));
        }
        case Answer.Denied no -> {
          return faulty(judged.deed(), "DENIED", "A-1", "The actor may not do this.");
        }
        case Answer.IdReused no -> throw new IllegalStateException("two lines have one id");
        case Answer.Overloaded no -> throw broken(judged.deed(), "the gate is overloaded");
        case Answer.Unavailable(String why, boolean uncertain) -> throw broken(judged.deed(), why);
        case Answer.Fault(String correlation) ->
            throw broken(judged.deed(), "a defect of ours, see the log at " + correlation);
      }
    }
    return new Judged(judged.deed(), fate, List.of());
  }

  private static Order order(Deed.Step step, long actor) {
    Digest digest = Digest.of(step.id().toString().getBytes(StandardCharsets.UTF_8));
    return new Order(step.id(), digest, Order.Lane.DEVICE_AND_IMPORT, actor, step.command());
  }

  private static Judged faulty(Deed deed, String code, String rule, String message) {
    return Judged.faulty(deed, List.of(new Violation("", code, rule, message)));
  }

  private static IOException broken(Deed deed, String why) {
    return new IOException(
        "%s line %d: %s; run it again, what was taken is known and not taken twice"
            .formatted(deed.file().file(), deed.line(), why));
  }
}
