package io.clearway.statistics;

import io.clearway.report.FreshFruit;
import io.clearway.site.Rulebook;

/// What kind of goods it is, by the chapter of the Harmonized System; fresh fruit apart (F-5).
public enum GoodsClass {
  FRESH_FRUIT,
  /// Chapters 01 to 24 but fresh fruit.
  FARM,
  /// 25 to 27.
  MINERALS,
  /// 28 to 40: chemicals, plastics, rubber.
  CHEMICALS,
  /// 41 to 43 and 50 to 67: hides, textiles, clothes, shoes.
  TEXTILES,
  /// 44 to 49.
  WOOD_AND_PAPER,
  /// 72 to 83.
  METALS,
  /// 84.
  MACHINERY,
  /// 85.
  ELECTRONICS,
  /// 86 to 89.
  VEHICLES,
  /// 68 to 71 and 90 to 97.
  OTHER,
  /// No HS code was given.
  UNKNOWN;

  private static final int CHAPTER = 2;

  static GoodsClass of(String hs, Rulebook rules) {
    if (hs.length() < CHAPTER || !hs.substring(0, CHAPTER).matches("[0-9]{2}")) {
      return UNKNOWN;
    }
    return FreshFruit.is(hs, rules)
        ? FRESH_FRUIT
        : ofChapter(Integer.parseInt(hs.substring(0, CHAPTER)));
  }

  private static GoodsClass ofChapter(int chapter) {
    if (chapter < 1 || chapter > 97) {
      return UNKNOWN;
    } else if (chapter <= 24) {
      return FARM;
    } else if (chapter <= 27) {
      return MINERALS;
    } else if (chapter <= 40) {
      return CHEMICALS;
    } else if (chapter >= 44 && chapter <= 49) {
      return WOOD_AND_PAPER;
    } else if (chapter <= 67) {
      return TEXTILES;
    } else if (chapter >= 72 && chapter <= 83) {
      return METALS;
    }
    return switch (chapter) {
      case 84 -> MACHINERY;
      case 85 -> ELECTRONICS;
      case 86, 87, 88, 89 -> VEHICLES;
      default -> OTHER;
    };
  }
}
