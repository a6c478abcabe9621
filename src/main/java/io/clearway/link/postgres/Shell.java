package io.clearway.link.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Starts programs with an environment that cannot change what they do.
final class Shell {

  private Shell() {}

  /// How a program ended.
  record Ending(int status, String output) {
    boolean succeeded() {
      return status == 0;
    }
  }

  static ProcessBuilder program(List<String> command, Path workingFolder) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder.redirectErrorStream(true);
  }

  /// Runs a program to its end. One that is not there ends with status 127, as in a shell.
  static Ending run(List<String> command, Path workingFolder) {
    Process process;
    try {
      process = program(command, workingFolder).start();
    } catch (IOException absent) {
      return new Ending(127, String.valueOf(absent.getMessage()));
    }
    try (var output = process.getInputStream()) {
      process.getOutputStream().close();
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Ending(process.waitFor(), text);
    } catch (IOException lost) {
      throw new PostgresUnavailable("lost " + command.getFirst(), lost);
    } catch (InterruptedException stop) {
      process.destroy();
      throw interrupted(stop);
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stop) {
      throw interrupted(stop);
    }
  }

  private static PostgresUnavailable interrupted(InterruptedException stop) {
    Thread.currentThread().interrupt();
    return new PostgresUnavailable("interrupted while waiting for PostgreSQL", stop);
  }
}
