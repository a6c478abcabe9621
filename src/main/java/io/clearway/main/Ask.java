package io.clearway.main;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a running instance over its public interface.
final class Ask implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final List<Integer> NOT_NOW = List.of(429, 503);

  /// @param status the HTTP status
  record Reply(int status, JsonNode body) {
    boolean good() {
      return status / 100 == 2;
    }

    /// The sentence of a problem, with every fault that it names.
    String sentence() {
      StringBuilder said =
          new StringBuilder(body.path("code").asString("HTTP " + status))
              .append(": ")
              .append(body.path("detail").asString("no detail"));
      for (JsonNode fault : body.path("violations")) {
        said.append(" [")
            .append(fault.path("path").asString(""))
            .append("] ")
            .append(fault.path("message").asString(""));
      }
      return said.toString();
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private final String token;

  /// @param url the instance's, without path
  Ask(String url, String complex, String token) {
    if (!url.matches("https?://[^/\\s]+/?")) {
      throw new Arguments.WrongUse("an address is expected, as http://localhost:8080");
    }
    this.base = url.replaceFirst("/$", "") + "/v1/" + complex;
    this.token = token;
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /// What a file or a page consists of.
  ///
  /// @throws Arguments.WrongUse with the sentence of a problem
  byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = answer(request(path).GET().build());
    if (response.statusCode() / 100 != 2) {
      throw new Arguments.WrongUse(reply(response).sentence());
    }
    return response.body();
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    return new Reply(response.statusCode(), JsonMapper.shared().readTree(response.body()));
  }

  Reply post(String path, UUID commandId, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Command-Id", commandId.toString())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    return reply(answer(request));
  }

  /// A command's id makes its repetition harmless, so a lost connection or *not now* is met by
  /// asking again.
  private HttpResponse<byte[]> answer(HttpRequest request)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<byte[]> response =
            client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (attempt == ATTEMPTS || !NOT_NOW.contains(response.statusCode())) {
          return response;
        }
      } catch (IOException lost) {
        if (attempt == ATTEMPTS) {
          throw new IOException("no answer from " + base + " (" + lost + ")", lost);
        }
      }
      Thread.sleep(PAUSE.multipliedBy(attempt));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
