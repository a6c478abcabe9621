package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// F-34, F-35: a receipt on paper, and whoever checks one.
class ReceiptDoorTest {

  private static final String RECEIPT = "/receipts/PUBLIC/2025/0000001";

  @TempDir Path folder;
  private Door door;
  private Cast cast;

  @BeforeEach
  void open() {
    door = new Door(folder);
    cast = new Cast(door);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String trader() {
    return cast.token(cast.actor(Situation.HERE, Role.TRADER).orElseThrow());
  }

  private Door.Got check(String address) {
    return door.send(door.request("~" + address).build());
  }

  private String address() {
    String verify = door.get(trader(), RECEIPT).json().path("verify").asString("");
    return verify.substring(verify.indexOf("/receipt-check"));
  }

  @Test
  void thePaperSaysWhatTheReceiptSaysInEveryLanguage() throws IOException {
    var receipt = door.gate.published().world().fees().receipts().all().values().getFirst();
    for (String language : List.of("vi", "en", "zh")) {
      String page = door.get(trader(), RECEIPT + "?format=html&lang=" + language).raw().body();
      assertThat(page)
          .startsWith("<!doctype html><html lang=\"" + language + "\">")
          .contains("PUBLIC/2025/0000001", receipt.payer().name(), "<svg", "seal=")
          .doesNotContain("<script", "null");
      byte[] pdf = door.bytes(Role.MANAGEMENT_BOARD, RECEIPT + "?format=pdf&lang=" + language);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document))
            .contains("PUBLIC/2025/0000001", receipt.payer().taxCode(), "seal=");
      }
    }
  }

  @Test
  void whoIsNeitherThePayerNorTheOwnerNorCollectsFindsNoReceipt() {
    assertThat(door.get(trader(), RECEIPT).status()).isEqualTo(200);
    assertThat(door.get(Role.MANAGEMENT_BOARD, RECEIPT).status()).isEqualTo(200);
    String other = cast.token(cast.actor(Situation.OTHER_COMPANY, Role.TRADER).orElseThrow());
    assertThat(door.get(other, RECEIPT).status()).isEqualTo(404);
    assertThat(door.get(Role.CUSTOMS, RECEIPT).status()).isEqualTo(403);
  }

  @Test
  void anybodyLearnsThatAPaperIsGenuineAndNothingOfWhoPaid() {
    var receipt = door.gate.published().world().fees().receipts().all().values().getFirst();
    Door.Got json = check(address() + "&format=json");
    assertThat(json.json().path("genuine").asBoolean(false)).isTrue();
    assertThat(json.json().path("cancelled").asBoolean(true)).isFalse();
    assertThat(json.json().propertyNames())
        .containsExactlyInAnyOrder("genuine", "issuer", "number", "amount", "day", "cancelled");
    String page = check(address()).raw().body();
    assertThat(page).contains("PUBLIC/2025/0000001", "Genuine and valid");
    assertThat(page + json.raw().body())
        .doesNotContain(receipt.payer().name(), receipt.payer().taxCode());
  }

  @Test
  void aPaperOnWhichSomethingWasChangedIsNotOurs() {
    String address = address();
    for (String changed :
        List.of(
            address.replace("amount=5", "amount=6"),
            address.replace("0000001", "0000002"),
            address.replace("day=2025-08-29", "day=2025-08-28"),
            address + "&cancels=PUBLIC/2025/0000001")) {
      assertThat(changed).isNotEqualTo(address);
      Door.Got got = check(changed + "&format=json");
      assertThat(got.json().toString()).isEqualTo("{\"genuine\":false}");
    }
    assertThat(check("/receipt-check?format=json").json().toString())
        .isEqualTo("{\"genuine\":false}");
  }

  @Test
  void whoTriesWrongPapersWaits() {
    String forged = address().replace("amount=5", "amount=6");
    for (int i = 0; i < 5; i++) {
      assertThat(check(forged).status()).isEqualTo(200);
    }
    Door.Got got = check(forged);
    assertThat(got.status()).isEqualTo(429);
    assertThat(got.raw().headers().firstValue("Retry-After")).isPresent();
  }

  private void adjust(String wish) {
    UUID key = Door.seven(900_077);
    String said = "{\"id\":\"" + key + "\"," + wish + "}";
    assertThat(door.post(Role.MANAGEMENT_BOARD, "/correction-proposals", said).status())
        .isEqualTo(201);
    String deputy = cast.token(cast.actor(Situation.HERE, Role.MANAGEMENT_BOARD).orElseThrow());
    String approval = "/correction-proposals/" + key + "/approval";
    assertThat(door.post(deputy, approval, Door.seven(900_078).toString(), "{}").status())
        .isEqualTo(200);
    assertThat(door.post(Role.MANAGEMENT_BOARD, "/corrections", "{" + wish + "}").status())
        .isEqualTo(200);
  }

  /// The charge comes to less by two: its receipt is taken back, and both papers say so.
  @Test
  void aCancelledPaperIsGenuineAndNoLongerCounts() {
    String before = address();
    long charge = door.get(trader(), RECEIPT).json().path("charge").asLong(0);
    String wish = "\"adjust\":{\"charge\":" + charge + ",\"amount\":3,\"reason\":\"x\"}";
    adjust(wish);
    assertThat(check(before + "&format=json").json().path("cancelled").asBoolean(false)).isTrue();
    assertThat(check(before).raw().body()).contains("CANCELLED", "PUBLIC/2025/0000002");
    assertThat(door.get(trader(), RECEIPT).json().path("cancelledBy").asString(""))
        .isEqualTo("PUBLIC/2025/0000002");
    String counter =
        door.get(trader(), "/receipts/PUBLIC/2025/2").json().path("verify").asString("");
    Door.Got got = check(counter.substring(counter.indexOf("/receipt-check")) + "&format=json");
    assertThat(got.json().path("cancels").asString("")).isEqualTo("PUBLIC/2025/0000001");
    assertThat(got.json().path("genuine").asBoolean(false)).isTrue();
  }
}
