package io.clearway.site;

import io.clearway.kernel.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the agencies do on a vehicle before it may leave, as dated data: no step has its name in
/// the code.
///
/// @param steps in the order in which screens show them
/// @param barriers which step opens the barrier, from which day
/// @param rules by which a step may be confirmed without a person
/// @param hours of agencies; one that is not named works while goods pass at the gate
/// @param standIns which step does for another one, from which day
/// @param inspectionWithin how long an inspection may take all who take part, from when it is owed
///   and the vehicle is inside until its last result; empty: nobody is late with one
public record Procedure(
    List<Step> steps,
    List<Barrier> barriers,
    List<Automatic> rules,
    List<AgencyHours> hours,
    List<StandIn> standIns,
    Optional<Duration> inspectionWithin) {

  /// In which no step does for another, and nobody is late with an inspection.
  public Procedure(
      List<Step> steps, List<Barrier> barriers, List<Automatic> rules, List<AgencyHours> hours) {
    this(steps, barriers, rules, hours, List.of(), Optional.empty());
  }

  /// Nothing is to be done: whatever has both keys may leave.
  public static Procedure none() {
    return new Procedure(List.of(), List.of(), List.of(), List.of());
  }

  /// One thing that one agency does.
  ///
  /// @param code as `MEDICAL_CHECK`
  /// @param after what must be so before it is this agency's turn
  /// @param following steps that must be confirmed before, if they are required
  /// @param within how long the agency has, within its hours, when all that is so
  public record Step(
      String code,
      Agency agency,
      Places.Label name,
      Applies applies,
      List<Point> after,
      List<String> following,
      Duration within,
      Figure.Origin origin) {}

  /// On which loads.
  ///
  /// @param direction empty: both
  /// @param hs what HS codes begin with; empty: all goods
  public record Applies(Trigger trigger, Optional<Direction> direction, List<String> hs) {}

  /// What makes a step required.
  public enum Trigger {
    ALWAYS,
    /// Only when somebody asks for it.
    ON_REQUEST,
    /// The registration asks for medical quarantine.
    MEDICAL_ASKED,
    PLANT_ASKED,
    ANIMAL_ASKED,
    /// The vehicle travels under an international transport permit.
    TRANSPORT_PERMIT,
    /// Exported goods come back.
    GOODS_RETURNED,
    /// The vehicle comes with goods of its own.
    WITH_GOODS
  }

  /// Where vehicle and papers must be.
  public enum Point {
    /// Registered.
    PAPERS,
    /// The vehicle stands at the gate.
    VEHICLE,
    /// Both keys are turned.
    ENTERED,
    IN_YARD
  }

  /// From that day on that step opens the barrier.
  ///
  /// @param direction empty: both
  /// @param from ISO date
  public record Barrier(String step, Optional<Direction> direction, String from, String source) {}

  /// A rule by which a device may confirm a step.
  ///
  /// @param code of the rule
  /// @param agency that authorised it
  /// @param from first day, ISO date
  /// @param to last day, ISO date
  /// @param source of what its agency decided; empty: nobody said
  public record Automatic(
      String code,
      Places.Label name,
      String step,
      Agency agency,
      String from,
      Optional<String> to,
      String source) {

    /// Of which nobody said its name or who decided it.
    public static Automatic nameless(
        String code, String step, Agency agency, String from, Optional<String> to) {
      return new Automatic(code, new Places.Label(code, code, code), step, agency, from, to, "");
    }
  }

  /// From that day on either step does for the other: goods that are released (giải phóng hàng,
  /// 货物放行) may leave before they are cleared (thông quan, 通关), and are cleared after.
  ///
  /// @param step which is asked for
  /// @param instead for which it does, of the same agency
  /// @param from first day, ISO date
  public record StandIn(String step, String instead, String from, String source) {}

  /// The pair in force in which that step is the one or the other.
  ///
  /// @param day ISO date
  public Optional<StandIn> pairOf(String code, String day) {
    return standIns.stream()
        .filter(pair -> pair.from().compareTo(day) <= 0)
        .filter(pair -> pair.step().equals(code) || pair.instead().equals(code))
        .findFirst();
  }

  public Optional<Step> find(String code) {
    return steps.stream().filter(step -> step.code().equals(code)).findFirst();
  }

  /// The step that opens the barrier on that day: of those in force the latest.
  ///
  /// @param day ISO date
  public Optional<Step> barrier(Direction direction, String day) {
    return barriers.stream()
        .filter(b -> b.direction().isEmpty() || b.direction().get() == direction)
        .filter(b -> b.from().compareTo(day) <= 0)
        .reduce((a, b) -> b.from().compareTo(a.from()) >= 0 ? b : a)
        .flatMap(b -> find(b.step()));
  }

  /// @param day ISO date
  public Optional<Automatic> rule(String code, String day) {
    return rules.stream()
        .filter(r -> r.code().equals(code))
        .filter(r -> r.from().compareTo(day) <= 0)
        .filter(r -> r.to().isEmpty() || r.to().get().compareTo(day) >= 0)
        .findFirst();
  }

  /// When that agency works; empty: around the clock.
  public Optional<AgencyHours> hoursOf(Agency agency) {
    return hours.stream().filter(h -> h.agency() == agency).findFirst();
  }
}
