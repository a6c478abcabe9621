package io.clearway.link.api;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.CrossingCommand.Sighting;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.json.Subjects;
import io.clearway.live.Gate;
import io.clearway.live.Order;
import io.clearway.world.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Reports of what vehicles did, of their reefers and places. Bad input is refused here; a readable
/// report of a vehicle never is.
final class ReportActions {

  private static final Duration PLAUSIBLE = Duration.ofDays(1);
  private static final int PLATE = 32;

  /// As it stands on the ground: no site file lists them.
  private static final Pattern PLACE = Pattern.compile("[A-Z0-9]{1,6}(-[A-Z0-9]{1,6}){0,2}");

  private final CommandActions commands;
  private final Gate gate;
  private final Subjects subjects;

  ReportActions(CommandActions commands, Gate gate, Subjects subjects) {
    this.commands = commands;
    this.gate = gate;
    this.subjects = subjects;
  }

  /// What every report says.
  private record Said(UUID key, Sighting sighting) {}

  void arrived(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Sighting sighting = seen(call, fields);
    Submission.check(fields);
    free(call, new Said(key, sighting));
    send(call, submission, "reportArrived", new CrossingCommand.ReportArrived(key, sighting));
  }

  void yardEntered(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    String yard = yard(call, fields);
    Said said = said(call, submission, fields);
    send(
        call,
        submission,
        "reportYardEntered",
        new CrossingCommand.ReportYardEntered(said.key(), said.sighting(), yard));
  }

  void yardLeft(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    String yard = yard(call, fields);
    Said said = said(call, submission, fields);
    send(
        call,
        submission,
        "reportYardLeft",
        new CrossingCommand.ReportYardLeft(said.key(), said.sighting(), yard));
  }

  void gateLeft(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    Optional<Trip.Way> way =
        fields.has("way") ? Optional.of(fields.word("way", Trip.Way.class)) : Optional.empty();
    Said said = said(call, submission, fields);
    send(
        call,
        submission,
        "reportGateLeft",
        new CrossingCommand.ReportGateLeft(said.key(), said.sighting(), way));
  }

  void park(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    String park = fields.text("park");
    if (fields.has("park") && call.site().places().findPark(park).isEmpty()) {
      fields.fault("park", "PARK_UNKNOWN", "There is no such holding park.");
    }
    boolean entered = fields.flag("entered");
    Personal<String> plate = plate(fields);
    Instant occurred = occurred(fields);
    Submission.check(fields);
    send(
        call,
        submission,
        "reportPark",
        new CrossingCommand.ReportPark(plate, park, entered, occurred));
  }

  void line(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    Personal<String> plate = plate(fields);
    String gateCode = line(call, fields);
    Trip.Way way = fields.word("way", Trip.Way.class);
    Instant occurred = occurred(fields);
    Submission.check(fields);
    send(
        call,
        submission,
        "reportLine",
        new CrossingCommand.ReportLine(plate, gateCode, way, occurred));
  }

  void returned(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.optionalUuid("id").orElse(submission.id());
    Trip.Load load = fields.word("load", Trip.Load.class);
    Sighting sighting =
        new Sighting(plate(fields), line(call, fields), Direction.IMPORT, occurred(fields));
    Submission.check(fields);
    free(call, new Said(key, sighting));
    send(call, submission, "reportReturn", new CrossingCommand.ReportReturn(key, sighting, load));
  }

  void plug(Call call) {
    reefer(call, "plugReefer", CrossingCommand.PlugReefer::new);
  }

  void unplug(Call call) {
    reefer(call, "unplugReefer", CrossingCommand.UnplugReefer::new);
  }

  private void reefer(
      Call call, String operation, BiFunction<Long, Instant, CrossingCommand.OfYard> order) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    Instant occurred = occurred(fields);
    Submission.check(fields);
    commands.of(call, submission, operation, order.apply(commands.passage(call), occurred));
  }

  void assignPlace(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    String place = place(fields);
    Instant occurred = occurred(fields);
    Submission.check(fields);
    commands.of(
        call,
        submission,
        "assignPlace",
        new CrossingCommand.AssignPlace(commands.passage(call), place, occurred));
  }

  private static String place(Fields fields) {
    int before = fields.violations().size();
    String place = fields.text("place").strip().toUpperCase(Locale.ROOT);
    boolean readable = fields.violations().size() == before;
    if (readable && !PLACE.matcher(place).matches()) {
      fields.fault(
          "place",
          "PLACE_FORM",
          "Letters and digits, at most three groups of up to six with hyphens between.");
    }
    return place;
  }

  private void send(Call call, Submission submission, String operation, CrossingCommand report) {
    ObjectNode answer =
        commands.send(
            call,
            submission,
            operation,
            Order.Lane.DEVICE_AND_IMPORT,
            new Command.OfCrossing(report));
    call.answer(200, answer);
  }

  /// By the passage, or by plate, gate and direction.
  private Said said(Call call, Submission submission, Fields fields) {
    if (!fields.has("crossing")) {
      UUID key = fields.optionalUuid("id").orElse(submission.id());
      Said said = new Said(key, seen(call, fields));
      Submission.check(fields);
      free(call, said);
      return said;
    }
    UUID key = fields.uuid("crossing");
    Instant occurred = occurred(fields);
    Submission.check(fields);
    Crossing crossing =
        call.world().crossings().find(key).orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    return new Said(
        submission.id(),
        new Sighting(crossing.plate(), crossing.gate(), crossing.direction(), occurred));
  }

  /// An id that another vehicle's passage carries cannot begin a new one.
  private static void free(Call call, Said said) {
    Optional<Crossing> holder = call.world().crossings().find(said.key());
    boolean same =
        holder
            .filter(c -> c.plate().subject().equals(said.sighting().plate().subject()))
            .filter(c -> c.gate().equals(said.sighting().gate()))
            .filter(c -> c.direction() == said.sighting().direction())
            .isPresent();
    if (holder.isPresent() && !same) {
      throw new Problem.Halt(
          Problem.of(409, "ID_IN_USE", "Another vehicle's passage carries this id."));
    }
  }

  private Sighting seen(Call call, Fields fields) {
    return new Sighting(
        plate(fields),
        line(call, fields),
        fields.word("direction", Direction.class),
        occurred(fields));
  }

  private static String line(Call call, Fields fields) {
    String code = fields.text("gate");
    if (fields.has("gate") && call.site().places().findLine(code).isEmpty()) {
      fields.fault("gate", "GATE_UNKNOWN", "There is no such gate.");
    }
    return code;
  }

  private Personal<String> plate(Fields fields) {
    String typed = fields.text("plate").strip();
    if (fields.has("plate") && (typed.isEmpty() || typed.length() > PLATE)) {
      fields.fault("plate", "PLATE_LENGTH", "A plate has 1 to 32 characters.");
    }
    String plate = RegistrationReader.plate(typed);
    return new Personal.Known<>(subjects.of("plate", plate), plate);
  }

  private Instant occurred(Fields fields) {
    return occurred(fields, gate);
  }

  /// The clock of who reports, within a day of ours.
  static Instant occurred(Fields fields, Gate gate) {
    int before = fields.violations().size();
    Instant occurred = fields.time("occurredAt");
    boolean readable = fields.violations().size() == before;
    if (readable && Duration.between(occurred, gate.now()).abs().compareTo(PLAUSIBLE) > 0) {
      fields.fault("occurredAt", "TIME_IMPLAUSIBLE", "This is further than a day from now.");
    }
    return occurred;
  }

  private static String yard(Call call, Fields fields) {
    String yard = fields.text("yard");
    if (fields.has("yard") && call.site().places().findYard(yard).isEmpty()) {
      fields.fault("yard", "YARD_UNKNOWN", "There is no such yard.");
    }
    return yard;
  }
}
