package io.clearway.view;

import io.clearway.clearance.Awaited;
import io.clearway.clearance.Clearance;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.Turning;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.transshipment.Transshipment;
import io.clearway.world.Dues;
import io.clearway.world.Handlings;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Why a vehicle stands at one instant. Who has to act is what everybody is told (C-27); this only
/// names what it is when nobody has to. Rules: docs/rules/report.md, J-1 to J-5.
///
/// @param awaited what agencies have to do, each since when
/// @param otherwise what it is when they have nothing to do
public record Standing(List<Since> awaited, Cause otherwise) {

  private static final String TEST = Awaited.line(Clearance.HoldKind.TEST);

  /// Whose cause it can be.
  public enum Kind {
    /// An agency has to act, within its hours.
    AGENCY,
    /// An agency has to act, and is closed.
    CLOSED,
    /// A sample is tested.
    TEST,
    TRADER,
    YARD,
    /// Nothing is in its way.
    DRIVER,
    OTHER_SIDE,
    /// An officer turned it.
    TURNED,
    /// Nothing tells.
    UNKNOWN
  }

  /// @param agency of whose word, or of what, it is
  /// @param what a step's code, or another code that tells more
  public record Cause(Kind kind, Optional<Agency> agency, String what)
      implements Comparable<Cause> {

    private static final Comparator<Cause> ORDER =
        Comparator.comparing(Cause::kind)
            .thenComparing(one -> one.agency().map(Agency::ordinal).orElse(-1))
            .thenComparing(Cause::what);

    public static Cause of(Kind kind, String what) {
      return new Cause(kind, Optional.empty(), what);
    }

    @Override
    public int compareTo(Cause other) {
      return ORDER.compare(this, other);
    }

    /// The same while its agency is closed.
    public Cause closed() {
      return kind == Kind.AGENCY ? new Cause(Kind.CLOSED, agency, what) : this;
    }
  }

  /// @param at since when that has to be done
  public record Since(Cause cause, Instant at) {}

  /// Of a vehicle that is here.
  public static Standing of(World world, Crossing crossing, Instant now) {
    Optional<Registration> papers = world.registrations().find(crossing.registration());
    List<Since> awaited = papers.map(held -> awaited(world, held, now)).orElse(List.of());
    Cause otherwise =
        crossing
            .turned()
            .map(Standing::turned)
            .orElseGet(() ->
                papers
                    .map(held -> otherwise(world, crossing, held, now))
                    .orElse(Cause.of(Kind.TRADER, "NO_PAPERS")));
    return new Standing(awaited, otherwise);
  }

  private static List<Since> awaited(World world, Registration held, Instant now) {
    List<Since> all = new ArrayList<>();
    Loads.turns(world, held, now).forEach(one -> all.add(since(one)));
    aboard(world, held)
        .ifPresent(source -> Loads.turns(world, source, now).forEach(one -> all.add(since(one))));
    return List.copyOf(all);
  }

  /// The papers of the goods that it took over: they need their words in whatever vehicle they are.
  private static Optional<Registration> aboard(World world, Registration held) {
    return world
        .transshipments()
        .of(held.id())
        .filter(one -> one.source() != held.id() && one.loading(held.id()).isPresent())
        .flatMap(one -> world.registrations().find(one.source()));
  }

  private static Since since(Awaited one) {
    Kind kind = one.line().equals(TEST) ? Kind.TEST : Kind.AGENCY;
    return new Since(new Cause(kind, Optional.of(one.agency()), one.line()), one.since());
  }

  private static Cause turned(Turning turning) {
    boolean theirs = turning.reason() == Turning.Reason.OTHER_SIDE;
    return Cause.of(theirs ? Kind.OTHER_SIDE : Kind.TURNED, turning.reason().name());
  }

  /// Of a vehicle that is not turned, when nobody has to act.
  private static Cause otherwise(World world, Crossing crossing, Registration held, Instant now) {
    List<Agency> refused = Loads.refusedBy(world, held, now);
    if (!refused.isEmpty()) {
      return new Cause(Kind.TRADER, Optional.of(refused.getFirst()), "REFUSED");
    }
    Optional<Cause> changing =
        world.transshipments().of(held.id()).flatMap(one -> changing(world, one, held.id()));
    if (changing.isPresent()) {
      return changing.get();
    }
    if (Loads.unmet(world, held, now).isEmpty()) {
      return paid(world, crossing)
          ? Cause.of(Kind.DRIVER, "FREE")
          : Cause.of(Kind.TRADER, "PAYMENT");
    }
    boolean outside = crossing.track().yardEnteredAt().isEmpty();
    return crossing.keys().enteredAt().isPresent() && outside && crossing.live()
        ? Cause.of(Kind.DRIVER, "TO_YARD")
        : Cause.of(Kind.UNKNOWN, "");
  }

  private static boolean paid(World world, Crossing crossing) {
    return Dues.of(world, crossing).stream()
        .filter(charge -> charge.kind().isPublic())
        .allMatch(charge -> charge.settledAt().isPresent());
  }

  /// Of goods that change vehicles, as long as they have not.
  private static Optional<Cause> changing(World world, Transshipment held, long registration) {
    boolean aboard = held.loading(registration).isPresent();
    return switch (held.stage()) {
      case Transshipment.Stage.Planned s ->
          Optional.of(
              Handlings.unmet(world, held).isEmpty()
                  ? Cause.of(Kind.YARD, "BAY")
                  : Cause.of(Kind.UNKNOWN, "TRANSSHIPMENT"));
      case Transshipment.Stage.Called s -> Optional.of(Cause.of(Kind.YARD, "BAY"));
      case Transshipment.Stage.Started s ->
          aboard ? Optional.empty() : Optional.of(Cause.of(Kind.YARD, "TRANSSHIPMENT"));
      case Transshipment.Stage.Finished s -> Optional.empty();
    };
  }
}
