package io.clearway.link.rows;

import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.Registration;
import io.clearway.transshipment.Party;
import io.clearway.transshipment.Transshipment;
import io.clearway.world.Handlings;
import io.clearway.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Goods that change vehicles, as JSON.
public final class TransshipmentJson {

  private TransshipmentJson() {}

  /// @param now by the gate's clock
  public static void write(ObjectNode json, World world, Transshipment held, Instant now) {
    List<Party> parties = Handlings.parties(world, held);
    json.put("id", held.key().toString());
    json.put("method", held.plan().method().name());
    json.put("plannedAt", held.plan().at().toString());
    stage(json, held.stage());
    lots(json.putArray("lots"), held.plan().lots());
    party(json.putObject("source"), world, parties.getFirst(), now);
    ArrayNode receivers = json.putArray("receivers");
    for (Party one : parties.subList(1, parties.size())) {
      ObjectNode item = receivers.addObject();
      party(item, world, one, now);
      ArrayNode numbers = item.putArray("customsNumbers");
      held.plan().receiver(one.id()).ifPresent(r -> r.numbers().forEach(numbers::add));
      held.loading(one.id()).ifPresent(loading -> loading(item.putObject("loading"), loading));
    }
    if (!(held.stage() instanceof Transshipment.Stage.Started)
        && !(held.stage() instanceof Transshipment.Stage.Finished)) {
      ArrayNode unmet = json.putArray("unmet");
      Handlings.unmet(world, held).forEach(unmet::add);
    }
    held.signature().ifPresent(signed -> json.put("signedAt", signed.at().toString()));
    watched(json, parties, held);
  }

  private static void stage(ObjectNode json, Transshipment.Stage stage) {
    switch (stage) {
      case Transshipment.Stage.Planned s ->
          json.put("stage", "PLANNED").put("standsFrom", s.from().toString());
      case Transshipment.Stage.Called s ->
          json.put("stage", "CALLED")
              .put("area", s.area())
              .put("calledAt", s.at().toString())
              .put("until", s.until().toString());
      case Transshipment.Stage.Started s ->
          json.put("stage", "STARTED")
              .put("area", s.area())
              .put("startedAt", s.startedAt().toString());
      case Transshipment.Stage.Finished s -> {
        json.put("stage", "FINISHED")
            .put("area", s.area())
            .put("startedAt", s.startedAt().toString())
            .put("finishedAt", s.finishedAt().toString());
        lots(json.putArray("remaining"), s.remaining());
        ArrayNode differences = json.putArray("differences");
        s.differences()
            .forEach(one ->
                differences
                    .addObject()
                    .put("customsNumber", one.number())
                    .put("packages", one.packages())
                    .put("kg", one.kg()));
      }
    }
  }

  private static void lots(ArrayNode json, List<Transshipment.Lot> lots) {
    lots.forEach(lot ->
        json.addObject()
            .put("customsNumber", lot.number())
            .put("packages", lot.packages())
            .put("kg", lot.kg()));
  }

  private static void loading(ObjectNode json, Transshipment.Loading loading) {
    lots(json.putArray("lots"), loading.lots());
    json.put("seal", loading.seal()).put("at", loading.occurredAt().toString());
  }

  private static void party(ObjectNode json, World world, Party party, Instant now) {
    Registration.Form form = party.papers().form();
    json.put("registration", party.papers().key().toString());
    json.put("declarationNumber", form.number());
    Rows.put(json, "plate", form.leading().plate());
    json.put("vehicleClass", form.leading().vehicleClass());
    json.put("goods", Rows.goods(form));
    json.put("state", party.passage().map(Rows::state).orElse("REGISTERED"));
    party
        .passage()
        .ifPresent(c -> {
          json.put("crossing", c.key().toString());
          Rows.time(json, "arrivedAt", Optional.of(c.track().arrivedAt()));
          Rows.time(json, "leftAt", c.clearedAt());
          c.track().inYard().ifPresent(yard -> json.put("yard", yard));
          c.track().placing().ifPresent(placing -> json.put("place", placing.place()));
          ArrayNode missing = json.putArray("missingKeys");
          for (KeyHolder holder : KeyHolder.values()) {
            if (c.keys().of(holder).isEmpty()) {
              missing.add(holder.name());
            }
          }
        });
    Rows.time(json, "enteredAt", party.passage().flatMap(c -> c.keys().enteredAt()));
    ArrayNode keeps = json.putArray("keeps");
    Handlings.keeps(world, party.id(), now).forEach(keeps::add);
  }

  /// From the source's entry to when the last vehicle with its goods left, once it has.
  private static void watched(ObjectNode json, List<Party> parties, Transshipment held) {
    Optional<Instant> entered = parties.getFirst().passage().flatMap(c -> c.keys().enteredAt());
    List<Optional<Instant>> left =
        parties.stream()
            .skip(1)
            .filter(one -> held.loading(one.id()).isPresent())
            .map(one -> one.passage().flatMap(Crossing::clearedAt))
            .toList();
    if (entered.isPresent() && !left.isEmpty() && left.stream().allMatch(Optional::isPresent)) {
      Instant last = left.stream().flatMap(Optional::stream).max(Instant::compareTo).orElseThrow();
      json.put("minutes", (last.getEpochSecond() - entered.get().getEpochSecond()) / 60);
    }
  }
}
