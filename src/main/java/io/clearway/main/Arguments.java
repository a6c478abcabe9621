package io.clearway.main;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A verb with its flags and its plain words, as given. Wrong use is one clear line.
record Arguments(Verb verb, List<String> words, Map<String, String> flags) {

  /// No value of a command line has it.
  private static final String SEPARATOR = "\0";

  /// Wrong use of the command line.
  static final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUse(String message) {
      super(message);
    }
  }

  /// @throws WrongUse with the line to show
  static Arguments parse(List<String> given) {
    boolean asksForHelp = given.isEmpty() || List.of("--help", "-h").contains(given.getFirst());
    String word = asksForHelp ? "help" : given.getFirst();
    Verb verb =
        Verb.find(word)
            .orElseThrow(
                () -> new WrongUse("there is no verb '" + word + "'; see ./clearway help"));
    List<String> words = new ArrayList<>();
    Map<String, String> flags = new TreeMap<>();
    for (int i = 1; i < given.size(); i++) {
      String next = given.get(i);
      if (!next.startsWith("--") && !verb.takesWords()) {
        throw new WrongUse(verb.word + " takes no " + next + "; see ./clearway help " + word);
      } else if (!next.startsWith("--")) {
        words.add(next);
      } else if (!verb.knows(next.substring(2))) {
        throw new WrongUse(verb.word + " has no flag " + next + "; see ./clearway help " + word);
      } else if (verb.isSwitch(next.substring(2))) {
        flags.put(next.substring(2), "");
      } else if (i + 1 == given.size()) {
        throw new WrongUse(next + " needs a value");
      } else {
        String value = given.get(++i);
        flags.merge(
            next.substring(2),
            value,
            verb.repeats(next.substring(2)) ? Arguments::joined : (a, b) -> b);
      }
    }
    return new Arguments(verb, List.copyOf(words), flags);
  }

  private static String joined(String before, String value) {
    return before + SEPARATOR + value;
  }

  /// Every value of a flag that may stand more than once.
  List<String> all(String flag) {
    return find(flag).map(text -> List.of(text.split(SEPARATOR))).orElse(List.of());
  }

  Optional<String> find(String flag) {
    return Optional.ofNullable(flags.get(flag));
  }

  /// @throws WrongUse when it is missing
  String get(String flag) {
    return find(flag).orElseThrow(() -> new WrongUse(verb.word + " needs --" + flag));
  }

  /// A whole number within bounds.
  ///
  /// @throws WrongUse when it is none
  int number(String flag, int otherwise, int most) {
    return number(flag, otherwise, 0, most);
  }

  /// @throws WrongUse when it is none
  int number(String flag, int otherwise, int least, int most) {
    String text = find(flag).orElse(Integer.toString(otherwise));
    int read = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (read < least || read > most) {
      throw new WrongUse("--" + flag + " must be a whole number from " + least + " to " + most);
    }
    return read;
  }

  Path dataFolder() {
    String otherwise = verb == Verb.BENCH ? "clearway-bench" : "clearway-data";
    return Path.of(find("data").orElse(otherwise)).toAbsolutePath().normalize();
  }
}
