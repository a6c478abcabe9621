package io.clearway.main;

import io.clearway.authority.Actor;
import io.clearway.crossing.Crossing;
import io.clearway.link.json.PresetJson;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.live.JournalPages;
import io.clearway.live.LiveGate;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.report.DailyReport;
import io.clearway.world.World;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A data folder on which no gate runs, opened in this process.
final class AtRest {

  private AtRest() {}

  /// What is done with it.
  interface Work<T> {
    T with(Installation installation, Hand hand) throws Exception;
  }

  static <T> T on(Path data, Work<T> work) throws Exception {
    Arguments arguments = Arguments.parse(List.of("verify", "--data", data.toString()));
    try (Installation installation = Installation.existing(arguments);
        LiveGate gate = installation.gate(Program.COMPLEX)) {
      return work.with(installation, new Hand(gate).awaitReady());
    }
  }

  static List<String> told(Path data) throws Exception {
    return on(data, (installation, hand) -> told(hand.gate().published().world()));
  }

  /// Everything that a world holds, without the ids that differ between two installations.
  static List<String> told(World world) {
    List<String> all = new ArrayList<>();
    for (Actor actor : world.authorities().actors().values()) {
      all.add("actor " + actor.key() + " " + actor.role() + " " + actor.label());
    }
    for (Preset preset : world.registrations().presets().all().values()) {
      String what = preset.kind() + " " + preset.label() + " " + PresetJson.write(preset);
      all.add("preset of " + owner(world, preset.owner()) + " " + what);
    }
    all.addAll(registrations(world));
    all.addAll(standing(world));
    world.cases().open().values().forEach(open -> all.add("case " + open.kind()));
    all.sort(String::compareTo);
    return all;
  }

  /// A number that is ours is left out: it depends on how many there were before.
  static List<String> registrations(World world) {
    List<String> all = new ArrayList<>();
    for (Registration r : world.registrations().all().values()) {
      ObjectNode form = new RegistrationWriter(true).write(r.form());
      if (r.form().declarationId().contains("/")) {
        form.remove("declarationNumber");
      }
      all.add("registration of " + owner(world, r.owner()) + " " + form);
    }
    all.sort(String::compareTo);
    return all;
  }

  static List<String> standing(World world) {
    List<String> all = new ArrayList<>();
    for (Crossing c : world.crossings().all().values()) {
      if (c.live()) {
        String papers =
            c.registration().isPresent()
                ? world.registrations().all().get(c.registration().getAsLong()).form().number()
                : "without papers";
        boolean ours = papers.length() == 13 && !papers.startsWith("20260");
        all.add(
            "standing %s %s %s since %s, yard since %s, %s"
                .formatted(
                    c.plate().read().orElseThrow(),
                    c.gate(),
                    c.direction(),
                    c.track().arrivedAt(),
                    c.track().yardEnteredAt().map(Object::toString).orElse("-"),
                    ours ? "a later part" : papers));
      }
    }
    all.sort(String::compareTo);
    return all;
  }

  private static String owner(World world, long actor) {
    Optional<Actor> owner = world.authorities().find(actor);
    return owner.map(a -> a.key().toString()).orElseThrow();
  }

  static List<DailyReport.Backlog> backlog(Path data, LocalDate day, ZoneId zone) throws Exception {
    return on(
        data,
        (installation, hand) -> {
          LiveGate gate = hand.gate();
          long seq = gate.published().seq();
          return DailyReport.of(JournalPages.since(gate, day), day, zone, seq).backlog2000();
        });
  }
}
