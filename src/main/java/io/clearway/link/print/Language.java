package io.clearway.link.print;

import io.clearway.site.Places.Label;
import java.util.List;

/// A language of the printed pages.
public enum Language {
  VI("vi", "Tiếng Việt"),
  ZH("zh", "中文"),
  EN("en", "English");

  private final String tag;
  private final String name;

  Language(String tag, String name) {
    this.tag = tag;
    this.name = name;
  }

  public String tag() {
    return tag;
  }

  /// As those who speak it call it.
  String ownName() {
    return name;
  }

  /// The label in it.
  public String of(Label label) {
    return switch (this) {
      case VI -> label.vi();
      case ZH -> label.zh();
      case EN -> label.en();
    };
  }

  /// Every tag; the first is the usual one.
  public static List<String> tags() {
    return List.of(VI.tag, ZH.tag, EN.tag);
  }

  /// The language with that tag.
  ///
  /// @throws IllegalArgumentException when there is none
  public static Language of(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("no language " + tag);
  }
}
