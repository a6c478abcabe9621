package io.clearway.link.api;

import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.fleet.FleetCommand;
import io.clearway.fleet.Visit;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.rows.FleetJson;
import io.clearway.link.rows.Rows;
import io.clearway.live.Order;
import io.clearway.registration.Registration;
import io.clearway.registration.Tractor;
import io.clearway.world.Command;
import io.clearway.world.Permission;
import io.clearway.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What drives: another tractor is asked for, confirmed by both keys, and seen by whoever sees the
/// vehicle.
final class FleetActions {

  private static final int PAGE = 1000;

  private static final Comparator<Visit> FIRST =
      Comparator.comparing((Visit visit) -> visit.stay().isEmpty())
          .thenComparing(visit -> visit.stay().map(Visit.Stay::until).orElse(visit.inAt()))
          .thenComparingLong(Visit::id);

  private final CommandActions commands;
  private final RegistrationReader reader;

  FleetActions(CommandActions commands, Sources sources) {
    this.commands = commands;
    this.reader = new RegistrationReader(sources.subjects(), sources.gate()::now);
  }

  void ask(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.optionalUuid("id").orElse(submission.id());
    Tractor tractor = reader.tractor(fields);
    Submission.check(fields);
    of(call, submission, "askTractor", new FleetCommand.AskTractor(key, passage(call), tractor));
  }

  void confirm(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    of(
        call,
        submission,
        "confirmTractor",
        new FleetCommand.ConfirmTractor(commands.passage(call), agency(call)));
  }

  void refuse(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    of(
        call,
        submission,
        "refuseTractor",
        new FleetCommand.RefuseTractor(commands.passage(call), agency(call)));
  }

  void withdraw(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    of(call, submission, "withdrawTractor", new FleetCommand.WithdrawTractor(passage(call)));
  }

  private static KeyHolder agency(Call call) {
    return call.actor().role() == Role.BORDER_GUARD ? KeyHolder.BORDER_GUARD : KeyHolder.CUSTOMS;
  }

  /// The passage in the path; of a vehicle that the caller may not see there is none.
  private long passage(Call call) {
    long known = commands.passage(call);
    Optional<Crossing> crossing = call.world().crossings().find(known);
    if (crossing.filter(here -> !sees(call, here)).isPresent()) {
      throw new Problem.Halt(Problem.notFound());
    }
    return known;
  }

  private static boolean sees(Call call, Crossing crossing) {
    Optional<Registration> papers = Rows.papers(call.world(), crossing);
    return papers
        .map(call::sees)
        .orElse(
            !call.ownOnly() && Permission.reaches(call.world(), call.actor().scope(), crossing));
  }

  private void of(Call call, Submission submission, String operation, FleetCommand order) {
    call.answer(
        200,
        commands.send(call, submission, operation, Order.Lane.PEOPLE, new Command.OfFleet(order)));
  }

  /// Tractors that are asked for, the oldest first, then those that stand here without a trailer,
  /// then those that have left.
  void list(Call call) {
    Asked asked = call.asked();
    Optional<String> gate = asked.gate();
    String state = asked.word("state", "open", "any");
    long limit = asked.number("limit", 100, 1, PAGE);
    asked.close();
    World world = call.world();
    List<Change> found =
        world.fleets().changes().values().stream()
            .filter(change -> sees(call, change))
            .filter(change -> gate.filter(code -> !code.equals(change.gate())).isEmpty())
            .filter(change -> state.equals("any") || change.open() || change.standing())
            .sorted(Comparator.comparingInt(FleetActions::rank).thenComparingLong(Change::id))
            .toList();
    ObjectNode json = Rows.stamped(call).put("total", found.size());
    ArrayNode items = json.putArray("items");
    found.stream()
        .limit(limit)
        .forEach(change -> FleetJson.change(items.addObject(), world, change));
    call.answer(200, json);
  }

  private static int rank(Change change) {
    return change.open() ? 0 : change.standing() ? 1 : 2;
  }

  /// A change whose passage is forgotten is seen by whoever sees all of that gate.
  private static boolean sees(Call call, Change change) {
    return call.world()
        .crossings()
        .find(change.crossing())
        .map(here -> sees(call, here))
        .orElse(!call.ownOnly() && call.actor().scope().covers(change.gate()));
  }

  /// The border guard counts persons out who came in with a foreign vehicle.
  void countOut(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    List<Integer> persons = CommandActions.places(fields, "persons");
    Optional<UUID> with = fields.optionalUuid("with");
    Submission.check(fields);
    OptionalLong vehicle =
        with.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(call.world().crossings().byKey().find(with.get()).orElse(0L));
    of(call, submission, "countPersonsOut", new FleetCommand.CountOut(call.id(), persons, vehicle));
  }

  /// Persons from the other side who are in, whose stay ends first before the others; how many came
  /// and went is a number.
  void visits(Call call) {
    Asked asked = call.asked();
    Optional<String> gate = asked.gate();
    String state = asked.word("state", "in", "any");
    long limit = asked.number("limit", 100, 1, PAGE);
    asked.close();
    World world = call.world();
    List<Visit> known =
        world.fleets().visits().all().values().stream()
            .filter(visit -> call.actor().scope().covers(visit.gate()))
            .filter(visit -> gate.filter(code -> !code.equals(visit.gate())).isEmpty())
            .toList();
    List<Visit> found =
        known.stream()
            .filter(visit -> state.equals("any") || !visit.ended())
            .sorted(FIRST)
            .toList();
    ObjectNode json = Rows.stamped(call).put("total", found.size());
    json.put("inside", known.stream().mapToLong(Visit::inside).sum());
    json.put("over", known.stream().filter(FleetActions::over).mapToLong(Visit::inside).sum());
    ArrayNode items = json.putArray("items");
    found.stream().limit(limit).forEach(visit -> FleetJson.visit(items.addObject(), world, visit));
    call.answer(200, json);
  }

  private static boolean over(Visit visit) {
    return visit.told() == Visit.Told.OVER;
  }
}
