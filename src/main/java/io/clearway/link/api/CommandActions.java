package io.clearway.link.api;

import io.clearway.authority.Role;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Call;
import io.clearway.link.http.Metrics;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import io.clearway.live.Answer;
import io.clearway.live.Order;
import io.clearway.registration.RegistrationCommand;
import io.clearway.site.Agency;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// Requests that officers and operators make: confirm, acknowledge, erase.
final class CommandActions {

  /// No passage has it, so the rules refuse; a repeated command is known nevertheless.
  private static final long NO_CROSSING = 0;

  private final Sources sources;
  private final Settings settings;
  private final Metrics metrics;

  CommandActions(Sources sources, Settings settings, Metrics metrics) {
    this.sources = sources;
    this.settings = settings;
    this.metrics = metrics;
  }

  Submission read(Call call) {
    return Submission.read(call, settings);
  }

  /// Sends the command and gives the body of its answer.
  ObjectNode send(
      Call call, Submission submission, String operation, Order.Lane lane, Command command) {
    Answer answer = submission.send(sources.gate(), lane, call, command);
    metrics.command(operation, Submission.outcome(answer));
    return submission.accepted(answer, sources.gate());
  }

  void confirm(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    OptionalInt seen = seen(fields);
    if (fields.optionalText("note").orElse("").length() > 500) {
      fields.fault("note", "TEXT_TOO_LONG", "At most 500 characters are read.");
    }
    Submission.check(fields);
    long crossing = call.world().crossings().byKey().find(call.id()).orElse(NO_CROSSING);
    KeyHolder agency =
        call.actor().role() == Role.BORDER_GUARD ? KeyHolder.BORDER_GUARD : KeyHolder.CUSTOMS;
    ObjectNode answer =
        send(
            call,
            submission,
            "confirmEntry",
            Order.Lane.PEOPLE,
            new Command.OfCrossing(new CrossingCommand.ConfirmEntry(crossing, agency, seen)));
    call.answer(200, answer);
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
}
