package io.clearway.link.api;

import io.clearway.authority.Role;

/// A letter for each role, in tables of who may what.
final class Letters {

  private Letters() {}

  /// T trader, B border guard, C customs, M medical, P plant, A animal quarantine, S transport
  /// station, K management board, L traffic police, Y yard, G gate device, R reader, O operator.
  static char of(Role role) {
    return switch (role) {
      case TRADER -> 'T';
      case BORDER_GUARD -> 'B';
      case CUSTOMS -> 'C';
      case MEDICAL_QUARANTINE -> 'M';
      case PLANT_QUARANTINE -> 'P';
      case ANIMAL_QUARANTINE -> 'A';
      case TRANSPORT_STATION -> 'S';
      case MANAGEMENT_BOARD -> 'K';
      case TRAFFIC_POLICE -> 'L';
      case YARD -> 'Y';
      case GATE_DEVICE -> 'G';
      case READER -> 'R';
      case OPERATOR -> 'O';
      case SYSTEM -> '-';
    };
  }
}
