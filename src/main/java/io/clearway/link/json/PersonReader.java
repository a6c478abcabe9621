package io.clearway.link.json;

import io.clearway.kernel.Personal;
import io.clearway.registration.Registration;
import io.clearway.registration.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads people and their documents.
final class PersonReader {

  private static final int OTHERS = 9;
  private static final int DOCUMENTS = 10;

  private final Subjects subjects;

  PersonReader(Subjects subjects) {
    this.subjects = subjects;
  }

  Registration.Driver driver(Fields f) {
    String identity = f.text("driverIdNumber");
    String whose = Spelling.identity(identity);
    return new Registration.Driver(
        personal(whose, f.text("driverName")),
        personal(whose, f.text("driverPhone")),
        personal(whose, identity),
        documents(f, "driverDocuments", whose),
        others(f));
  }

  /// The platform in use knows one accompanying person: `coDriverName`.
  private List<Registration.Person> others(Fields f) {
    List<Registration.Person> all = new ArrayList<>();
    f.optionalText("coDriverName")
        .map(name ->
            new Registration.Person(
                personal(name, name), Optional.empty(), Optional.empty(), List.of()))
        .ifPresent(all::add);
    all.addAll(f.optionalParts("coDrivers", OTHERS - all.size(), this::person));
    return List.copyOf(all);
  }

  Registration.Resident resident(Fields f) {
    Registration.Person person = person(f);
    return new Registration.Resident(person, f.whole("valueVnd"));
  }

  Registration.Person person(Fields f) {
    String name = f.text("name");
    Optional<String> identity = f.optionalText("idNumber");
    String whose = identity.map(Spelling::identity).orElse(name);
    return new Registration.Person(
        personal(whose, name),
        f.optionalText("phone").map(phone -> personal(whose, phone)),
        identity.map(number -> personal(whose, number)),
        documents(f, "documents", whose));
  }

  private List<Registration.Document> documents(Fields f, String name, String whose) {
    return f.optionalParts(
        name,
        DOCUMENTS,
        d ->
            new Registration.Document(
                d.word("kind", Registration.DocumentKind.class),
                personal(whose, d.text("number")),
                d.optionalText("validTo")));
  }

  private Personal<String> personal(String whose, String value) {
    return new Personal.Known<>(subjects.of("person", whose), value);
  }
}
