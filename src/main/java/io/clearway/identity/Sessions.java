package io.clearway.identity;

import io.clearway.journal.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Who has signed in. A browser holds 32 random bytes, kept is their SHA-256: what is on disk opens
/// nothing. A session ends 15 minutes after the last request, 12 hours after it began, when it is
/// signed out, taken over, or its person may no more. Thread-safe.
public final class Sessions {

  public static final Duration IDLE = Duration.ofMinutes(15);
  public static final Duration LONGEST = Duration.ofHours(12);

  /// So many one person has at once; one more ends the oldest.
  static final int PER_PERSON = 8;

  private static final String FORM =
      "[0-9a-f]{64} [0-9a-f-]{36} [0-9a-f-]{36} [0-9]{1,12} (initial|own)";

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final SecretFile file;
  private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
  private final Map<Digest, Session> sessions = new LinkedHashMap<>();

  /// @param id the same for as long as it is the same desk; tells nothing
  /// @param initial the person has not chosen a password yet
  public record Session(UUID id, UUID actor, Instant begun, Instant seen, boolean initial) {

    private boolean over(Instant now) {
      return !now.isBefore(seen.plus(IDLE)) || !now.isBefore(begun.plus(LONGEST));
    }
  }

  /// A session and the secret that opens it, which nobody can show again.
  public record Opened(Session session, String secret) {}

  /// Reads `identity/sessions` in the data folder, if it is there.
  ///
  /// @throws IllegalStateException when it is corrupt
  public Sessions(Path dataFolder, InstantSource clock) {
    this.clock = clock;
    this.file = new SecretFile(dataFolder, "sessions");
    Instant now = clock.instant();
    for (String line : file.lines(FORM)) {
      String[] part = line.split(" ", -1);
      sessions.put(
          Digest.read(HexFormat.of().parseHex(part[0])),
          new Session(
              UUID.fromString(part[1]),
              UUID.fromString(part[2]),
              Instant.ofEpochSecond(Long.parseLong(part[3])),
              now,
              part[4].equals("initial")));
    }
  }

  /// Calls the listener with the id of each session whose person goes: it ended, or another took it
  /// over.
  public void listen(Consumer<UUID> listener) {
    listeners.add(listener);
  }

  /// Begins a session with an id of its own.
  public Opened open(UUID actor, boolean initial) {
    Opened opened;
    List<UUID> gone = new ArrayList<>();
    synchronized (this) {
      Instant now = clock.instant();
      List<Session> own = sessions.values().stream().filter(s -> s.actor().equals(actor)).toList();
      for (int i = 0; i <= own.size() - PER_PERSON; i++) {
        UUID id = own.get(i).id();
        sessions.values().removeIf(s -> s.id().equals(id));
        gone.add(id);
      }
      opened = put(new Session(UUID.randomUUID(), actor, now, now, initial));
    }
    tell(gone);
    return opened;
  }

  private Opened put(Session session) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    sessions.put(digest(secret), session);
    keep();
    return new Opened(session, secret);
  }

  /// The session that the secret opens.
  ///
  /// @param active whether a person asks; what a page asks by itself keeps nobody signed in
  public synchronized Optional<Session> find(String secret, boolean active) {
    Digest digest = digest(secret);
    Session found = sessions.get(digest);
    Instant now = clock.instant();
    if (found == null || found.over(now)) {
      return Optional.empty();
    }
    Session seen = active ? seen(found, now) : found;
    sessions.put(digest, seen);
    return Optional.of(seen);
  }

  private static Session seen(Session s, Instant now) {
    return new Session(s.id(), s.actor(), s.begun(), now, s.initial());
  }

  /// Whether it is still there, and still that person's.
  public synchronized boolean holds(Session session) {
    return sessions.values().stream()
        .anyMatch(s -> s.id().equals(session.id()) && s.actor().equals(session.actor()));
  }

  /// Another person takes the desk's session over: the same id, a new secret, and the old one opens
  /// nothing any more.
  public Optional<Opened> takeOver(UUID id, UUID actor, boolean initial) {
    Optional<Opened> opened;
    synchronized (this) {
      Instant now = clock.instant();
      boolean there = sessions.values().removeIf(s -> s.id().equals(id));
      opened =
          there ? Optional.of(put(new Session(id, actor, now, now, initial))) : Optional.empty();
    }
    tell(List.of(id));
    return opened;
  }

  /// The person has chosen a password.
  public synchronized void chosen(UUID id) {
    sessions.replaceAll((digest, s) ->
        s.id().equals(id) ? new Session(id, s.actor(), s.begun(), s.seen(), false) : s);
    keep();
  }

  public void end(UUID id) {
    end(s -> s.id().equals(id));
  }

  /// Every session of that person.
  public void endOf(UUID actor) {
    end(s -> s.actor().equals(actor));
  }

  /// Every session of that person but one.
  public void endOthers(UUID actor, UUID id) {
    end(s -> s.actor().equals(actor) && !s.id().equals(id));
  }

  /// Ends those whose time is over. To be called every second.
  public void sweep() {
    Instant now = clock.instant();
    end(s -> s.over(now));
  }

  private void end(Predicate<Session> which) {
    List<UUID> gone = new ArrayList<>();
    synchronized (this) {
      sessions.values().stream().filter(which).forEach(s -> gone.add(s.id()));
      if (sessions.values().removeIf(which)) {
        keep();
      }
    }
    tell(gone);
  }

  private void tell(List<UUID> gone) {
    gone.forEach(id -> listeners.forEach(listener -> listener.accept(id)));
  }

  private static Digest digest(String secret) {
    return Digest.of(secret.getBytes(StandardCharsets.UTF_8));
  }

  private void keep() {
    List<String> lines = new ArrayList<>();
    sessions.forEach((digest, s) ->
        lines.add(
            String.join(
                " ",
                HexFormat.of().formatHex(digest.bytes()),
                s.id().toString(),
                s.actor().toString(),
                Long.toString(s.begun().getEpochSecond()),
                s.initial() ? "initial" : "own")));
    file.keep(lines);
  }
}
