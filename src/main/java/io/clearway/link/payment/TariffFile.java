package io.clearway.link.payment;

import io.clearway.fee.Fees;
import io.clearway.fee.Tariff;
import io.clearway.link.site.SiteReader.Mistake;
import io.clearway.link.site.TariffReader;
import io.clearway.site.Figure;
import io.clearway.site.Site;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A tariff file before it is adopted, and those that are held.
public final class TariffFile {

  private TariffFile() {}

  /// What is wrong with a file, also that it speaks of a yard or of classes that the site does not
  /// have; none when it can be adopted here.
  public static List<Mistake> mistakes(byte[] file, Site site) {
    return switch (TariffReader.read(file, site)) {
      case TariffReader.Reading.Read read -> List.of();
      case TariffReader.Reading.Refused(List<Mistake> mistakes) -> mistakes;
    };
  }

  /// @throws IllegalArgumentException for a file with mistakes
  public static Tariff tariff(byte[] file, Site site) {
    return switch (TariffReader.read(file, site)) {
      case TariffReader.Reading.Read(Tariff tariff) -> tariff;
      case TariffReader.Reading.Refused(List<Mistake> mistakes) ->
          throw new IllegalArgumentException(mistakes.toString());
    };
  }

  /// What adopting it would mean.
  ///
  /// @param today ISO date, by the gate's calendar
  public static ObjectNode preview(Tariff tariff, Fees fees, String today) {
    ObjectNode json = head(JsonNodeFactory.instance.objectNode(), tariff);
    json.put("held", fees.tariffs().find(tariff.head().digest()).isPresent());
    json.put("begun", tariff.head().effective().compareTo(today) <= 0);
    String first =
        tariff.head().effective().compareTo(today) > 0 ? tariff.head().effective() : today;
    Optional<Tariff> before =
        fees.tariffs().on(first).stream()
            .filter(held -> held.head().issuer().equals(tariff.head().issuer()))
            .findFirst();
    before.ifPresent(held -> head(json.putObject("replaces"), held));
    return json;
  }

  static void listed(ArrayNode json, Fees fees, String today) {
    List<Tariff> inForce = fees.tariffs().on(today);
    for (Tariff tariff : fees.tariffs().all()) {
      head(json.addObject(), tariff).put("inForce", inForce.contains(tariff));
    }
  }

  private static ObjectNode head(ObjectNode json, Tariff tariff) {
    Tariff.Head head = tariff.head();
    json.put("issuer", head.issuer()).put("public", tariff.isPublic());
    json.put("title", head.title()).put("effective", head.effective());
    json.put("source", head.source()).put("digest", head.digest());
    json.put("rates", tariff.rates().size());
    long unknown =
        tariff.rates().stream().filter(rate -> rate.amount() instanceof Figure.Unknown).count();
    json.put("unknown", unknown).put("assumed", assumed(tariff));
    json.put("factors", tariff.factors().size());
    json.put("exemptions", tariff.exemptions().size());
    ArrayNode assumptions = json.putArray("assumptions");
    tariff.assumptions().forEach(assumptions::add);
    return json;
  }

  /// Rates that nobody published and somebody made up.
  private static long assumed(Tariff tariff) {
    return tariff.rates().stream()
        .filter(rate ->
            rate.amount() instanceof Figure.Known known
                && known.origin().evidence() == Figure.Evidence.A)
        .count();
  }
}
