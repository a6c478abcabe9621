package io.clearway.link.api;

import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.link.print.IntakeJson;
import io.clearway.link.rows.Rows;
import io.clearway.link.rows.TransshipmentJson;
import io.clearway.live.Gate;
import io.clearway.live.Order;
import io.clearway.registration.Registration;
import io.clearway.report.Openings;
import io.clearway.site.Handling;
import io.clearway.transshipment.Transshipment;
import io.clearway.transshipment.TransshipmentCommand;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Goods that change vehicles: planned by who registered them, worked on by the yard, signed by
/// customs, seen by all of them.
final class HandlingActions {

  private static final int LOTS = 50;
  private static final int RECEIVERS = 20;
  private static final int PACKAGES = 1_000_000;
  private static final long WEIGHT = 200_000;
  private static final int SEAL = 40;
  private static final int PAGE = 1000;

  private final CommandActions commands;
  private final Gate gate;

  HandlingActions(CommandActions commands, Gate gate) {
    this.commands = commands;
    this.gate = gate;
  }

  void plan(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.optionalUuid("id").orElse(submission.id());
    long source = registration(call, fields, "source");
    TransshipmentCommand plan =
        new TransshipmentCommand.Plan(
            key,
            source,
            fields.word("method", Handling.Method.class),
            fields.parts("lots", LOTS, HandlingActions::lot),
            fields.parts("receivers", RECEIVERS, part -> receiver(call, part)));
    Submission.check(fields);
    answer(call, submission, "planTransshipment", key, plan);
  }

  void cancel(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    boolean known = call.world().transshipments().find(call.id()).isPresent();
    // What is cancelled is not held; who asks once more has the same answer all the same.
    long id = known ? held(call).id() : 0;
    answer(call, submission, "cancelTransshipment", call.id(), new TransshipmentCommand.Cancel(id));
  }

  void start(Call call) {
    of(
        call,
        "startTransshipment",
        (fields, held) ->
            new TransshipmentCommand.Start(held.id(), ReportActions.occurred(fields, gate)));
  }

  void load(Call call) {
    of(
        call,
        "recordLoading",
        (fields, held) ->
            new TransshipmentCommand.RecordLoading(
                held.id(),
                registration(call, fields, "receiver"),
                fields.parts("lots", LOTS, HandlingActions::lot),
                seal(fields),
                ReportActions.occurred(fields, gate)));
  }

  void finish(Call call) {
    of(
        call,
        "finishTransshipment",
        (fields, held) ->
            new TransshipmentCommand.Finish(
                held.id(),
                fields.optionalParts("remaining", LOTS, HandlingActions::lot),
                ReportActions.occurred(fields, gate)));
  }

  void sign(Call call) {
    of(
        call,
        "signTransshipment",
        (fields, held) ->
            new TransshipmentCommand.Sign(
                held.id(), LoadActions.note(fields, source(call.world(), held))));
  }

  /// Those that the caller may see, what is worked on first, then who stands in the line, then what
  /// is finished.
  void list(Call call) {
    Asked asked = call.asked();
    Optional<String> line = asked.gate();
    boolean open = asked.word("stage", "any", "open").equals("open");
    long limit = asked.number("limit", 100, 1, PAGE);
    asked.close();
    World world = call.world();
    List<Transshipment> found =
        (open ? world.transshipments().open() : world.transshipments().all())
            .values().stream()
                .filter(held -> call.sees(source(world, held)))
                .filter(held ->
                    line.filter(code -> !code.equals(source(world, held).form().gate())).isEmpty())
                .sorted(
                    Comparator.comparingInt(HandlingActions::rank)
                        .thenComparingLong(Transshipment::id))
                .toList();
    ObjectNode json = stamped(call).put("total", found.size());
    ArrayNode items = json.putArray("items");
    found.stream()
        .limit(limit)
        .forEach(held -> TransshipmentJson.write(items.addObject(), world, held, gate.now()));
    call.answer(200, json);
  }

  private static int rank(Transshipment held) {
    return switch (held.stage()) {
      case Transshipment.Stage.Started s -> 0;
      case Transshipment.Stage.Called s -> 1;
      case Transshipment.Stage.Planned s -> 2;
      case Transshipment.Stage.Finished s -> held.signature().isPresent() ? 4 : 3;
    };
  }

  void one(Call call) {
    ObjectNode json = stamped(call);
    TransshipmentJson.write(json, call.world(), held(call), gate.now());
    call.answer(200, json);
  }

  /// How many more vehicles can begin to change their goods in each of the coming hours.
  void intake(Call call) {
    Asked asked = call.asked();
    Optional<String> line = asked.gate();
    asked.close();
    World world = call.world();
    Instant now = gate.now();
    ObjectNode json = stamped(call);
    ArrayNode areas = json.putArray("areas");
    for (Openings one : Openings.of(world, call.site(), now)) {
      boolean wanted =
          call.site().places().findYard(one.area().yard()).stream()
              .anyMatch(yard ->
                  call.actor().scope().covers(yard.line())
                      && line.filter(code -> !code.equals(yard.line())).isEmpty());
      if (wanted) {
        IntakeJson.write(areas.addObject(), one);
      }
    }
    call.answer(200, json);
  }

  private ObjectNode stamped(Call call) {
    return Rows.stamped(call).put("asOf", gate.now().toString());
  }

  private void of(
      Call call, String operation, BiFunction<Fields, Transshipment, TransshipmentCommand> reader) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    Transshipment held = held(call);
    TransshipmentCommand command = reader.apply(fields, held);
    Submission.check(fields);
    answer(call, submission, operation, held.key(), command);
  }

  private void answer(
      Call call, Submission submission, String operation, UUID key, TransshipmentCommand command) {
    ObjectNode answer =
        commands.send(
            call, submission, operation, Order.Lane.PEOPLE, new Command.OfTransshipment(command));
    call.answer(200, answer.put("id", key.toString()));
  }

  /// That in the path, if the caller may see the vehicle that brings the goods.
  private static Transshipment held(Call call) {
    return call.world()
        .transshipments()
        .find(call.id())
        .filter(held -> call.sees(source(call.world(), held)))
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  private static Registration source(World world, Transshipment held) {
    return world.registrations().all().get(held.source());
  }

  /// A registration that is named; one that is not there is refused by its rule.
  private static long registration(Call call, Fields fields, String name) {
    return call.world().registrations().byKey().find(fields.uuid(name)).orElse(0L);
  }

  private static Transshipment.Receiver receiver(Call call, Fields fields) {
    return new Transshipment.Receiver(
        registration(call, fields, "registration"),
        fields.has("customsNumbers") ? fields.texts("customsNumbers", LOTS) : List.of());
  }

  private static Transshipment.Lot lot(Fields fields) {
    String number = fields.optionalText("customsNumber").orElse("");
    return new Transshipment.Lot(
        number, (int) within(fields, "packages", PACKAGES), within(fields, "kg", WEIGHT));
  }

  private static long within(Fields fields, String name, long most) {
    long value = fields.whole(name);
    if (value < 0 || value > most) {
      fields.fault(name, "NUMBER_OUT_OF_RANGE", "A number between 0 and " + most + ".");
      return 0;
    }
    return value;
  }

  private static String seal(Fields fields) {
    String text = fields.text("seal").strip();
    if (text.length() > SEAL) {
      fields.fault("seal", "TEXT_TOO_LONG", "At most 40 characters are read.");
    }
    return text;
  }
}
