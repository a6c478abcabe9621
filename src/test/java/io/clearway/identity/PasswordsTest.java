package io.clearway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

  private static final UUID ACTOR = new UUID(1, 2);
  private static final UUID OTHER = new UUID(3, 4);

  @TempDir Path folder;

  @Test
  void whatIsKeptIsArgon2idWithTheseParameters() throws IOException {
    Passwords passwords = new Passwords(folder);
    String made = passwords.renew(ACTOR, "Lan");
    Path file = folder.resolve("identity/passwords");
    String text = Files.readString(file);
    assertThat(text).contains("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(made);
    String[] part = text.strip().split("\\$", -1);
    assertThat(java.util.Base64.getDecoder().decode(part[4])).as("salt").hasSize(16);
    assertThat(java.util.Base64.getDecoder().decode(part[5])).as("hash").hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Argon.hash(made)).as("a salt of its own").isNotEqualTo(Argon.hash(made));
  }

  @Test
  void aPasswordOutlivesARestartAndIsTheActors() {
    String made = new Passwords(folder).renew(ACTOR, " Nguyễn Lan ");
    Passwords again = new Passwords(folder);
    assertThat(again.byPassword("nguyễn lan", made)).contains(new Passwords.Known(ACTOR, true));
    assertThat(again.byPassword("nguyễn lan", made + "x")).isEmpty();
    assertThat(again.byPassword("nobody", made)).isEmpty();
    assertThat(again.taken("NGUYỄN LAN", OTHER)).isTrue();
    assertThatThrownBy(() -> again.renew(OTHER, "nguyễn lan"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onesOwnChoiceReplacesTheFirst() {
    Passwords passwords = new Passwords(folder);
    String made = passwords.renew(ACTOR, "lan");
    assertThat(passwords.change(ACTOR, "wrong", "my own choice")).isFalse();
    assertThat(passwords.change(ACTOR, made, "my own choice")).isTrue();
    assertThat(passwords.byPassword("lan", made)).isEmpty();
    assertThat(passwords.byPassword("lan", "my own choice"))
        .contains(new Passwords.Known(ACTOR, false));
    String renewed = passwords.renew(ACTOR, "lan.new");
    assertThat(passwords.byPassword("lan", "my own choice")).as("the old name").isEmpty();
    assertThat(passwords.byPassword("lan.new", renewed)).isPresent();
    passwords.revoke(ACTOR);
    assertThat(passwords.byPassword("lan.new", renewed)).isEmpty();
  }

  @Test
  void aBadgeIsOnePersons() {
    Passwords passwords = new Passwords(folder);
    assertThat(passwords.badge(ACTOR, "1234", "730518")).isTrue();
    assertThat(passwords.badge(OTHER, "1234", "918273")).isFalse();
    assertThat(passwords.badge(ACTOR, "77", "730518")).isTrue();
    assertThat(passwords.byBadge("1234", "730518")).as("one badge each").isEmpty();
    assertThat(passwords.byBadge("77", "730518")).contains(new Passwords.Known(ACTOR, false));
  }

  @ParameterizedTest
  @CsvSource({
    "730518, true",
    "111111, false",
    "123456, false",
    "654321, false",
    "112233, false",
    "73051, false",
    "730518123, false",
    "73051x, false"
  })
  void aPinIsNotWhatIsGuessedFirst(String pin, boolean good) {
    assertThat(Passwords.isPin("4711", pin)).isEqualTo(good);
    assertThat(Passwords.isPin(pin, pin)).as("the badge itself").isFalse();
  }

  @Test
  void aCorruptFileIsNotRead() throws IOException {
    new Passwords(folder).renew(ACTOR, "lan");
    Files.writeString(folder.resolve("identity/passwords"), "password lan\n");
    assertThatThrownBy(() -> new Passwords(folder)).isInstanceOf(IllegalStateException.class);
  }

  /// Both are one comparison; what differs is less than what a network adds.
  @Test
  void anUnknownNameTakesAsLongAsAKnownOne() {
    Passwords passwords = new Passwords(folder);
    passwords.renew(ACTOR, "lan");
    passwords.byPassword("lan", "warm");
    passwords.byPassword("nobody", "warm");
    long known = median(() -> passwords.byPassword("lan", "wrong"));
    long unknown = median(() -> passwords.byPassword("nobody", "wrong"));
    assertThat((double) unknown / known).isBetween(0.4, 2.5);
    assertThat(known).as("it costs something").isGreaterThan(5_000_000);
  }

  private static long median(Runnable what) {
    long[] took = new long[9];
    for (int i = 0; i < took.length; i++) {
      long begin = System.nanoTime();
      what.run();
      took[i] = System.nanoTime() - begin;
    }
    Arrays.sort(took);
    System.out.println("MEASURED one comparison: " + took[4] / 1_000_000 + " ms");
    return took[4];
  }
}
