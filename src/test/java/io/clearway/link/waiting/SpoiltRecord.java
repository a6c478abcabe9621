package io.clearway.link.waiting;

import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.registration.Draft;
import io.clearway.report.WaitingRecord;
import io.clearway.site.Agency;
import io.clearway.view.Standing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A signed record of which one byte after the other is changed.
public final class SpoiltRecord {

  private static final Instant FROM = Instant.parse("2026-11-24T01:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofMinutes(65));

  private SpoiltRecord() {}

  static WaitingRecord record() {
    var cause =
        new Standing.Cause(Standing.Kind.AGENCY, Optional.of(Agency.CUSTOMS), "KEY_CUSTOMS");
    var where = new WaitingRecord.Where(WaitingRecord.Spot.GATE, "HN");
    return new WaitingRecord(
        new WaitingRecord.Head(
            "lang-son",
            ZoneId.of("Asia/Ho_Chi_Minh"),
            ZoneId.of("Asia/Shanghai"),
            new UUID(1, 2),
            Optional.of("2026112400001"),
            new Personal.Known<>(Draft.subject("29C12345"), "29C12345"),
            "HN",
            Direction.EXPORT,
            77),
        TO,
        false,
        List.of(new WaitingRecord.Stretch(FROM, TO, where, List.of(cause))),
        List.of(
            new WaitingRecord.Total(
                Standing.Kind.AGENCY,
                Optional.of(Agency.CUSTOMS),
                Duration.ofMinutes(65),
                Duration.ofMinutes(65))),
        List.of());
  }

  /// As a house gives it out.
  public static byte[] signedBy(WaitingSeal seal) {
    return WaitingFile.sign(record(), seal).bytes();
  }

  /// With a key of its own.
  static WaitingSeal seal() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new WaitingSeal(
          message -> {
            try {
              Signature signature = Signature.getInstance("Ed25519");
              signature.initSign(pair.getPrivate());
              signature.update(message);
              return signature.sign();
            } catch (GeneralSecurityException impossible) {
              throw new IllegalStateException(impossible);
            }
          },
          pair.getPublic().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What passes for genuine and is not, or the other way round.
  public static Optional<String> passed() {
    WaitingSeal seal = seal();
    byte[] json = WaitingFile.sign(record(), seal).bytes();
    byte[] page = WaitingFile.page("<!doctype html><p>65 minutes", seal);
    byte[] pdf = WaitingFile.pdf("%PDF-1.7 65 minutes".getBytes(StandardCharsets.US_ASCII), seal);
    for (byte[] file : List.of(json, page, pdf)) {
      if (!WaitingFile.check(file, seal.publicKey()).genuine()) {
        return Optional.of("what was signed does not pass");
      }
      for (int i = 0; i < file.length; i++) {
        byte[] changed = file.clone();
        changed[i] ^= 1;
        if (WaitingFile.check(changed, seal.publicKey()).genuine()) {
          return Optional.of("byte " + i + " of " + file.length + " was changed and passes");
        }
      }
    }
    return Optional.empty();
  }
}
