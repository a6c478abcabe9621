package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.identity.Tokens;
import io.clearway.link.payment.BankKey;
import io.clearway.site.Site;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The synthetic day: starts everybody who is not us as a process of their own, with tokens like
/// anybody else's. What they remember is theirs and lies beside the data folder, not in it.
///
/// @param bank the port of the bank that is played; empty: somebody else is the bank
record Demo(Path folder, String url, Site site, Hand hand, Tokens tokens, OptionalInt bank) {

  /// Who takes part in a day.
  static final List<Role> ROLES =
      List.of(
          Role.TRADER,
          Role.BORDER_GUARD,
          Role.CUSTOMS,
          Role.MEDICAL_QUARANTINE,
          Role.PLANT_QUARANTINE,
          Role.ANIMAL_QUARANTINE,
          Role.TRANSPORT_STATION,
          Role.MANAGEMENT_BOARD,
          Role.TRAFFIC_POLICE,
          Role.YARD,
          Role.GATE_DEVICE,
          Role.READER);

  /// Seeds are 1 to this.
  static final int SEEDS = 999_999_999;

  /// Starts the day, or goes on with the one that was begun.
  ///
  /// @param wanted the seed; a new one when it is empty
  /// @param err is told the seed, so that somebody can repeat the day
  /// @return empty, with a line on `err`, when the counterpart was not built
  Optional<Process> start(OptionalInt wanted, PrintStream err) throws IOException {
    Path play = Home.folder().resolve("counterpart").resolve("dist").resolve("play.js");
    if (!Files.isRegularFile(play)) {
      err.println("clearway: no demo day: counterpart/ is not built");
      return Optional.empty();
    }
    Path demo = besides(folder);
    Files.createDirectories(
        demo, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    endOrphans(demo);
    LocalDate day = LocalDate.ofInstant(hand.gate().now(), site.zone());
    int seed = seed(demo.resolve("day-" + day + ".seed"), wanted);
    err.println("The demo day's seed is " + seed + "  (--seed " + seed + " repeats it)");
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                play.toString(),
                "--url=" + url,
                "--complex=" + site.complex(),
                "--tokens=" + secrets(demo),
                "--rows=generated",
                "--seed=" + seed,
                "--log=" + demo.resolve("day-" + day + ".jsonl")));
    bank.ifPresent(
        port -> command.addAll(List.of("--bank=" + port, "--bank-key=" + BankKey.file(folder))));
    File said = demo.resolve("play.log").toFile();
    return Optional.of(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(said))
            .redirectError(ProcessBuilder.Redirect.appendTo(said))
            .start());
  }

  /// A port at which nobody listens now.
  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /// A day that was begun goes on with its own seed: its vehicles are known.
  static int seed(Path kept, OptionalInt wanted) throws IOException {
    if (Files.isRegularFile(kept)) {
      return Integer.parseInt(Files.readString(kept).strip());
    }
    int seed = wanted.orElseGet(() -> ThreadLocalRandom.current().nextInt(1, SEEDS + 1));
    Files.writeString(kept, seed + "\n");
    return seed;
  }

  /// Where the people of the day keep their notes.
  static Path besides(Path folder) {
    return folder.resolveSibling(folder.getFileName() + "-counterpart");
  }

  /// Those of a gate that was killed still play; two casts must not share one day.
  private static void endOrphans(Path demo) {
    ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().filter(line -> line.contains("play.js")).isPresent())
        .filter(p -> p.info().commandLine().get().contains("=" + demo.resolve("day-")))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /// A token per role, as anybody else would be given one, and a second one of each agency for what
  /// takes two officers; only this user may read the file.
  private Path secrets(Path demo) throws IOException {
    ObjectNode said = JsonMapper.shared().createObjectNode();
    for (Role role : ROLES) {
      Actor actor = hand.actor("demo " + role, role);
      tokens.revoke(actor.key());
      said.put(role.name(), tokens.issue(actor.key()));
      if (role.agency().isPresent()) {
        Actor other = hand.actor("demo " + role + " 2", role);
        tokens.revoke(other.key());
        said.put(role.name() + "_2", tokens.issue(other.key()));
      }
    }
    Path file = demo.resolve("tokens.json");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, said.toString());
    return file;
  }
}
