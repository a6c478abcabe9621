package io.clearway.link.api;

import io.clearway.crossing.CrossingEvent;
import io.clearway.fleet.FleetEvent;
import io.clearway.journal.Digest;
import io.clearway.journal.Entry;
import io.clearway.kernel.Refusal;
import io.clearway.link.http.Body;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.AsTyped;
import io.clearway.link.json.Fields;
import io.clearway.link.json.JsonText;
import io.clearway.link.rows.EventNames;
import io.clearway.live.Answer;
import io.clearway.live.Gate;
import io.clearway.live.Order;
import io.clearway.world.Command;
import io.clearway.world.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A command on its way from the request to the gate, and its answer on the way back.
///
/// @param id the client's id of the command
/// @param digest of method, path and body
public record Submission(UUID id, Digest digest, JsonNode body) {

  private static final long WAIT_SECONDS = 20;
  private static final Set<String> ABSENT =
      Set.of(
          "CROSSING_UNKNOWN",
          "NOTICE_UNKNOWN",
          "REGISTRATION_UNKNOWN",
          "PRESET_UNKNOWN",
          "CLEARANCE_UNKNOWN",
          "ROLL_UNKNOWN",
          "CHARGE_UNKNOWN",
          "DOUBT_UNKNOWN",
          "ACTOR_UNKNOWN",
          "PROPOSAL_UNKNOWN");

  static Submission read(Call call, Settings settings) {
    var context = call.context();
    Optional<UUID> id = Optional.ofNullable(context.header("Command-Id")).flatMap(Fields::uuidOf);
    byte[] body = Body.read(context, settings);
    if (id.isEmpty()) {
      throw Call.bad("Command-Id", "COMMAND_ID", "The header Command-Id carries a UUID.");
    }
    byte[] head =
        (context.method().name() + "\n" + context.path() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] said = new byte[head.length + body.length];
    System.arraycopy(head, 0, said, 0, head.length);
    System.arraycopy(body, 0, said, head.length, body.length);
    return switch (JsonText.parse(body, settings.bodyBytes())) {
      case JsonText.Reading.Broken(String code, String detail) -> throw Call.bad("", code, detail);
      case JsonText.Reading.Parsed(JsonNode node) ->
          new Submission(id.get(), Digest.of(said), node);
    };
  }

  /// The body of a request that is no command: it changes nothing.
  public static JsonNode body(Call call, Settings settings) {
    byte[] body = Body.read(call.context(), settings);
    return switch (JsonText.parse(body, settings.bodyBytes())) {
      case JsonText.Reading.Broken(String code, String detail) -> throw Call.bad("", code, detail);
      case JsonText.Reading.Parsed(JsonNode node) -> node;
    };
  }

  /// Closes the fields and ends the request when one is at fault.
  public static void check(Fields fields) {
    fields.close();
    if (!fields.violations().isEmpty()) {
      throw new Problem.Halt(Problem.input(fields.violations()));
    }
  }

  /// Waits for what becomes of the command.
  Answer send(Gate gate, Order.Lane lane, Call call, Command command) {
    try {
      return gate.submit(new Order(id, digest, lane, call.actor().id(), command))
          .get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      return new Answer.Unavailable("no answer in time", true);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.Unavailable("stopping", true);
    } catch (ExecutionException defect) {
      throw new IllegalStateException("the gate answered with an exception", defect);
    }
  }

  /// The body of a committed command's answer; ends the request with a problem for every other.
  ObjectNode accepted(Answer answer, Gate gate) {
    Reply reply =
        switch (answer) {
          case Answer.Committed(var entry) -> Reply.of(entry);
          case Answer.Repeated(long seq) ->
              gate.entry(seq)
                  .map(Reply::of)
                  .orElseThrow(() ->
                      new Problem.Halt(
                          Problem.later(503, "UNAVAILABLE", "The entry cannot be read now.")));
          case Answer.Refused(Refusal refusal) -> throw new Problem.Halt(refused(refusal));
          case Answer.Denied() ->
              throw new Problem.Halt(Problem.of(403, "DENIED", "This is not allowed."));
          case Answer.IdReused() ->
              throw new Problem.Halt(
                  Problem.of(409, "COMMAND_ID_REUSED", "Another command carried this id."));
          case Answer.Overloaded() ->
              throw new Problem.Halt(
                  Problem.later(429, "OVERLOADED", "Too much is waiting; nothing was done."));
          case Answer.Unavailable(var why, boolean uncertain) ->
              throw new Problem.Halt(
                  Problem.later(
                      503,
                      uncertain ? "OUTCOME_UNKNOWN" : "UNAVAILABLE",
                      "Ask again with the same Command-Id."));
          case Answer.Fault(String correlation) ->
              throw new Problem.Halt(
                  Problem.of(500, "FAULT", "A defect of ours, filed as " + correlation + "."));
        };
    return body(reply, gate);
  }

  private Problem refused(Refusal refusal) {
    int status = ABSENT.contains(refusal.code()) ? 404 : 409;
    return new Problem(status, AsTyped.of(body, refusal), OptionalInt.empty());
  }

  private ObjectNode body(Reply reply, Gate gate) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("commandId", id.toString());
    json.put("seq", reply.seq());
    var events = json.putArray("events");
    reply.events().forEach(events::add);
    reply
        .crossing()
        .flatMap(crossing -> gate.published().world().crossings().find(crossing))
        .ifPresent(crossing -> json.put("crossing", crossing.key().toString()));
    return json;
  }

  /// What an answer counts as in the figures.
  static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Committed committed -> "committed";
      case Answer.Repeated repeated -> "repeated";
      case Answer.Refused refused -> "refused";
      case Answer.Denied denied -> "denied";
      case Answer.IdReused reused -> "id_reused";
      case Answer.Overloaded overloaded -> "overloaded";
      case Answer.Unavailable unavailable -> "unavailable";
      case Answer.Fault fault -> "fault";
    };
  }

  /// What a committed command came to; the same for its repetition.
  ///
  /// @param events the names of the events, in order
  /// @param crossing the passage that the first event about one names
  private record Reply(long seq, List<String> events, Optional<Long> crossing) {

    static Reply of(Entry entry) {
      return new Reply(
          entry.seq(),
          entry.events().stream().map(EventNames::of).toList(),
          entry.events().stream().flatMap(Reply::crossings).findFirst());
    }

    private static Stream<Long> crossings(Event event) {
      return event instanceof Event.OfCrossing(CrossingEvent fact)
          ? EventNames.crossings(fact).stream()
          : event instanceof Event.OfFleet(FleetEvent driven)
              ? EventNames.crossings(driven).stream()
              : Stream.empty();
    }
  }
}
