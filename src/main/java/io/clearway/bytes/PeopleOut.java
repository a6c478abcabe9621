package io.clearway.bytes;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.util.ArrayList;
import java.util.List;

/// The personal values of one event, gathered while its payload is written: each person's together,
/// so that they are sealed once. For one thread.
public final class PeopleOut {

  /// A person and what is known of them; a value that comes twice stands once.
  public record Person(Subject subject, List<Personal.Known<String>> values) {}

  private final List<Person> people = new ArrayList<>();

  public void clear() {
    people.clear();
  }

  public List<Person> people() {
    return people;
  }

  /// Writes where the value stands: the person's place and the value's, from 1; 0 for an erased
  /// one.
  public void refer(ByteOut payload, Personal<String> personal) {
    int place = place(personal.subject());
    payload.varint(place);
    Person person = people.get(place);
    payload.varint(personal.read().map(value -> value(person, value)).orElse(0));
  }

  private int place(Subject subject) {
    for (int i = 0; i < people.size(); i++) {
      if (people.get(i).subject().equals(subject)) {
        return i;
      }
    }
    people.add(new Person(subject, new ArrayList<>(4)));
    return people.size() - 1;
  }

  private static int value(Person person, String value) {
    List<Personal.Known<String>> values = person.values();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).value().equals(value)) {
        return i + 1;
      }
    }
    values.add(new Personal.Known<>(person.subject(), value));
    return values.size();
  }

  /// Writes every person with the sealed values; none where nothing is known.
  public void write(ByteOut out, ByteOut scratch, Sealing sealing) {
    out.count(people.size());
    for (Person person : people) {
      out.subject(person.subject());
      if (person.values().isEmpty()) {
        out.varint(0);
      } else {
        scratch.clear();
        person.values().forEach(known -> scratch.text(known.value()));
        out.block(sealed(sealing, person.subject(), scratch.toBytes()));
      }
    }
  }

  private static byte[] sealed(Sealing sealing, Subject subject, byte[] clear) {
    byte[] sealed = sealing.seal(subject, clear);
    if (sealed.length < Limits.LEAST_SEALED || sealed.length > Limits.SEALED) {
      throw new IllegalStateException("sealing gave " + sealed.length + " bytes");
    }
    return sealed;
  }
}
