package io.clearway.link.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// Charts as markup that needs no script: bars side by side, bars that stand on each other, lines.
/// Two tones that print in black and white too.
final class Charts {

  static final String DARK = "#2f4554";
  static final String MIDDLE = "#8499a6";
  static final String LIGHT = "#b9c6cf";
  private static final String RULE = "#dfe3e6";
  private static final String INK = "#4d555c";

  private static final int WIDTH = 700;
  private static final int HEIGHT = 190;
  private static final int LEFT = 52;
  private static final int BOTTOM = 20;
  private static final int TOP = 8;
  private static final int STEPS = 4;

  private final StringBuilder svg = new StringBuilder();
  private final List<String> labels;
  private final double top;

  /// One row of values, and in which tone it is drawn.
  record Series(List<OptionalLong> values, String tone) {}

  /// How the numbers at the side are written.
  interface Scale {
    String of(long value);
  }

  private Charts(List<String> labels, long most, Scale scale, String title) {
    this.labels = labels;
    this.top = nice(most);
    svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"".formatted(WIDTH, HEIGHT))
        .append(Html.escaped(title))
        .append("\">");
    for (int step = 0; step <= STEPS; step++) {
      long value = Math.round(top * step / STEPS);
      line(LEFT, y(value), WIDTH, y(value), RULE);
      text(LEFT - 6, y(value) + 3.5, "end", scale.of(value));
    }
    for (int i = 0; i < labels.size(); i++) {
      text(x(i) + slot() / 2, HEIGHT - 5, "middle", labels.get(i));
    }
  }

  /// The least number of the form 1, 2, 2.5 or 5 with noughts that lets all values stay below four
  /// steps of it.
  private static double nice(long most) {
    double step = Math.max(1, most) / (double) STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
      if (step <= factor * power) {
        return factor * power * STEPS;
      }
    }
    return most;
  }

  /// Bars of each place side by side.
  static String beside(List<String> labels, List<Series> series, Scale scale, String title) {
    Charts chart = new Charts(labels, most(series), scale, title);
    double wide = chart.slot() * 0.72 / series.size();
    for (int s = 0; s < series.size(); s++) {
      Series one = series.get(s);
      for (int i = 0; i < labels.size(); i++) {
        double left = chart.x(i) + chart.slot() * 0.14 + s * wide;
        OptionalLong value = one.values().get(i);
        if (value.isPresent()) {
          chart.bar(left, wide - 1.5, 0, value.getAsLong(), one.tone());
        }
      }
    }
    return chart.done();
  }

  /// The second series stands on the first.
  static String above(List<String> labels, List<Series> series, Scale scale, String title) {
    long most = 0;
    for (int i = 0; i < labels.size(); i++) {
      long sum = 0;
      for (Series one : series) {
        sum += one.values().get(i).orElse(0);
      }
      most = Math.max(most, sum);
    }
    Charts chart = new Charts(labels, most, scale, title);
    for (int i = 0; i < labels.size(); i++) {
      long from = 0;
      for (Series one : series) {
        long value = one.values().get(i).orElse(0);
        chart.bar(
            chart.x(i) + chart.slot() * 0.2, chart.slot() * 0.6, from, from + value, one.tone());
        from += value;
      }
    }
    return chart.done();
  }

  /// A line a series, with a point at each value; a gap where there is none.
  static String lines(List<String> labels, List<Series> series, Scale scale, String title) {
    Charts chart = new Charts(labels, most(series), scale, title);
    for (Series one : series) {
      List<double[]> points = new ArrayList<>();
      for (int i = 0; i < labels.size(); i++) {
        OptionalLong value = one.values().get(i);
        if (value.isPresent()) {
          points.add(new double[] {chart.x(i) + chart.slot() / 2, chart.y(value.getAsLong())});
        }
      }
      chart.path(points, one.tone());
    }
    return chart.done();
  }

  private static long most(List<Series> series) {
    return series.stream()
        .flatMap(one -> one.values().stream())
        .mapToLong(value -> value.orElse(0))
        .max()
        .orElse(0);
  }

  private double slot() {
    return (WIDTH - LEFT) / (double) labels.size();
  }

  private double x(int place) {
    return LEFT + slot() * place;
  }

  private double y(long value) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (double) value / top);
  }

  private void bar(double left, double wide, long from, long to, String tone) {
    svg.append("<rect x=\"").append(number(left)).append("\" y=\"").append(number(y(to)));
    svg.append("\" width=\"").append(number(wide)).append("\" height=\"");
    svg.append(number(y(from) - y(to))).append("\" fill=\"").append(tone).append("\"/>");
  }

  private void line(double x1, double y1, double x2, double y2, String tone) {
    svg.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
    svg.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
    svg.append("\" stroke=\"").append(tone).append("\"/>");
  }

  private void path(List<double[]> points, String tone) {
    svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(tone);
    svg.append("\" points=\"");
    points.forEach(p -> svg.append(number(p[0])).append(',').append(number(p[1])).append(' '));
    svg.append("\"/>");
    for (double[] point : points) {
      svg.append("<circle r=\"3\" cx=\"").append(number(point[0])).append("\" cy=\"");
      svg.append(number(point[1])).append("\" fill=\"").append(tone).append("\"/>");
    }
  }

  private void text(double x, double y, String anchor, String text) {
    svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    svg.append("\" text-anchor=\"").append(anchor).append("\" fill=\"").append(INK).append("\">");
    svg.append(Html.escaped(text)).append("</text>");
  }

  private String done() {
    return svg.append("</svg>").toString();
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
