package io.clearway.main;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The instance that runs on a data folder, found by the file that it leaves there.
///
/// @param url where it answers
/// @param operatorToken the local operator's
record Running(String url, String operatorToken) {

  private static final String FILE = "instance";

  /// Leaves the file; only this user may read it.
  void leave(Path folder) throws IOException {
    Path half = folder.resolve(FILE + ".part");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, url + "\n" + operatorToken + "\n", StandardCharsets.UTF_8);
    Files.move(
        half,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static void gone(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }

  /// The instance, when there is one and it answers.
  static Optional<Running> find(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.size() < 2) {
      return Optional.empty();
    }
    Running running = new Running(lines.get(0), lines.get(1));
    return running.answers() ? Optional.of(running) : Optional.empty();
  }

  private boolean answers() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/health/live"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException gone) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
