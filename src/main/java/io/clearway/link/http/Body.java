package io.clearway.link.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Reads a request's body: bounded in size and in time.
final class Body {

  private static final int CHUNK = 8192;

  private Body() {}

  static byte[] read(Context request, Settings settings) {
    String type = request.contentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw halt(request, 415, "UNSUPPORTED_MEDIA_TYPE", "application/json is expected.");
    }
    if (request.req().getContentLengthLong() > settings.bodyBytes()) {
      throw tooLarge(request, settings);
    }
    try {
      return read(request, settings, request.req().getInputStream());
    } catch (IOException gone) {
      throw halt(request, 408, "TOO_SLOW", "The body did not come in time.");
    }
  }

  private static byte[] read(Context request, Settings settings, InputStream in)
      throws IOException {
    long end = System.nanoTime() + settings.bodyTime().toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    int count = in.read(chunk);
    while (count >= 0) {
      bytes.write(chunk, 0, count);
      if (bytes.size() > settings.bodyBytes()) {
        throw tooLarge(request, settings);
      }
      if (System.nanoTime() - end > 0) {
        Duration limit = settings.bodyTime();
        throw halt(request, 408, "TOO_SLOW", "A body has " + limit.toSeconds() + " seconds.");
      }
      count = in.read(chunk);
    }
    return bytes.toByteArray();
  }

  private static Problem.Halt tooLarge(Context request, Settings settings) {
    return halt(
        request, 413, "TOO_LARGE", "A body has at most " + settings.bodyBytes() + " bytes.");
  }

  /// The rest of the body is not read, so the connection cannot be used again.
  private static Problem.Halt halt(Context request, int status, String code, String detail) {
    request.header("Connection", "close");
    return new Problem.Halt(Problem.of(status, code, detail));
  }
}
