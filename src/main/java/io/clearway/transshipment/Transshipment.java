package io.clearway.transshipment;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.site.Handling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Goods of one vehicle that change into others.
///
/// @param key at the edge, made by the client
/// @param source the registration of the vehicle that brings them
/// @param loadings what each receiving vehicle took, in order of time
public record Transshipment(
    long id,
    UUID key,
    long source,
    Plan plan,
    Stage stage,
    List<Loading> loadings,
    Optional<Signature> signature) {

  /// What who registered the goods declares.
  ///
  /// @param lots of the source, one for each customs declaration
  /// @param receivers one at least
  public record Plan(
      long actor, Instant at, Handling.Method method, List<Lot> lots, List<Receiver> receivers) {

    /// Of the customs declarations, in their order.
    Set<String> numbers() {
      Set<String> all = new TreeSet<>();
      lots.forEach(lot -> all.add(lot.number()));
      return all;
    }

    public Optional<Receiver> receiver(long registration) {
      return receivers.stream().filter(r -> r.registration() == registration).findFirst();
    }
  }

  /// Goods of one customs declaration (lô hàng).
  ///
  /// @param number of the customs declaration; empty where the regime has none
  public record Lot(String number, int packages, long kg) {}

  /// @param registration of the vehicle that takes goods over
  /// @param numbers of the customs declarations that it is to carry
  public record Receiver(long registration, List<String> numbers) {}

  /// What one receiving vehicle took.
  ///
  /// @param seal its own
  /// @param occurredAt the operator's clock
  public record Loading(
      long registration, List<Lot> lots, String seal, long actor, Instant occurredAt, Instant at) {}

  /// Customs signed.
  ///
  /// @param reason why it did although something is missing, or there is too much
  public record Signature(long actor, Instant at, Optional<Personal<String>> reason) {

    Signature without(Subject erased) {
      return new Signature(actor, at, reason.map(text -> text.without(erased)));
    }
  }

  /// How far it is.
  public sealed interface Stage {

    /// @param from it stands in no line before: when it was planned, or a call was not followed
    record Planned(Instant from) implements Stage {}

    /// Bay, crew and receiving vehicles are reserved together.
    ///
    /// @param until when the call lapses
    record Called(String area, Instant at, Instant until) implements Stage {}

    /// @param startedAt the operator's clock
    record Started(String area, Instant startedAt, Instant at) implements Stage {}

    /// @param remaining what stays on the source
    /// @param differences between what was declared and what was found, beyond the tolerance
    record Finished(
        String area,
        Instant startedAt,
        Instant finishedAt,
        Instant at,
        List<Lot> remaining,
        List<Balance.Difference> differences)
        implements Stage {}
  }

  /// The area in which it holds a bay and a crew.
  public Optional<String> occupied() {
    return switch (stage) {
      case Stage.Planned s -> Optional.empty();
      case Stage.Called s -> Optional.of(s.area());
      case Stage.Started s -> Optional.of(s.area());
      case Stage.Finished s -> Optional.empty();
    };
  }

  /// Since when that vehicle waits for customs to sign what it carries.
  public Optional<Instant> unsignedSince(long registration) {
    return signature.isEmpty()
            && loading(registration).isPresent()
            && stage instanceof Stage.Finished done
        ? Optional.of(done.finishedAt())
        : Optional.empty();
  }

  /// Goods are on the move: neither source nor a vehicle that took any may leave.
  public boolean underWay() {
    return stage instanceof Stage.Started;
  }

  public Optional<Loading> loading(long registration) {
    return loadings.stream().filter(l -> l.registration() == registration).findFirst();
  }

  /// Every registration in it, the source first.
  public List<Long> parties() {
    List<Long> all = new ArrayList<>();
    all.add(source);
    plan.receivers().forEach(receiver -> all.add(receiver.registration()));
    return List.copyOf(all);
  }

  Transshipment with(Plan changed) {
    return new Transshipment(id, key, source, changed, stage, loadings, signature);
  }

  Transshipment with(Stage changed) {
    return new Transshipment(id, key, source, plan, changed, loadings, signature);
  }

  /// A loading that is said again is said right.
  Transshipment with(Loading loading) {
    List<Loading> all = new ArrayList<>(loadings);
    all.removeIf(earlier -> earlier.registration() == loading.registration());
    all.add(loading);
    return new Transshipment(id, key, source, plan, stage, List.copyOf(all), signature);
  }

  Transshipment with(Signature signed) {
    return new Transshipment(id, key, source, plan, stage, loadings, Optional.of(signed));
  }

  Transshipment without(Subject erased) {
    return new Transshipment(
        id, key, source, plan, stage, loadings, signature.map(s -> s.without(erased)));
  }
}
