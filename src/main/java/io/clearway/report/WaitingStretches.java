package io.clearway.report;

import io.clearway.site.AgencyHours;
import io.clearway.site.WorkTime;
import io.clearway.view.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;

/// Cuts a stay where its place or a cause changes; an agency's hours are such changes too.
///
/// @param spans for which agencies had something to do
/// @param otherwise what it was when they had not, each since when
record WaitingStretches(
    List<WaitingFold.Span> spans,
    NavigableMap<Instant, Standing.Cause> otherwise,
    WaitingPlaces places) {

  List<WaitingRecord.Stretch> until(Instant end) {
    List<WaitingRecord.Stretch> all = new ArrayList<>();
    Instant from = places.first();
    for (Instant to : cuts(end)) {
      if (to.isAfter(from)) {
        add(all, new WaitingRecord.Stretch(from, to, places.at(from), causes(from, to)));
        from = to;
      }
    }
    return List.copyOf(all);
  }

  /// What is as the one before goes on with it.
  private static void add(List<WaitingRecord.Stretch> all, WaitingRecord.Stretch next) {
    if (!all.isEmpty()) {
      WaitingRecord.Stretch last = all.getLast();
      if (last.where().equals(next.where()) && last.causes().equals(next.causes())) {
        all.set(
            all.size() - 1,
            new WaitingRecord.Stretch(last.from(), next.to(), last.where(), last.causes()));
        return;
      }
    }
    all.add(next);
  }

  private TreeSet<Instant> cuts(Instant end) {
    TreeSet<Instant> cuts = new TreeSet<>(places.all().keySet());
    cuts.addAll(otherwise.keySet());
    for (WaitingFold.Span span : spans) {
      cuts.add(span.from());
      cuts.add(span.to());
      span.hours().hours().ifPresent(hours -> hours(cuts, hours, span));
    }
    cuts.add(end);
    return new TreeSet<>(cuts.headSet(end, true));
  }

  private static void hours(TreeSet<Instant> cuts, AgencyHours hours, WaitingFold.Span span) {
    LocalDate day = span.from().atZone(span.hours().zone()).toLocalDate();
    LocalDate last = span.to().atZone(span.hours().zone()).toLocalDate();
    while (!day.isAfter(last)) {
      cuts.add(day.atTime(hours.opens()).atZone(span.hours().zone()).toInstant());
      cuts.add(day.atTime(hours.closes()).atZone(span.hours().zone()).toInstant());
      day = day.plusDays(1);
    }
  }

  private List<Standing.Cause> causes(Instant from, Instant to) {
    WaitingRecord.Where where = places.at(from);
    switch (where.spot()) {
      case OTHER_SIDE -> {
        return List.of(Standing.Cause.of(Standing.Kind.OTHER_SIDE, "TRIP"));
      }
      case ROAD -> {
        return List.of(Standing.Cause.of(Standing.Kind.DRIVER, "ON_ROAD"));
      }
      case PARK -> {
        return List.of(Standing.Cause.of(Standing.Kind.UNKNOWN, "PARK"));
      }
      case GATE, YARD -> {}
    }
    List<Standing.Cause> here =
        spans.stream()
            .filter(span -> !span.from().isAfter(from) && span.to().isAfter(from))
            .map(span -> open(span.hours(), from, to) ? span.cause() : span.cause().closed())
            .distinct()
            .sorted()
            .toList();
    Map.Entry<Instant, Standing.Cause> known = otherwise.floorEntry(from);
    return here.isEmpty()
        ? List.of(known == null ? Standing.Cause.of(Standing.Kind.UNKNOWN, "") : known.getValue())
        : here;
  }

  private static boolean open(WorkTime hours, Instant from, Instant to) {
    return !hours.between(from, to).isZero();
  }
}
