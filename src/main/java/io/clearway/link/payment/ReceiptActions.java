package io.clearway.link.payment;

import io.clearway.authority.Actor;
import io.clearway.authority.Operation;
import io.clearway.fee.Charge;
import io.clearway.fee.Fees;
import io.clearway.fee.Receipt;
import io.clearway.fee.Receipts;
import io.clearway.identity.Attempts;
import io.clearway.kernel.Money;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Cookies;
import io.clearway.link.http.Problem;
import io.clearway.link.print.Language;
import io.clearway.site.Site;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A receipt as it is handed out, and whether a paper that somebody holds is one of ours.
final class ReceiptActions {

  private static final List<String> FORMATS = List.of("json", "html", "pdf");
  private static final String YEAR = "[0-9]{4}";
  private static final String NUMBER = "[0-9]{1,18}";

  private final ReceiptSeal seal;

  /// Of papers alone: who mistypes one must not wait at signing in.
  private final Attempts attempts = new Attempts(InstantSource.system());

  ReceiptActions(ReceiptSeal seal) {
    this.seal = seal;
  }

  /// F-34.
  void receipt(Call call) {
    Asked asked = call.asked();
    String format = asked.choice("format", FORMATS);
    Language language = Language.of(asked.choice("lang", Language.tags()));
    asked.close();
    Receipt receipt =
        printed(call)
            .flatMap(call.world().fees().receipts()::find)
            .filter(held -> sees(call, held))
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    Site site = call.site();
    String address = seal.address(Cookies.base(call.context()), said(call, receipt));
    if (format.equals("json")) {
      ObjectNode json = FeeQueries.stamped(call);
      FeeJson.receipt(json, receipt);
      Fees fees = call.world().fees();
      fees.receipts()
          .cancelled(receipt.printed())
          .ifPresent(one -> json.put("cancelledBy", one.by()));
      call.answer(200, json.put("verify", address));
      return;
    }
    var slip = new ReceiptSlip(call.world(), site, language).of(receipt, address);
    if (format.equals("html")) {
      page(call, slip.html());
    } else {
      String name = receipt.printed().replace('/', '-') + ".pdf";
      call.context().status(200).contentType("application/pdf");
      call.context().header("Content-Disposition", "inline; filename=\"" + name + "\"");
      call.context().result(slip.pdf());
    }
  }

  private static void page(Call call, String html) {
    call.context().status(200).contentType("text/html; charset=utf-8");
    call.context().result(html.getBytes(StandardCharsets.UTF_8));
  }

  /// As it is printed, with noughts before its number or without.
  private static Optional<String> printed(Call call) {
    String year = call.context().pathParam("year");
    return printed(call.context().pathParam("issuer"), year, call.context().pathParam("number"));
  }

  private static Optional<String> printed(String issuer, String year, String number) {
    return year.matches(YEAR) && number.matches(NUMBER)
        ? Optional.of(Receipt.printed(issuer, Integer.parseInt(year), Long.parseLong(number)))
        : Optional.empty();
  }

  /// Whoever sees its charge; when that is forgotten, whoever collects and the payer's company.
  static boolean sees(Call call, Receipt receipt) {
    Optional<Charge> charge = call.world().fees().charges().all().find(receipt.charge());
    Actor actor = call.actor();
    return charge.isPresent()
        ? FeeQueries.sees(call, charge.get())
        : actor.role().may(Operation.COLLECT_FEES)
            || actor.company().equals(Optional.of(receipt.payer().taxCode()));
  }

  private static ReceiptSeal.Said said(Call call, Receipt receipt) {
    return new ReceiptSeal.Said(
        call.site().complex(),
        receipt.printed(),
        receipt.amount(),
        call.site().dayOf(receipt.at()),
        ReceiptSlip.cancels(call.world().fees(), receipt));
  }

  /// F-35: anybody may ask, and is told what stands on the paper and whether it still counts.
  void check(Call call) {
    Site site = call.world().sites().current().orElseThrow(ReceiptActions::notReady);
    Asked asked = call.asked();
    String format = asked.choice("format", List.of("html", "json"));
    var number = asked.read("number", ReceiptActions::number, "As PUBLIC/2026/0000017.");
    var amount = asked.read("amount", ReceiptActions::amount, "An amount in whole dong.");
    var day = asked.read("day", ReceiptActions::day, "A day, as 2026-08-29.");
    var cancels = asked.read("cancels", ReceiptActions::number, "As PUBLIC/2026/0000016.");
    var mark = asked.read("seal", ReceiptActions::seal, "32 hexadecimal digits.");
    asked.close();
    boolean whole = number.isPresent() && amount.isPresent() && day.isPresent() && mark.isPresent();
    Checked checked =
        whole
            ? checked(
                call,
                mark.get(),
                new ReceiptSeal.Said(
                    site.complex(), number.get(), amount.get(), day.get(), cancels))
            : Checked.FOREIGN;
    if (format.equals("html")) {
      page(call, ReceiptSlip.checked(site, checked).html());
    } else {
      call.answer(200, json(checked));
    }
  }

  private static Problem.Halt notReady() {
    return new Problem.Halt(Problem.later(503, "NOT_READY", "No site is in force yet."));
  }

  /// What anybody is told of a paper.
  ///
  /// @param said empty when it is none of ours
  record Checked(Optional<ReceiptSeal.Said> said, Optional<Receipts.Cancelled> cancelled) {
    static final Checked FOREIGN = new Checked(Optional.empty(), Optional.empty());
  }

  private Checked checked(Call call, String mark, ReceiptSeal.Said said) {
    String address = Cookies.address(call.context());
    Duration wait = attempts.wait(address, address);
    if (wait.isPositive()) {
      throw new Problem.Halt(
          Problem.after(
              429, "TOO_MANY_TRIES", "Too many wrong tries; wait.", wait.toSeconds() + 1));
    }
    if (!seal.fits(mark, said)) {
      attempts.wrong(address, address);
      return Checked.FOREIGN;
    }
    attempts.right(address);
    return new Checked(Optional.of(said), call.world().fees().receipts().cancelled(said.number()));
  }

  private static ObjectNode json(Checked checked) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("genuine", checked.said().isPresent());
    checked
        .said()
        .ifPresent(said -> {
          json.put("issuer", said.issuer());
          json.put("number", said.number()).put("amount", said.amount().dong());
          json.put("day", said.day().toString());
          said.cancels().ifPresent(other -> json.put("cancels", other));
          json.put("cancelled", checked.cancelled().isPresent());
        });
    return json;
  }

  private static Optional<String> number(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 3 && parts[0].matches("[A-Z][A-Z0-9_]{0,29}")
        ? printed(parts[0], parts[1], parts[2])
        : Optional.empty();
  }

  private static Optional<String> seal(String text) {
    return Optional.of(text).filter(digits -> digits.matches("[0-9a-f]{32}"));
  }

  private static Optional<Money> amount(String text) {
    return text.matches("[0-9]{1,15}")
        ? Optional.of(new Money(Long.parseLong(text)))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
