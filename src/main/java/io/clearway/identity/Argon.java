package io.clearway.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;

/// Argon2id over passwords and PINs. Each takes 19 MiB and about 40 ms, so only a few run at once:
/// who tries many at a time waits, and does not take the machine from those who work.
final class Argon {

  static final int MEMORY_KIB = 19_456;
  static final int PASSES = 2;
  static final int LANES = 1;
  static final int BYTES = 32;
  static final int SALT_BYTES = 16;
  private static final int AT_ONCE = 2;

  private static final Semaphore TURNSTILE = new Semaphore(AT_ONCE, true);

  /// What an unknown name is compared with, so that it takes as long as a known one.
  private static final String NOBODY = hash("nobody's password");

  private Argon() {}

  private static Argon2Function function() {
    return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, BYTES, Argon2.ID);
  }

  /// With a salt of its own, as `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
  static String hash(String secret) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    TURNSTILE.acquireUninterruptibly();
    try {
      return Password.hash(secret).addSalt(salt).with(function()).getResult();
    } finally {
      TURNSTILE.release();
    }
  }

  static boolean matches(String secret, String hash) {
    TURNSTILE.acquireUninterruptibly();
    try {
      return Password.check(secret, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      TURNSTILE.release();
    }
  }

  /// Takes as long as a comparison and is never right.
  static boolean never(String secret) {
    return matches(secret, NOBODY) && secret.isEmpty();
  }
}
