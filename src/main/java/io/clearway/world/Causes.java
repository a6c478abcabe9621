package io.clearway.world;

/// The name of a command in the journal: its domain and its type.
public final class Causes {

  private Causes() {}

  public static String of(Command command) {
    return switch (command) {
      case Command.OfSite c -> name("site", c.order());
      case Command.OfAuthority c -> name("authority", c.order());
      case Command.OfRegistration c -> name("registration", c.order());
      case Command.OfTurn c -> name("turn", c.order());
      case Command.OfCrossing c -> name("crossing", c.order());
      case Command.OfClearance c -> name("clearance", c.order());
      case Command.OfTransshipment c -> name("transshipment", c.order());
      case Command.OfFleet c -> name("fleet", c.order());
      case Command.OfFee c -> name("fee", c.order());
      case Command.OfCase c -> name("reconciliation", c.order());
      case Command.OfWorld c -> name("world", c.order());
    };
  }

  private static String name(String domain, Object order) {
    return domain + "." + order.getClass().getSimpleName();
  }
}
