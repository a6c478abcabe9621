package io.clearway.takeover;

import io.clearway.crossing.Crossing;
import io.clearway.kernel.Violation;
import io.clearway.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What came of each line, and of all, as JSON. No name, plate or number of a person is in it.
public final class TakeoverJson {

  private TakeoverJson() {}

  public static ObjectNode line(Judged judged) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Deed deed = judged.deed();
    json.put("file", deed.file().file()).put("line", deed.line());
    json.put("status", judged.fate().name().toLowerCase(Locale.ROOT));
    switch (deed.what()) {
      case Deed.What.Nothing nothing -> {}
      case Deed.What.Account(String taxCode) -> json.put("taxCode", taxCode);
      case Deed.What.Kept(String owner) -> json.put("taxCode", owner);
      case Deed.What.Papers papers -> {
        json.put("declarationNumber", papers.number());
        if (papers.parts() > 1) {
          json.put("lot", papers.parts());
        }
      }
      case Deed.What.Standing standing ->
          json.put("gate", standing.sighting().gate())
              .put("direction", standing.sighting().direction().name());
    }
    ArrayNode faults = json.putArray("violations");
    for (Violation fault : judged.faults()) {
      write(faults.addObject(), fault);
    }
    return json;
  }

  static void write(ObjectNode json, Violation fault) {
    json.put("path", fault.path()).put("code", fault.code());
    json.put("rule", fault.rule()).put("message", fault.message());
  }

  /// @param world after all of it
  public static ObjectNode summary(List<Judged> lines, World world) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (FolderFile file : FolderFile.values()) {
      json.put(file.counted(), lines.stream().filter(j -> comes(j, file)).count());
    }
    long lots = 0;
    long registrations = 0;
    long withoutPapers = 0;
    for (Judged judged : lines) {
      if (judged.comes() && judged.deed().what() instanceof Deed.What.Papers papers) {
        lots += papers.parts() > 1 ? 1 : 0;
        registrations += papers.parts();
      }
      if (judged.comes() && judged.deed().what() instanceof Deed.What.Standing standing) {
        Optional<Crossing> here = Already.live(world, standing.sighting());
        withoutPapers += here.filter(c -> c.registration().isEmpty()).isPresent() ? 1 : 0;
      }
    }
    json.put(FolderFile.REGISTRATIONS.counted(), registrations).put("lots", lots);
    json.put("withoutPapers", withoutPapers);
    json.put("faults", lines.stream().mapToLong(j -> j.faults().size()).sum());
    count(json, "leftOut", lines, PlatformNames.Told::leftOut);
    count(json, "assumed", lines, PlatformNames.Told::assumed);
    return json;
  }

  /// By file and field, of the lines that come; nothing when there is nothing.
  private static void count(
      ObjectNode json,
      String name,
      List<Judged> lines,
      Function<PlatformNames.Told, Map<String, Integer>> counted) {
    ObjectNode files = JsonNodeFactory.instance.objectNode();
    for (FolderFile file : FolderFile.values()) {
      Map<String, Integer> fields = new TreeMap<>();
      lines.stream()
          .filter(judged -> comes(judged, file))
          .forEach(judged ->
              counted
                  .apply(judged.deed().told())
                  .forEach((field, count) -> fields.merge(field, count, Integer::sum)));
      if (!fields.isEmpty()) {
        ObjectNode of = files.putObject(file.counted());
        fields.forEach(of::put);
      }
    }
    if (!files.isEmpty()) {
      json.set(name, files);
    }
  }

  private static boolean comes(Judged judged, FolderFile file) {
    return judged.comes() && judged.deed().file() == file;
  }
}
