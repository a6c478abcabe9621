package io.clearway.link.payment;

import io.clearway.fee.Charge;
import io.clearway.fee.Fees;
import io.clearway.fee.Line;
import io.clearway.fee.Receipt;
import io.clearway.fee.Receipts;
import io.clearway.link.print.Language;
import io.clearway.link.print.Numbers;
import io.clearway.link.print.Slip;
import io.clearway.link.print.Wording;
import io.clearway.site.Site;
import io.clearway.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Receipts as papers: what is handed out, and what whoever checks one is told.
final class ReceiptSlip {

  private final World world;
  private final Site site;
  private final Wording words;
  private final Numbers numbers;

  ReceiptSlip(World world, Site site, Language language) {
    this.world = world;
    this.site = site;
    this.words = new Wording(language);
    this.numbers = new Numbers(words);
  }

  /// @param address where it is checked
  Slip of(Receipt receipt, String address) {
    boolean counter = receipt.counterOf().isPresent();
    Slip slip =
        Slip.of(words.language(), words.say(counter ? "receipt.counterTitle" : "receipt.title"));
    slip.heading(words.say("receipt.number") + " " + receipt.printed());
    slip.row(words.say("receipt.issuer"), issuer(site, words, receipt.series()));
    slip.row(words.say("complex"), words.place(site));
    slip.row(words.say("receipt.at"), at(receipt));
    slip.row(words.say("receipt.payer"), receipt.payer().name());
    slip.row(words.say("receipt.taxCode"), receipt.payer().taxCode());
    slip.row(words.say("receipt.kind"), words.say("fee." + receipt.kind()));
    Fees fees = world.fees();
    Optional<Charge> charge = fees.charges().all().find(receipt.charge());
    charge
        .flatMap(held -> world.registrations().find(held.registration()))
        .ifPresent(held -> slip.row(words.say("receipt.declaration"), held.form().number()));
    slip.row(words.say("receipt.amount"), numbers.whole(receipt.amount().dong()));
    slip.row(words.say("receipt.means"), words.say("means." + receipt.means()));
    cancels(fees, receipt).ifPresent(other -> slip.row(words.say("receipt.cancels"), other));
    Optional<Receipts.Cancelled> cancelled = fees.receipts().cancelled(receipt.printed());
    cancelled.ifPresent(one -> slip.row(words.say("receipt.cancelledBy"), one.by()));
    boolean counts = cancelled.isEmpty() && !counter;
    charge.filter(held -> counts).ifPresent(held -> lines(slip, held.lines()));
    return slip.code(address, words.say("receipt.check") + "\n" + address);
  }

  /// The number of the receipt that it takes back.
  static Optional<String> cancels(Fees fees, Receipt receipt) {
    return receipt.counterOf().stream()
        .boxed()
        .flatMap(id ->
            Stream.concat(
                fees.receipts().all().find(id).map(Receipt::printed).stream(),
                fees.receipts().cancelled().find(id).stream().map(Receipts.Cancelled::number)))
        .findFirst();
  }

  private String at(Receipt receipt) {
    return words.second(receipt.at(), site.zone())
        + ", "
        + words.day(site.dayOf(receipt.at()))
        + " ("
        + words.city(site.zone())
        + ")";
  }

  static String issuer(Site site, Wording words, String series) {
    return site.places()
        .findName(series)
        .map(name -> words.language().of(name))
        .orElseGet(() -> series.equals("PUBLIC") ? words.say("receipt.issuer.PUBLIC") : series);
  }

  private void lines(Slip slip, List<Line> lines) {
    List<String> head =
        Stream.of("clause", "vehicle", "goods", "rate", "factors", "comes")
            .map(key -> words.say("receipt." + key))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      String each = line.each().map(rate -> numbers.whole(rate.dong())).orElse("–");
      rows.add(
          List.of(
              line.clause(),
              line.vehicle().vehicleClass(),
              line.goods(),
              each + " × " + numbers.whole(line.quantity()),
              line.factors().stream().map(this::factor).collect(Collectors.joining(" × ")),
              line.amount().map(amount -> numbers.whole(amount.dong())).orElse("–")));
    }
    slip.heading(words.say("receipt.lines")).table(head, rows);
  }

  private String factor(Line.Applied factor) {
    return numbers.percent(BigDecimal.valueOf(factor.thousandths(), 1));
  }

  /// In every language at once: nobody knows which one whoever holds the paper reads.
  static Slip checked(Site site, ReceiptActions.Checked checked) {
    Slip slip = Slip.of(Language.VI, inAll(words -> words.say("receipt.checkTitle")));
    if (checked.said().isEmpty()) {
      return slip.heading(inAll(words -> words.say("receipt.foreign")));
    }
    ReceiptSeal.Said said = checked.said().get();
    String verdict =
        checked.cancelled().isPresent()
            ? "receipt.genuineCancelled"
            : said.cancels().isPresent() ? "receipt.genuineCounter" : "receipt.genuine";
    slip.heading(inAll(words -> words.say(verdict)));
    slip.note(inAll(words -> words.say("receipt.compare")));
    row(slip, "receipt.issuer", inAll(words -> issuer(site, words, said.issuer())));
    row(slip, "receipt.number", said.number());
    row(slip, "receipt.amount", new Numbers(new Wording(Language.VI)).whole(said.amount().dong()));
    row(slip, "receipt.day", new Wording(Language.VI).day(said.day()));
    said.cancels().ifPresent(other -> row(slip, "receipt.cancels", other));
    checked.cancelled().ifPresent(one -> row(slip, "receipt.cancelledBy", one.by()));
    return slip;
  }

  private static void row(Slip slip, String key, String value) {
    slip.row(inAll(words -> words.say(key)), value);
  }

  private static String inAll(Function<Wording, String> text) {
    return Stream.of(Language.values())
        .map(language -> text.apply(new Wording(language)))
        .distinct()
        .collect(Collectors.joining(" · "));
  }
}
