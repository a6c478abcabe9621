package io.clearway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.kernel.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Official totals: what is taken, what is not, and that nothing adds two measures.
class OfficialTest {

  private static final Instant NOW = Instant.parse("2025-01-20T03:00:00Z");

  @TempDir private Path dir = Path.of("");

  private static Map<String, String> line(String... changes) {
    Map<String, String> line =
        new TreeMap<>(
            Map.of(
                "measure", "GATE_TURNOVER",
                "period", "2024",
                "value", "66.4",
                "unit", "billion USD",
                "growthPercent", "27.6",
                "source", "a newspaper",
                "asOf", "2025-01-15"));
    for (int i = 0; i < changes.length; i += 2) {
      line.put(changes[i], changes[i + 1]);
    }
    return line;
  }

  @Test
  void whatWasPublishedIsTakenToTheDollar() {
    Sheet sheet =
        Sheet.of(
            List.of(
                line(),
                line(
                    "measure",
                    "CUSTOMS_REVENUE",
                    "branch",
                    "Tan Thanh",
                    "value",
                    "665",
                    "plan",
                    "550",
                    "unit",
                    "billion VND",
                    "growthPercent",
                    "")));
    assertThat(sheet.faults()).isEmpty();
    assertThat(sheet.totals().getFirst().amount()).isEqualTo(66_400_000_000L);
    assertThat(sheet.totals().getLast().ofPlan()).contains(new BigDecimal("1.2091"));
  }

  @Test
  void everyWrongLineIsNamedByLineAndField() {
    Sheet sheet =
        Sheet.of(
            List.of(
                line(),
                line("measure", "EVERYTHING", "period", "2024-13", "value", "66,4"),
                line("period", "2023", "unit", "billion VND"),
                line("period", "2022", "unit", "apples", "source", " ", "asOf", "2020-01-01"),
                line("period", "2021", "plan", "70", "growthPercent", "much", "asOf", "2022-01-01"),
                line(),
                line("period", "2019", "branch", "x".repeat(61), "colour", "red"),
                line("period", "2018", "value", "0.0000000001")));
    assertThat(sheet.faults().stream().map(fault -> fault.path() + " " + fault.code()))
        .containsExactlyInAnyOrder(
            "lines[1].measure MEASURE_UNKNOWN",
            "lines[1].period PERIOD_FORMAT",
            "lines[1].value AMOUNT_FORMAT",
            "lines[2].unit UNIT_OF_ANOTHER",
            "lines[3].unit UNIT_UNKNOWN",
            "lines[3].source SOURCE_MISSING",
            "lines[3].asOf AS_OF_INVALID",
            "lines[4].plan PLAN_WITHOUT_REVENUE",
            "lines[4].growthPercent GROWTH_FORMAT",
            "lines[5].period LINE_TWICE",
            "lines[6].branch TEXT_UNFIT",
            "lines[6].colour COLUMN_UNKNOWN",
            "lines[7].value AMOUNT_FORMAT");
    assertThat(Sheet.of(List.of()).faults())
        .extracting(Violation::code)
        .containsExactly("LINES_COUNT");
  }

  private static Statistics of(String complex) {
    return new StatisticsTables(Kept.DATABASE, complex);
  }

  private static long gateTurnover(Statistics statistics) {
    return statistics.totals().stream()
        .filter(total -> total.period().equals(Period.year(2024)))
        .mapToLong(Official::amount)
        .sum();
  }

  /// What stands is what was imported last; the same again is the same import.
  @Test
  void aLaterImportStandsAndTheSameTwiceIsOne() throws SQLException {
    Kept kept = new Kept();
    Statistics statistics = of(kept.complex);
    assertThat(statistics.bring("a.csv", List.of(line()), 7, NOW)).isEqualTo(1);
    assertThat(statistics.bring("a.csv", List.of(line()), 7, NOW)).isEqualTo(1);
    assertThat(statistics.bring("b.csv", List.of(line("value", "66.5")), 7, NOW)).isEqualTo(2);
    assertThat(gateTurnover(statistics)).isEqualTo(66_500_000_000L);
    assertThat(statistics.bring("a.csv", List.of(line()), 7, NOW)).isEqualTo(3);
    assertThat(gateTurnover(statistics)).isEqualTo(66_400_000_000L);
    assertThat(statistics.totals()).hasSize(1);
  }

  @Test
  void anImportOutlivesARebuild() throws SQLException {
    Kept kept = new Kept();
    StatisticsTables statistics = new StatisticsTables(Kept.DATABASE, kept.complex);
    statistics.bring("a.csv", List.of(line(), line("period", "2023", "value", "51.99")), 7, NOW);
    List<Official> before = statistics.totals();
    Projector.forget(Kept.DATABASE, kept.complex);
    kept.catchUp();
    assertThat(statistics.totals()).isEqualTo(before);
    run("delete from official_total where complex = ?", kept.complex);
    assertThat(statistics.totals()).isEmpty();
    statistics.renewTotals();
    assertThat(statistics.totals()).isEqualTo(before).hasSize(2);
  }

  @Test
  void whatWasSaidCannotBeChangedUnseen() throws SQLException {
    Kept kept = new Kept();
    StatisticsTables statistics = new StatisticsTables(Kept.DATABASE, kept.complex);
    statistics.bring("a.csv", List.of(line()), 7, NOW);
    statistics.bring("b.csv", List.of(line("value", "66.5")), 7, NOW);
    run(
        "update official_import set lines = replace(lines, '66.4', '76.4') where complex = ?",
        kept.complex);
    assertThatThrownBy(statistics::renewTotals)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("import 1");
  }

  private static void run(String sql, String complex) throws SQLException {
    try (Connection connection = Kept.DATABASE.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, complex);
      statement.executeUpdate();
    }
  }

  /// The compiler refuses to add two measures, and takes two of one.
  @Test
  void noTotalAddsAcrossMeasures() {
    assertThat(compiles("gate.plus(gate)")).isTrue();
    for (String other : List.of("declared", "revenue", "infrastructure", "transfer")) {
      assertThat(compiles("gate.plus(" + other + ")")).as(other).isFalse();
      assertThat(compiles(other + ".plus(" + other + ")")).as(other).isTrue();
    }
    assertThat(compiles("infrastructure.plus(transfer)")).isFalse();
  }

  /// And who goes around the type is stopped.
  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void nobodyGoesAroundTheType() {
    Total gate = new Total<>(new Measure.GateTurnover(), 1);
    Total declared = new Total<>(new Measure.DeclaredTurnover(), 1);
    assertThatThrownBy(() -> gate.plus(declared)).hasMessageContaining("never added");
  }

  private boolean compiles(String sum) {
    String text =
        """
        package io.clearway.statistics;
        class Adds {
          Object of(Total<Measure.GateTurnover> gate, Total<Measure.DeclaredTurnover> declared,
              Total<Measure.CustomsRevenue> revenue, Total<Measure.TransshipmentFee> transfer,
              Total<Measure.InfrastructureFee> infrastructure) {
            return %s;
          }
        }
        """
            .formatted(sum);
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Adds.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignore) {
            return text;
          }
        };
    var options =
        List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", dir.toString());
    return ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, new DiagnosticCollector<>(), options, null, List.of(source))
        .call();
  }
}
