package io.clearway.link.payment;

import io.clearway.authority.Matter;
import io.clearway.authority.Operation;
import io.clearway.authority.Proposal;
import io.clearway.fee.Charge;
import io.clearway.fee.Fees;
import io.clearway.fee.Line;
import io.clearway.fee.Payment;
import io.clearway.kernel.Money;
import io.clearway.link.api.Sources;
import io.clearway.link.api.Submission;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.AsTyped;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.registration.Registration;
import io.clearway.world.Dues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is told of fees.
final class FeeQueries {

  private static final int MOST = 500;

  private final Sources sources;
  private final Settings settings;
  private final RegistrationReader reader;

  FeeQueries(Sources sources, Settings settings) {
    this.sources = sources;
    this.settings = settings;
    this.reader = new RegistrationReader(sources.subjects(), sources.gate()::now);
  }

  /// Of a registration, of a payer, or all that are waited for; the oldest first.
  void charges(Call call) {
    Asked asked = call.asked();
    String state = asked.word("state", "waiting", "all");
    Optional<String> payer = call.query("payer");
    asked.close();
    ObjectNode json = stamped(call);
    ArrayNode items = json.putArray("items");
    Fees fees = call.world().fees();
    List<Charge> all =
        state.equals("all") ? fees.charges().all().values() : fees.charges().waiting();
    all.stream()
        .filter(charge -> payer.isEmpty() || payer.get().equals(charge.payer().taxCode()))
        .filter(charge -> sees(call, charge))
        .limit(MOST)
        .forEach(charge -> FeeJson.charge(items.addObject(), call.world(), charge));
    call.answer(200, json);
  }

  /// At a gate of the scope, as far as its papers are still there; and its own, who sees no others.
  static boolean sees(Call call, Charge charge) {
    boolean reached =
        call.world()
            .registrations()
            .find(charge.registration())
            .filter(held -> !call.actor().scope().covers(held.form().gate()))
            .isEmpty();
    return reached && Dues.sees(call.world(), call.actor().id(), charge);
  }

  /// What a form would be charged; what nobody knows is not in the totals, and said so.
  void quote(Call call) {
    JsonNode body = Submission.body(call, settings);
    Fields fields = Fields.of(body);
    Registration.Form form = reader.read(fields);
    fields.close();
    if (!fields.violations().isEmpty()) {
      throw new Problem.Halt(Problem.input(AsTyped.of(body, fields.violations())));
    }
    List<Line> lines = Dues.quote(call.world(), form, sources.gate().now());
    ObjectNode json = stamped(call);
    part(json.putObject("public"), lines.stream().filter(line -> line.kind().isPublic()).toList());
    part(
        json.putObject("private"), lines.stream().filter(line -> !line.kind().isPublic()).toList());
    json.put("total", sum(lines));
    json.put("unknown", lines.stream().anyMatch(line -> line.amount().isEmpty()));
    call.answer(200, json);
  }

  private static void part(ObjectNode json, List<Line> lines) {
    json.put("total", sum(lines));
    FeeJson.lines(json.putArray("lines"), lines);
  }

  private static long sum(List<Line> lines) {
    return Money.sum(lines.stream().flatMap(line -> line.amount().stream()).toList()).dong();
  }

  /// The latest first.
  void receipts(Call call) {
    ObjectNode json = stamped(call);
    ArrayNode items = json.putArray("items");
    Fees fees = call.world().fees();
    fees.receipts().all().values().reversed().stream()
        .filter(receipt -> ReceiptActions.sees(call, receipt))
        .limit(MOST)
        .forEach(receipt -> FeeJson.receipt(items.addObject(), receipt));
    call.answer(200, json);
  }

  void payment(Call call) {
    Fees fees = call.world().fees();
    Payment payment =
        fees.payments()
            .find(call.id())
            .filter(held -> own(call, held))
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    ObjectNode json = stamped(call);
    FeeJson.payment(json, payment);
    call.answer(200, json);
  }

  /// Who collects sees every payment; a trader those that its company's accounts started.
  private static boolean own(Call call, Payment payment) {
    return call.actor().role().may(Operation.COLLECT_FEES)
        || call.world().authorities().together(payment.actor(), call.actor().id());
  }

  /// The accounts, the questions, the days that were held against the bank's file, and what one
  /// officer proposed to another.
  void cashier(Call call) {
    ObjectNode json = stamped(call);
    Fees fees = call.world().fees();
    ArrayNode accounts = json.putArray("accounts");
    fees.ledger()
        .balances()
        .values()
        .forEach(balance -> FeeJson.balance(accounts.addObject(), balance));
    ArrayNode doubts = json.putArray("doubts");
    fees.doubts().values().stream()
        .limit(MOST)
        .forEach(doubt -> FeeJson.doubt(doubts.addObject(), doubt));
    ArrayNode days = json.putArray("days");
    fees.days().reversed().forEach(day -> FeeJson.day(days.addObject(), day));
    ArrayNode proposals = json.putArray("proposals");
    proposals(call)
        .forEach(proposal -> {
          ObjectNode item = proposals.addObject().put("id", proposal.key().toString());
          item.put("matter", proposal.matter().name()).put("statement", proposal.statement());
          item.put("approved", proposal.approved().isPresent());
        });
    call.answer(200, json);
  }

  private static Stream<Proposal> proposals(Call call) {
    return call.world().authorities().proposals().all().values().stream()
        .filter(one -> one.matter() == Matter.REFUND || one.matter() == Matter.ADJUST_CHARGE);
  }

  static ObjectNode stamped(Call call) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("asOfSeq", call.seen().seq())
        .put("asOf", call.seen().at().toString());
  }
}
