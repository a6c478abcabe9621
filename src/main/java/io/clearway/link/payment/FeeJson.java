package io.clearway.link.payment;

import io.clearway.fee.Charge;
import io.clearway.fee.Doubt;
import io.clearway.fee.FeeEvent;
import io.clearway.fee.Ledger;
import io.clearway.fee.Line;
import io.clearway.fee.Payer;
import io.clearway.fee.Payment;
import io.clearway.fee.Receipt;
import io.clearway.link.rows.Rows;
import io.clearway.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fees as the contract shows them. Ids of charges, receipts and questions are numbers of ours.
final class FeeJson {

  private FeeJson() {}

  static void charge(ObjectNode json, World world, Charge charge) {
    json.put("charge", charge.id());
    world
        .registrations()
        .find(charge.registration())
        .ifPresent(held -> {
          json.put("registration", held.key().toString());
          json.put("declarationNumber", held.form().number());
          json.put("gate", held.form().gate());
          Rows.put(json, "plate", held.form().leading().plate());
        });
    world
        .crossings()
        .find(charge.visit())
        .ifPresent(visit -> json.put("crossing", visit.key().toString()));
    json.put("kind", charge.kind().name()).put("public", charge.kind().isPublic());
    json.put("issuer", charge.issuer()).put("state", charge.state().name());
    payer(json.putObject("payer"), charge.payer());
    charge.total().ifPresent(total -> json.put("total", total.dong()));
    json.put("paid", charge.paid().dong()).put("open", charge.open().dong());
    lines(json.putArray("lines"), charge.lines());
    charge
        .set()
        .ifPresent(set -> {
          ObjectNode by = json.putObject("set");
          by.put("amount", set.amount().dong()).put("reason", set.reason());
          by.put("at", set.at().toString()).put("provisional", set.provisional());
        });
    charge.owed().ifPresent(owed -> json.put("owedSince", owed.at().toString()));
    charge.settledAt().ifPresent(at -> json.put("settledAt", at.toString()));
  }

  static void lines(ArrayNode json, Iterable<Line> lines) {
    for (Line line : lines) {
      ObjectNode item = json.addObject();
      item.put("kind", line.kind().name()).put("clause", line.clause());
      item.put("vehicleClass", line.vehicle().vehicleClass());
      item.put("use", line.vehicle().use().name()).put("goods", line.goods());
      line.each().ifPresent(each -> item.put("rate", each.dong()));
      item.put("quantity", line.quantity());
      ArrayNode factors = item.putArray("factors");
      for (Line.Applied factor : line.factors()) {
        ObjectNode by = factors.addObject();
        by.put("clause", factor.clause()).put("thousandths", factor.thousandths());
        by.put("source", factor.source());
      }
      line.amount().ifPresent(amount -> item.put("amount", amount.dong()));
      item.put("source", line.source());
    }
  }

  static void payer(ObjectNode json, Payer payer) {
    json.put("taxCode", payer.taxCode()).put("name", payer.name());
  }

  static void payment(ObjectNode json, Payment payment) {
    json.put("id", payment.key().toString()).put("state", payment.state().name());
    payer(json.putObject("payer"), payment.payer());
    json.put("amount", payment.amount().dong());
    json.put("startedAt", payment.startedAt().toString());
    json.put("expiresAt", payment.expires().toString());
    ArrayNode charges = json.putArray("charges");
    payment.charges().forEach(charges::add);
  }

  static void receipt(ObjectNode json, Receipt receipt) {
    json.put("receipt", receipt.id()).put("number", receipt.printed());
    json.put("charge", receipt.charge()).put("kind", receipt.kind().name());
    payer(json.putObject("payer"), receipt.payer());
    json.put("amount", receipt.amount().dong()).put("means", receipt.means().name());
    json.put("at", receipt.at().toString());
    receipt.counterOf().ifPresent(id -> json.put("counterOf", id));
  }

  static void doubt(ObjectNode json, Doubt doubt) {
    json.put("doubt", doubt.id()).put("kind", doubt.kind().name());
    if (!doubt.transaction().isEmpty()) {
      json.put("transaction", doubt.transaction());
    }
    json.put("amount", doubt.amount().dong()).put("at", doubt.at().toString());
  }

  static void balance(ObjectNode json, Ledger.Balance balance) {
    json.put("account", balance.account().kind().name());
    json.put("party", balance.account().party()).put("amount", balance.amount().dong());
  }

  static void day(ObjectNode json, FeeEvent.DayReconciled day) {
    json.put("day", day.day()).put("lines", day.lines()).put("matched", day.matched().size());
    json.put("amount", day.moved().dong()).put("doubts", day.doubts());
    json.put("at", day.at().toString());
  }
}
