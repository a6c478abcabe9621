package io.clearway.link.api;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Turning;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Call;
import io.clearway.link.http.Metrics;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import io.clearway.live.Answer;
import io.clearway.live.Order;
import io.clearway.pairing.Pair;
import io.clearway.pairing.PairingCommand;
import io.clearway.pairing.Stay;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Requests that officers and operators make: confirm, acknowledge, erase.
public final class CommandActions {

  /// No passage has it, so the rules refuse; a repeated command is known nevertheless.
  private static final long NO_CROSSING = 0;

  private static final int TRAVELLERS = 20;

  /// Nothing is heard of what was longer ago: no vehicle is awaited for longer.
  private static final Duration OLDEST = Duration.ofDays(30);

  /// As clocks differ.
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final long VERSIONS = 1_000;

  private final Sources sources;
  private final Settings settings;
  private final Metrics metrics;

  CommandActions(Sources sources, Settings settings, Metrics metrics) {
    this.sources = sources;
    this.settings = settings;
    this.metrics = metrics;
  }

  public Submission read(Call call) {
    return Submission.read(call, settings);
  }

  /// One that may be larger than others are.
  public Submission read(Call call, int bodyBytes) {
    return Submission.read(call, settings.upTo(bodyBytes));
  }

  /// Sends the command and gives the body of its answer.
  public ObjectNode send(
      Call call, Submission submission, String operation, Order.Lane lane, Command command) {
    Answer answer = submission.send(sources.gate(), lane, call, command);
    metrics.command(operation, Submission.outcome(answer));
    return submission.accepted(answer, sources.gate());
  }

  void confirm(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    OptionalInt seen = seen(fields);
    Optional<Instant> said = said(fields);
    Submission.check(fields);
    KeyHolder agency =
        call.actor().role() == Role.BORDER_GUARD ? KeyHolder.BORDER_GUARD : KeyHolder.CUSTOMS;
    of(
        call,
        submission,
        "confirmEntry",
        new CrossingCommand.ConfirmEntry(passage(call), agency, seen, said));
  }

  /// An officer turns a vehicle back, or to another gate.
  void turn(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    Turning.Reason reason = fields.word("reason", Turning.Reason.class);
    Optional<String> to = fields.optionalText("to");
    if (to.filter(code -> call.site().places().findLine(code).isEmpty()).isPresent()) {
      fields.fault("to", "GATE_UNKNOWN", "There is no such gate.");
    }
    Submission.check(fields);
    of(call, submission, "turnVehicle", new CrossingCommand.TurnVehicle(passage(call), reason, to));
  }

  void withdrawTurning(Call call) {
    Submission submission = read(call);
    Submission.check(Fields.of(submission.body()));
    of(call, submission, "withdrawTurning", new CrossingCommand.WithdrawTurning(passage(call)));
  }

  /// An officer says that a vehicle has left which no device saw leave.
  void sayLeft(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    Instant at = fields.time("occurredAt");
    Submission.check(fields);
    of(call, submission, "sayLeft", new CrossingCommand.SayLeft(passage(call), at));
  }

  /// The border guard counts persons back who went over the line with that passage.
  void travellers(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    List<Integer> travellers = places(fields, "travellers");
    Submission.check(fields);
    long trip =
        call.world().crossings().outside().tripByKey().find(call.id()).orElse(passage(call));
    if (trip == NO_CROSSING) {
      throw new Problem.Halt(Problem.notFound());
    }
    of(
        call,
        submission,
        "confirmTravellers",
        new CrossingCommand.ConfirmTravellers(trip, travellers));
  }

  /// Persons by their places.
  static List<Integer> places(Fields fields, String name) {
    List<Integer> all = new ArrayList<>();
    JsonNode said = fields.any(name);
    if (!said.isArray() || said.isEmpty()) {
      fields.fault(name, "LIST_EXPECTED", "A list of their places.");
    }
    for (JsonNode item : said) {
      if (item.isInt() && item.intValue() >= 0 && all.size() < TRAVELLERS) {
        all.add(item.intValue());
      } else {
        fields.fault(name, "NUMBER_OUT_OF_RANGE", "Their places, 0 and up.");
      }
    }
    return List.copyOf(all);
  }

  /// The passage that the path names.
  long passage(Call call) {
    return call.world().crossings().byKey().find(call.id()).orElse(NO_CROSSING);
  }

  /// Sends what a person asks about a passage, and answers.
  void of(Call call, Submission submission, String operation, CrossingCommand order) {
    call.answer(
        200, send(call, submission, operation, Order.Lane.PEOPLE, new Command.OfCrossing(order)));
  }

  /// An officer finds the papers of a registration in order, before the vehicle comes or after.
  void confirmPapers(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    OptionalInt seen = seen(fields);
    Submission.check(fields);
    Agency agency = call.actor().role().agency().orElseThrow();
    ObjectNode answer =
        send(
            call,
            submission,
            "confirmPapers",
            Order.Lane.PEOPLE,
            new Command.OfRegistration(
                new RegistrationCommand.ConfirmPapers(call.id(), agency, seen)));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  /// The version of the registration that the officer saw.
  static OptionalInt seen(Fields fields) {
    OptionalLong version = fields.optionalWhole("version");
    if (version.isPresent() && (version.getAsLong() < 0 || version.getAsLong() > 1000)) {
      fields.fault("version", "NUMBER_OUT_OF_RANGE", "A version is 0 to 1000.");
      return OptionalInt.empty();
    }
    return version.isPresent() ? OptionalInt.of((int) version.getAsLong()) : OptionalInt.empty();
  }

  /// When the officer said it, if that was before.
  static Optional<Instant> said(Fields fields) {
    return fields.has("saidAt") ? Optional.of(fields.time("saidAt")) : Optional.empty();
  }

  void acknowledge(Call call) {
    String id = call.context().pathParam("id");
    if (!id.matches("[0-9]{1,18}")) {
      throw new Problem.Halt(Problem.notFound());
    }
    Submission submission = read(call);
    Submission.check(Fields.of(submission.body()));
    ObjectNode answer =
        send(
            call,
            submission,
            "acknowledgeNotice",
            Order.Lane.PEOPLE,
            new Command.OfWorld(new WorldCommand.AcknowledgeNotice(Long.parseLong(id))));
    answer.put("notice", id);
    call.answer(200, answer);
  }

  /// When this is answered with 200 the key is destroyed.
  void erase(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    String digits = fields.text("subject");
    if (fields.has("subject") && !digits.matches("[0-9a-f]{32}")) {
      fields.fault("subject", "SUBJECT_FORMAT", "A subject is 32 small hexadecimal digits.");
    }
    String reason = fields.text("reason");
    Submission.check(fields);
    Subject subject = Subject.parse(digits);
    if (!sources.keys().knows(subject)) {
      throw new Problem.Halt(
          Problem.of(404, "SUBJECT_UNKNOWN", "Nothing of such a person was ever held."));
    }
    ObjectNode answer =
        send(
            call,
            submission,
            "eraseSubject",
            Order.Lane.PEOPLE,
            new Command.OfWorld(new WorldCommand.Erase(subject, reason)));
    if (sources.keys().holds(subject)) {
      throw new Problem.Halt(
          Problem.later(
              503,
              "KEY_NOT_DESTROYED",
              "The journal says erased but the key could not be destroyed yet; see the log."));
    }
    call.answer(200, answer.put("subject", digits));
  }

  /// The trip of which that registration is a half is registered with the officer's agency.
  void confirmTwoWay(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    OptionalInt own = version(fields, "version");
    OptionalInt other = version(fields, "otherVersion");
    Submission.check(fields);
    Registration half =
        call.world()
            .registrations()
            .find(call.id())
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    Optional<Pair> pair = call.world().pairings().of(half.id());
    boolean out = pair.filter(held -> held.export() == half.id()).isPresent();
    KeyHolder agency =
        call.actor().role() == Role.BORDER_GUARD ? KeyHolder.BORDER_GUARD : KeyHolder.CUSTOMS;
    ObjectNode answer =
        pairing(
            call,
            submission,
            "confirmTwoWay",
            new PairingCommand.ConfirmPair(
                pair.map(Pair::id).orElse(0L), agency, out ? own : other, out ? other : own));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  /// The other side holds a vehicle of ours, or did.
  void otherSideHeld(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Instant from = time(fields, "from");
    Optional<Instant> to = fields.has("to") ? Optional.of(time(fields, "to")) : Optional.empty();
    if (fields.violations().isEmpty() && to.filter(end -> end.isBefore(from)).isPresent()) {
      fields.fault("to", "TIME_ORDER", "This is before it began.");
    }
    Stay.Said said =
        new Stay.Said(
            from,
            to,
            fields.word("reason", Stay.Reason.class),
            fields.word("source", Stay.Source.class));
    Submission.check(fields);
    ObjectNode answer =
        pairing(
            call,
            submission,
            "reportOtherSideHold",
            new PairingCommand.ReportHeld(visit(call), key, said));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void withdrawHeld(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("hold");
    Submission.check(fields);
    ObjectNode answer =
        pairing(
            call,
            submission,
            "withdrawOtherSideHold",
            new PairingCommand.WithdrawHeld(visit(call), key));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  private ObjectNode pairing(
      Call call, Submission submission, String operation, PairingCommand order) {
    return send(call, submission, operation, Order.Lane.PEOPLE, new Command.OfPairing(order));
  }

  /// The trip that the path names.
  private static long visit(Call call) {
    return call.world()
        .crossings()
        .outside()
        .tripByKey()
        .find(call.id())
        .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
  }

  private Instant time(Fields fields, String name) {
    int before = fields.violations().size();
    Instant at = fields.time(name);
    Instant now = sources.gate().now();
    boolean readable = fields.violations().size() == before;
    if (readable && (at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(AHEAD)))) {
      fields.fault(name, "TIME_IMPLAUSIBLE", "This is over thirty days ago or not yet.");
    }
    return at;
  }

  private static OptionalInt version(Fields fields, String name) {
    OptionalLong version = fields.optionalWhole(name);
    if (version.isPresent() && (version.getAsLong() < 0 || version.getAsLong() > VERSIONS)) {
      fields.fault(name, "NUMBER_OUT_OF_RANGE", "A version is 0 to 1000.");
      return OptionalInt.empty();
    }
    return version.isPresent() ? OptionalInt.of((int) version.getAsLong()) : OptionalInt.empty();
  }
}
