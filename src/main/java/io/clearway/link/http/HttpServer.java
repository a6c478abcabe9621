package io.clearway.link.http;

import io.clearway.identity.Identity;
import io.clearway.live.Gate;
import io.clearway.site.Site;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP door. Every request runs on a virtual thread of its own.
public final class HttpServer {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final String CSP =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /// A gate's whole staff may open the page at once; more than the usual 50 wait their turn.
  private static final int ACCEPT_QUEUE = 1_024;

  private final Gate gate;
  private final Admission admission;
  private final Settings settings;
  private final Metrics metrics;
  private final Pages pages;
  private final List<Route> routes;
  private final Javalin javalin;

  /// Takes requests after [#start(int)].
  ///
  /// @param routes everything that is served beside the page's files
  public HttpServer(
      Gate gate, Identity identity, Settings settings, Metrics metrics, List<Route> routes) {
    this.gate = gate;
    this.admission = new Admission(identity);
    this.settings = settings;
    this.metrics = metrics;
    this.pages = new Pages(settings.page(), this::complex);
    this.routes = List.copyOf(routes);
    this.javalin = Javalin.create(this::configure);
  }

  /// Takes requests. Port 0 takes any free one.
  ///
  /// @return the port
  /// @throws UncheckedIOException when the port is taken
  public int start(int port) {
    try {
      javalin.start(settings.host(), port);
    } catch (JavalinBindException taken) {
      throw new UncheckedIOException(
          "port " + port + " is taken; choose another with --port", new IOException(taken));
    }
    return javalin.port();
  }

  public void stop() {
    javalin.stop();
  }

  /// Everything that is served.
  public List<Route> routes() {
    return routes;
  }

  /// Method, path and operation of everything that is served.
  public List<String> operations() {
    return routes.stream()
        .map(r -> r.method().name() + " " + r.path() + " " + r.operation())
        .toList();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setIdleTimeout(settings.idle().toMillis());
    });
    config.jetty.modifyServer(this::harden);
    for (Route route : routes) {
      config.routes.addHttpHandler(route.method(), route.path(), context -> run(route, context));
    }
    config.routes.before(HttpServer::headers);
    config.routes.exception(HttpResponseException.class, this::unrouted);
    config.routes.exception(Problem.Halt.class, (halt, context) -> say(context, halt.problem()));
    config.routes.exception(Exception.class, this::fault);
  }

  private void harden(Server server) {
    server.setErrorHandler(new BareErrors());
    server.addBean(new NetworkConnectionLimit(settings.connections(), server));
    server.addEventListener(
        new org.eclipse.jetty.util.component.LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(org.eclipse.jetty.util.component.LifeCycle starting) {
            for (Connector connector : server.getConnectors()) {
              if (connector instanceof ServerConnector ours) {
                ours.setIdleTimeout(settings.keepAlive().toMillis());
                ours.setAcceptQueueSize(ACCEPT_QUEUE);
              }
            }
          }
        });
  }

  private static void headers(Context context) {
    context.header("Content-Security-Policy", CSP);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
  }

  private void run(Route route, Context context) {
    long begin = System.nanoTime();
    try {
      Gate.Published seen = gate.published();
      Optional<Who> who =
          route.allowed().isEmpty()
              ? Optional.empty()
              : Optional.of(admission.admit(route, context, seen.world()));
      if (route.path().contains("{complex}")) {
        served(context, seen);
      }
      route.action().run(new Call(context, who, seen));
    } catch (Problem.Halt halt) {
      say(context, halt.problem());
    } finally {
      int status = context.statusCode();
      metrics.request(route.operation(), status, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  /// Whether there is such a complex here.
  private static void served(Context context, Gate.Published seen) {
    var site = seen.world().sites().current();
    if (site.isEmpty()) {
      throw new Problem.Halt(Problem.later(503, "NOT_READY", "No site is in force yet."));
    }
    if (!site.get().complex().equals(context.pathParam("complex"))) {
      throw new Problem.Halt(Problem.notFound());
    }
  }

  private static void say(Context context, Problem problem) {
    if (context.res().isCommitted()) {
      return;
    }
    problem
        .retryAfter()
        .ifPresent(seconds -> context.header("Retry-After", Integer.toString(seconds)));
    Call.write(context, problem.status(), "application/problem+json", problem.json());
  }

  private Optional<String> complex() {
    return gate.published().world().sites().current().map(Site::complex);
  }

  /// No route: a file of the page, or a problem.
  private void unrouted(HttpResponseException none, Context context) {
    headers(context);
    try {
      if (none.getStatus() == 404 && pages.serve(context)) {
        return;
      }
    } catch (Problem.Halt halt) {
      say(context, halt.problem());
      return;
    }
    say(
        context,
        none.getStatus() == 405
            ? Problem.of(405, "METHOD_NOT_ALLOWED", "This method is not served here.")
            : Problem.notFound());
  }

  private void fault(Exception defect, Context context) {
    String correlation = UUID.randomUUID().toString();
    LOG.error("request failed, filed as {}", correlation, defect);
    say(context, Problem.of(500, "FAULT", "A defect of ours, filed as " + correlation + "."));
  }
}
