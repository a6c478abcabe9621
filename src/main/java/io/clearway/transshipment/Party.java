package io.clearway.transshipment;

import io.clearway.clearance.Clearance;
import io.clearway.crossing.Crossing;
import io.clearway.crossing.KeyHolder;
import io.clearway.registration.Registration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One vehicle of a transshipment: its papers, and its passage and its clearance, as far as it has
/// them.
///
/// @param mine it is the speaker's, or of the same company
public record Party(
    Registration papers, Optional<Crossing> passage, Optional<Clearance> load, boolean mine) {

  public long id() {
    return papers.id();
  }

  /// It stands at the gate.
  boolean here() {
    return passage.filter(Crossing::live).isPresent();
  }

  boolean gone() {
    return passage.filter(crossing -> !crossing.live()).isPresent();
  }

  /// Both keys stand: since when.
  Optional<Instant> enteredAt() {
    return passage.filter(crossing -> missingKeys().isEmpty()).flatMap(c -> c.keys().enteredAt());
  }

  List<KeyHolder> missingKeys() {
    return Arrays.stream(KeyHolder.values())
        .filter(holder -> passage.filter(c -> c.keys().of(holder).isPresent()).isEmpty())
        .toList();
  }

  /// The yard in which it stands, else that which its papers name.
  String yard() {
    return passage
        .flatMap(crossing -> crossing.track().inYard())
        .orElse(papers.form().parking().place());
  }

  boolean foreign() {
    return papers.form().leading().country() != Registration.Country.VN;
  }
}
