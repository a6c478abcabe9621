package io.clearway.takeover;

import io.clearway.authority.Actor;
import io.clearway.authority.Role;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.Track;
import io.clearway.link.json.PresetJson;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.registration.Preset;
import io.clearway.registration.Registration;
import io.clearway.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what is held as a folder of the layout in which it can be taken over: the way back.
public final class Handback {

  private static final List<String> COMPANY =
      List.of("taxCode", "name", "address", "phone", "email");

  private final World world;
  private final Map<String, ObjectNode> accounts = new TreeMap<>();
  private final Map<FolderFile, List<String>> lines = new EnumMap<>(FolderFile.class);
  private long left;

  private Handback(World world) {
    this.world = world;
    for (FolderFile file : FolderFile.values()) {
      lines.put(file, new ArrayList<>());
    }
  }

  /// Writes the folder, which only its owner may read, and says how much is in it. One that was
  /// broken off lacks its last file, and is refused for that.
  ///
  /// @param folder that is not there yet
  public static ObjectNode write(World world, Path folder) throws IOException {
    Handback handback = new Handback(world);
    handback.gather();
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    for (FolderFile file : FolderFile.values()) {
      Path path = folder.resolve(file.file());
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(path, handback.of(file));
    }
    return handback.summary();
  }

  private List<String> of(FolderFile file) {
    return lines.getOrDefault(file, List.of());
  }

  private void add(FolderFile file, String line) {
    lines.computeIfAbsent(file, f -> new ArrayList<>()).add(line);
  }

  private ObjectNode summary() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (FolderFile file : FolderFile.values()) {
      int heading = file == FolderFile.STOCKTAKE ? 1 : 0;
      json.put(file.counted(), of(file).size() - heading);
    }
    return json.put("left", left);
  }

  private void gather() {
    Map<Long, String> owners = new TreeMap<>();
    for (Actor actor : world.authorities().actors().values()) {
      if (actor.role() == Role.TRADER) {
        company(actor)
            .ifPresent(company -> {
              String tax = company.path("taxCode").asString();
              owners.put(actor.id(), tax);
              accounts.putIfAbsent(StableIds.digits(tax), company);
            });
      }
    }
    for (Registration registration : world.registrations().all().values()) {
      papers(registration);
    }
    accounts.values().forEach(account -> add(FolderFile.ACCOUNTS, account.toString()));
    for (Preset preset : world.registrations().presets().all().values()) {
      kept(preset, Optional.ofNullable(owners.get(preset.owner())));
    }
    add(FolderFile.STOCKTAKE, String.join(",", StocktakeRows.COLUMNS));
    for (Crossing crossing : world.crossings().all().values()) {
      if (crossing.live()) {
        standing(crossing);
      }
    }
  }

  /// What the actor keeps as its company, if that says a tax code and a name.
  private Optional<ObjectNode> company(Actor actor) {
    return world.registrations().presets().of(actor.id()).stream()
        .filter(preset -> preset.kind() == Preset.Kind.COMPANY)
        .map(preset -> only(PresetJson.write(preset), COMPANY))
        .filter(company -> company.hasNonNull("taxCode") && company.hasNonNull("name"))
        .findFirst();
  }

  private static ObjectNode only(ObjectNode all, List<String> names) {
    ObjectNode some = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      JsonNode value = all.get(name);
      if (value != null && !value.isNull()) {
        some.set(name, value);
      }
    }
    return some;
  }

  /// A vehicle or driver whose company is not known, a template and a draft have no file.
  private void kept(Preset preset, Optional<String> owner) {
    Optional<FolderFile> file =
        switch (preset.kind()) {
          case VEHICLE -> Optional.of(FolderFile.VEHICLES);
          case PERSON -> Optional.of(FolderFile.DRIVERS);
          case COMPANY, DRAFT, TEMPLATE -> Optional.empty();
        };
    if (preset.kind() == Preset.Kind.COMPANY) {
      return;
    }
    if (file.isEmpty() || owner.isEmpty()) {
      left++;
      return;
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("taxCode", owner.get());
    line.setAll(AccountRows.filled(PresetJson.write(preset)));
    if (KeptRows.reads(file.get(), line)) {
      add(file.get(), line.toString());
    } else {
      left++;
    }
  }

  /// An open registration as it is now, with how far its vehicle has come.
  private void papers(Registration registration) {
    Optional<Crossing> crossing =
        world.crossings().byRegistration().find(registration.id()).flatMap(world.crossings()::find);
    if (crossing.filter(c -> !c.live()).isPresent()) {
      return;
    }
    RegistrationWriter writer = new RegistrationWriter(true);
    ObjectNode line = writer.write(registration.form());
    crossing
        .map(OurSide::status)
        .ifPresent(status -> status.times().forEach((name, at) -> line.put(name, at.toString())));
    add(FolderFile.REGISTRATIONS, line.toString());
    String tax = StableIds.digits(registration.form().declarant().taxCode());
    if (!accounts.containsKey(tax)) {
      accounts.put(tax, only((ObjectNode) line.path("declarant"), COMPANY));
    }
  }

  /// A vehicle that has left the yard stands at the gate.
  private void standing(Crossing crossing) {
    Optional<String> plate = crossing.plate().read().filter(text -> text.indexOf(',') < 0);
    if (plate.isEmpty()) {
      left++;
      return;
    }
    Instant since = crossing.track().arrivedAt();
    String where =
        switch (crossing.track()) {
          case Track.AtGate here -> StocktakeRows.GATE;
          case Track.InYard yard -> yard.yard();
          case Track.OutOfYard out -> StocktakeRows.GATE;
          case Track.Gone gone -> throw new IllegalStateException("it has gone");
        };
    Optional<Instant> entered =
        crossing.track() instanceof Track.InYard yard
            ? Optional.of(yard.enteredYardAt()).filter(since::isBefore)
            : Optional.empty();
    add(
        FolderFile.STOCKTAKE,
        String.join(
            ",",
            plate.get(),
            crossing.gate(),
            crossing.direction().name(),
            where,
            since.toString(),
            entered.map(Instant::toString).orElse("")));
  }
}
