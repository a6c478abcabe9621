package io.clearway.authority;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// For what an actor's role counts.
///
/// @param gates codes of gates; none: every gate of the complex
/// @param company whose account a trader's is, by tax code, digits only
/// @param shifts when an officer may act; none: at any time
/// @param yards codes of the yards and holding parks whose operator it is; none: all of its gates
public record Scope(
    List<String> gates, Optional<String> company, List<Shift> shifts, List<String> yards) {

  /// Of as many gates, and of as many shifts, one actor can be.
  public static final int MOST = 32;

  private static final Scope EVERYWHERE = new Scope(List.of(), Optional.empty(), List.of());

  /// Of no yard in particular.
  public Scope(List<String> gates, Optional<String> company, List<Shift> shifts) {
    this(gates, company, shifts, List.of());
  }

  /// Every gate, no company, at any time.
  public static Scope everywhere() {
    return EVERYWHERE;
  }

  /// Every gate, of that company.
  public static Scope of(String company) {
    return new Scope(List.of(), Optional.of(company), List.of());
  }

  /// Those gates, at any time.
  public static Scope at(List<String> gates) {
    return new Scope(List.copyOf(gates), Optional.empty(), List.of());
  }

  /// Those yards of that gate, as their operator.
  public static Scope ofYards(String gate, List<String> yards) {
    return new Scope(List.of(gate), Optional.empty(), List.of(), List.copyOf(yards));
  }

  /// Whether it reaches what is in that yard, or bound for it; what is nobody's yet it does.
  public boolean coversYard(Optional<String> yard) {
    return yards.isEmpty() || yard.isEmpty() || yards.contains(yard.get());
  }

  /// Whether it reaches that gate.
  public boolean covers(String gate) {
    return gates.isEmpty() || gates.contains(gate);
  }

  /// Whether it reaches every one of them.
  public boolean covers(List<String> asked) {
    return gates.isEmpty() || gates.containsAll(asked);
  }

  /// Whether the actor is on duty. Who has shifts is not as long as nobody knows the gate's zone.
  public boolean onDuty(Instant now, Optional<ZoneId> zone) {
    if (shifts.isEmpty()) {
      return true;
    }
    if (zone.isEmpty()) {
      return false;
    }
    var local = now.atZone(zone.get()).toLocalDateTime();
    return shifts.stream().anyMatch(shift -> shift.covers(local));
  }
}
