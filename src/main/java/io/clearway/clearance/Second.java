package io.clearway.clearance;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// One officer asks for what takes two (C-24); it is done when another one says the same.
///
/// @param session in which it was asked: an id that means nothing to anybody else
public record Second(Wish wish, long actor, UUID session, Instant at, Personal<String> reason) {

  /// So long it stands.
  public static final Duration STANDS = Duration.ofHours(12);

  /// What takes two.
  public sealed interface Wish {

    /// Out of the red channel before the load was inspected.
    record Lower(Clearance.Channel channel) implements Wish {}

    /// What holds the load because something is wrong, for danger or by order.
    record Lift(long hold) implements Wish {}
  }

  /// Whether no officer alone takes that load out of the channel it is in.
  public static boolean lowersByTwo(Clearance held) {
    return Seconds.lowers(held, Clearance.Channel.NONE);
  }

  /// From then on it counts for nothing.
  public Instant expires() {
    return at.plus(STANDS);
  }

  public boolean stands(Clearance held, Instant now) {
    return stands(now)
        && switch (wish) {
          case Wish.Lower(Clearance.Channel channel) -> Seconds.lowers(held, channel);
          case Wish.Lift(long hold) -> held.holds().stream().anyMatch(one -> one.id() == hold);
        };
  }

  private boolean stands(Instant now) {
    return now.isBefore(expires());
  }

  Second without(Subject erased) {
    return new Second(wish, actor, session, at, reason.without(erased));
  }
}
