package io.clearway.link.print;

/// A page that is written piece by piece. Every text that comes from elsewhere is escaped.
final class Html {

  private final StringBuilder text = new StringBuilder();

  /// What is markup already.
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  Html text(String plain) {
    text.append(escaped(plain));
    return this;
  }

  /// `<name>plain</name>`.
  Html element(String name, String plain) {
    return element(name, "", plain);
  }

  /// @param kind its class; empty for none
  Html element(String name, String kind, String plain) {
    open(name, kind);
    return text(plain).raw("</" + name + ">");
  }

  Html open(String name, String kind) {
    return raw("<" + name + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">");
  }

  /// The whole page around what was written so far.
  String page(Wording words, String title, String style, String head) {
    return "<!doctype html><html lang=\""
        + words.language().tag()
        + "\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + head
        + "<title>"
        + escaped(title)
        + "</title><style>"
        + style
        + "</style></head><body>"
        + text
        + "</body></html>";
  }

  static String escaped(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
