package io.clearway.link.payment;

import io.clearway.authority.Operation;
import io.clearway.fee.Charge;
import io.clearway.fee.Fees;
import io.clearway.fee.Payment;
import io.clearway.kernel.Direction;
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
import io.clearway.site.Site;
import io.clearway.view.Quote;
import io.clearway.world.Dues;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is told of fees.
final class FeeQueries {

  private static final int MOST = 500;

  /// As many as one source may have.
  private static final int RECEIVERS = 20;

  private final Sources sources;
  private final Settings settings;
  private final RegistrationReader reader;

  FeeQueries(Sources sources, Settings settings) {
    this.sources = sources;
    this.settings = settings;
    this.reader = new RegistrationReader(sources.subjects(), sources.gate()::now);
  }

  /// Of a registration, of a payer, or all that are waited for; the oldest first. Beside them the
  /// accounts of the payers that one asks about, or of one's own company.
  void charges(Call call) {
    Asked asked = call.asked();
    String state = asked.word("state", "waiting", "all");
    Optional<String> payer = call.query("payer");
    Optional<UUID> registration =
        asked.read("registration", FeeQueries::key, "The id of a registration is expected.");
    asked.close();
    ObjectNode json = stamped(call);
    ArrayNode items = json.putArray("items");
    Fees fees = call.world().fees();
    Optional<Registration> held =
        registration.flatMap(key -> call.world().registrations().find(key));
    List<Charge> all =
        state.equals("all") ? fees.charges().all().values() : fees.charges().waiting();
    List<Charge> told =
        all.stream()
            .filter(charge -> payer.isEmpty() || payer.get().equals(charge.payer().taxCode()))
            .filter(charge ->
                registration.isEmpty()
                    || held.filter(of -> of.id() == charge.registration()).isPresent())
            .filter(charge -> sees(call, charge))
            .limit(MOST)
            .toList();
    told.forEach(charge -> FeeJson.charge(items.addObject(), call.world(), charge));
    ArrayNode accounts = json.putArray("accounts");
    asking(call, payer, registration.isPresent() ? told : List.of())
        .forEach(code -> Books.account(accounts.addObject(), call.world(), code));
    call.answer(200, json);
  }

  private static Optional<UUID> key(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// Whose accounts are told: who collects may ask for a payer's, others see their company's.
  private static NavigableSet<String> asking(Call call, Optional<String> payer, List<Charge> told) {
    NavigableSet<String> codes = new TreeSet<>();
    if (call.actor().role().may(Operation.COLLECT_FEES)) {
      payer.ifPresent(codes::add);
      told.forEach(charge -> codes.add(charge.payer().taxCode()));
    } else {
      call.actor().company().ifPresent(codes::add);
    }
    return codes;
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
    List<String> receiving = receiving(fields, call.site());
    Registration.Form form = reader.read(fields);
    if (!receiving.isEmpty() && form.direction() != Direction.IMPORT) {
      fields.fault("receivers", "RECEIVERS_OF_IMPORT", "Only an import is taken over here.");
    }
    fields.close();
    if (!fields.violations().isEmpty()) {
      throw new Problem.Halt(Problem.input(AsTyped.of(body, fields.violations())));
    }
    ObjectNode json = stamped(call);
    QuoteJson.put(json, Quote.of(call.world(), form, receiving, sources.gate().now()));
    call.answer(200, json);
  }

  /// Classes of the vehicles that take the goods over.
  private static List<String> receiving(Fields fields, Site site) {
    List<String> classes =
        fields.has("receivers") ? fields.texts("receivers", RECEIVERS) : List.of();
    for (int i = 0; i < classes.size(); i++) {
      String code = classes.get(i);
      if (site.rulebook().vehicleClasses().stream().noneMatch(one -> one.code().equals(code))) {
        fields.fault("receivers[" + i + "]", "CLASS_UNKNOWN", "There is no such class.");
      }
    }
    return classes;
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

  static ObjectNode stamped(Call call) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("asOfSeq", call.seen().seq())
        .put("asOf", call.seen().at().toString());
  }
}
