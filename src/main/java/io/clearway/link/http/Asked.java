package io.clearway.link.http;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The parameters of a query. Every fault is noted and reading goes on; [#close()] ends the request
/// when there was one.
public final class Asked {

  private final Call call;
  private final List<Violation> found = new ArrayList<>();

  public Asked(Call call) {
    this.call = call;
  }

  private void fault(String name, String code, String message) {
    found.add(new Violation(name, code, "E-1", message));
  }

  public Optional<String> gate() {
    Optional<String> gate = call.query("gate");
    if (gate.isPresent() && call.site().places().findLine(gate.get()).isEmpty()) {
      fault("gate", "GATE_UNKNOWN", "There is no such gate.");
    }
    return gate;
  }

  public Optional<Direction> direction() {
    return oneOf("direction", Direction.class);
  }

  /// One of the words of an enum, if anything is asked.
  public <T extends Enum<T>> Optional<T> oneOf(String name, Class<T> type) {
    Optional<String> text = call.query(name);
    for (T word : type.getEnumConstants()) {
      if (text.filter(word.name()::equals).isPresent()) {
        return Optional.of(word);
      }
    }
    if (text.isPresent()) {
      fault(name, "UNKNOWN_WORD", "There is no such word.");
    }
    return Optional.empty();
  }

  /// One of two words; the first when nothing is asked.
  public String word(String name, String usual, String other) {
    String text = call.query(name).orElse(usual);
    if (!text.equals(usual) && !text.equals(other)) {
      fault(name, "UNKNOWN_WORD", usual + " or " + other + " is expected.");
    }
    return text;
  }

  /// One of several words; the first when nothing is asked.
  public String choice(String name, List<String> words) {
    String text = call.query(name).orElse(words.getFirst());
    if (words.contains(text)) {
      return text;
    }
    fault(name, "UNKNOWN_WORD", "One of " + String.join(", ", words) + " is expected.");
    return words.getFirst();
  }

  /// A whole number of at most 18 digits, within bounds.
  public long number(String name, long otherwise, long least, long most) {
    if (call.query(name).isEmpty()) {
      return otherwise;
    }
    String text = call.query(name).get();
    if (!text.matches("[0-9]{1,18}")) {
      fault(name, "NUMBER_FORMAT", "A whole number is expected.");
      return otherwise;
    }
    long number = Long.parseLong(text);
    if (number < least || number > most) {
      fault(
          name, "NUMBER_OUT_OF_RANGE", "A number from " + least + " to " + most + " is expected.");
    }
    return number;
  }

  /// The day that is asked for, else the gate's today.
  public LocalDate day(String name) {
    LocalDate today = LocalDate.ofInstant(call.seen().at(), call.site().zone());
    Optional<String> text = call.query(name);
    try {
      LocalDate day = text.map(LocalDate::parse).orElse(today);
      if (day.getYear() >= 2000 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeException unreadable) {
      // said below, once for both
    }
    fault(name, "DATE_INVALID", "A day is expected, as 2025-08-29.");
    return today;
  }

  /// A text of some form, if anything is asked.
  public <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String expected) {
    Optional<String> text = call.query(name);
    Optional<T> read = text.flatMap(reader);
    if (text.isPresent() && read.isEmpty()) {
      fault(name, "UNREADABLE", expected);
    }
    return read;
  }

  /// What is asked beside something else must fit it.
  public void fits(String name, boolean fits, String message) {
    if (!fits) {
      fault(name, "UNFIT", message);
    }
  }

  /// What may not be asked together with something else.
  public void notWith(String name, boolean other, String message) {
    if (other && call.query(name).isPresent()) {
      fault(name, "NOT_TOGETHER", message);
    }
  }

  /// @throws Problem.Halt naming every fault, and what was asked that is not known
  public void close() {
    found.addAll(call.unread());
    Problem.none(found);
  }
}
