package io.clearway.link.http;

import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.crossing.Agency;
import io.clearway.crossing.CrossingCommand;
import io.clearway.kernel.Subject;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.live.Answer;
import io.clearway.live.Order;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationRules;
import io.clearway.world.Command;
import io.clearway.world.World;
import io.clearway.world.WorldCommand;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Requests that people make: register, confirm, acknowledge, enrol.
final class CommandActions {

  /// No passage has it, so the rules refuse; a repeated command is known nevertheless.
  private static final long NO_CROSSING = 0;

  private final Sources sources;
  private final Settings settings;
  private final Metrics metrics;
  private final RegistrationReader reader;

  CommandActions(Sources sources, Settings settings, Metrics metrics) {
    this.sources = sources;
    this.settings = settings;
    this.metrics = metrics;
    this.reader = new RegistrationReader(sources.subjects(), () -> sources.gate().now());
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

  void register(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Registration.Form form = reader.read(fields);
    fields.close();
    if (!fields.violations().isEmpty()) {
      World world = call.world();
      var faulty = new RegistrationReader.Reading.Faulty(fields.violations(), form);
      throw new Problem.Halt(
          Problem.input(
              faulty.with(
                  RegistrationRules.check(world.registrations(), form, world.sites().get()))));
    }
    ObjectNode answer =
        send(
            call,
            submission,
            "register",
            Order.Lane.PEOPLE,
            new Command.OfRegistration(new RegistrationCommand.Register(key, form)));
    answer.put("id", key.toString());
    answer.put("declarationNumber", form.number());
    call.answer(201, answer);
  }

  void confirm(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    if (fields.optionalText("note").orElse("").length() > 500) {
      fields.fault("note", "TEXT_TOO_LONG", "At most 500 characters are read.");
    }
    Submission.check(fields);
    long crossing = call.world().crossings().byKey().find(call.id()).orElse(NO_CROSSING);
    Agency agency = call.actor().role() == Role.BORDER_GUARD ? Agency.BORDER_GUARD : Agency.CUSTOMS;
    ObjectNode answer =
        send(
            call,
            submission,
            "confirmEntry",
            Order.Lane.PEOPLE,
            new Command.OfCrossing(new CrossingCommand.ConfirmEntry(crossing, agency)));
    call.answer(200, answer);
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

  /// A token cannot be shown twice: whoever repeats the command gets another one.
  void enrol(Call call) {
    Submission submission = read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Role role = fields.word("role", Role.class);
    String label = fields.text("label");
    if (label.length() > 80) {
      fields.fault("label", "TEXT_TOO_LONG", "At most 80 characters are read.");
    }
    Submission.check(fields);
    ObjectNode answer =
        send(
            call,
            submission,
            "enrolActor",
            Order.Lane.PEOPLE,
            new Command.OfAuthority(new AuthorityCommand.EnrolActor(key, role, label)));
    answer.put("actor", key.toString());
    answer.put("token", sources.tokens().issue(key));
    call.answer(201, answer);
  }
}
