package io.clearway.takeover;

import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.json.Subjects;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.world.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Lines of `registrations.jsonl`: each is a registration of the platform in use, with how far its
/// vehicle has come.
final class PapersRows {

  private final StableIds ids;
  private final RegistrationReader reader;

  PapersRows(Subjects subjects, Supplier<Instant> clock) {
    this.ids = new StableIds(subjects);
    this.reader = new RegistrationReader(subjects, clock);
  }

  /// A line as it was read.
  record Said(Registration.Form form, Status status, List<Violation> unread) {}

  Said said(JsonNode node) {
    Fields f = Fields.of(node);
    Registration.Form form = reader.read(f);
    Status status = Status.read(f);
    f.close();
    List<Violation> unread = new ArrayList<>(f.violations());
    if (form.number().isEmpty()) {
      unread.add(
          new Violation(
              "declarationNumber",
              "NUMBER_MISSING",
              "C-5",
              "A registration of the other platform has its official number."));
    }
    return new Said(form, status, List.copyOf(unread));
  }

  Deed read(long line, JsonNode node) {
    Said said = said(node);
    List<Violation> faults = new ArrayList<>(said.unread());
    if (said.status().at("gateLeftAt").isPresent()) {
      faults.add(
          new Violation(
              "gateLeftAt", "ALREADY_LEFT", "C-6", "What has left the gate is not open any more."));
    }
    Registration.Form form = said.form();
    var what = new Deed.What.Papers(form.number(), form.declarant().taxCode(), form, node);
    List<Deed.Step> steps =
        faults.isEmpty() && !form.vehicles().isEmpty() ? List.of(step(form, node)) : List.of();
    return new Deed(FolderFile.REGISTRATIONS, line, List.copyOf(faults), what, steps);
  }

  private Deed.Step step(Registration.Form form, JsonNode node) {
    List<RegistrationCommand.Register> items = new ArrayList<>();
    for (Registration.Form part : Parts.of(form)) {
      items.add(
          new RegistrationCommand.Register(
              key(form.number(), items.size()), Registration.Via.PLATFORM, part));
    }
    RegistrationCommand order =
        items.size() == 1
            ? items.getFirst()
            : new RegistrationCommand.RegisterLot(ids.of("lot", form.number()), items);
    return new Deed.Step(
        StableIds.account(form.declarant().taxCode()),
        ids.of("register", node.toString()),
        new Command.OfRegistration(order));
  }

  /// Of a part of the registration of that number; the first is 0.
  private UUID key(String number, int part) {
    return ids.of("registration", number + "/" + part);
  }
}
