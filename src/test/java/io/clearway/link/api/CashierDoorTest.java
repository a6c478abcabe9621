package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.TestTariffs;
import io.clearway.journal.Digest;
import io.clearway.live.Answer;
import io.clearway.live.Order;
import io.clearway.site.Figure;
import io.clearway.world.Command;
import io.clearway.world.Event;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What the cashier and a payer read at the real door.
class CashierDoorTest {

  private static final int ROW = 0;
  private static final long RATE = 800_000;

  @TempDir Path folder;
  private Door door;
  private long charge;
  private String payer = "";

  @BeforeEach
  void open() {
    door = new Door(folder);
    var rate = new Figure.Known(RATE, RATE, TestTariffs.INVENTED);
    UUID id = UUID.randomUUID();
    Answer answer =
        door.gate
            .submit(
                new Order(
                    id,
                    Digest.of(new byte[] {1}),
                    Order.Lane.PEOPLE,
                    Actor.SYSTEM.id(),
                    new Command.OfFee(
                        new FeeCommand.AdoptTariff(TestTariffs.flat("lang-son", "a", rate)))))
            .join();
    assertThat(answer).isInstanceOf(Answer.Committed.class);
    UUID passage = door.arrive(ROW);
    done(Role.CUSTOMS, "/crossings/" + passage + "/entry-confirmations", "{}");
    done(Role.BORDER_GUARD, "/crossings/" + passage + "/entry-confirmations", "{}");
    JsonNode item = charges("?state=all").get("items").get(0);
    charge = item.get("charge").longValue();
    payer = item.get("payer").toString();
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void done(Role role, String path, String body) {
    var got = door.post(role, path, body);
    assertThat(got.status()).as(got.raw().body()).isEqualTo(200);
  }

  private JsonNode charges(String query) {
    return door.get(Role.MANAGEMENT_BOARD, "/charges" + query).json();
  }

  private JsonNode cashier(String query) {
    return door.get(Role.MANAGEMENT_BOARD, "/cashier" + query).json();
  }

  private void deposit(long amount) {
    done(Role.MANAGEMENT_BOARD, "/deposits", "{\"payer\":" + payer + ",\"amount\":" + amount + "}");
  }

  private void settle(String means) {
    done(
        Role.MANAGEMENT_BOARD,
        "/settlements",
        "{\"charges\":[" + charge + "],\"means\":\"" + means + "\"}");
  }

  @Test
  void aVehicleIsFoundByItsRegistrationWithItsPayersAccount() {
    deposit(900_000);
    JsonNode found = charges("?state=all&registration=" + Door.seven(ROW));
    assertThat(found.get("items")).hasSize(1);
    JsonNode item = found.get("items").get(0);
    assertThat(item.get("crossing").stringValue()).isEqualTo(Door.seven(1000 + ROW).toString());
    assertThat(item.get("plate").stringValue()).isNotBlank();
    assertThat(found.get("accounts").get(0).get("deposit").longValue()).isEqualTo(900_000);
    assertThat(charges("?registration=" + Door.seven(77)).get("items")).isEmpty();
    assertThat(charges("").get("accounts")).as("nobody's in particular").isEmpty();
  }

  @Test
  void whatIsOwedStandsBesideTheDepositThatCoversIt() {
    deposit(900_000);
    done(
        Role.MANAGEMENT_BOARD,
        "/owings",
        "{\"charges\":[" + charge + "],\"reason\":\"bank away\"}");
    JsonNode account = charges("?registration=" + Door.seven(ROW)).get("accounts").get(0);
    assertThat(account.get("owed").longValue()).isEqualTo(RATE);
    assertThat(account.get("credit").longValue()).isZero();
  }

  @Test
  void theTakingsOfADayAreByMeansAndIssuerAndADepositIsNobodysCharge() {
    deposit(1_000_000);
    settle("DEPOSIT");
    JsonNode takings = cashier("").get("takings");
    assertThat(takings.toString())
        .isEqualTo(
            "[{\"means\":\"CASH\",\"issuer\":\"\",\"amount\":1000000,\"parts\":1},"
                + "{\"means\":\"DEPOSIT\",\"issuer\":\"PUBLIC\",\"amount\":800000,\"parts\":1}]");
    assertThat(cashier("?day=2025-08-28").get("takings")).isEmpty();
  }

  @Test
  void aTraderSeesTheAccountOfItsOwnCompanyAndNoOther() {
    deposit(5_000);
    assertThat(door.get(Role.TRADER, "/charges").json().get("accounts"))
        .as("of no company, no account")
        .isEmpty();
    String code = charges("").get("items").get(0).get("payer").get("taxCode").stringValue();
    String own = trader(code, 41);
    JsonNode accounts = as(own, "/charges").get("accounts");
    assertThat(accounts).hasSize(1);
    assertThat(accounts.get(0).get("deposit").longValue()).isEqualTo(5_000);
    String other = trader("0000000999", 42);
    JsonNode others = as(other, "/charges?payer=" + code);
    assertThat(others.get("items")).isEmpty();
    assertThat(others.get("accounts").get(0).get("taxCode").stringValue()).isEqualTo("0000000999");
  }

  private JsonNode as(String token, String path) {
    return door.send(door.request(path).header("Authorization", "Bearer " + token).GET().build())
        .json();
  }

  private String trader(String company, long key) {
    return enrolled(
        new Actor(
            door.gate.published().world().nextId(),
            new UUID(9, key),
            Role.TRADER,
            "trader",
            Scope.of(company)));
  }

  private String enrolled(Actor actor) {
    var world = door.gate.published().world();
    door.gate.replayed(world.apply(new Event.OfAuthority(new AuthorityEvent.ActorEnrolled(actor))));
    return door.identity.tokens().issue(actor.key());
  }

  @Test
  void whatTwoDecidedIsCarriedOutAsItIsReadBack() {
    String wish = "\"adjust\":{\"charge\":" + charge + ",\"amount\":0,\"reason\":\"a: b\"}";
    var proposed =
        door.post(
            Role.MANAGEMENT_BOARD,
            "/correction-proposals",
            "{\"id\":\"" + Door.seven(50) + "\"," + wish + "}");
    assertThat(proposed.status()).isEqualTo(201);
    JsonNode one = cashier("").get("proposals").get(0);
    assertThat(one.get("own").booleanValue()).isTrue();
    String deputy =
        enrolled(
            new Actor(
                door.gate.published().world().nextId(),
                new UUID(9, 43),
                Role.MANAGEMENT_BOARD,
                "deputy"));
    JsonNode seen = as(deputy, "/cashier").get("proposals").get(0);
    assertThat(seen.get("own").booleanValue()).isFalse();
    door.post(
        deputy,
        "/correction-proposals/" + Door.seven(50) + "/approval",
        Door.seven(51).toString(),
        "{}");
    done(Role.MANAGEMENT_BOARD, "/corrections", seen.get("wish").toString());
    assertThat(charges("?state=all").get("items").get(0).get("state").stringValue())
        .isEqualTo("FREE");
    assertThat(cashier("").get("proposals")).isEmpty();
  }
}
