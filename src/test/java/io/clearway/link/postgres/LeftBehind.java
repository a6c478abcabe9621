package io.clearway.link.postgres;

import java.nio.file.Path;

/// A program that starts a server and waits to be killed: what a crash of ours looks like.
final class LeftBehind {

  private LeftBehind() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
    System.out.println("pid " + postgres.pid());
    Thread.sleep(600_000);
  }
}
