package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.AuthorityEvent;
import io.clearway.authority.HandOver;
import io.clearway.authority.Matter;
import io.clearway.authority.Proposal;
import io.clearway.authority.Statement;
import io.clearway.journal.Entry;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.json.Fields;
import io.clearway.link.json.ScopeJson;
import io.clearway.link.rows.LoadJson;
import io.clearway.live.Order;
import io.clearway.site.Agency;
import io.clearway.view.ShiftSheet;
import io.clearway.world.Command;
import io.clearway.world.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What takes two people: proposed, approved, withdrawn.
final class ProposalActions {

  private final CommandActions commands;
  private final Sources sources;

  ProposalActions(CommandActions commands, Sources sources) {
    this.commands = commands;
    this.sources = sources;
  }

  /// What shall be done, said as the operation that does it wants it.
  private record Wish(Matter matter, UUID subject, String statement) {}

  void propose(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    List<Wish> wishes = new ArrayList<>();
    fields.optionalPart("enrol", ProposalActions::enrol).ifPresent(wishes::add);
    fields.optionalPart("rescope", ProposalActions::rescope).ifPresent(wishes::add);
    fields.optionalPart("renewPassword", ProposalActions::renew).ifPresent(wishes::add);
    if (wishes.size() != 1) {
      fields.fault("", "ONE_WISH", "Exactly one of enrol, rescope, renewPassword is proposed.");
    }
    Submission.check(fields);
    Wish wish = wishes.getFirst();
    ObjectNode answer = propose(call, submission, "propose", key, wish);
    call.answer(201, answer.put("statement", wish.statement()));
  }

  private ObjectNode propose(
      Call call, Submission submission, String operation, UUID key, Wish wish) {
    var order =
        new AuthorityCommand.Propose(
            key, wish.matter(), wish.subject(), wish.statement(), call.asking().session());
    return send(call, submission, operation, order).put("id", key.toString());
  }

  /// The sheet as it is now: what is proposed is what both will have signed. Asked again it is the
  /// sheet of the first time, so the answer does not say it: the list does.
  void handOver(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Submission.check(fields);
    Agency agency = call.actor().role().agency().orElseThrow(ProposalActions::denied);
    String sheet =
        ShiftSheet.of(call.world(), call.actor(), agency, call.seen().seq(), sources.gate().now());
    Wish wish = new Wish(Matter.HAND_OVER_SHIFT, HandOver.of(agency), sheet);
    call.answer(201, propose(call, submission, "handOverShift", key, wish));
  }

  private static Wish enrol(Fields fields) {
    AuthorityCommand.EnrolActor order = ActorActions.enrolment(fields);
    return new Wish(Matter.ENROL_ACTOR, order.key(), Statement.of(order));
  }

  private static Wish rescope(Fields fields) {
    var order = new AuthorityCommand.RescopeActor(fields.uuid("actor"), ScopeJson.read(fields));
    return new Wish(Matter.RESCOPE_ACTOR, order.actor(), Statement.of(order));
  }

  private static Wish renew(Fields fields) {
    var order = new AuthorityCommand.RenewSecret(fields.uuid("actor"));
    return new Wish(Matter.RENEW_SECRET, order.actor(), Statement.of(order));
  }

  private static Problem.Halt denied() {
    return new Problem.Halt(Problem.of(403, "DENIED", "This is not allowed."));
  }

  private ObjectNode send(
      Call call, Submission submission, String operation, AuthorityCommand order) {
    return commands.send(
        call, submission, operation, Order.Lane.PEOPLE, new Command.OfAuthority(order));
  }

  void approve(Call call) {
    approve(call, "approve");
  }

  void takeOver(Call call) {
    ofKnown(call, () -> approve(call, "takeOverShift"));
  }

  private void approve(Call call, String operation) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    var order = new AuthorityCommand.Approve(call.id(), call.asking().session());
    ObjectNode answer = send(call, submission, operation, order);
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void withdraw(Call call) {
    withdraw(call, "withdrawProposal");
  }

  /// What is denied because there is no such hand-over any more is not found; what is asked again
  /// after it was done is answered as it was.
  private static void ofKnown(Call call, Runnable action) {
    try {
      action.run();
    } catch (Problem.Halt halted) {
      boolean known =
          call.world()
              .authorities()
              .proposals()
              .find(call.id())
              .filter(proposal -> proposal.matter() == Matter.HAND_OVER_SHIFT)
              .isPresent();
      throw known || halted.problem().status() != 403
          ? halted
          : new Problem.Halt(Problem.notFound());
    }
  }

  void withdrawHandOver(Call call) {
    ofKnown(call, () -> withdraw(call, "withdrawHandOver"));
  }

  private void withdraw(Call call, String operation) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    ObjectNode answer = send(call, submission, operation, new AuthorityCommand.Withdraw(call.id()));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void proposals(Call call) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (Proposal proposal : call.world().authorities().proposals().all().values()) {
      if (call.actor().role().may(proposal.matter().operation())) {
        ObjectNode item = write(items.addObject(), call, proposal);
        item.put("expiresAt", proposal.expires().toString());
      }
    }
    call.answer(200, json);
  }

  private static boolean ofOwnAgency(Proposal proposal, Actor actor) {
    return proposal.matter() == Matter.HAND_OVER_SHIFT
        && actor.role().agency().filter(a -> HandOver.of(a).equals(proposal.subject())).isPresent();
  }

  /// The sheets of the own agency: those that nobody has taken over yet; with a day of the gate's
  /// also those that both signed on it, newest first, as the journal has them.
  void handOvers(Call call) {
    Asked asked = call.asked();
    Optional<LocalDate> day = call.query("date").map(text -> asked.day("date"));
    asked.close();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (Proposal proposal : call.world().authorities().proposals().all().values()) {
      if (ofOwnAgency(proposal, call.actor())) {
        ObjectNode item = write(items.addObject(), call, proposal);
        item.put("own", proposal.proposed().actor() == call.actor().id());
      }
    }
    day.map(at -> signed(call.site().zone(), at)).orElse(List.of()).reversed().stream()
        .filter(proposal -> ofOwnAgency(proposal, call.actor()))
        .forEach(proposal -> write(items.addObject(), call, proposal));
    call.answer(200, json);
  }

  /// A proposal stands for a day at most: the day before has what was signed on this one.
  private List<Proposal> signed(ZoneId zone, LocalDate day) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    Map<Long, Proposal> handed = new HashMap<>();
    List<Proposal> signed = new ArrayList<>();
    for (Entry entry : sources.journal().apply(day.minusDays(1))) {
      if (!entry.at().isBefore(end)) {
        break;
      }
      for (Event event : entry.events()) {
        if (event instanceof Event.OfAuthority(AuthorityEvent.Proposed(Proposal proposal))
            && proposal.matter() == Matter.HAND_OVER_SHIFT) {
          handed.put(proposal.id(), proposal);
        } else if (event instanceof Event.OfAuthority(AuthorityEvent.Approved approved)
            && handed.containsKey(approved.proposal())
            && !approved.voice().at().isBefore(begin)) {
          signed.add(handed.get(approved.proposal()).approvedBy(approved.voice()));
        }
      }
    }
    return signed;
  }

  private static ObjectNode write(ObjectNode item, Call call, Proposal proposal) {
    item.put("id", proposal.key().toString());
    item.put("matter", proposal.matter().name()).put("statement", proposal.statement());
    item.put("subject", proposal.subject().toString());
    voice(item.putObject("proposed"), call, proposal.proposed());
    proposal.approved().ifPresent(voice -> voice(item.putObject("approved"), call, voice));
    return item;
  }

  private static void voice(ObjectNode json, Call call, Proposal.Voice voice) {
    json.put("at", voice.at().toString());
    call.world()
        .authorities()
        .find(voice.actor())
        .map(Actor::label)
        .ifPresent(label -> json.put("by", label));
    LoadJson.post(json, voice.actor(), call.world());
  }
}
