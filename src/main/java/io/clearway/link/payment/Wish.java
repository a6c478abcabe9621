package io.clearway.link.payment;

import io.clearway.fee.Account;
import io.clearway.fee.Charge;
import io.clearway.fee.FeeCommand;
import io.clearway.fee.Payer;
import io.clearway.kernel.Money;
import io.clearway.world.World;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// What a proposal about money asks for, read back from its words, so that whoever carries it out
/// does exactly that.
///
/// @param order whose statement it is
record Wish(FeeCommand.ByTwo order) {

  private static final Pattern ADJUST =
      Pattern.compile("charge (\\d{1,18}) comes to (\\d{1,18}) VND: (.*)", Pattern.DOTALL);
  private static final Pattern REFUND =
      Pattern.compile(
          "(DEPOSIT|CREDIT) of (.{1,20}): (\\d{1,18}) VND back (in cash|by the bank): (.*)",
          Pattern.DOTALL);

  private static final Pattern ASSIGN =
      Pattern.compile(
          "transaction (.{1,64}): (\\d{1,18}) VND of nobody are (.{1,20})'s: (.*)", Pattern.DOTALL);

  private static final int CASH = 4;
  private static final int REASON = 5;

  /// Empty where the words are no wish's, or another one would say the same.
  static Optional<Wish> of(String statement) {
    Matcher adjust = ADJUST.matcher(statement);
    if (adjust.matches()) {
      long charge = Long.parseLong(adjust.group(1));
      return Optional.of(
              new Wish(new FeeCommand.Adjust(charge, money(adjust.group(2)), adjust.group(3))))
          .filter(wish -> wish.order.statement().equals(statement));
    }
    Matcher refund = REFUND.matcher(statement);
    if (refund.matches()) {
      Account.Kind from = Account.Kind.valueOf(refund.group(1));
      boolean cash = refund.group(CASH).equals("in cash");
      Payer payer = new Payer(refund.group(2), "");
      return Optional.of(
              new Wish(
                  new FeeCommand.Refund(
                      payer, from, money(refund.group(3)), cash, refund.group(REASON))))
          .filter(wish -> wish.order.statement().equals(statement));
    }
    Matcher assign = ASSIGN.matcher(statement);
    if (assign.matches()) {
      Payer payer = new Payer(assign.group(3), "");
      return Optional.of(
              new Wish(
                  new FeeCommand.AssignMoney(
                      assign.group(1), payer, money(assign.group(2)), assign.group(CASH))))
          .filter(wish -> wish.order.statement().equals(statement));
    }
    return Optional.empty();
  }

  private static Money money(String digits) {
    return new Money(Long.parseLong(digits));
  }

  /// As it is sent to be carried out.
  void write(ObjectNode json, World world) {
    switch (order) {
      case FeeCommand.Adjust(long charge, Money amount, String reason) ->
          json.putObject("adjust")
              .put("charge", charge)
              .put("amount", amount.dong())
              .put("reason", reason);
      case FeeCommand.AssignMoney assign -> {
        ObjectNode item = json.putObject("assign").put("transaction", assign.transaction());
        String code = assign.payer().taxCode();
        FeeJson.payer(item.putObject("payer"), new Payer(code, name(world, code)));
        item.put("amount", assign.amount().dong()).put("reason", assign.reason());
      }
      case FeeCommand.Refund refund -> {
        ObjectNode item = json.putObject("refund");
        String code = refund.payer().taxCode();
        FeeJson.payer(item.putObject("payer"), new Payer(code, name(world, code)));
        item.put("from", refund.from().name()).put("amount", refund.amount().dong());
        item.put("cash", refund.cash()).put("reason", refund.reason());
      }
    }
  }

  /// As the payer's charges call it; else by its tax code.
  private static String name(World world, String taxCode) {
    return world.fees().charges().all().values().stream()
        .map(Charge::payer)
        .filter(payer -> payer.taxCode().equals(taxCode))
        .map(Payer::name)
        .reduce((earlier, later) -> later)
        .orElse(taxCode);
  }
}
