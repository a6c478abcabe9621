package io.clearway.registration;

import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A part of a form that a trader keeps to use again: a draft, a template, the company, a known
/// vehicle or person.
///
/// @param id inside
/// @param key at the edge, made by the client
/// @param owner whose it is; nobody else sees it
/// @param label how the trader calls it
/// @param leaves every value with its place, so that a person's values are that person's
public record Preset(
    long id, UUID key, long owner, Kind kind, String label, Instant keptAt, List<Leaf> leaves) {

  /// What is kept.
  public enum Kind {
    DRAFT,
    TEMPLATE,
    COMPANY,
    VEHICLE,
    PERSON
  }

  /// One value of the kept part, as JSON, with its path.
  public sealed interface Leaf {
    String path();

    /// A value that is nobody's.
    record Plain(String path, String json) implements Leaf {}

    /// A value that belongs to a person, a company's contact or a plate.
    record Private(String path, Personal<String> json) implements Leaf {}
  }

  boolean concerns(Subject subject) {
    return leaves.stream()
        .anyMatch(leaf ->
            leaf instanceof Leaf.Private(var path, Personal<String> json)
                && json.subject().equals(subject));
  }

  Preset without(Subject subject) {
    List<Leaf> rest =
        leaves.stream()
            .<Leaf>map(leaf ->
                switch (leaf) {
                  case Leaf.Plain plain -> plain;
                  case Leaf.Private(String path, Personal<String> json) ->
                      new Leaf.Private(path, json.without(subject));
                })
            .toList();
    return new Preset(id, key, owner, kind, label, keptAt, rest);
  }
}
