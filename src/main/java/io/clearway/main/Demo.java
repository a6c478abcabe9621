package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.identity.Tokens;
import io.clearway.site.Site;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The synthetic day: starts everybody who is not us as a process of their own, with tokens like
/// anybody else's.
final class Demo {

  private static final List<Role> ROLES =
      List.of(
          Role.TRADER, Role.BORDER_GUARD, Role.CUSTOMS, Role.YARD, Role.GATE_DEVICE, Role.READER);

  private Demo() {}

  /// @return empty, with a line on stderr, when the counterpart was not built
  static Optional<Process> start(
      Path folder, Running running, Site site, Hand hand, Tokens tokens, Arguments arguments)
      throws IOException {
    Path play = Home.folder().resolve("counterpart").resolve("dist").resolve("play.js");
    if (!Files.isRegularFile(play)) {
      System.err.println("clearway: no demo day: counterpart/ is not built");
      return Optional.empty();
    }
    Path demo = Files.createDirectories(folder.resolve("demo"));
    Path secrets = demo.resolve("tokens.json");
    ObjectNode said = JsonMapper.shared().createObjectNode();
    for (Role role : ROLES) {
      Actor actor = hand.actor("demo " + role, role);
      tokens.revoke(actor.key());
      said.put(role.name(), tokens.issue(actor.key()));
    }
    Files.deleteIfExists(secrets);
    Files.createFile(
        secrets,
        java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secrets, said.toString());
    LocalDate day = LocalDate.ofInstant(hand.gate().now(), site.zone());
    File log = demo.resolve("play.log").toFile();
    return Optional.of(
        new ProcessBuilder(
                "node",
                play.toString(),
                "--url",
                running.url(),
                "--complex",
                site.complex(),
                "--tokens",
                secrets.toString(),
                "--rows",
                "generated",
                "--seed",
                Integer.toString(arguments.number("seed", 1, Integer.MAX_VALUE)),
                "--log",
                demo.resolve("day-" + day + ".jsonl").toString())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .redirectError(ProcessBuilder.Redirect.appendTo(log))
            .start());
  }
}
