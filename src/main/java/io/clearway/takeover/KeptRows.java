package io.clearway.takeover;

import io.clearway.kernel.Subject;
import io.clearway.kernel.Violation;
import io.clearway.link.json.Fields;
import io.clearway.link.json.PresetJson;
import io.clearway.link.json.RegistrationReader;
import io.clearway.link.json.Subjects;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.registration.RegistrationCommand;
import io.clearway.registration.Spelling;
import io.clearway.world.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lines of `vehicles.jsonl` and `drivers.jsonl`: what a company keeps to use again.
final class KeptRows {

  /// Texts of a vehicle, named as in a registration, that need not be there.
  static final List<String> VEHICLE =
      List.of(
          "vehicleClass",
          "plateNormalised",
          "trailerNumber",
          "containerNumber",
          "containerSizeType",
          "rfidTag",
          "internationalTransportPermit",
          "insuranceNumber",
          "customsVehicleDeclarationNumber",
          "dedicatedPlateNumber");

  private static final List<String> DAYS = List.of("permitValidTo", "insuranceValidTo");
  private static final int DOCUMENTS = 10;

  private final StableIds ids;
  private final PresetJson presets;
  private final Set<String> seen = new TreeSet<>();
  private final Map<String, Integer> counted = new HashMap<>();

  KeptRows(Subjects subjects) {
    this.ids = new StableIds(subjects);
    this.presets = new PresetJson(subjects);
  }

  /// What a line keeps.
  ///
  /// @param called how the company will find it in a list; never a plate or a person's name
  private record Thing(
      FolderFile file, Preset.Kind kind, String owner, String whose, String called) {}

  Deed vehicle(long line, JsonNode node) {
    Fields f = Fields.of(node);
    String owner = f.text("taxCode");
    String plate = f.text("plateNumber");
    VEHICLE.forEach(f::optionalText);
    f.optionalWhole("plateLines");
    f.optionalWord("vehicleNationality", Registration.Country.class, Registration.Country.VN);
    if (!f.any("tareKg").isNull()) {
      f.kilograms("tareKg");
    }
    List<Violation> faults = new ArrayList<>();
    for (String name : DAYS) {
      f.optionalText(name).flatMap(day -> Spelling.day(name, day)).ifPresent(faults::add);
    }
    f.close();
    faults.addAll(0, f.violations());
    if (f.has("plateNumber") && !plate.isEmpty()) {
      Spelling.plate("plateNumber", plate).ifPresent(faults::add);
    }
    String called = node.path("vehicleClass").asString("");
    String whose = RegistrationReader.plate(plate);
    return keep(
        line,
        node,
        new Thing(FolderFile.VEHICLES, Preset.Kind.VEHICLE, owner, whose, called),
        faults);
  }

  Deed driver(long line, JsonNode node) {
    Fields f = Fields.of(node);
    String owner = f.text("taxCode");
    f.text("driverName");
    f.text("driverPhone");
    String identity = f.text("driverIdNumber");
    List<Violation> faults = new ArrayList<>();
    List<Optional<String>> days = f.optionalParts("driverDocuments", DOCUMENTS, KeptRows::document);
    for (int i = 0; i < days.size(); i++) {
      String at = "driverDocuments[" + i + "].validTo";
      days.get(i).flatMap(day -> Spelling.day(at, day)).ifPresent(faults::add);
    }
    f.close();
    faults.addAll(0, f.violations());
    return keep(
        line, node, new Thing(FolderFile.DRIVERS, Preset.Kind.PERSON, owner, identity, ""), faults);
  }

  /// Its last day.
  private static Optional<String> document(Fields d) {
    d.word("kind", Registration.DocumentKind.class);
    d.text("number");
    return d.optionalText("validTo");
  }

  private Deed keep(long line, JsonNode node, Thing thing, List<Violation> faults) {
    String owner = StableIds.digits(thing.owner());
    String one = thing.kind() + " " + owner + " " + thing.whose();
    if (faults.isEmpty() && !seen.add(one)) {
      String at = thing.kind() == Preset.Kind.VEHICLE ? "plateNumber" : "driverIdNumber";
      faults.add(
          new Violation(at, "KEPT_TWICE", "C-4", "Another line of this company says the same."));
    }
    List<Deed.Step> steps = List.of();
    if (faults.isEmpty()) {
      ObjectNode content = AccountRows.filled(node).without(List.of("taxCode"));
      Optional<List<Preset.Leaf>> leaves = presets.read(content);
      if (leaves.isEmpty()) {
        faults.add(tooLarge());
      } else {
        int number = counted.merge(thing.kind() + owner, 1, Integer::sum);
        String label = (thing.called() + " " + number).strip();
        UUID key = ids.of("keep", one);
        Command command =
            new Command.OfRegistration(
                new RegistrationCommand.KeepPreset(key, thing.kind(), label, leaves.get()));
        UUID id = ids.of("keep " + thing.kind(), node.toString());
        steps = List.of(new Deed.Step(StableIds.account(owner), id, command));
      }
    }
    return new Deed(
        thing.file(), line, List.copyOf(faults), new Deed.What.Kept(thing.owner()), steps);
  }

  /// Whether a line would be read without a fault.
  static boolean reads(FolderFile file, ObjectNode line) {
    KeptRows rows = new KeptRows((kind, value) -> new Subject(0, 0));
    Deed deed = file == FolderFile.VEHICLES ? rows.vehicle(1, line) : rows.driver(1, line);
    return deed.faults().isEmpty();
  }

  static Violation tooLarge() {
    return new Violation("", "LINE_TOO_LARGE", "C-1", "A text or the line as a whole is too long.");
  }
}
