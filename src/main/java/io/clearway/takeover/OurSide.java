package io.clearway.takeover;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Track;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.registration.Registration;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is held here, from the world itself or as a running instance tells it.
public final class OurSide {

  private static final List<String> BESIDE_THE_FORM =
      List.of(
          "id",
          "registeredAt",
          "via",
          "lot",
          "version",
          "amendments",
          "papers",
          "stay",
          "twoWay",
          "goodsBack",
          "provenance",
          "trafficOrders",
          "accountCompany",
          "byAgent");

  private OurSide() {}

  public static List<Transport> of(World world) {
    List<Transport> all = new ArrayList<>();
    for (Registration r : world.registrations().all().values()) {
      Optional<Crossing> crossing =
          world.crossings().byRegistration().find(r.id()).flatMap(world.crossings()::find);
      all.add(
          transport(
              r.key().toString(),
              new RegistrationWriter(true).write(r.form()),
              crossing.map(OurSide::status).orElse(notArrived()),
              crossing.map(c -> c.track().arrivedAt())));
    }
    for (Crossing c : world.crossings().all().values()) {
      if (c.registration().isEmpty()) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        c.plate().read().ifPresent(plate -> row.put("plate", plate));
        row.put("gate", c.gate()).put("direction", c.direction().name());
        all.add(
            transport(
                c.key().toString(),
                unregistered(row),
                status(c),
                Optional.of(c.track().arrivedAt())));
      }
    }
    return List.copyOf(all);
  }

  /// @param registrations each as a running instance gives one
  /// @param crossings rows as it lists them
  public static List<Transport> of(List<JsonNode> registrations, List<JsonNode> crossings) {
    Map<String, JsonNode> passages = new HashMap<>();
    List<Transport> all = new ArrayList<>();
    for (JsonNode row : crossings) {
      if (row.has("registration")) {
        passages.put(row.path("registration").asString(), row);
      } else {
        String id = row.path("id").asString();
        all.add(transport(id, unregistered(row), status(row), time(row, "arrivedAt")));
      }
    }
    for (JsonNode registration : registrations) {
      String id = registration.path("id").asString();
      ObjectNode form = ((ObjectNode) registration).deepCopy().without(BESIDE_THE_FORM);
      Optional<JsonNode> row = Optional.ofNullable(passages.get(id));
      all.add(
          transport(
              id,
              form,
              row.map(OurSide::status).orElse(notArrived()),
              row.flatMap(r -> time(r, "arrivedAt"))));
    }
    return List.copyOf(all);
  }

  private static Transport transport(
      String id, ObjectNode form, Status status, Optional<Instant> arrivedAt) {
    return new Transport(
        new Transport.Where(0, id),
        form.path("declarationNumber").asString(""),
        form.path("declarationId").asString(""),
        form,
        status,
        arrivedAt,
        List.of(),
        Set.of());
  }

  /// What can be said of a vehicle without papers.
  private static ObjectNode unregistered(JsonNode row) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("gateCode", row.path("gate").asString(""));
    form.put("direction", row.path("direction").asString(""));
    String plate = row.path("plate").asString("");
    form.putArray("vehicles").addObject().put("plateNormalised", plate);
    return form;
  }

  private static Status notArrived() {
    return new Status(true, Map.of(), "REGISTERED");
  }

  static Status status(Crossing crossing) {
    Map<String, Instant> times = new TreeMap<>();
    crossing
        .keys()
        .turnedAt(KeyHolder.BORDER_GUARD)
        .ifPresent(at -> times.put("borderGuardAt", at));
    crossing.keys().turnedAt(KeyHolder.CUSTOMS).ifPresent(at -> times.put("customsAt", at));
    crossing.track().yardEnteredAt().ifPresent(at -> times.put("yardEnteredAt", at));
    crossing.track().yardLeftAt().ifPresent(at -> times.put("yardLeftAt", at));
    crossing.track().gateLeftAt().ifPresent(at -> times.put("gateLeftAt", at));
    String state =
        switch (crossing.track()) {
          case Track.AtGate here -> crossing.keys().enteredAt().isPresent() ? "ENTERED" : "AT_GATE";
          case Track.InYard yard -> "IN_YARD";
          case Track.OutOfYard out -> "OUT_OF_YARD";
          case Track.Gone gone -> "GONE";
        };
    return new Status(true, times, state);
  }

  private static Status status(JsonNode row) {
    Map<String, Instant> times = new TreeMap<>();
    for (String name : Status.TIMES) {
      time(row, name).ifPresent(at -> times.put(name, at));
    }
    return new Status(true, times, row.path("state").asString());
  }

  private static Optional<Instant> time(JsonNode row, String name) {
    return row.hasNonNull(name)
        ? Optional.of(Instant.parse(row.path(name).asString()))
        : Optional.empty();
  }
}
