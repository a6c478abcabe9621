package io.clearway.registration;

import io.clearway.kernel.Decision;
import io.clearway.kernel.Edit;
import io.clearway.kernel.Groups;
import io.clearway.kernel.Ids;
import io.clearway.kernel.Refusal;
import io.clearway.kernel.Subject;
import io.clearway.kernel.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What traders keep to use again. Rules: docs/rules/registration.md, K-1 to K-4.
///
/// @param byOwner by the owner's id, in order of first keeping, which is that of the ids
public record Presets(Ids<Preset> all, Table<UUID, Long> byKey, Groups byOwner) {

  /// So many one trader keeps.
  static final int MOST = 300;

  /// So many values one holds.
  static final int LEAVES = 600;

  public static Presets empty() {
    return new Presets(Ids.empty(), Table.ofKeys(), Groups.empty());
  }

  Presets under(@Nullable Edit edit) {
    return new Presets(all.under(edit), byKey.under(edit), byOwner.under(edit));
  }

  /// Those of that trader, in order of first keeping.
  public List<Preset> of(long owner) {
    return byOwner.of(place(owner)).stream().map(all::get).toList();
  }

  private static Subject place(long owner) {
    return new Subject(0, owner);
  }

  private Optional<Preset> find(UUID key) {
    return byKey.find(key).map(all::get);
  }

  Decision<RegistrationEvent> keep(
      RegistrationCommand.KeepPreset c, RegistrationRules.Facts facts, Instant now) {
    Optional<Preset> known = find(c.key());
    if (known.isPresent() && known.get().owner() != facts.owner()) {
      return Decision.refuse(Refusal.of("ID_IN_USE", "K-1", "Something with this id exists."));
    }
    if (known.isEmpty() && byOwner.of(place(facts.owner())).size() >= MOST) {
      return Decision.refuse(
          Refusal.of("TOO_MANY_PRESETS", "K-2", "You keep " + MOST + "; remove one first."));
    }
    if (c.leaves().isEmpty() || c.leaves().size() > LEAVES) {
      return Decision.refuse(
          Refusal.of("PRESET_SIZE", "K-3", "One to " + LEAVES + " values are kept together."));
    }
    long id = known.map(Preset::id).orElse(facts.nextId());
    return Decision.accept(
        new RegistrationEvent.PresetKept(
            new Preset(id, c.key(), facts.owner(), c.kind(), c.label(), now, c.leaves())));
  }

  Decision<RegistrationEvent> drop(UUID key, RegistrationRules.Facts facts) {
    return find(key)
        .filter(preset -> preset.owner() == facts.owner())
        .map(preset ->
            Decision.<RegistrationEvent>accept(new RegistrationEvent.PresetDropped(preset.id())))
        .orElse(Decision.refuse(Refusal.of("PRESET_UNKNOWN", "K-4", "You keep no such thing.")));
  }

  /// One that is kept again keeps its place.
  Presets with(Preset preset) {
    boolean known = all.has(preset.id());
    Ids<Preset> more = all.with(preset.id(), preset);
    return known
        ? new Presets(more, byKey, byOwner)
        : new Presets(
            more,
            byKey.with(preset.key(), preset.id()),
            byOwner.with(place(preset.owner()), preset.id()));
  }

  Presets without(long id) {
    Preset preset = all.get(id);
    return new Presets(
        all.without(id), byKey.without(preset.key()), byOwner.without(place(preset.owner()), id));
  }

  Presets erase(Subject subject) {
    Ids<Preset> rest = all;
    for (Preset preset : all.values()) {
      if (preset.concerns(subject)) {
        rest = rest.with(preset.id(), preset.without(subject));
      }
    }
    return new Presets(rest, byKey, byOwner);
  }
}
