package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.Operation;
import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Who;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.link.json.ReportJson;
import io.clearway.link.json.ScopeJson;
import io.clearway.link.rows.Overview;
import io.clearway.link.rows.Rows;
import io.clearway.link.rows.StayJson;
import io.clearway.link.rows.Timelines;
import io.clearway.link.site.SiteJson;
import io.clearway.reconciliation.Case;
import io.clearway.registration.Registration;
import io.clearway.registration.Returns;
import io.clearway.report.DailyReport;
import io.clearway.site.Agency;
import io.clearway.view.Milestones;
import io.clearway.world.Obligation;
import io.clearway.world.Permission;
import io.clearway.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Everything that is read. Each answer sees one instant of the world.
public final class Queries {

  private static final Duration LATELY = Duration.ofDays(1);
  private static final int PAGE = 1000;

  private final Sources sources;
  private final ReentrantLock reporting = new ReentrantLock();

  Queries(Sources sources) {
    this.sources = sources;
  }

  private static Problem.Halt absent() {
    return new Problem.Halt(Problem.notFound());
  }

  void registration(Call call) {
    Registration registration =
        call.world()
            .registrations()
            .find(call.id())
            .filter(call::sees)
            .orElseThrow(Queries::absent);
    boolean people = call.actor().role() != Role.READER;
    ObjectNode json = new RegistrationWriter(people).write(registration);
    Subject plate = registration.form().leading().plate().subject();
    if (!call.world().turns().orders().of(plate).isEmpty()) {
      RoadRows.orders(json.putArray("trafficOrders"), call.world(), plate);
    }
    Rows.account(json, call.world(), registration);
    Returns.of(call.world().registrations(), registration)
        .ifPresent(account -> Rows.goodsBack(json.putObject("goodsBack"), account));
    StayJson.pair(json, call.world(), registration);
    StayJson.ofPapers(json, call.world(), registration, call.seen().at());
    call.answer(200, json);
  }

  /// Who asks, and what that may: a page shows by it which screens there are.
  void me(Call call) {
    Role role = call.actor().role();
    ObjectNode json = Rows.stamped(call);
    json.put("id", call.actor().key().toString());
    json.put("label", call.actor().label());
    json.put("role", role.name());
    for (KeyHolder agency : KeyHolder.values()) {
      if (role.may(Permission.ofKey(agency))) {
        json.put("agency", agency.name());
      }
    }
    role.agency().ifPresent(agency -> json.put("officerOf", agency.name()));
    ArrayNode may = json.putArray("may");
    ANY.stream().filter(role::may).forEach(operation -> may.add(operation.name()));
    ScopeJson.write(json, call.actor());
    json.put(
        "onDuty",
        call.actor().scope().onDuty(sources.gate().now(), Optional.of(call.site().zone())));
    call.who()
        .flatMap(Who::signedIn)
        .ifPresent(session -> json.put("passwordInitial", session.initial()));
    call.answer(200, json);
  }

  /// A trader sees the own ones. Newest first in pages, or a work list: first to arrive first.
  void registrations(Call call) {
    Asked asked = call.asked();
    long limit = asked.number("limit", 100, 1, PAGE);
    long before = asked.number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
    Optional<Agency> missing = asked.oneOf("papersMissing", Agency.class);
    boolean byArrival = asked.word("order", "newest", "arrival").equals("arrival");
    Optional<LocalDate> from = call.query("from").map(_ -> asked.day("from"));
    asked.notWith("before", byArrival, "The order `arrival` has one page.");
    asked.close();
    List<Registration> all =
        call.world().registrations().all().values().stream()
            .filter(call::sees)
            .filter(r -> missing.isEmpty() || waitsFor(call.world(), r, missing.get()))
            .filter(r -> from.isEmpty() || comes(call, r, from.get()))
            .sorted(byArrival ? ARRIVAL : NEWEST)
            .toList();
    List<Registration> found = all.stream().filter(r -> r.id() < before).limit(limit + 1).toList();
    boolean people = call.actor().role() != Role.READER;
    ObjectNode json = Rows.stamped(call).put("total", all.size());
    ArrayNode items = json.putArray("items");
    found.stream()
        .limit(limit)
        .forEach(r -> Rows.registration(items.addObject(), call.world(), r, people));
    if (found.size() > limit && !byArrival) {
      json.put("next", Long.toString(found.get((int) limit - 1).id()));
    }
    call.answer(200, json);
  }

  /// It is planned for that day of the gate or later, or its vehicle is here.
  private static boolean comes(Call call, Registration r, LocalDate from) {
    Instant begin = from.atStartOfDay(call.site().zone()).toInstant();
    return !r.form().plannedArrivalAt().isBefore(begin)
        || passage(call.world(), r).filter(Crossing::live).isPresent();
  }

  private static Optional<Crossing> passage(World world, Registration r) {
    return world.crossings().byRegistration().find(r.id()).flatMap(world.crossings()::find);
  }

  /// The agency has not yet found the papers in order, and the vehicle has not gone.
  private static boolean waitsFor(World world, Registration r, Agency agency) {
    return r.papersOf(agency).isEmpty()
        && passage(world, r).filter(crossing -> !crossing.live()).isEmpty();
  }

  void crossings(Call call) {
    Asked asked = call.asked();
    Optional<String> gate = asked.gate();
    Optional<Direction> direction = asked.direction();
    String state = asked.word("state", "live", "all");
    long limit = asked.number("limit", 100, 1, PAGE);
    long after = asked.number("after", 0, 0, Long.MAX_VALUE);
    asked.close();
    List<Crossing> found =
        visible(call)
            .filter(c -> c.id() > after)
            .filter(c -> gate.isEmpty() || c.gate().equals(gate.get()))
            .filter(c -> direction.isEmpty() || c.direction() == direction.get())
            .filter(c -> state.equals("all") ? isLately(c, call.seen().at()) : c.live())
            .sorted(Comparator.comparingLong(Crossing::id))
            .limit(limit + 1)
            .toList();
    ObjectNode json = Rows.stamped(call);
    ArrayNode items = json.putArray("items");
    Instant at = call.seen().at();
    found.stream().limit(limit).forEach(c -> items.add(Rows.row(call.world(), c, at)));
    if (found.size() > limit) {
      json.put("next", Long.toString(found.get((int) limit - 1).id()));
    }
    call.answer(200, json);
  }

  /// It is here, or left within a day: what is kept longer waits for its customs clearance alone.
  private static boolean isLately(Crossing crossing, Instant now) {
    return crossing.track().gateLeftAt().filter(left -> left.isBefore(now.minus(LATELY))).isEmpty();
  }

  private static Stream<Crossing> visible(Call call) {
    return call.world().crossings().all().values().stream().filter(c -> sees(call, c));
  }

  /// Whether the caller may see that passage: at a gate and a yard of its scope, and its own or its
  /// company's when it sees no others.
  public static boolean sees(Call call, Crossing crossing) {
    return Permission.reaches(call.world(), call.actor().scope(), crossing)
        && (!call.ownOnly() || Rows.owned(call.world(), crossing, call.actor().id()));
  }

  void crossing(Call call) {
    World world = call.world();
    Crossing crossing =
        world.crossings().find(call.id()).filter(c -> sees(call, c)).orElseThrow(Queries::absent);
    ObjectNode json = Rows.row(world, crossing, call.seen().at());
    Optional<Registration> papers = Rows.papers(world, crossing);
    papers.ifPresent(r -> summary(json.putObject("registrationSummary"), r.form()));
    StayJson.clock(json, world, crossing.id(), call.seen().at());
    milestones(json.putArray("milestones"), world, crossing, sources.timelines());
    Timelines.Story story = sources.timelines().of(crossing.id());
    timeline(json.putArray("timeline"), story.lines(), call);
    ArrayNode cases = json.putArray("cases");
    for (Timelines.Opened opened : story.cases()) {
      opened
          .closedAt()
          .ifPresent(at -> aCase(cases, opened.opened()).put("closedAt", at.toString()));
    }
    world.cases().of(crossing.id()).forEach(open -> aCase(cases, open));
    ArrayNode subjects = json.putArray("subjects");
    subject(subjects, "PLATE", crossing.plate().subject());
    papers.ifPresent(r -> people(subjects, r.form()));
    call.answer(200, json);
  }

  static void milestones(ArrayNode array, World world, Crossing crossing, Timelines timelines) {
    for (Milestones.Milestone one : Milestones.of(world, crossing)) {
      ObjectNode item = array.addObject().put("milestone", one.name().name());
      item.put("state", one.state().name());
      Rows.time(item, "at", one.at().map(at -> begun(one.name(), at, crossing, timelines)));
      one.waitingFor().ifPresent(agency -> item.put("waitingFor", agency.name()));
    }
  }

  /// The work began with its first word, whatever became of that word.
  private static Instant begun(
      Milestones.Name name, Instant at, Crossing crossing, Timelines timelines) {
    return name != Milestones.Name.CHECK_STARTED
        ? at
        : crossing
            .keys()
            .enteredAt()
            .flatMap(entered -> timelines.firstWord(crossing.id(), entered))
            .filter(at::isAfter)
            .orElse(at);
  }

  private static void summary(ObjectNode json, Registration.Form form) {
    Registration.Vehicle vehicle = form.leading();
    json.put("goods", Rows.goods(form));
    json.put("weightKg", form.totalWeightKg());
    json.put("company", form.declarant().name());
    vehicle.trailer().ifPresent(trailer -> Rows.put(json, "trailer", trailer));
    Rows.text(json, "container", vehicle.container());
    Rows.text(json, "seal", vehicle.seal());
    json.put("plannedArrivalAt", form.plannedArrivalAt().toString());
  }

  private void timeline(ArrayNode lines, List<Timelines.Line> story, Call call) {
    for (Timelines.Line line : story) {
      if (line.seq() <= call.seen().seq()) {
        ObjectNode item = lines.addObject().put("seq", line.seq()).put("at", line.at().toString());
        Rows.time(item, "occurredAt", line.occurredAt());
        item.put("type", line.type());
        call.world()
            .authorities()
            .find(line.actor())
            .map(Actor::role)
            .or(() -> sources.timelines().role(line.actor()))
            .ifPresent(role -> item.put("actorRole", role.name()));
        item.put("detail", line.detail());
        line.note()
            .filter(note -> LoadQueries.readsNotes(call.actor().role()))
            .ifPresent(note -> Rows.put(item, "note", note));
      }
    }
  }

  static ObjectNode aCase(ArrayNode cases, Case c) {
    return cases
        .addObject()
        .put("id", Long.toString(c.id()))
        .put("kind", c.kind().name())
        .put("openedAt", c.openedAt().toString());
  }

  private static void people(ArrayNode subjects, Registration.Form form) {
    Registration.Driver driver = form.leading().driver();
    subject(subjects, "DRIVER", driver.identityNumber().subject());
    driver.others().forEach(person -> subject(subjects, "CO_DRIVER", person.name().subject()));
    form.procedureOfficer().ifPresent(a -> subject(subjects, "AGENT", a.name().subject()));
    form.declarant().phone().ifPresent(p -> subject(subjects, "DECLARANT", p.subject()));
  }

  private static void subject(ArrayNode subjects, String role, Subject subject) {
    subjects.addObject().put("role", role).put("subject", subject.toString());
  }

  void gates(Call call) {
    call.answer(200, SiteJson.write(call.site(), sources.gate().now()));
  }

  void overview(Call call) {
    call.answer(200, Overview.write(Rows.stamped(call), call, sources.gate().now()));
  }

  void notices(Call call) {
    World world = call.world();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    world.obligations().values().stream()
        .filter(o -> world.authorities().together(o.owner(), call.actor().id()))
        .filter(o ->
            world.crossings().find(o.crossing()).stream()
                .allMatch(c -> call.actor().scope().covers(c.gate())))
        .sorted(Comparator.comparingLong(Obligation::id))
        .forEach(o -> notice(list, world, o));
    call.answer(200, list);
  }

  private static void notice(ArrayNode list, World world, Obligation o) {
    ObjectNode item = list.addObject();
    item.put("id", Long.toString(o.id()));
    item.put("kind", o.kind().name());
    world
        .crossings()
        .find(o.crossing())
        .ifPresent(c -> {
          item.put("crossing", c.key().toString());
          item.put("state", Rows.state(c));
          Rows.put(item, "plate", c.plate());
          Rows.turned(item, c);
        });
    world
        .registrations()
        .find(o.registration())
        .ifPresent(r -> item.put("registration", r.key().toString()));
    item.put("openedAt", o.openedAt().toString());
  }

  void daily(Call call) {
    Asked asked = call.asked();
    LocalDate day = asked.day("date");
    long asOf = asked.number("asOfSeq", call.seen().seq(), 0, call.seen().seq());
    asked.close();
    DailyReport report;
    reporting.lock();
    try {
      report = DailyReport.of(sources.journal().apply(day), day, call.site().zone(), asOf);
    } finally {
      reporting.unlock();
    }
    call.answer(200, ReportJson.of(report));
  }

  /// Whoever may do anything at all: everybody with a valid token.
  static final List<Operation> ANY = List.of(Operation.values());

  private static final Comparator<Registration> NEWEST =
      Comparator.comparingLong(Registration::id).reversed();
  private static final Comparator<Registration> ARRIVAL =
      Comparator.comparing((Registration r) -> r.form().plannedArrivalAt())
          .thenComparingLong(Registration::id);

  /// Whether the operation list lets an actor see more than its own.
  public static final List<Operation> READ = List.of(Operation.READ_OWN, Operation.READ_ALL);
}
