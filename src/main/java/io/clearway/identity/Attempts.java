package io.clearway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Wrong tries, by account and by address. After so many the next has to wait, twice as long each
/// time; whoever waits is not even looked at. Only what was tried lately is remembered.
/// Thread-safe.
public final class Attempts {

  private static final int ACCOUNT = 5;
  private static final int ADDRESS = 30;
  private static final int REMEMBERED = 20_000;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration FORGOTTEN = Duration.ofHours(2);

  private final InstantSource clock;
  private final LinkedHashMap<String, Tries> tries = new LinkedHashMap<>(64, 0.75f, true);

  private record Tries(int wrong, Instant last, Instant until) {}

  public Attempts(InstantSource clock) {
    this.clock = clock;
  }

  /// How long one has to wait before the next try of that account from that address; zero: not.
  public synchronized Duration wait(String account, String address) {
    Instant now = clock.instant();
    Duration one = left("a " + account, now);
    Duration other = left("h " + address, now);
    return one.compareTo(other) > 0 ? one : other;
  }

  private Duration left(String key, Instant now) {
    Tries known = tries.get(key);
    return known == null || !now.isBefore(known.until())
        ? Duration.ZERO
        : Duration.between(now, known.until());
  }

  /// A wrong try, whether or not there is such an account.
  public synchronized void wrong(String account, String address) {
    count("a " + account, ACCOUNT);
    count("h " + address, ADDRESS);
    var oldest = tries.entrySet().iterator();
    while (tries.size() > REMEMBERED && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  private void count(String key, int free) {
    Instant now = clock.instant();
    Tries known = tries.get(key);
    int wrong = known == null || known.last().plus(FORGOTTEN).isBefore(now) ? 1 : known.wrong() + 1;
    tries.put(key, new Tries(wrong, now, wrong < free ? now : now.plus(delay(wrong - free))));
  }

  private static Duration delay(int more) {
    Duration delay = FIRST.multipliedBy(1L << Math.min(more, 6));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  /// A right one: the account's wrong tries are forgotten, those of the address are not.
  public synchronized void right(String account) {
    Map<String, Tries> all = tries;
    all.remove("a " + account);
  }
}
