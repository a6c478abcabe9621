package io.clearway.site;

import java.util.BitSet;
import java.util.Optional;

/// The subheadings of one version of the Harmonized System. What a country adds behind the sixth
/// digit is not in it.
public final class HsList {

  private static final HsList OF_2022 = read(Hs2022.CODES);

  private final BitSet subheadings;

  private HsList(BitSet subheadings) {
    this.subheadings = subheadings;
  }

  /// The list of that version, as a site file names it: `HS 2022`.
  public static Optional<HsList> find(String version) {
    return version.equals("HS 2022") ? Optional.of(OF_2022) : Optional.empty();
  }

  /// Whether the first six digits of the code are a subheading.
  ///
  /// @param code six digits or more
  public boolean has(String code) {
    return subheadings.get(Integer.parseInt(code, 0, 6, 10));
  }

  public int size() {
    return subheadings.cardinality();
  }

  private static HsList read(String codes) {
    BitSet all = new BitSet(1_000_000);
    for (String heading : codes.strip().split("\n| ", -1)) {
      int first = 100 * Integer.parseInt(heading, 0, 4, 10);
      for (int i = 5; i < heading.length(); i += 2) {
        all.set(first + Integer.parseInt(heading, i, i + 2, 10));
      }
    }
    return new HsList(all);
  }
}
