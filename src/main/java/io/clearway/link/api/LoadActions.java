package io.clearway.link.api;

import io.clearway.clearance.Booking;
import io.clearway.clearance.Clearance;
import io.clearway.clearance.ClearanceCommand;
import io.clearway.clearance.Inspection;
import io.clearway.clearance.Second;
import io.clearway.kernel.Personal;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.live.Order;
import io.clearway.registration.Registration;
import io.clearway.site.Agency;
import io.clearway.site.Means;
import io.clearway.world.Command;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/// What agencies do on a load: each officer speaks for the own agency alone.
final class LoadActions {

  private static final int NOTE = 500;
  private static final int OBSERVATIONS = 16;
  private static final int BOOKINGS = Means.values().length;

  private final CommandActions commands;

  LoadActions(CommandActions commands) {
    this.commands = commands;
  }

  void confirm(Call call) {
    work(
        call,
        "confirmStep",
        (fields, load) ->
            new ClearanceCommand.ConfirmStep(
                load.id(),
                step(fields),
                agency(call),
                CommandActions.seen(fields),
                note(fields, load),
                CommandActions.said(fields)));
  }

  void confirmByRule(Call call) {
    work(
        call,
        "confirmStepByRule",
        (fields, load) ->
            new ClearanceCommand.ConfirmByRule(
                load.id(), step(fields), code(fields, "rule"), observations(fields)));
  }

  void refuse(Call call) {
    work(
        call,
        "refuseStep",
        (fields, load) ->
            new ClearanceCommand.RefuseStep(
                load.id(), step(fields), agency(call), note(fields, load)));
  }

  void request(Call call) {
    work(
        call,
        "requestStep",
        (fields, load) -> new ClearanceCommand.RequestStep(load.id(), step(fields)));
  }

  void hold(Call call) {
    work(
        call,
        "placeHold",
        (fields, load) ->
            new ClearanceCommand.PlaceHold(
                load.id(),
                agency(call),
                fields.word("kind", Clearance.HoldKind.class),
                note(fields, load),
                fields.words("lifters", Agency.class),
                CommandActions.said(fields)));
  }

  void lift(Call call) {
    work(
        call,
        "liftHold",
        (fields, load) ->
            new ClearanceCommand.LiftHold(
                load.id(), hold(fields), agency(call), voice(call, fields, load)));
  }

  void withdraw(Call call) {
    work(
        call,
        "withdrawSecond",
        (fields, load) ->
            new ClearanceCommand.WithdrawSecond(load.id(), agency(call), wish(fields)));
  }

  void channel(Call call) {
    work(
        call,
        "setChannel",
        (fields, load) ->
            new ClearanceCommand.SetChannel(
                load.id(),
                agency(call),
                fields.word("channel", Clearance.Channel.class),
                voice(call, fields, load)));
  }

  void open(Call call) {
    work(
        call,
        "openInspection",
        (fields, load) ->
            new ClearanceCommand.OpenInspection(
                load.id(),
                agency(call),
                eachOnce(fields, fields.parts("bookings", BOOKINGS, LoadActions::booking))));
  }

  void join(Call call) {
    work(
        call,
        "joinInspection",
        (fields, load) ->
            new ClearanceCommand.JoinInspection(
                load.id(),
                agency(call),
                eachOnce(
                    fields, fields.optionalParts("bookings", BOOKINGS, LoadActions::booking))));
  }

  void result(Call call) {
    work(
        call,
        "recordResult",
        (fields, load) ->
            new ClearanceCommand.RecordResult(
                load.id(),
                agency(call),
                fields.word("means", Means.class),
                fields.word("outcome", Inspection.Outcome.class)));
  }

  private void work(
      Call call, String operation, BiFunction<Fields, Registration, ClearanceCommand> reader) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    Registration load = LoadQueries.load(call);
    ClearanceCommand command = reader.apply(fields, load);
    Submission.check(fields);
    var answer =
        commands.send(
            call, submission, operation, Order.Lane.PEOPLE, new Command.OfClearance(command));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  /// Who is no officer's agency is nobody's: the route lets only officers in.
  private static Agency agency(Call call) {
    return call.actor()
        .role()
        .agency()
        .orElseThrow(() -> new Problem.Halt(Problem.of(403, "DENIED", "This is not allowed.")));
  }

  /// The note is the reason of who asks for what takes two.
  private static ClearanceCommand.Voice voice(Call call, Fields fields, Registration load) {
    return new ClearanceCommand.Voice(call.asking().session(), note(fields, load));
  }

  private static String step(Fields fields) {
    return code(fields, "step");
  }

  private static String code(Fields fields, String name) {
    String text = fields.text(name);
    if (fields.has(name) && !text.matches("[A-Z0-9][A-Z0-9_.-]{0,39}")) {
      fields.fault(name, "CODE_FORMAT", "Capitals, digits, low lines, dots and dashes.");
    }
    return text;
  }

  private static Booking booking(Fields fields) {
    return new Booking(fields.word("means", Means.class), code(fields, "place"));
  }

  private static List<Booking> eachOnce(Fields fields, List<Booking> bookings) {
    for (int i = 1; i < bookings.size(); i++) {
      Means means = bookings.get(i).means();
      if (bookings.subList(0, i).stream().anyMatch(before -> before.means() == means)) {
        fields.fault("bookings[" + i + "].means", "MEANS_TWICE", "Each means is booked once.");
      }
    }
    return bookings;
  }

  private static List<String> observations(Fields fields) {
    List<String> all = fields.texts("observations", OBSERVATIONS);
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).matches("[A-Za-z0-9._:/-]{1,120}")) {
        fields.fault("observations[" + i + "]", "CODE_FORMAT", "An id of the evidence.");
      }
    }
    return all;
  }

  /// Either the channel or the hold that was asked for.
  private static Second.Wish wish(Fields fields) {
    return fields.has("hold")
        ? new Second.Wish.Lift(hold(fields))
        : new Second.Wish.Lower(fields.word("channel", Clearance.Channel.class));
  }

  private static long hold(Fields fields) {
    OptionalLong id = fields.optionalWhole("hold");
    if (id.isEmpty() || id.getAsLong() < 1) {
      fields.fault("hold", "NUMBER_OUT_OF_RANGE", "The hold's number is expected.");
      return 0;
    }
    return id.getAsLong();
  }

  /// What an officer writes may name people: it is sealed with the plate.
  static Optional<Personal<String>> note(Fields fields, Registration load) {
    Optional<String> text = fields.optionalText("note").map(String::strip);
    if (text.filter(t -> t.length() > NOTE).isPresent()) {
      fields.fault("note", "TEXT_TOO_LONG", "At most 500 characters are read.");
    }
    var subject = load.form().leading().plate().subject();
    return text.filter(t -> !t.isEmpty()).map(t -> new Personal.Known<>(subject, t));
  }
}
