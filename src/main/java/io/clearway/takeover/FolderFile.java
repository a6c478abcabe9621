package io.clearway.takeover;

import java.util.Locale;

/// The files of a folder, in the order in which they are taken over.
public enum FolderFile {
  ACCOUNTS("accounts.jsonl"),
  VEHICLES("vehicles.jsonl"),
  DRIVERS("drivers.jsonl"),
  REGISTRATIONS("registrations.jsonl"),
  STOCKTAKE("stocktake.csv");

  private final String file;

  FolderFile(String file) {
    this.file = file;
  }

  public String file() {
    return file;
  }

  /// What its lines are, as a summary counts them.
  public String counted() {
    return this == STOCKTAKE ? "standing" : name().toLowerCase(Locale.ROOT);
  }
}
