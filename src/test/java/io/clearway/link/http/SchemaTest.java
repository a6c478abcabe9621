package io.clearway.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.clearway.authority.Role;
import io.clearway.link.json.Declarations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every answer has the described shape.
class SchemaTest {

  private static final String PLACE = "urn:clearway:openapi";

  @TempDir Path folder;

  @Test
  void answersAreAsDescribed() {
    Assumptions.assumeTrue(
        SchemaTest.class.getResource("/openapi.json") != null,
        "SKIPPED: there is no openapi.json yet, so nothing holds the answers to it");
    try (Door door = new Door(folder)) {
      String id = door.arrive(0).toString();
      String at = "\"occurredAt\":\"" + Door.NOW + "\"";
      String yard = "{\"crossing\":\"" + id + "\",\"yard\":\"XUAN_CUONG\"," + at + "}";
      String keys = "/crossings/" + id + "/entry-confirmations";
      holds("CrossingAccepted", door.post(Role.CUSTOMS, keys, "{}"));
      holds("CrossingAccepted", door.post(Role.BORDER_GUARD, keys, "{}"));
      holds("Problem", door.post(Role.BORDER_GUARD, keys, "{}"));
      holds("Problem", door.post(Role.BORDER_GUARD, keys, "{\"x\":0}"));
      holds("NoticeList", door.get(Role.TRADER, "/notices"));
      holds("CrossingAccepted", door.post(Role.YARD, "/reports/yard-entered", yard));
      holds("CrossingPage", door.get(Role.READER, "/crossings?state=all&limit=1"));
      holds("CrossingFile", door.get(Role.READER, "/crossings/" + id));
      holds("Site", door.get(Role.READER, "/gates"));
      holds("Overview", door.get(Role.READER, "/overview"));
      holds("Registration", door.get(Role.TRADER, "/registrations/" + seven(0)));
      holds("DailyReport", door.get(Role.READER, "/reports/daily?date=2025-08-29"));
      String actor = "{\"id\":\"" + seven(77) + "\",\"role\":\"READER\",\"label\":\"desk\"}";
      holds("ActorEnrolled", door.post(Role.OPERATOR, "/actors", actor));
      String erased = "{\"subject\":\"" + "0123456789abcdef".repeat(2) + "\",\"reason\":\"r-1\"}";
      holds("SubjectErased", door.post(Role.OPERATOR, "/erasures", erased));
      holds("Problem", door.post(Role.OPERATOR, "/erasures", erased.replace("r-1", "a name")));
      holds("Problem", door.post(Role.OPERATOR, "/erasures", erased.replace("0123", "xyz")));
      holds("Health", door.send(door.request("~/health/ready").build()));
      assertThat(faults("Health", "{\"status\":1}")).as("the check can fail").isNotEmpty();
    }
  }

  private static UUID seven(long number) {
    return Door.seven(number);
  }

  private static void holds(String schema, Door.Got got) {
    assertThat(faults(schema, got.raw().body())).as(schema + " " + got.raw().body()).isEmpty();
  }

  private static String faults(String schema, String text) {
    String description = new String(Declarations.resource("/openapi.json"), StandardCharsets.UTF_8);
    var registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(PLACE, description)));
    var errors =
        registry
            .getSchema(SchemaLocation.of(PLACE + "#/components/schemas/" + schema))
            .validate(
                text,
                InputFormat.JSON,
                context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    return errors.isEmpty() ? "" : errors.toString();
  }
}
