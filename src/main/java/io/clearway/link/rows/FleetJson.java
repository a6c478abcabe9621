package io.clearway.link.rows;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.registration.Tractor;
import io.clearway.world.World;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What drives, as the contract shows it.
public final class FleetJson {

  private FleetJson() {}

  /// One change of a tractor, with its passage as far as that is known.
  public static void change(ObjectNode json, World world, Change change) {
    json.put("id", change.key().toString()).put("gate", change.gate());
    Optional<Crossing> crossing = world.crossings().find(change.crossing());
    crossing.ifPresent(here -> json.put("crossing", here.key().toString()));
    json.put("state", state(change));
    Rows.put(json, "oldPlate", change.old());
    tractor(json, change.tractor());
    json.put("askedAt", change.asked().at().toString());
    json.put("askedBy", change.asked().actor());
    for (KeyHolder agency : KeyHolder.values()) {
      change
          .of(agency)
          .ifPresent(word -> {
            ObjectNode item = json.withArray("confirmations").addObject();
            item.put("agency", agency.name()).put("at", word.at().toString());
            item.put("by", word.actor());
          });
    }
    Rows.time(json, "seenAt", change.seenAt());
    Rows.time(json, "changedAt", change.madeAt());
    Rows.time(json, "oldLeftAt", change.leftAt());
  }

  private static String state(Change change) {
    return change.open() ? "ASKED" : change.standing() ? "STANDING" : "DONE";
  }

  private static void tractor(ObjectNode json, Tractor tractor) {
    Rows.put(json, "newPlate", tractor.plateText());
    json.put("vehicleNationality", tractor.country().name());
    Rows.put(json, "driverName", tractor.driver().name());
    Rows.text(json, "internationalTransportPermit", tractor.permit());
    Rows.text(json, "permitValidTo", tractor.permitTo());
    Rows.text(json, "insuranceNumber", tractor.insurance());
    Rows.text(json, "insuranceValidTo", tractor.insuranceTo());
  }
}
