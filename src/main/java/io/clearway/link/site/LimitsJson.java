package io.clearway.link.site;

import io.clearway.link.json.Fields;
import io.clearway.site.Figure;
import io.clearway.site.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How long vehicles and persons may stay, as a site file has it. One that says nothing of it
/// limits nothing.
final class LimitsJson {

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final long MOST_HOURS = 24L * 366;

  private LimitsJson() {}

  static Limits limits(Fields f) {
    return f.optionalPart("limits", LimitsJson::parts).orElse(Limits.none());
  }

  private static Limits parts(Fields f) {
    return new Limits(f.parts("stays", SiteFields.PARTS, LimitsJson::stay));
  }

  private static Limits.Stay stay(Fields f) {
    Limits.Kind kind = f.word("kind", Limits.Kind.class);
    Figure hours = f.part("hours", SiteFields::figure);
    if (hours instanceof Figure.Known(long least, long most, var origin)
        && (least < 1 || most > MOST_HOURS)) {
      f.fault("hours", "OUT_OF_RANGE", "Between 1 and " + MOST_HOURS + ".");
    }
    return new Limits.Stay(
        kind, hours, SiteFields.duration(f, "warn", LONGEST), SiteFields.day(f, "from"));
  }

  /// One of each kind begins on a day, and is spoken of after it began.
  static void check(Fields fields, Limits limits) {
    Set<String> seen = new TreeSet<>();
    List<Limits.Stay> stays = limits.stays();
    for (int i = 0; i < stays.size(); i++) {
      Limits.Stay stay = stays.get(i);
      String at = "limits.stays[" + i + "]";
      if (!seen.add(stay.kind() + " " + stay.from())) {
        fields.fault(at + ".from", "CODE_TWICE", "Another one of this kind begins on this day.");
      }
      if (stay.longest().filter(longest -> stay.warn().compareTo(longest) >= 0).isPresent()) {
        fields.fault(at + ".warn", "OUT_OF_RANGE", "Shorter than the stay itself.");
      }
    }
  }

  static void write(ObjectNode json, Limits limits) {
    if (limits.stays().isEmpty()) {
      return;
    }
    ArrayNode stays = json.putObject("limits").putArray("stays");
    limits
        .stays()
        .forEach(stay -> {
          ObjectNode item = stays.addObject().put("kind", stay.kind().name());
          SiteJson.figure(item.putObject("hours"), stay.hours());
          item.put("warn", stay.warn().toString()).put("from", stay.from());
        });
  }
}
