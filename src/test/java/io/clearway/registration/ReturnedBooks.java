package io.clearway.registration;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Direction;
import io.clearway.kernel.Violation;
import io.clearway.world.TestSite;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Random exports and what comes back of them, with books of its own: after everything that was
/// accepted no more is back than went, and nothing is refused that would have kept that.
public final class ReturnedBooks {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final List<String> CODES = List.of("08109092", "07096010");
  private static final List<String> OURS =
      List.of("RETURN_MORE", "RETURN_OTHER_GOODS", "RETURN_NOT_OF_EXPORT", "RETURN_OF_ANOTHER");

  /// @param of numbers of the exports that it names; empty of an export
  private record Lot(UUID key, int serial, String hs, long kg, List<String> of) {
    boolean back() {
      return !of.isEmpty();
    }
  }

  private final Random random;
  private final TreeMap<String, Lot> lots = new TreeMap<>();
  private Registrations held = Registrations.empty();
  private int serial;
  private int refused;
  private int accepted;

  private ReturnedBooks(long seed) {
    this.random = new Random(seed);
  }

  /// What is wrong, if anything.
  public static Optional<String> wrong(long seed, int steps) {
    ReturnedBooks books = new ReturnedBooks(seed);
    for (int i = 0; i < steps; i++) {
      Optional<String> found = books.step();
      if (found.isPresent()) {
        return found.map(what -> "seed " + seed + " step " + i(books) + ": " + what);
      }
    }
    return books.refused == 0 || books.accepted < steps / 4
        ? Optional.of("seed " + seed + " asked nothing of it")
        : Optional.empty();
  }

  private static int i(ReturnedBooks books) {
    return books.accepted + books.refused;
  }

  private Optional<String> step() {
    List<String> exports =
        lots.entrySet().stream().filter(e -> !e.getValue().back()).map(e -> e.getKey()).toList();
    int what = random.nextInt(10);
    if (exports.isEmpty() || what < 2) {
      return register(List.of());
    }
    if (what < 6) {
      List<String> of = new ArrayList<>(List.of(any(exports)));
      if (random.nextInt(3) == 0) {
        of.add(any(exports));
      }
      if (random.nextInt(12) == 0) {
        of.add("2026112399999");
      }
      return register(List.copyOf(of));
    }
    String number = any(List.copyOf(lots.keySet()));
    return what < 9 ? amend(number) : withdraw(number);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Optional<String> register(List<String> of) {
    serial++;
    Lot lot = lot(new UUID(0, serial), serial, of);
    String number = "20261124%05d".formatted(serial);
    return judge(number, lot, new RegistrationCommand.Register(lot.key(), form(number, lot)));
  }

  private Lot lot(UUID key, int number, List<String> of) {
    String hs = of.isEmpty() || random.nextInt(6) == 0 ? any(CODES) : same(of);
    long kg = of.isEmpty() ? 8_000 + random.nextInt(12_000) : 1_000 + random.nextInt(9_000);
    return new Lot(key, number, hs, kg, of);
  }

  private String same(List<String> of) {
    return Optional.ofNullable(lots.get(of.getFirst())).map(Lot::hs).orElse(CODES.getFirst());
  }

  /// One that is there.
  private static Lot lot(Map<String, Lot> lots, String number) {
    return Optional.ofNullable(lots.get(number)).orElseThrow();
  }

  private Optional<String> amend(String number) {
    Lot before = lot(lots, number);
    Lot lot = lot(before.key(), before.serial(), before.of());
    if (lot.equals(before)) {
      return Optional.empty();
    }
    int version = held.find(before.key()).orElseThrow().version();
    return version > 60
        ? Optional.empty()
        : judge(number, lot, new RegistrationCommand.Amend(lot.key(), version, form(number, lot)));
  }

  private Optional<String> withdraw(String number) {
    UUID key = lot(lots, number).key();
    var decision = decide(new RegistrationCommand.Withdraw(key));
    if (!(decision instanceof Decision.Accepted<RegistrationEvent>(var events))) {
      return Optional.of("a withdrawal is refused: " + decision);
    }
    events.forEach(event -> held = held.evolve(event));
    lots.remove(number);
    return Optional.empty();
  }

  private Decision<RegistrationEvent> decide(RegistrationCommand command) {
    var facts =
        new RegistrationRules.Facts(
            TestSite.site(),
            3,
            serial,
            RegistrationRules.Passage.NOT_HERE,
            true,
            false,
            RegistrationRules.Links.ANY);
    return RegistrationRules.decide(held, command, facts, NOW);
  }

  private Optional<String> judge(String number, Lot lot, RegistrationCommand command) {
    TreeMap<String, Lot> then = new TreeMap<>(lots);
    then.put(number, lot);
    boolean conserved = conserved(then, number);
    return switch (decide(command)) {
      case Decision.Refused<RegistrationEvent>(var refusal) -> {
        refused++;
        List<String> codes = refusal.violations().stream().map(Violation::code).distinct().toList();
        yield !OURS.containsAll(codes) || conserved
            ? Optional.of(number + " is refused for " + refusal.violations() + " of " + then)
            : Optional.empty();
      }
      case Decision.Accepted<RegistrationEvent>(var events) -> {
        accepted++;
        for (RegistrationEvent event : events) {
          held = held.evolve(event);
        }
        lots.put(number, lot);
        yield conserved
            ? told(number)
            : Optional.of("more is back than went after " + number + " of " + then);
      }
    };
  }

  /// Of everything that hangs together with that one, by HS code; where one is named that nobody
  /// knows, nobody can say.
  private static boolean conserved(Map<String, Lot> lots, String number) {
    TreeSet<String> together = new TreeSet<>(List.of(number));
    ArrayDeque<String> next = new ArrayDeque<>(together);
    while (!next.isEmpty()) {
      String one = next.remove();
      for (String other : lots.keySet()) {
        Lot a = lot(lots, one);
        Lot b = lot(lots, other);
        if ((a.of().contains(other) || b.of().contains(one)) && together.add(other)) {
          next.add(other);
        }
      }
    }
    if (together.stream().anyMatch(one -> !lots.keySet().containsAll(lot(lots, one).of()))) {
      return true;
    }
    TreeMap<String, Long> left = new TreeMap<>();
    for (String one : together) {
      Lot lot = lot(lots, one);
      left.merge(lot.hs(), lot.back() ? -lot.kg() : lot.kg(), Long::sum);
    }
    // What was let in while nobody could say is not held against what comes after.
    return lot(lots, number).back()
        ? left.getOrDefault(lot(lots, number).hs(), 0L) >= 0
        : left.values().stream().allMatch(kg -> kg >= 0);
  }

  /// Both sides tell the same, and what went less what is back was delivered.
  private Optional<String> told(String number) {
    Registration one = held.find(lot(lots, number).key()).orElseThrow();
    return Returns.of(held, one)
        .filter(Returns.Account::whole)
        .filter(account ->
            account.rows().stream()
                .anyMatch(row -> row.deliveredKg() != row.exportedKg() - row.returnedKg()))
        .map(account -> number + " tells " + account);
  }

  private static Registration.Form form(String number, Lot lot) {
    Draft draft = new Draft();
    draft.number = number;
    draft.plate = "29C-%03d.%02d".formatted(lot.serial() / 100, lot.serial() % 100);
    draft.arrival = draft.arrival.plusSeconds(7200L * (lot.serial() % 1000));
    draft.direction = lot.back() ? Direction.IMPORT : Direction.EXPORT;
    draft.regime = lot.back() ? Registration.Regime.RETURNED : Registration.Regime.EXPORT;
    draft.customsNumber = (lot.back() ? "108" : "308") + "%09d".formatted(lot.serial());
    draft.linked = lot.of();
    draft.hsCode = lot.hs();
    draft.lineWeight = lot.kg();
    draft.groupWeight = lot.kg();
    draft.goods = lot.kg();
    draft.gross = draft.tare + lot.kg();
    draft.total = lot.kg();
    return draft.form();
  }
}
