package io.clearway.link.api;

/// How somebody stands to what is asked about: a registration and its passage at the gate HN, of
/// the company 0109999999, in or bound for one of its yards.
enum Situation {
  NOBODY("without anything to prove who it is"),
  REVOKED("revoked since"),
  HERE("own gate, own company, on duty, with a token"),
  SIGNED_IN("the same, signed in"),
  ELSEWHERE("foreign gate"),
  OFF_DUTY("own gate, out of shift"),
  COLLEAGUE("another account of the company"),
  OTHER_COMPANY("foreign company"),
  OTHER_YARD("own gate, foreign yard");

  private final String words;

  Situation(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
