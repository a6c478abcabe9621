package io.clearway.link.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.regex.Pattern;

/// Reads a request's body: bounded in size and in time.
public final class Body {

  private static final int CHUNK = 8192;

  /// A body so many times too large is still taken to its end.
  private static final int PATIENCE = 4;

  private static final Pattern JSON =
      Pattern.compile(
          "\\s*application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
          Pattern.CASE_INSENSITIVE);

  private Body() {}

  public static byte[] read(Context request, Settings settings) {
    String type = request.contentType();
    if (type == null || !JSON.matcher(type).matches()) {
      throw halt(request, 415, "UNSUPPORTED_MEDIA_TYPE", "application/json in UTF-8 is expected.");
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
    drain(request, settings);
    return halt(
        request, 413, "TOO_LARGE", "A body has at most " + settings.bodyBytes() + " bytes.");
  }

  /// Who is still sending may not hear the answer, so a body that is not much too large is taken to
  /// its end and thrown away.
  private static void drain(Context request, Settings settings) {
    long left = (long) PATIENCE * settings.bodyBytes();
    if (request.req().getContentLengthLong() > left) {
      return;
    }
    long end = System.nanoTime() + settings.bodyTime().toNanos();
    byte[] chunk = new byte[CHUNK];
    try {
      InputStream in = request.req().getInputStream();
      int count = in.read(chunk);
      while (count >= 0 && left > 0 && System.nanoTime() - end < 0) {
        left -= count;
        count = in.read(chunk);
      }
    } catch (IOException gone) {
      // it left: nothing to say to it
    }
  }

  /// The rest of the body may not have been read, so the connection cannot be used again.
  private static Problem.Halt halt(Context request, int status, String code, String detail) {
    request.header("Connection", "close");
    return new Problem.Halt(Problem.of(status, code, detail));
  }
}
