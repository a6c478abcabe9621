package io.clearway.kernel;

/// Which way a vehicle's load goes over the line, seen from Viet Nam (xuất khẩu / nhập khẩu, 出口 /
/// 进口).
public enum Direction {
  EXPORT,
  IMPORT
}
