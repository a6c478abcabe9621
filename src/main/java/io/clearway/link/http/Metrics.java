package io.clearway.link.http;

import io.clearway.crossing.Crossing;
import io.clearway.live.Gate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/// Figures for monitoring; nothing in them names a person, a plate or an actor.
public final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  public Metrics(Gate gate, Supplier<Number> streams) {
    Gauge.builder("clearway_journal_seq", gate, g -> (double) g.published().seq())
        .description("Last entry on disk")
        .register(registry);
    Gauge.builder("clearway_crossings_live", gate, Metrics::live)
        .description("Vehicles that have not left")
        .register(registry);
    Gauge.builder("clearway_streams", streams).description("Open streams").register(registry);
  }

  private static double live(Gate gate) {
    return gate.published().world().crossings().all().values().stream()
        .filter(Crossing::live)
        .count();
  }

  public void command(String operation, String outcome) {
    registry.counter("clearway_commands", "operation", operation, "outcome", outcome).increment();
  }

  public void request(String operation, int status, Duration took) {
    registry
        .timer("clearway_http_requests", "operation", operation, "status", status / 100 + "xx")
        .record(took);
  }

  public String scrape() {
    return registry.scrape();
  }
}
