package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.journal.SegmentExport;
import io.clearway.journal.Verifier;
import io.clearway.kernel.Subject;
import io.clearway.live.LiveGate;
import io.clearway.world.Command;
import io.clearway.world.WorldCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `verify`, `export` and `erase`: what is done to the journal itself, with the gate at rest.
final class JournalVerbs {

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

  /// The journal says first that the person is erased, then the key goes: a crash between the two
  /// is made good at the next start.
  static int erase(Arguments arguments, PrintStream out) throws IOException, InterruptedException {
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
    try (Installation installation = Installation.open(arguments)) {
      try (LiveGate gate = installation.gate(Hand.site(arguments).complex())) {
        Hand hand = new Hand(gate).awaitReady();
        hand.order(new Command.OfWorld(new WorldCommand.Erase(subject, reason)));
        out.println(
            JsonMapper.shared()
                .createObjectNode()
                .put("erased", subject.toString())
                .put("seq", gate.published().seq())
                .put("actor", Actor.SYSTEM.label()));
      }
      return 0;
    }
  }
}
