package io.clearway.link.payment;

import io.clearway.fee.FeeCommand;
import io.clearway.journal.Digest;
import io.clearway.kernel.Money;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The bank's file of a day: CSV in UTF-8 with the header `transaction,payment,amount,at`. A wrong
/// one is not taken; every mistake is named by its line and field, as `file[7].amount`.
public final class BankFile {

  static final String HEADER = "transaction,payment,amount,at";

  /// What a file of as many lines weighs at the most, and a bit more.
  static final int BYTES = 4 << 20;

  private static final int LINES = 20_000;
  private static final int CELLS = 4;
  private static final long MOST = 1_000_000_000_000_000L;
  private static final String MARK = "\uFEFF";

  private final String text;
  private final List<FeeCommand.BankLine> lines = new ArrayList<>();
  private final List<Violation> mistakes = new ArrayList<>();

  private BankFile(String text) {
    this.text = text;
  }

  public static BankFile read(String text) {
    BankFile file = new BankFile(text);
    List<String> rows = text.lines().toList();
    if (rows.isEmpty() || !rows.getFirst().replace(MARK, "").strip().equals(HEADER)) {
      file.mistake(1, "", "HEADER_EXPECTED", "The first line is " + HEADER + ".");
    } else if (rows.size() > LINES) {
      file.mistake(LINES, "", "TOO_MANY", "At most " + LINES + " lines are read.");
    } else {
      for (int i = 1; i < rows.size(); i++) {
        if (!rows.get(i).isBlank()) {
          file.row(i + 1, rows.get(i).split(",", -1));
        }
      }
    }
    return file;
  }

  List<FeeCommand.BankLine> lines() {
    return List.copyOf(lines);
  }

  /// In order of their lines; none when it can be taken.
  public List<Violation> mistakes() {
    return List.copyOf(mistakes);
  }

  /// The one day on which all its lines lie.
  public Optional<LocalDate> day(ZoneId zone) {
    List<LocalDate> days =
        lines.stream().map(line -> LocalDate.ofInstant(line.at(), zone)).distinct().toList();
    return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
  }

  /// The same text is the same file, wherever it comes in.
  ///
  /// @param day ISO date, by the gate's calendar
  public FeeCommand.Reconcile command(String day) {
    Digest digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
    return new FeeCommand.Reconcile(day, HexFormat.of().formatHex(digest.bytes()), lines());
  }

  private void mistake(int line, String field, String code, String message) {
    String path = "file[" + line + "]" + (field.isEmpty() ? "" : "." + field);
    mistakes.add(new Violation(path, code, "E-1", message));
  }

  private void row(int line, String[] cells) {
    if (cells.length != CELLS) {
      mistake(line, "", "ROW_FORMAT", "A line has a transaction, a payment, an amount and a time.");
      return;
    }
    int before = mistakes.size();
    String transaction = cells[0].strip();
    if (transaction.isEmpty() || transaction.length() > BankReport.TRANSACTION) {
      mistake(
          line, "transaction", "TEXT_LENGTH", "1 to " + BankReport.TRANSACTION + " characters.");
    }
    Optional<UUID> payment = Fields.uuidOf(cells[1].strip());
    if (payment.isEmpty() && !cells[1].isBlank()) {
      mistake(line, "payment", "ID_FORMAT", "The payment is a UUID, or empty.");
    }
    String amount = cells[2].strip();
    if (!amount.matches("[0-9]{1,16}") || Long.parseLong(amount) > MOST) {
      mistake(line, "amount", "NUMBER_OUT_OF_RANGE", "An amount is whole dong.");
    }
    Optional<Instant> at = time(cells[3].strip());
    if (at.isEmpty()) {
      mistake(line, "at", "TIME_INVALID", "A time is expected, as 2025-08-29T08:26:00+07:00.");
    }
    if (mistakes.size() == before) {
      Money dong = new Money(Long.parseLong(amount));
      lines.add(new FeeCommand.BankLine(transaction, payment, dong, at.orElseThrow()));
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      OffsetDateTime at = OffsetDateTime.parse(text);
      return at.getYear() >= 2000 && at.getYear() <= 2200
          ? Optional.of(at.toInstant())
          : Optional.empty();
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
