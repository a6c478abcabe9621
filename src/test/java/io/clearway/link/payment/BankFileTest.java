package io.clearway.link.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.fee.FeeCommand;
import io.clearway.kernel.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// F-47: the bank's file of a day.
class BankFileTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String HEAD = BankFile.HEADER + "\n";
  private static final String GOOD =
      "T-1,01990fd8-2f00-7a11-8c3e-5b7d91e0a0f1,800000,2025-08-29T12:00:00+07:00\n";

  @Test
  void everyMistakeIsNamedByLineAndField() {
    String text =
        HEAD
            + GOOD
            + "\n,x,7.5,yesterday\n"
            + "T-2,,5\n"
            + ("x".repeat(65) + ",,1,2025-08-29T12:00:00+07:00\n")
            + "T-3,,1000000000000001,2025-08-29T12:00:00\n";
    assertThat(BankFile.read(text).mistakes())
        .extracting(mistake -> mistake.path() + " " + mistake.code())
        .containsExactly(
            "file[4].transaction TEXT_LENGTH",
            "file[4].payment ID_FORMAT",
            "file[4].amount NUMBER_OUT_OF_RANGE",
            "file[4].at TIME_INVALID",
            "file[5] ROW_FORMAT",
            "file[6].transaction TEXT_LENGTH",
            "file[7].amount NUMBER_OUT_OF_RANGE",
            "file[7].at TIME_INVALID");
  }

  @Test
  void whatASpreadsheetPutsBeforeAndBetweenLinesIsNoMistake() {
    BankFile file = BankFile.read("\uFEFF" + (HEAD + GOOD).replace("\n", "\r\n"));
    assertThat(file.mistakes()).isEmpty();
    assertThat(file.lines())
        .extracting(FeeCommand.BankLine::amount)
        .containsExactly(new Money(800_000));
  }

  @Test
  void whatHasNoHeadIsNotRead() {
    assertThat(BankFile.read("").mistakes().getFirst().code()).isEqualTo("HEADER_EXPECTED");
    assertThat(BankFile.read(GOOD).mistakes().getFirst().path()).isEqualTo("file[1]");
    assertThat(BankFile.read(HEAD + GOOD.repeat(20_000)).mistakes().getFirst().code())
        .isEqualTo("TOO_MANY");
  }

  /// By the gate's calendar: half past midnight there is the day before by Greenwich.
  @Test
  void itsDayIsTheOneOfAllItsLines() {
    String night = GOOD.replace("12:00:00", "00:30:00");
    assertThat(BankFile.read(HEAD + GOOD + night).day(ZONE))
        .contains(LocalDate.parse("2025-08-29"));
    String other = GOOD.replace("08-29", "08-30");
    assertThat(BankFile.read(HEAD + GOOD + other).day(ZONE)).isEmpty();
    assertThat(BankFile.read(HEAD).day(ZONE)).isEmpty();
  }

  @Test
  void theSameTextIsTheSameFile() {
    String text = HEAD + GOOD;
    assertThat(BankFile.read(text).command("2025-08-29"))
        .isEqualTo(BankFile.read(text).command("2025-08-29"));
    assertThat(BankFile.read(text + "\n").command("2025-08-29").digest())
        .isNotEqualTo(BankFile.read(text).command("2025-08-29").digest());
  }
}
