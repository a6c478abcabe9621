package io.clearway.turn;

import io.clearway.kernel.Direction;
import io.clearway.registration.Registration;
import io.clearway.site.Places;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What to tell the driver of a vehicle that stands at a post: go, hold here, turn to another
/// place. Rules: docs/rules/turn.md, Q-20 to Q-27.
public final class Advising {

  private final Facts facts;
  private final Site site;
  private final Places.Post post;
  private final List<Advice.Unmet> unmet = new ArrayList<>();

  private Advising(Facts facts) {
    this.facts = facts;
    this.site = facts.site();
    this.post = facts.post();
  }

  /// What is known of the vehicle.
  ///
  /// @param post where it stands
  /// @param registrations of its plate that have no passage yet
  /// @param atGate the gate at which the books have it
  /// @param standing its places in rolls that are open or were closed lately
  /// @param parks in which it was reported lately
  public record Facts(
      Site site,
      Places.Post post,
      List<Registration> registrations,
      Optional<String> atGate,
      List<Advice.Standing> standing,
      List<String> parks,
      Instant now) {}

  /// Every condition is looked at, whatever the others say.
  public static Advice advise(Facts facts) {
    return new Advising(facts).advise();
  }

  private Advice advise() {
    facts.atGate().ifPresent(gate -> add(Advice.Kind.AT_GATE, "Q-20", List.of(gate)));
    Optional<Registration> papers =
        facts.registrations().stream()
            .min(
                Comparator.comparing((Registration r) -> r.form().plannedArrivalAt())
                    .thenComparingLong(Registration::id));
    papers.ifPresentOrElse(found -> registered(found.form()), this::notRegistered);
    facts.standing().stream()
        .filter(Advice.Standing::open)
        .findFirst()
        .ifPresent(place ->
            unmet.add(
                new Advice.Unmet(
                    Advice.Kind.IN_ROLL,
                    "Q-25",
                    List.of(place.place()),
                    Optional.empty(),
                    Optional.of(place))));
    unmet.sort(Comparator.comparing(Advice.Unmet::kind));
    return answer(papers);
  }

  /// whoever is not registered does that in a holding park, if there is one on this road.
  private void notRegistered() {
    if (facts.atGate().isEmpty()) {
      List<String> parks =
          site.places().parks().stream()
              .filter(park -> park.road().equals(post.road()))
              .map(Places.Park::code)
              .toList();
      add(Advice.Kind.NOT_REGISTERED, "Q-21", parks);
    }
  }

  private void registered(Registration.Form form) {
    eligible(form);
    if (!post.lines().contains(form.gate())) {
      add(Advice.Kind.OTHER_GATE, "Q-23", List.of(form.gate()));
    }
    park(form);
    early(form);
    closed(form);
  }

  /// the gates at which all of its goods may pass, when this is none of them.
  private void eligible(Registration.Form form) {
    TreeSet<String> routes =
        new TreeSet<>(site.places().routes().stream().map(Places.Route::code).toList());
    boolean refused = false;
    List<String> here = routesOf(form).stream().map(Places.Route::code).toList();
    for (Rulebook.Eligibility goods : eligibilities(form)) {
      routes.retainAll(goods.routes());
      refused = refused || here.stream().noneMatch(goods.routes()::contains);
    }
    if (refused) {
      List<String> lines =
          site.places().routes().stream()
              .filter(route -> routes.contains(route.code()))
              .map(Places.Route::line)
              .distinct()
              .toList();
      add(Advice.Kind.NOT_ELIGIBLE, "Q-22", lines);
    }
  }

  /// What is known to be refused elsewhere; where nobody knows, the trader asks before loading.
  private List<Rulebook.Eligibility> eligibilities(Registration.Form form) {
    return form.goods().stream()
        .flatMap(group -> group.lines().stream())
        .flatMap(line -> site.rulebook().commodityOf(line.hsCode()).stream())
        .flatMap(goods -> site.rulebook().eligibilityOf(goods.code(), form.direction()).stream())
        .filter(known -> known.elsewhere() == Rulebook.Elsewhere.REFUSED)
        .toList();
  }

  private List<Places.Route> routesOf(Registration.Form form) {
    return site.places().routesOf(form.gate()).stream()
        .filter(r -> form.trade().route().isEmpty() || form.trade().route().get().equals(r.code()))
        .toList();
  }

  /// a park is done with once the vehicle stood in one of its rolls, or the park reported it.
  private void park(Registration.Form form) {
    String today = site.dayOf(facts.now()).toString();
    List<String> parks =
        site.places().parks().stream()
            .filter(park -> park.road().equals(post.road()) && park.lines().contains(form.gate()))
            .filter(park -> park.compulsoryFrom().filter(d -> d.compareTo(today) <= 0).isPresent())
            .map(Places.Park::code)
            .toList();
    boolean been =
        facts.standing().stream().map(Advice.Standing::place).anyMatch(parks::contains)
            || facts.parks().stream().anyMatch(parks::contains);
    if (!parks.isEmpty() && !been) {
      add(Advice.Kind.PARK_COMPULSORY, "Q-24", parks);
    }
  }

  ///
  private void early(Registration.Form form) {
    Instant from = form.plannedArrivalAt().minus(post.ahead()).minus(post.drive());
    if (facts.now().isBefore(from)) {
      until(Advice.Kind.EARLY, "Q-26", form.gate(), from);
    }
  }

  /// shut when it would get there, by the hours of every route that it may take.
  private void closed(Registration.Form form) {
    List<Places.Hours> hours = hours(form);
    ZonedDateTime there = facts.now().plus(post.drive()).atZone(site.zone());
    boolean open =
        hours.isEmpty()
            || hours.stream()
                .anyMatch(h ->
                    !there.toLocalTime().isBefore(h.opens())
                        && there.toLocalTime().isBefore(h.closes()));
    if (!open) {
      LocalTime first = hours.stream().map(Places.Hours::opens).min(LocalTime::compareTo).get();
      ZonedDateTime opens = there.with(first);
      ZonedDateTime next = opens.isAfter(there) ? opens : opens.plusDays(1);
      until(Advice.Kind.GATE_CLOSED, "Q-27", form.gate(), next.toInstant().minus(post.drive()));
    }
  }

  private List<Places.Hours> hours(Registration.Form form) {
    Direction direction = form.direction();
    return routesOf(form).stream()
        .flatMap(route -> route.hours().stream())
        .filter(hours -> hours.direction() == direction)
        .toList();
  }

  private void add(Advice.Kind kind, String rule, List<String> places) {
    unmet.add(new Advice.Unmet(kind, rule, places, Optional.empty(), Optional.empty()));
  }

  private void until(Advice.Kind kind, String rule, String gate, Instant until) {
    unmet.add(new Advice.Unmet(kind, rule, List.of(gate), Optional.of(until), Optional.empty()));
  }

  private Advice answer(Optional<Registration> papers) {
    Advice.Word word = unmet.isEmpty() ? Advice.Word.GO : word(unmet.getFirst());
    Optional<String> to =
        word == Advice.Word.TURN
            ? unmet.getFirst().places().stream().findFirst()
            : Optional.empty();
    Optional<Instant> until =
        switch (word) {
          case GO -> papers.flatMap(r -> closing(r.form()));
          case HOLD -> heldUntil();
          case TURN, AT_GATE -> Optional.empty();
        };
    return new Advice(word, to, until, List.copyOf(unmet), papers.map(Registration::key));
  }

  private static Advice.Word word(Advice.Unmet first) {
    return switch (first.kind()) {
      case AT_GATE -> Advice.Word.AT_GATE;
      case NOT_REGISTERED, NOT_ELIGIBLE, OTHER_GATE, PARK_COMPULSORY ->
          first.places().isEmpty() ? Advice.Word.HOLD : Advice.Word.TURN;
      case IN_ROLL, EARLY, GATE_CLOSED -> Advice.Word.HOLD;
    };
  }

  /// The latest of the times, as long as all are known.
  private Optional<Instant> heldUntil() {
    return unmet.stream().allMatch(one -> one.until().isPresent())
        ? unmet.stream().flatMap(one -> one.until().stream()).max(Instant::compareTo)
        : Optional.empty();
  }

  /// Until when a vehicle that leaves now or later gets there before the last route closes.
  private Optional<Instant> closing(Registration.Form form) {
    ZonedDateTime there = facts.now().plus(post.drive()).atZone(site.zone());
    return hours(form).stream()
        .map(Places.Hours::closes)
        .max(LocalTime::compareTo)
        .map(last -> there.with(last).toInstant().minus(post.drive()));
  }
}
