package io.clearway.takeover;

import io.clearway.kernel.Subject;
import io.clearway.link.json.Subjects;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Ids that follow from what is said, so that saying it again is known. They are keyed hashes: an
/// id outlives a person's erasure and must not be a way to prove a guess.
record StableIds(Subjects subjects) {

  private static final long VERSION_8 = 0x8000;
  private static final long VARIANT = 0x8000000000000000L;

  /// @param kind a word of ours
  UUID of(String kind, String said) {
    Subject hash = subjects.of("takeover " + kind, said);
    return new UUID(
        (hash.high() & ~0xF000L) | VERSION_8, (hash.low() & 0x3FFFFFFFFFFFFFFFL) | VARIANT);
  }

  /// Of a company's account: the same in every installation, since a tax code is no secret.
  static UUID account(String taxCode) {
    return named("account " + digits(taxCode));
  }

  /// Of the actor in whose name the stocktake is reported.
  static UUID stocktake(String role) {
    return named("stocktake " + role);
  }

  /// A tax code without the hyphen before a branch.
  static String digits(String taxCode) {
    return taxCode.replace("-", "");
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
