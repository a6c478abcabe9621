package io.clearway.site;

/// How a load is looked at.
public enum Means {
  /// Opened in a bay (kiểm hóa, 查验).
  BAY,
  /// Soi chiếu, 机检.
  XRAY,
  /// Lấy mẫu, 抽样.
  SAMPLING
}
