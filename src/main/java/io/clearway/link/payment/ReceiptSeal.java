package io.clearway.link.payment;

import io.clearway.kernel.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What proves that a paper says what we gave out: a digest with a key of this installation over
/// number, amount and day, which stand in the paper's QR code. So a paper can be checked for as
/// long as the key is kept, also when nothing else of the receipt is held any more.
public final class ReceiptSeal {

  private static final String FILE = "receipt.key";

  /// 128 bits: short enough for a code, and nobody guesses one.
  private static final int DIGITS = 32;

  private final BankKey key;

  private ReceiptSeal(BankKey key) {
    this.key = key;
  }

  /// With `receipt.key` of the data folder, 64 hexadecimal digits; makes one when there is none.
  public static ReceiptSeal open(Path dataFolder) {
    return new ReceiptSeal(BankKey.open(dataFolder, FILE));
  }

  public static ReceiptSeal of(String digits) {
    return new ReceiptSeal(BankKey.of(digits));
  }

  /// What is sealed.
  ///
  /// @param number as it is printed
  /// @param day by the gate's calendar
  /// @param cancels the receipt that it takes back, as that is printed
  record Said(
      String complex, String number, Money amount, LocalDate day, Optional<String> cancels) {

    String issuer() {
      return number.substring(0, number.indexOf('/'));
    }

    private List<String> texts() {
      String other = cancels.orElse("");
      return List.of(
          "receipt", complex, number, Long.toString(amount.dong()), day.toString(), other);
    }
  }

  String of(Said said) {
    return key.sign(said.texts()).substring(0, DIGITS);
  }

  /// Takes as long for a wrong seal as for a right one.
  boolean fits(String seal, Said said) {
    return BankKey.same(seal, of(said));
  }

  /// Where anybody can check that paper.
  ///
  /// @param base of this installation, as `https://gate.example`
  String address(String base, Said said) {
    return base
        + ("/receipt-check?number=" + encoded(said.number()) + "&amount=" + said.amount().dong())
        + said.cancels().map(other -> "&cancels=" + encoded(other)).orElse("")
        + ("&day=" + said.day() + "&seal=" + of(said));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }
}
