package io.clearway.kernel;

import java.util.List;

/// A rule's no, as a value: never thrown, never logged as an error.
///
/// @param code stable, in capitals; part of the public interface
/// @param rule the rule's id in `docs/rules`
/// @param detail one English sentence
/// @param unmet every unmet condition when the user must see them all, else empty
/// @param violations fields at fault, when the refusal is about a form
public record Refusal(
    String code, String rule, String detail, List<String> unmet, List<Violation> violations) {

  public static Refusal of(String code, String rule, String detail) {
    return new Refusal(code, rule, detail, List.of(), List.of());
  }

  public static Refusal ofFields(List<Violation> violations) {
    Violation first = violations.getFirst();
    return new Refusal(first.code(), first.rule(), first.message(), List.of(), violations);
  }
}
