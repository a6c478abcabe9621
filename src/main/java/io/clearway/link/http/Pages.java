package io.clearway.link.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Serves the screens' files, and the published description of this interface.
public final class Pages {

  private static final String START = "index.html";

  private final Optional<Path> folder;
  private final Supplier<Optional<String>> complex;

  /// @param complex whose page it is, once a site is in force
  Pages(Optional<Path> folder, Supplier<Optional<String>> complex) {
    this.complex = complex;
    this.folder = folder.filter(Files::isDirectory).map(Path::toAbsolutePath).map(Path::normalize);
  }

  /// False when there is no such file.
  public boolean serve(Context context) {
    if (folder.isEmpty() || !context.method().name().equals("GET")) {
      return false;
    }
    String asked = context.path().substring(1);
    if (asked.startsWith("v1/") || asked.indexOf('\\') >= 0 || asked.indexOf('\0') >= 0) {
      return false;
    }
    Path file = folder.get().resolve(asked.isEmpty() ? START : asked).normalize();
    if (!file.startsWith(folder.get())) {
      return false;
    }
    return Files.isRegularFile(file) && send(context, file);
  }

  private boolean send(Context context, Path file) {
    try {
      if (!file.toRealPath().startsWith(folder.orElseThrow().toRealPath())) {
        return false;
      }
      byte[] bytes = Files.readAllBytes(file);
      if (file.equals(folder.orElseThrow().resolve(START))) {
        bytes = named(bytes, complex.get());
      }
      boolean hashed = context.path().startsWith("/assets/");
      context.header("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      context.contentType(type(file.getFileName().toString()));
      context.status(200);
      context.result(bytes);
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// The page says which complex it is for, so that the same files serve every complex.
  private static byte[] named(byte[] page, Optional<String> complex) {
    if (complex.isEmpty()) {
      throw new Problem.Halt(Problem.later(503, "NOT_READY", "No site is in force yet."));
    }
    String meta = "<meta name=\"clearway-complex\" content=\"" + quoted(complex.get()) + "\">";
    String text = new String(page, StandardCharsets.UTF_8);
    int end = Math.max(0, text.indexOf("</head>"));
    return (text.substring(0, end) + meta + text.substring(end)).getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js", "mjs" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "json", "map", "webmanifest" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "ico" -> "image/x-icon";
      case "woff2" -> "font/woff2";
      case "txt" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }

  /// The description of this interface (OpenAPI 3.1).
  public static void description(Call call) {
    try (InputStream in = Pages.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new Problem.Halt(Problem.notFound());
      }
      call.context().contentType("application/json");
      call.context().result(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new Problem.Halt(Problem.notFound());
    }
  }
}
