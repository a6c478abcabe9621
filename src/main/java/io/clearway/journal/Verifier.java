package io.clearway.journal;

import io.clearway.codec.EventCodec;
import io.clearway.world.CarryForward;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Reads the whole journal and proves it: sequence, hashes, segment links, carry-forward,
/// checkpoint signatures. Changes nothing; may run beside the owner.
public final class Verifier {

  /// What was found.
  ///
  /// @param faults what is wrong, each naming the entry; empty when the journal holds
  public record Findings(
      long entries, long events, int segments, int checkpoints, long lastSeq, List<String> faults) {

    public boolean holds() {
      return faults.isEmpty();
    }
  }

  /// The cause of entries that recreate the world at the head of a segment.
  public static final String CARRIED = "books.Carried";

  private static final int MOST_FAULTS = 100;

  private final String complex;
  private final EventCodec codec;
  private final Chain chain = new Chain();
  private final List<String> faults = new ArrayList<>();
  private final Map<Long, Digest> checkpointed = new HashMap<>();
  private Digest hash;
  private long seq;
  private long at;
  private long epoch;
  private long events;
  private World world = World.empty();
  private World carried = World.empty();

  private Verifier(String complex, EventCodec codec) {
    this.complex = complex;
    this.codec = codec;
    this.hash = Chain.genesis(complex);
  }

  /// Reads everything that is there now.
  ///
  /// @param publicKey the key that signed the checkpoints, X.509
  public static Findings verify(
      Database database, String complex, EventCodec codec, byte[] publicKey)
      throws SQLException, GeneralSecurityException {
    Verifier verifier = new Verifier(complex, codec);
    try (EntryStore store = new EntryStore(database, complex);
        Connection connection = database.connect()) {
      List<Checkpoint> checkpoints = Checkpoint.all(connection, complex);
      checkpoints.forEach(c -> verifier.checkpointed.put(c.seq(), c.hash()));
      List<Segment> segments = store.segments();
      for (int i = 0; i < segments.size(); i++) {
        long last = i + 1 < segments.size() ? segments.get(i + 1).firstSeq() - 1 : Long.MAX_VALUE;
        verifier.segment(store, segments.get(i), last);
      }
      verifier.signatures(checkpoints, publicKey);
      return new Findings(
          verifier.seq,
          verifier.events,
          segments.size(),
          checkpoints.size(),
          verifier.seq,
          List.copyOf(verifier.faults));
    }
  }

  private void segment(EntryStore store, Segment segment, long last) throws SQLException {
    if (segment.firstSeq() != seq + 1 || !segment.previousHash().equals(hash)) {
      fault("segment " + segment.number() + " is not linked to entry " + seq);
    }
    long carriedTo = segment.carriedTo();
    carried = World.empty();
    try {
      store.read(
          segment.firstSeq(),
          last,
          row -> {
            boolean head = row.seq <= carriedTo;
            if (head != row.cause.equals(CARRIED)) {
              fault("segment " + segment.number() + " is wrong about what it carries");
            }
            link(row, segment.number());
            fold(row, head);
            if (row.seq == carriedTo) {
              turnPage(segment);
            }
          });
    } catch (IllegalArgumentException unreadable) {
      fault("an entry after " + seq + " cannot be read: " + unreadable.getMessage());
    }
  }

  private void link(Row row, int segment) {
    if (row.seq != seq + 1) {
      fault("entry " + row.seq + " follows entry " + seq);
    }
    if (!row.follows(chain, hash)) {
      fault("entry " + row.seq + " has a hash that does not follow");
    }
    if (row.segment != segment || row.at < at || row.epoch < epoch) {
      fault("entry " + row.seq + " goes back in time, epoch or segment");
    }
    Digest signed = checkpointed.remove(row.seq);
    if (signed != null && !signed.equals(row.hash)) {
      fault("entry " + row.seq + " is not the one that was checkpointed");
    }
    seq = row.seq;
    hash = row.hash;
    at = row.at;
    epoch = row.epoch;
  }

  private void fold(Row row, boolean carriedForward) {
    try {
      List<Event> decoded = codec.decode(row.body);
      events += decoded.size();
      for (Event event : decoded) {
        if (carriedForward) {
          carried = carried.apply(event);
        } else {
          world = world.apply(event);
        }
      }
    } catch (RuntimeException corrupt) {
      fault("entry " + row.seq + " cannot be applied: " + corrupt.getMessage());
    }
  }

  /// fold(old segment) must be fold(carry-forward); the first segment carries an empty world.
  private void turnPage(Segment segment) {
    Instant any = Instant.EPOCH;
    if (!CarryForward.of(world, any).equals(CarryForward.of(carried, any))) {
      fault("segment " + segment.number() + " does not carry the world that it closes");
    }
    world = carried;
  }

  private void signatures(List<Checkpoint> checkpoints, byte[] publicKey)
      throws GeneralSecurityException {
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey));
    for (Checkpoint c : checkpoints) {
      Signature verify = Signature.getInstance("Ed25519");
      verify.initVerify(key);
      verify.update(Checkpoint.message(complex, c.seq(), c.at(), c.hash()));
      if (!fits(verify, c)) {
        fault("the checkpoint of entry " + c.seq() + " has a wrong signature");
      }
    }
    checkpointed
        .keySet()
        .forEach(missing -> fault("entry " + missing + " was checkpointed and is gone"));
  }

  private static boolean fits(Signature verify, Checkpoint checkpoint) {
    try {
      return verify.verify(HexFormat.of().parseHex(checkpoint.signature()));
    } catch (SignatureException ofAnotherLength) {
      return false;
    }
  }

  private void fault(String sentence) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(sentence);
    }
  }
}
