package io.clearway.link.api;

import io.clearway.authority.Role;
import io.clearway.journal.Entry;
import io.clearway.link.json.Declarations;
import io.clearway.report.PublishedDay;
import io.clearway.site.SiteEvent;
import io.clearway.world.Event;
import io.clearway.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// The real HTTP door for a published day: every word is a request of somebody of that role,
/// parsed, admitted and decided as anybody's. Only the journal is a list, and the day's clock is
/// turned by whoever plays it.
public final class DayAtTheDoor implements PublishedDay.Place, AutoCloseable {

  private final Door door;
  private long commands;

  /// The books begin with the site.
  public DayAtTheDoor(Path folder, Instant begin) {
    door = new Door(folder);
    door.gate.now(begin);
    door.gate.recorded(new Event.OfSite(new SiteEvent.SiteAdopted(Declarations.site("lang-son"))));
  }

  @Override
  public void turn(Instant now) {
    door.gate.now(now);
  }

  @Override
  public void post(Role role, String path, ObjectNode body) {
    String command = new UUID(0x019a_7000_0000_7000L, Long.MIN_VALUE + ++commands).toString();
    Door.Got got = door.post(door.token(role), path, command, body.toString());
    if (got.status() >= 300) {
      throw new AssertionError(path + " " + body + ": " + got.raw().body());
    }
  }

  public List<Entry> entries() {
    return door.gate.entries();
  }

  public World world() {
    return door.gate.published().world();
  }

  /// What an officer who only reads is told.
  public ObjectNode read(String path) {
    return ok(door.get(Role.READER, path));
  }

  /// A file that an officer takes along.
  public byte[] file(String path) {
    return door.bytes(Role.READER, path);
  }

  /// What anybody is told.
  public ObjectNode board() {
    return ok(door.send(door.request("~/board.json").GET().build()));
  }

  private static ObjectNode ok(Door.Got got) {
    if (got.status() != 200) {
      throw new AssertionError(got.raw().body());
    }
    return got.json();
  }

  @Override
  public void close() {
    door.close();
  }
}
