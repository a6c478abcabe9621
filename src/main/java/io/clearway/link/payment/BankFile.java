package io.clearway.link.payment;

import io.clearway.fee.FeeCommand;
import io.clearway.kernel.Money;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The bank's file of a day: CSV in UTF-8 with the header `transaction,payment,amount,at`. A wrong
/// one is not taken; every mistake is named by its line.
final class BankFile {

  static final String HEADER = "transaction,payment,amount,at";
  private static final int LINES = 20_000;
  private static final int CELLS = 4;
  private static final long MOST = 1_000_000_000_000_000L;

  private final List<FeeCommand.BankLine> lines = new ArrayList<>();
  private final List<Violation> mistakes = new ArrayList<>();

  private BankFile() {}

  static BankFile read(String text) {
    BankFile file = new BankFile();
    List<String> rows = text.lines().toList();
    if (rows.isEmpty() || !rows.getFirst().strip().equals(HEADER)) {
      file.mistake(1, "HEADER_EXPECTED", "The first line is " + HEADER + ".");
    } else if (rows.size() > LINES) {
      file.mistake(LINES, "TOO_MANY", "At most " + LINES + " lines are read.");
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

  List<Violation> mistakes() {
    return List.copyOf(mistakes);
  }

  private void mistake(int line, String code, String message) {
    mistakes.add(new Violation("file:" + line, code, "E-1", message));
  }

  private void row(int line, String[] cells) {
    if (cells.length != CELLS || cells[0].isBlank()) {
      mistake(line, "ROW_FORMAT", "A line has a transaction, a payment, an amount and a time.");
      return;
    }
    Optional<UUID> payment = Fields.uuidOf(cells[1].strip());
    Optional<Instant> at = time(cells[3].strip());
    boolean whole = cells[2].strip().matches("[0-9]{1,15}");
    if (payment.isEmpty() && !cells[1].isBlank()) {
      mistake(line, "ID_FORMAT", "The payment is a UUID, or empty.");
    }
    if (at.isEmpty()) {
      mistake(line, "TIME_INVALID", "A time is expected, as 2025-08-29T08:26:00+07:00.");
    }
    if (!whole || Long.parseLong(cells[2].strip()) > MOST) {
      mistake(line, "NUMBER_OUT_OF_RANGE", "An amount is whole dong.");
    } else if (at.isPresent()) {
      Money amount = new Money(Long.parseLong(cells[2].strip()));
      lines.add(new FeeCommand.BankLine(cells[0].strip(), payment, amount, at.get()));
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
