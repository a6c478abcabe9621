package io.clearway.link.print;

import io.clearway.statistics.Answer;
import io.clearway.statistics.Answer.Fractions;
import io.clearway.statistics.Official;
import io.clearway.statistics.Projector;
import io.clearway.statistics.Question;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Statistics and official totals as JSON. What is not known is left out.
public final class StatisticsJson {

  private StatisticsJson() {}

  public static ObjectNode of(Answer answer) {
    Question question = answer.question();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("definition", Projector.DEFINITION).put("period", question.period().toString());
    node.put("step", question.step().name()).put("by", question.by().name());
    node.put("zone", question.zone().getId());
    node.put("asOfSeq", answer.asOfSeq()).put("asOf", answer.asOf().toString());
    var lines = node.putArray("lines");
    answer.lines().forEach(line -> lines.add(line(line)));
    return node;
  }

  private static ObjectNode line(Answer.Line line) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("period", line.period().toString()).put("group", line.group());
    node.put("vehicles", line.amounts().vehicles()).put("weightKg", line.amounts().weightKg());
    node.put("valueVnd", line.amounts().valueVnd());
    node.put("lines", line.amounts().lines()).put("valuedLines", line.amounts().valued());
    line.stay()
        .ifPresent(stay ->
            node.putObject("stay")
                .put("vehicles", stay.vehicles())
                .put("median", stay.median().toSeconds())
                .put("p95", stay.p95().toSeconds()));
    fractions(node, "share", line.share());
    fractions(node, "growthBefore", line.before());
    fractions(node, "growthYearBefore", line.yearBefore());
    return node;
  }

  private static void fractions(ObjectNode node, String name, Fractions fractions) {
    if (!fractions.equals(Fractions.UNKNOWN)) {
      ObjectNode of = node.putObject(name);
      fractions.vehicles().ifPresent(it -> of.put("vehicles", it));
      fractions.weightKg().ifPresent(it -> of.put("weightKg", it));
      fractions.valueVnd().ifPresent(it -> of.put("valueVnd", it));
    }
  }

  /// Each measure for itself: there is no total of them.
  public static ObjectNode of(List<Official> totals) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    var lines = node.putArray("totals");
    for (Official total : totals) {
      ObjectNode line =
          lines
              .addObject()
              .put("measure", total.measure().code())
              .put("unit", total.measure().unit().name())
              .put("period", total.period().toString())
              .put("branch", total.branch())
              .put("value", total.amount());
      total.plan().ifPresent(plan -> line.put("plan", plan));
      total.ofPlan().ifPresent(share -> line.put("ofPlan", share));
      total.growth().ifPresent(percent -> line.put("publishedGrowthPercent", percent));
      Official.growth(total, totals).ifPresent(growth -> line.put("growth", growth));
      line.put("source", total.source()).put("asOf", total.asOf().toString());
    }
    return node;
  }
}
