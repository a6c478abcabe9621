package io.clearway.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// By what a person is known: a name with a password, a badge with a PIN. Kept is the Argon2id of
/// each. Thread-safe.
public final class Passwords {

  /// What one chooses oneself has so many characters.
  public static final int LEAST = 10;

  public static final int MOST = 200;

  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final String FORM =
      "(password [A-Za-z0-9_-]{1,400} [0-9a-f-]{36} (initial|own)"
          + "|badge [0-9]{2,12} [0-9a-f-]{36} -)"
          + " [$A-Za-z0-9+/=,]{20,200}";

  private final SecureRandom random = new SecureRandom();
  private final SecretFile file;
  private volatile Map<String, Kept> kept;

  /// Who it is, once the secret is right.
  ///
  /// @param initial the password is still the one that an operator has seen
  public record Known(UUID actor, boolean initial) {}

  private record Kept(UUID actor, boolean initial, String hash) {}

  /// Reads `identity/passwords` in the data folder, if it is there.
  ///
  /// @throws IllegalStateException when it is corrupt
  public Passwords(Path dataFolder) {
    file = new SecretFile(dataFolder, "passwords");
    kept = load(file);
  }

  /// A name as it is compared.
  public static String name(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String ofName(String name) {
    byte[] bytes = name(name).getBytes(StandardCharsets.UTF_8);
    return "password " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String ofBadge(String badge) {
    return "badge " + badge;
  }

  /// Who signs in so. It takes the same time whether or not there is such a name.
  public Optional<Known> byPassword(String name, String password) {
    return known(ofName(name), password);
  }

  /// The same by badge and PIN.
  public Optional<Known> byBadge(String badge, String pin) {
    return known(ofBadge(badge), pin);
  }

  private Optional<Known> known(String who, String secret) {
    Kept found = kept.get(who);
    boolean right = found == null ? Argon.never(secret) : Argon.matches(secret, found.hash());
    return found == null || !right
        ? Optional.empty()
        : Optional.of(new Known(found.actor(), found.initial()));
  }

  /// Whether somebody else has that name.
  public boolean taken(String name, UUID actor) {
    Kept found = kept.get(ofName(name));
    return found != null && !found.actor().equals(actor);
  }

  /// Makes a password for the actor under that name, in place of any that the actor had; nobody can
  /// show it again.
  ///
  /// @throws IllegalArgumentException when the name is another actor's
  public synchronized String renew(UUID actor, String name) {
    if (taken(name, actor)) {
      throw new IllegalArgumentException("the name is taken");
    }
    String made = invent();
    put("password ", actor, ofName(name), new Kept(actor, true, Argon.hash(made)));
    return made;
  }

  /// The actor's own choice in place of the one before; false when that one is wrong.
  public synchronized boolean change(UUID actor, String old, String chosen) {
    for (var entry : kept.entrySet()) {
      Kept found = entry.getValue();
      if (entry.getKey().startsWith("password ") && found.actor().equals(actor)) {
        if (!Argon.matches(old, found.hash())) {
          return false;
        }
        put("password ", actor, entry.getKey(), new Kept(actor, false, Argon.hash(chosen)));
        return true;
      }
    }
    return false;
  }

  /// The actor's own badge and PIN in place of those before; false when the badge is another's.
  public synchronized boolean badge(UUID actor, String badge, String pin) {
    Kept found = kept.get(ofBadge(badge));
    if (found != null && !found.actor().equals(actor)) {
      return false;
    }
    put("badge ", actor, ofBadge(badge), new Kept(actor, false, Argon.hash(pin)));
    return true;
  }

  /// Whether nobody would guess it first.
  public static boolean isPin(String badge, String pin) {
    boolean steps = true;
    for (int i = 1; i < pin.length(); i++) {
      steps &= Math.abs(pin.charAt(i) - pin.charAt(i - 1)) <= 1;
    }
    return pin.matches("[0-9]{6,8}") && !steps && !pin.equals(badge);
  }

  /// Ends everything by which the actor is known.
  public synchronized void revoke(UUID actor) {
    Map<String, Kept> changed = new LinkedHashMap<>(kept);
    if (changed.values().removeIf(found -> found.actor().equals(actor))) {
      keep(changed);
    }
  }

  /// One entry of a kind for each actor.
  private void put(String kind, UUID actor, String who, Kept made) {
    Map<String, Kept> changed = new LinkedHashMap<>(kept);
    changed
        .entrySet()
        .removeIf(e -> e.getKey().startsWith(kind) && e.getValue().actor().equals(actor));
    changed.put(who, made);
    keep(changed);
  }

  /// Twenty characters of 31: 99 bits.
  private String invent() {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      made.append(i > 0 && i % 5 == 0 ? "-" : "");
      made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return made.toString();
  }

  private void keep(Map<String, Kept> changed) {
    List<String> lines = new ArrayList<>();
    changed.forEach((who, found) -> {
      String state = who.startsWith("badge ") ? "-" : found.initial() ? "initial" : "own";
      lines.add(who + " " + found.actor() + " " + state + " " + found.hash());
    });
    file.keep(lines);
    kept = Map.copyOf(changed);
  }

  private static Map<String, Kept> load(SecretFile file) {
    Map<String, Kept> read = new LinkedHashMap<>();
    for (String line : file.lines(FORM)) {
      String[] part = line.split(" ", -1);
      read.put(
          part[0] + " " + part[1],
          new Kept(UUID.fromString(part[2]), part[3].equals("initial"), part[4]));
    }
    return Map.copyOf(read);
  }
}
