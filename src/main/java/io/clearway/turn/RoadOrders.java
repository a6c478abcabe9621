package io.clearway.turn;

import io.clearway.kernel.Deadlines;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The orders that drivers were given lately.
///
/// @param given when they were recorded
public record RoadOrders(
    Ids<RoadOrder> all, Table<UUID, Long> byKey, Groups byPlate, Deadlines given) {

  static RoadOrders empty() {
    return new RoadOrders(Ids.empty(), Table.ofKeys(), Groups.empty(), Deadlines.empty());
  }

  RoadOrders under(@Nullable Edit edit) {
    return new RoadOrders(
        all.under(edit), byKey.under(edit), byPlate.under(edit), given.under(edit));
  }

  /// What the driver of that plate was told, oldest first.
  public List<RoadOrder> of(Subject plate) {
    return byPlate.of(plate).stream().map(all::get).toList();
  }

  RoadOrders with(RoadOrder order) {
    if (all.has(order.id())) {
      throw new IllegalStateException("order " + order.id() + " is given twice");
    }
    return new RoadOrders(
        all.with(order.id(), order),
        byKey.with(order.key(), order.id()),
        byPlate.with(order.given().plate().subject(), order.id()),
        given.with(order.at(), order.id()));
  }

  RoadOrders without(long id) {
    RoadOrder order = all.get(id);
    return new RoadOrders(
        all.without(id),
        byKey.without(order.key()),
        byPlate.without(order.given().plate().subject(), id),
        given.without(order.at(), id));
  }

  RoadOrders erase(Subject subject) {
    Ids<RoadOrder> rest = all;
    for (long id : byPlate.of(subject)) {
      rest = rest.with(id, rest.get(id).without(subject));
    }
    return new RoadOrders(rest, byKey, byPlate, given);
  }
}
