package io.clearway.link.api;

import io.clearway.authority.Scope;
import io.clearway.crossing.Contradiction;
import io.clearway.crossing.Trip;
import io.clearway.kernel.Personal;
import io.clearway.kernel.Subject;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.rows.Rows;
import io.clearway.live.Order;
import io.clearway.pairing.Stay;
import io.clearway.site.Places;
import io.clearway.turn.Entry;
import io.clearway.turn.RoadOrder;
import io.clearway.turn.Roll;
import io.clearway.turn.TurnCommand;
import io.clearway.turn.TurnRules;
import io.clearway.world.Command;
import io.clearway.world.Permission;
import io.clearway.world.Roads;
import io.clearway.world.TwoWay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked and reported on the road to the gates: roll-calls, advice, orders. A phone may
/// have been without a network for days, so that its words may be old.
final class RoadActions {

  private static final Duration OLDEST = Duration.ofDays(7);
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final int PLATE = 32;
  private static final int NOTE = 200;
  private static final int STRETCH = 80;
  private static final int TRIPS = 1_000;
  private static final Duration UNLIMITED = Duration.ofDays(10_000);

  private final CommandActions commands;
  private final Sources sources;
  private final Settings settings;

  RoadActions(CommandActions commands, Sources sources, Settings settings) {
    this.commands = commands;
    this.sources = sources;
    this.settings = settings;
  }

  void open(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    String place = fields.text("place");
    Places places = call.site().places();
    if (fields.has("place")
        && places.findPost(place).isEmpty()
        && places.findPark(place).isEmpty()) {
      fields.fault("place", "PLACE_UNKNOWN", "There is no such post or holding park.");
    }
    String stretch = shortText(fields, "stretch", STRETCH).orElse("");
    Submission.check(fields);
    ObjectNode answer =
        send(call, submission, "openRoll", new TurnCommand.OpenRoll(key, place, stretch));
    call.answer(201, answer.put("id", key.toString()));
  }

  /// What is on the other side, and what came back since a day: who is out longest first; with
  /// returns that contradict what is known.
  void trips(Call call) {
    Asked asked = call.asked();
    Optional<String> gate = asked.gate();
    String state = asked.word("state", "out", "all");
    asked.close();
    ObjectNode json = Rows.stamped(call);
    ArrayNode items = json.putArray("items");
    Instant now = sources.gate().now();
    call.world().crossings().outside().trips().values().stream()
        .filter(trip -> sees(call, trip))
        .filter(trip -> gate.isEmpty() || gate.get().equals(trip.gate()))
        .filter(trip ->
            state.equals("all")
                || trip.endedAt().isEmpty()
                || call.world().cases().of(trip.crossing()).stream()
                    .anyMatch(open -> open.kind() == Contradiction.RETURNED_TWICE))
        .sorted(Comparator.comparing(Trip::leftAt).thenComparingLong(Trip::crossing))
        .limit(TRIPS)
        .forEach(trip -> RoadRows.trip(items.addObject(), call, trip, now));
    RoadRows.unexplained(json.putArray("unexplained"), call, gate);
    visitors(json.putArray("visitors"), call, gate, state.equals("all"));
    call.answer(200, json);
  }

  /// Vehicles of the other country on our side, whose time is over first first.
  private void visitors(ArrayNode items, Call call, Optional<String> gate, boolean all) {
    Instant now = sources.gate().now();
    Comparator<Stay> first =
        Comparator.comparing(
            stay -> TwoWay.clock(call.world(), stay, now).left().orElse(UNLIMITED));
    call.world().pairings().stays().all().values().stream()
        .filter(stay -> stay.side() == Stay.Side.HERE && (all || stay.open()))
        .filter(stay -> gate.isEmpty() || gate.get().equals(stay.gate()))
        .filter(stay ->
            call.world()
                .crossings()
                .find(stay.visit())
                .filter(c -> Permission.reaches(call.world(), call.actor().scope(), c))
                .isPresent())
        .sorted(first.thenComparingLong(Stay::visit))
        .limit(TRIPS)
        .forEach(stay -> RoadRows.visitor(items.addObject(), call.world(), stay, now));
  }

  /// At a gate of the actor's scope; of the yards that it is the operator of, if it is of some.
  private static boolean sees(Call call, Trip trip) {
    Scope scope = call.actor().scope();
    return scope.covers(trip.gate())
        && (scope.yards().isEmpty()
            || call.world()
                .registrations()
                .find(trip.registration())
                .filter(call::sees)
                .isPresent());
  }

  /// How many vehicles were reported in each holding park and not out of it, nor at a gate since.
  void parks(Call call) {
    ObjectNode json = Rows.stamped(call);
    RoadRows.parks(json.putArray("items"), call);
    call.answer(200, json);
  }

  void note(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    List<Entry.Said> said = fields.parts("entries", TurnRules.BATCH, this::said);
    if (fields.has("entries") && said.isEmpty()) {
      fields.fault("entries", "FIELD_MISSING", "This field is needed.");
    }
    Submission.check(fields);
    ObjectNode answer =
        send(call, submission, "noteEntries", new TurnCommand.NoteEntries(call.id(), said));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void close(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    long version = whole(fields, "version", 0, Integer.MAX_VALUE);
    Submission.check(fields);
    ObjectNode answer =
        send(call, submission, "closeRoll", new TurnCommand.CloseRoll(call.id(), version));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void order(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Personal<String> plate = plate(fields);
    Optional<String> to = fields.optionalText("to");
    Places places = call.site().places();
    if (to.filter(code -> places.findPark(code).isEmpty() && places.findLine(code).isEmpty())
        .isPresent()) {
      fields.fault("to", "PLACE_UNKNOWN", "There is no such holding park or gate.");
    }
    RoadOrder.Given given =
        new RoadOrder.Given(
            plate,
            fields.word("order", RoadOrder.Word.class),
            to,
            post(call, fields).map(Places.Post::code).orElse(""),
            fields.word("reason", RoadOrder.Reason.class),
            fields.has("until") ? Optional.of(fields.time("until")) : Optional.empty(),
            note(fields, plate.subject()),
            occurred(fields));
    Submission.check(fields);
    ObjectNode answer = send(call, submission, "giveOrder", new TurnCommand.GiveOrder(key, given));
    call.answer(200, answer.put("id", key.toString()));
  }

  private ObjectNode send(Call call, Submission submission, String operation, TurnCommand order) {
    return commands.send(call, submission, operation, Order.Lane.PEOPLE, new Command.OfTurn(order));
  }

  private Entry.Said said(Fields fields) {
    Personal<String> plate = plate(fields);
    return new Entry.Said(
        fields.uuid("id"),
        (int)
            fields.optionalWhole("revision").stream()
                .filter(r -> in(fields, r))
                .findFirst()
                .orElse(0),
        (int) whole(fields, "section", 1, 99),
        whole(fields, "rank", 0, 1_000_000_000_000_000L),
        plate,
        occurred(fields),
        fields.has("standingSince") ? Optional.of(fields.time("standingSince")) : Optional.empty(),
        note(fields, plate.subject()),
        fields.has("removed")
            ? Optional.of(fields.word("removed", Entry.Removal.class))
            : Optional.empty());
  }

  private static boolean in(Fields fields, long revision) {
    boolean in = revision >= 0 && revision <= 1000;
    if (!in) {
      fields.fault("revision", "NUMBER_OUT_OF_RANGE", "A number from 0 to 1000 is expected.");
    }
    return in;
  }

  private static long whole(Fields fields, String name, long least, long most) {
    long number = fields.whole(name);
    if (fields.has(name) && (number < least || number > most)) {
      fields.fault(
          name, "NUMBER_OUT_OF_RANGE", "A number from " + least + " to " + most + " is expected.");
    }
    return number;
  }

  private Personal<String> plate(Fields fields) {
    String typed = fields.text("plate").strip();
    if (fields.has("plate") && (typed.isEmpty() || typed.length() > PLATE)) {
      fields.fault("plate", "PLATE_LENGTH", "A plate has 1 to 32 characters.");
    }
    String plate = RegistrationReader.plate(typed);
    return new Personal.Known<>(sources.subjects().of("plate", plate), plate);
  }

  /// It may name somebody, so it goes when the plate's owner is erased.
  private static Optional<Personal<String>> note(Fields fields, Subject whose) {
    return shortText(fields, "note", NOTE).map(text -> new Personal.Known<>(whose, text));
  }

  private static Optional<String> shortText(Fields fields, String name, int most) {
    Optional<String> text = fields.optionalText(name).map(String::strip);
    if (text.filter(long_ -> long_.length() > most).isPresent()) {
      fields.fault(name, "TEXT_TOO_LONG", "At most " + most + " characters are read.");
    }
    return text;
  }

  private Instant occurred(Fields fields) {
    int before = fields.violations().size();
    Instant occurred = fields.time("occurredAt");
    boolean readable = fields.violations().size() == before;
    Instant now = sources.gate().now();
    if (readable && (occurred.isBefore(now.minus(OLDEST)) || occurred.isAfter(now.plus(AHEAD)))) {
      fields.fault(
          "occurredAt", "TIME_IMPLAUSIBLE", "This is over a day ahead or over a week ago.");
    }
    return occurred;
  }

  private static Optional<Places.Post> post(Call call, Fields fields) {
    String code = fields.text("post");
    Optional<Places.Post> post = call.site().places().findPost(code);
    if (fields.has("post") && post.isEmpty()) {
      fields.fault("post", "PLACE_UNKNOWN", "There is no such post.");
    }
    return post;
  }

  /// A question: nothing is recorded.
  void advise(Call call) {
    Fields fields = Fields.of(Submission.body(call, settings));
    Personal<String> plate = plate(fields);
    Optional<Places.Post> post = post(call, fields);
    Submission.check(fields);
    Instant now = sources.gate().now();
    ObjectNode json = Rows.stamped(call);
    Rows.put(json, "plate", plate);
    RoadRows.advice(
        json, call.world(), Roads.advise(call.world(), post.orElseThrow(), plate.subject(), now));
    RoadRows.orders(json.putArray("orders"), call.world(), plate.subject());
    call.answer(200, json);
  }

  void rolls(Call call) {
    ObjectNode json = Rows.stamped(call);
    ArrayNode items = json.putArray("items");
    call.world().turns().rolls().all().values().reversed().stream()
        .limit(100)
        .forEach(roll -> RoadRows.roll(items.addObject(), call.world(), roll));
    call.answer(200, json);
  }

  /// A roll in physical order, all of it or one section.
  void roll(Call call) {
    Asked asked = call.asked();
    long section = asked.number("section", 0, 1, 99);
    asked.close();
    Roll roll =
        call.world()
            .turns()
            .rolls()
            .find(call.id())
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    ObjectNode json = Rows.stamped(call);
    RoadRows.roll(json, call.world(), roll);
    RoadRows.entries(json.putArray("entries"), call, roll, (int) section);
    call.answer(200, json);
  }
}
