package io.clearway.link.payment;

import io.clearway.fee.FeeCommand;
import io.clearway.fee.Tariff;
import io.clearway.kernel.Violation;
import io.clearway.link.api.CommandActions;
import io.clearway.link.api.Submission;
import io.clearway.link.http.Call;
import io.clearway.link.http.Problem;
import io.clearway.link.http.Settings;
import io.clearway.link.json.Fields;
import io.clearway.link.site.SiteReader.Mistake;
import io.clearway.live.Order;
import io.clearway.world.Command;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tariffs while the gate runs: what a file would mean, putting it in force, what is held.
final class TariffActions {

  /// A file of one megabyte, as a text of JSON.
  private static final int BYTES = 4 << 20;

  private final CommandActions commands;
  private final Settings settings;

  TariffActions(CommandActions commands, Settings settings) {
    this.commands = commands;
    this.settings = settings;
  }

  void list(Call call) {
    ObjectNode json = FeeQueries.stamped(call);
    TariffFile.listed(json.putArray("items"), call.world().fees(), today(call));
    call.answer(200, json);
  }

  void preview(Call call) {
    Tariff tariff = tariff(call, Submission.body(call, settings.upTo(BYTES)));
    call.answer(200, TariffFile.preview(tariff, call.world().fees(), today(call)));
  }

  void adopt(Call call) {
    Submission submission = commands.read(call, BYTES);
    Tariff tariff = tariff(call, submission.body());
    var order = new Command.OfFee(new FeeCommand.AdoptTariff(tariff));
    ObjectNode answer = commands.send(call, submission, "adoptTariff", Order.Lane.PEOPLE, order);
    call.answer(200, answer.put("digest", tariff.head().digest()));
  }

  private static String today(Call call) {
    return LocalDate.ofInstant(call.seen().at(), call.site().zone()).toString();
  }

  /// The text of the file, byte by byte: its digest is the same wherever it comes in.
  private static Tariff tariff(Call call, JsonNode body) {
    Fields fields = Fields.of(body);
    byte[] file = fields.text("file").getBytes(StandardCharsets.UTF_8);
    Submission.check(fields);
    List<Violation> faults = new ArrayList<>();
    for (Mistake mistake : TariffFile.mistakes(file, call.site())) {
      Violation at = mistake.violation();
      String said = "Line " + mistake.line() + ": " + at.message();
      faults.add(
          new Violation(
              "file[" + mistake.line() + "]" + after(at.path()), at.code(), at.rule(), said));
    }
    if (!faults.isEmpty()) {
      throw new Problem.Halt(Problem.input(faults));
    }
    return TariffFile.tariff(file, call.site());
  }

  private static String after(String path) {
    return path.isEmpty() ? "" : "." + path;
  }
}
