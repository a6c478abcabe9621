package io.clearway.link.print;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/// A [Slip] as PDF.
final class SlipPdf {

  private static final float TITLE = 17;
  private static final float HEADING = 12.5f;
  private static final float BODY = 10.5f;
  private static final float SMALL = 9;
  private static final float LABELS = 0.38f;
  private static final float PAD = 4;
  private static final float GAP = 10;

  /// Side of a code, with what is light around it.
  private static final float CODE = 110;

  private final PdfPen pen;

  private SlipPdf(PdfPen pen) {
    this.pen = pen;
  }

  static byte[] of(Slip slip) {
    try (PdfPen pen = PdfPen.open(slip.title(), slip.language())) {
      SlipPdf pdf = new SlipPdf(pen);
      pdf.cells(List.of(slip.title()), List.of(PdfPen.WIDTH), TITLE, true);
      pen.rule(1.2f);
      pen.down(GAP);
      slip.parts().forEach(pdf::part);
      return pen.bytes();
    }
  }

  private void part(Slip.Part part) {
    switch (part) {
      case Slip.Part.Heading(String text) -> {
        pen.down(GAP);
        pen.room(4 * HEADING + 4 * PAD);
        cells(List.of(text), List.of(PdfPen.WIDTH), HEADING, true);
      }
      case Slip.Part.Note(String text) -> cells(List.of(text), List.of(PdfPen.WIDTH), SMALL, false);
      case Slip.Part.Row(String label, String value) -> {
        float left = PdfPen.WIDTH * LABELS;
        cells(List.of(label, value), List.of(left, PdfPen.WIDTH - left), BODY, false);
        pen.rule(0.4f);
      }
      case Slip.Part.Table(List<String> head, List<List<String>> rows) -> table(head, rows);
      case Slip.Part.Code(String content, String caption) -> code(content, caption);
    }
  }

  private void table(List<String> head, List<List<String>> rows) {
    List<Float> widths = head.stream().map(cell -> PdfPen.WIDTH / head.size()).toList();
    pen.room(5 * SMALL + 5 * PAD);
    cells(head, widths, SMALL, true);
    pen.rule(0.9f);
    for (List<String> row : rows) {
      cells(row, widths, SMALL, false);
      pen.rule(0.4f);
    }
  }

  /// Cells side by side; the highest says how far down the next thing stands. One that is higher
  /// than a page goes on, on the next one.
  private void cells(List<String> texts, List<Float> widths, float size, boolean strong) {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      lines.add(pen.broken(texts.get(i), widths.get(i) - PAD, size));
    }
    int most = lines.stream().mapToInt(List::size).max().orElse(0);
    pen.down(PAD);
    for (int line = 0; line < most; line++) {
      pen.room(size * PdfPen.LEADING);
      float x = 0;
      for (int i = 0; i < texts.size(); i++) {
        if (line < lines.get(i).size()) {
          pen.text(lines.get(i).get(line), x, size, strong);
        }
        x += widths.get(i);
      }
      pen.down(size * PdfPen.LEADING);
    }
    pen.down(PAD);
  }

  private void code(String content, String caption) {
    pen.down(GAP);
    pen.room(CODE);
    QrCode code = SlipPage.code(content);
    float module = CODE / (code.size + 2 * SlipPage.QUIET);
    for (int y = 0; y < code.size; y++) {
      int from = 0;
      for (int x = 0; x <= code.size; x++) {
        if (!code.getModule(x, y)) {
          dark(module, from, x, y);
          from = x + 1;
        }
      }
    }
    List<String> lines = pen.broken(caption, PdfPen.WIDTH - CODE - GAP, SMALL);
    float top = Math.max(0, (CODE - lines.size() * SMALL * PdfPen.LEADING) / 2);
    for (int i = 0; i < lines.size(); i++) {
      pen.textBelow(lines.get(i), CODE + GAP, top + i * SMALL * PdfPen.LEADING, SMALL);
    }
    pen.down(Math.max(CODE, lines.size() * SMALL * PdfPen.LEADING) + GAP);
  }

  private void dark(float module, int from, int to, int row) {
    if (to > from) {
      float quiet = SlipPage.QUIET * module;
      pen.box(from * module + quiet, row * module + quiet, (to - from) * module, module);
    }
  }
}
