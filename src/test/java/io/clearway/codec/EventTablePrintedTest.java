package io.clearway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class EventTablePrintedTest {

  @Test
  void thePageShowsTheTable() throws IOException {
    String page = Files.readString(Path.of("docs/events.md"));
    assertThat(page.substring(page.indexOf("| number | event")))
        .as("docs/events.md ends with the table of events; copy it from here")
        .isEqualTo(table());
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| number | event | version |\n|---:|---|---:|\n");
    Upcasters upcasters = Upcasters.all();
    for (EventType type : EventType.values()) {
      table.append("| ").append(type.number()).append(" | `").append(type.label());
      table.append("` | ").append(upcasters.version(type)).append(" |\n");
    }
    return table.toString();
  }
}
