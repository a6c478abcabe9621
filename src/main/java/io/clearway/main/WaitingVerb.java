package io.clearway.main;

import io.clearway.link.waiting.WaitingFile;
import io.clearway.vault.DamagedVault;
import io.clearway.vault.SigningKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `verify-waiting`: whether a waiting record is as the gate signed it. It needs the gate's public
/// key and nothing else, and no gate that runs.
final class WaitingVerb {

  private static final long LARGEST = 20_000_000;

  private WaitingVerb() {}

  static int verify(Arguments arguments, PrintStream out) throws IOException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("verify-waiting needs one file");
    }
    Path file = Path.of(arguments.words().getFirst());
    if (!Files.isReadable(file) || Files.size(file) > LARGEST) {
      throw new Arguments.WrongUse("there is no such file that can be read: " + file);
    }
    WaitingFile checked = WaitingFile.check(Files.readAllBytes(file), key(arguments));
    ObjectNode line = JsonMapper.shared().createObjectNode().put("genuine", checked.genuine());
    checked.statement().ifPresent(said -> line.put("statement", said));
    out.println(line);
    return checked.genuine() ? 0 : 1;
  }

  private static byte[] key(Arguments arguments) {
    Path file =
        arguments
            .find("key")
            .map(Path::of)
            .orElse(arguments.dataFolder().resolve("keys").resolve("signing.pub"));
    if (!Files.isReadable(file)) {
      throw new Arguments.WrongUse("there is no public key " + file + "; name one with --key");
    }
    try {
      return SigningKey.readPublic(file);
    } catch (DamagedVault none) {
      throw new Arguments.WrongUse(file + " is not a public key");
    }
  }
}
