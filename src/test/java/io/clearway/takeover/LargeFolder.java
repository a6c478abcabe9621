package io.clearway.takeover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A folder of any size out of the invented day.
public final class LargeFolder {

  private static final Path ROWS = Path.of("src", "main", "resources", "day", "declarations.jsonl");
  private static final LocalDate ITS_DAY = LocalDate.of(2026, 1, 15);
  private static final Pattern DAY = Pattern.compile("(?<![0-9-])\\d{4}-\\d{2}-\\d{2}(?![0-9-])");

  private LargeFolder() {}

  /// @param trucks each with its registration, standing at its gate, kept with its driver
  /// @param day on which they are planned
  public static Path write(Path folder, int accounts, int trucks, LocalDate day)
      throws IOException {
    Files.createDirectories(folder);
    long later = day.toEpochDay() - ITS_DAY.toEpochDay();
    Map<String, String> companies = new LinkedHashMap<>();
    List<String> vehicles = new ArrayList<>();
    List<String> drivers = new ArrayList<>();
    List<String> registrations = new ArrayList<>();
    List<String> standing = new ArrayList<>(List.of("plate,gate,direction,where,since"));
    TreeSet<String> plates = new TreeSet<>();
    for (String line : Files.readAllLines(ROWS)) {
      String moved =
          DAY.matcher(line)
              .replaceAll(found -> LocalDate.parse(found.group()).plusDays(later).toString());
      JsonNode row = JsonMapper.shared().readTree(moved);
      JsonNode vehicle = row.path("vehicles").path(0);
      if (registrations.size() < trucks && plates.add(vehicle.path("plateNormalised").asString())) {
        String tax = row.path("declarant").path("taxCode").asString();
        companies.putIfAbsent(tax, row.path("declarant").toString());
        registrations.add(moved);
        vehicles.add(some(tax, vehicle, List.of("plateNumber", "vehicleClass", "tareKg")));
        drivers.add(some(tax, vehicle, List.of("driverName", "driverPhone", "driverIdNumber")));
        standing.add(
            "%s,%s,%s,GATE,%sT06:00:00+07:00"
                .formatted(
                    vehicle.path("plateNumber").asString(),
                    row.path("gateCode").asString(),
                    row.path("direction").asString(),
                    day.minusDays(1)));
      }
    }
    fill(companies, accounts);
    Files.write(folder.resolve("accounts.jsonl"), companies.values());
    Files.write(folder.resolve("vehicles.jsonl"), vehicles);
    Files.write(folder.resolve("drivers.jsonl"), drivers);
    Files.write(folder.resolve("registrations.jsonl"), registrations);
    Files.write(folder.resolve("stocktake.csv"), standing);
    return folder;
  }

  private static void fill(Map<String, String> companies, int accounts) {
    for (int i = 0; companies.size() < accounts; i++) {
      String tax = "00000%05d".formatted(20_000 + i);
      companies.put(
          tax, "{\"taxCode\":\"%s\",\"name\":\"Công ty TNHH Giả Định %d\"}".formatted(tax, i));
    }
  }

  private static String some(String tax, JsonNode all, List<String> names) {
    ObjectNode some = JsonMapper.shared().createObjectNode().put("taxCode", tax);
    names.forEach(name -> some.set(name, all.path(name)));
    return some.toString();
  }
}
