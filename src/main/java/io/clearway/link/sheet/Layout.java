package io.clearway.link.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of columns, as in `layout/registration.csv` and for people in docs/layout.md. Adding a
/// column is adding a line there.
public final class Layout {

  /// Rows that follow each other with the same cell here are one registration.
  static final String DECLARATION = "declarationId";

  /// Another cell here begins a further goods group.
  static final String GROUP = "goodsGroups[0].customsDeclarationNumber";

  private static final Layout REGISTRATION = read("/layout/registration.csv");

  private final List<Column> columns;
  private final Map<Column.Part, List<Column>> byPart = new EnumMap<>(Column.Part.class);
  private final Map<String, Integer> byWord = new HashMap<>();
  private final Map<String, Integer> byPath = new HashMap<>();

  private Layout(List<Column> columns) {
    this.columns = List.copyOf(columns);
    for (Column.Part part : Column.Part.values()) {
      byPart.put(part, columns.stream().filter(column -> column.part() == part).toList());
    }
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      once(byPath, column.path(), i);
      once(byWord, fold(column.word()), i);
      for (String other : column.others()) {
        once(byWord, fold(other), i);
      }
      byWord.putIfAbsent(fold(column.path()), i);
    }
  }

  /// The columns of a registration.
  public static Layout registration() {
    return REGISTRATION;
  }

  /// In the order in which they are written.
  public List<Column> columns() {
    return columns;
  }

  List<Column> columns(Column.Part part) {
    return Objects.requireNonNull(byPart.get(part));
  }

  /// The column of a header, whatever its language, case, accents, blanks and signs.
  public Optional<Column> find(String header) {
    return Optional.ofNullable(byWord.get(fold(header))).map(columns::get);
  }

  /// Of a path with every index 0.
  Optional<Column> at(String path) {
    return Optional.ofNullable(byPath.get(path)).map(columns::get);
  }

  /// Letters and digits in small letters without accents, so that `Biển số xe *` is `biensoxe`.
  static String fold(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder bare = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(c -> c == 'đ' ? 'd' : c)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static void once(Map<String, Integer> map, String key, int index) {
    Integer before = map.put(key, index);
    if (before != null && before != index) {
      throw new IllegalStateException("the layout has two columns '" + key + "'");
    }
  }

  private static Layout read(String resource) {
    List<Column> columns = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(Layout.class.getResourceAsStream(resource));
        CsvReader<NamedCsvRecord> table =
            CsvReader.builder()
                .ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
      table.forEach(line -> columns.add(column(columns.size(), line)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Layout(columns);
  }

  private static Column column(int index, NamedCsvRecord line) {
    return new Column(
        index,
        line.getField("word"),
        Stream.of(line.getField("vietnamese"), line.getField("chinese"))
            .flatMap(words -> Stream.of(words.split(";", -1)))
            .toList(),
        line.getField("path"),
        Column.Part.of(line.getField("path")),
        Kind.find(line.getField("kind")).orElseThrow(),
        empty(line.getField("empty")),
        line.getField("example"),
        line.getField("meaning"));
  }

  private static Column.Empty empty(String word) {
    return Stream.of(Column.Empty.values())
        .filter(empty -> empty.word.equals(word))
        .findFirst()
        .orElseThrow();
  }
}
