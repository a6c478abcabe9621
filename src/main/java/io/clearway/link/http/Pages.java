package io.clearway.link.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Serves the screens' files, and the published description of this interface.
final class Pages {

  private final Optional<Path> folder;

  Pages(Optional<Path> folder) {
    this.folder = folder.filter(Files::isDirectory).map(Path::toAbsolutePath).map(Path::normalize);
  }

  /// False when there is no such file.
  boolean serve(Context context) {
    if (folder.isEmpty() || !context.method().name().equals("GET")) {
      return false;
    }
    String asked = context.path().substring(1);
    if (asked.startsWith("v1/") || asked.indexOf('\\') >= 0 || asked.indexOf('\0') >= 0) {
      return false;
    }
    Path file = folder.get().resolve(asked.isEmpty() ? "index.html" : asked).normalize();
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
  static void description(Call call) {
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
