package io.clearway.bench;

import io.clearway.authority.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Passages of the synthetic day as requests over HTTP: seven commands a truck.
final class HttpTrips {

  static final int COMMANDS = 7;

  /// One request.
  ///
  /// @param path below the complex
  record Call(Role role, String path, String body) {}

  private static final Duration ARRIVES = Duration.ofHours(2);
  private static final String DAY = "/day/declarations.jsonl";

  private final List<ObjectNode> rows = new ArrayList<>();

  HttpTrips() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(HttpTrips.class.getResourceAsStream(DAY)),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add((ObjectNode) JsonMapper.shared().readTree(line));
      }
    }
  }

  /// Papers of the day under another number, plate and seal.
  ///
  /// @param number below 2,600,000
  ObjectNode row(int number) {
    ObjectNode row = rows.get(number % rows.size()).deepCopy();
    int copy = number / rows.size();
    ObjectNode vehicle = (ObjectNode) row.path("vehicles").get(0);
    row.put(
        "declarationNumber",
        "20%02d%02d%02d%05d"
            .formatted(24 + copy / 336, copy / 28 % 12 + 1, copy % 28 + 1, number % 100_000));
    vehicle.put("customsSealNumber", "BENCH" + number);
    vehicle.put("plateNumber", "桂%c%05d".formatted('A' + number / 100_000, number % 100_000));
    vehicle.put("vehicleNationality", "CN");
    vehicle.put("insuranceValidTo", "2099-12-31");
    row.put("plannedArrivalAt", Instant.now().plus(ARRIVES).toString());
    return row;
  }

  /// The id of that truck's papers.
  static UUID registration(int number) {
    return new UUID(0x0199_0000_0001_7000L + number, 0x8000_0000_0000_0000L);
  }

  private static UUID crossing(int number) {
    return new UUID(0x0199_0000_0000_7000L + number, 0x8000_0000_0000_0000L);
  }

  /// The commands of a truck, each to be sent after the one before was answered.
  List<Call> of(int number) {
    ObjectNode row = row(number);
    ObjectNode vehicle = (ObjectNode) row.path("vehicles").get(0);
    UUID crossing = crossing(number);
    row.put("id", registration(number).toString());
    String gate = row.path("gateCode").asString();
    String where =
        "\"plate\":\"%s\",\"gate\":\"%s\",\"direction\":\"%s\",\"occurredAt\":\"%s\""
            .formatted(
                vehicle.path("plateNumber").asString(),
                gate,
                row.path("direction").asString(),
                Instant.now());
    String yard = "{\"yard\":\"" + row.path("parkingPlace").asString() + "\"," + where + "}";
    String key = "/crossings/" + crossing + "/entry-confirmations";
    return List.of(
        new Call(Role.TRADER, "/registrations", row.toString()),
        new Call(
            Role.GATE_DEVICE, "/reports/arrived", "{\"id\":\"" + crossing + "\"," + where + "}"),
        new Call(Role.BORDER_GUARD, key, "{}"),
        new Call(Role.CUSTOMS, key, "{}"),
        new Call(Role.YARD, "/reports/yard-entered", yard),
        new Call(Role.YARD, "/reports/yard-left", yard),
        new Call(Role.GATE_DEVICE, "/reports/gate-left", "{" + where + "}"));
  }
}
