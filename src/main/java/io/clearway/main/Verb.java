package io.clearway.main;

import io.clearway.authority.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The verbs of the command line with their flags, as the help shows them and as they are parsed.
enum Verb {
  UP(
      "up",
      "starts everything and serves the gate",
      "./clearway up --speed 60",
      List.of(
          Flag.DATA,
          Flag.PORT,
          new Flag("demo", "off|on", "on: a synthetic day unrolls (default); off: an empty gate"),
          new Flag(
              "speed",
              "X",
              "how many times as fast as the wall the demo's clock runs, 1 to 3600; 60"),
          new Flag("seed", "S", "the demo day's seed, to repeat a day; a new one for each day"),
          new Flag(
              "tariff",
              "NAME|FILE",
              "what is charged, or none; the complex's own; again for each yard's own, or a folder"
                  + " of files"),
          new Flag(
              "bank",
              "URL",
              "where a payer is sent; a demo plays one, else http://localhost:8090/pay"),
          Flag.DATABASE,
          Flag.SITE)),
  VERIFY(
      "verify",
      "reads the whole journal and proves it",
      "./clearway verify",
      List.of(Flag.DATA, Flag.DATABASE, Flag.SITE)),
  VERIFY_WAITING(
      "verify-waiting",
      "proves a waiting record that somebody brings as a file: JSON, page or PDF",
      "./clearway verify-waiting waiting-record.pdf",
      List.of(
          Flag.DATA,
          new Flag("key", "FILE", "the gate's public key; keys/signing.pub of the data folder"))),
  EXPORT(
      "export",
      "writes the journal's segments as files",
      "./clearway export --to backup",
      List.of(
          Flag.DATA, Flag.DATABASE, Flag.SITE, new Flag("to", "FOLDER", "where the segments go"))),
  RESTORE(
      "restore",
      "reads exported segments back into an empty data folder",
      "./clearway restore backup --data clearway-restored",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("until", "SEQ", "the last entry that is wanted; all of them"))),
  IMPORT(
      "import",
      "registers the transports in a file: .csv, .xlsx, or one JSON object a line",
      "./clearway import lot.xlsx",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("format", "F", "jsonl, csv or xlsx; default: as the file's name ends"),
          new Flag("url", "U", "a running instance; default: the one on this data folder"),
          new Flag("token", "T", "a trader's token for --url"))),
  CONVERT(
      "convert",
      "writes the transports in a file as .csv, .xlsx or .jsonl, or an empty sheet",
      "./clearway convert day.jsonl --to day.xlsx",
      List.of(
          new Flag("to", "FILE", "what is written; its name says the format"),
          new Flag("format", "F", "of what is read; default: as the file's name ends"))),
  TAKEOVER(
      "takeover",
      "takes over what another platform holds, from a folder of files (docs/takeover.md); no gate"
          + " may run on the data folder",
      "./clearway takeover docs/examples/takeover --check",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("check", "", "names every fault and changes nothing"),
          new Flag(
              "leave-faulty", "", "takes the lines without a fault; default: all lines or none"))),
  DIFFERENCE(
      "difference",
      "compares another platform's registrations of a day with what is held here; asks the running"
          + " instance, or opens the data folder when none runs",
      "./clearway difference registrations.jsonl --tolerance PT10M",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("date", "DAY", "what only we hold counts when it concerns that day; any day"),
          new Flag("tolerance", "DURATION", "times may differ by so much; PT5M"))),
  HANDBACK(
      "handback",
      "writes what is held as such a folder, for going back; no gate may run on the data folder",
      "./clearway handback way-back",
      List.of(Flag.DATA, Flag.DATABASE, Flag.SITE)),
  ENROL(
      "enrol",
      "enrols a person who signs in on the page, and prints the name and the first password",
      "./clearway enrol --role CUSTOMS --name lan --label lane-3",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          Flag.ROLE,
          new Flag("name", "NAME", "by which the person signs in; one person's alone"),
          Flag.LABEL,
          new Flag("gates", "A,B", "at these gates only; all of them"),
          new Flag("company", "TAX-CODE", "of a trader: what the company's accounts register"),
          new Flag("yards", "A,B", "of a yard operator: these yards only; all of its gates"))),
  TOKEN(
      "token",
      "enrols an actor and prints its API token",
      "./clearway token --role READER",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          Flag.ROLE,
          Flag.LABEL,
          new Flag(
              "account",
              "TAX-CODE",
              "of a company that was taken over, instead of --role; with the gate at rest"))),
  REPORT(
      "report",
      "the province's daily report under its number; `report daily` is the plain count",
      "./clearway report --day 2026-01-15 --format xlsx --out day.xlsx",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("day", "DAY", "the gate's day; today"),
          new Flag("hours", "", "where the hours go instead: how long from step to step, and why"),
          new Flag("format", "F", "json, csv, xlsx or html (a page for A4); json"),
          new Flag("lang", "L", "vi, zh or en, of tables and pages; vi"),
          new Flag("out", "FILE", "where it is written; the terminal"),
          new Flag("date", "DAY", "the same as --day"))),
  STATISTICS(
      "statistics",
      "`statistics rebuild` counts anew from the journal; `statistics import FILE` takes official"
          + " totals; `statistics year 2026` prints the year",
      "./clearway statistics import docs/examples/official-totals.csv",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("lang", "L", "vi, zh or en, of the page of a year; vi"),
          new Flag("out", "FILE", "where that page is written; the terminal"))),
  RECONCILE(
      "reconcile",
      "holds the bank's file of a day against the books; the same file again changes nothing",
      "./clearway reconcile docs/examples/bank-2026-01-15.csv",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("day", "DAY", "the gate's day that it is of; the one of its lines"))),
  TARIFF(
      "tariff",
      "puts a tariff file in force from its first day on, also while the gate runs",
      "./clearway tariff demo-yard-xuan-cuong --check",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("check", "", "names every mistake, or what it would replace; changes nothing"))),
  ERASE(
      "erase",
      "destroys the key of a person's data for ever",
      "./clearway erase 0123456789abcdef0123456789abcdef --reason request-17",
      List.of(
          Flag.DATA,
          Flag.DATABASE,
          Flag.SITE,
          new Flag("reason", "R", "why; kept in the journal"))),
  BENCH(
      "bench",
      "measures: " + BenchVerb.NAMES,
      "./clearway bench core",
      List.of(
          new Flag("data", "DIR", "a folder for the journal that is measured; clearway-bench"),
          Flag.DATABASE,
          Flag.SITE)),
  HELP("help", "shows the verbs, or one verb's flags", "./clearway help up", List.of());

  /// @param value what stands behind it, for the help; empty for one that stands alone
  record Flag(String name, String value, String meaning) {
    static final Flag DATA = new Flag("data", "DIR", "the data folder; clearway-data");
    static final Flag PORT = new Flag("port", "N", "the port; 8080");
    static final Flag DATABASE =
        new Flag("database", "URL", "a JDBC URL of PostgreSQL 15+; default: embedded");
    static final Flag LABEL =
        new Flag("label", "TEXT", "a name for lists, never a person's; the role");
    static final Flag ROLE =
        new Flag(
            "role",
            "R",
            Stream.of(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .map(Role::name)
                .collect(Collectors.joining(", ")));
    static final Flag SITE = new Flag("site", "NAME|FILE", "the complex; lang-son");
  }

  final String word;
  final String summary;
  final String example;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  final List<Flag> flags;

  Verb(String word, String summary, String example, List<Flag> flags) {
    this.word = word;
    this.summary = summary;
    this.example = example;
    this.flags = flags;
  }

  static Optional<Verb> find(String word) {
    for (Verb verb : values()) {
      if (verb.word.equals(word)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }

  boolean knows(String flag) {
    return flags.stream().anyMatch(f -> f.name().equals(flag));
  }

  /// Whether words follow it beside its flags.
  boolean takesWords() {
    return switch (this) {
      case UP, VERIFY, EXPORT, ENROL, TOKEN -> false;
      case RESTORE,
          IMPORT,
          CONVERT,
          TAKEOVER,
          DIFFERENCE,
          HANDBACK,
          REPORT,
          STATISTICS,
          RECONCILE,
          TARIFF,
          ERASE,
          VERIFY_WAITING,
          BENCH,
          HELP ->
          true;
    };
  }

  /// Whether the flag may stand more than once.
  boolean repeats(String flag) {
    return this == UP && flag.equals("tariff");
  }

  /// Whether the flag stands alone, without a value.
  boolean isSwitch(String flag) {
    return flags.stream().anyMatch(f -> f.name().equals(flag) && f.value().isEmpty());
  }

  /// What `help` prints for this verb.
  String help() {
    StringBuilder text = new StringBuilder(word + ": " + summary + "\n");
    for (Flag flag : flags) {
      text.append("  --%-12s %-10s %s%n".formatted(flag.name(), flag.value(), flag.meaning()));
    }
    return text.append("  example: ").append(example).append('\n').toString();
  }
}
