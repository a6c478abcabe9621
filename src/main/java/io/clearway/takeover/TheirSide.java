package io.clearway.takeover;

import io.clearway.kernel.Subject;
import io.clearway.kernel.Violation;
import io.clearway.link.json.JsonText;
import io.clearway.link.json.RegistrationWriter;
import io.clearway.registration.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the other platform says of a day, read from its export.
public final class TheirSide {

  private TheirSide() {}

  /// One for each vehicle of each line, in the order of the file.
  public static List<Transport> read(Path file) throws IOException {
    PapersRows rows = new PapersRows((kind, value) -> new Subject(0, 0), () -> Instant.EPOCH);
    List<Transport> all = new ArrayList<>();
    for (Row row : Row.of(Files.readAllBytes(file))) {
      switch (JsonText.parse(row.bytes(), FolderReader.LINE)) {
        case JsonText.Reading.Broken(String code, String detail) ->
            all.add(unread(row, "", List.of(new Violation("", code, "E-1", detail))));
        case JsonText.Reading.Parsed(JsonNode node) -> {
          PapersRows.Said said = rows.said(node);
          if (said.unread().isEmpty() && !said.form().vehicles().isEmpty()) {
            all.addAll(parts(row, node, said));
          } else {
            all.add(unread(row, said.form().number(), said.unread()));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<Transport> parts(Row row, JsonNode node, PapersRows.Said said) {
    List<Transport> parts = new ArrayList<>();
    for (Registration.Form part : Parts.of(said.form())) {
      ObjectNode form = new RegistrationWriter(true).write(part);
      if (!node.hasNonNull("createdAt")) {
        form.remove("createdAt");
      }
      if (part.number().isEmpty()) {
        form.remove("declarationNumber");
      }
      parts.add(
          new Transport(
              new Transport.Where(row.number(), ""),
              part.number(),
              part.declarationId(),
              form,
              said.status(),
              Optional.empty(),
              List.of()));
    }
    return parts;
  }

  private static Transport unread(Row row, String number, List<Violation> why) {
    return new Transport(
        new Transport.Where(row.number(), ""),
        number,
        "",
        JsonNodeFactory.instance.objectNode(),
        new Status(false, java.util.Map.of(), "REGISTERED"),
        Optional.empty(),
        why.isEmpty()
            ? List.of(new Violation("vehicles", "NO_VEHICLE", "R-12", "A vehicle is needed."))
            : why);
  }
}
