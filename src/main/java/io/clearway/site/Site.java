package io.clearway.site;

import io.clearway.kernel.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// One complex as it is from a date on.
///
/// @param procedure what the agencies do before a vehicle may leave
/// @param handling where goods change vehicles
/// @param limits how long vehicles and persons may stay
/// @param assumptions what the file marks as assumed and not known, in English
public record Site(
    Head head,
    Places places,
    Rulebook rulebook,
    Procedure procedure,
    Handling handling,
    Limits limits,
    List<String> assumptions) {

  /// A place where stays are not limited.
  public Site(
      Head head,
      Places places,
      Rulebook rulebook,
      Procedure procedure,
      Handling handling,
      List<String> assumptions) {
    this(head, places, rulebook, procedure, handling, Limits.none(), assumptions);
  }

  /// A place where goods change vehicles nowhere.
  public Site(
      Head head, Places places, Rulebook rulebook, Procedure procedure, List<String> assumptions) {
    this(head, places, rulebook, procedure, Handling.none(), assumptions);
  }

  /// A place where nothing is done beyond the two keys.
  public Site(Head head, Places places, Rulebook rulebook, List<String> assumptions) {
    this(head, places, rulebook, Procedure.none(), assumptions);
  }

  /// @param complex its name in paths and tables, as `lang-son`
  /// @param digest SHA-256 of the import file, in hexadecimal digits
  /// @param effective first day, ISO date, in `zone`
  /// @param zone our side's zone: of the hours and of the day (`Asia/Ho_Chi_Minh`)
  /// @param facingZone the other side's (`Asia/Shanghai`)
  /// @param agencyLateAfter how long the second key may be missing before its agency counts as late
  /// @param lapseAfter how long after its planned arrival a registration whose vehicle never came
  ///   is kept
  public record Head(
      String complex,
      String digest,
      String effective,
      ZoneId zone,
      ZoneId facingZone,
      Duration agencyLateAfter,
      Duration lapseAfter) {}

  public String complex() {
    return head.complex();
  }

  public String digest() {
    return head.digest();
  }

  public ZoneId zone() {
    return head.zone();
  }

  public Duration agencyLateAfter() {
    return head.agencyLateAfter();
  }

  /// Reporting lines in the order of the file.
  public List<Places.Line> lines() {
    return places.lines();
  }

  /// When that agency works on vehicles of a reporting line: in its own hours, else while goods
  /// pass there in that direction.
  public WorkTime workTime(Agency agency, String line, Direction direction) {
    return new WorkTime(
        procedure.hoursOf(agency).or(() -> places.open(agency, line, direction)), zone());
  }

  /// When goods pass there in that direction.
  public WorkTime passing(String line, Direction direction) {
    return new WorkTime(places.open(Agency.BORDER_GUARD, line, direction), zone());
  }

  /// The day at the gate.
  public LocalDate dayOf(Instant at) {
    return at.atZone(zone()).toLocalDate();
  }

  /// Whether it is in force on that day.
  public boolean inForce(LocalDate day) {
    return head.effective().compareTo(day.toString()) <= 0;
  }
}
