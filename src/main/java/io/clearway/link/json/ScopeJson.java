package io.clearway.link.json;

import io.clearway.authority.Actor;
import io.clearway.authority.Scope;
import io.clearway.authority.Shift;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An actor's scope as it is said at the edge.
public final class ScopeJson {

  private static final int WEEK = 7;

  private ScopeJson() {}

  /// The fields `gates`, `company`, `shifts` and `yards`; what is not said does not limit.
  public static Scope read(Fields fields) {
    List<String> gates = fields.has("gates") ? fields.texts("gates", Scope.MOST) : List.of();
    Optional<String> company = fields.optionalText("company").map(text -> text.replace("-", ""));
    List<Shift> shifts = fields.optionalParts("shifts", Scope.MOST, ScopeJson::shift);
    List<String> yards = fields.has("yards") ? fields.texts("yards", Scope.MOST) : List.of();
    return new Scope(gates, company, shifts, yards);
  }

  private static Shift shift(Fields fields) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String word : fields.texts("days", WEEK)) {
      Optional<DayOfWeek> day =
          List.of(DayOfWeek.values()).stream().filter(d -> d.name().equals(word)).findFirst();
      day.ifPresentOrElse(
          days::add, () -> fields.fault("days", "UNKNOWN_WORD", "Days are MONDAY to SUNDAY."));
    }
    return new Shift(List.copyOf(days), time(fields, "from"), time(fields, "to"));
  }

  private static LocalTime time(Fields fields, String name) {
    String text = fields.text(name);
    try {
      if (text.matches("[0-9]{2}:[0-9]{2}")) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeException never) {
      // said below, once for both
    }
    if (fields.has(name)) {
      fields.fault(name, "TIME_OF_DAY", "A time of day is expected, as 18:30.");
    }
    return LocalTime.MIN;
  }

  /// What limits the actor.
  public static void write(ObjectNode json, Actor actor) {
    Scope scope = actor.scope();
    ArrayNode gates = json.putArray("gates");
    scope.gates().forEach(gates::add);
    scope.company().ifPresent(company -> json.put("company", company));
    ArrayNode shifts = json.putArray("shifts");
    for (Shift shift : scope.shifts()) {
      ObjectNode item = shifts.addObject();
      ArrayNode days = item.putArray("days");
      shift.days().forEach(day -> days.add(day.name()));
      item.put("from", shift.from().toString()).put("to", shift.to().toString());
    }
    if (!scope.yards().isEmpty()) {
      scope.yards().forEach(json.putArray("yards")::add);
    }
  }
}
