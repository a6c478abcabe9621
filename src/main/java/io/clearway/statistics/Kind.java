package io.clearway.statistics;

import io.clearway.registration.Registration;

/// What a vehicle that passed carried. The first two are passages of goods.
public enum Kind {
  GOODS,
  /// It is itself the goods.
  NEW_VEHICLE,
  /// It came to take over goods, which count with the vehicle that brought them.
  RECEIVING,
  /// Registered as empty: no passage of goods.
  EMPTY,
  /// Nobody registered it.
  UNREGISTERED;

  static Kind of(Registration.Regime regime) {
    return switch (regime) {
      case EMPTY -> EMPTY;
      case RECEIVING -> RECEIVING;
      case NEW_VEHICLE -> NEW_VEHICLE;
      case EXPORT,
          IMPORT,
          TEMPORARY_IMPORT,
          TEMPORARY_EXPORT,
          MERCHANTING,
          TRANSIT,
          BORDER_RESIDENTS,
          RAIL,
          RETURNED ->
          GOODS;
    };
  }

  boolean ofGoods() {
    return switch (this) {
      case GOODS, NEW_VEHICLE -> true;
      case RECEIVING, EMPTY, UNREGISTERED -> false;
    };
  }
}
