package io.clearway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.Role;
import io.clearway.bytes.Limits;
import io.clearway.bytes.Sealing;
import io.clearway.bytes.Utf8;
import io.clearway.bytes.Words;
import io.clearway.crossing.CrossingEvent;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.registration.RegistrationEvent;
import io.clearway.world.Event;
import io.clearway.world.WorldEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BinaryCodecTest {

  private static final Subject DRIVER = new Subject(1, 2);

  private final XorSealing sealing = new XorSealing();
  private final BinaryCodec codec = new BinaryCodec(sealing);

  @Test
  void everyKindIsReadAsItWasWritten() {
    assertThat(GoldenEvents.full().stream().map(BinaryCodec::type))
        .containsExactly(EventType.values());
    assertThat(GoldenEvents.minimal().stream().map(BinaryCodec::type))
        .containsExactly(EventType.values());
    assertThat(again(GoldenEvents.full())).isEqualTo(GoldenEvents.full());
    assertThat(again(GoldenEvents.minimal())).isEqualTo(GoldenEvents.minimal());
    assertThat(again(List.of())).isEmpty();
  }

  @Test
  void drawnEventsAreReadAsTheyWereWritten() {
    for (long seed = 0; seed < 300; seed++) {
      SampleEvents samples = new SampleEvents(seed);
      for (EventType type : EventType.values()) {
        Event event = samples.next(type);
        assertThat(BinaryCodec.type(event)).isEqualTo(type);
        assertThat(again(List.of(event))).as("seed %d, %s", seed, type).containsExactly(event);
      }
      List<Event> many = samples.next(10);
      assertThat(again(many)).as("seed %d", seed).isEqualTo(many);
    }
  }

  @Test
  void manyThreadsShareOneCodec() {
    List<byte[]> alone =
        IntStream.range(0, 64).mapToObj(i -> codec.encode(new SampleEvents(i).next(50))).toList();
    List<byte[]> together =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> codec.encode(codec.decode(alone.get(i))))
            .toList();
    for (int i = 0; i < alone.size(); i++) {
      assertThat(together.get(i)).as("seed %d", i).isEqualTo(alone.get(i));
    }
  }

  @Test
  void whatWasErasedReadsErased() {
    byte[] body = codec.encode(List.of(arrived(new Personal.Known<>(DRIVER, "29C12345"))));
    assertThat(sealing.destroy(DRIVER)).isTrue();
    List<Event> erased = codec.decode(body);
    assertThat(erased).containsExactly(arrived(new Personal.Erased<>(DRIVER)));
    assertThat(again(erased)).isEqualTo(erased);
  }

  @Test
  void theBytesDoNotHoldThePersonalValue() {
    byte[] body = codec.encode(List.of(arrived(new Personal.Known<>(DRIVER, "29C12345"))));
    assertThat(new String(body, StandardCharsets.ISO_8859_1))
        .doesNotContain("29C12345")
        .contains("HN-1");
  }

  @Test
  void aSealThatIsBrokenIsCorrupt() {
    byte[] body = codec.encode(List.of(arrived(new Personal.Known<>(DRIVER, "29C12345"))));
    body[40] ^= 1;
    assertThat(codec.decode(body).getFirst())
        .isInstanceOfSatisfying(
            Event.OfCrossing.class,
            event ->
                assertThatThrownBy(
                        () -> ((CrossingEvent.VehicleArrived) event.fact()).plate().read())
                    .isInstanceOf(IllegalStateException.class));
  }

  @Test
  void aWordIsHeldOnce() {
    byte[] body = codec.encode(List.of(arrived(new Personal.Erased<>(DRIVER))));
    assertThat(gate(codec.decode(body))).isSameAs(gate(codec.decode(body)));
  }

  @Test
  void moreWordsThanAreRememberedAreStillReadRight() {
    Words words = new Words();
    for (int i = 0; i < 100_000; i++) {
      String word = "word " + i % 50_000;
      byte[] bytes = Utf8.bytes(word);
      assertThat(words.read(bytes, 0, bytes.length)).isEqualTo(word);
    }
  }

  @Test
  void whatIsTooMuchIsNotWritten() {
    assertThat(again(List.of(labelled("x".repeat(Limits.TEXT))))).hasSize(1);
    assertThatThrownBy(() -> codec.encode(List.of(labelled("x".repeat(Limits.TEXT + 1)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the bytes of a text are 65537, at most 65536");
    assertThatThrownBy(() -> codec.encode(Collections.nCopies(100_001, booksOpened())))
        .hasMessage("the items of a list are 100001, at most 100000");
    assertThatThrownBy(() -> codec.encode(Collections.nCopies(300, labelled("x".repeat(60_000)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the bytes of an entry");
    assertThat(again(Collections.nCopies(100_000, booksOpened()))).hasSize(100_000);
    assertThat(again(List.of(retired(100_000)))).containsExactly(retired(100_000));
  }

  @Test
  void sealingThatGivesNothingIsADefect() {
    BinaryCodec broken = new BinaryCodec(new NoSealing());
    assertThatThrownBy(() -> broken.encode(GoldenEvents.full()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sealing gave 0 bytes");
  }

  @Test
  void numbersAndNamesOfKindsAreUnique() {
    assertThat(Stream.of(EventType.values()).map(EventType::number)).doesNotHaveDuplicates();
    assertThat(Stream.of(EventType.values()).map(EventType::label)).doesNotHaveDuplicates();
    for (Event event : GoldenEvents.full()) {
      String label = BinaryCodec.type(event).label();
      assertThat(event.toString()).contains("fact=" + label.substring(label.indexOf('.') + 1));
    }
  }

  private List<Event> again(List<Event> events) {
    return codec.decode(codec.encode(events));
  }

  private static String gate(List<Event> events) {
    return events.getFirst() instanceof Event.OfCrossing(CrossingEvent.VehicleArrived e)
        ? e.gate()
        : "none";
  }

  private static Event arrived(Personal<String> plate) {
    return new Event.OfCrossing(
        new CrossingEvent.VehicleArrived(
            7,
            new UUID(3, 4),
            OptionalLong.empty(),
            plate,
            "HN-1",
            Direction.EXPORT,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty()));
  }

  private static Event booksOpened() {
    return new Event.OfWorld(new WorldEvent.BooksOpened(1));
  }

  private static Event labelled(String label) {
    return new Event.OfAuthority(
        new AuthorityEvent.ActorEnrolled(new Actor(1, new UUID(1, 1), Role.READER, label)));
  }

  private static Event retired(int count) {
    return new Event.OfRegistration(
        new RegistrationEvent.RegistrationsRetired(Collections.nCopies(count, 1L)));
  }

  private static final class NoSealing implements Sealing {
    @Override
    public byte[] seal(Subject subject, byte[] clear) {
      return new byte[0];
    }

    @Override
    public Optional<byte[]> open(Subject subject, byte[] sealed) {
      return Optional.empty();
    }

    @Override
    public void flush() {}

    @Override
    public boolean destroy(Subject subject) {
      return false;
    }
  }
}
