package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.fee.Charge;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.TestTariffs;
import io.clearway.journal.Digest;
import io.clearway.link.payment.BankReport;
import io.clearway.live.Answer;
import io.clearway.live.Order;
import io.clearway.site.Figure;
import io.clearway.world.Command;
import io.clearway.world.Event;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// How the operations about fees are called, for [Visits].
final class FeeVisits {

  private static final Figure RATE = new Figure.Known(800_000, 800_000, TestTariffs.INVENTED);
  private static final String PAYER = "{\"taxCode\":\"0000000117\",\"name\":\"Giả Định\"}";

  private final Door door;
  private final Supplier<UUID> entered;
  private final String trader;
  private final String board;
  private final String reader;
  private int transactions;

  /// @param entered a passage that just entered
  FeeVisits(Door door, Supplier<UUID> entered) {
    this.door = door;
    this.entered = entered;
    this.trader = door.token(Role.TRADER);
    this.board = door.token(Role.MANAGEMENT_BOARD);
    this.reader = door.token(Role.READER);
  }

  void add(Map<String, Visit> all) {
    adopt("known", RATE);
    reads(all);
    payments(all);
    counter(all);
    settling(all);
    owing(all);
    doubts(all);
    corrections(all);
  }

  private void adopt(String digest, Figure rate) {
    fee(new FeeCommand.AdoptTariff(TestTariffs.flat("lang-son", digest, rate)));
  }

  private void fee(FeeCommand order) {
    UUID id = UUID.randomUUID();
    Digest digest = Digest.of(id.toString().getBytes(StandardCharsets.UTF_8));
    Answer answer =
        door.gate
            .submit(
                new Order(
                    id, digest, Order.Lane.PEOPLE, Actor.SYSTEM.id(), new Command.OfFee(order)))
            .join();
    if (!(answer instanceof Answer.Committed)) {
      throw new AssertionError(answer.toString());
    }
  }

  private long charge() {
    UUID passage = entered.get();
    var world = door.gate.published().world();
    long visit = world.crossings().byKey().find(passage).orElseThrow();
    return world.fees().charges().of(visit).stream().map(Charge::id).findFirst().orElseThrow();
  }

  /// A registration that is charged.
  private UUID charged() {
    long charge = charge();
    var world = door.gate.published().world();
    long registration = world.fees().charges().all().get(charge).registration();
    return world.registrations().find(registration).orElseThrow().key();
  }

  private static UUID fresh() {
    return Door.seven(System.nanoTime() & 0xFFFFFFFFFFL);
  }

  private void reads(Map<String, Visit> all) {
    all.put(
        "listCharges",
        Visit.of(
                reader,
                () -> {
                  charge();
                  return List.of(
                      Ask.get(trader),
                      Ask.get(board).query("state", "all").query("payer", "0000000117"),
                      Ask.get(board).query("registration", charged().toString()),
                      Ask.get(board).query("registration", fresh().toString()));
                })
            .bad(
                Ask.get(board).query("state", "some"),
                Ask.get(board).query("registration", "seven")));
    String form = Door.form(70).toString();
    String two = Door.form(70).put("direction", "IMPORT").set("receivers", one()).toString();
    all.put(
        "quoteFees",
        Visit.of(reader, () -> List.of(Ask.ask(trader, form), Ask.ask(trader, two)))
            .bad(
                Ask.ask(trader, "{\"direction\":\"EXPORT\"}"),
                Ask.ask(trader, two.replace("VT4", "VT9")),
                Ask.ask(
                    trader,
                    Door.form(69).put("direction", "EXPORT").set("receivers", one()).toString()))
            .question());
    all.put("listReceipts", Visit.of(reader, () -> List.of(Ask.get(board), Ask.get(trader))));
    new TariffVisits(trader, door.token(Role.OPERATOR), reader).add(all);
    new ReceiptVisits(door, this::paid, trader, board, reader).add(all);
  }

  private static ArrayNode one() {
    return JsonNodeFactory.instance.arrayNode().add("VT4");
  }

  private String start(UUID key) {
    return "{\"id\":\"" + key + "\",\"charges\":[" + charge() + "]}";
  }

  private UUID started() {
    UUID key = fresh();
    var got = door.post(Role.TRADER, "/payments", start(key));
    if (got.status() != 201) {
      throw new AssertionError(got.raw().body());
    }
    return key;
  }

  private String report(UUID payment, long amount) {
    BankReport said =
        BankReport.signed(door.bank, "T-" + transactions++, payment, amount, Door.NOW);
    return """
    {"transaction":"%s","payment":"%s","amount":%d,"at":"%s","signature":"%s"}\
    """
        .formatted(said.transaction(), payment, amount, said.at(), said.signature());
  }

  private void payments(Map<String, Visit> all) {
    all.put(
        "getPayment",
        Visit.of(reader, () -> List.of(Ask.get(trader).id(started()), Ask.get(board).id(started())))
            .absent(() -> List.of(Ask.get(trader).id(fresh()))));
    String deposit = "{\"id\":\"%s\",\"deposit\":{\"payer\":" + PAYER + ",\"amount\":5}}";
    all.put(
        "startPayment",
        Visit.of(
                reader,
                () ->
                    List.of(
                        Ask.post(trader, start(fresh())),
                        Ask.post(trader, deposit.formatted(fresh()))))
            .bad(
                Ask.post(trader, "{\"id\":\"" + fresh() + "\",\"charges\":[]}"),
                Ask.post(trader, "{\"id\":\"" + fresh() + "\",\"charges\":[\"x\"]}"))
            .absent(() -> List.of(Ask.post(trader, "{\"id\":\"" + fresh() + "\",\"charges\":[9]}")))
            .refused(
                () -> List.of(Ask.post(trader, deposit.formatted(fresh()).replace(":5", ":0")))));
    reports(all);
    file(all);
  }

  private void reports(Map<String, Visit> all) {
    Supplier<Ask> said = () -> Ask.get().header("Content-Type", "application/json");
    all.put(
        "reportPayment",
        Visit.everybody(() ->
                List.of(
                    said.get().body(report(started(), 800_000)),
                    said.get().body(report(started(), 1)),
                    said.get().body(report(started(), 900_000)),
                    said.get().body(report(fresh(), 5))))
            .bad(said.get().body("{\"transaction\":\"" + "x".repeat(65) + "\"}"))
            .absent(() -> List.of(said.get().body(report(fresh(), 5)).complex("mong-cai")))
            .other(
                403,
                () ->
                    List.of(
                        said.get()
                            .body(report(fresh(), 5).replace("\"amount\":5", "\"amount\":6"))))
            .other(429, () -> answered(said.get(), new Answer.Overloaded()))
            .other(500, () -> answered(said.get(), new Answer.Fault("c-1")))
            .question());
  }

  private void file(Map<String, Visit> all) {
    String file = "{\"day\":\"2025-08-29\",\"file\":\"transaction,payment,amount,at\\n%s\"}";
    String line = "B-1,,700,2025-08-29T11:00:00+07:00\\n";
    all.put(
        "reconcileBank",
        Visit.of(trader, () -> List.of(Ask.post(board, file.formatted(line))))
            .bad(
                Ask.post(board, file.formatted("B-1,x,7.5,yesterday")),
                Ask.post(board, file.replace("transaction", "t").formatted("")),
                Ask.post(board, file.replace("08-29", "02-30").formatted("")))
            .refused(() -> List.of(Ask.post(board, file.replace("08-29", "09-29").formatted("")))));
  }

  /// The gate answers so, whatever is asked.
  private List<Ask> answered(Ask ask, Answer answer) {
    String body = report(fresh(), 5);
    door.gate.answerNext(answer);
    return List.of(ask.body(body));
  }

  private void counter(Map<String, Visit> all) {
    String set = "{\"charge\":%d,\"amount\":500000,\"reason\":\"x\"}";
    all.put(
        "chargeProvisionally",
        Visit.of(
                trader,
                () -> {
                  adopt("unknown", new Figure.Unknown("nowhere said"));
                  long unrated = charge();
                  adopt("known again", RATE);
                  return List.of(Ask.post(board, set.formatted(unrated)));
                })
            .bad(Ask.post(board, set.formatted(1).replace("500000", "-1")))
            .absent(() -> List.of(Ask.post(board, set.formatted(9))))
            .refused(() -> List.of(Ask.post(board, set.formatted(charge())))));
  }

  private void settling(Map<String, Visit> all) {
    String pay = "{\"charges\":[%d],\"means\":\"CASH\"}";
    all.put(
        "settleCharges",
        Visit.of(trader, () -> List.of(Ask.post(board, pay.formatted(charge()))))
            .bad(Ask.post(board, pay.formatted(1).replace("CASH", "GOLD")))
            .absent(() -> List.of(Ask.post(board, pay.formatted(9))))
            .refused(
                () -> List.of(Ask.post(board, pay.formatted(charge()).replace("CASH", "BANK")))));
    String deposit = "{\"payer\":" + PAYER + ",\"amount\":5000}";
    all.put(
        "takeDeposit",
        Visit.of(trader, () -> List.of(Ask.post(board, deposit)))
            .bad(Ask.post(board, deposit.replace("0000000117", "0".repeat(21))))
            .refused(() -> List.of(Ask.post(board, deposit.replace("5000", "0")))));
  }

  private void owing(Map<String, Visit> all) {
    String owe = "{\"charges\":[%d],\"reason\":\"bank away\"}";
    all.put(
        "oweCharges",
        Visit.of(
                trader,
                () -> {
                  long charge = charge();
                  var payer =
                      door.gate.published().world().fees().charges().all().get(charge).payer();
                  counted(
                      "/deposits",
                      "{\"payer\":{\"taxCode\":\"%s\",\"name\":\"x\"},\"amount\":90000000}"
                          .formatted(payer.taxCode()));
                  return List.of(Ask.post(board, owe.formatted(charge)));
                })
            .bad(Ask.post(board, owe.formatted(1).replace("bank away", "")))
            .absent(() -> List.of(Ask.post(board, owe.formatted(9))))
            .refused(() -> List.of(Ask.post(board, owe.formatted(paid())))));
  }

  private void doubts(Map<String, Visit> all) {
    String close = "{\"doubt\":%d,\"reason\":\"x\"}";
    all.put(
        "closeDoubt",
        Visit.of(
                trader,
                () -> {
                  door.send(
                      door.request("/payment-reports")
                          .header("Content-Type", "application/json")
                          .POST(HttpRequest.BodyPublishers.ofString(report(fresh(), 7)))
                          .build());
                  long doubt =
                      door.gate.published().world().fees().doubts().values().getLast().id();
                  return List.of(Ask.post(board, close.formatted(doubt)));
                })
            .bad(Ask.post(board, close.formatted(1).replace("\"x\"", "7")))
            .absent(() -> List.of(Ask.post(board, close.formatted(9)))));
  }

  private void counted(String path, String body) {
    var got = door.post(Role.MANAGEMENT_BOARD, path, body);
    if (got.status() != 200) {
      throw new AssertionError(got.raw().body());
    }
  }

  private long paid() {
    long charge = charge();
    counted("/settlements", "{\"charges\":[" + charge + "],\"means\":\"CASH\"}");
    return charge;
  }

  private void corrections(Map<String, Visit> all) {
    String adjust = "\"adjust\":{\"charge\":%d,\"amount\":1000,\"reason\":\"x\"}";
    String refund =
        "\"refund\":{\"payer\":"
            + PAYER
            + ",\"from\":\"INCOME\",\"amount\":1,\"cash\":true,\"reason\":\"x\"}";
    String assign =
        "\"assign\":{\"transaction\":\"T-99\",\"payer\":"
            + PAYER
            + ",\"amount\":1,\"reason\":\"x\"}";
    all.put(
        "proposeCorrection",
        Visit.of(
                trader,
                () ->
                    List.of(
                        Ask.post(board, with(fresh(), adjust.formatted(1))),
                        Ask.post(board, with(fresh(), refund)),
                        Ask.post(board, with(fresh(), assign))))
            .bad(Ask.post(board, "{\"id\":\"" + fresh() + "\"}"))
            .refused(() -> List.of(Ask.post(board, with(proposed(1), adjust.formatted(1))))));
    corrected(all, adjust, refund, assign);
  }

  private void corrected(Map<String, Visit> all, String adjust, String refund, String assign) {
    all.put(
        "approveCorrection",
        Visit.of(trader, () -> List.of(Ask.post(deputy(), "{}").id(proposed(2))))
            .bad(Ask.post(board, "{\"x\":1}").id(fresh()))
            .absent(() -> List.of(Ask.post(board, "{}").id(fresh())))
            .refused(() -> List.of(Ask.post(board, "{}").id(proposed(3)))));
    all.put(
        "correctMoney",
        Visit.of(
                trader,
                () -> {
                  long charge = charge();
                  UUID key = proposed(charge);
                  door.post(
                      deputy(),
                      "/correction-proposals/" + key + "/approval",
                      fresh().toString(),
                      "{}");
                  return List.of(Ask.post(board, "{" + adjust.formatted(charge) + "}"));
                })
            .bad(Ask.post(board, "{}"))
            .absent(() -> List.of(Ask.post(board, "{" + adjust.formatted(9) + "}")))
            .refused(() ->
                List.of(Ask.post(board, "{" + refund + "}"), Ask.post(board, "{" + assign + "}"))));
  }

  private static String with(UUID key, String wish) {
    return "{\"id\":\"" + key + "\"," + wish + "}";
  }

  private UUID proposed(long charge) {
    UUID key = fresh();
    String wish = "\"adjust\":{\"charge\":" + charge + ",\"amount\":1000,\"reason\":\"x\"}";
    var got = door.post(Role.MANAGEMENT_BOARD, "/correction-proposals", with(key, wish));
    if (got.status() != 201) {
      throw new AssertionError(got.raw().body());
    }
    return key;
  }

  private Optional<String> second = Optional.empty();

  /// The token of another officer of the board.
  private String deputy() {
    if (second.isEmpty()) {
      UUID key = new UUID(9, 98);
      var world = door.gate.published().world();
      var actor = new Actor(world.nextId(), key, Role.MANAGEMENT_BOARD, "deputy");
      door.gate.replayed(
          world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor))));
      second = Optional.of(door.identity.tokens().issue(key));
    }
    return second.get();
  }
}
