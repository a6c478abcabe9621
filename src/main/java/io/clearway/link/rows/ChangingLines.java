package io.clearway.link.rows;

import io.clearway.kernel.Personal;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// In whose history goods that change vehicles are: in that of the vehicle that brings them and of
/// each that takes some over. Not thread-safe.
final class ChangingLines {

  /// @param detail a word that tells more, or empty
  record Line(long registration, String detail) {}

  private final Map<Long, List<Long>> parties = new HashMap<>();

  /// A line for each vehicle that the event is about.
  List<Line> of(TransshipmentEvent fact) {
    return switch (fact) {
      case TransshipmentEvent.TransshipmentPlanned e -> planned(e.opened());
      case TransshipmentEvent.TransshipmentCarried e -> {
        parties.put(e.held().id(), e.held().parties());
        yield List.of();
      }
      case TransshipmentEvent.TransshipmentReplanned e -> replanned(e);
      case TransshipmentEvent.TransshipmentCancelled e -> {
        List<Line> all = all(fact, "");
        parties.remove(e.transshipment());
        yield all;
      }
      case TransshipmentEvent.CalledToBay e -> all(fact, e.area());
      case TransshipmentEvent.CallLapsed e -> all(fact, "");
      case TransshipmentEvent.TransshipmentStarted e -> all(fact, e.area());
      case TransshipmentEvent.VehicleLoaded e -> loaded(e);
      case TransshipmentEvent.TransshipmentFinished e ->
          all(fact, e.differences().isEmpty() ? "" : "NOT_CONSERVED");
      case TransshipmentEvent.TransshipmentSigned e -> all(fact, "");
    };
  }

  private List<Line> planned(Transshipment opened) {
    parties.put(opened.id(), opened.parties());
    return opened.parties().stream()
        .map(party -> new Line(party, opened.plan().method().name()))
        .toList();
  }

  private List<Line> replanned(TransshipmentEvent.TransshipmentReplanned e) {
    List<Long> changed = new ArrayList<>();
    parties.getOrDefault(e.transshipment(), List.of()).stream().limit(1).forEach(changed::add);
    e.plan().receivers().forEach(receiver -> changed.add(receiver.registration()));
    parties.put(e.transshipment(), List.copyOf(changed));
    return all(e, e.plan().method().name());
  }

  /// In the history of the source and of that vehicle alone.
  private List<Line> loaded(TransshipmentEvent.VehicleLoaded e) {
    int packages = e.loading().lots().stream().mapToInt(Transshipment.Lot::packages).sum();
    String detail = Integer.toString(packages);
    return parties.getOrDefault(e.transshipment(), List.of()).stream()
        .limit(1)
        .flatMap(source -> Stream.of(source, e.loading().registration()))
        .map(party -> new Line(party, detail))
        .toList();
  }

  private List<Line> all(TransshipmentEvent fact, String detail) {
    return parties.getOrDefault(fact.transshipment(), List.of()).stream()
        .map(party -> new Line(party, detail))
        .toList();
  }

  /// With a registration that is forgotten, what it was part of is.
  void retire(long registration) {
    parties.values().removeIf(all -> all.contains(registration));
  }

  /// The operator's clock.
  static Optional<Instant> occurred(TransshipmentEvent fact) {
    return switch (fact) {
      case TransshipmentEvent.TransshipmentStarted e -> Optional.of(e.occurredAt());
      case TransshipmentEvent.VehicleLoaded e -> Optional.of(e.loading().occurredAt());
      case TransshipmentEvent.TransshipmentFinished e -> Optional.of(e.occurredAt());
      case TransshipmentEvent.TransshipmentPlanned e -> Optional.empty();
      case TransshipmentEvent.TransshipmentReplanned e -> Optional.empty();
      case TransshipmentEvent.TransshipmentCancelled e -> Optional.empty();
      case TransshipmentEvent.CalledToBay e -> Optional.empty();
      case TransshipmentEvent.CallLapsed e -> Optional.empty();
      case TransshipmentEvent.TransshipmentSigned e -> Optional.empty();
      case TransshipmentEvent.TransshipmentCarried e -> Optional.empty();
    };
  }

  static Optional<Personal<String>> note(TransshipmentEvent fact) {
    return fact instanceof TransshipmentEvent.TransshipmentSigned e
        ? e.signature().reason()
        : Optional.empty();
  }
}
