package io.clearway.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.link.json.Declarations;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What is served is what is described, and the other way round.
class DescriptionTest {

  @TempDir Path folder;

  @Test
  void everyRouteIsDescribedAndEveryDescriptionServed() {
    Assumptions.assumeTrue(
        DescriptionTest.class.getResource("/openapi.json") != null,
        "SKIPPED: there is no openapi.json yet, so nothing holds the routes to it");
    try (Door door = new Door(folder)) {
      ObjectNode description = door.send(door.request("~/openapi.json").build()).json();
      TreeSet<String> described = new TreeSet<>();
      for (var path : description.get("paths").properties()) {
        for (String method : path.getValue().propertyNames()) {
          if (method.equals("get") || method.equals("post")) {
            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
          }
        }
      }
      TreeSet<String> served = new TreeSet<>();
      for (String operation : door.server().operations()) {
        served.add(operation.substring(0, operation.lastIndexOf(' ')));
      }
      described.remove("GET /");
      assertThat(served).isEqualTo(described);
      assertThat(Declarations.parse(description.toString()).get("openapi").stringValue())
          .startsWith("3.1");
    }
  }
}
