package io.clearway.link.payment;

import io.clearway.authority.Operation;
import io.clearway.authority.Proposal;
import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.Fees;
import io.clearway.fee.Taken;
import io.clearway.kernel.Money;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.world.World;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The books as whoever collects reads them: accounts, questions, what was taken on a day and held
/// against the bank's file, and what one officer proposed to another.
final class Books {

  private static final int MOST = 500;

  private Books() {}

  static void cashier(Call call) {
    Asked asked = call.asked();
    LocalDate day = asked.day("day");
    asked.close();
    ObjectNode json = FeeQueries.stamped(call);
    Fees fees = call.world().fees();
    ArrayNode accounts = json.putArray("accounts");
    fees.ledger()
        .balances()
        .values()
        .forEach(balance -> FeeJson.balance(accounts.addObject(), balance));
    ArrayNode doubts = json.putArray("doubts");
    fees.doubts().values().stream()
        .limit(MOST)
        .forEach(doubt -> FeeJson.doubt(doubts.addObject(), doubt));
    ArrayNode days = json.putArray("days");
    fees.days().reversed().forEach(one -> FeeJson.day(days.addObject(), one));
    json.put("day", day.toString());
    takings(json.putArray("takings"), fees, day, call.site().zone());
    ArrayNode proposals = json.putArray("proposals");
    call.world().authorities().proposals().all().values().stream()
        .filter(one -> one.matter().operation() == Operation.COLLECT_FEES)
        .forEach(one -> proposal(proposals.addObject(), one, call));
    call.answer(200, json);
  }

  /// What came in one way for one issuer; the issuer is empty where it paid no charge.
  private record Way(Taken.Means means, String issuer) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      int first = means.compareTo(other.means);
      return first != 0 ? first : issuer.compareTo(other.issuer);
    }
  }

  private record Sum(Money amount, int parts) {
    Sum plus(Sum other) {
      return new Sum(amount.plus(other.amount), parts + other.parts);
    }
  }

  /// By the clock of who took it, as the bank's file of a day has it (F-47).
  private static void takings(ArrayNode json, Fees fees, LocalDate day, ZoneId zone) {
    Map<Way, Sum> ways = new TreeMap<>();
    for (Taken taken : fees.payments().taken().values()) {
      if (LocalDate.ofInstant(taken.paidAt(), zone).equals(day)) {
        for (Taken.Part part : taken.parts()) {
          String issuer = fees.charges().all().find(part.charge()).map(Charge::issuer).orElse("");
          ways.merge(new Way(taken.means(), issuer), new Sum(part.amount(), 1), Sum::plus);
        }
        if (taken.rest().isPositive()) {
          ways.merge(new Way(taken.means(), ""), new Sum(taken.rest(), 1), Sum::plus);
        }
      }
    }
    ways.forEach((way, sum) -> {
      ObjectNode item = json.addObject().put("means", way.means().name());
      item.put("issuer", way.issuer()).put("amount", sum.amount().dong());
      item.put("parts", sum.parts());
    });
  }

  private static void proposal(ObjectNode json, Proposal proposal, Call call) {
    json.put("id", proposal.key().toString()).put("matter", proposal.matter().name());
    json.put("statement", proposal.statement());
    json.put("approved", proposal.approved().isPresent());
    json.put("own", proposal.proposed().actor() == call.actor().id());
    json.put("at", proposal.proposed().at().toString());
    json.put("expiresAt", proposal.expires().toString());
    Wish.of(proposal.statement())
        .ifPresent(wish -> wish.write(json.putObject("wish"), call.world()));
  }

  /// What that payer has with us and what its vehicles left with, unpaid.
  static void account(ObjectNode json, World world, String taxCode) {
    Fees fees = world.fees();
    json.put("taxCode", taxCode);
    json.put("deposit", held(fees, Account.Kind.DEPOSIT, taxCode));
    json.put("credit", held(fees, Account.Kind.CREDIT, taxCode));
    List<Money> owed =
        fees.charges().waiting().stream()
            .filter(charge -> charge.state() == Charge.State.OWED)
            .filter(charge -> charge.payer().taxCode().equals(taxCode))
            .map(Charge::open)
            .toList();
    json.put("owed", Money.sum(owed).dong());
  }

  /// What we were given stands as a credit, negative.
  private static long held(Fees fees, Account.Kind kind, String party) {
    return fees.ledger().of(new Account(kind, party)).negated().dong();
  }
}
