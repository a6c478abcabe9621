package io.clearway.link.api;

import io.clearway.identity.Identity;
import io.clearway.identity.Sessions;
import io.clearway.link.http.HttpServer;
import io.clearway.link.http.Metrics;
import io.clearway.link.http.Route;
import io.clearway.link.http.Settings;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The published interface, served over HTTP. Listens to the gate from the beginning; takes
/// requests after [#start(int)].
public final class Api {

  private static final long SWEEP_NANOS = 1_000_000_000;

  private final Broadcast broadcast;
  private final HttpServer server;
  private final Sessions sessions;
  private volatile boolean running = true;

  /// Routes of further doors, which give their commands as those of this one do.
  @FunctionalInterface
  public interface Further {
    List<Route> with(CommandActions commands, Metrics metrics);
  }

  public Api(Sources sources, Settings settings, Further further) {
    this.broadcast = new Broadcast(sources.gate(), settings.streams());
    Metrics metrics = new Metrics(sources.gate(), broadcast::size);
    CommandActions commands = new CommandActions(sources, settings, metrics);
    List<Route> routes = new ArrayList<>();
    Identity identity = sources.identity();
    routes.addAll(
        Routes.of(sources, commands, settings, new Streams(broadcast, identity.sessions())));
    routes.addAll(Routes.sessions(new SessionActions(sources, settings)));
    routes.addAll(Routes.loads(commands, sources.gate()::now));
    routes.addAll(Routes.pairings(commands));
    routes.addAll(Routes.handlings(new HandlingActions(commands, sources.gate())));
    routes.addAll(Routes.fleet(new FleetActions(commands, sources)));
    routes.addAll(Routes.pool(new PoolActions(commands, sources)));
    routes.addAll(Routes.road(new RoadActions(commands, sources, settings)));
    routes.addAll(Routes.figures(new FigureActions(sources)));
    routes.addAll(Routes.statistics(new StatisticsActions(sources, settings)));
    routes.addAll(Routes.board(new BoardActions(sources, System::nanoTime)));
    routes.addAll(further.with(commands, metrics));
    routes.addAll(Routes.open(sources, metrics));
    this.server = new HttpServer(sources.gate(), identity, settings, metrics, routes);
    sources.gate().follow(sources.timelines()::accept);
    sources.gate().listen(broadcast::accept);
    identity.sessions().listen(broadcast::closeSession);
    this.sessions = identity.sessions();
  }

  /// Takes requests. Port 0 takes any free one.
  ///
  /// @return the port
  /// @throws UncheckedIOException when the port is taken
  public int start(int port) {
    int taken = server.start(port);
    Thread.ofVirtual().name("broadcast").start(broadcast::run);
    Thread.ofVirtual().name("sessions").start(this::sweep);
    return taken;
  }

  /// Every second ends the sessions whose time is over, and with them their streams.
  private void sweep() {
    while (running) {
      LockSupport.parkNanos(SWEEP_NANOS);
      sessions.sweep();
    }
  }

  public void stop() {
    running = false;
    broadcast.stop();
    server.stop();
  }

  /// Everything that is served, with what an actor needs for it.
  List<Route> routes() {
    return server.routes();
  }

  /// Method, path and operation of everything that is served.
  public List<String> operations() {
    return server.operations();
  }
}
