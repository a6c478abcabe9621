package io.clearway.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What papers tell of a reefer.
class ReeferTest {

  private final Draft draft = new Draft();

  private Optional<Boolean> typed(String type) {
    draft.containerType = Optional.of(type).filter(text -> !text.isEmpty());
    return Reefer.in(draft.form());
  }

  @Test
  void theThirdCharacterOfAContainersTypeTellsItsKind() {
    assertThat(typed("45R1")).hasValue(true);
    assertThat(typed("22R0")).hasValue(true);
    assertThat(typed("45G1")).hasValue(false);
    assertThat(typed("R2G1")).hasValue(false);
    assertThat(typed("45")).hasValue(false);
  }

  @Test
  void aContainerWhoseTypeIsNotSaidMayBeOneAndWhatHasNoneBringsNone() {
    assertThat(typed("")).isEmpty();
    draft.container = Optional.empty();
    assertThat(typed("")).hasValue(false);
    draft.wagons =
        List.of(new Registration.Wagon("123456", Optional.of("CSQU3054383"), Optional.empty(), 1));
    assertThat(typed("")).isEmpty();
  }
}
