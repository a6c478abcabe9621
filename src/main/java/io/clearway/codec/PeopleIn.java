package io.clearway.codec;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The personal values of one event that is being read. For one thread.
final class PeopleIn {

  /// Of events without any.
  static final PeopleIn NOBODY = new PeopleIn(List.of());

  /// @param values empty when the person's key was destroyed, or when none of it was known
  private record Person(
      Subject subject, boolean readable, List<? extends Personal<String>> values) {}

  private final List<Person> people;

  private PeopleIn(List<Person> people) {
    this.people = people;
  }

  static PeopleIn read(ByteIn in, Sealing sealing) {
    int count = in.count();
    if (count == 0) {
      return NOBODY;
    }
    List<Person> people = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      people.add(person(in, sealing));
    }
    return new PeopleIn(people);
  }

  private static Person person(ByteIn in, Sealing sealing) {
    Subject subject = in.subject();
    byte[] sealed = in.sealed();
    if (sealed.length == 0) {
      return new Person(subject, true, List.of());
    }
    Optional<byte[]> clear = sealing.open(subject, sealed);
    if (clear.isEmpty()) {
      return new Person(subject, false, List.of());
    }
    ByteIn texts = in.inside(clear.get());
    List<Personal<String>> values = new ArrayList<>();
    while (!texts.atEnd()) {
      values.add(new Personal.Known<>(subject, texts.text()));
    }
    return new Person(subject, true, values);
  }

  /// What was gathered, without sealing and opening it.
  static PeopleIn of(PeopleOut out) {
    return new PeopleIn(
        out.people().stream().map(p -> new Person(p.subject(), true, p.values())).toList());
  }

  /// The value at those places, as [PeopleOut#refer] wrote them.
  Personal<String> find(int place, int value, ByteIn from) {
    if (place >= people.size()) {
      throw from.corrupt("nobody stands at place " + place);
    }
    Person person = people.get(place);
    if (value == 0 || !person.readable()) {
      return new Personal.Erased<>(person.subject());
    }
    if (value > person.values().size()) {
      throw from.corrupt("a person has no value " + value);
    }
    return person.values().get(value - 1);
  }
}
