package io.clearway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

  private static final UUID ACTOR = new UUID(1, 2);
  private static final UUID OTHER = new UUID(3, 4);

  @TempDir Path folder;

  @Test
  void tokensOutliveARestartAndOnlyTheirDigestIsKept() throws IOException {
    Tokens tokens = new Tokens(folder);
    String first = tokens.issue(ACTOR);
    String second = tokens.issue(OTHER);
    Path file = folder.resolve("identity/tokens");
    assertThat(first).matches("cw_[A-Za-z0-9_-]{43}").isNotEqualTo(second);
    assertThat(Files.readString(file)).doesNotContain(first.substring(3));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Tokens again = new Tokens(folder);
    assertThat(again.find(first)).contains(ACTOR);
    assertThat(again.find(second)).contains(OTHER);
    assertThat(again.find("cw_" + "A".repeat(43))).isEmpty();
    assertThat(again.find("")).isEmpty();
  }

  @Test
  void revokingEndsAllTokensOfOneActor() {
    Tokens tokens = new Tokens(folder);
    String first = tokens.issue(ACTOR);
    String second = tokens.issue(ACTOR);
    String other = tokens.issue(OTHER);
    assertThat(tokens.revoke(ACTOR)).isTrue();
    assertThat(tokens.revoke(ACTOR)).isFalse();
    Tokens again = new Tokens(folder);
    assertThat(again.find(first)).isEmpty();
    assertThat(again.find(second)).isEmpty();
    assertThat(again.find(other)).contains(OTHER);
  }

  @Test
  void aCorruptFileIsNotTakenForAnEmptyOne() throws IOException {
    new Tokens(folder).issue(ACTOR);
    Files.writeString(folder.resolve("identity/tokens"), "nothing\n");
    assertThatThrownBy(() -> new Tokens(folder)).isInstanceOf(IllegalStateException.class);
  }
}
