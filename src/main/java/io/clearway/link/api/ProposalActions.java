package io.clearway.link.api;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Matter;
import io.clearway.authority.Proposal;
import io.clearway.authority.Statement;
import io.clearway.link.http.Call;
import io.clearway.link.json.Fields;
import io.clearway.link.json.ScopeJson;
import io.clearway.live.Order;
import io.clearway.world.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What takes two people: proposed, approved, withdrawn.
final class ProposalActions {

  private final CommandActions commands;

  ProposalActions(CommandActions commands) {
    this.commands = commands;
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
    ObjectNode answer =
        send(
            call,
            submission,
            "propose",
            new AuthorityCommand.Propose(
                key, wish.matter(), wish.subject(), wish.statement(), call.asking().session()));
    answer.put("id", key.toString()).put("statement", wish.statement());
    call.answer(201, answer);
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

  private ObjectNode send(
      Call call, Submission submission, String operation, AuthorityCommand order) {
    return commands.send(
        call, submission, operation, Order.Lane.PEOPLE, new Command.OfAuthority(order));
  }

  void approve(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    var order = new AuthorityCommand.Approve(call.id(), call.asking().session());
    ObjectNode answer = send(call, submission, "approve", order);
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void withdraw(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    ObjectNode answer =
        send(call, submission, "withdrawProposal", new AuthorityCommand.Withdraw(call.id()));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void proposals(Call call) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (Proposal proposal : call.world().authorities().proposals().all().values()) {
      if (call.actor().role().may(proposal.matter().operation())) {
        ObjectNode item = items.addObject().put("id", proposal.key().toString());
        item.put("matter", proposal.matter().name()).put("statement", proposal.statement());
        item.put("subject", proposal.subject().toString());
        item.put("expiresAt", proposal.expires().toString());
        voice(item.putObject("proposed"), call, proposal.proposed());
        proposal.approved().ifPresent(voice -> voice(item.putObject("approved"), call, voice));
      }
    }
    call.answer(200, json);
  }

  private static void voice(ObjectNode json, Call call, Proposal.Voice voice) {
    json.put("at", voice.at().toString());
    call.world()
        .authorities()
        .find(voice.actor())
        .map(Actor::label)
        .ifPresent(label -> json.put("by", label));
  }
}
