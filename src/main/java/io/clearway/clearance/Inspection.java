package io.clearway.clearance;

import io.clearway.site.Agency;
import io.clearway.site.Means;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One opening of the load for all agencies.
///
/// @param booked each means once
public record Inspection(List<Booked> booked, List<Joined> joined, List<Result> results) {

  private static final String LINE = "INSPECTION_";

  /// What is waited for of that agency, as a line of the waits.
  public static String line(Agency agency) {
    return LINE + agency;
  }

  /// Whether a line of the waits is an inspection's.
  public static boolean isLine(String line) {
    return line.startsWith(LINE);
  }

  /// What is booked, and has no result yet.
  public List<Booked> owed() {
    return booked.stream().filter(one -> resultOf(one.means()).isEmpty()).toList();
  }

  /// Whether that is booked.
  public boolean has(Means means) {
    return booked.stream().anyMatch(one -> one.means() == means);
  }

  /// Where it is done, each place once.
  public List<String> places() {
    return booked.stream().map(Booked::place).distinct().toList();
  }

  /// Everything that was booked has its result.
  public boolean done() {
    return results.size() == booked.size();
  }

  /// Whether that agency takes part.
  public boolean has(Agency agency) {
    return joined.stream().anyMatch(j -> j.agency() == agency);
  }

  public Optional<Result> resultOf(Means means) {
    return results.stream().filter(r -> r.means() == means).findFirst();
  }

  /// An agency takes part; who opened it is the first.
  public record Joined(Agency agency, long actor, Instant at) {}

  /// Shared by all who joined.
  public record Result(Means means, Outcome outcome, Agency agency, long actor, Instant at) {}

  /// That agency owes an inspection, or takes part in one that is not done.
  ///
  /// @param since when it began to, wherever the vehicle stood
  /// @param until when it ended; empty as long as it does
  /// @param waited for the agency in all earlier rounds
  public record Owed(Agency agency, Instant since, Optional<Instant> until, Duration waited) {

    Owed plus(Duration more) {
      return new Owed(agency, since, until, waited.plus(more));
    }
  }

  /// What an inspection found.
  public enum Outcome {
    CLEAN,
    /// Not decided; whoever has to decide looks at it.
    DOUBT,
    /// Something is wrong.
    FAULT
  }
}
