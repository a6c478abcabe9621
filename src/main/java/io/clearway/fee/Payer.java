package io.clearway.fee;

/// The company that pays; it need not be the one that declares.
public record Payer(String taxCode, String name) {

  /// Nobody knows whose money it is.
  public static final Payer UNKNOWN = new Payer("", "");
}
