package io.clearway.link.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that somebody brings.
class WaitingFileTest {

  private final WaitingSeal seal = SpoiltRecord.seal();
  private final WaitingFile.Signed signed = WaitingFile.sign(SpoiltRecord.record(), seal);

  private boolean genuine(byte[] file) {
    return WaitingFile.check(file, seal.publicKey()).genuine();
  }

  @Test
  void noByteOfAnyFormChangesUnseen() {
    assertThat(SpoiltRecord.passed()).isEmpty();
  }

  @Test
  void theSameRecordIsTheSameFile() {
    assertThat(WaitingFile.sign(SpoiltRecord.record(), seal).bytes()).isEqualTo(signed.bytes());
  }

  @Test
  void whatIsLongerOrShorterIsNotOurs() {
    byte[] file = signed.bytes();
    assertThat(genuine(Arrays.copyOf(file, file.length - 1))).isFalse();
    assertThat(genuine(Arrays.copyOf(file, file.length + 1))).isFalse();
    byte[] page = WaitingFile.page("<p>", seal);
    byte[] before = new byte[page.length + 1];
    System.arraycopy(page, 0, before, 1, page.length);
    assertThat(genuine(before)).isFalse();
    assertThat(genuine(new byte[0])).isFalse();
    assertThat(genuine(new byte[] {'\n'})).isFalse();
  }

  /// A signature of one thing does not stand for another.
  @Test
  void theSignatureOfAPaperIsNoneOfARecord() {
    String digest = "ab".repeat(32);
    String ofFile = seal.sign(WaitingSeal.Subject.FILE, digest);
    assertThat(seal.fits(WaitingSeal.Subject.FILE, digest, ofFile)).isTrue();
    assertThat(seal.fits(WaitingSeal.Subject.RECORD, digest, ofFile)).isFalse();
  }

  @Test
  void theStatementReadsBackAndNamesNoVehicle() {
    String text = signed.statement().text();
    assertThat(WaitingStatement.parse(text)).contains(signed.statement());
    assertThat(text).doesNotContain("29C12345", "2026112400001").matches("[A-Za-z0-9_.~-]+");
    assertThat(new String(signed.bytes(), StandardCharsets.UTF_8)).contains("29C12345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "waiting-1",
        "waiting-2~a~HN~EXPORT~1~2~3~AGENCY.CUSTOMS.1.1~",
        "waiting-1~a~HN~UP~1~2~3~DDDD",
        "waiting-1~a~HN~EXPORT~1~2~x~DDDD",
        "waiting-1~a~HN~EXPORT~1~2~3~NOBODY.CUSTOMS.1.1~DDDD",
        "waiting-1~a~HN~EXPORT~1~2~3~AGENCY.NOBODY.1.1~DDDD",
        "waiting-1~a~HN~EXPORT~1~2~3~AGENCY.CUSTOMS.1~DDDD",
        "waiting-1~a~HN~EXPORT~01~2~3~DDDD"
      })
  void whatIsNoStatementIsNone(String text) {
    assertThat(WaitingStatement.parse(text.replace("DDDD", "ab".repeat(32)))).isEmpty();
  }
}
