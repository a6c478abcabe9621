package io.clearway.link.payment;

import io.clearway.authority.Operation;
import io.clearway.link.api.CommandActions;
import io.clearway.link.api.Sources;
import io.clearway.link.http.Metrics;
import io.clearway.link.http.Route;
import io.clearway.link.http.Settings;
import io.javalin.http.HandlerType;
import java.util.List;

/// Every operation about fees, in one table.
///
/// @param bank where a payer is sent to
/// @param key that is shared with it
/// @param seal of the receipts that are printed
public record FeeRoutes(
    Sources sources, Settings settings, String bank, BankKey key, ReceiptSeal seal) {

  private static final String BASE = "/v1/{complex}";
  private static final List<Operation> PAY = List.of(Operation.PAY_FEES);
  private static final List<Operation> COLLECT = List.of(Operation.COLLECT_FEES);

  private static final List<Operation> ADMINISTER = List.of(Operation.ADMINISTER);
  private static final List<Operation> READ_TARIFFS =
      List.of(Operation.PAY_FEES, Operation.COLLECT_FEES, Operation.ADMINISTER);

  /// As [io.clearway.link.api.Api] asks for them.
  public List<Route> of(CommandActions commands, Metrics metrics) {
    FeeQueries queries = new FeeQueries(sources, settings);
    FeeActions actions = new FeeActions(commands);
    Bank door = new Bank(commands, this, metrics);
    TariffActions tariffs = new TariffActions(commands, settings);
    ReceiptActions receipts = new ReceiptActions(seal);
    return List.of(
        get("/charges", "listCharges", PAY, queries::charges),
        post("/quotes", "quoteFees", List.of(Operation.REGISTER), queries::quote),
        get("/receipts", "listReceipts", PAY, queries::receipts),
        get("/receipts/{issuer}/{year}/{number}", "getReceipt", PAY, receipts::receipt),
        new Route(HandlerType.GET, "/receipt-check", "checkReceipt", List.of(), receipts::check),
        get("/tariffs", "listTariffs", READ_TARIFFS, tariffs::list),
        post("/tariff-previews", "previewTariff", ADMINISTER, tariffs::preview),
        post("/tariffs", "adoptTariff", ADMINISTER, tariffs::adopt),
        get("/cashier", "getCashier", COLLECT, Books::cashier),
        get("/payments/{id}", "getPayment", PAY, queries::payment),
        post("/payments", "startPayment", PAY, door::start),
        post("/payment-reports", "reportPayment", List.of(), door::reported),
        post("/bank-files", "reconcileBank", COLLECT, actions::reconcile),
        post("/provisional-charges", "chargeProvisionally", COLLECT, actions::provisionally),
        post("/settlements", "settleCharges", COLLECT, actions::settle),
        post("/deposits", "takeDeposit", COLLECT, actions::deposit),
        post("/owings", "oweCharges", COLLECT, actions::owe),
        post("/corrections", "correctMoney", COLLECT, actions::correct),
        post("/correction-proposals", "proposeCorrection", COLLECT, actions::propose),
        post("/correction-proposals/{id}/approval", "approveCorrection", COLLECT, actions::approve),
        post("/doubt-closings", "closeDoubt", COLLECT, actions::closeDoubt));
  }

  private static Route post(
      String path, String name, List<Operation> allowed, Route.Action action) {
    return new Route(HandlerType.POST, BASE + path, name, allowed, action);
  }

  private static Route get(String path, String name, List<Operation> allowed, Route.Action action) {
    return new Route(HandlerType.GET, BASE + path, name, allowed, action);
  }
}
