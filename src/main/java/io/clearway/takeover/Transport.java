package io.clearway.takeover;

import io.clearway.kernel.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One vehicle's papers and passage as one side has them.
///
/// @param where the line of the file there, the id here: where somebody looks it up
/// @param number official; empty when the side has none of its own
/// @param reference the declarant's own
/// @param form as [io.clearway.link.json.RegistrationWriter] writes it; without vehicles for a
///   passage that nobody registered
/// @param arrivedAt when its vehicle was seen first, as far as the side says so
/// @param unread why the line cannot be compared
/// @param unsaid fields of the form that the side does not say, lists marked `[]`
public record Transport(
    Where where,
    String number,
    String reference,
    ObjectNode form,
    Status status,
    Optional<Instant> arrivedAt,
    List<Violation> unread,
    Set<String> unsaid) {

  /// @param line 0 on our side
  /// @param id of the registration or the passage; empty on theirs
  record Where(long line, String id) {}

  /// Plate, gate and direction: what stands there.
  String passing() {
    JsonNode plate = form.path("vehicles").path(0).path("plateNormalised");
    return plate.asString("") + " " + gate() + " " + direction();
  }

  String gate() {
    return form.path("gateCode").asString("");
  }

  String direction() {
    return form.path("direction").asString("");
  }

  boolean registered() {
    return form.has("plannedArrivalAt");
  }

  /// Whether it is planned, seen or still here on that day.
  public boolean concerns(LocalDate day, ZoneId zone) {
    boolean here = arrivedAt.isPresent() && !status.state().equals("GONE");
    return (here && !day(arrivedAt.get(), zone).isAfter(day))
        || arrivedAt.filter(at -> day(at, zone).equals(day)).isPresent()
        || status.times().values().stream().anyMatch(at -> day(at, zone).equals(day))
        || planned().filter(at -> day(at, zone).equals(day)).isPresent();
  }

  private Optional<Instant> planned() {
    try {
      return Optional.of(Instant.parse(form.path("plannedArrivalAt").asString("")));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }
}
