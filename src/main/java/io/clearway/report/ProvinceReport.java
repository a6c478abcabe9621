package io.clearway.report;

import io.clearway.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The province's daily report: every number under its written definition. Rules:
/// docs/rules/report.md.
///
/// @param asOf when it was asked for, which says what edition it is
/// @param asOfSeq the last entry that was looked at
/// @param since where the books begin when that is within the day: nothing before is counted
/// @param gates reporting lines in the order of the site, without [#EVERYWHERE]
public record ProvinceReport(
    LocalDate day,
    ZoneId zone,
    Edition edition,
    Instant asOf,
    long asOfSeq,
    Optional<Instant> since,
    List<String> gates,
    List<Line> lines) {

  /// The name and version of what its numbers mean; another meaning is another version.
  public static final String DEFINITION = "province-daily/3";

  /// Stands for all gates together.
  public static final String EVERYWHERE = "ALL";

  /// One number in its place.
  public record Line(Measure measure, String gate, Side side, Count count) {

    /// Which number it is, without what it says.
    boolean isSame(Line other) {
      return measure == other.measure && gate.equals(other.gate) && side == other.side;
    }
  }

  /// What is asked.
  ///
  /// @param zone the gate's own
  /// @param asOfSeq nothing behind it is looked at
  /// @param asOf the gate's clock
  public record Question(LocalDate day, ZoneId zone, long asOfSeq, Instant asOf) {

    /// The day whose books and all after them are needed: the evening before is counted, too.
    public static LocalDate booksOf(LocalDate day) {
      return day.minusDays(1);
    }
  }

  /// Counts the entries up to `asOfSeq`.
  public static ProvinceReport of(Iterable<Entry> entries, Question question) {
    Passages passages = Passages.of(entries, question.day(), question.asOfSeq());
    Tally tally = new Tally(passages, question);
    List<String> columns = new ArrayList<>(List.of(EVERYWHERE));
    columns.addAll(passages.gates());
    List<Line> lines = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Side side : measure.sides()) {
        for (String gate : columns) {
          lines.add(new Line(measure, gate, side, tally.count(measure, gate, side)));
        }
      }
    }
    return new ProvinceReport(
        question.day(),
        question.zone(),
        tally.edition,
        question.asOf(),
        question.asOfSeq(),
        passages.begun().filter(at -> at.isAfter(tally.begin) && at.isBefore(tally.end)),
        passages.gates(),
        List.copyOf(lines));
  }

  /// @throws IllegalArgumentException when the layout has no such number
  public Count count(Measure measure, String gate, Side side) {
    return lines.stream()
        .filter(l -> l.measure() == measure && l.gate().equals(gate) && l.side() == side)
        .map(Line::count)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(measure + " " + gate + " " + side));
  }

  /// Counts one number after the other.
  private static final class Tally {
    private final Passages passages;
    private final Question question;
    private final Edition edition;
    private final Instant begin;
    private final Instant counted;
    private final Instant end;

    Tally(Passages passages, Question question) {
      this.passages = passages;
      this.question = question;
      this.edition = Edition.at(question.asOf(), question.day(), question.zone());
      this.begin = Edition.midnight(question.day(), question.zone());
      this.counted = Edition.counted(question.day(), question.zone());
      this.end = Edition.midnight(question.day().plusDays(1), question.zone());
    }

    Count count(Measure measure, String gate, Side side) {
      if (question.asOf().isBefore(begin)) {
        return Count.unknown(Count.Why.NOT_YET);
      }
      if (passages.begun().filter(at -> at.isBefore(end)).isEmpty()) {
        return Count.unknown(Count.Why.BEFORE_THE_BOOKS);
      }
      Predicate<Passages.Passage> here =
          p -> (gate.equals(EVERYWHERE) || p.gate().equals(gate)) && side.counts(p.direction());
      return switch (measure) {
        case TRIPS -> trips(here, p -> true);
        case LOADED -> trips(here, p -> passages.load(p).filter(Load::loaded).isPresent());
        case FRUIT -> trips(here, passages::fruit);
        case EMPTY -> trips(here, p -> passages.load(p).filter(Load::empty).isPresent());
        case NEW_VEHICLES ->
            trips(here, p -> passages.load(p).filter(Load::newVehicle).isPresent());
        case UNREGISTERED -> trips(here, p -> passages.load(p).isEmpty());
        case RECEIVING ->
            passages.transshipmentsAreRecorded()
                ? number(here.and(passages::receiving).and(p -> isWithin(p.clearedAt())))
                : Count.unknown(Count.Why.NOT_RECORDED);
        case TURNED_BACK ->
            number(here.and(Passages.Passage::turnedAway).and(p -> isWithin(p.leftAt())));
        case ARRIVALS -> number(here.and(p -> within(p.arrivedAt())));
        case BACKLOG -> standing(here.and(p -> p.hereAt(counted)));
        case BACKLOG_CHANGE -> change(here);
        case BACKLOG_FRUIT -> standing(here.and(p -> p.hereAt(counted)).and(passages::fruit));
        case IN_YARDS -> standing(here.and(p -> p.inYardAt(counted)));
      };
    }

    private Count number(Predicate<Passages.Passage> wanted) {
      return Count.of(passages.all().stream().filter(wanted).count());
    }

    private Count trips(Predicate<Passages.Passage> here, Predicate<Passages.Passage> such) {
      return number(
          here.and(such).and(p -> !passages.receiving(p)).and(p -> isWithin(p.clearedAt())));
    }

    private boolean isWithin(Optional<Instant> at) {
      return at.filter(this::within).isPresent();
    }

    private Count standing(Predicate<Passages.Passage> wanted) {
      return edition == Edition.OPEN ? Count.unknown(Count.Why.NOT_YET) : number(wanted);
    }

    private Count change(Predicate<Passages.Passage> here) {
      if (edition == Edition.OPEN) {
        return Count.unknown(Count.Why.NOT_YET);
      }
      Instant before = Edition.counted(question.day().minusDays(1), question.zone());
      if (passages.begun().filter(at -> !at.isAfter(before)).isEmpty()) {
        return Count.unknown(Count.Why.BEFORE_THE_BOOKS);
      }
      long now = passages.all().stream().filter(here.and(p -> p.hereAt(counted))).count();
      long then = passages.all().stream().filter(here.and(p -> p.hereAt(before))).count();
      return Count.of(now - then);
    }

    /// Within the day, or within what of it the edition counts.
    private boolean within(Instant at) {
      return switch (edition) {
        case OPEN, FINAL -> !at.isBefore(begin) && at.isBefore(end);
        case CUT_OFF -> !at.isBefore(begin) && !at.isAfter(counted);
      };
    }
  }
}
