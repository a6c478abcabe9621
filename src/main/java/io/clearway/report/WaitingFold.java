package io.clearway.report;

import io.clearway.clearance.Awaited;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceEvent;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingEvent;
import io.clearway.crossing.Turning;
import io.clearway.journal.Entry;
import io.clearway.journal.Verifier;
import io.clearway.kernel.Edit;
import io.clearway.site.Agency;
import io.clearway.site.Site;
import io.clearway.site.WorkTime;
import io.clearway.view.Standing;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Follows one vehicle through entries: the world is made anew from them, and after each that
/// changes something of the vehicle it is asked why it stands. For one use.
final class WaitingFold {

  /// What an agency had to do for a while.
  ///
  /// @param hours of the agency then
  record Span(Standing.Cause cause, Instant from, Instant to, WorkTime hours) {}

  /// What no clock is kept of.
  private static final Set<String> UNCLOCKED = Set.of(Awaited.SECOND, Awaited.TRANSSHIPMENT);

  private record Begun(Instant from, WorkTime hours) {}

  private final WaitingRecord.Question question;
  private World world = World.empty().under(new Edit());
  private boolean carrying;
  private List<Object> before = List.of();
  private final Map<Standing.Cause, Begun> running = new TreeMap<>();
  private final List<Span> spans = new ArrayList<>();
  private final TreeMap<Instant, Standing.Cause> otherwise = new TreeMap<>();
  private final WaitingPlaces places = new WaitingPlaces();
  private Optional<Crossing> last = Optional.empty();
  private Optional<Site> site = Optional.empty();
  private Optional<String> number = Optional.empty();

  WaitingFold(WaitingRecord.Question question) {
    this.question = question;
  }

  void take(Entry entry) {
    boolean carried = entry.cause().equals(Verifier.CARRIED);
    if (carried && !carrying) {
      world = World.empty().under(new Edit());
    }
    carrying = carried;
    for (Event event : entry.events()) {
      world = world.apply(event);
      if (!carried) {
        places.take(event, question.crossing());
      }
    }
    Optional<Crossing> found = world.crossings().find(question.crossing());
    if (found.isEmpty()) {
      return;
    }
    List<Object> now = parts(found.get());
    if (now.equals(before) || (carried && last.isPresent())) {
      return;
    }
    before = now;
    if (last.isEmpty()) {
      places.begin(found.get(), world);
    }
    last = found;
    places.look(found.get());
    look(found.get(), entry);
  }

  /// Of what its standing is made.
  private List<Object> parts(Crossing crossing) {
    List<Object> parts = new ArrayList<>(List.of(crossing));
    parts.addAll(world.fees().charges().of(crossing.id()));
    world.sites().current().map(Site::head).ifPresent(parts::add);
    crossing
        .registration()
        .ifPresent(papers -> {
          add(parts, papers);
          world
              .transshipments()
              .of(papers)
              .ifPresent(changing -> {
                parts.add(changing);
                changing.parties().forEach(party -> add(parts, party));
              });
        });
    return parts;
  }

  private void add(List<Object> parts, long papers) {
    world.registrations().find(papers).ifPresent(parts::add);
    world.clearances().find(papers).ifPresent(parts::add);
    world.crossings().byRegistration().find(papers).stream()
        .flatMap(id -> world.crossings().find(id).stream())
        .forEach(parts::add);
  }

  private void look(Crossing crossing, Entry entry) {
    Site current = world.sites().get();
    if (site.filter(known -> !known.head().equals(current.head())).isPresent()) {
      running.forEach((cause, begun) -> end(cause, begun, entry.at()));
      running.replaceAll((cause, begun) -> begun(crossing, current, cause, entry.at()));
    }
    site = Optional.of(current);
    crossing.registration().stream()
        .boxed()
        .flatMap(papers -> world.registrations().find(papers).stream())
        .forEach(papers -> number = Optional.of(papers.form().number()));
    Standing standing = Standing.of(world, crossing, entry.at());
    Map<Standing.Cause, Instant> awaited = new TreeMap<>();
    standing
        .awaited()
        .forEach(one -> awaited.merge(one.cause(), one.at(), (a, b) -> a.isBefore(b) ? a : b));
    List.copyOf(running.keySet()).stream()
        .filter(cause -> !awaited.containsKey(cause))
        .forEach(cause -> {
          Begun begun = running.remove(cause);
          if (begun != null) {
            end(cause, begun, entry.at());
          }
        });
    entry.events().forEach(this::saidEarlier);
    awaited.forEach((cause, since) ->
        running.computeIfAbsent(
            cause,
            one -> begun(crossing, current, one, resumed(crossing, one, since, entry.at()))));
    Instant from = otherwise.isEmpty() ? crossing.track().arrivedAt() : places.occurred(entry.at());
    Instant known = otherwise.isEmpty() ? from : otherwise.lastKey();
    otherwise.put(from.isBefore(known) ? known : from, standing.otherwise());
  }

  private static Begun begun(Crossing crossing, Site site, Standing.Cause cause, Instant from) {
    Agency agency = cause.agency().orElse(Agency.CUSTOMS);
    return new Begun(from, site.workTime(agency, crossing.gate(), crossing.direction()));
  }

  private void end(Standing.Cause cause, Begun begun, Instant to) {
    if (to.isAfter(begun.from())) {
      spans.add(new Span(cause, begun.from(), to, begun.hours()));
    }
  }

  /// C-22: who said it before it came was not waited for since.
  private void saidEarlier(Event event) {
    if (event instanceof Event.OfCrossing(CrossingEvent.KeySaidEarlier e)
        && e.crossing() == question.crossing()) {
      trim("KEY_" + e.agency(), e.said());
    } else if (event instanceof Event.OfClearance(ClearanceEvent.SaidEarlier e)
        && last.filter(held -> held.registration().equals(OptionalLong.of(e.registration())))
            .isPresent()) {
      trim(e.line(), e.said());
    }
  }

  private void trim(String line, Instant said) {
    spans.replaceAll(span ->
        span.cause().what().equals(line) && span.to().isAfter(said)
            ? new Span(span.cause(), span.from(), said, span.hours())
            : span);
    spans.removeIf(span -> !span.to().isAfter(span.from()));
  }

  /// C-19: a clock that stood goes on when what it stood for is over.
  private Instant resumed(Crossing crossing, Standing.Cause cause, Instant since, Instant now) {
    if (UNCLOCKED.contains(cause.what()) || cause.what().startsWith("HOLD_")) {
      return since;
    }
    Stream<Instant> tests =
        crossing.registration().stream()
            .boxed()
            .flatMap(papers -> world.clearances().find(papers).stream())
            .flatMap(held -> held.pauses().stream())
            .flatMap((Clearance.Pause pause) -> pause.to().stream());
    Stream<Instant> turnings = crossing.turnings().over().stream().map(Turning.Span::to);
    return Stream.concat(tests, turnings)
        .filter(over -> over.isAfter(since) && !over.isAfter(now))
        .max(Instant::compareTo)
        .orElse(since);
  }

  Optional<WaitingRecord> record() {
    return last.map(crossing -> {
      running.forEach((cause, begun) -> end(cause, begun, question.asOf()));
      Site current = site.orElseThrow();
      Instant end = places.end(question.asOf());
      List<WaitingRecord.Stretch> stretches =
          new WaitingStretches(spans, otherwise, places).until(end);
      return new WaitingRecord(
          new WaitingRecord.Head(
              current.complex(),
              current.zone(),
              current.head().facingZone(),
              crossing.key(),
              number,
              crossing.plate(),
              crossing.gate(),
              crossing.direction(),
              question.asOfSeq()),
          question.asOf(),
          places.over(),
          stretches,
          WaitingRecord.totals(stretches),
          places.plugged());
    });
  }
}
