package io.clearway.link.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// Writes on A4 pages from the top down, in a font that knows Vietnamese and Chinese and of which
/// only what is used goes into the file. Places are points from the left and from where it stands.
final class PdfPen implements AutoCloseable {

  /// What can be written on between the margins.
  static final float WIDTH = PDRectangle.A4.getWidth() - 100;

  /// Distance of lines, in sizes of their letters.
  static final float LEADING = 1.35f;

  private static final float MARGIN = 50;
  private static final float BOTTOM = 60;
  private static final float FOOT = 8;

  /// How much thicker strong letters are, in sizes: the font has one face.
  private static final float STRONG = 0.03f;

  /// Stands for a letter that the font does not know.
  private static final String BLANK = "\u25a1";

  private final PDDocument document = new PDDocument();
  private final TrueTypeFont letters;
  private final CmapLookup known;
  private final PDType0Font font;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream out;
  private float y;

  private PdfPen(String title, Language language) throws IOException {
    document.setDocumentId(0L);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentCatalog().setLanguage(language.tag());
    letters = new TTFParser().parse(new RandomAccessReadBuffer(Font.BYTES));
    known = letters.getUnicodeCmapLookup();
    font = PDType0Font.load(document, letters, true);
    out = page();
  }

  /// Read once; it takes part in every file.
  private static final class Font {
    static final byte[] BYTES = read();

    private static byte[] read() {
      String name = "/print/font/wenquanyi-micro-hei.ttf";
      try (InputStream in = PdfPen.class.getResourceAsStream(name)) {
        return Objects.requireNonNull(in).readAllBytes();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  static PdfPen open(String title, Language language) {
    try {
      return new PdfPen(title, language);
    } catch (IOException defect) {
      throw new UncheckedIOException(defect);
    }
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  /// Sees to it that so much is left below; else goes on with the next page.
  void room(float height) {
    if (y - height < BOTTOM) {
      writing(() -> {
        out.close();
        out = page();
      });
    }
  }

  void down(float height) {
    y -= height;
  }

  void rule(float thick) {
    writing(() -> {
      out.setLineWidth(thick);
      out.moveTo(MARGIN, y);
      out.lineTo(MARGIN + WIDTH, y);
      out.stroke();
    });
  }

  void box(float x, float below, float width, float height) {
    writing(() -> {
      out.addRect(MARGIN + x, y - below - height, width, height);
      out.fill();
    });
  }

  void text(String line, float x, float size, boolean strong) {
    writing(() -> write(line, MARGIN + x, y - size, size, strong));
  }

  void textBelow(String line, float x, float below, float size) {
    writing(() -> write(line, MARGIN + x, y - below - size, size, false));
  }

  private void write(String line, float x, float base, float size, boolean strong)
      throws IOException {
    out.beginText();
    out.setFont(font, size);
    out.setRenderingMode(strong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    out.setLineWidth(size * STRONG);
    out.newLineAtOffset(x, base);
    out.showText(line);
    out.endText();
  }

  /// The lines of a text that is at most so wide. It breaks at blanks; between any two signs of
  /// Chinese, and where a word alone is too long.
  List<String> broken(String text, float width, float size) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : shown(text).split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String piece : pieces(paragraph)) {
        if (!line.isEmpty() && wide(line + piece.stripTrailing(), size) > width) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        split(piece, width, size, line, lines);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private void split(
      String piece, float width, float size, StringBuilder line, List<String> lines) {
    if (wide(line + piece.stripTrailing(), size) <= width) {
      line.append(piece);
      return;
    }
    piece
        .codePoints()
        .forEach(sign -> {
          String one = Character.toString(sign);
          if (!line.isEmpty() && wide(line + one, size) > width) {
            lines.add(line.toString());
            line.setLength(0);
          }
          line.append(one);
        });
  }

  /// Words with the blanks behind them, and signs of Chinese one by one.
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(sign -> {
          boolean alone = Character.isIdeographic(sign);
          if (alone && !word.isEmpty()) {
            pieces.add(word.toString());
            word.setLength(0);
          }
          word.appendCodePoint(sign);
          if (alone || sign == ' ') {
            pieces.add(word.toString());
            word.setLength(0);
          }
        });
    if (!word.isEmpty()) {
      pieces.add(word.toString());
    }
    return pieces;
  }

  /// With its accents on its letters, and a square for what the font does not know.
  private String shown(String text) {
    StringBuilder shown = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(sign -> {
          if (sign == '\n' || known.getGlyphId(sign) != 0) {
            shown.appendCodePoint(sign);
          } else {
            shown.append(Character.isWhitespace(sign) ? " " : BLANK);
          }
        });
    return shown.toString();
  }

  private float wide(String text, float size) {
    try {
      return font.getStringWidth(text) / 1_000 * size;
    } catch (IOException defect) {
      throw new UncheckedIOException(defect);
    }
  }

  /// The file, with the number of each page where there is more than one.
  byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    writing(() -> {
      out.close();
      for (int i = 0; pages.size() > 1 && i < pages.size(); i++) {
        foot(pages.get(i), (i + 1) + "/" + pages.size());
      }
      document.save(file);
    });
    return file.toByteArray();
  }

  private void foot(PDPage page, String number) throws IOException {
    out =
        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true);
    write(number, MARGIN + WIDTH - wide(number, FOOT), BOTTOM / 2, FOOT, false);
    out.close();
  }

  @Override
  public void close() {
    writing(() -> {
      document.close();
      letters.close();
    });
  }

  private interface Writing {
    void write() throws IOException;
  }

  /// All of it happens in memory: what fails there is a defect.
  private static void writing(Writing work) {
    try {
      work.write();
    } catch (IOException defect) {
      throw new UncheckedIOException(defect);
    }
  }
}
