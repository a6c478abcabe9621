package io.clearway.link.api;

import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.print.BoardJson;
import io.clearway.link.print.BoardPage;
import io.clearway.link.print.Language;
import io.clearway.report.PublicBoard;
import io.clearway.site.Site;
import io.clearway.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// What anybody may ask: the board, as a page and for programs. It is computed at most once in five
/// seconds, however many ask.
final class BoardActions {

  private static final int SECONDS = 5;

  private final Sources sources;
  private final LongSupplier nanos;
  private final ReentrantLock computing = new ReentrantLock();
  private final AtomicLong computed = new AtomicLong();
  private volatile Optional<Made> last = Optional.empty();

  /// Everything that can be answered, ready to be sent.
  private record Made(long nanos, String complex, String json, Map<String, String> pages) {}

  /// @param nanos a clock that only goes on
  BoardActions(Sources sources, LongSupplier nanos) {
    this.sources = sources;
    this.nanos = nanos;
  }

  /// How often it was computed.
  long computed() {
    return computed.get();
  }

  void page(Call call) {
    Asked asked = call.asked();
    String language = asked.choice("lang", Language.tags());
    asked.close();
    send(call, "text/html; charset=utf-8", made(call.world()).pages().getOrDefault(language, ""));
  }

  void figures(Call call) {
    send(call, "application/json", json(call.world()));
  }

  String json(World world) {
    return made(world).json();
  }

  private static void send(Call call, String type, String text) {
    call.context().status(200).contentType(type);
    call.context().header("Cache-Control", "public, max-age=" + SECONDS);
    call.context().result(text.getBytes(StandardCharsets.UTF_8));
  }

  /// @throws Problem.Halt as long as no site is in force
  private Made made(World world) {
    Site site =
        world
            .sites()
            .current()
            .orElseThrow(() -> {
              String why = "No site is in force yet.";
              return new Problem.Halt(Problem.later(503, "NOT_READY", why));
            });
    Optional<Made> held = fresh(site);
    if (held.isPresent()) {
      return held.get();
    }
    computing.lock();
    try {
      Made made = fresh(site).orElseGet(() -> compute(world, site));
      last = Optional.of(made);
      return made;
    } finally {
      computing.unlock();
    }
  }

  private Optional<Made> fresh(Site site) {
    long now = nanos.getAsLong();
    return last.filter(m -> now - m.nanos() < TimeUnit.SECONDS.toNanos(SECONDS))
        .filter(m -> m.complex().equals(site.complex()));
  }

  private Made compute(World world, Site site) {
    computed.incrementAndGet();
    PublicBoard board = PublicBoard.of(world, site, sources.gate().now());
    Map<String, String> pages = new TreeMap<>();
    for (Language language : Language.values()) {
      pages.put(language.tag(), BoardPage.of(board, site, language));
    }
    return new Made(nanos.getAsLong(), site.complex(), BoardJson.of(board, site).toString(), pages);
  }
}
