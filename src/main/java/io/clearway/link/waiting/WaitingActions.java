package io.clearway.link.waiting;

import io.clearway.crossing.Crossing;
import io.clearway.link.api.ByLink;
import io.clearway.link.api.Queries;
import io.clearway.link.api.Sources;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Cookies;
import io.clearway.link.http.Problem;
import io.clearway.link.print.Language;
import io.clearway.report.WaitingRecord;
import io.clearway.site.Site;
import io.clearway.world.World;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The waiting record of a vehicle that the caller may see, and whether a paper is one of ours. One
/// is made at a time; that of a vehicle of which nothing changes any more is kept for who asks
/// next.
final class WaitingActions {

  private static final int KEPT = 256;

  private final Sources sources;
  private final WaitingSeal seal;
  private final ReentrantLock making = new ReentrantLock();
  private final Map<UUID, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
          return size() > KEPT;
        }
      };

  /// @param parts what the record was made of, as it was then
  private record Kept(List<Object> parts, WaitingRecord record) {}

  /// In which form an answer is wanted.
  private record Form(String format, Language language) {}

  WaitingActions(Sources sources, WaitingSeal seal) {
    this.sources = sources;
    this.seal = seal;
  }

  void record(Call call) {
    Form form = form(call, List.of("json", "html", "pdf"));
    Crossing crossing =
        call.world()
            .crossings()
            .find(call.id())
            .filter(c -> Queries.sees(call, c))
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    answer(call, crossing, form);
  }

  /// Of who holds a driver's link.
  void driver(Call call) {
    Form form = form(call, List.of("json", "html", "pdf"));
    World world = call.world();
    long papers = ByLink.held(call, sources.identity()).registration().id();
    Crossing crossing =
        world
            .crossings()
            .byRegistration()
            .find(papers)
            .flatMap(world.crossings()::find)
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    answer(call, crossing, form);
  }

  private static Form form(Call call, List<String> formats) {
    Asked asked = call.asked();
    String format = asked.choice("format", formats);
    Language language = Language.of(asked.choice("lang", Language.tags()));
    asked.close();
    return new Form(format, language);
  }

  private void answer(Call call, Crossing crossing, Form form) {
    WaitingRecord record = made(call, crossing);
    WaitingFile.Signed signed = WaitingFile.sign(record, seal);
    if (form.format().equals("json")) {
      send(call, "application/json", "json", signed.bytes());
      return;
    }
    String address =
        Cookies.base(call.context())
            + "/waiting-check?said="
            + signed.statement().text()
            + "&signature="
            + signed.signature();
    var slip =
        new WaitingSlip(WaitingWords.of(call.site(), form.language()))
            .of(record, signed.statement(), address);
    if (form.format().equals("html")) {
      send(call, "text/html; charset=utf-8", "html", WaitingFile.page(slip.html(), seal));
    } else {
      send(call, "application/pdf", "pdf", WaitingFile.pdf(slip.pdf(), seal));
    }
  }

  private static void send(Call call, String type, String ending, byte[] bytes) {
    String how = ending.equals("json") ? "attachment" : "inline";
    call.context().status(200).contentType(type);
    call.context()
        .header("Content-Disposition", how + "; filename=\"waiting-record." + ending + "\"");
    call.context().result(bytes);
  }

  private WaitingRecord made(Call call, Crossing crossing) {
    List<Object> parts = parts(call.world(), crossing);
    making.lock();
    try {
      Optional<Kept> known =
          Optional.ofNullable(kept.get(crossing.key())).filter(one -> one.parts().equals(parts));
      if (known.isPresent()) {
        return known.get().record();
      }
      WaitingRecord record = make(call, crossing);
      if (record.over()) {
        kept.put(crossing.key(), new Kept(parts, record));
      }
      return record;
    } finally {
      making.unlock();
    }
  }

  private WaitingRecord make(Call call, Crossing crossing) {
    LocalDate day = LocalDate.ofInstant(crossing.track().arrivedAt(), call.site().zone());
    var question =
        new WaitingRecord.Question(crossing.id(), call.seen().seq(), sources.gate().now());
    return WaitingRecord.of(sources.journal().apply(day), question)
        .orElseThrow(() -> new IllegalStateException("no entry tells of " + crossing.key()));
  }

  private static List<Object> parts(World world, Crossing crossing) {
    List<Object> parts = new ArrayList<>(List.of(crossing));
    crossing
        .registration()
        .ifPresent(papers -> {
          world.registrations().find(papers).ifPresent(parts::add);
          world.clearances().find(papers).ifPresent(parts::add);
        });
    return parts;
  }

  /// Anybody may ask, and is told what the signed code says.
  void check(Call call) {
    Asked asked = call.asked();
    String format = asked.choice("format", List.of("html", "json"));
    Language language = Language.of(asked.choice("lang", Language.tags()));
    Optional<String> said =
        asked.read(
            "said",
            text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9_.~-]{1,700}")),
            "What stands in the code of a waiting record.");
    Optional<String> signature =
        asked.read(
            "signature",
            text -> Optional.of(text).filter(t -> t.matches("[0-9a-f]{128}")),
            "128 hexadecimal digits.");
    asked.close();
    Site site =
        call.world()
            .sites()
            .current()
            .orElseThrow(() ->
                new Problem.Halt(Problem.later(503, "NOT_READY", "No site is in force yet.")));
    Optional<WaitingStatement> genuine =
        said.filter(text -> seal.fits(WaitingSeal.Subject.RECORD, text, signature.orElse("")))
            .flatMap(WaitingStatement::parse)
            .filter(one -> one.complex().equals(site.complex()));
    if (format.equals("json")) {
      call.answer(200, json(genuine));
      return;
    }
    WaitingSlip slip = new WaitingSlip(WaitingWords.of(site, language));
    String html = genuine.map(slip::genuine).orElseGet(slip::forged).html();
    call.context().status(200).contentType("text/html; charset=utf-8");
    call.context().result(html.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode json(Optional<WaitingStatement> genuine) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("genuine", genuine.isPresent());
    genuine.ifPresent(said -> {
      json.put("complex", said.complex()).put("gate", said.gate());
      json.put("direction", said.direction().name());
      json.put("from", said.from().toString()).put("to", said.to().toString());
      json.put("asOfSeq", said.asOfSeq()).put("digest", said.digest());
      var totals = json.putArray("totals");
      for (WaitingStatement.Part part : said.parts()) {
        ObjectNode item = totals.addObject().put("cause", part.kind().name());
        part.agency().ifPresent(agency -> item.put("agency", agency.name()));
        item.put("seconds", part.seconds()).put("aloneSeconds", part.alone());
      }
    });
    return json;
  }
}
