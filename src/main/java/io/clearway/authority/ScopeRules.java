package io.clearway.authority;

import io.clearway.kernel.Refusal;
import io.clearway.kernel.Shape;
import io.clearway.site.Places;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which scope a role can have. Rule A-6.
final class ScopeRules {

  private ScopeRules() {}

  /// The first thing that is wrong with it.
  static Optional<Refusal> fault(Role role, Scope scope, Optional<Places> places) {
    boolean sized = few(scope.gates()) && few(scope.yards()) && scope.shifts().size() <= Scope.MOST;
    if (!sized) {
      return no("SCOPE_SIZE", "At most " + Scope.MOST + " gates, yards and shifts, each once.");
    }
    if (!gates(places).containsAll(scope.gates())) {
      return no("SCOPE_GATE", "There is no such gate.");
    }
    if (!scope.yards().isEmpty()
        && (role != Role.YARD || !reached(places, scope).containsAll(scope.yards()))) {
      return no("SCOPE_YARD", "Only a yard operator is one of yards, and they are at its gates.");
    }
    if (scope.company().isPresent() && role != Role.TRADER) {
      return no("SCOPE_COMPANY", "Only a trader's account is of a company.");
    }
    if (!scope.company().map(ScopeRules::taxCode).orElse(true)) {
      return no("SCOPE_COMPANY", "A company is its tax code: ten digits, or thirteen.");
    }
    if (!scope.shifts().isEmpty() && role.agency().isEmpty()) {
      return no("SCOPE_SHIFT", "Only officers have shifts.");
    }
    boolean whole =
        scope.shifts().stream()
            .allMatch(shift ->
                !shift.days().isEmpty()
                    && shift.days().stream().distinct().count() == shift.days().size());
    return whole ? Optional.empty() : no("SCOPE_SHIFT", "A shift has its days, each once.");
  }

  private static boolean few(List<String> all) {
    return all.size() <= Scope.MOST && all.stream().distinct().count() == all.size();
  }

  private static List<String> gates(Optional<Places> places) {
    return places.stream().flatMap(site -> site.lines().stream()).map(Places.Line::code).toList();
  }

  /// The yards and holding parks of the gates that it reaches.
  private static List<String> reached(Optional<Places> places, Scope scope) {
    return places.stream()
        .flatMap(site ->
            Stream.concat(
                site.yards().stream()
                    .filter(yard -> scope.covers(yard.line()))
                    .map(Places.Yard::code),
                site.parks().stream()
                    .filter(park -> park.lines().stream().anyMatch(scope::covers))
                    .map(Places.Park::code)))
        .toList();
  }

  private static boolean taxCode(String text) {
    return Shape.fits(text, "9999999999") || Shape.fits(text, "9999999999999");
  }

  private static Optional<Refusal> no(String code, String detail) {
    return Optional.of(Refusal.of(code, "A-6", detail));
  }
}
