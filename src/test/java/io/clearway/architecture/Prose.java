package io.clearway.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One text that people read, without the names of code in it.
///
/// @param line of its first character; 0 where the place says enough
record Prose(String place, int line, String text) {

  private static final Pattern CODE =
      Pattern.compile(
          "`[^`\\n]*\\n?[^`\\n]*`|<!--.*?-->|(?<=\\])\\([^)\\s]*\\)|https?://\\S+", Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile("\\S\\s+\\S|[^\\p{ASCII}]");
  private static final Pattern QUOTED =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`",
          Pattern.DOTALL);

  /// Vietnamese and Chinese between code.
  private static final Pattern FOREIGN = Pattern.compile("[\\u00c0-\\u1ef9\\u4e00-\\u9fff]");

  private static final Set<String> LABELS = Set.of("description", "summary", "title", "detail");

  String placeOf(int at) {
    long before = text.substring(0, at).chars().filter(c -> c == '\n').count();
    return line == 0 ? place : place + ":" + (line + before);
  }

  /// Every place where words meet people.
  static List<Prose> ofTheHouse() throws IOException {
    List<Prose> all = new ArrayList<>(java(House.mainSources()));
    for (Path words : below(Path.of("web/src"), 2)) {
      if (words.toString().matches(".*words(\\.(vi|zh|en))?\\.ts")) {
        all.addAll(typeScript(words.toString(), Files.readString(words)));
      } else if (words.toString().matches(".*\\.tsx?")) {
        typeScript(words.toString(), Files.readString(words)).stream()
            .filter(prose -> FOREIGN.matcher(prose.text()).find())
            .forEach(all::add);
      }
    }
    List<Path> files = new ArrayList<>(below(Path.of("."), 1));
    files.addAll(below(Path.of("docs"), Integer.MAX_VALUE));
    files.addAll(below(Path.of("counterpart"), 1));
    files.addAll(below(Path.of("src/main/resources"), Integer.MAX_VALUE));
    for (Path file : files) {
      String name = file.normalize().toString();
      if (name.endsWith(".md") || name.endsWith("sentences.tsv")) {
        all.addAll(markdown(name, Files.readString(file)));
      } else if (name.endsWith(".json") && name.startsWith("src")) {
        all.addAll(json(name, Files.readString(file)));
      }
    }
    return all;
  }

  private static List<Path> below(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// A page as one text: what is code in it keeps its room and loses its letters.
  static List<Prose> markdown(String place, String page) {
    StringBuilder text = new StringBuilder();
    boolean fenced = false;
    boolean indented = false;
    String before = "";
    for (String line : page.lines().toList()) {
      boolean fence = line.strip().startsWith("```");
      indented = line.startsWith("    ") && (indented || before.isBlank());
      text.append(fenced || fence || indented ? "" : line).append('\n');
      fenced = fence != fenced;
      before = line;
    }
    return List.of(new Prose(place, 1, withoutCode(text.toString())));
  }

  private static String withoutCode(String text) {
    return CODE.matcher(text)
        .replaceAll(code -> Matcher.quoteReplacement(code.group().replaceAll("[^\\n]", "·")));
  }

  /// Every text in quotes, also one word: for a file that holds nothing but words.
  static List<Prose> typeScript(String place, String source) {
    List<Prose> all = new ArrayList<>();
    for (MatchResult quoted : QUOTED.matcher(source).results().toList()) {
      for (int group = 1; group <= quoted.groupCount(); group++) {
        if (quoted.group(group) != null) {
          String before = source.substring(0, quoted.start());
          int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
          all.add(new Prose(place, line, quoted.group(group)));
        }
      }
    }
    return all;
  }

  /// Values that are sentences or stand where a label does; never keys.
  static List<Prose> json(String place, String text) {
    List<Prose> all = new ArrayList<>();
    collect(place + " ", "", JsonMapper.shared().readTree(text), all);
    return all;
  }

  private static void collect(String place, String key, JsonNode node, List<Prose> all) {
    if (node.isString() && (LABELS.contains(key) || isProse(node.asString()))) {
      all.add(new Prose(place, 0, withoutCode(node.asString())));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      collect(place + "/" + entry.getKey(), entry.getKey(), entry.getValue(), all);
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      collect(place + "/" + i, key, node.path(i), all);
    }
  }

  /// One word in ASCII is the name of something.
  private static boolean isProse(String text) {
    return WORDS.matcher(text).find();
  }

  /// The texts in the code that are sentences, put together where a plus joins them.
  static List<Prose> java(List<SourceFile> sources) throws IOException {
    Parsed parsed = Parsed.syntaxOf(sources);
    Literals literals = new Literals(parsed);
    parsed.units().forEach(unit -> literals.scan(unit, null));
    return literals.found;
  }

  private static final class Literals extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Parsed parsed;
    private final List<Prose> found = new ArrayList<>();

    Literals(Parsed parsed) {
      this.parsed = parsed;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      add(literal, textOf(literal));
      return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
      if (sum.getKind() != Tree.Kind.PLUS) {
        return super.visitBinary(sum, null);
      }
      List<Tree> parts = new ArrayList<>();
      flatten(sum, parts);
      StringBuilder text = new StringBuilder();
      for (Tree part : parts) {
        text.append(part instanceof LiteralTree literal ? textOf(literal) : "…");
        if (!(part instanceof LiteralTree)) {
          scan(part, null);
        }
      }
      add(sum, text.toString());
      return null;
    }

    private static void flatten(Tree tree, List<Tree> parts) {
      if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        flatten(sum.getLeftOperand(), parts);
        flatten(sum.getRightOperand(), parts);
      } else {
        parts.add(tree);
      }
    }

    private static String textOf(LiteralTree literal) {
      return literal.getValue() instanceof String text ? text : "…";
    }

    private void add(Tree tree, String text) {
      if (isProse(text.replace("…", "x"))) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        String place = "src/main/java/" + parsed.place(unit, tree);
        found.add(new Prose(place, 0, withoutCode(text)));
      }
    }
  }
}
