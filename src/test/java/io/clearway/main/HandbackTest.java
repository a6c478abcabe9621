package io.clearway.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.CrossingCommand;
import io.clearway.crossing.KeyHolder;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.live.Answer;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.takeover.ExampleFolder;
import io.clearway.takeover.FolderFile;
import io.clearway.world.Command;
import io.clearway.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The way back: what is handed back is taken over by an empty gate and is the same there, but for
/// what docs/takeover.md says cannot be carried.
class HandbackTest {

  /// The whole list: keys turned here, and that a vehicle has left the yard.
  private static final List<String> NOT_CARRIED =
      List.of(
          "STATE 2026011300005 OUT_OF_YARD AT_GATE",
          "STATE 2026011400009 ENTERED AT_GATE",
          "TIME 2026011300005 yardEnteredAt",
          "TIME 2026011300005 yardLeftAt",
          "TIME 2026011400002 borderGuardAt",
          "TIME 2026011400009 borderGuardAt",
          "TIME 2026011400009 customsAt");

  @TempDir Path elsewhere;
  private final Program program;
  private final Program other;

  HandbackTest() throws IOException {
    program = new Program("handback");
    other = new Program("handback-other");
  }

  @AfterEach
  void cleanUp() throws Exception {
    program.remove();
    other.remove();
  }

  @Test
  void whatIsHandedBackIsTheSameInAnEmptyGate() throws Exception {
    ExampleFolder folder = ExampleFolder.copy(elsewhere.resolve("x"), today());
    good(program.run("takeover", folder.folder().toString()));
    AtRest.on(program.folder(), HandbackTest::aMorning);
    Path back = elsewhere.resolve("back");
    Program.Said said = program.run("handback", back.toString());
    assertThat(good(said).out().strip())
        .isEqualTo(
            "{\"accounts\":8,\"vehicles\":9,\"drivers\":7,\"registrations\":8,\"standing\":5,"
                + "\"left\":0}");
    Program.Said over = program.run("handback", back.toString());
    assertThat(over.status()).isEqualTo(2);
    assertThat(over.err()).contains("nothing is written over");
    good(other.run("takeover", back.toString()));
    assertThat(held(other.folder())).isEqualTo(held(program.folder()));
    assertThat(AtRest.backlog(other.folder(), today(), TakeoverTest.ZONE))
        .isEqualTo(AtRest.backlog(program.folder(), today(), TakeoverTest.ZONE));
    Path file = back.resolve(FolderFile.REGISTRATIONS.file());
    assertThat(differences(good(other.run("difference", file.toString()))))
        .containsExactlyElementsOf(NOT_CARRIED);
  }

  /// Keys are turned, one truck leaves, one leaves the yard, one registration is amended.
  private static World aMorning(Installation installation, Hand hand) throws Exception {
    Actor guard = hand.actor("guard", Role.BORDER_GUARD);
    Actor customs = hand.actor("customs", Role.CUSTOMS);
    Actor device = hand.actor("device", Role.GATE_DEVICE);
    Actor yard = hand.actor("yard", Role.YARD);
    Instant now = hand.gate().now();
    long entered = passage(hand, "2026011400009").id();
    done(hand, guard, new CrossingCommand.ConfirmEntry(entered, KeyHolder.BORDER_GUARD));
    done(hand, customs, new CrossingCommand.ConfirmEntry(entered, KeyHolder.CUSTOMS));
    long half = passage(hand, "2026011400002").id();
    done(hand, guard, new CrossingCommand.ConfirmEntry(half, KeyHolder.BORDER_GUARD));
    var gone = passage(hand, "2026011300001");
    done(hand, device, new CrossingCommand.ReportGateLeft(UUID.randomUUID(), seen(gone, now)));
    var out = passage(hand, "2026011300005");
    done(
        hand,
        yard,
        new CrossingCommand.ReportYardLeft(UUID.randomUUID(), seen(out, now), "BAO_NGUYEN"));
    amend(installation, hand);
    return hand.gate().published().world();
  }

  private static void amend(Installation installation, Hand hand) {
    Registration held = registration(hand, "2026011300002");
    ObjectNode form = new RegistrationWriter(true).write(held.form());
    ((ObjectNode) form.path("vehicles").path(0)).put("driverName", "Tài xế Thử Nghiệm 1");
    form.put("plannedArrivalAt", today().plusDays(1) + "T03:00:00Z");
    var reader = new RegistrationReader(installation.pseudonyms()::of, hand.gate()::now);
    Registration.Form amended = ((RegistrationReader.Reading.Read) reader.read(form)).form();
    var order = new RegistrationCommand.Amend(held.key(), held.version(), amended);
    committed(hand.send(held.owner(), new Command.OfRegistration(order)));
  }

  private static Registration registration(Hand hand, String number) {
    World world = hand.gate().published().world();
    long id = world.registrations().byNumber().find(number).orElseThrow();
    return world.registrations().all().get(id);
  }

  private static Crossing passage(Hand hand, String number) {
    World world = hand.gate().published().world();
    long id = world.crossings().byRegistration().get(registration(hand, number).id());
    return world.crossings().all().get(id);
  }

  private static CrossingCommand.Sighting seen(Crossing crossing, Instant now) {
    return new CrossingCommand.Sighting(
        crossing.plate(), crossing.gate(), crossing.direction(), now);
  }

  private static void done(Hand hand, Actor actor, CrossingCommand order) {
    committed(hand.send(actor.id(), new Command.OfCrossing(order)));
  }

  private static void committed(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Committed.class);
  }

  /// Open registrations with whose they are, and what stands here.
  private static List<String> held(Path data) throws Exception {
    return AtRest.on(
        data,
        (installation, hand) -> {
          World world = hand.gate().published().world();
          List<String> all = new ArrayList<>(AtRest.standing(world));
          AtRest.registrations(world).stream()
              .filter(line -> !line.contains("\"declarationNumber\":\"2026011300001\""))
              .forEach(all::add);
          return all.stream()
              .map(line -> line.replaceFirst("yard since \\S+ (?=2026011300005)", ""))
              .toList();
        });
  }

  private static Program.Said good(Program.Said said) {
    assertThat(said.status()).as(said.out() + said.err()).isZero();
    return said;
  }

  private static List<String> differences(Program.Said said) {
    List<String> found = new ArrayList<>();
    for (String line : said.out().lines().toList()) {
      JsonNode json = JsonMapper.shared().readTree(line);
      if (json.has("kind") && !json.has("crossing")) {
        String what =
            json.path("kind").asString().equals("STATE")
                ? json.path("there").asString() + " " + json.path("here").asString()
                : json.path("field").asString();
        found.add(
            json.path("kind").asString()
                + " "
                + json.path("declarationNumber").asString()
                + " "
                + what);
      }
    }
    found.sort(String::compareTo);
    return found;
  }

  private static LocalDate today() {
    return LocalDate.now(TakeoverTest.ZONE);
  }
}
