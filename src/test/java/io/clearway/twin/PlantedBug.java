package io.clearway.twin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A deliberate fault, as `src/test/planted/README.md` describes its file.
record PlantedBug(String name, String checker, List<Change> changes) {

  record Change(String file, String before, String after) {}

  static PlantedBug read(Path patch) throws IOException {
    String file = "";
    String checker = "";
    String before = "";
    List<Change> changes = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : Files.readAllLines(patch)) {
      if (line.startsWith("checker ")) {
        checker = line.substring("checker ".length());
      } else if (line.startsWith("file ")) {
        file = line.substring("file ".length());
      } else if (line.equals("<<<<")) {
        block.setLength(0);
      } else if (line.equals("====")) {
        before = block.toString();
        block.setLength(0);
      } else if (line.equals(">>>>")) {
        changes.add(new Change(file, before, block.toString()));
      } else {
        block.append(line).append('\n');
      }
    }
    return new PlantedBug(patch.getFileName().toString(), checker, List.copyOf(changes));
  }

  /// Changes the copy of the sources.
  void plant(Path sources) throws IOException {
    for (Change change : changes) {
      Path file = sources.resolve(change.file());
      String text = Files.readString(file);
      int place = text.indexOf(change.before());
      if (place < 0 || text.indexOf(change.before(), place + 1) >= 0) {
        throw new IllegalStateException(name + " must fit exactly once in " + change.file());
      }
      Files.writeString(file, text.replace(change.before(), change.after()));
    }
  }
}
