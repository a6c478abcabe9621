package io.clearway.link.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten people register 1,500 vehicles in two hours, each with a phone that loses its network: what
/// the phones wrote is what the roll says, in the same order. The two hours are the phones' clocks;
/// nothing here waits. Prints what it took.
class RollCallPaceTest {

  private static final int PEOPLE = 10;
  private static final int VEHICLES = 150;
  private static final Duration WALK = Duration.ofHours(2);
  private static final int BATCH = 50;
  private static final long STEP = 1L << 30;

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  /// What a phone says of one vehicle.
  private record Word(UUID id, int revision, long rank, String plate, Instant at, boolean gone) {

    String json(int section) {
      return """
      {"id":"%s","revision":%d,"section":%d,"rank":%d,"plate":"%s","occurredAt":"%s"%s}\
      """
          .formatted(id, revision, section, rank, plate, at, gone ? ",\"removed\":\"LEFT\"" : "");
    }
  }

  /// One person's phone, with its queue and its outages.
  private final class Phone {
    private final int section;
    private final Random random;
    private final List<Word> queue = new ArrayList<>();
    private final List<Word> standing = new ArrayList<>();
    private final List<Instant> outages = new ArrayList<>();
    private int made;
    private int words;
    private int commands;
    private int most;
    private long sent;
    private long heard;

    Phone(int section, long seed) {
      this.section = section;
      this.random = new Random(seed + section);
      for (int i = 0; i < 3; i++) {
        outages.add(Door.NOW.minus(WALK).plusSeconds(random.nextInt(7200)));
      }
    }

    private boolean online(Instant now) {
      return outages.stream()
          .noneMatch(from -> !now.isBefore(from) && now.isBefore(from.plusSeconds(900)));
    }

    void walk(UUID roll) {
      for (int i = 0; i < VEHICLES; i++) {
        Instant now = Door.NOW.minus(WALK).plus(WALK.multipliedBy(i).dividedBy(VEHICLES));
        vehicle(i, now);
        if (online(now)) {
          send(roll);
        }
      }
      send(roll);
    }

    /// Mostly the next one; now and then one between two, a correction, one that drove away.
    private void vehicle(int i, Instant now) {
      UUID id = Door.seven(1_000_000L * section + ++made);
      String plate = "%d9C%05d".formatted(1 + random.nextInt(9), 1000 * section + i);
      int place = standing.size();
      long rank = standing.isEmpty() ? STEP : standing.getLast().rank() + STEP;
      if (place > 2 && random.nextInt(50) == 0) {
        place = 1 + random.nextInt(place - 1);
        long low = standing.get(place - 1).rank();
        rank = low + (standing.get(place).rank() - low) / 2;
      }
      say(place, new Word(id, 0, rank, plate, now, false));
      int event = random.nextInt(30);
      int which = random.nextInt(standing.size());
      Word old = standing.get(which);
      if (event < 2) {
        Word again =
            new Word(old.id(), old.revision() + 1, old.rank(), old.plate() + "1", now, event == 1);
        standing.set(which, again);
        queue.add(again);
      }
    }

    private void say(int place, Word word) {
      standing.add(place, word);
      queue.add(word);
    }

    /// In batches, each as often as it takes: an answer may be lost, and a batch may come twice.
    private void send(UUID roll) {
      while (!queue.isEmpty()) {
        List<Word> batch = List.copyOf(queue.subList(0, Math.min(BATCH, queue.size())));
        queue.subList(0, batch.size()).clear();
        words += batch.size();
        most = Math.max(most, batch.size());
        String body =
            "{\"entries\":["
                + String.join(",", batch.stream().map(word -> word.json(section)).toList())
                + "]}";
        String command = Door.seven(random.nextInt() & 0xFFFFFFFL).toString();
        int times = random.nextInt(20) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
          post(roll, random.nextInt(4) == 0 ? UUID.randomUUID().toString() : command, body);
        }
      }
    }

    private void post(UUID roll, String command, String body) {
      var got =
          door.post(door.token(Role.TRAFFIC_POLICE), "/rolls/" + roll + "/entries", command, body);
      assertThat(got.status()).as(got.raw().body()).isEqualTo(200);
      commands++;
      sent += body.getBytes(StandardCharsets.UTF_8).length;
      heard += got.raw().body().getBytes(StandardCharsets.UTF_8).length;
    }

    private List<String> plates() {
      return standing.stream()
          .filter(word -> !word.gone())
          .sorted(Comparator.comparingLong(Word::rank))
          .map(Word::plate)
          .toList();
    }
  }

  @Test
  void fifteenHundredVehiclesByTenPeopleWithOutagesStandInTheirOrder() {
    long seed = 20251127;
    UUID roll = Door.seven(1);
    String opening = "{\"id\":\"%s\",\"place\":\"CSGT_CAO_LOC\"}".formatted(roll);
    assertThat(door.post(Role.TRAFFIC_POLICE, "/rolls", opening).status()).isEqualTo(201);
    List<Phone> phones = new ArrayList<>();
    for (int section = 1; section <= PEOPLE; section++) {
      phones.add(new Phone(section, seed));
    }
    phones.parallelStream().forEach(phone -> phone.walk(roll));
    for (Phone phone : phones) {
      var held = door.get(Role.READER, "/rolls/" + roll + "?section=" + phone.section).json();
      List<String> plates = new ArrayList<>();
      held.get("entries")
          .forEach(entry -> {
            if (entry.has("position")) {
              plates.add(entry.get("plate").stringValue());
            }
          });
      assertThat(plates).as("section %d, seed %d", phone.section, seed).isEqualTo(phone.plates());
    }
    var whole = door.get(Role.READER, "/rolls/" + roll);
    assertThat(whole.json().get("sections")).hasSize(PEOPLE);
    int commands = phones.stream().mapToInt(phone -> phone.commands).sum();
    int words = phones.stream().mapToInt(phone -> phone.words).sum();
    long sent = phones.stream().mapToLong(phone -> phone.sent).sum();
    long heard = phones.stream().mapToLong(phone -> phone.heard).sum();
    int most = phones.stream().mapToInt(phone -> phone.most).max().orElse(0);
    System.out.printf(
        "roll-call: %d vehicles, %d words in %d commands, at most %d in one;"
            + " bodies sent %d bytes, answers %d, the whole roll %d%n",
        PEOPLE * VEHICLES, words, commands, most, sent, heard, whole.raw().body().length());
    assertThat(door.gate.entries().size()).isLessThanOrEqualTo(commands + 1);
  }
}
