package io.clearway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

  private static final UUID LAN = new UUID(1, 2);
  private static final UUID MINH = new UUID(3, 4);

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-24T03:00:00Z");
  private final InstantSource clock = () -> now;

  private void after(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aSessionOutlivesARestartAndOnlyItsDigestIsKept() throws IOException {
    Sessions.Opened opened = new Sessions(folder, clock).open(LAN, true);
    assertThat(opened.secret()).matches("[A-Za-z0-9_-]{43}");
    assertThat(Files.readString(folder.resolve("identity/sessions")))
        .doesNotContain(opened.secret());
    assertThat(new Sessions(folder, clock).find(opened.secret(), true)).contains(opened.session());
  }

  @Test
  void aQuarterOfAnHourWithoutARequestEndsIt() {
    Sessions sessions = new Sessions(folder, clock);
    String secret = sessions.open(LAN, false).secret();
    after(Duration.ofMinutes(14));
    assertThat(sessions.find(secret, true)).isPresent();
    after(Duration.ofMinutes(14));
    assertThat(sessions.find(secret, false)).as("a page by itself").isPresent();
    after(Duration.ofMinutes(1));
    assertThat(sessions.find(secret, true)).isEmpty();
  }

  @Test
  void twelveHoursEndItWhateverIsDone() {
    Sessions sessions = new Sessions(folder, clock);
    String secret = sessions.open(LAN, false).secret();
    for (int minutes = 10; minutes < 12 * 60; minutes += 10) {
      after(Duration.ofMinutes(10));
      assertThat(sessions.find(secret, true)).as(minutes + " minutes").isPresent();
    }
    after(Duration.ofMinutes(10));
    assertThat(sessions.find(secret, true)).isEmpty();
  }

  @Test
  void everySignInHasAnIdAndASecretOfItsOwn() {
    Sessions sessions = new Sessions(folder, clock);
    Sessions.Opened one = sessions.open(LAN, false);
    Sessions.Opened two = sessions.open(LAN, false);
    assertThat(one.secret()).isNotEqualTo(two.secret());
    assertThat(one.session().id()).isNotEqualTo(two.session().id());
  }

  @Test
  void aDeskThatIsTakenOverStaysTheDeskAndForgetsItsPerson() {
    Sessions sessions = new Sessions(folder, clock);
    List<UUID> told = new ArrayList<>();
    sessions.listen(told::add);
    Sessions.Opened before = sessions.open(LAN, false);
    Sessions.Opened after = sessions.takeOver(before.session().id(), MINH, false).orElseThrow();
    assertThat(after.session().id()).isEqualTo(before.session().id());
    assertThat(after.session().actor()).isEqualTo(MINH);
    assertThat(sessions.find(before.secret(), true)).isEmpty();
    assertThat(sessions.find(after.secret(), true)).isPresent();
    assertThat(sessions.holds(before.session())).isFalse();
    assertThat(told).containsExactly(before.session().id());
    sessions.end(after.session().id());
    assertThat(sessions.takeOver(after.session().id(), LAN, false)).isEmpty();
  }

  @Test
  void whoseTimeIsOverIsSweptAndTold() {
    Sessions sessions = new Sessions(folder, clock);
    List<UUID> told = new ArrayList<>();
    sessions.listen(told::add);
    UUID first = sessions.open(LAN, false).session().id();
    after(Sessions.IDLE);
    UUID second = sessions.open(MINH, false).session().id();
    sessions.sweep();
    assertThat(told).containsExactly(first);
    sessions.endOf(MINH);
    assertThat(told).containsExactly(first, second);
  }

  @Test
  void oneMoreThanAPersonMayHaveEndsTheOldest() {
    Sessions sessions = new Sessions(folder, clock);
    String oldest = sessions.open(LAN, false).secret();
    String next = sessions.open(LAN, false).secret();
    for (int i = 2; i < Sessions.PER_PERSON + 1; i++) {
      sessions.open(LAN, false);
    }
    assertThat(sessions.find(oldest, true)).isEmpty();
    assertThat(sessions.find(next, true)).isPresent();
  }

  @Test
  void wrongTriesOfAnAccountWaitLongerAndLonger() {
    Attempts attempts = new Attempts(clock);
    for (int i = 0; i < 4; i++) {
      attempts.wrong("lan", "10.0.0." + i);
      assertThat(attempts.wait("lan", "10.0.0.9")).isZero();
    }
    attempts.wrong("lan", "10.0.0.4");
    assertThat(attempts.wait("lan", "10.0.0.9")).isEqualTo(Duration.ofSeconds(30));
    assertThat(attempts.wait("minh", "10.0.0.9")).isZero();
    after(Duration.ofSeconds(30));
    assertThat(attempts.wait("lan", "10.0.0.9")).isZero();
    attempts.wrong("lan", "10.0.0.4");
    assertThat(attempts.wait("lan", "10.0.0.9")).isEqualTo(Duration.ofSeconds(60));
    for (int i = 0; i < 50; i++) {
      attempts.wrong("lan", "10.0.0.4");
    }
    assertThat(attempts.wait("lan", "10.0.0.9")).isEqualTo(Duration.ofMinutes(30));
    attempts.right("lan");
    assertThat(attempts.wait("lan", "10.0.0.9")).isZero();
  }

  @Test
  void anAddressThatTriesManyNamesWaitsToo() {
    Attempts attempts = new Attempts(clock);
    for (int i = 0; i < 30; i++) {
      assertThat(attempts.wait("name " + i, "10.0.0.1")).isZero();
      attempts.wrong("name " + i, "10.0.0.1");
    }
    assertThat(attempts.wait("another", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
    attempts.right("another");
    assertThat(attempts.wait("another", "10.0.0.1")).as("not forgotten").isPositive();
    assertThat(attempts.wait("another", "10.0.0.2")).isZero();
  }

  @Test
  void aDriversLinkReadsOneRegistrationUntilItIsOverOrRevoked() {
    DriverLinks links = new DriverLinks(folder, clock);
    String link = links.make(LAN, MINH, Duration.ofHours(2));
    DriverLinks again = new DriverLinks(folder, clock);
    assertThat(again.open(link)).map(DriverLinks.Link::registration).contains(LAN);
    assertThat(new DriverLinks(folder.resolve("other"), clock).open(link)).isEmpty();
    after(Duration.ofHours(2));
    assertThat(again.open(link)).isEmpty();
    String next = again.make(LAN, MINH, Duration.ofDays(99));
    String other = again.make(MINH, MINH, Duration.ofDays(1));
    again.revoke(LAN);
    assertThat(again.open(next)).isEmpty();
    assertThat(again.open(other)).isPresent();
    assertThat(new DriverLinks(folder, clock).open(next)).as("after a restart").isEmpty();
    after(Duration.ofMillis(1));
    String later = again.make(LAN, MINH, Duration.ofDays(99));
    assertThat(again.open(later)).isPresent();
    after(DriverLinks.LONGEST);
    assertThat(again.open(later)).as("a week at most").isEmpty();
  }

  @Test
  void aLinkThatEndedSaysHowAndAForgedOneSaysNothing() {
    DriverLinks links = new DriverLinks(folder, clock);
    String first = links.make(LAN, MINH, Duration.ofHours(2));
    assertThat(links.read(first)).isInstanceOf(DriverLinks.Brought.Standing.class);
    links.revoke(LAN);
    assertThat(links.read(first)).isInstanceOf(DriverLinks.Brought.Revoked.class);
    after(Duration.ofHours(2));
    assertThat(links.read(first))
        .as("for ever, though its revocation is forgotten in a week")
        .isInstanceOfSatisfying(
            DriverLinks.Brought.Expired.class,
            over -> assertThat(over.link().expires()).isEqualTo(clock.instant()));
    DriverLinks elsewhere = new DriverLinks(folder.resolve("other"), clock);
    elsewhere.revoke(LAN);
    for (String forged : List.of(first, elsewhere.make(LAN, MINH, Duration.ofMillis(-1)), "")) {
      DriverLinks reader = forged.equals(first) ? elsewhere : links;
      assertThat(reader.read(forged)).isInstanceOf(DriverLinks.Brought.Foreign.class);
    }
  }

  @Test
  void noBitOfALinkCanBeChanged() {
    DriverLinks links = new DriverLinks(folder, clock);
    byte[] good =
        java.util.Base64.getUrlDecoder()
            .decode(links.make(LAN, MINH, Duration.ofHours(2)).substring(4));
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      String text = "cwd_" + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bad);
      assertThat(links.read(text)).as("bit " + bit).isInstanceOf(DriverLinks.Brought.Foreign.class);
    }
    for (String odd : List.of("", "cwd_", "cw_x", "cwd_%%%", "cwd_" + "A".repeat(200))) {
      assertThat(links.open(odd)).isEmpty();
    }
  }
}
