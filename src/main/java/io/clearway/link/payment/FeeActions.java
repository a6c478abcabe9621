package io.clearway.link.payment;

import io.clearway.authority.AuthorityCommand;
import io.clearway.fee.Account;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Payer;
import io.clearway.fee.Taken;
import io.clearway.kernel.Money;
import io.clearway.kernel.Violation;
import io.clearway.link.api.CommandActions;
import io.clearway.link.api.Submission;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.live.Order;
import io.clearway.world.Command;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What officers do about money.
final class FeeActions {

  private static final int CHARGES = 100;
  private static final int REASON = 500;
  private static final int TAX_CODE = 20;
  private static final int NAME = 300;

  private final CommandActions commands;

  FeeActions(CommandActions commands) {
    this.commands = commands;
  }

  void provisionally(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    var order =
        new FeeCommand.ChargeProvisionally(
            fields.whole("charge"), money(fields, "amount"), reason(fields));
    Submission.check(fields);
    done(call, submission, "chargeProvisionally", order);
  }

  void settle(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    var order = new FeeCommand.Settle(charges(fields), fields.word("means", Taken.Means.class));
    Submission.check(fields);
    done(call, submission, "settleCharges", order);
  }

  void deposit(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    var order =
        new FeeCommand.TakeDeposit(
            fields.part("payer", FeeActions::payer), money(fields, "amount"));
    Submission.check(fields);
    done(call, submission, "takeDeposit", order);
  }

  void owe(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    var order = new FeeCommand.Owe(charges(fields), reason(fields));
    Submission.check(fields);
    done(call, submission, "oweCharges", order);
  }

  void correct(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    List<FeeCommand.ByTwo> wishes = wishes(fields);
    Submission.check(fields);
    done(call, submission, "correctMoney", wishes.getFirst());
  }

  /// What is proposed is exactly what may be done then.
  void propose(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    List<FeeCommand.ByTwo> wishes = wishes(fields);
    Submission.check(fields);
    FeeCommand.ByTwo wish = wishes.getFirst();
    var order =
        new AuthorityCommand.Propose(
            key, wish.matter(), wish.subject(), wish.statement(), call.asking().session());
    ObjectNode answer = send(call, submission, "proposeCorrection", new Command.OfAuthority(order));
    answer.put("id", key.toString());
    call.answer(201, answer.put("statement", wish.statement()));
  }

  void approve(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    if (call.world().authorities().proposals().find(call.id()).isEmpty()) {
      throw new Problem.Halt(Problem.notFound());
    }
    var order = new AuthorityCommand.Approve(call.id(), call.asking().session());
    ObjectNode answer = send(call, submission, "approveCorrection", new Command.OfAuthority(order));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void closeDoubt(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    var order = new FeeCommand.CloseDoubt(fields.whole("doubt"), reason(fields));
    Submission.check(fields);
    done(call, submission, "closeDoubt", order);
  }

  /// The bank's file is read whole or not at all.
  void reconcile(Call call) {
    Submission submission = commands.read(call, BankFile.BYTES);
    Fields fields = Fields.of(submission.body());
    String day = fields.text("day");
    if (fields.has("day") && !isDay(day)) {
      fields.fault("day", "DATE_INVALID", "A day is expected, as 2025-08-29.");
    }
    JsonNode said = fields.any("file");
    String text = said.isString() ? said.stringValue() : "";
    BankFile file = BankFile.read(text);
    fields.close();
    List<Violation> faults = new ArrayList<>(fields.violations());
    faults.addAll(file.mistakes());
    if (!faults.isEmpty()) {
      throw new Problem.Halt(Problem.input(faults));
    }
    done(call, submission, "reconcileBank", file.command(day));
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).getYear() >= 2000;
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  private static List<FeeCommand.ByTwo> wishes(Fields fields) {
    List<FeeCommand.ByTwo> wishes = new ArrayList<>();
    fields.optionalPart("adjust", FeeActions::adjust).ifPresent(wishes::add);
    fields.optionalPart("refund", FeeActions::refund).ifPresent(wishes::add);
    fields.optionalPart("assign", FeeActions::assign).ifPresent(wishes::add);
    if (wishes.size() != 1) {
      fields.fault("", "ONE_WISH", "Exactly one of adjust, refund, assign is asked for.");
    }
    return wishes;
  }

  private static FeeCommand.ByTwo adjust(Fields fields) {
    return new FeeCommand.Adjust(fields.whole("charge"), money(fields, "amount"), reason(fields));
  }

  private static FeeCommand.ByTwo refund(Fields fields) {
    return new FeeCommand.Refund(
        fields.part("payer", FeeActions::payer),
        fields.word("from", Account.Kind.class),
        money(fields, "amount"),
        fields.flag("cash"),
        reason(fields));
  }

  private static FeeCommand.ByTwo assign(Fields fields) {
    return new FeeCommand.AssignMoney(
        BankReport.transaction(fields),
        fields.part("payer", FeeActions::payer),
        money(fields, "amount"),
        reason(fields));
  }

  static Payer payer(Fields fields) {
    return new Payer(bounded(fields, "taxCode", TAX_CODE), bounded(fields, "name", NAME));
  }

  static Money money(Fields fields, String name) {
    return new Money(BankReport.amount(fields, name));
  }

  private static String reason(Fields fields) {
    return bounded(fields, "reason", REASON);
  }

  private static String bounded(Fields fields, String name, int most) {
    String text = fields.text(name);
    if (text.length() > most) {
      fields.fault(name, "TEXT_TOO_LONG", "At most " + most + " characters are read.");
    }
    return text;
  }

  static List<Long> charges(Fields fields) {
    List<Long> all = new ArrayList<>();
    JsonNode said = fields.any("charges");
    boolean numbers = said.isArray() && !said.isEmpty() && said.size() <= CHARGES;
    for (JsonNode item : said) {
      if (item.isIntegralNumber() && item.canConvertToLong()) {
        all.add(item.longValue());
      } else {
        numbers = false;
      }
    }
    if (!numbers) {
      fields.fault("charges", "LIST_EXPECTED", "A list of 1 to " + CHARGES + " charges.");
    }
    return List.copyOf(all);
  }

  private void done(Call call, Submission submission, String operation, FeeCommand order) {
    call.answer(200, send(call, submission, operation, new Command.OfFee(order)));
  }

  private ObjectNode send(Call call, Submission submission, String operation, Command command) {
    return commands.send(call, submission, operation, Order.Lane.PEOPLE, command);
  }
}
