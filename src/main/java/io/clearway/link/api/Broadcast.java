package io.clearway.link.api;

import io.clearway.authority.AuthorityEvent;
import io.clearway.crossing.Crossing;
import io.clearway.journal.Entry;
import io.clearway.link.rows.EventNames;
import io.clearway.link.rows.Rows;
import io.clearway.live.Gate;
import io.clearway.world.Event;
import io.clearway.world.Permission;
import io.clearway.world.World;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells open streams which rows changed. Changes are collected and encoded once per quarter of a
/// second and filter; a frame's id says up to which entry everything was told.
final class Broadcast {

  static final int RING = 10_000;

  private static final long FRAME_NANOS = 250_000_000;
  private static final int FRAMES_PER_TICK = 4;
  private static final int FRAMES_PER_COMMENT = 60;

  private final Gate gate;
  private final int most;
  private final ArrayDeque<Change> ring = new ArrayDeque<>();
  private final List<Change> pending = new ArrayList<>();
  private final List<Subscriber> subscribers = new ArrayList<>();
  private long heard;
  private long told;
  private long forgotten;
  private volatile boolean running = true;

  /// @param loads registrations whose passage's row changed
  /// @param changing transshipments, with whose vehicles' rows it did
  private record Change(long seq, List<Long> crossings, List<Long> loads, List<Long> changing) {

    void into(TreeSet<Long> changed, World world) {
      changed.addAll(crossings);
      Stream.concat(
              loads.stream(),
              changing.stream()
                  .flatMap(id -> world.transshipments().find(id).stream())
                  .flatMap(held -> held.parties().stream()))
          .forEach(load -> world.crossings().byRegistration().find(load).ifPresent(changed::add));
    }
  }

  Broadcast(Gate gate, int most) {
    this.gate = gate;
    this.most = most;
    long seq = gate.published().seq();
    this.heard = seq;
    this.told = seq;
    this.forgotten = seq;
  }

  /// From the writer's thread: notes and returns.
  synchronized void accept(Entry entry) {
    if (entry.seq() <= heard) {
      return;
    }
    heard = entry.seq();
    entry.events().forEach(this::closeChanged);
    List<Long> crossings =
        entry.events().stream().flatMap(event -> EventNames.changed(event).stream()).toList();
    List<Long> loads =
        entry.events().stream().flatMap(event -> EventNames.loads(event).stream()).toList();
    List<Long> changing =
        entry.events().stream()
            .flatMap(event -> EventNames.transshipments(event).stream())
            .toList();
    if (crossings.isEmpty() && loads.isEmpty() && changing.isEmpty()) {
      return;
    }
    Change change = new Change(entry.seq(), crossings, loads, changing);
    pending.add(change);
    ring.add(change);
    if (ring.size() > RING) {
      forgotten = ring.remove().seq();
    }
  }

  /// An actor that was revoked reads no more; one with another scope comes back and reads by that.
  private void closeChanged(Event event) {
    switch (event) {
      case Event.OfAuthority(AuthorityEvent.ActorRevoked(long id)) ->
          close(reader -> reader.actor() == id);
      case Event.OfAuthority(AuthorityEvent.ActorRescoped e) ->
          close(reader -> reader.actor() == e.actor());
      case Event.OfAuthority e -> {}
      case Event.OfSite e -> {}
      case Event.OfRegistration e -> {}
      case Event.OfCrossing e -> {}
      case Event.OfClearance e -> {}
      case Event.OfTurn e -> {}
      case Event.OfTransshipment e -> {}
      case Event.OfFleet e -> {}
      case Event.OfPairing e -> {}
      case Event.OfFee e -> {}
      case Event.OfCase e -> {}
      case Event.OfWorld e -> {}
    }
  }

  /// The session's person has gone.
  synchronized void closeSession(UUID session) {
    close(reader -> reader.session().equals(session));
  }

  private synchronized void close(Predicate<Subscriber.Reader> who) {
    subscribers.removeIf(subscriber -> {
      boolean gone = who.test(subscriber.reader());
      if (gone) {
        subscriber.close();
      }
      return gone;
    });
  }

  synchronized int size() {
    return subscribers.size();
  }

  /// Opens a stream; empty when there are too many. Who was here before and missed nothing that is
  /// remembered gets what it missed, everybody else a `reset`.
  synchronized Optional<Subscriber> open(
      Subscriber.Filter filter, Subscriber.Reader reader, OptionalLong lastSeen) {
    if (subscribers.size() >= most || !running) {
      return Optional.empty();
    }
    Subscriber subscriber = new Subscriber(filter, reader);
    Gate.Published seen = gate.published();
    if (lastSeen.isPresent()) {
      long last = lastSeen.getAsLong();
      if (last < forgotten || last > Math.max(heard, seen.seq())) {
        subscriber.offer(frame("reset", told, stamp(told, seen.at())));
      } else {
        TreeSet<Long> missed = new TreeSet<>();
        ring.stream()
            .filter(c -> c.seq() > last && c.seq() <= told)
            .forEach(c -> c.into(missed, seen.world()));
        rows(filter, missed, seen, told).ifPresent(subscriber::offer);
      }
    }
    subscriber.offer(frame("tick", told, stamp(told, gate.now())));
    subscribers.add(subscriber);
    return Optional.of(subscriber);
  }

  synchronized void remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  /// Runs until stopped, on a thread of its own.
  void run() {
    int count = 0;
    while (running) {
      LockSupport.parkNanos(FRAME_NANOS);
      count++;
      turn(count % FRAMES_PER_TICK == 0, count % FRAMES_PER_COMMENT == 0);
    }
  }

  private synchronized void turn(boolean tick, boolean comment) {
    Gate.Published seen = gate.published();
    TreeSet<Long> changed = new TreeSet<>();
    pending.removeIf(change -> {
      boolean visible = change.seq() <= seen.seq();
      if (visible) {
        change.into(changed, seen.world());
      }
      return visible;
    });
    told = Math.max(told, Math.min(heard, seen.seq()));
    Map<Subscriber.Filter, Optional<Subscriber.Frame>> encoded = new HashMap<>();
    Subscriber.Frame ticked = frame("tick", told, stamp(told, gate.now()));
    subscribers.removeIf(subscriber -> {
      boolean open = true;
      if (!changed.isEmpty()) {
        Optional<Subscriber.Frame> rows =
            encoded.computeIfAbsent(
                subscriber.filter(), filter -> rows(filter, changed, seen, told));
        open = rows.isEmpty() || subscriber.offer(rows.get());
      }
      open = open && (!tick || subscriber.offer(ticked));
      return !(open && (!comment || subscriber.offer(comment())));
    });
  }

  private static Optional<Subscriber.Frame> rows(
      Subscriber.Filter filter, Collection<Long> changed, Gate.Published seen, long seq) {
    World world = seen.world();
    ObjectNode json = stamp(seq, seen.at());
    ArrayNode rows = json.putArray("rows");
    for (long id : changed) {
      Optional<Crossing> crossing = world.crossings().find(id);
      if (crossing.isPresent() && shows(filter, world, crossing.get())) {
        rows.add(Rows.row(world, crossing.get(), seen.at()));
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(frame("rows", seq, json));
  }

  private static boolean shows(Subscriber.Filter filter, World world, Crossing crossing) {
    return (filter.gate().isEmpty() || filter.gate().get().equals(crossing.gate()))
        && Permission.reaches(world, filter.places(), crossing)
        && (filter.owner().isEmpty() || Rows.owned(world, crossing, filter.owner().getAsLong()));
  }

  private static ObjectNode stamp(long seq, Instant at) {
    return JsonNodeFactory.instance.objectNode().put("seq", seq).put("asOf", at.toString());
  }

  private static Subscriber.Frame frame(String event, long id, ObjectNode data) {
    return frame("event: " + event + "\nid: " + id + "\ndata: " + data + "\n\n");
  }

  private static Subscriber.Frame comment() {
    return frame(": here\n\n");
  }

  private static Subscriber.Frame frame(String text) {
    return new Subscriber.Frame(text);
  }

  synchronized void stop() {
    running = false;
    subscribers.forEach(Subscriber::close);
    subscribers.clear();
  }
}
