package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.identity.DriverLinks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a driver is told whose link reads nothing any more, and what a stranger is not.
class DriverLinkTest {

  private static final String PLAIN = "NOT_SIGNED_IN";

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(folder);
    door.arrive(0);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String made(String more) {
    String wish = "{\"registration\":\"" + Door.seven(0) + "\"" + more + "}";
    return door.post(Role.TRADER, "/driver-links", wish).json().get("link").stringValue();
  }

  private Door.Got read(String link) {
    Door.Got got = door.send(door.bearer("/driver/passage", link));
    if (got.status() != 200) {
      assertThat(got.status()).isEqualTo(401);
      assertThat(got.raw().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
    return got;
  }

  @Test
  void aDriverIsToldWhetherALinkEndedOrWasWithdrawn() {
    String shortly = made(",\"hours\":1");
    String longer = made(",\"hours\":5");
    assertThat(read(shortly).status()).isEqualTo(200);
    String ends = read(shortly).json().get("expiresAt").stringValue();
    door.clock.forward(Duration.ofHours(1));
    assertThat(read(shortly).code()).isEqualTo("LINK_EXPIRED");
    assertThat(read(shortly).raw().body()).contains(ends);
    assertThat(read(longer).status()).isEqualTo(200);
    String named = "{\"registration\":\"" + Door.seven(0) + "\"}";
    assertThat(door.post(Role.TRADER, "/driver-links/revocations", named).status()).isEqualTo(200);
    assertThat(read(longer).code()).isEqualTo("LINK_REVOKED");
    assertThat(read(shortly).code()).as("what ended, ended").isEqualTo("LINK_EXPIRED");
  }

  /// Signed elsewhere, one sign changed, cut short, no link at all: the same answer to the letter,
  /// whatever becomes of the links that were made here.
  @Test
  void whoBringsAForgedLinkIsToldNothing() {
    String good = made(",\"hours\":1");
    String elsewhere =
        new DriverLinks(folder.resolve("elsewhere"), door.clock)
            .make(Door.seven(0), door.key(Role.TRADER), Duration.ofHours(1));
    char other = good.charAt(60) == 'A' ? 'B' : 'A';
    List<String> forged =
        List.of(
            elsewhere,
            good.substring(0, 60) + other + good.substring(61),
            good.substring(0, good.length() - 4),
            "cwd_x");
    String plain = read("nothing").raw().body();
    assertThat(read("nothing").code()).isEqualTo(PLAIN);
    for (Duration later : List.of(Duration.ZERO, Duration.ofHours(2))) {
      door.clock.forward(later);
      for (String link : forged) {
        assertThat(read(link).raw().body()).as(link).isEqualTo(plain);
      }
    }
    assertThat(read(good).code()).isEqualTo("LINK_EXPIRED");
  }
}
