package io.clearway.link.sheet;

import java.util.List;

/// One column of the layout.
///
/// @param index its place in the layout, from 0
/// @param word the header in English
/// @param others accepted headers in Vietnamese and Chinese
/// @param path of the field in the declaration, with every index 0
/// @param part that the path begins with
/// @param example what a cell may hold; never real
/// @param meaning one line for people, may be empty
public record Column(
    int index,
    String word,
    List<String> others,
    String path,
    Part part,
    Kind kind,
    Empty empty,
    String example,
    String meaning) {

  public Column {
    others = List.copyOf(others);
  }

  /// What an empty cell, or a column that is not in the file, means.
  public enum Empty {
    /// A fault.
    NEEDED("needed"),
    /// The field is null.
    NULL("null"),
    /// The field is not there.
    LEFT_OUT("left out");

    final String word;

    Empty(String word) {
      this.word = word;
    }
  }

  /// The part of the declaration that a column belongs to. The longest prefix comes first.
  public enum Part {
    LINE("goodsGroups[0].goodsLines[0]."),
    GROUP("goodsGroups[0]."),
    VEHICLE("vehicles[0]."),
    FORM("");

    final String prefix;

    Part(String prefix) {
      this.prefix = prefix;
    }

    static Part of(String path) {
      for (Part part : values()) {
        if (path.startsWith(part.prefix)) {
          return part;
        }
      }
      return FORM;
    }

    /// Group and line: what each row has of its own.
    boolean isGoods() {
      return this == GROUP || this == LINE;
    }
  }

  public boolean isNeeded() {
    return empty == Empty.NEEDED;
  }

  /// The path within its part.
  String field() {
    return path.substring(part.prefix.length());
  }

  /// The path with the places that a row stands for.
  String path(int group, int line) {
    return switch (part) {
      case LINE -> "goodsGroups[" + group + "].goodsLines[" + line + "]." + field();
      case GROUP -> "goodsGroups[" + group + "]." + field();
      case VEHICLE, FORM -> path;
    };
  }
}
