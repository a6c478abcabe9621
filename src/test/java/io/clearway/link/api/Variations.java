package io.clearway.link.api;

import io.clearway.clearance.Inspection;
import io.clearway.crossing.KeyHolder;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.site.Agency;
import io.clearway.site.Handling;
import io.clearway.site.Places;
import io.clearway.site.Procedure;
import io.clearway.site.Site;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/// Every value that a record may hold, as far as it shows: each constant of an enum, each step and
/// place of a site, a list of each; one component at a time is varied, the others are as first.
final class Variations {

  private final Site site;

  Variations(Site site) {
    this.site = site;
  }

  /// The records under a sealed interface.
  static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(Variations::records);
  }

  List<Object> of(Class<?> record) {
    RecordComponent[] parts = record.getRecordComponents();
    List<List<Object>> values = new ArrayList<>();
    for (RecordComponent part : parts) {
      values.add(values(part.getGenericType(), part.getName()));
    }
    List<Object> all = new ArrayList<>();
    for (int varied = 0; varied < parts.length; varied++) {
      for (Object value : values.get(varied)) {
        Object[] given = values.stream().map(List::getFirst).toArray();
        given[varied] = value;
        all.add(made(record, parts, given));
      }
    }
    return all.stream().distinct().toList();
  }

  private static Object made(Class<?> record, RecordComponent[] parts, Object[] given) {
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(given);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record + " cannot be made", e);
    }
  }

  private List<Object> values(Type type, String name) {
    if (type instanceof ParameterizedType many) {
      return around((Class<?>) many.getRawType(), many.getActualTypeArguments()[0], name);
    }
    Class<?> one = (Class<?>) type;
    if (one == String.class) {
      return List.copyOf(words(name));
    }
    if (one.isEnum()) {
      return List.of(one.getEnumConstants());
    }
    if (one.isRecord() || one.isSealed()) {
      return records(one).flatMap(record -> of(record).stream()).toList();
    }
    return plain(one);
  }

  private List<Object> around(Class<?> holder, Type held, String name) {
    if (holder == Personal.class) {
      return List.of(new Personal.Known<>(new Subject(9, 9), "x"));
    }
    List<Object> inside = values(held, name);
    if (holder == Optional.class) {
      return Stream.concat(Stream.of(Optional.empty()), inside.stream().map(Optional::of))
          .map(Object.class::cast)
          .toList();
    }
    if (holder == List.class) {
      return inside.stream().map(one -> (Object) List.of(one)).toList();
    }
    throw new IllegalStateException("what may a " + holder + " hold?");
  }

  private static List<Object> plain(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "long" -> List.of(TimelineWordsTest.SUBJECT);
      case "int", "Integer" -> List.of(2);
      case "Long" -> List.of(TimelineWordsTest.SUBJECT);
      case "boolean" -> List.of(false, true);
      case "Instant" -> List.of(Instant.EPOCH);
      case "Duration" -> List.of(Duration.ofMinutes(1));
      case "UUID" -> List.of(new UUID(1, 1));
      case "OptionalInt" -> List.of(OptionalInt.empty());
      case "OptionalLong" -> List.of(OptionalLong.of(TimelineWordsTest.SUBJECT));
      default -> throw new IllegalStateException("what may a " + type + " be?");
    };
  }

  /// Who adds a text to an event says here what it may be.
  private List<String> words(String name) {
    Stream<String> steps = site.procedure().steps().stream().map(Procedure.Step::code);
    return switch (name) {
      case "step", "steps" -> steps.toList();
      case "line" ->
          Stream.of(
                  steps,
                  Arrays.stream(KeyHolder.values()).map(holder -> "KEY_" + holder),
                  Arrays.stream(Agency.values()).map(Inspection::line),
                  Stream.of("HOLD"))
              .flatMap(some -> some)
              .toList();
      case "yard" -> site.places().yards().stream().map(Places.Yard::code).toList();
      case "gate", "to" -> site.places().lines().stream().map(Places.Line::code).toList();
      case "code" -> site.procedure().rules().stream().map(Procedure.Automatic::code).toList();
      case "area" ->
          site.handling().areas().isEmpty()
              ? List.of("1")
              : site.handling().areas().stream().map(Handling.Area::code).toList();
      case "number", "numbers", "seal" -> List.of("108000000001");
      case "place", "observations" -> List.of("X-1");
      case "broken" ->
          Stream.of(
                  "DIRECTION",
                  "REGIME",
                  "PLATE",
                  "TRAILER",
                  "TRACTOR",
                  "OWNER",
                  "ITEM",
                  "GATE",
                  "NOT_IN_FORCE")
              .map(rest -> "LINK_" + rest)
              .toList();
      default -> throw new IllegalStateException("what may the text " + name + " be?");
    };
  }
}
