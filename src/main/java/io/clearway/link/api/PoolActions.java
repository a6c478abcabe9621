package io.clearway.link.api;

import io.clearway.authority.Operation;
import io.clearway.crossing.Crossing;
import io.clearway.fleet.FleetCommand;
import io.clearway.fleet.Pool;
import io.clearway.fleet.PoolDriver;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.rows.FleetJson;
import io.clearway.link.rows.Rows;
import io.clearway.live.Gate;
import io.clearway.live.Order;
import io.clearway.registration.Registration;
import io.clearway.site.Places;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Dedicated drivers as a counted pool: kept by the management board, seen as numbers by whoever
/// reads everything.
final class PoolActions {

  private final CommandActions commands;
  private final Gate gate;
  private final Sources sources;
  private final RegistrationReader reader;

  PoolActions(CommandActions commands, Sources sources) {
    this.commands = commands;
    this.sources = sources;
    this.gate = sources.gate();
    this.reader = new RegistrationReader(sources.subjects(), sources.gate()::now);
  }

  void enrol(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    String line = fields.text("gate");
    if (fields.has("gate") && call.site().places().findLine(line).isEmpty()) {
      fields.fault("gate", "GATE_UNKNOWN", "There is no such gate.");
    }
    fields.text("idNumber");
    Registration.Person person = reader.person(fields);
    boolean duty = fields.flag("onDuty");
    Submission.check(fields);
    FleetCommand enrol =
        new FleetCommand.EnrolDriver(
            key,
            line,
            person.name(),
            person.identityNumber().orElseThrow(),
            person.documents(),
            duty);
    answer(call, submission, "enrolDriver", key, enrol);
  }

  void retire(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    answer(call, submission, "retireDriver", call.id(), new FleetCommand.RetireDriver(call.id()));
  }

  void free(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    answer(call, submission, "freeDriver", call.id(), new FleetCommand.FreeDriver(call.id()));
  }

  /// To the vehicle of a passage, named by its id, by its plate, or by that of its dedicated
  /// tractor.
  void assign(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    Optional<UUID> crossing = fields.optionalUuid("crossing");
    Optional<String> plate = fields.optionalText("plate");
    if (crossing.isPresent() == plate.isPresent()) {
      fields.fault("crossing", "FIELD_MISSING", "Either the passage or a plate is needed.");
    }
    Submission.check(fields);
    long vehicle =
        crossing
            .flatMap(key -> call.world().crossings().byKey().find(key))
            .or(() -> plate.flatMap(text -> drawn(call.world(), text)))
            .orElse(0L);
    answer(
        call,
        submission,
        "assignDriver",
        call.id(),
        new FleetCommand.AssignDriver(call.id(), vehicle));
  }

  private Optional<Long> drawn(World world, String typed) {
    Subject plate = sources.subjects().of("plate", RegistrationReader.plate(typed));
    return Stream.concat(
            world.crossings().live(plate).stream(),
            world.registrations().rigs().dedicated().of(plate).stream()
                .flatMap(id -> world.crossings().byRegistration().find(id).stream())
                .flatMap(id -> world.crossings().find(id).stream())
                .filter(Crossing::live))
        .map(Crossing::id)
        .findFirst();
  }

  private void answer(
      Call call, Submission submission, String operation, UUID key, FleetCommand command) {
    ObjectNode answer =
        commands.send(call, submission, operation, Order.Lane.PEOPLE, new Command.OfFleet(command));
    call.answer(200, answer.put("id", key.toString()));
  }

  /// How many are where, of each gate; who they are, for whoever keeps the pool.
  void list(Call call) {
    Asked asked = call.asked();
    Optional<String> line = asked.gate();
    asked.close();
    World world = call.world();
    Pool pool = world.fleets().pool();
    LocalDate today = call.site().dayOf(gate.now());
    ObjectNode json = Rows.stamped(call);
    ArrayNode gates = json.putArray("gates");
    call.site().places().lines().stream()
        .map(Places.Line::code)
        .filter(code -> sees(call, line, code) && pool.keptAt(code))
        .forEach(code ->
            FleetJson.figures(
                gates.addObject().put("gate", code), pool.figures(code, world.crossings(), today)));
    if (call.actor().role().may(Operation.MANAGE_DRIVERS)) {
      ArrayNode items = json.putArray("items");
      for (PoolDriver driver : pool.all().values()) {
        if (sees(call, line, driver.gate())) {
          FleetJson.driver(items.addObject(), world, driver, today);
        }
      }
    }
    call.answer(200, json);
  }

  private static boolean sees(Call call, Optional<String> wanted, String code) {
    return call.actor().scope().covers(code)
        && wanted.filter(other -> !other.equals(code)).isEmpty();
  }
}
