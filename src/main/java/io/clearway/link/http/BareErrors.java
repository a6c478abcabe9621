package io.clearway.link.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What the server itself refuses, before any route: the same shape as every other no.
final class BareErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem problem =
        status < 500
            ? Problem.of(status, "BAD_REQUEST", "The request cannot be read.")
            : Problem.of(status, "FAULT", "A defect of ours.");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    byte[] bytes = problem.json().toString().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(bytes), callback);
    return true;
  }
}
