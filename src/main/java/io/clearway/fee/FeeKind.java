package io.clearway.fee;

/// What is charged for. A visit has at most one charge of each (I14).
public enum FeeKind {
  /// For the use of the border gate's infrastructure (phí sử dụng hạ tầng cửa khẩu).
  INFRASTRUCTURE,
  /// Of a vehicle that only hands its goods over at the yard (phí sang tải).
  TRANSFER,
  /// A yard's own, for loading and unloading.
  HANDLING,
  /// A yard's own, by days.
  PARKING,
  /// A yard's own, by days of a reefer on a plug.
  PLUG;

  /// Whether the province charges it; else the yard does.
  public boolean isPublic() {
    return switch (this) {
      case INFRASTRUCTURE, TRANSFER -> true;
      case HANDLING, PARKING, PLUG -> false;
    };
  }
}
