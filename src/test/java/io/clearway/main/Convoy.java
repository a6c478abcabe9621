package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Vehicles of the day that ships, registered and at the gate of the real program; and whoever is
/// beside the two officers of a shift, over the interface: trader, devices, the other agencies.
final class Convoy {

  /// @param form as it was registered
  record Vehicle(String registration, String crossing, String plate, ObjectNode form) {}

  private final Program program;
  private final String trader;
  private final String device;
  private final List<Vehicle> vehicles = new ArrayList<>();

  Convoy(Program program, int size) throws IOException, InterruptedException {
    this.program = program;
    this.trader = program.enrol(Role.TRADER);
    this.device = program.enrol(Role.GATE_DEVICE);
    for (ObjectNode form : forms(0, size)) {
      String id = UUID.randomUUID().toString();
      post(trader, "/registrations", form.put("id", id));
      vehicles.add(arrive(id, form));
    }
  }

  /// More vehicles, registered and not here yet.
  void await(int more) throws IOException, InterruptedException {
    String soon = Instant.now().plus(Duration.ofMinutes(1)).toString();
    for (ObjectNode form : forms(vehicles.size(), more)) {
      form.put("id", UUID.randomUUID().toString()).put("plannedArrivalAt", soon);
      post(trader, "/registrations", form);
    }
  }

  Vehicle get(int place) {
    return vehicles.get(place);
  }

  /// Exports of the day, as if expected a day ago, which is as long ago as may be.
  private static List<ObjectNode> forms(int skipped, int size) throws IOException {
    Path day = Path.of("src", "main", "resources", "day", "declarations.jsonl");
    Instant expected = Instant.now().minus(Duration.ofDays(1)).plus(Duration.ofMinutes(2));
    String insured = LocalDate.now(ZoneOffset.UTC).plusDays(200).toString();
    try (var lines = Files.lines(day, StandardCharsets.UTF_8)) {
      return lines
          .map(line -> (ObjectNode) JsonMapper.shared().readTree(line))
          .filter(form -> form.path("direction").asString().equals("EXPORT"))
          .filter(form -> form.path("vehicles").path(0).has("customsSealNumber"))
          .skip(skipped)
          .limit(size)
          .map(form -> {
            ((ObjectNode) form.path("vehicles").path(0)).put("insuranceValidTo", insured);
            return form.put("plannedArrivalAt", expected.toString());
          })
          .toList();
    }
  }

  private Vehicle arrive(String registration, ObjectNode form)
      throws IOException, InterruptedException {
    String crossing = UUID.randomUUID().toString();
    String plate = form.path("vehicles").path(0).path("plateNumber").asString();
    ObjectNode body = seen().put("id", crossing).put("plate", plate);
    body.put("gate", form.path("gateCode").asString()).put("direction", "EXPORT");
    post(device, "/reports/arrived", body);
    return new Vehicle(registration, crossing, plate, form);
  }

  void leave(Vehicle vehicle) throws IOException, InterruptedException {
    post(device, "/reports/gate-left", seen().put("crossing", vehicle.crossing()));
  }

  void amend(Vehicle vehicle, String path, String value) throws IOException, InterruptedException {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("version", 0);
    body.putArray("changes").addObject().put("path", path).put("value", value);
    post(trader, "/registrations/" + vehicle.registration() + "/amendments", body);
  }

  boolean waitsForKeyOf(Vehicle vehicle, String agency) throws IOException, InterruptedException {
    for (JsonNode line : load(vehicle).path("lines")) {
      if (line.path("step").asString().equals("KEY_" + agency)) {
        return !line.path("status").asString().equals("CONFIRMED");
      }
    }
    throw new AssertionError("no key of " + agency);
  }

  /// How many of them have that agency's key of the entry.
  long withKeyOf(String agency) throws IOException, InterruptedException {
    long turned = 0;
    for (Vehicle vehicle : vehicles) {
      for (JsonNode line : load(vehicle).path("lines")) {
        boolean key = line.path("step").asString().equals("KEY_" + agency);
        turned += key && line.path("status").asString().equals("CONFIRMED") ? 1 : 0;
      }
    }
    return turned;
  }

  JsonNode load(Vehicle vehicle) throws IOException, InterruptedException {
    try (Ask ask = program.operator()) {
      return ask.get("/loads/" + vehicle.registration()).body();
    }
  }

  /// What agencies other than border guard and customs have to say on a load.
  void others(Vehicle vehicle) throws IOException, InterruptedException {
    for (JsonNode line : load(vehicle).path("lines")) {
      Role role = Role.valueOf(line.path("agency").asString());
      String status = line.path("status").asString();
      boolean asked = !status.equals("CONFIRMED") && !status.equals("OPEN");
      if (asked && role != Role.BORDER_GUARD && role != Role.CUSTOMS) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        post(
            program.enrol(role),
            "/loads/" + vehicle.registration() + "/confirmations",
            body.put("step", line.path("step").asString()));
      }
    }
  }

  private static ObjectNode seen() {
    return JsonMapper.shared().createObjectNode().put("occurredAt", Instant.now().toString());
  }

  private void post(String token, String path, ObjectNode body)
      throws IOException, InterruptedException {
    try (Ask ask = program.ask(token)) {
      Ask.Reply reply = ask.post(path, UUID.randomUUID(), body.toString());
      assertThat(reply.good()).as("%s %s", path, reply).isTrue();
    }
  }
}
