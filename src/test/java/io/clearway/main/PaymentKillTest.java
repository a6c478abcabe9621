package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.link.payment.BankKey;
import io.clearway.link.payment.BankReport;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The program is killed while a payer is at the bank, and while the bank reports.
class PaymentKillTest {

  private static final int ROUNDS = 3;
  private static final long AMOUNT = 5_000_000;

  private final Program program;

  PaymentKillTest() throws IOException {
    program = new Program("payment-kill");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
  }

  @Test
  void whoIsAtTheBankWhenTheProgramIsKilledHasPaidOnceAfterwards() throws Exception {
    program.up("--demo", "off", "--bank", "https://bank.example.invalid/pay");
    String trader = program.enrol(Role.TRADER);
    String board = program.enrol(Role.MANAGEMENT_BOARD);
    BankKey key = BankKey.open(program.folder());
    for (int round = 1; round <= ROUNDS; round++) {
      UUID payment = UUID.randomUUID();
      UUID command = UUID.randomUUID();
      String redirect = start(trader, command, payment);
      assertThat(redirect).contains("payment=" + payment, "amount=" + AMOUNT, "signature=");
      again();
      assertThat(start(trader, command, payment)).isEqualTo(redirect);
      String report = report(key, "T-" + round, payment);
      assertThat(tell(trader, report)).isEqualTo(200);
      again();
      assertThat(tell(trader, report)).isEqualTo(200);
      assertThat(tell(trader, report.replace("" + AMOUNT, "1"))).isEqualTo(403);
      assertThat(balance(board, "DEPOSIT")).isEqualTo(-AMOUNT * round);
      assertThat(balance(board, "TRANSIT")).isEqualTo(AMOUNT * round);
    }
    assertThat(program.stop()).isEqualTo(143);
    assertThat(program.run("verify").out()).contains("\"holds\":true");
  }

  private void again() throws Exception {
    program.kill();
    program.up("--demo", "off", "--bank", "https://bank.example.invalid/pay");
  }

  private String start(String token, UUID command, UUID payment) throws Exception {
    String body =
        """
        {"id":"%s","deposit":{"payer":{"taxCode":"0000000117","name":"Giả Định"},"amount":%d}}\
        """
            .formatted(payment, AMOUNT);
    try (Ask ask = program.ask(token)) {
      Ask.Reply reply = ask.post("/payments", command, body);
      assertThat(reply.status()).as(reply.sentence()).isEqualTo(201);
      return reply.body().path("redirect").asString("");
    }
  }

  private static String report(BankKey key, String transaction, UUID payment) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    BankReport said = BankReport.signed(key, transaction, payment, AMOUNT, now);
    return """
    {"transaction":"%s","payment":"%s","amount":%d,"at":"%s","signature":"%s"}\
    """
        .formatted(transaction, payment, AMOUNT, said.at(), said.signature());
  }

  private int tell(String token, String report) throws Exception {
    try (Ask ask = program.ask(token)) {
      return ask.post("/payment-reports", UUID.randomUUID(), report).status();
    }
  }

  private long balance(String token, String account) throws Exception {
    try (Ask ask = program.ask(token)) {
      for (JsonNode each : ask.get("/cashier").body().path("accounts")) {
        if (each.path("account").asString("").equals(account)) {
          return each.path("amount").asLong();
        }
      }
      return 0;
    }
  }
}
