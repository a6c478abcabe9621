package io.clearway.registration;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Shape;
import java.util.List;

/// What a form says of people and their documents. Rules: docs/rules/registration.md.
final class PeopleRules {

  private static final int TELEPHONE_DIGITS = 7;

  private static final Findings.Expiry DOCUMENT =
      new Findings.Expiry(
          "DOCUMENT_EXPIRED", "R-44", "The document is over before the vehicle is to come.");

  private PeopleRules() {}

  static void driver(
      Findings found, Findings.Place path, Registration.Driver driver, FormRules.Day day) {
    if (driver.name() instanceof Personal.Known<String>(var subject, String name)) {
      name(found, path.field("driverName"), name);
    }
    phone(found, path.field("driverPhone"), driver.phone());
    if (driver.identityNumber() instanceof Personal.Known<String>(var subject, String number)
        && !isDocument(number)) {
      found.add(
          path.field("driverIdNumber"),
          "DRIVER_ID_PLACEHOLDER",
          "R-26",
          "The driver's document number is missing or a placeholder.");
    }
    documents(found, path, "driverDocuments", driver.documents(), day);
    for (int i = 0; i < driver.others().size(); i++) {
      Registration.Person other = driver.others().get(i);
      Findings.Place place = path.inside("coDrivers", i);
      if (other.name() instanceof Personal.Known<String>(var subject, String name)) {
        name(found, place.field("name"), name);
      }
      other.phone().ifPresent(phone -> phone(found, place.field("phone"), phone));
      documents(found, place, "documents", other.documents(), day);
    }
  }

  ///
  static void name(Findings found, String path, String name) {
    if (name.codePoints().noneMatch(Character::isLetter)) {
      found.add(path, "NAME_WITHOUT_LETTERS", "R-61", "A name has letters.");
    }
    if (Shape.longestRunOfDigits(name) >= TELEPHONE_DIGITS) {
      found.add(
          path,
          "PHONE_IN_DRIVER_NAME",
          "R-27",
          "The name holds a telephone number; it has a field of its own.");
    }
  }

  ///
  private static void phone(Findings found, String path, Personal<String> phone) {
    if (phone instanceof Personal.Known<String>(var subject, String number)
        && number.codePoints().filter(Character::isDigit).count() < TELEPHONE_DIGITS) {
      found.add(path, "PHONE_FORMAT", "R-62", "A telephone number has at least seven digits.");
    }
  }

  static void documents(
      Findings found,
      Findings.Place path,
      String list,
      List<Registration.Document> documents,
      FormRules.Day day) {
    for (int i = 0; i < documents.size(); i++) {
      Registration.Document document = documents.get(i);
      Findings.Place place = path.inside(list, i);
      if (document.number() instanceof Personal.Known<String>(var subject, String number)
          && !isDocument(number)) {
        found.add(
            place.field("number"),
            "DOCUMENT_NUMBER",
            "R-44",
            "A document's number is six to twenty digits and capitals.");
      }
      found.until(place.field("validTo"), document.validTo(), day.toString(), DOCUMENT);
    }
  }

  /// Six to twenty digits and capitals.
  private static boolean isDocument(String number) {
    return number.length() >= 6 && number.length() <= 20 && Shape.digitsAndCapitals(number);
  }
}
