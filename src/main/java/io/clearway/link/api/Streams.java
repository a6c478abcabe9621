package io.clearway.link.api;

import io.clearway.authority.Scope;
import io.clearway.identity.Sessions;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/// Serves `/stream`: the request's own virtual thread writes until either side ends it.
final class Streams {

  private final Broadcast broadcast;
  private final Sessions sessions;
  private final Semaphore turnstile = new Semaphore(1);

  Streams(Broadcast broadcast, Sessions sessions) {
    this.broadcast = broadcast;
    this.sessions = sessions;
  }

  void stream(Call call) {
    Context context = call.context();
    OptionalLong owner = call.ownOnly() ? OptionalLong.of(call.actor().id()) : OptionalLong.empty();
    Asked asked = call.asked();
    Scope scope = call.actor().scope();
    Scope places = new Scope(scope.gates(), Optional.empty(), List.of(), scope.yards());
    var filter = new Subscriber.Filter(asked.gate(), places, owner);
    var reader = new Subscriber.Reader(call.actor().id(), call.asking().session());
    OptionalLong lastSeen = lastSeen(call, asked);
    // Read at the door, where a browser can say it in no other way.
    call.query("access_token");
    asked.close();
    Subscriber subscriber =
        broadcast
            .open(filter, reader, lastSeen)
            .orElseThrow(() ->
                new Problem.Halt(
                    Problem.later(503, "TOO_MANY_STREAMS", "No further stream can be opened.")));
    if (!stillThere(call)) {
      subscriber.close();
    }
    try {
      context.res().setStatus(200);
      context.res().setContentType("text/event-stream;charset=utf-8");
      context.res().setHeader("X-Accel-Buffering", "no");
      var out = context.res().getOutputStream();
      context.res().flushBuffer();
      subscriber.pump(out, turnstile);
    } catch (IOException gone) {
      // the browser left: nothing to say to it
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      subscriber.close();
      broadcast.remove(subscriber);
    }
  }

  /// Who ended between admission and the stream's opening was not told to the stream.
  private boolean stillThere(Call call) {
    return call.asking().signedIn().map(session -> sessions.holds(session)).orElse(true);
  }

  /// The header of a reconnecting browser, or `after` for who opens a stream behind a list.
  private static OptionalLong lastSeen(Call call, Asked asked) {
    String header = Optional.ofNullable(call.context().header("Last-Event-ID")).orElse("");
    long after = asked.number("after", -1, 0, Long.MAX_VALUE);
    if (!header.isEmpty()) {
      return header.matches("[0-9]{1,18}")
          ? OptionalLong.of(Long.parseLong(header))
          : OptionalLong.of(Long.MAX_VALUE);
    }
    return after < 0 ? OptionalLong.empty() : OptionalLong.of(after);
  }
}
