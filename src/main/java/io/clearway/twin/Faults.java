package io.clearway.twin;

/// How often what goes wrong, each in a thousand.
///
/// @param lost a report never comes
/// @param doubled it comes twice under two ids
/// @param late it comes up to two hours late, with the device's time
/// @param reordered it comes after the next one
/// @param retried the answer is lost and the same command is sent again under the same id
/// @param crashed the command is decided and thrown away before it is published, then sent again
/// @param unregistered the trader registers after the truck was seen
/// @param keyMissing an officer never turns the key
/// @param amended the trader sets something right, twice with that chance
/// @param held an agency holds the load when it looks at it
/// @param red customs wants to look into the load
/// @param unreleased a driver does not wait for the release, asked every ten minutes
/// @param turned an officer turns the vehicle back or to another gate
/// @param offline an officer has no connection, and the word comes up to forty minutes later
/// @param tried somebody tries with a truck what is another's
public record Faults(
    int lost,
    int doubled,
    int late,
    int reordered,
    int retried,
    int crashed,
    int unregistered,
    int keyMissing,
    int amended,
    int held,
    int red,
    int unreleased,
    int turned,
    int offline,
    int tried) {

  /// Nothing goes wrong.
  public static Faults none() {
    return new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /// More than any gate would bear, so that a short run meets every kind.
  public static Faults many() {
    return new Faults(30, 30, 30, 30, 40, 10, 60, 30, 150, 30, 200, 4, 80, 100, 200);
  }

  /// The same, and half of all vehicles are turned.
  public Faults turningOften() {
    return new Faults(
        lost,
        doubled,
        late,
        reordered,
        retried,
        crashed,
        unregistered,
        keyMissing,
        amended,
        held,
        red,
        unreleased,
        500,
        offline,
        tried);
  }
}
