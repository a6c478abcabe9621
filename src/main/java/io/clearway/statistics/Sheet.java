package io.clearway.statistics;

import io.clearway.kernel.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Official totals as an operator brings them: every wrong line is named by line and field, and one
/// wrong line is enough that nothing is taken. Rules: Z-9 to Z-12.
public final class Sheet {

  /// The columns, in their order.
  public static final List<String> COLUMNS =
      List.of(
          "measure",
          "period",
          "branch",
          "value",
          "plan",
          "unit",
          "growthPercent",
          "source",
          "asOf");

  /// Most lines.
  public static final int LINES = 5_000;

  private static final int TEXT = 500;
  private static final int BRANCH = 60;
  private static final String NUMBER = "-?[0-9]{1,15}(\\.[0-9]{1,9})?";

  /// Of a unit that is not known: so that its number is not at fault as well.
  private static final long UNKNOWN_SCALE = 1_000_000_000L;

  private static final Map<String, Long> SCALES =
      Map.of("", 1L, "million ", 1_000_000L, "billion ", 1_000_000_000L);

  private final List<Violation> faults = new ArrayList<>();
  private final List<Official> totals = new ArrayList<>();
  private String path = "";
  private Map<String, String> line = Map.of();

  private Sheet() {}

  /// @param lines by column; what is missing is empty
  public static Sheet of(List<Map<String, String>> lines) {
    Sheet sheet = new Sheet();
    if (lines.isEmpty() || lines.size() > LINES) {
      sheet.faults.add(
          new Violation(
              "lines", "LINES_COUNT", "Z-9", "From 1 to " + LINES + " lines are expected."));
      return sheet;
    }
    for (int i = 0; i < lines.size(); i++) {
      sheet.path = "lines[" + i + "]";
      sheet.line = new TreeMap<>(lines.get(i));
      sheet.read();
    }
    return sheet;
  }

  /// What is wrong; empty when all of it can be taken.
  public List<Violation> faults() {
    return List.copyOf(faults);
  }

  /// What it says.
  public List<Official> totals() {
    return List.copyOf(totals);
  }

  private void read() {
    line.keySet().stream()
        .filter(name -> !COLUMNS.contains(name))
        .forEach(name -> fault(name, "COLUMN_UNKNOWN", "There is no such column."));
    Optional<Measure> measure = Measure.find(text("measure", BRANCH));
    if (measure.isEmpty()) {
      fault("measure", "MEASURE_UNKNOWN", "A measure is expected, as GATE_TURNOVER.");
    }
    Optional<Period> period = Period.of(text("period", BRANCH));
    if (period.isEmpty()) {
      fault(
          "period", "PERIOD_FORMAT", "A period is expected, as 2024, 2024-10 or 2024-01/2024-10.");
    }
    long scale = scale(measure);
    Optional<Long> value = amount("value", scale);
    OptionalLong plan = plan(measure, scale);
    Optional<BigDecimal> growth = growth();
    String source = text("source", TEXT);
    if (source.isEmpty()) {
      fault("source", "SOURCE_MISSING", "Where it was published is expected.");
    }
    Optional<LocalDate> asOf = asOf(period);
    if (measure.isPresent() && period.isPresent() && value.isPresent() && asOf.isPresent()) {
      add(
          new Official(
              measure.get(),
              period.get(),
              text("branch", BRANCH),
              value.get(),
              plan,
              growth,
              source,
              asOf.get()));
    }
  }

  private void add(Official total) {
    if (totals.stream().anyMatch(total::isSameAs)) {
      fault("period", "LINE_TWICE", "A line above says the same measure, period and branch.");
    }
    totals.add(total);
  }

  /// A number in the unit of its measure: a dollar is no dong.
  private long scale(Optional<Measure> measure) {
    String unit = text("unit", BRANCH);
    for (Map.Entry<String, Long> scale : SCALES.entrySet()) {
      for (Measure.Unit known : Measure.Unit.values()) {
        if (unit.equals(scale.getKey() + known)) {
          if (measure.isPresent() && measure.get().unit() != known) {
            fault("unit", "UNIT_OF_ANOTHER", "It is counted in " + measure.get().unit() + ".");
          }
          return scale.getValue();
        }
      }
    }
    fault("unit", "UNIT_UNKNOWN", "USD or VND is expected, or million or billion of them.");
    return UNKNOWN_SCALE;
  }

  private Optional<Long> amount(String field, long scale) {
    String text = text(field, BRANCH);
    if (text.matches(NUMBER)) {
      try {
        long whole = new BigDecimal(text).multiply(BigDecimal.valueOf(scale)).longValueExact();
        if (whole >= 0) {
          return Optional.of(whole);
        }
      } catch (ArithmeticException tooLargeOrBroken) {
        // said below, once for all
      }
    }
    fault(field, "AMOUNT_FORMAT", "A number of whole dollars or dong is expected, as 66.4.");
    return Optional.empty();
  }

  private OptionalLong plan(Optional<Measure> measure, long scale) {
    if (text("plan", BRANCH).isEmpty()) {
      return OptionalLong.empty();
    }
    if (measure.filter(m -> !(m instanceof Measure.CustomsRevenue)).isPresent()) {
      fault("plan", "PLAN_WITHOUT_REVENUE", "Only customs revenue has a plan.");
    }
    return amount("plan", scale).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private Optional<BigDecimal> growth() {
    String text = text("growthPercent", BRANCH);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches(NUMBER)) {
      fault("growthPercent", "GROWTH_FORMAT", "A number of per cent is expected, as 27.6.");
      return Optional.empty();
    }
    BigDecimal percent = new BigDecimal(text);
    return Optional.of(percent.setScale(Math.min(2, percent.scale()), RoundingMode.HALF_EVEN));
  }

  private Optional<LocalDate> asOf(Optional<Period> period) {
    try {
      LocalDate day = LocalDate.parse(text("asOf", BRANCH));
      if (period.isEmpty() || !day.isBefore(period.get().first())) {
        return Optional.of(day);
      }
    } catch (DateTimeException none) {
      // said below, once for both
    }
    fault("asOf", "AS_OF_INVALID", "A day is expected that is not before the period.");
    return Optional.empty();
  }

  private String text(String field, int most) {
    String text = line.getOrDefault(field, "").strip();
    if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      fault(field, "TEXT_UNFIT", "A text of at most " + most + " characters is expected.");
      return text.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(most, text.length()));
    }
    return text;
  }

  private void fault(String field, String code, String message) {
    faults.add(new Violation(path + "." + field, code, "Z-9", message));
  }
}
