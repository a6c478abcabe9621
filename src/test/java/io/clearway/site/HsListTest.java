package io.clearway.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HsListTest {

  /// The numbers of the convention: 5,612 subheadings in HS 2022.
  @Test
  void theListOf2022IsWhole() {
    HsList list = HsList.find("HS 2022").orElseThrow();
    assertThat(list.size()).isEqualTo(5_612);
    assertThat(list.has("081060")).as("durian").isTrue();
    assertThat(list.has("08109092")).as("what is behind the sixth digit").isTrue();
    assertThat(list.has("081061")).isFalse();
    assertThat(list.has("970690")).as("the last").isTrue();
    assertThat(list.has("010120")).isFalse();
  }

  @Test
  void ofAnotherVersionNothingIsKnown() {
    assertThat(HsList.find("HS 2028")).isEmpty();
    assertThat(HsList.find("")).isEmpty();
  }
}
