package io.clearway.link.print;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;

/// A [Slip] as a page to print.
final class SlipPage {

  private static final String STYLE =
      PrintStyle.PORTRAIT
          + """
          body{max-width:700px}h1{border-bottom:2px solid #15181b;padding-bottom:6px}
          .rows th{width:38%;font-weight:400;color:#3a4148}.rows td{overflow-wrap:anywhere}
          figure{display:flex;gap:16px;align-items:center;margin:18px 0 6px;break-inside:avoid}
          figure svg{width:34mm;height:34mm;flex:none}
          figcaption{font-size:12px;color:#3a4148;overflow-wrap:anywhere}
          """;

  /// Light modules that stand around a code, or it is not read.
  static final int QUIET = 4;

  private final Html html = new Html();
  private boolean rows;

  private SlipPage() {}

  static String of(Slip slip) {
    SlipPage page = new SlipPage();
    page.html.element("h1", slip.title());
    slip.parts().forEach(page::part);
    page.end();
    return page.html.page(new Wording(slip.language()), slip.title(), STYLE, "");
  }

  private void part(Slip.Part part) {
    switch (part) {
      case Slip.Part.Heading(String text) -> closed().element("h2", text);
      case Slip.Part.Note(String text) -> closed().element("p", "small", text);
      case Slip.Part.Row(String label, String value) -> {
        if (!rows) {
          html.raw("<table class=\"rows\"><tbody>");
          rows = true;
        }
        html.raw("<tr>").element("th", label).element("td", value).raw("</tr>");
      }
      case Slip.Part.Table(List<String> head, List<List<String>> body) -> table(head, body);
      case Slip.Part.Code(String content, String caption) -> {
        closed().raw("<figure>").raw(svg(content, caption));
        html.element("figcaption", caption).raw("</figure>");
      }
    }
  }

  private Html closed() {
    end();
    return html;
  }

  /// Rows that follow each other are one table.
  private void end() {
    if (rows) {
      html.raw("</tbody></table>");
      rows = false;
    }
  }

  private void table(List<String> head, List<List<String>> body) {
    closed().raw("<table><thead><tr>");
    head.forEach(cell -> html.element("th", cell));
    html.raw("</tr></thead><tbody>");
    for (List<String> row : body) {
      html.raw("<tr>");
      row.forEach(cell -> html.element("td", cell));
      html.raw("</tr>");
    }
    html.raw("</tbody></table>");
  }

  static QrCode code(String content) {
    return QrCode.encodeText(content, QrCode.Ecc.MEDIUM);
  }

  private static String svg(String content, String caption) {
    QrCode code = code(content);
    int size = code.size + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"".formatted(size, size)
        + Html.escaped(caption)
        + "\" shape-rendering=\"crispEdges\"><path d=\""
        + path
        + "\"/></svg>";
  }
}
