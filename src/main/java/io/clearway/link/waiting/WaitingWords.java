package io.clearway.link.waiting;

import io.clearway.clearance.Inspection;
import io.clearway.link.print.Language;
import io.clearway.link.print.Wording;
import io.clearway.report.WaitingRecord;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import io.clearway.view.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What stands on a waiting record, in one language.
///
/// @param zone our clock
/// @param facing the other side's
record WaitingWords(Wording words, Site site, ZoneId zone, ZoneId facing) {

  private static final String KEY = "KEY_";
  private static final String HOLD = "HOLD_";

  static WaitingWords of(Site site, Language language) {
    return new WaitingWords(new Wording(language), site, site.zone(), site.head().facingZone());
  }

  String say(String key, Object... values) {
    return words.say("waiting." + key, values);
  }

  /// Whose, without what for.
  String whose(Standing.Kind kind, Optional<Agency> agency) {
    String party = agency.map(one -> words.say("agency." + one)).orElse("");
    return switch (kind) {
      case AGENCY -> party;
      case CLOSED -> say("closed", party);
      case TEST -> say("test", party);
      case TRADER -> say("trader");
      case YARD -> say("yard");
      case DRIVER -> say("driver");
      case OTHER_SIDE -> say("otherSide");
      case TURNED -> say("turned");
      case UNKNOWN -> words.say("unknown");
    };
  }

  String cause(Standing.Cause cause) {
    String what = what(cause);
    String whose = whose(cause.kind(), cause.agency());
    return what.isEmpty() || what.equals(whose) ? whose : whose + ": " + what;
  }

  private String what(Standing.Cause cause) {
    String code = cause.what();
    return switch (cause.kind()) {
      case AGENCY, CLOSED -> task(code);
      case TEST -> "";
      case TRADER ->
          cause
              .agency()
              .map(agency -> say("refused", words.say("agency." + agency)))
              .orElse(say("what." + code));
      case YARD, DRIVER -> say("what." + code);
      case TURNED -> say("turned." + code);
      case OTHER_SIDE -> code.equals("TRIP") ? say("what.TRIP") : say("turned." + code);
      case UNKNOWN -> "";
    };
  }

  private String task(String code) {
    if (code.startsWith(KEY)) {
      return words.say("part.KEY");
    }
    if (code.startsWith(HOLD)) {
      return words.say("part." + code.substring(HOLD.length()));
    }
    if (Inspection.isLine(code)) {
      return words.say("part.INSPECTION");
    }
    return site.procedure()
        .find(code)
        .map(step -> words.language().of(step.name()))
        .orElseGet(() -> say("what." + code));
  }

  String where(WaitingRecord.Where where) {
    String name =
        site.places().findName(where.code()).map(words.language()::of).orElse(where.code());
    return switch (where.spot()) {
      case PARK, GATE, YARD -> name;
      case ROAD -> say("road");
      case OTHER_SIDE -> say("there");
    };
  }

  String place(String code) {
    return where(new WaitingRecord.Where(WaitingRecord.Spot.GATE, code));
  }

  /// By both clocks.
  String moment(Instant at) {
    return "%s %s / %s"
        .formatted(
            words.day(at.atZone(zone).toLocalDate()),
            words.minute(at, zone),
            words.minute(at, facing));
  }

  String clocks() {
    return say("clocks", words.city(zone), words.city(facing));
  }

  static String lasted(Duration time) {
    return Wording.span(time);
  }
}
