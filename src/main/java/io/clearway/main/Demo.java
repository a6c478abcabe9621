package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.identity.Tokens;
import io.clearway.site.Site;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The synthetic day: starts everybody who is not us as a process of their own, with tokens like
/// anybody else's. What they remember is theirs and lies beside the data folder, not in it.
record Demo(Path folder, String url, Site site, Hand hand, Tokens tokens) {

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
          Role.YARD,
          Role.GATE_DEVICE,
          Role.READER);

  /// Starts the day of that seed, or goes on with it.
  ///
  /// @return empty, with a line on stderr, when the counterpart was not built
  Optional<Process> start(int seed) throws IOException {
    Path play = Home.folder().resolve("counterpart").resolve("dist").resolve("play.js");
    if (!Files.isRegularFile(play)) {
      System.err.println("clearway: no demo day: counterpart/ is not built");
      return Optional.empty();
    }
    Path demo = besides(folder);
    Files.createDirectories(
        demo, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    endOrphans(demo);
    LocalDate day = LocalDate.ofInstant(hand.gate().now(), site.zone());
    List<String> command =
        List.of(
            "node",
            play.toString(),
            "--url=" + url,
            "--complex=" + site.complex(),
            "--tokens=" + secrets(demo),
            "--rows=generated",
            "--seed=" + seed,
            "--log=" + demo.resolve("day-" + day + ".jsonl"));
    File said = demo.resolve("play.log").toFile();
    return Optional.of(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(said))
            .redirectError(ProcessBuilder.Redirect.appendTo(said))
            .start());
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

  /// A token per role, as anybody else would be given one; only this user may read the file.
  private Path secrets(Path demo) throws IOException {
    ObjectNode said = JsonMapper.shared().createObjectNode();
    for (Role role : ROLES) {
      Actor actor = hand.actor("demo " + role, role);
      tokens.revoke(actor.key());
      said.put(role.name(), tokens.issue(actor.key()));
    }
    Path file = demo.resolve("tokens.json");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, said.toString());
    return file;
  }
}
