package io.clearway.link.api;

import io.clearway.link.http.HttpServer;
import io.clearway.link.http.Metrics;
import io.clearway.link.http.Route;
import io.clearway.link.http.Settings;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The published interface, served over HTTP. Listens to the gate from the beginning; takes
/// requests after [#start(int)].
public final class Api {

  private final Broadcast broadcast;
  private final HttpServer server;

  public Api(Sources sources, Settings settings) {
    this.broadcast = new Broadcast(sources.gate(), settings.streams());
    Metrics metrics = new Metrics(sources.gate(), broadcast::size);
    CommandActions commands = new CommandActions(sources, settings, metrics);
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        Routes.of(
            commands,
            new TraderActions(sources, settings, commands),
            new ReportActions(commands, sources.gate(), sources.subjects()),
            new Queries(sources),
            new Streams(broadcast)));
    routes.addAll(Routes.loads(commands, sources.gate()::now));
    routes.addAll(Routes.road(new RoadActions(commands, sources, settings)));
    routes.addAll(Routes.figures(new FigureActions(sources)));
    routes.addAll(Routes.board(new BoardActions(sources, System::nanoTime)));
    routes.addAll(Routes.open(sources, metrics));
    this.server = new HttpServer(sources.gate(), sources.tokens(), settings, metrics, routes);
    sources.gate().follow(sources.timelines()::accept);
    sources.gate().listen(broadcast::accept);
  }

  /// Takes requests. Port 0 takes any free one.
  ///
  /// @return the port
  /// @throws UncheckedIOException when the port is taken
  public int start(int port) {
    int taken = server.start(port);
    Thread.ofVirtual().name("broadcast").start(broadcast::run);
    return taken;
  }

  public void stop() {
    broadcast.stop();
    server.stop();
  }

  /// Method, path and operation of everything that is served.
  public List<String> operations() {
    return server.operations();
  }
}
