package io.clearway.link.api;

import io.clearway.authority.Operation;
import io.clearway.link.http.Call;
import io.clearway.link.http.Metrics;
import io.clearway.link.http.Pages;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Route;
import io.clearway.link.http.Settings;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;

/// Every operation of the contract, in one table.
final class Routes {

  private static final String BASE = "/v1/{complex}";

  private Routes() {}

  static List<Route> of(
      Sources sources, CommandActions commands, Settings settings, Streams streams) {
    Queries queries = new Queries(sources);
    List<Operation> keys =
        List.of(Operation.CONFIRM_ENTRY_AS_BORDER_GUARD, Operation.CONFIRM_ENTRY_AS_CUSTOMS);
    List<Operation> all = List.of(Operation.READ_ALL);
    List<Route> routes =
        new ArrayList<>(traders(new TraderActions(sources, settings, commands), queries));
    routes.addAll(
        List.of(
            post("/crossings/{id}/entry-confirmations", "confirmEntry", keys, commands::confirm),
            post(
                "/registrations/{id}/papers-confirmations",
                "confirmPapers",
                List.of(Operation.WORK_ON_LOAD),
                commands::confirmPapers),
            get("/crossings", "listCrossings", Queries.READ, queries::crossings),
            get("/crossings/{id}", "getCrossing", Queries.READ, queries::crossing),
            get("/gates", "getGates", Queries.READ, queries::gates),
            get("/overview", "getOverview", all, queries::overview),
            get("/notices", "listNotices", List.of(Operation.READ_OWN), queries::notices),
            post(
                "/notices/{id}/acknowledgement",
                "acknowledgeNotice",
                List.of(Operation.ACKNOWLEDGE_NOTICE),
                commands::acknowledge),
            get("/stream", "streamCrossings", Queries.READ, streams::stream),
            get("/reports/daily", "getDailyReport", all, queries::daily)));
    ReportActions reports = new ReportActions(commands, sources.gate(), sources.subjects());
    routes.addAll(reports(reports));
    routes.addAll(yards(reports));
    routes.addAll(turnings(commands));
    routes.addAll(people(commands, queries));
    routes.addAll(
        actors(new ActorActions(commands, sources), new ProposalActions(commands, sources)));
    return List.copyOf(routes);
  }

  private static List<Route> reports(ReportActions reports) {
    List<Operation> gate = List.of(Operation.REPORT_GATE);
    List<Operation> yard = List.of(Operation.REPORT_YARD);
    return List.of(
        post("/reports/arrived", "reportArrived", gate, reports::arrived),
        post("/reports/yard-entered", "reportYardEntered", yard, reports::yardEntered),
        post("/reports/yard-left", "reportYardLeft", yard, reports::yardLeft),
        post("/reports/gate-left", "reportGateLeft", gate, reports::gateLeft),
        post("/reports/park", "reportPark", yard, reports::park),
        post("/reports/line", "reportLine", gate, reports::line),
        post("/reports/return", "reportReturn", gate, reports::returned));
  }

  private static List<Route> yards(ReportActions reports) {
    List<Operation> yard = List.of(Operation.REPORT_YARD);
    return List.of(
        post("/crossings/{id}/pluggings", "plugReefer", yard, reports::plug),
        post("/crossings/{id}/unpluggings", "unplugReefer", yard, reports::unplug),
        post("/crossings/{id}/placings", "assignPlace", yard, reports::assignPlace));
  }

  private static List<Route> turnings(CommandActions commands) {
    List<Operation> turns = List.of(Operation.TURN_VEHICLE);
    return List.of(
        post("/crossings/{id}/turnings", "turnVehicle", turns, commands::turn),
        post(
            "/crossings/{id}/turning-withdrawals",
            "withdrawTurning",
            turns,
            commands::withdrawTurning),
        post("/crossings/{id}/leavings", "sayLeft", turns, commands::sayLeft),
        post(
            "/trips/{id}/travellers-back",
            "confirmTravellers",
            List.of(Operation.CONFIRM_ENTRY_AS_BORDER_GUARD),
            commands::travellers));
  }

  static List<Route> loads(CommandActions commands, Supplier<Instant> clock) {
    LoadActions loads = new LoadActions(commands);
    LoadQueries queries = new LoadQueries(clock);
    List<Operation> work = List.of(Operation.WORK_ON_LOAD);
    List<Operation> looks = List.of(Operation.WORK_ON_LOAD, Operation.REPORT_YARD);
    List<Operation> customs = List.of(Operation.SET_CHANNEL);
    List<Operation> rule = List.of(Operation.CONFIRM_BY_RULE);
    List<Operation> trader = List.of(Operation.REQUEST_STEP);
    return List.of(
        get("/loads", "listLoads", Queries.READ, queries::list),
        get("/inspection-places", "listInspectionPlaces", looks, queries::places),
        get("/loads/{id}", "getLoad", Queries.READ, queries::file),
        post("/loads/{id}/confirmations", "confirmStep", work, loads::confirm),
        post("/loads/{id}/rule-confirmations", "confirmStepByRule", rule, loads::confirmByRule),
        post("/loads/{id}/refusals", "refuseStep", work, loads::refuse),
        post("/loads/{id}/requests", "requestStep", trader, loads::request),
        post("/loads/{id}/holds", "placeHold", work, loads::hold),
        post("/loads/{id}/hold-liftings", "liftHold", work, loads::lift),
        post("/loads/{id}/second-withdrawals", "withdrawSecond", work, loads::withdraw),
        post("/loads/{id}/channel", "setChannel", customs, loads::channel),
        post("/loads/{id}/inspections", "openInspection", work, loads::open),
        post("/loads/{id}/inspection-joinings", "joinInspection", work, loads::join),
        post("/loads/{id}/inspection-results", "recordResult", work, loads::result));
  }

  /// Two-way trips, and what the other side holds.
  static List<Route> pairings(CommandActions commands) {
    List<Operation> keys =
        List.of(Operation.CONFIRM_ENTRY_AS_BORDER_GUARD, Operation.CONFIRM_ENTRY_AS_CUSTOMS);
    List<Operation> hears = List.of(Operation.REPORT_OTHER_SIDE);
    return List.of(
        post(
            "/registrations/{id}/two-way-confirmations",
            "confirmTwoWay",
            keys,
            commands::confirmTwoWay),
        post("/trips/{id}/other-side-holds", "reportOtherSideHold", hears, commands::otherSideHeld),
        post(
            "/trips/{id}/other-side-hold-withdrawals",
            "withdrawOtherSideHold",
            hears,
            commands::withdrawHeld));
  }

  /// Goods that change vehicles.
  static List<Route> handlings(HandlingActions handlings) {
    List<Operation> trade = List.of(Operation.REGISTER);
    List<Operation> yard = List.of(Operation.REPORT_YARD);
    String one = "/transshipments/{id}";
    return List.of(
        post("/transshipments", "planTransshipment", trade, handlings::plan),
        get("/transshipments", "listTransshipments", Queries.READ, handlings::list),
        get(one, "getTransshipment", Queries.READ, handlings::one),
        post(one + "/cancellation", "cancelTransshipment", trade, handlings::cancel),
        post(one + "/start", "startTransshipment", yard, handlings::start),
        post(one + "/loadings", "recordLoading", yard, handlings::load),
        post(one + "/finish", "finishTransshipment", yard, handlings::finish),
        post(
            one + "/signature",
            "signTransshipment",
            List.of(Operation.SET_CHANNEL),
            handlings::sign),
        get("/intake", "getIntake", List.of(Operation.READ_ALL), handlings::intake));
  }

  /// What drives.
  static List<Route> fleet(FleetActions fleet) {
    List<Operation> asks = List.of(Operation.ASK_TRACTOR);
    List<Operation> keys =
        List.of(Operation.CONFIRM_ENTRY_AS_BORDER_GUARD, Operation.CONFIRM_ENTRY_AS_CUSTOMS);
    String one = "/crossings/{id}/tractor-";
    return List.of(
        post(one + "requests", "askTractor", asks, fleet::ask),
        post(one + "withdrawals", "withdrawTractor", asks, fleet::withdraw),
        post(one + "confirmations", "confirmTractor", keys, fleet::confirm),
        post(one + "refusals", "refuseTractor", keys, fleet::refuse),
        get("/tractor-changes", "listTractorChanges", Queries.READ, fleet::list),
        post(
            "/visits/{id}/persons-out",
            "countPersonsOut",
            List.of(Operation.CONFIRM_ENTRY_AS_BORDER_GUARD),
            fleet::countOut),
        get("/visits", "listVisits", List.of(Operation.READ_ALL), fleet::visits));
  }

  /// Dedicated drivers.
  static List<Route> pool(PoolActions pool) {
    List<Operation> keeps = List.of(Operation.MANAGE_DRIVERS);
    return List.of(
        post("/drivers", "enrolDriver", keeps, pool::enrol),
        post("/drivers/{id}/retirement", "retireDriver", keeps, pool::retire),
        post("/drivers/{id}/assignments", "assignDriver", keeps, pool::assign),
        post("/drivers/{id}/releases", "freeDriver", keeps, pool::free),
        get("/drivers", "listDrivers", List.of(Operation.READ_ALL), pool::list));
  }

  /// What is asked and reported on the road to the gates.
  static List<Route> road(RoadActions road) {
    List<Operation> calls = List.of(Operation.CALL_ROLL);
    List<Operation> directs = List.of(Operation.DIRECT_TRAFFIC);
    List<Operation> all = List.of(Operation.READ_ALL);
    return List.of(
        post("/rolls", "openRoll", calls, road::open),
        get("/rolls", "listRolls", all, road::rolls),
        get("/rolls/{id}", "getRoll", all, road::roll),
        post("/rolls/{id}/entries", "noteEntries", calls, road::note),
        post("/rolls/{id}/closing", "closeRoll", calls, road::close),
        get("/trips", "listTrips", all, road::trips),
        get("/parks", "listParks", all, road::parks),
        post("/advice", "adviseTraffic", directs, road::advise),
        post("/traffic-orders", "giveOrder", directs, road::order));
  }

  private static List<Route> people(CommandActions commands, Queries queries) {
    List<Operation> administer = List.of(Operation.ADMINISTER);
    return List.of(
        get("/me", "getMe", Queries.ANY, queries::me),
        post("/erasures", "eraseSubject", administer, commands::erase));
  }

  private static List<Route> actors(ActorActions actors, ProposalActions proposals) {
    List<Operation> administer = List.of(Operation.ADMINISTER);
    List<Operation> officers = List.of(Operation.WORK_ON_LOAD);
    return List.of(
        get("/actors", "listActors", administer, actors::actors),
        post("/actors", "enrolActor", administer, actors::enrol),
        post("/actors/{id}/scope", "rescopeActor", administer, actors::rescope),
        post("/actors/{id}/password", "renewPassword", administer, actors::renewPassword),
        post("/actors/{id}/revocation", "revokeActor", administer, actors::revoke),
        get("/proposals", "listProposals", administer, proposals::proposals),
        post("/proposals", "propose", administer, proposals::propose),
        post("/proposals/{id}/approval", "approve", administer, proposals::approve),
        post("/proposals/{id}/withdrawal", "withdrawProposal", administer, proposals::withdraw),
        get("/hand-overs", "listHandOvers", officers, proposals::handOvers),
        post("/hand-overs", "handOverShift", officers, proposals::handOver),
        post("/hand-overs/{id}/approval", "takeOverShift", officers, proposals::takeOver),
        post(
            "/hand-overs/{id}/withdrawal",
            "withdrawHandOver",
            officers,
            proposals::withdrawHandOver));
  }

  /// What people do about themselves, and what drivers read. Who signs in is nobody before.
  static List<Route> sessions(SessionActions sessions) {
    List<Operation> trade = List.of(Operation.REGISTER);
    return List.of(
        new Route(HandlerType.POST, BASE + "/sessions", "signIn", List.of(), sessions::signIn),
        new Route(
            HandlerType.DELETE,
            BASE + "/sessions/current",
            "signOut",
            Queries.ANY,
            sessions::signOut),
        post("/sessions/current/take-over", "takeOver", Queries.ANY, sessions::takeOver),
        post("/me/password", "changePassword", Queries.ANY, sessions::changePassword),
        post("/me/badge", "setBadge", Queries.ANY, sessions::setBadge),
        post("/driver-links", "makeDriverLink", trade, sessions::makeLink),
        post("/driver-links/revocations", "revokeDriverLinks", trade, sessions::revokeLinks),
        new Route(
            HandlerType.GET,
            BASE + "/driver/passage",
            "readDriverPassage",
            List.of(),
            sessions::passage));
  }

  private static List<Route> traders(TraderActions traders, Queries queries) {
    List<Operation> trade = List.of(Operation.REGISTER);
    return List.of(
        post("/registrations", "register", trade, traders::register),
        post("/lots", "registerLot", trade, traders::registerLot),
        post("/checks", "checkRegistration", trade, traders::check),
        get("/registrations", "listRegistrations", Queries.READ, queries::registrations),
        get("/registrations/{id}", "getRegistration", Queries.READ, queries::registration),
        post("/registrations/{id}/amendment-previews", "previewAmendment", trade, traders::preview),
        post("/registrations/{id}/amendments", "amendRegistration", trade, traders::amend),
        post("/registrations/{id}/withdrawal", "withdrawRegistration", trade, traders::withdraw),
        post("/presets", "keepPreset", trade, traders::keepPreset),
        get("/presets", "listPresets", trade, traders::presets),
        post("/presets/{id}/removal", "dropPreset", trade, traders::dropPreset));
  }

  static List<Route> figures(FigureActions figures) {
    List<Operation> all = List.of(Operation.READ_ALL);
    return List.of(
        get("/reports/province", "getProvinceReport", all, figures::province),
        get("/reports/province/versions", "listProvinceReports", all, figures::versions),
        get("/reports/hours", "getHours", all, figures::hours));
  }

  static List<Route> statistics(StatisticsActions statistics) {
    List<Operation> all = List.of(Operation.READ_ALL);
    return List.of(
        get("/statistics", "getStatistics", all, statistics::ask),
        get("/statistics/years", "getYearPage", all, statistics::year),
        get("/official-totals", "listOfficialTotals", all, statistics::totals),
        post(
            "/official-totals",
            "bringOfficialTotals",
            List.of(Operation.ADMINISTER),
            statistics::bring));
  }

  static List<Route> board(BoardActions board) {
    return List.of(
        free("/board", "getBoardPage", board::page),
        free("/board.json", "getBoard", board::figures));
  }

  /// What anybody may ask of the process.
  static List<Route> open(Sources sources, Metrics metrics) {
    return List.of(
        free("/health/live", "getLiveness", call -> health(call, sources.gate().alive())),
        free("/health/ready", "getReadiness", call -> health(call, sources.gate().ready())),
        free(
            "/metrics",
            "getMetrics",
            call -> {
              call.context().contentType("text/plain; version=0.0.4; charset=utf-8");
              call.context().result(metrics.scrape());
            }),
        free("/openapi.json", "getOpenApi", Pages::description));
  }

  private static void health(Call call, boolean well) {
    if (!well) {
      throw new Problem.Halt(Problem.later(503, "NOT_READY", "Commands are not taken yet."));
    }
    call.answer(200, JsonNodeFactory.instance.objectNode().put("status", "UP"));
  }

  private static Route post(
      String path, String name, List<Operation> allowed, Route.Action action) {
    return new Route(HandlerType.POST, BASE + path, name, allowed, action);
  }

  private static Route get(String path, String name, List<Operation> allowed, Route.Action action) {
    return new Route(HandlerType.GET, BASE + path, name, allowed, action);
  }

  private static Route free(String path, String name, Route.Action action) {
    return new Route(HandlerType.GET, path, name, List.of(), action);
  }
}
