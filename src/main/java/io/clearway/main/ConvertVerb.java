package io.clearway.main;

import io.clearway.kernel.Violation;
import io.clearway.link.json.JsonText;
import io.clearway.link.sheet.Format;
import io.clearway.link.sheet.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// `convert`: writes a file of declarations in another format, or an empty sheet to fill in. No
/// gate is asked.
final class ConvertVerb {

  private ConvertVerb() {}

  /// Where declarations go.
  private interface Target extends AutoCloseable {
    /// What cannot be written; empty when it was.
    List<Violation> write(ObjectNode declaration) throws IOException;

    @Override
    void close() throws IOException;
  }

  static int run(Arguments arguments, PrintStream out) throws IOException {
    if (arguments.words().size() > 1) {
      throw new Arguments.WrongUse("convert needs one file at most");
    }
    Path to = Path.of(arguments.get("to"));
    if (arguments.words().isEmpty()) {
      target(to).close();
      return 0;
    }
    Path file = Path.of(arguments.words().getFirst());
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Arguments.WrongUse("the file cannot be read: " + file);
    }
    try (Lot lot = Lot.open(file, arguments.find("format"));
        Target target = target(to)) {
      return each(lot, target, out);
    }
  }

  private static Target target(Path to) throws IOException {
    Optional<Format> sheet = Format.of(to);
    if (sheet.isEmpty() && !to.toString().endsWith(".jsonl")) {
      throw new Arguments.WrongUse("--to ends with .csv, .xlsx or .jsonl");
    }
    OutputStream stream;
    try {
      stream = new BufferedOutputStream(Files.newOutputStream(to, StandardOpenOption.CREATE_NEW));
    } catch (FileAlreadyExistsException there) {
      throw new Arguments.WrongUse(to + " is there already; remove it first");
    }
    return sheet.isPresent()
        ? new Sheet(SheetWriter.to(stream, sheet.get()))
        : new JsonLines(stream);
  }

  private static int each(Lot lot, Target target, PrintStream out) throws IOException {
    long rows = 0;
    long refused = 0;
    for (Optional<Lot.Entry> next = lot.next(); next.isPresent(); next = lot.next()) {
      List<Found> found =
          switch (next.get()) {
            case Lot.Entry.Declared declared -> convert(declared, target);
            case Lot.Entry.Faulty faulty -> faulty.faults().stream().map(Found::of).toList();
          };
      rows++;
      if (!found.isEmpty()) {
        refused++;
        out.println(Found.line(next.get().line(), "", found));
      }
    }
    System.err.printf("%d rows, %d written, %d refused%n", rows, rows - refused, refused);
    return refused == 0 ? 0 : 1;
  }

  private static List<Found> convert(Lot.Entry.Declared declared, Target target)
      throws IOException {
    List<Violation> violations =
        switch (JsonText.parse(declared.bytes(), Lot.BYTES)) {
          case JsonText.Reading.Broken(String code, String detail) ->
              List.of(new Violation("", code, "R-2", detail));
          case JsonText.Reading.Parsed(var node) ->
              node instanceof ObjectNode declaration
                  ? target.write(declaration)
                  : List.of(new Violation("", "WRONG_TYPE", "R-2", "A row is one JSON object."));
        };
    return Found.in(declared.cells(), violations);
  }

  private record Sheet(SheetWriter writer) implements Target {
    @Override
    public List<Violation> write(ObjectNode declaration) throws IOException {
      return writer.write(declaration);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private record JsonLines(OutputStream stream) implements Target {
    @Override
    public List<Violation> write(ObjectNode declaration) throws IOException {
      stream.write((declaration + "\n").getBytes(StandardCharsets.UTF_8));
      return List.of();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
