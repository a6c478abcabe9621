package io.clearway.values;

import io.clearway.bytes.ByteIn;
import io.clearway.bytes.ByteOut;
import io.clearway.registration.Registration;

/// People and their documents in bytes: the parts of a record in the order in which it names them.
public final class PersonCodec {

  private PersonCodec() {}

  public static void person(ByteOut out, Registration.Person person) {
    out.personal(person.name());
    out.optional(person.phone(), ByteOut::personal);
    out.optional(person.identityNumber(), ByteOut::personal);
    out.list(person.documents(), PersonCodec::document);
  }

  public static Registration.Person person(ByteIn in) {
    return new Registration.Person(
        in.personal(),
        in.optional(ByteIn::personal),
        in.optional(ByteIn::personal),
        in.list(PersonCodec::document));
  }

  public static void document(ByteOut out, Registration.Document document) {
    out.varint(
        switch (document.kind()) {
          case PASSPORT -> 1;
          case BORDER_PASS -> 2;
          case DRIVING_LICENCE -> 3;
          case OTHER -> 4;
        });
    out.personal(document.number());
    out.optional(document.validTo(), ByteOut::text);
  }

  public static Registration.Document document(ByteIn in) {
    Registration.DocumentKind kind =
        switch (in.code()) {
          case 1 -> Registration.DocumentKind.PASSPORT;
          case 2 -> Registration.DocumentKind.BORDER_PASS;
          case 3 -> Registration.DocumentKind.DRIVING_LICENCE;
          case 4 -> Registration.DocumentKind.OTHER;
          default -> throw in.corrupt("no such document");
        };
    return new Registration.Document(kind, in.personal(), in.optional(ByteIn::text));
  }
}
