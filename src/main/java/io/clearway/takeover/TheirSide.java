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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the other platform says of a day, read from its export.
public final class TheirSide {

  private TheirSide() {}

  /// One for each vehicle of each line, in the order of the file.
  public static List<Transport> read(Path file) throws IOException {
    PapersRows rows = new PapersRows((kind, value) -> new Subject(0, 0), () -> Instant.EPOCH);
    PlatformNames names = PlatformNames.of(FolderFile.REGISTRATIONS);
    List<Transport> all = new ArrayList<>();
    for (Row row : Row.of(Files.readAllBytes(file))) {
      switch (JsonText.parse(row.bytes(), FolderReader.LINE)) {
        case JsonText.Reading.Broken(String code, String detail) ->
            all.add(unread(row, "", List.of(new Violation("", code, "E-1", detail))));
        case JsonText.Reading.Parsed(JsonNode node) -> {
          PlatformNames.Told told = names.told(node);
          PapersRows.Said said = rows.said(told.row());
          List<Violation> why = told.mixed() ? told.faults() : told.with(said.unread());
          if (why.isEmpty() && !said.form().vehicles().isEmpty()) {
            all.addAll(parts(row, told, said));
          } else {
            String theirs = names.theirs("declarationNumber", Map.of());
            String number = node.path(theirs).asString(said.form().number());
            all.add(unread(row, number, told.asWritten(why)));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<Transport> parts(Row row, PlatformNames.Told told, PapersRows.Said said) {
    List<Transport> parts = new ArrayList<>();
    for (Registration.Form part : Parts.of(said.form())) {
      ObjectNode form = new RegistrationWriter(true).write(part);
      if (!told.row().hasNonNull("createdAt")) {
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
              List.of(),
              told.assumed().keySet()));
    }
    return parts;
  }

  private static Transport unread(Row row, String number, List<Violation> why) {
    return new Transport(
        new Transport.Where(row.number(), ""),
        number,
        "",
        JsonNodeFactory.instance.objectNode(),
        new Status(false, Map.of(), "REGISTERED"),
        Optional.empty(),
        why.isEmpty()
            ? List.of(new Violation("vehicles", "NO_VEHICLE", "R-12", "A vehicle is needed."))
            : why,
        Set.of());
  }
}
