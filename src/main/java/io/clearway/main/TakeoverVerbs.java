package io.clearway.main;

import io.clearway.link.json.Subjects;
import io.clearway.live.LiveGate;
import io.clearway.site.Site;
import io.clearway.takeover.Deed;
import io.clearway.takeover.FolderReader;
import io.clearway.takeover.Handback;
import io.clearway.takeover.Judge;
import io.clearway.takeover.Judged;
import io.clearway.takeover.TakeoverJson;
import io.clearway.takeover.Taking;
import io.clearway.vault.Pseudonyms;
import io.clearway.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `takeover` and `handback`: coming from another platform and going back, on the data folder
/// itself.
final class TakeoverVerbs {

  private TakeoverVerbs() {}

  static int takeover(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    Path folder = folder(arguments);
    if (!Files.isDirectory(folder)) {
      throw new Arguments.WrongUse("there is no folder " + folder);
    }
    Site site = Hand.site(arguments);
    boolean check = arguments.find("check").isPresent();
    if (check && !Files.isDirectory(arguments.dataFolder())) {
      return ofNothing(folder, site, out);
    }
    try (Installation installation = Installation.open(arguments);
        LiveGate gate = installation.gate(site.complex())) {
      Hand hand = new Hand(gate).awaitReady();
      Subjects subjects = installation.pseudonyms()::of;
      List<Deed> deeds = new FolderReader(subjects, gate::now).read(folder);
      Judge.Judgement judgement = judge(gate.published().world(), site, deeds, gate.now());
      boolean anyway = arguments.find("leave-faulty").isPresent();
      if (check || (!anyway && !judgement.faultless())) {
        return told(judgement, check, out);
      }
      hand.adopt(site);
      return take(gate, judgement, out);
    }
  }

  private static Path folder(Arguments arguments) {
    if (arguments.words().size() != 1) {
      throw new Arguments.WrongUse(arguments.verb().word + " needs one folder");
    }
    return Path.of(arguments.words().getFirst());
  }

  /// Judged against an empty gate, and no data folder is made.
  private static int ofNothing(Path folder, Site site, PrintStream out) throws IOException {
    Path passing = Files.createTempDirectory("clearway-check");
    try {
      Subjects subjects = Pseudonyms.open(passing)::of;
      Instant now = Instant.now();
      List<Deed> deeds = new FolderReader(subjects, () -> now).read(folder);
      return told(judge(World.empty(), site, deeds, now), true, out);
    } finally {
      Files.deleteIfExists(passing.resolve("vault").resolve("pseudonym.key"));
      Files.deleteIfExists(passing.resolve("vault"));
      Files.deleteIfExists(passing);
    }
  }

  private static Judge.Judgement judge(World world, Site site, List<Deed> deeds, Instant now) {
    try {
      return Judge.of(world, site, deeds, now);
    } catch (IllegalArgumentException otherComplex) {
      throw new Arguments.WrongUse(String.valueOf(otherComplex.getMessage()));
    }
  }

  /// What would come of each line. Nothing was done.
  private static int told(Judge.Judgement judgement, boolean check, PrintStream out) {
    judgement.lines().forEach(line -> out.println(TakeoverJson.line(line)));
    out.println(TakeoverJson.summary(judgement.lines(), judgement.after()));
    if (!check) {
      System.err.println(
          "nothing was taken over; put the faults right, or leave their lines with --leave-faulty");
    }
    return judgement.faultless() ? 0 : 1;
  }

  private static int take(LiveGate gate, Judge.Judgement judgement, PrintStream out)
      throws IOException {
    Taking taking = new Taking(gate);
    taking.begin();
    List<Judged> done = new ArrayList<>();
    for (Judged line : judgement.lines()) {
      done.add(taking.take(line));
      out.println(TakeoverJson.line(done.getLast()));
    }
    out.println(TakeoverJson.summary(done, gate.published().world()));
    return done.stream().allMatch(Judged::comes) ? 0 : 1;
  }

  static int handback(Arguments arguments, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    Path folder = folder(arguments);
    if (Files.exists(folder)) {
      throw new Arguments.WrongUse(folder + " is there already; nothing is written over");
    }
    try (Installation installation = Installation.existing(arguments);
        LiveGate gate = installation.gate(Hand.site(arguments).complex())) {
      new Hand(gate).awaitReady();
      out.println(Handback.write(gate.published().world(), folder));
      return 0;
    }
  }
}
