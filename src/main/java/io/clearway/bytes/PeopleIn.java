package io.clearway.bytes;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The personal values of one event that is being read. They stay sealed until they are asked for.
/// For one thread.
public final class PeopleIn {

  /// Of events without any.
  public static final PeopleIn NOBODY = new PeopleIn(List.of());

  /// Where a person's values come from.
  private sealed interface Person {
    Subject subject();
  }

  private record Gathered(Subject subject, List<Personal.Known<String>> values) implements Person {}

  /// Nothing was known of the person when it was written.
  private record Unknown(Subject subject) implements Person {}

  /// Nobody changes the bytes.
  private static final class Held implements Person {
    private final Subject subject;
    private final byte[] bytes;
    private final Sealing sealing;

    Held(Subject subject, byte[] bytes, Sealing sealing) {
      this.subject = subject;
      this.bytes = bytes;
      this.sealing = sealing;
    }

    @Override
    public Subject subject() {
      return subject;
    }

    /// Every text; empty when the key was destroyed.
    Optional<String> find(int value) {
      Optional<byte[]> clear = sealing.open(subject, bytes);
      if (clear.isEmpty()) {
        return Optional.empty();
      }
      ByteIn texts = new ByteIn(clear.get(), NOBODY, NO_WORDS);
      for (int skipped = 1; skipped < value && !texts.atEnd(); skipped++) {
        texts.text();
      }
      if (texts.atEnd()) {
        throw texts.corrupt("a person has no value " + value);
      }
      return Optional.of(texts.text());
    }
  }

  /// Personal texts are never remembered as words.
  private static final Words NO_WORDS = new Words();

  private final List<Person> people;

  private PeopleIn(List<Person> people) {
    this.people = people;
  }

  public static PeopleIn read(ByteIn in, Sealing sealing) {
    int count = in.count();
    if (count == 0) {
      return NOBODY;
    }
    List<Person> people = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Subject subject = in.subject();
      byte[] sealed = in.sealed();
      people.add(sealed.length == 0 ? new Unknown(subject) : new Held(subject, sealed, sealing));
    }
    return new PeopleIn(people);
  }

  /// What was gathered, without sealing and opening it.
  public static PeopleIn of(PeopleOut out) {
    return new PeopleIn(
        out.people().stream().<Person>map(p -> new Gathered(p.subject(), p.values())).toList());
  }

  /// The value at those places, as [PeopleOut#refer] wrote them.
  public Personal<String> find(int place, int value, ByteIn from) {
    if (place >= people.size()) {
      throw from.corrupt("nobody stands at place " + place);
    }
    Person person = people.get(place);
    if (value == 0) {
      return new Personal.Erased<>(person.subject());
    }
    return switch (person) {
      case Held held -> new Personal.Sealed<>(held.subject(), () -> held.find(value));
      case Gathered(Subject subject, var values) -> values.get(value - 1);
      case Unknown unknown -> throw from.corrupt("nothing is known of a person with a value");
    };
  }
}
