package io.clearway.takeover;

import io.clearway.authority.Actor;
import io.clearway.authority.AuthorityCommand;
import io.clearway.authority.Role;
import io.clearway.authority.Scope;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import io.clearway.link.json.PresetJson;
import io.clearway.link.json.Subjects;
import io.clearway.registration.Preset;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.Spelling;
import io.clearway.world.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lines of `accounts.jsonl`: each is an actor, and the company that the actor keeps.
final class AccountRows {

  private static final int LABEL = 120;

  private final StableIds ids;
  private final PresetJson presets;
  private final Set<String> seen = new TreeSet<>();

  AccountRows(Subjects subjects) {
    this.ids = new StableIds(subjects);
    this.presets = new PresetJson(subjects);
  }

  Deed read(long line, JsonNode node) {
    Fields f = Fields.of(node);
    String tax = f.text("taxCode");
    String name = f.text("name");
    f.optionalText("address");
    f.optionalText("phone");
    f.optionalText("email");
    f.close();
    List<Violation> faults = new ArrayList<>(f.violations());
    if (faults.isEmpty()) {
      judge(tax, name, faults);
    }
    List<Preset.Leaf> company =
        node.isObject() ? presets.read(filled(node)).orElse(List.of()) : List.of();
    if (faults.isEmpty() && company.isEmpty()) {
      faults.add(KeptRows.tooLarge());
    }
    List<Deed.Step> steps = faults.isEmpty() ? steps(tax, name, node, company) : List.of();
    return new Deed(
        FolderFile.ACCOUNTS, line, List.copyOf(faults), new Deed.What.Account(tax), steps);
  }

  private void judge(String tax, String name, List<Violation> faults) {
    Spelling.taxCode("taxCode", tax).ifPresent(faults::add);
    if (name.length() > LABEL) {
      faults.add(
          new Violation(
              "name", "COMPANY_NAME", "C-2", "A company has a name of at most " + LABEL + "."));
    }
    if (!seen.add(StableIds.digits(tax))) {
      faults.add(
          new Violation("taxCode", "ACCOUNT_TWICE", "C-3", "Another line has this tax code."));
    }
  }

  private List<Deed.Step> steps(String tax, String name, JsonNode node, List<Preset.Leaf> company) {
    UUID account = StableIds.account(tax);
    Command enrol =
        new Command.OfAuthority(
            new AuthorityCommand.EnrolActor(
                account, Role.TRADER, name, Scope.of(StableIds.digits(tax))));
    Command keep =
        new Command.OfRegistration(
            new RegistrationCommand.KeepPreset(
                ids.of("company", StableIds.digits(tax)), Preset.Kind.COMPANY, name, company));
    return List.of(
        new Deed.Step(Actor.SYSTEM.key(), ids.of("enrol", StableIds.digits(tax)), enrol),
        new Deed.Step(account, ids.of("keep company", node.toString()), keep));
  }

  /// Without what is null.
  static ObjectNode filled(JsonNode node) {
    ObjectNode copy = ((ObjectNode) node).deepCopy();
    List<String> empty = new ArrayList<>();
    copy.properties().stream()
        .filter(entry -> entry.getValue().isNull())
        .forEach(entry -> empty.add(entry.getKey()));
    return copy.without(empty);
  }
}
