package io.clearway.link.api;

import java.util.Optional;

/// What an operation is about, and one well-formed request to it.
///
/// @param ask without who asks
/// @param acts out of shift it is denied
/// @param gate what is told to who is of another gate
/// @param own what is told to who is of another company
/// @param colleague what is told to another account of the company
/// @param yard what is told to the operator of another yard
/// @param shows what stands in the answer to who may see it
/// @param by with what one asks
record Probe(
    Ask ask,
    boolean acts,
    Told gate,
    Told own,
    Told colleague,
    Told yard,
    Optional<String> shows,
    By by) {

  /// What comes of a request.
  enum Told {
    DONE,
    /// There is nothing here.
    NOTHING,
    DENIED
  }

  /// With what one asks.
  enum By {
    /// A token or a session.
    ACTOR,
    /// A session alone.
    PERSON,
    /// A driver's link alone.
    LINK,
    /// Nothing.
    ANYBODY
  }

  static Probe read(Ask ask) {
    return new Probe(
        ask, false, Told.DONE, Told.DONE, Told.DONE, Told.DONE, Optional.empty(), By.ACTOR);
  }

  static Probe command(Ask ask) {
    return new Probe(
        ask, true, Told.DONE, Told.DONE, Told.DONE, Told.DONE, Optional.empty(), By.ACTOR);
  }

  Probe elsewhere(Told told) {
    return new Probe(ask, acts, told, own, colleague, yard, shows, by);
  }

  Probe otherYard(Told told) {
    return new Probe(ask, acts, gate, own, colleague, told, shows, by);
  }

  /// The company's.
  Probe ofCompany() {
    return new Probe(ask, acts, gate, Told.NOTHING, Told.DONE, yard, shows, by);
  }

  /// The account's alone.
  Probe ofAccount() {
    return new Probe(ask, acts, Told.NOTHING, Told.NOTHING, Told.NOTHING, yard, shows, by);
  }

  Probe shows(Object what) {
    return new Probe(ask, acts, gate, own, colleague, yard, Optional.of(what.toString()), by);
  }

  Probe by(By other) {
    return new Probe(ask, acts, gate, own, colleague, yard, shows, other);
  }
}
