package io.clearway.main;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the program itself lies: beside its jar stand the screens and the counterpart.
final class Home {

  private Home() {}

  static Path folder() {
    try {
      Path code = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolveSibling("..").normalize();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The built screens, when they are there.
  static Optional<Path> page() {
    return Optional.of(folder().resolve("web").resolve("dist")).filter(Files::isDirectory);
  }
}
