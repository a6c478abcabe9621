package io.clearway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.kernel.Subject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyVaultTest {

  private static final Subject DRIVER = new Subject(0x1122334455667788L, 0x99AABBCCDDEEFF00L);
  private static final Subject OTHER = new Subject(1, 2);
  private static final byte[] NAME = "Nguyễn Văn Thử 农历".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  @Test
  void whatWasSealedOpens() {
    try (KeyVault vault = KeyVault.open(data)) {
      byte[] sealed = vault.seal(DRIVER, NAME);
      assertThat(vault.open(DRIVER, sealed)).contains(NAME);
      assertThat(contains(sealed, NAME)).isFalse();
      byte[] nothing = vault.seal(DRIVER, new byte[0]);
      assertThat(nothing.length).isGreaterThanOrEqualTo(28);
      assertThat(vault.open(DRIVER, nothing)).contains(new byte[0]);
    }
  }

  @Test
  void noNonceIsUsedTwiceAlsoAfterARestart() {
    Set<String> nonces = new TreeSet<>();
    for (int start = 0; start < 3; start++) {
      try (KeyVault vault = KeyVault.open(data)) {
        for (int i = 0; i < 1_000; i++) {
          nonces.add(HexFormat.of().formatHex(vault.seal(DRIVER, NAME), 1, 13));
        }
      }
    }
    assertThat(nonces).hasSize(3_000);
  }

  @Test
  void flushedKeysOutliveTheProcess() throws IOException {
    byte[] sealed;
    Path copy = data.resolve("copy");
    try (KeyVault vault = KeyVault.open(data)) {
      sealed = vault.seal(DRIVER, NAME);
      assertThat(Files.size(file())).isEqualTo(KeyFile.SLOT);
      vault.flush();
      Files.createDirectories(copy.resolve("vault"));
      Files.copy(file(), copy.resolve("vault/keys.bin"));
    }
    try (KeyVault asAfterAKill = KeyVault.open(copy)) {
      assertThat(asAfterAKill.open(DRIVER, sealed)).contains(NAME);
      assertThat(asAfterAKill.open(DRIVER, asAfterAKill.seal(DRIVER, NAME))).contains(NAME);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void destroyedKeyIsNowhereInTheFolder() throws IOException {
    byte[] key;
    try (KeyVault vault = KeyVault.open(data)) {
      byte[] sealed = vault.seal(DRIVER, NAME);
      vault.seal(OTHER, NAME);
      vault.flush();
      key = vault.findKey(DRIVER).orElseThrow().secret();
      byte[] kept = vault.findKey(OTHER).orElseThrow().secret();
      assertThat(inAnyFile(key)).isTrue();

      assertThat(vault.destroy(DRIVER)).isTrue();

      assertThat(inAnyFile(key)).isFalse();
      assertThat(inAnyFile(NAME)).isFalse();
      assertThat(inAnyFile(kept)).isTrue();
      assertThat(vault.open(DRIVER, sealed)).isEmpty();
      assertThat(vault.destroy(DRIVER)).isFalse();
      assertThat(vault.destroy(new Subject(7, 7))).isFalse();
    }
    assertThat(inAnyFile(key)).isFalse();
  }

  @Test
  void keyDestroyedBeforeItsFlushNeverReachesTheDisk() throws IOException {
    byte[] sealed;
    byte[] kept;
    try (KeyVault vault = KeyVault.open(data)) {
      sealed = vault.seal(DRIVER, NAME);
      kept = vault.seal(OTHER, NAME);
      byte[] key = vault.findKey(DRIVER).orElseThrow().secret();
      assertThat(vault.destroy(DRIVER)).isTrue();
      assertThat(inAnyFile(key)).isFalse();
    }
    try (KeyVault vault = KeyVault.open(data)) {
      assertThat(vault.open(DRIVER, sealed)).isEmpty();
      assertThat(vault.open(OTHER, kept)).contains(NAME);
    }
  }

  @Test
  void whoComesBackGetsAnotherKeyAndThePastStaysErased() {
    byte[] before;
    byte[] after;
    try (KeyVault vault = KeyVault.open(data)) {
      before = vault.seal(DRIVER, NAME);
      vault.destroy(DRIVER);
      after = vault.seal(DRIVER, NAME);
      assertThat(after).isNotEqualTo(before);
    }
    try (KeyVault vault = KeyVault.open(data)) {
      assertThat(vault.open(DRIVER, before)).isEmpty();
      assertThat(vault.open(DRIVER, after)).contains(NAME);
      assertThat(vault.destroy(DRIVER)).isTrue();
      assertThat(vault.open(DRIVER, after)).isEmpty();
    }
  }

  @Test
  void everyChangedBitIsNoticed() {
    try (KeyVault vault = KeyVault.open(data)) {
      byte[] sealed = vault.seal(DRIVER, NAME);
      for (int bit = 8; bit < sealed.length * 8; bit++) {
        byte[] changed = sealed.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        assertThatThrownBy(() -> vault.open(DRIVER, changed)).isInstanceOf(BrokenSeal.class);
      }
      vault.seal(OTHER, NAME);
      assertThatThrownBy(() -> vault.open(OTHER, sealed)).isInstanceOf(BrokenSeal.class);
      assertThatThrownBy(() -> vault.open(DRIVER, new byte[28])).isInstanceOf(BrokenSeal.class);
    }
  }

  @Test
  void aKeyThatIsMissingIsNotTakenForErased() {
    byte[] sealed;
    try (KeyVault vault = KeyVault.open(data.resolve("one"))) {
      sealed = vault.seal(DRIVER, NAME);
    }
    try (KeyVault vault = KeyVault.open(data.resolve("two"))) {
      assertThatThrownBy(() -> vault.open(DRIVER, sealed))
          .isInstanceOf(DamagedVault.class)
          .hasMessageContaining(DRIVER.toString());
    }
  }

  @Test
  void tornLastSlotIsDroppedAndTheNextKeyTakesItsPlace() throws IOException {
    byte[] sealed;
    try (KeyVault vault = KeyVault.open(data)) {
      sealed = vault.seal(DRIVER, NAME);
      vault.flush();
      vault.seal(OTHER, NAME);
    }
    for (int torn : new int[] {1, 20, 63}) {
      try (var slots = new RandomAccessFile(file().toFile(), "rw")) {
        slots.setLength(2 * KeyFile.SLOT + torn);
      }
      byte[] again;
      try (KeyVault vault = KeyVault.open(data)) {
        assertThat(vault.open(DRIVER, sealed)).contains(NAME);
        assertThat(vault.findKey(OTHER)).isEmpty();
        again = vault.seal(OTHER, NAME);
      }
      try (KeyVault vault = KeyVault.open(data)) {
        assertThat(vault.open(OTHER, again)).contains(NAME);
      }
    }
  }

  @Test
  void lastSlotWithAWrongChecksumIsDropped() throws IOException {
    try (KeyVault vault = KeyVault.open(data)) {
      vault.seal(DRIVER, NAME);
      vault.seal(OTHER, NAME);
    }
    damage(2 * KeyFile.SLOT + 30);
    try (KeyVault vault = KeyVault.open(data)) {
      assertThat(vault.findKey(DRIVER)).isPresent();
      assertThat(vault.findKey(OTHER)).isEmpty();
    }
  }

  @Test
  void damageInTheMiddleStopsTheStart() throws IOException {
    try (KeyVault vault = KeyVault.open(data)) {
      vault.seal(DRIVER, NAME);
      vault.seal(OTHER, NAME);
    }
    damage(KeyFile.SLOT + 30);
    assertThatThrownBy(() -> KeyVault.open(data))
        .isInstanceOf(DamagedVault.class)
        .hasMessageContaining("slot 0");
  }

  @Test
  void twoVaultsNeverShareOneFile() {
    try (KeyVault first = KeyVault.open(data)) {
      assertThatThrownBy(() -> KeyVault.open(data)).isInstanceOf(VaultInUse.class);
      assertThat(first.seal(DRIVER, NAME)).isNotEmpty();
    }
  }

  @Test
  void aHundredThousandKeysReopenFast() {
    List<Subject> people = people(100_000);
    byte[] sealed;
    try (KeyVault vault = KeyVault.open(data)) {
      people.forEach(person -> vault.seal(person, NAME));
      sealed = vault.seal(people.getLast(), NAME);
      vault.flush();
    }
    Instant begin = Instant.now();
    try (KeyVault vault = KeyVault.open(data)) {
      Duration took = Duration.between(begin, Instant.now());
      System.out.println("100,000 keys reopened in " + took.toMillis() + " ms");
      assertThat(took).isLessThan(Duration.ofSeconds(2));
      assertThat(people).allMatch(person -> vault.findKey(person).isPresent());
      assertThat(vault.open(people.getLast(), sealed)).contains(NAME);
    }
  }

  @Test
  void manyReadersWhileOneSealsAndOneDestroys() throws Exception {
    List<Subject> people = people(5_000);
    try (KeyVault vault = KeyVault.open(data);
        var threads = Executors.newFixedThreadPool(4)) {
      List<byte[]> sealed = people.stream().map(person -> vault.seal(person, NAME)).toList();
      Callable<Integer> reader =
          () ->
              IntStream.range(0, people.size())
                  .map(i -> vault.open(people.get(i), sealed.get(i)).isPresent() ? 1 : 0)
                  .sum();
      Callable<Integer> writer =
          () -> people(20_000).stream().mapToInt(p -> vault.seal(p, NAME).length).sum();
      Callable<Integer> eraser =
          () -> (int) people.subList(0, 20).stream().filter(vault::destroy).count();
      List<Future<Integer>> done = threads.invokeAll(List.of(reader, writer, eraser, reader));
      assertThat(done.get(0).get()).isBetween(people.size() - 20, people.size());
      assertThat(done.get(2).get()).isEqualTo(20);
      assertThat(reader.call()).isEqualTo(people.size() - 20);
    }
  }

  @Test
  void speedAfterWarmUp() {
    List<Subject> people = people(1_000);
    try (KeyVault vault = KeyVault.open(data)) {
      List<byte[]> sealed = people.stream().map(person -> vault.seal(person, NAME)).toList();
      long seal = 0;
      long open = 0;
      for (int round = 0; round < 200; round++) {
        long begin = System.nanoTime();
        people.forEach(person -> vault.seal(person, NAME));
        long middle = System.nanoTime();
        for (int i = 0; i < people.size(); i++) {
          vault.open(people.get(i), sealed.get(i));
        }
        open = System.nanoTime() - middle;
        seal = middle - begin;
      }
      System.out.println("ns per seal " + seal / 1_000 + ", per open " + open / 1_000);
      assertThat(seal / 1_000).isLessThan(50_000);
    }
  }

  private Path file() {
    return data.resolve("vault/keys.bin");
  }

  private void damage(long offset) throws IOException {
    try (var slots = new RandomAccessFile(file().toFile(), "rw")) {
      slots.seek(offset);
      int was = slots.read();
      slots.seek(offset);
      slots.write(was ^ 1);
    }
  }

  private static List<Subject> people(int count) {
    Random seeded = new Random(count);
    return IntStream.range(0, count)
        .mapToObj(_ -> new Subject(seeded.nextLong(), seeded.nextLong()))
        .toList();
  }

  private boolean inAnyFile(byte[] wanted) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        if (contains(Files.readAllBytes(one), wanted)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean contains(byte[] all, byte[] wanted) {
    return Collections.indexOfSubList(boxed(all), boxed(wanted)) >= 0;
  }

  private static List<Byte> boxed(byte[] bytes) {
    return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
  }
}
