package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import io.clearway.link.json.Declarations;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The road to the gates, asked and reported over HTTP.
class RoadTest {

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String plateOfRow(int row) {
    return Declarations.sample().get(row).get("vehicles").get(0).get("plateNumber").stringValue();
  }

  @Test
  void anOrderStandsWithTheRegistrationOfItsPlate() {
    UUID registration = Door.seven(0);
    var form = Declarations.sample().get(0);
    form.put("id", registration.toString());
    assertThat(door.post(Role.TRADER, "/registrations", form.toString()).status()).isEqualTo(201);
    String order =
        """
        {"id":"%s","plate":"%s","post":"CSGT_CAO_LOC","order":"TURN","to":"PHU_XA",\
        "reason":"PARK_COMPULSORY","note":"Tài xế đã nghe","occurredAt":"%s"}\
        """
            .formatted(Door.seven(77), plateOfRow(0), Door.NOW);
    assertThat(door.post(Role.TRAFFIC_POLICE, "/traffic-orders", order).status()).isEqualTo(200);
    assertThat(door.post(Role.TRAFFIC_POLICE, "/traffic-orders", order).status()).isEqualTo(200);
    for (Role role : new Role[] {Role.TRADER, Role.CUSTOMS}) {
      var orders = door.get(role, "/registrations/" + registration).json().get("trafficOrders");
      assertThat(orders).hasSize(1);
      assertThat(orders.get(0).get("order").stringValue()).isEqualTo("TURN");
      assertThat(orders.get(0).get("to").stringValue()).isEqualTo("PHU_XA");
      assertThat(orders.get(0).get("note").stringValue()).isEqualTo("Tài xế đã nghe");
    }
    String asked = "{\"plate\":\"%s\",\"post\":\"CSGT_CAO_LOC\"}".formatted(plateOfRow(0));
    var advice = door.post(Role.TRAFFIC_POLICE, "/advice", asked).json();
    assertThat(advice.get("registration").get("id").stringValue())
        .isEqualTo(registration.toString());
    assertThat(advice.get("orders")).hasSize(1);
  }

  @Test
  void aBatchThatComesTwiceUnderTwoCommandsIsNotedOnce() {
    UUID roll = Door.seven(500);
    String opening = "{\"id\":\"%s\",\"place\":\"PHU_XA\"}".formatted(roll);
    assertThat(door.post(Role.BORDER_GUARD, "/rolls", opening).status()).isEqualTo(201);
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      entries.append(
          """
          {"id":"%s","section":1,"rank":%d,"plate":"29C-%05d","occurredAt":"%s"},\
          """
              .formatted(Door.seven(600 + i), 1000 - i, i, Door.NOW));
    }
    String body = "{\"entries\":[" + entries.substring(0, entries.length() - 1) + "]}";
    String path = "/rolls/" + roll + "/entries";
    assertThat(door.post(Role.TRAFFIC_POLICE, path, body).status()).isEqualTo(200);
    var again = door.post(Role.TRAFFIC_POLICE, path, body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("events")).isEmpty();
    var held = door.get(Role.READER, "/rolls/" + roll).json();
    assertThat(held.get("vehicles").intValue()).isEqualTo(50);
    assertThat(held.get("entries").get(0).get("plate").stringValue()).isEqualTo("29C00049");
    assertThat(held.get("entries").get(49).get("position").intValue()).isEqualTo(50);
    String more = body.replace("\"entries\":[", "\"entries\":[" + entries);
    assertThat(door.post(Role.TRAFFIC_POLICE, path, more).status()).isEqualTo(400);
  }
}
