package io.clearway.link.rows;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.fleet.Change;
import io.clearway.fleet.PoolDriver;
import io.clearway.fleet.Visit;
import io.clearway.registration.Tractor;
import io.clearway.world.World;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
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

  /// Persons who came in with one vehicle.
  public static void visit(ObjectNode json, World world, Visit visit) {
    json.put("id", visit.key().toString()).put("gate", visit.gate());
    Optional<Crossing> crossing = world.crossings().find(visit.crossing());
    crossing.ifPresent(here -> json.put("crossing", here.key().toString()));
    json.put("gone", crossing.filter(Crossing::live).isEmpty());
    Rows.put(json, "plate", visit.plate());
    json.put("inAt", visit.inAt().toString());
    Rows.time(json, "until", visit.stay().map(Visit.Stay::until));
    json.put("told", visit.told().name());
    ArrayNode persons = json.putArray("persons");
    for (Visit.Guest person : visit.persons()) {
      ObjectNode item = persons.addObject();
      Rows.put(item, "name", person.name());
      person
          .out()
          .ifPresent(out -> {
            item.put("outAt", out.at().toString());
            if (out.with() != visit.crossing()) {
              world
                  .crossings()
                  .find(out.with())
                  .ifPresent(other -> Rows.put(item, "withPlate", other.plate()));
            }
          });
    }
  }

  /// How many dedicated drivers are where.
  public static void figures(ObjectNode json, Map<PoolDriver.State, Integer> figures) {
    ObjectNode counts = json.putObject("drivers");
    figures.forEach((state, count) -> counts.put(state.name(), count));
  }

  /// One of the pool, for who keeps it.
  public static void driver(ObjectNode json, World world, PoolDriver driver, LocalDate today) {
    json.put("id", driver.key().toString()).put("gate", driver.gate());
    Rows.put(json, "name", driver.name());
    json.put("onDuty", driver.onDuty());
    json.put("state", driver.state(world.crossings(), today).name());
    Rows.text(
        json,
        "validTo",
        driver.documents().stream()
            .flatMap(document -> document.validTo().stream())
            .min(Comparator.naturalOrder()));
    driver
        .assignment()
        .ifPresent(assigned -> {
          json.put("assignedAt", assigned.at().toString());
          world
              .crossings()
              .find(assigned.crossing())
              .ifPresent(here -> {
                json.put("crossing", here.key().toString());
                Rows.put(json, "plate", here.plate());
              });
        });
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
