package io.clearway.link.rows;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.crossing.Keys;
import io.clearway.crossing.Track;
import io.clearway.kernel.Personal;
import io.clearway.link.http.Call;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.registration.Reefer;
import io.clearway.registration.Registration;
import io.clearway.registration.Returns;
import io.clearway.site.Agency;
import io.clearway.world.Loads;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A passage as a row of the contract, seen in one instant of the world.
public final class Rows {

  private Rows() {}

  /// An answer that says as of which entry it is.
  public static ObjectNode stamped(Call call) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("asOfSeq", call.seen().seq())
        .put("asOf", call.seen().at().toString());
  }

  public static ObjectNode row(World world, Crossing crossing, Instant now) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", crossing.key().toString());
    papers(world, crossing)
        .ifPresent(r -> {
          row.put("registration", r.key().toString());
          if (world.clearances().find(r.id()).isPresent()) {
            row.put("mayLeave", Loads.mayLeave(world, r.id(), now));
            waits(row, world, r, now);
          }
          row.put("declarationNumber", r.form().number());
        });
    put(row, "plate", crossing.plate());
    row.put("gate", crossing.gate());
    row.put("direction", crossing.direction().name());
    row.put("state", state(crossing));
    row.put("arrivedAt", crossing.track().arrivedAt().toString());
    time(row, "borderGuardAt", crossing.keys().turnedAt(KeyHolder.BORDER_GUARD));
    time(row, "customsAt", crossing.keys().turnedAt(KeyHolder.CUSTOMS));
    time(row, "enteredAt", crossing.keys().enteredAt());
    time(row, "yardEnteredAt", crossing.track().yardEnteredAt());
    time(row, "yardLeftAt", crossing.track().yardLeftAt());
    time(row, "gateLeftAt", crossing.track().gateLeftAt());
    if (crossing.turned().isEmpty()) {
      crossing.keys().lateAgency().ifPresent(late -> row.put("lateAgency", late.name()));
    }
    yard(row, world, crossing);
    again(row, crossing);
    turned(row, crossing);
    row.put("openCases", world.cases().of(crossing.id()).size());
    return row;
  }

  /// What the operator of a yard has to know of what stands there: where, with which goods, and of
  /// its reefer.
  private static void yard(ObjectNode row, World world, Crossing crossing) {
    crossing
        .track()
        .inYard()
        .ifPresent(yard -> {
          row.put("yard", yard);
          papers(world, crossing)
              .ifPresent(r -> {
                row.put("goods", goods(r.form()));
                Reefer.in(r.form()).ifPresent(reefer -> row.put("reefer", reefer));
              });
        });
    crossing
        .track()
        .placing()
        .ifPresent(placing -> {
          row.put("place", placing.place());
          row.put("placedAt", placing.since().toString());
        });
    crossing
        .plugging()
        .ifPresent(reefer -> {
          row.put("pluggedAt", reefer.from().toString());
          time(row, "unpluggedAt", reefer.to());
        });
  }

  /// Who has to act, and since when, in one order; and who refused it.
  public static void waits(ObjectNode json, World world, Registration load, Instant now) {
    ArrayNode agencies = json.putArray("waitingFor");
    ArrayNode moments = json.putArray("waitingSince");
    Loads.awaited(world, load, now)
        .forEach((agency, since) -> {
          agencies.add(agency.name());
          moments.add(since.toString());
        });
    List<Agency> refused = Loads.refusedBy(world, load, now);
    if (!refused.isEmpty()) {
      ArrayNode by = json.putArray("refusedBy");
      refused.forEach(agency -> by.add(agency.name()));
    }
  }

  public static void turned(ObjectNode row, Crossing crossing) {
    crossing
        .turned()
        .ifPresent(turning -> {
          ObjectNode turned = row.putObject("turned").put("reason", turning.reason().name());
          text(turned, "to", turning.to());
          turned.put("at", turning.at().toString());
        });
  }

  /// A registration in a list, with where its vehicle is and whose confirmation is asked again.
  public static void registration(ObjectNode row, World world, Registration r, boolean people) {
    Registration.Form form = r.form();
    row.put("id", r.key().toString());
    row.put("declarationNumber", form.number());
    row.put("version", r.version());
    r.lot().ifPresent(lot -> row.put("lot", lot.toString()));
    row.put("registeredAt", r.registeredAt().toString());
    put(row, "plate", form.leading().plate());
    row.put("gate", form.gate());
    row.put("direction", form.direction().name());
    row.put("regime", form.trade().regime().name());
    row.put("plannedArrivalAt", form.plannedArrivalAt().toString());
    row.put("goods", goods(form));
    row.put("weightKg", form.totalWeightKg());
    account(row, world, r);
    ObjectNode papers = row.putObject("papers");
    r.papers().forEach(found -> papers.put(found.agency().name(), found.at().toString()));
    RegistrationWriter.provenance(row.putArray("provenance"), r);
    if (people) {
      put(row, "driverName", form.leading().driver().name());
    }
    Optional<Crossing> crossing =
        world.crossings().byRegistration().find(r.id()).flatMap(world.crossings()::find);
    row.put("state", crossing.map(Rows::state).orElse("REGISTERED"));
    crossing.ifPresent(c -> {
      row.put("crossing", c.key().toString());
      again(row, c);
    });
  }

  public static String goods(Registration.Form form) {
    List<String> products =
        form.goods().stream()
            .flatMap(group -> group.lines().stream())
            .map(Registration.GoodsLine::product)
            .distinct()
            .toList();
    return String.join(", ", products);
  }

  private static void again(ObjectNode row, Crossing crossing) {
    if (crossing.keys() instanceof Keys.Again again) {
      var asked = row.putArray("askedAgain");
      again.missing().forEach(agency -> asked.add(agency.name()));
      row.put("askedAgainDue", again.due().toString());
    }
  }

  public static Optional<Registration> papers(World world, Crossing crossing) {
    OptionalLong id = crossing.registration();
    return id.isPresent() ? world.registrations().find(id.getAsLong()) : Optional.empty();
  }

  /// Whether the actor registered this passage, or another account of its company did.
  public static boolean owned(World world, Crossing crossing, long actor) {
    return papers(world, crossing).filter(r -> owned(world, r, actor)).isPresent();
  }

  /// The same of a registration.
  public static boolean owned(World world, Registration registration, long actor) {
    return world.authorities().together(registration.owner(), actor);
  }

  /// For which company the account speaks that registered it, and whether that is another one than
  /// the declarant: an agent.
  public static void account(ObjectNode row, World world, Registration registration) {
    Optional<String> company = world.authorities().company(registration.owner());
    company.ifPresent(code -> row.put("accountCompany", code));
    String declarant = registration.form().declarant().taxCode().replace("-", "");
    row.put("byAgent", company.filter(code -> !code.equals(declarant)).isPresent());
  }

  /// What went with an export, and what of it is back.
  public static void goodsBack(ObjectNode json, Returns.Account account) {
    json.put("known", account.whole());
    account.exports().forEach(json.putArray("exports")::add);
    account.returns().forEach(json.putArray("returns")::add);
    var goods = json.putArray("goods");
    for (Returns.Row row : account.rows()) {
      ObjectNode item = goods.addObject();
      if (!row.hsCode().isEmpty()) {
        item.put("hsCode", row.hsCode());
      }
      item.put("returnedKg", row.returnedKg());
      if (account.whole()) {
        item.put("exportedKg", row.exportedKg()).put("deliveredKg", row.deliveredKg());
      }
    }
  }

  public static String state(Crossing crossing) {
    return switch (crossing.track()) {
      case Track.AtGate here -> crossing.keys().enteredAt().isPresent() ? "ENTERED" : "AT_GATE";
      case Track.InYard yard -> "IN_YARD";
      case Track.OutOfYard out -> "OUT_OF_YARD";
      case Track.Gone gone -> "GONE";
    };
  }

  public static void time(ObjectNode node, String name, Optional<Instant> time) {
    time.ifPresent(at -> node.put(name, at.toString()));
  }

  public static void text(ObjectNode node, String name, Optional<String> text) {
    text.ifPresent(value -> node.put(name, value));
  }

  /// The value, or null when it was erased.
  public static void put(ObjectNode node, String name, Personal<String> value) {
    value.read().ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
  }
}
