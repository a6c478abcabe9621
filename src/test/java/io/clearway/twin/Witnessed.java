package io.clearway.twin;

import io.clearway.site.Agency;
import io.clearway.site.AgencyHours;
import io.clearway.site.Procedure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What happened to one load, each fact with the moment from which it was so. A stopwatch per line
/// is taken through all of them: it runs while it is the agency's turn, within its hours.
final class Witnessed {

  /// What the stopwatch of a line says.
  ///
  /// @param forAgency all rounds together
  /// @param forOthers of the time since the vehicle came, until the agency spoke
  record Verdict(Duration forAgency, Duration forOthers, boolean late) {}

  private record Fact(Instant at, Consumer<Scene> what) {}

  /// Of one line.
  private static final class Watch {
    private long all;
    private long round;
    private boolean turn;
    private int words;
    private int beginnings;
    private long aside;
    private Optional<Instant> end = Optional.empty();
  }

  /// The scene between two facts.
  private static final class Course {
    private final Scene scene;
    private final TreeMap<String, Watch> watches = new TreeMap<>();
    private Optional<Instant> arrived = Optional.empty();
    private Optional<Instant> left = Optional.empty();
    private long aside;

    private Course(Scene scene) {
      this.scene = scene;
    }
  }

  private static final String INSPECTION = "INSPECTION_";

  private final Supplier<Scene> empty;
  private final Procedure procedure;
  private final Duration keyWithin;
  private final ZoneId zone;
  private final Function<Agency, Optional<AgencyHours>> hours;
  private final List<Fact> facts = new ArrayList<>();
  private final TreeSet<String> lines = new TreeSet<>(List.of("KEY_BORDER_GUARD", "KEY_CUSTOMS"));

  Witnessed(
      Supplier<Scene> empty,
      Procedure procedure,
      Duration keyWithin,
      ZoneId zone,
      Function<Agency, Optional<AgencyHours>> hours) {
    this.empty = empty;
    this.procedure = procedure;
    this.keyWithin = keyWithin;
    this.zone = zone;
    this.hours = hours;
    List.of(Agency.values()).forEach(agency -> lines.add(INSPECTION + agency));
  }

  void line(String step) {
    lines.add(step);
  }

  void note(Instant at, Consumer<Scene> what) {
    facts.add(new Fact(at, what));
    facts.sort(Comparator.comparing(Fact::at));
  }

  /// What every line's stopwatch says at that moment.
  Map<String, Verdict> at(Instant now) {
    Course course = new Course(empty.get());
    lines.forEach(line -> course.watches.put(line, new Watch()));
    Instant before = Instant.EPOCH;
    for (Fact fact : facts) {
      if (fact.at().isAfter(now)) {
        break;
      }
      run(course, before, fact.at());
      before = fact.at();
      fact.what().accept(course.scene);
      seen(course, fact.at());
    }
    run(course, before, now);
    TreeMap<String, Verdict> verdicts = new TreeMap<>();
    course.watches.forEach((line, watch) -> verdicts.put(line, verdict(course, line, watch, now)));
    return verdicts;
  }

  /// What is so from that moment on.
  private static void seen(Course course, Instant now) {
    if (course.arrived.isEmpty() && course.scene.hasVehicle()) {
      course.arrived = Optional.of(now);
    }
    if (!course.scene.hasVehicle()) {
      course.arrived = Optional.empty();
      course.aside = 0;
    }
    if (course.left.isEmpty() && course.scene.isGone()) {
      course.left = Optional.of(now);
    }
    course.watches.forEach((line, watch) -> {
      boolean spoke = course.scene.words(line) > watch.words;
      boolean anew = course.scene.beginnings(line) > watch.beginnings;
      watch.words = course.scene.words(line);
      watch.beginnings = course.scene.beginnings(line);
      watch.all = course.scene.offers(line) && !anew ? watch.all : 0;
      if (!course.scene.said(line)) {
        watch.end = Optional.empty();
      } else if (spoke) {
        watch.end = Optional.of(now);
        watch.aside = course.aside;
      }
    });
  }

  private void run(Course course, Instant from, Instant to) {
    if (!to.isAfter(from)) {
      return;
    }
    boolean aside = course.scene.isAside();
    if (aside && course.arrived.isPresent() && course.left.isEmpty()) {
      course.aside += Duration.between(from, to).toMillis();
    }
    course.watches.forEach((line, watch) -> {
      boolean turn = course.scene.turn(line);
      watch.round = turn && watch.turn ? watch.round : 0;
      watch.turn = turn;
      if (turn && !course.scene.tested() && !aside) {
        long worked = worked(agency(line), from, to);
        watch.all += worked;
        watch.round += worked;
      }
    });
  }

  private Verdict verdict(Course course, String line, Watch watch, Instant now) {
    boolean stands = course.scene.tested() || course.scene.isAside();
    boolean turn = watch.turn && course.scene.turn(line) && !stands;
    Instant end = watch.end.or(() -> course.left).orElse(now);
    long here =
        course
            .arrived
            .filter(end::isAfter)
            .map(arrived -> Duration.between(arrived, end).toMillis())
            .orElse(0L);
    long aside = watch.end.isPresent() ? watch.aside : course.aside;
    return new Verdict(
        Duration.ofMillis(watch.all),
        Duration.ofMillis(Math.max(0, here - aside - watch.all)),
        turn && watch.round > within(line).toMillis());
  }

  private Duration within(String line) {
    if (line.startsWith(INSPECTION)) {
      return procedure.inspectionWithin().orElse(Duration.ofDays(10_000));
    }
    return procedure.find(line).map(Procedure.Step::within).orElse(keyWithin);
  }

  private Agency agency(String line) {
    return procedure
        .find(line)
        .map(Procedure.Step::agency)
        .orElseGet(() -> Agency.valueOf(line.substring(line.indexOf('_') + 1)));
  }

  private long worked(Agency agency, Instant from, Instant to) {
    return hours
        .apply(agency)
        .map(h -> opened(h, to) - opened(h, from))
        .orElseGet(() -> Duration.between(from, to).toMillis());
  }

  /// How long that agency has been open since 1970: whole days and what there was of this one.
  private long opened(AgencyHours hours, Instant at) {
    var local = at.atZone(zone);
    long opens = hours.opens().toSecondOfDay() * 1000L;
    long length = hours.closes().toSecondOfDay() * 1000L - opens;
    long today = local.toLocalTime().toNanoOfDay() / 1_000_000 - opens;
    return local.toLocalDate().toEpochDay() * length + Math.clamp(today, 0L, length);
  }
}
