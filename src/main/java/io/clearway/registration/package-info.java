/// The transport registration that a trader makes once: vehicle, driver, goods, papers.
///
/// Public: [Registration] and its parts, [RegistrationCommand], [RegistrationEvent],
/// [Registrations], [RegistrationRules], [Spelling]. The *customs declaration* is another document,
/// referred to by its number. Checks every field and names every fault at once. Never knows where
/// the vehicle is.
@org.jspecify.annotations.NullMarked
package io.clearway.registration;
