package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.link.waiting.WaitingFile;
import io.clearway.vault.SigningKey;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The signed waiting record at the door (J-6 to J-9).
class WaitingDoorTest {

  @TempDir private Path folder = Path.of("");
  private Door door;
  private UUID crossing;
  private byte[] key;

  @BeforeEach
  void aVehicleWaits() {
    door = new Door(folder);
    crossing = door.arrive(0);
    door.gate.now(Door.NOW.plus(Duration.ofMinutes(20)));
    door.post(Role.CUSTOMS, "/crossings/" + crossing + "/entry-confirmations", "{}");
    door.gate.now(Door.NOW.plus(Duration.ofMinutes(65)));
    key = SigningKey.readPublic(folder.resolve("keys").resolve("signing.pub"));
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String path() {
    return "/crossings/" + crossing + "/waiting-record";
  }

  private byte[] file(String format) {
    return door.bytes(Role.TRADER, path() + "?format=" + format);
  }

  @Test
  void itSaysForWhomTheVehicleWaitedByBothClocks() {
    JsonNode record = door.get(Role.TRADER, path()).json().get("record");
    assertThat(record.get("seconds").asLong()).isEqualTo(65 * 60);
    JsonNode first = record.get("stretches").get(0);
    assertThat(first.get("from").stringValue()).isEqualTo("2025-08-29T12:00:00+07:00");
    assertThat(first.get("fromThere").stringValue()).isEqualTo("2025-08-29T13:00:00+08:00");
    assertThat(first.get("causes").toString())
        .contains("\"what\":\"KEY_CUSTOMS\"", "\"what\":\"KEY_BORDER_GUARD\"");
    JsonNode second = record.get("stretches").get(1);
    assertThat(second.get("causes").toString()).contains("KEY_BORDER_GUARD");
    assertThat(second.get("causes").toString()).doesNotContain("KEY_CUSTOMS");
    assertThat(record.get("totals").toString()).contains("\"agency\":\"BORDER_GUARD\"");
  }

  @Test
  void noByteOfTheRecordChangesUnseen() {
    byte[] json = file("json");
    assertThat(WaitingFile.check(json, key).genuine()).isTrue();
    for (int i = 0; i < json.length; i++) {
      byte[] changed = json.clone();
      changed[i] ^= 1;
      assertThat(WaitingFile.check(changed, key).genuine()).as("byte %d", i).isFalse();
    }
  }

  @Test
  void noByteOfAPaperChangesUnseen() {
    for (String format : new String[] {"html", "pdf"}) {
      byte[] paper = file(format);
      assertThat(WaitingFile.check(paper, key).genuine()).as(format).isTrue();
      int step = Math.max(1, paper.length / 300);
      for (int i = 0; i < paper.length; i += i + 300 > paper.length ? 1 : step) {
        byte[] changed = paper.clone();
        changed[i] ^= 4;
        assertThat(WaitingFile.check(changed, key).genuine()).as("%s %d", format, i).isFalse();
      }
    }
  }

  @Test
  void whatAnotherHouseSignedIsNotOurs() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    byte[] theirs = SigningKey.open(other).publicKey();
    assertThat(WaitingFile.check(file("json"), theirs).genuine()).isFalse();
    assertThat(WaitingFile.check(file("pdf"), theirs).genuine()).isFalse();
  }

  @Test
  void thePaperSaysInThreeLanguagesWhatTheRecordSays() throws IOException {
    for (String language : new String[] {"vi", "zh", "en"}) {
      byte[] pdf = door.bytes(Role.CUSTOMS, path() + "?format=pdf&lang=" + language);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        String text = new PDFTextStripper().getText(document);
        assertThat(text).contains("1h05", "29/08/2025".substring(0, 2));
      }
    }
    String html = new String(file("html"), StandardCharsets.UTF_8);
    assertThat(html).contains("Biên phòng: xác nhận vào");
  }

  /// The address in the QR code is asked by who has no account.
  @Test
  void anybodyChecksThePaperAndIsToldNoVehicle() {
    JsonNode record = door.get(Role.TRADER, path()).json();
    String plate = record.get("record").get("plate").stringValue();
    String address =
        "~/waiting-check?format=json&said=%s&signature=%s"
            .formatted(
                record.get("statement").stringValue(), record.get("signature").stringValue());
    Door.Got genuine = door.send(door.request(address).GET().build());
    assertThat(genuine.json().get("genuine").booleanValue()).isTrue();
    assertThat(genuine.json().get("gate").stringValue())
        .isEqualTo(record.get("record").get("gate").stringValue());
    assertThat(genuine.raw().body()).doesNotContain(plate, crossing.toString(), "Number");
    String page = address.replace("format=json", "format=html&lang=en");
    assertThat(door.send(door.request(page).GET().build()).raw().body())
        .contains("A waiting record that this gate gave out", "Border guard")
        .doesNotContain(plate);
    String forged = address.replace("~EXPORT~", "~IMPORT~").replace("~IMPORT~17", "~EXPORT~18");
    Door.Got refused = door.send(door.request(forged).GET().build());
    assertThat(refused.json().get("genuine").booleanValue()).isFalse();
    assertThat(refused.json().has("gate")).isFalse();
  }

  @Test
  void onlyWhoSeesTheVehicleHasItsRecordAndTheDriverByItsLink() {
    HttpRequest other =
        door.request(path()).header("Authorization", "Bearer " + door.secondTrader).GET().build();
    assertThat(door.send(other).status()).isEqualTo(404);
    String made = "{\"registration\":\"" + Door.seven(0) + "\"}";
    String link = door.post(Role.TRADER, "/driver-links", made).json().get("link").stringValue();
    Door.Got byLink = door.send(door.bearer("/driver/waiting-record", link));
    assertThat(byLink.status()).isEqualTo(200);
    assertThat(byLink.json().get("record").get("crossing").stringValue())
        .isEqualTo(crossing.toString());
    assertThat(door.send(door.bearer("/driver/waiting-record", "none")).status()).isEqualTo(401);
  }

  /// What is printed twice is one paper.
  @Test
  void ofAVehicleThatHasGoneTheSameRecordIsGivenAgain() {
    String left =
        "{\"crossing\":\"%s\",\"occurredAt\":\"%s\"}".formatted(crossing, door.gate.now());
    door.post(Role.GATE_DEVICE, "/reports/gate-left", left);
    String once = door.get(Role.TRADER, path()).raw().body();
    door.gate.now(Door.NOW.plus(Duration.ofHours(3)));
    door.arrive(1);
    assertThat(door.get(Role.CUSTOMS, path()).raw().body()).isEqualTo(once);
  }

  @Test
  void theCodeOfThePageIsTheAddress() {
    String html = new String(file("html"), StandardCharsets.UTF_8);
    Matcher digest = Pattern.compile("[0-9a-f]{64}").matcher(html);
    assertThat(digest.find()).isTrue();
    String said = door.get(Role.TRADER, path()).json().get("statement").stringValue();
    assertThat(said).endsWith(digest.group());
  }
}
