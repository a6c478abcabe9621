package io.clearway.link.print;

import java.util.ArrayList;
import java.util.List;

/// A printed paper that somebody takes along: a title, headings, rows of what is said, tables and
/// QR codes. It comes as a page to print, [#html()], and as PDF, [#pdf()], which say the same.
public final class Slip {

  private final Language language;
  private final String title;
  private final List<Part> parts = new ArrayList<>();

  /// What stands on it, from the top.
  sealed interface Part {
    record Heading(String text) implements Part {}

    record Row(String label, String value) implements Part {}

    record Note(String text) implements Part {}

    /// @param head one text for each column
    record Table(List<String> head, List<List<String>> rows) implements Part {}

    /// @param content what the QR code says
    record Code(String content, String caption) implements Part {}
  }

  private Slip(Language language, String title) {
    this.language = language;
    this.title = title;
  }

  public static Slip of(Language language, String title) {
    return new Slip(language, title);
  }

  public Slip heading(String text) {
    return with(new Part.Heading(text));
  }

  /// What is said, beside what it is called.
  public Slip row(String label, String value) {
    return with(new Part.Row(label, value));
  }

  /// A paragraph in small letters.
  public Slip note(String text) {
    return with(new Part.Note(text));
  }

  /// @param head one text for each column; every row has as many
  /// @throws IllegalArgumentException when a row has another number of cells
  public Slip table(List<String> head, List<List<String>> rows) {
    if (head.isEmpty() || rows.stream().anyMatch(row -> row.size() != head.size())) {
      throw new IllegalArgumentException("a row of another width than its head");
    }
    return with(new Part.Table(List.copyOf(head), rows.stream().map(List::copyOf).toList()));
  }

  /// @param content at most 1,000 characters, or it would be too fine to be read off paper
  public Slip code(String content, String caption) {
    if (content.length() > 1_000) {
      throw new IllegalArgumentException("too long for a code that is printed");
    }
    return with(new Part.Code(content, caption));
  }

  private Slip with(Part part) {
    parts.add(part);
    return this;
  }

  Language language() {
    return language;
  }

  String title() {
    return title;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  /// A whole page, without a script; it loads nothing.
  public String html() {
    return SlipPage.of(this);
  }

  /// On A4, with its font in it. The same slip gives the same bytes.
  public byte[] pdf() {
    return SlipPdf.of(this);
  }
}
