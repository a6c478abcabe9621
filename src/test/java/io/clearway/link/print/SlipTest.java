package io.clearway.link.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What is printed to be taken along.
class SlipTest {

  private static final String VIETNAMESE =
      "Biên lai thu phí số 0000017, Ắ Ẵ Ộ Ự ỹ đ ₫, tổng 690.000 đồng";
  private static final String CHINESE = "过路费收据：龙门（友谊关）口岸，鑫淼物流有限公司";

  private static Slip slip() {
    return Slip.of(Language.VI, VIETNAMESE)
        .heading(CHINESE)
        .row("Người nộp", "Công ty <b>TNHH</b> & Con")
        .note("Một ghi chú")
        .table(List.of("A", "B"), List.of(List.of("một", "hai")))
        .code("https://gate.example/verify?x=1", "Quét để kiểm tra");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void vietnameseAndChineseStandInThePdfAsText() throws IOException {
    assertThat(text(slip().pdf()))
        .contains(VIETNAMESE, CHINESE, "Công ty <b>TNHH</b> & Con", "Một ghi chú", "hai");
  }

  @Test
  void everyFontIsInTheFileAndOnlyWhatIsUsedOfIt() throws IOException {
    byte[] pdf = slip().pdf();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDFont> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
      }
      assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
    }
    assertThat(pdf.length).isLessThan(100_000);
  }

  @Test
  void theSameSlipGivesTheSameBytes() {
    assertThat(slip().pdf()).isEqualTo(slip().pdf());
  }

  @Test
  void whatDoesNotFitOnOnePageGoesOnAndThePagesAreNumbered() throws IOException {
    Slip slip = Slip.of(Language.EN, "Long");
    IntStream.range(0, 90).forEach(i -> slip.row("row " + i, "value " + i));
    try (PDDocument document = Loader.loadPDF(slip.pdf())) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
    }
    assertThat(text(slip.pdf())).contains("row 0", "row 89", "1/3", "3/3");
  }

  /// A word without a blank, and Chinese, which has none, break inside the margins.
  @Test
  void nothingIsWiderThanThePage() {
    try (PdfPen pen = PdfPen.open("wide", Language.EN)) {
      List<String> lines = pen.broken("x".repeat(400) + " " + "货".repeat(200), 200, 10);
      assertThat(String.join("", lines).replace(" ", ""))
          .isEqualTo("x".repeat(400) + "货".repeat(200));
      assertThat(lines).hasSizeGreaterThan(15).noneMatch(line -> line.length() > 60);
    }
  }

  @Test
  void accentsThatStandApartAreJoinedAndUnknownSignsAreSquares() throws IOException {
    String apart = Normalizer.normalize("Phương tiện", Normalizer.Form.NFD);
    assertThat(text(Slip.of(Language.VI, apart + " \uD83D\uDE9A\t!").pdf()))
        .contains("Phương tiện \u25a1 !");
  }

  @Test
  void thePageIsEscapedLoadsNothingAndHasACode() {
    assertThat(slip().html())
        .startsWith("<!doctype html><html lang=\"vi\">")
        .contains(VIETNAMESE, CHINESE, "Công ty &lt;b&gt;TNHH&lt;/b&gt; &amp; Con", "<svg viewBox")
        .doesNotContain("<script", "src=", "href=", "url(", "null");
  }

  @Test
  void aRowOfAnotherWidthIsADefect() {
    Slip slip = Slip.of(Language.EN, "t");
    assertThatThrownBy(() -> slip.table(List.of("A"), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> slip.code("x".repeat(1_001), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
