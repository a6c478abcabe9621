package io.clearway.main;

import io.clearway.journal.SegmentExport;
import io.clearway.journal.SegmentImport;
import io.clearway.journal.Verifier;
import io.clearway.kernel.Subject;
import io.clearway.link.waiting.WaitingFile;
import io.clearway.live.LiveGate;
import io.clearway.vault.DamagedVault;
import io.clearway.vault.SigningKey;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `verify`, `export`, `restore` and `erase`: what is done to the journal itself, with the gate at
/// rest; and `verify-waiting`.
final class JournalVerbs {

  private static final long LARGEST_RECORD = 20_000_000;

  private JournalVerbs() {}

  static int verify(Arguments arguments, PrintStream out)
      throws IOException, SQLException, GeneralSecurityException {
    try (Installation installation = Installation.beside(arguments)) {
      installation.database().migrate();
      Verifier.Findings findings =
          Verifier.verify(
              installation.database(),
              Hand.site(arguments).complex(),
              installation.codec(),
              installation.publicKey());
      if (findings.entries() == 0 && findings.faults().isEmpty()) {
        throw new Arguments.WrongUse(
            "there is no journal of "
                + Hand.site(arguments).complex()
                + " here; nothing is proved");
      }
      ObjectNode line = JsonMapper.shared().createObjectNode();
      line.put("entries", findings.entries()).put("events", findings.events());
      line.put("segments", findings.segments()).put("checkpoints", findings.checkpoints());
      line.put("lastSeq", findings.lastSeq()).put("holds", findings.holds());
      findings.faults().forEach(line.putArray("faults")::add);
      out.println(line);
      return findings.holds() ? 0 : 1;
    }
  }

  static int export(Arguments arguments, PrintStream out) throws IOException, SQLException {
    Path to = Path.of(arguments.get("to"));
    try (Installation installation = Installation.beside(arguments)) {
      installation.database().migrate();
      List<Path> files =
          SegmentExport.write(
              installation.database(),
              Hand.site(arguments).complex(),
              to,
              installation.publicKey());
      for (Path file : files) {
        out.println(JsonMapper.shared().createObjectNode().put("file", file.toString()));
      }
      return 0;
    }
  }

  /// The keys of personal data and the signing key are not in the segments: whoever restores brings
  /// `vault/` and `keys/` along first, or everything personal reads erased.
  static int restore(Arguments arguments, PrintStream out) throws IOException, SQLException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("restore needs one folder of segments");
    }
    Path from = Path.of(arguments.words().getFirst());
    long until =
        arguments.find("until").isPresent()
            ? arguments.number("until", 0, 999_999_999)
            : Long.MAX_VALUE;
    try (Installation installation = Installation.open(arguments)) {
      installation.database().migrate();
      SegmentImport.Restored restored =
          SegmentImport.read(installation.database(), Hand.site(arguments).complex(), from, until);
      ObjectNode line = JsonMapper.shared().createObjectNode();
      line.put("segments", restored.segments()).put("lastSeq", restored.lastSeq());
      out.println(line);
      return 0;
    }
  }

  /// By the running instance, when there is one. The journal says first that the person is erased,
  /// then the key goes: a crash between the two is made good at the next start.
  static int erase(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("erase needs one subject, 32 hexadecimal digits");
    }
    Subject subject;
    try {
      subject = Subject.parse(arguments.words().getFirst());
    } catch (IllegalArgumentException malformed) {
      throw new Arguments.WrongUse("a subject is 32 hexadecimal digits");
    }
    String reason = arguments.get("reason");
    Optional<Running> running = Running.find(arguments.dataFolder());
    if (running.isPresent()) {
      out.println(erase(running.get(), Hand.site(arguments).complex(), subject, reason));
      return 0;
    }
    try (Installation installation = Installation.existing(arguments)) {
      if (!installation.keys().knows(subject)) {
        throw new Arguments.WrongUse("SUBJECT_UNKNOWN: nothing of such a person was ever held");
      }
      try (LiveGate gate = installation.gate(Hand.site(arguments).complex())) {
        Hand hand = new Hand(gate).awaitReady();
        hand.order(new Command.OfWorld(new WorldCommand.Erase(subject, reason)));
        if (installation.keys().holds(subject)) {
          throw new IOException("the key could not be destroyed, see the log; ask again");
        }
        out.println(erased(subject, gate.published().seq()));
      }
      return 0;
    }
  }

  private static ObjectNode erase(Running running, String complex, Subject subject, String reason)
      throws IOException, InterruptedException {
    try (Ask ask = new Ask(running.url(), complex, running.operatorToken())) {
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.put("subject", subject.toString()).put("reason", reason);
      Ask.Reply reply = ask.post("/erasures", UUID.randomUUID(), body.toString());
      if (!reply.good()) {
        throw new Arguments.WrongUse(reply.sentence());
      }
      return erased(subject, reply.body().path("seq").asLong());
    }
  }

  private static ObjectNode erased(Subject subject, long seq) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    return line.put("erased", subject.toString()).put("seq", seq);
  }

  /// Whether a waiting record is as the gate signed it. It needs the gate's public key and nothing
  /// else, and no gate that runs.
  static int verifyWaiting(Arguments arguments, PrintStream out) throws IOException {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse("verify-waiting needs one file");
    }
    Path file = Path.of(arguments.words().getFirst());
    if (!Files.isReadable(file) || Files.size(file) > LARGEST_RECORD) {
      throw new Arguments.WrongUse("there is no such file that can be read: " + file);
    }
    WaitingFile checked = WaitingFile.check(Files.readAllBytes(file), publicKey(arguments));
    ObjectNode line = JsonMapper.shared().createObjectNode().put("genuine", checked.genuine());
    checked.statement().ifPresent(said -> line.put("statement", said));
    out.println(line);
    return checked.genuine() ? 0 : 1;
  }

  private static byte[] publicKey(Arguments arguments) {
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
