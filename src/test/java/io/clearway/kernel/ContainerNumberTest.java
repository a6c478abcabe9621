package io.clearway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CSQU3054383",
        "KKKU0000012",
        "LLLU0000015",
        "UVWU1234560",
        "XYZJ9876549",
        "BBAU1002000"
      })
  void numbersWhoseDigitFollowsAreFine(String number) {
    assertThat(ContainerNumber.fault(number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CSQU3054383",
        "KKKU0000012",
        "LLLU0000015",
        "UVWU1234560",
        "XYZJ9876549",
        "BBAU1002000"
      })
  void everyOtherDigitIsRefused(String number) {
    String body = number.substring(0, 10);
    int right = number.charAt(10) - '0';
    for (int digit = 0; digit < 10; digit++) {
      if (digit != right) {
        assertThat(ContainerNumber.fault(body + digit)).contains(ContainerNumber.Fault.CHECK_DIGIT);
      }
    }
  }

  @Test
  void remainderTenIsWrittenZero() {
    assertThat(ContainerNumber.fault("TSTU1000030")).isEmpty();
  }

  @Test
  void blanksHyphensAndSmallLettersArePassedOver() {
    assertThat(ContainerNumber.fault("csqu 305438-3")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "CSQU30543", "CSQU30543833", "CSQA3054383", "CS1U3054383", "CSQU30543B3"})
  void otherShapesAreNamedAsShape(String number) {
    assertThat(ContainerNumber.fault(number)).contains(ContainerNumber.Fault.SHAPE);
  }
}
