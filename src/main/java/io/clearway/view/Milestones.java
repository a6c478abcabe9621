package io.clearway.view;

import io.clearway.clearance.Clearance;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.fee.Charge;
import io.clearway.world.Dues;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The six milestones by which a trader follows a passage, derived from what is known of it; the
/// names are those of the platform in use (domain reference, section 1.2).
public final class Milestones {

  private Milestones() {}

  /// In the order in which they are expected.
  public enum Name {
    /// Vào cửa khẩu: both keys.
    ENTERED_GATE,
    /// Vào bãi tập kết.
    ENTERED_YARD,
    /// Xe trong bãi: an agency began to work on it.
    CHECK_STARTED,
    /// Thanh toán.
    PAID,
    /// Xuất bãi tập kết.
    LEFT_YARD,
    /// Rời cửa khẩu.
    LEFT_GATE
  }

  /// How far it is.
  public enum State {
    DONE,
    OPEN,
    /// One agency confirmed and the other did not.
    WAITING,
    /// Nothing tells it.
    UNKNOWN
  }

  /// @param waitingFor who has not confirmed, when somebody else has
  public record Milestone(
      Name name, State state, Optional<Instant> at, Optional<KeyHolder> waitingFor) {}

  public static List<Milestone> of(World world, Crossing crossing) {
    List<Milestone> all = new ArrayList<>();
    all.add(entered(crossing));
    all.add(plain(Name.ENTERED_YARD, crossing.track().yardEnteredAt()));
    all.add(plain(Name.CHECK_STARTED, started(world, crossing)));
    all.add(paid(world, crossing));
    all.add(plain(Name.LEFT_YARD, crossing.track().yardLeftAt()));
    all.add(plain(Name.LEFT_GATE, crossing.clearedAt()));
    return List.copyOf(all);
  }

  private static Milestone plain(Name name, Optional<Instant> at) {
    return new Milestone(name, at.isPresent() ? State.DONE : State.OPEN, at, Optional.empty());
  }

  /// Unknown as long as nothing is charged, or nobody knows how much.
  private static Milestone paid(World world, Crossing crossing) {
    List<Charge.State> states =
        Dues.of(world, crossing).stream()
            .filter(charge -> charge.kind().isPublic())
            .map(Charge::state)
            .toList();
    return states.isEmpty() || states.contains(Charge.State.UNRATED)
        ? new Milestone(Name.PAID, State.UNKNOWN, Optional.empty(), Optional.empty())
        : plain(Name.PAID, Dues.settled(world, crossing));
  }

  private static Milestone entered(Crossing crossing) {
    Optional<Instant> at = crossing.keys().enteredAt();
    List<KeyHolder> missing = crossing.keys().missing();
    if (at.isPresent() || missing.size() != 1) {
      return plain(Name.ENTERED_GATE, at);
    }
    return new Milestone(
        Name.ENTERED_GATE, State.WAITING, Optional.empty(), Optional.of(missing.getFirst()));
  }

  /// The first word of an agency after the entry. Once begun it stays begun: of words that an
  /// amendment made void the time of the amendment counts, by which they had been said.
  private static Optional<Instant> started(World world, Crossing crossing) {
    Optional<Instant> entered = crossing.keys().enteredAt();
    if (entered.isEmpty() || crossing.registration().isEmpty() || crossing.turnedAway()) {
      return Optional.empty();
    }
    return world.clearances().find(crossing.registration().getAsLong()).stream()
        .flatMap(held -> words(held).stream())
        .filter(at -> !at.isBefore(entered.get()))
        .min(Instant::compareTo);
  }

  private static List<Instant> words(Clearance held) {
    List<Instant> all = new ArrayList<>();
    for (Clearance.Task task : held.tasks()) {
      switch (task.state()) {
        case Clearance.State.Confirmed(Clearance.Word word) -> all.add(word.at());
        case Clearance.State.Refused(Clearance.Word word) -> all.add(word.at());
        case Clearance.State.Required(Instant since, boolean again) -> {
          if (again) {
            all.add(since);
          }
        }
        case Clearance.State.Open o -> {}
        case Clearance.State.Requested r -> {}
      }
    }
    held.inspection().ifPresent(one -> one.joined().forEach(joined -> all.add(joined.at())));
    return all;
  }
}
