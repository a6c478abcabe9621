package io.clearway.link.waiting;

import io.clearway.link.api.Api;
import io.clearway.link.api.Queries;
import io.clearway.link.api.Sources;
import io.clearway.link.http.Route;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.stream.Stream;

/// Every operation about waiting records, in one table.
public record WaitingRoutes(Sources sources, WaitingSeal seal) {

  private static final String BASE = "/v1/{complex}";

  /// These beside those of another door.
  public Api.Further beside(Api.Further other) {
    return (commands, metrics) ->
        Stream.concat(other.with(commands, metrics).stream(), all().stream()).toList();
  }

  private List<Route> all() {
    WaitingActions actions = new WaitingActions(sources, seal);
    return List.of(
        new Route(
            HandlerType.GET,
            BASE + "/crossings/{id}/waiting-record",
            "getWaitingRecord",
            Queries.READ,
            actions::record),
        new Route(
            HandlerType.GET,
            BASE + "/driver/waiting-record",
            "readDriverWaitingRecord",
            List.of(),
            actions::driver),
        new Route(
            HandlerType.GET,
            BASE + "/registrations/{id}/options",
            "getLotOptions",
            Queries.READ,
            new OptionActions(sources)::options),
        new Route(
            HandlerType.GET, "/waiting-check", "checkWaitingRecord", List.of(), actions::check));
  }
}
