package io.clearway.link.api;

import io.clearway.kernel.Violation;
import io.clearway.link.http.Asked;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.AsTyped;
import io.clearway.link.json.Fields;
import io.clearway.link.json.JsonPaths;
import io.clearway.link.json.PresetJson;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.link.json.ViolationJson;
import io.clearway.link.rows.Rows;
import io.clearway.live.Order;
import io.clearway.registration.Missing;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.RegistrationRules;
import io.clearway.site.Rulebook;
import io.clearway.site.Site;
import io.clearway.world.Amendments;
import io.clearway.world.Command;
import io.clearway.world.TwoWay;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a trader does: registers one vehicle or a lot, asks what is missing, amends, keeps drafts
/// and templates.
final class TraderActions {

  private static final int CHANGES = 100;
  private static final int LABEL = 120;

  private final Sources sources;
  private final Settings settings;
  private final CommandActions commands;
  private final RegistrationReader reader;
  private final PresetJson presets;

  TraderActions(Sources sources, Settings settings, CommandActions commands) {
    this.sources = sources;
    this.settings = settings;
    this.commands = commands;
    this.reader = new RegistrationReader(sources.subjects(), () -> sources.gate().now());
    this.presets = new PresetJson(sources.subjects());
  }

  void register(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Registration.Via via = via(fields);
    Registration.Form form = reader.read(fields);
    fields.close();
    if (!fields.violations().isEmpty()) {
      List<Violation> faults = faults(call, fields.violations(), form);
      throw new Problem.Halt(Problem.input(AsTyped.of(submission.body(), faults)));
    }
    ObjectNode answer =
        send(call, submission, "register", new RegistrationCommand.Register(key, via, form));
    call.answer(201, numbered(answer, key));
  }

  /// A client says whether a person typed it or a program sent it; the other ways in are ours.
  private static Registration.Via via(Fields fields) {
    Registration.Via via = fields.optionalWord("via", Registration.Via.class, Registration.Via.API);
    return switch (via) {
      case API, SCREEN -> via;
      case FILE, PLATFORM -> {
        fields.fault("via", "UNKNOWN_WORD", "Expected is one of API, SCREEN.");
        yield Registration.Via.API;
      }
    };
  }

  /// What cannot be read together with what the rules say of the rest.
  private List<Violation> faults(Call call, List<Violation> unread, Registration.Form form) {
    return RegistrationReader.Reading.with(unread, byRules(call, form));
  }

  private List<Violation> byRules(Call call, Registration.Form form) {
    List<Violation> all =
        new ArrayList<>(RegistrationRules.check(call.world().registrations(), form, call.site()));
    all.addAll(RegistrationRules.untimely(form, Registration.Via.API, sources.gate().now()));
    all.addAll(TwoWay.links(call.world()).faults(call.world().registrations(), form, List.of()));
    return all;
  }

  private ObjectNode send(
      Call call, Submission submission, String operation, RegistrationCommand order) {
    return commands.send(
        call, submission, operation, Order.Lane.PEOPLE, new Command.OfRegistration(order));
  }

  private ObjectNode numbered(ObjectNode answer, UUID key) {
    answer.put("id", key.toString());
    sources
        .gate()
        .published()
        .world()
        .registrations()
        .find(key)
        .ifPresent(made -> answer.put("declarationNumber", made.form().number()));
    return answer;
  }

  void registerLot(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID lot = fields.uuid("id");
    List<RegistrationCommand.Register> items =
        fields.parts(
            "registrations",
            RegistrationRules.LOT,
            item ->
                new RegistrationCommand.Register(item.uuid("id"), via(item), reader.read(item)));
    fields.close();
    if (!fields.violations().isEmpty()) {
      List<Violation> faults = lotFaults(call, fields.violations(), items);
      throw new Problem.Halt(Problem.input(AsTyped.of(submission.body(), faults)));
    }
    ObjectNode answer =
        send(call, submission, "registerLot", new RegistrationCommand.RegisterLot(lot, items));
    answer.put("lot", lot.toString());
    ArrayNode made = answer.putArray("registrations");
    items.forEach(item -> numbered(made.addObject(), item.key()));
    call.answer(201, answer);
  }

  /// Every fault of every item, each at its path.
  private List<Violation> lotFaults(
      Call call, List<Violation> unread, List<RegistrationCommand.Register> items) {
    List<Violation> byRules = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String at = "registrations[" + i + "]";
      byRules(call, items.get(i).form()).forEach(violation -> byRules.add(violation.in(at)));
    }
    return RegistrationReader.Reading.with(unread, byRules);
  }

  /// The self-check: stores nothing.
  void check(Call call) {
    JsonNode body = Submission.body(call, settings);
    Fields fields = Fields.of(body);
    Registration.Form form = reader.read(fields);
    fields.close();
    Site site = call.site();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode violations = json.putArray("violations");
    List<Violation> faults = AsTyped.of(body, faults(call, fields.violations(), form));
    faults.forEach(v -> ViolationJson.write(violations.addObject(), v));
    ArrayNode missing = json.putArray("missing");
    for (Missing one : RegistrationRules.missing(form, site)) {
      ObjectNode item = ViolationJson.write(missing.addObject(), one.where());
      item.put("agency", one.agency().name());
      item.put("paper", one.paper().name());
      item.put("before", one.before().name());
    }
    ArrayNode questions = json.putArray("questions");
    for (RegistrationRules.Question question : RegistrationRules.questions(form, site)) {
      question(questions.addObject(), question, site);
    }
    call.answer(200, json);
  }

  private static void question(ObjectNode json, RegistrationRules.Question question, Site site) {
    json.put("path", question.path()).put("commodity", question.commodity());
    site.rulebook().commodities().stream()
        .filter(commodity -> commodity.code().equals(question.commodity()))
        .map(Rulebook.Commodity::name)
        .findFirst()
        .ifPresent(name ->
            json.putObject("name").put("vi", name.vi()).put("en", name.en()).put("zh", name.zh()));
  }

  /// An amendment as it was asked for.
  private record Asking(Registration held, int version, Registration.Form form) {}

  void preview(Call call) {
    Asking asking = asking(call, Submission.body(call, settings));
    Amendments.Effect effect =
        Amendments.effect(call.world(), asking.held(), asking.form(), sources.gate().now());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", asking.held().version());
    ArrayNode fields = json.putArray("fields");
    effect.fields().forEach(fields::add);
    ArrayNode voids = json.putArray("voids");
    for (Amendments.Voided voided : effect.voided()) {
      voids
          .addObject()
          .put("agency", voided.agency().name())
          .put("what", "ENTRY")
          .put("confirmedAt", voided.confirmedAt().toString());
    }
    for (Registration.Papers papers : effect.papers()) {
      voids
          .addObject()
          .put("agency", papers.agency().name())
          .put("what", "PAPERS")
          .put("confirmedAt", papers.at().toString())
          .put("due", asking.form().plannedArrivalAt().toString());
    }
    Rows.time(json, "due", effect.due());
    json.put("correction", effect.correction());
    ArrayNode violations = json.putArray("violations");
    effect.violations().forEach(v -> ViolationJson.write(violations.addObject(), v));
    call.answer(200, json);
  }

  void amend(Call call) {
    Submission submission = commands.read(call);
    Asking asking = asking(call, submission.body());
    ObjectNode answer =
        send(
            call,
            submission,
            "amendRegistration",
            new RegistrationCommand.Amend(asking.held().key(), asking.version(), asking.form()));
    sources
        .gate()
        .published()
        .world()
        .registrations()
        .find(asking.held().key())
        .ifPresent(held -> answer.put("version", held.version()));
    call.answer(200, answer);
  }

  /// The form as it would be: what is held, with the changes put into it and read again.
  private Asking asking(Call call, JsonNode body) {
    Registration held =
        call.world()
            .registrations()
            .find(call.id())
            .filter(call::sees)
            .orElseThrow(() -> new Problem.Halt(Problem.notFound()));
    ObjectNode form = new RegistrationWriter(true).write(held.form());
    Fields fields = Fields.of(body);
    long version = fields.whole("version");
    fields.parts("changes", CHANGES, change -> change(form, change));
    Submission.check(fields);
    Fields amended = Fields.of(form);
    Registration.Form read = reader.read(amended);
    amended.close();
    if (!amended.violations().isEmpty()) {
      List<Violation> byRules =
          Amendments.effect(call.world(), held, read, sources.gate().now()).violations();
      List<Violation> faults = RegistrationReader.Reading.with(amended.violations(), byRules);
      throw new Problem.Halt(Problem.input(AsTyped.of(form, faults)));
    }
    return new Asking(held, (int) Math.min(version, Integer.MAX_VALUE), read);
  }

  private static String change(ObjectNode form, Fields change) {
    String path = change.text("path");
    JsonNode value = change.any("value");
    boolean put = JsonPaths.isPath(path) && JsonPaths.put(form, path, value);
    if (change.has("path") && !put) {
      change.fault("path", "PATH_UNKNOWN", "A field is named as vehicles[0].plateNumber.");
    }
    return path;
  }

  void withdraw(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    ObjectNode answer =
        send(call, submission, "withdrawRegistration", new RegistrationCommand.Withdraw(call.id()));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void keepPreset(Call call) {
    Submission submission = commands.read(call);
    Fields fields = Fields.of(submission.body());
    UUID key = fields.uuid("id");
    Preset.Kind kind = fields.word("kind", Preset.Kind.class);
    String label = fields.text("label");
    if (label.length() > LABEL) {
      fields.fault("label", "TEXT_TOO_LONG", "At most " + LABEL + " characters are read.");
    }
    JsonNode content = fields.any("content");
    List<Preset.Leaf> leaves = presets.read(content).orElse(List.of());
    if (fields.has("content") && (!content.isObject() || leaves.isEmpty())) {
      fields.fault("content", "PRESET_CONTENT", "A part of a registration is expected.");
    }
    Submission.check(fields);
    ObjectNode answer =
        send(
            call,
            submission,
            "keepPreset",
            new RegistrationCommand.KeepPreset(key, kind, label, leaves));
    call.answer(201, answer.put("id", key.toString()));
  }

  void dropPreset(Call call) {
    Submission submission = commands.read(call);
    Submission.check(Fields.of(submission.body()));
    ObjectNode answer =
        send(call, submission, "dropPreset", new RegistrationCommand.DropPreset(call.id()));
    call.answer(200, answer.put("id", call.id().toString()));
  }

  void presets(Call call) {
    Asked asked = call.asked();
    var kind = asked.oneOf("kind", Preset.Kind.class);
    asked.close();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (Preset preset : call.world().registrations().presets().of(call.actor().id())) {
      if (kind.isEmpty() || kind.get() == preset.kind()) {
        ObjectNode item = items.addObject().put("id", preset.key().toString());
        item.put("kind", preset.kind().name()).put("label", preset.label());
        item.put("keptAt", preset.keptAt().toString());
        item.set("content", PresetJson.write(preset));
      }
    }
    call.answer(200, json);
  }
}
