package io.clearway.registration;

import io.clearway.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Faults of a form as they are found, each at the path of its field.
final class Findings {

  /// Where a part of the form stands; spelled out only when something is wrong there.
  record Place(Optional<Place> in, String list, int index) {

    static Place of(String list, int index) {
      return new Place(Optional.empty(), list, index);
    }

    Place inside(String list, int index) {
      return new Place(Optional.of(this), list, index);
    }

    String field(String name) {
      return in.map(place -> place.field("")).orElse("") + list + "[" + index + "]." + name;
    }
  }

  private final List<Violation> found = new ArrayList<>();

  List<Violation> all() {
    return found;
  }

  void add(String path, String code, String rule, String message) {
    found.add(new Violation(path, code, rule, message));
  }

  void add(Violation violation) {
    found.add(violation);
  }

  /// a day that is given is a day. False when it is none.
  boolean day(String path, String day) {
    Optional<Violation> wrong = day.isEmpty() ? Optional.empty() : Spelling.day(path, day);
    wrong.ifPresent(found::add);
    return !day.isEmpty() && wrong.isEmpty();
  }

  /// R-43 and that the day is not over when the vehicle is to come.
  void until(String path, Optional<String> day, String arrival, Expiry expiry) {
    if (day.isPresent() && day(path, day.get()) && day.get().compareTo(arrival) < 0) {
      add(path, expiry.code(), expiry.rule(), expiry.message());
    }
  }

  /// What it means that something is over.
  record Expiry(String code, String rule, String message) {}
}
