package io.clearway.link.payment;

import io.clearway.authority.Actor;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Payer;
import io.clearway.fee.Payment;
import io.clearway.journal.Digest;
import io.clearway.kernel.Money;
import io.clearway.link.api.CommandActions;
import io.clearway.link.api.Submission;
import io.clearway.link.http.Call;
import io.clearway.link.http.Metrics;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.live.Answer;
import io.clearway.live.Order;
import io.clearway.world.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A payer on the way to the bank, and what the bank says of it.
final class Bank {

  private static final String OPERATION = "reportPayment";
  private static final long WAIT_SECONDS = 20;

  private final CommandActions commands;
  private final FeeRoutes routes;
  private final Metrics metrics;

  Bank(CommandActions commands, FeeRoutes routes, Metrics metrics) {
    this.commands = commands;
    this.routes = routes;
    this.metrics = metrics;
  }

  /// The payment is on disk before the address is given out; asked again it is the same one.
  void start(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Optional<Deposit> deposit = fields.optionalPart("deposit", Bank::deposit);
    List<Long> charges = deposit.isPresent() ? List.of() : FeeActions.charges(fields);
    Submission.check(fields);
    FeeCommand order =
        deposit
            .<FeeCommand>map(d -> new FeeCommand.StartDeposit(key, d.payer(), d.amount()))
            .orElseGet(() -> new FeeCommand.StartPayment(key, charges));
    ObjectNode answer =
        commands.send(
            call, submission, "startPayment", Order.Lane.PEOPLE, new Command.OfFee(order));
    answer.put("id", key.toString());
    Payment started =
        routes.sources().gate().published().world().fees().payments().find(key).orElseThrow();
    answer.put("amount", started.amount().dong());
    answer.put("expiresAt", started.expires().toString());
    call.answer(201, answer.put("redirect", redirect(started)));
  }

  private record Deposit(Payer payer, Money amount) {}

  private static Deposit deposit(Fields fields) {
    return new Deposit(fields.part("payer", FeeActions::payer), FeeActions.money(fields, "amount"));
  }

  /// What the bank needs to know, signed by us.
  private String redirect(Payment payment) {
    String amount = Long.toString(payment.amount().dong());
    String expires = payment.expires().toString();
    String signature = routes.key().sign(List.of(payment.key().toString(), amount, expires));
    return routes.bank()
        + ("?payment=" + payment.key() + "&amount=" + amount)
        + ("&expires=" + expires + "&signature=" + signature);
  }

  /// A report that the bank did not sign so is denied and counted; one that it did is never
  /// refused. Said again it is set aside by the bank's id, so no id of a command is asked for.
  void reported(Call call) {
    JsonNode body = Submission.body(call, routes.settings());
    Fields fields = Fields.of(body);
    BankReport report = BankReport.read(fields);
    Submission.check(fields);
    if (!report.isFrom(routes.key())) {
      metrics.command(OPERATION, "forged");
      throw new Problem.Halt(Problem.of(403, "DENIED", "This is not allowed."));
    }
    switch (send(report.command())) {
      case Answer.Committed c -> booked(call, report);
      case Answer.Repeated r -> booked(call, report);
      case Answer.Overloaded o ->
          throw new Problem.Halt(
              Problem.later(429, "OVERLOADED", "Too much is waiting; nothing was done."));
      case Answer.Unavailable u ->
          throw new Problem.Halt(Problem.later(503, "UNAVAILABLE", "Report it again."));
      case Answer.Refused r -> throw new IllegalStateException("a report was refused: " + r);
      case Answer.Denied d -> throw new IllegalStateException("a report was denied");
      case Answer.IdReused i -> throw new IllegalStateException("a new id was used before");
      case Answer.Fault(String correlation) ->
          throw new Problem.Halt(
              Problem.of(500, "FAULT", "A defect of ours, filed as " + correlation + "."));
    }
  }

  private void booked(Call call, BankReport report) {
    metrics.command(OPERATION, "committed");
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    call.answer(200, json.put("transaction", report.transaction()));
  }

  private Answer send(FeeCommand.ReportPaid report) {
    UUID id = UUID.randomUUID();
    Digest digest = Digest.of(id.toString().getBytes(StandardCharsets.UTF_8));
    Order order =
        new Order(id, digest, Order.Lane.PEOPLE, Actor.SYSTEM.id(), new Command.OfFee(report));
    try {
      return routes.sources().gate().submit(order).get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      return new Answer.Unavailable("no answer in time", true);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable("stopping", true);
    } catch (ExecutionException defect) {
      throw new IllegalStateException("the gate answered with an exception", defect);
    }
  }
}
